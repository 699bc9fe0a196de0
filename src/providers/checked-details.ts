import * as v from 'valibot';
import type { CustomerDetails } from '../domain/customer.js';
import { read, refusing } from './reading.js';
import { availability, customerSchema, filled, flag, orAbsent, text } from './schema.js';
import { isText } from './value-checks.js';

const owners = v.array(v.object({ firstName: text, lastName: text, email: text }));

/** One that cannot be read makes all of them unavailable: a patch names them all, and would take it away. */
const capabilities = v.array(
  v.object({
    capability: filled,
    expires: v.optional(v.custom<string | null>((value) => value === null || isText(value))),
    inUse: orAbsent(flag),
  }),
);

const detailsSchema = v.object({
  ...customerSchema.entries,
  owners: availability(owners),
  capabilities: v.optional(availability(capabilities)),
});

/**
 * Checks what `getCustomer` or `updateCustomer` answered about a customer. A broken optional part is left out, and broken
 * owners, capabilities, beacons or expirations become unavailable.
 *
 * @throws ProviderError `invalid-data` where there is no customer, or another one than `id`; never anything else.
 */
export function checkDetails(answer: unknown, id: string): CustomerDetails {
  return refusing('customer', () => {
    const { capabilities, ...details } = read(detailsSchema, answer);
    if (details.id !== id) throw new TypeError('Another customer');
    if (capabilities?.state !== 'ready') return { ...details, ...(capabilities && { capabilities }) };
    return { ...details, capabilities: { ...capabilities, value: capabilities.value.map(withoutNull) } };
  });
}

/** A capability that never expires, as an entitlement says it. */
function withoutNull<Capability extends { readonly expires?: string | null | undefined }>(capability: Capability) {
  return { ...capability, ...('expires' in capability && { expires: capability.expires ?? undefined }) };
}
