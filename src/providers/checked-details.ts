import * as v from 'valibot';
import type { CustomerDetails } from '../domain/customer.js';
import { read, refusing } from './reading.js';
import { availability, customerSchema, filled, flag, orAbsent, text } from './schema.js';

const owners = v.array(v.object({ firstName: text, lastName: text, email: text }));

/** One that cannot be read makes all of them unavailable: a patch names them all, and would take it away. */
const capabilities = v.array(
  v.object({
    capability: filled,
    expires: v.pipe(
      v.nullish(text),
      v.transform((expires) => expires ?? undefined),
    ),
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
    const details = read(detailsSchema, answer);
    if (details.id !== id) throw new TypeError('Another customer');
    return details;
  });
}
