import type { Availability } from '../../domain/availability.js';
import type { Customer } from '../../domain/customer.js';
import type { ExpirationSummary } from '../../domain/expirations.js';

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
  return typeof value === 'string' ? value : '';
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
  const readable =
    state === 'ready' &&
    isCount(undated) &&
    isCount(unreadable) &&
    isTextList(dates) &&
    (missing === undefined || isTextList(missing));
  return readable ? { state, value: { undated, unreadable, dates }, missing } : { state: 'unavailable' };
}

interface Parts {
  readonly state?: unknown;
  readonly value?: unknown;
  readonly missing?: unknown;
  readonly total?: unknown;
  readonly unhealthy?: unknown;
  readonly undated?: unknown;
  readonly unreadable?: unknown;
  readonly dates?: unknown;
}

function partsOf(value: unknown): Parts {
  return typeof value === 'object' && value !== null ? value : {};
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
