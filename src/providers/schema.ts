import * as v from 'valibot';
import { errorCodes } from '../domain/availability.js';
import type { ExpirationPolicy } from '../domain/expirations.js';
import { customersSortFields } from '../domain/query.js';

/*
 * What an answer has to look like. Objects are rebuilt from the keys named here and no others, so that nothing a
 * backend adds (`__proto__` included) reaches the elements. Strings pass as they are. Where a part is broken, the
 * fallback says what is lost: never more than that part, and never in favour of a permission.
 */

const text = v.string();
const filled = v.custom<string>((value) => typeof value === 'string' && value !== '');
const count = v.custom<number>((value) => Number.isSafeInteger(value) && Number(value) >= 0);

/** A part that is left out where it is broken; `null` counts as left out. */
const orAbsent = <const TSchema extends v.GenericSchema>(schema: TSchema) => v.fallback(v.optional(schema), undefined);

/** Absent is denied, so anything but a plain `true` gives no permission. */
const permission = orAbsent(v.boolean());

const availability = <const TSchema extends v.GenericSchema>(value: TSchema) =>
  v.fallback(
    v.variant('state', [
      // a broken `missing` would claim that nothing is, so it costs the whole value
      v.object({ state: v.literal('ready'), value, missing: v.optional(v.array(text)) }),
      v.object({ state: v.picklist(['pending', 'forbidden', 'not-applicable']) }),
      v.object({ state: v.literal('unavailable'), code: orAbsent(v.picklist(errorCodes)) }),
    ]),
    { state: 'unavailable', code: 'invalid-data' },
  );

/** A row. Without a readable id, name or relationship there is none. */
export const customerSchema = v.object({
  id: filled,
  name: text,
  externalId: orAbsent(text),
  description: orAbsent(text),
  tags: orAbsent(v.array(text)),
  relationship: v.picklist(['managed', 'granted']),
  tiered: orAbsent(v.boolean()),
  beacons: availability(v.object({ total: count, unhealthy: orAbsent(count) })),
  expirations: availability(v.object({ undated: count, unreadable: count, dates: v.array(text) })),
  can: orAbsent(v.object({ edit: permission, delete: permission })),
  version: orAbsent(text),
});

/** As much of a row as is left to name it by. */
export const identifiedSchema = v.object({ id: filled });

/** A page, before its items are looked at. */
export const pageSchema = v.object({
  items: v.array(v.unknown()),
  offset: orAbsent(count),
  nextCursor: orAbsent(text),
  snapshot: orAbsent(text),
  total: orAbsent(v.object({ value: count, precision: v.picklist(['exact', 'estimate', 'at-least']) })),
  statusCounts: orAbsent(v.record(text, count)),
  incomplete: orAbsent(v.object({ field: text, known: count, of: count })),
  asOf: orAbsent(text),
  serverTime: orAbsent(text),
});

/** An entitlement. One whose date is no date stays, with an empty date, which is unreadable. */
export const entitlementSchema = v.object({
  id: text,
  product: text,
  capability: text,
  expires: v.fallback(v.nullable(text), ''),
  quantity: orAbsent(v.custom<number>(Number.isFinite)),
});

/** What a provider offers. A broken part refuses the whole: it would promise something that nobody meant. */
export const descriptionSchema = v.object({
  version: v.optional(v.literal(1), 1),
  sortable: v.optional(v.array(v.fallback(v.nullable(v.picklist(customersSortFields)), null))),
  paging: v.optional(v.picklist(['offset', 'cursor'])),
  pins: v.optional(v.boolean()),
  can: orAbsent(v.object({ add: permission })),
  policy: v.optional(
    v.object({
      graceDays: count,
      horizons: v.array(count),
      countsCapability: v.custom<ExpirationPolicy['countsCapability']>((value) => typeof value === 'function'),
    }),
  ),
});
