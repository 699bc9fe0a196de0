import * as v from 'valibot';
import {
  columnWidths,
  densities,
  mostFavourites,
  type ColumnChoice,
  type CustomersPreferences,
  type SavedView,
} from '../domain/preferences.js';
import { customersSortFields } from '../domain/query.js';
import { keptQuery, longestViewName, mostViews, queryOfView } from '../domain/saved-views.js';
import { read, readOrNothing } from './reading.js';
import { filled, flag, list, oneOf, orAbsent, text } from './schema.js';

const width = v.custom<number>(
  (value) => typeof value === 'number' && value >= columnWidths.least && value <= columnWidths.most,
);

const columnSchema = v.object({
  id: oneOf(customersSortFields),
  hidden: orAbsent(flag),
  width: orAbsent(width),
});

const viewSchema = v.object({ name: filled, query: text, isDefault: orAbsent(flag) });

const preferencesSchema = v.object({
  favourites: orAbsent(list),
  columns: orAbsent(list),
  density: orAbsent(oneOf(densities)),
  views: orAbsent(list),
});

/** Checks preferences as they were kept. What is broken counts as not chosen; it never throws. */
export function checkPreferences(kept: unknown): CustomersPreferences {
  try {
    const { favourites, columns, views, ...others } = read(preferencesSchema, kept);
    return {
      ...others,
      ...(favourites && { favourites: soundFavourites(favourites) }),
      ...(columns && { columns: soundColumns(columns) }),
      ...(views && { views: soundViews(views) }),
    };
  } catch {
    return {};
  }
}

function soundFavourites(items: readonly unknown[]): readonly string[] {
  const ids = new Set<string>();
  for (const item of items) {
    if (ids.size === mostFavourites) break;
    const id = readOrNothing(filled, item);
    if (id !== undefined) ids.add(id);
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

/** Each name once, and one default: the first counts. What a view asks is written anew from what is understood of it. */
function soundViews(items: readonly unknown[]): readonly SavedView[] {
  const views = new Map<string, SavedView>();
  let hasDefault = false;
  for (const item of items) {
    if (views.size === mostViews) break;
    const view = readOrNothing(viewSchema, item);
    if (!view || view.name.length > longestViewName || views.has(view.name)) continue;
    const isDefault: boolean = view.isDefault === true && !hasDefault;
    hasDefault ||= isDefault;
    views.set(view.name, { name: view.name, query: keptQuery(queryOfView(view)), ...(isDefault && { isDefault }) });
  }
  return [...views.values()];
}
