import type { CustomerCapability, CustomerDetails } from './customer.js';
import { requiredCapability } from './customer-draft.js';

/**
 * Why a capability that a customer has cannot be taken away (`docs/rules.md §5.3`).
 *
 * - `required`: every customer has it.
 * - `in-use`: the customer's own customers use it.
 * - `tiered`: a customer with customers of its own gains capabilities, and keeps those it has.
 */
export type KeptReason = 'required' | 'in-use' | 'tiered';

/** Why a capability cannot be taken away from a customer; `undefined` where it can. */
export function keptReason(
  capability: Pick<CustomerCapability, 'capability' | 'inUse'>,
  { tiered }: Pick<CustomerDetails, 'tiered'> = {},
): KeptReason | undefined {
  if (capability.capability === requiredCapability) return 'required';
  if (capability.inUse === true) return 'in-use';
  return tiered === true ? 'tiered' : undefined;
}
