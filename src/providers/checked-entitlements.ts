import * as v from 'valibot';
import type { Entitlement } from '../domain/expirations.js';
import { read, readOrNothing, refusing } from './reading.js';
import { list, orAbsent, text } from './schema.js';
import { isText } from './value-checks.js';

/** An entitlement. One whose date is no date stays, with an empty date, which is unreadable. */
const entitlementSchema = v.object({
  id: text,
  product: text,
  capability: text,
  expires: v.fallback(
    v.custom<string | null>((value) => value === null || isText(value)),
    '',
  ),
  quantity: orAbsent(v.custom<number>(Number.isFinite)),
});

/** The entitlements that could be read, and how many could not. */
export interface CheckedEntitlements {
  readonly entitlements: readonly Entitlement[];
  readonly unreadable: number;
}

/**
 * Checks what `listEntitlements` answered. An entitlement whose date cannot be read stays, with a date that is
 * unreadable for the domain too; what is no entitlement at all is dropped and counted.
 *
 * @throws ProviderError `invalid-data` where there is no list; never anything else.
 */
export function checkEntitlements(answer: unknown): CheckedEntitlements {
  return refusing('entitlements', () => {
    const items = read(list, answer);
    const entitlements = items.flatMap((item) => readOrNothing(entitlementSchema, item) ?? []);
    return { entitlements, unreadable: items.length - entitlements.length };
  });
}
