import { customersSortFields } from '../domain/query.js';
import type { ProviderDescription } from './customers-provider.js';
import { read, refusing } from './reading.js';
import { descriptionSchema } from './schema.js';

/**
 * Checks what `describe` answered. Sort fields that this version does not know are left out, and a permission that is
 * not a plain `true` is none.
 *
 * @throws ProviderError `invalid-data` where another part is broken, because it would promise what nobody
 *   meant; never anything else.
 */
export function checkDescription(answer: unknown): ProviderDescription {
  return refusing('description', () => {
    const { sortable, ...description } = read(descriptionSchema, answer);
    if (!sortable) return description;
    return { ...description, sortable: customersSortFields.filter((field) => sortable.includes(field)) };
  });
}
