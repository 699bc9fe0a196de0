import * as v from 'valibot';
import {
  columnWidths,
  densities,
  mostFavourites,
  type ColumnChoice,
  type CustomersPreferences,
} from '../domain/preferences.js';
import { customersSortFields } from '../domain/query.js';
import { readOrNothing } from './reading.js';
import { filled, flag, list, oneOf, orAbsent } from './schema.js';

const width = v.custom<number>(
  (value) => typeof value === 'number' && value >= columnWidths.least && value <= columnWidths.most,
);

const columnSchema = v.object({
  id: oneOf(customersSortFields),
  hidden: orAbsent(flag),
  width: orAbsent(width),
});

const preferencesSchema = v.object({
  favourites: orAbsent(v.pipe(list, v.transform(soundFavourites))),
  columns: orAbsent(v.pipe(list, v.transform(soundColumns))),
  density: orAbsent(oneOf(densities)),
});

/** Checks preferences as they were kept. What is broken counts as not chosen; it never throws. */
export function checkPreferences(kept: unknown): CustomersPreferences {
  return readOrNothing(preferencesSchema, kept) ?? {};
}

function soundFavourites(items: readonly unknown[]): readonly string[] {
  const ids = new Set<string>();
  for (const item of items) {
    if (ids.size === mostFavourites) break;
    if (v.is(filled, item)) ids.add(item);
  }
  return [...ids];
}

/** Each column once: the first counts. */
function soundColumns(items: readonly unknown[]): readonly ColumnChoice[] {
  const columns = new Map<string, ColumnChoice>();
  for (const item of items) {
    const column = readOrNothing(columnSchema, item);
    if (column && !columns.has(column.id)) columns.set(column.id, column);
  }
  return [...columns.values()];
}
