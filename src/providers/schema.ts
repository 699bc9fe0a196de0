import * as v from 'valibot';
import { errorCodes } from '../domain/availability.js';
import type { ExpirationPolicy } from '../domain/expirations.js';
import { isCount, isListOf, isObject, isText } from './value-checks.js';

/*
 * What an answer has to look like. Objects are rebuilt from the keys named here and no others, so that nothing a
 * backend adds (`__proto__` included) reaches the elements. Strings pass as they are. Where a part is broken, the
 * fallback says what is lost: never more than that part, and never in favour of a permission.
 */

/** One of these texts. */
export const oneOf = <const T>(known: readonly T[]) => v.custom<T>((value) => known.some((each) => each === value));
/** Any text. */
export const text = v.custom<string>(isText);
/** A list of texts. */
export const texts = v.custom<readonly string[]>((value) => isListOf(value, isText));
/** Text with something in it to see. */
export const filled = v.custom<string>((value) => isText(value) && value.trim() !== '');
/** Yes or no. */
export const flag = v.custom<boolean>((value) => typeof value === 'boolean');
const count = v.custom<number>(isCount);

/** A list of anything. */
export const list = v.custom<readonly unknown[]>((value) => Array.isArray(value));

/** A part that is left out where it is broken; `null` counts as left out. */
export const orAbsent = <const TSchema extends v.GenericSchema>(schema: TSchema) =>
  v.fallback(v.optional(schema), undefined);

/** Absent is denied, so anything but a plain `true` gives no permission. */
const permission = orAbsent(flag);

/** A value that may be late, withheld or lost; one that is broken is unavailable. */
export const availability = <const TSchema extends v.GenericSchema>(value: TSchema) => {
  // a broken `missing` would claim that nothing is, so it costs the whole value
  const ready = v.object({ state: oneOf(['ready']), value, missing: v.optional(texts) });
  const unavailable = v.object({ state: oneOf(['unavailable']), code: orAbsent(oneOf(errorCodes)) });
  const absent = v.object({ state: oneOf(['pending', 'forbidden', 'not-applicable']) });
  return v.fallback(
    v.lazy((input) => (hasState(input, 'ready') ? ready : hasState(input, 'unavailable') ? unavailable : absent)),
    { state: 'unavailable', code: 'invalid-data' },
  );
};

/** A row. Without a readable id, name or relationship there is none. */
export const customerSchema = v.object({
  id: filled,
  name: text,
  externalId: orAbsent(text),
  description: orAbsent(text),
  tags: orAbsent(texts),
  relationship: oneOf(['managed', 'granted']),
  tiered: orAbsent(flag),
  beacons: availability(v.object({ total: count, unhealthy: orAbsent(count) })),
  expirations: availability(v.object({ undated: count, unreadable: count, dates: texts })),
  can: orAbsent(v.object({ edit: permission, delete: permission })),
  version: orAbsent(text),
});

/** As much of a row as is left to name it by. */
export const identifiedSchema = v.object({ id: filled });

/** A page, before its items are looked at. */
export const pageSchema = v.object({
  items: list,
  offset: orAbsent(count),
  nextCursor: orAbsent(text),
  snapshot: orAbsent(text),
  total: orAbsent(v.object({ value: count, precision: oneOf(['exact', 'estimate', 'at-least']) })),
  statusCounts: orAbsent(v.custom<Readonly<Record<string, number>>>(isCounts)),
  incomplete: orAbsent(v.object({ field: text, known: count, of: count })),
  asOf: orAbsent(text),
  serverTime: orAbsent(text),
});

/** A capability on offer. */
export const offeredCapabilitySchema = v.object({ capability: filled, name: orAbsent(text) });

/** What a provider offers. A broken part refuses the whole: it would promise something that nobody meant. */
export const descriptionSchema = v.object({
  version: v.optional(oneOf([1]), 1),
  sortable: v.optional(list),
  paging: v.optional(oneOf(['offset', 'cursor'])),
  filterable: v.optional(list),
  pins: v.optional(flag),
  statusCounts: orAbsent(flag),
  scope: orAbsent(oneOf(['managed'])),
  can: orAbsent(v.object({ add: permission })),
  versioned: orAbsent(flag),
  capabilities: v.optional(list),
  policy: v.optional(
    v.object({
      graceDays: count,
      horizons: v.custom<readonly number[]>((value) => isListOf(value, isCount)),
      countsCapability: v.custom<ExpirationPolicy['countsCapability']>((value) => typeof value === 'function'),
    }),
  ),
});

function isCounts(value: unknown): boolean {
  // nobody means that key, and whoever copies the counts would set a prototype
  return isObject(value) && !Object.hasOwn(value, '__proto__') && Object.values(value).every(isCount);
}

function hasState(value: unknown, state: string): boolean {
  return isObject(value) && 'state' in value && value.state === state;
}
