import { customersFilters, customersSortFields } from '../domain/query.js';
import type { ProviderDescription } from './customers-provider.js';
import { read, readOrNothing, refusing } from './reading.js';
import { descriptionSchema, offeredCapabilitySchema } from './schema.js';

/**
 * Checks what `describe` answered. Sort fields and filters that this version does not know are left out, and so are offered
 * capabilities without a name to send; a permission that is not a plain `true` is none.
 *
 * @throws ProviderError `invalid-data` where another part is broken, because it would promise what nobody
 *   meant; never anything else.
 */
export function checkDescription(answer: unknown): ProviderDescription {
  return refusing('description', () => {
    const { sortable, filterable, capabilities, ...description } = read(descriptionSchema, answer);
    return {
      ...description,
      ...(sortable && { sortable: customersSortFields.filter((field) => sortable.includes(field)) }),
      ...(filterable && { filterable: customersFilters.filter((filter) => filterable.includes(filter)) }),
      ...(capabilities && {
        capabilities: capabilities.flatMap((item) => readOrNothing(offeredCapabilitySchema, item) ?? []),
      }),
    };
  });
}
