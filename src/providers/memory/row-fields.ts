import type { Availability } from '../../domain/availability.js';
import type { Customer } from '../../domain/customer.js';
import type { ExpirationSummary } from '../../domain/expirations.js';
import { isCount, isListOf, isObject, isText } from '../value-checks.js';

/**
 * A row as it really is: the provider passes rows through and leaves judging them to the boundary, so it may be
 * anything that JSON holds. What cannot be read counts as blank, the same as there.
 */
export type Row = { readonly [Field in keyof Customer]?: unknown } | null | undefined;

/** The columns that hold text. */
export type TextField = 'name' | 'id' | 'externalId';

/** The text of a field, or `''`. */
export function textOf(row: Row, field: TextField): string {
  // spelled out, because a property looked up by a variable name costs ten times as much
  const value = field === 'name' ? row?.name : field === 'id' ? row?.id : row?.externalId;
  return isText(value) ? value : '';
}

/** The tags, or none. */
export function tagsOf(row: Row): readonly unknown[] {
  const tags = row?.tags;
  return Array.isArray(tags) ? tags : [];
}

/** How many beacons there are and how many have a problem, each `undefined` where that is not known. */
export function beaconsOf(row: Row): { readonly total?: number; readonly unhealthy?: number } {
  const { state, value } = partsOf(row?.beacons);
  const { total, unhealthy } = partsOf(value);
  if (state !== 'ready' || !isCount(total)) return {};
  return { total, unhealthy: isCount(unhealthy) ? unhealthy : undefined };
}

/** The expirations, or that they are unavailable. */
export function expirationsOf(row: Row): Availability<ExpirationSummary> {
  const { state, value, missing } = partsOf(row?.expirations);
  if (state === 'pending' || state === 'forbidden' || state === 'not-applicable') return { state };
  const { undated, unreadable, dates } = partsOf(value);
  return state === 'ready' &&
    isCount(undated) &&
    isCount(unreadable) &&
    isListOf(dates, isText) &&
    (missing === undefined || isListOf(missing, isText))
    ? { state, value: { undated, unreadable, dates }, missing }
    : { state: 'unavailable' };
}

type Part = 'state' | 'value' | 'missing' | 'total' | 'unhealthy' | 'undated' | 'unreadable' | 'dates';

function partsOf(value: unknown): { readonly [Name in Part]?: unknown } {
  return isObject(value) ? value : {};
}
