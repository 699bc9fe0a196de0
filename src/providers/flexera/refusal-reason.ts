import type { ErrorCode } from '../../domain/availability.js';
import { ProviderError } from '../provider-error.js';

/**
 * Why a change was refused, where the code alone says too little.
 *
 * - `customer-limit-reached`: the viewer's organization may not have more customers.
 * - `organization-has-children`: a customer with customers of its own is not deleted.
 * - `capabilities-in-use`: a capability that the customer's own customers use is not removed.
 * - `capabilities-not-allowed`: what the viewer's organization has does not allow these capabilities.
 * - `outcome-unknown`: no answer came, and a look at the list did not tell either: look before trying again.
 */
export type RefusalReason =
  | 'customer-limit-reached'
  | 'organization-has-children'
  | 'capabilities-in-use'
  | 'capabilities-not-allowed'
  | 'outcome-unknown';

const reasons: ReadonlyMap<string, RefusalReason> = new Map([
  ['customer_limit_reached', 'customer-limit-reached'],
  ['organization_has_children', 'organization-has-children'],
  ['capabilities_in_use', 'capabilities-in-use'],
  ['msp_capability_validation_failed', 'capabilities-not-allowed'],
]);

/** The reason that the API names, in lower case for one request and in upper case in bulk results. */
export function reasonOf(name: string | undefined): RefusalReason | undefined {
  return name === undefined ? undefined : reasons.get(name.toLowerCase());
}

/** A change that was refused for a reason that has a name. */
export class RefusedChange extends ProviderError {
  readonly reason: RefusalReason;

  constructor(code: ErrorCode, reason: RefusalReason, options: ConstructorParameters<typeof ProviderError>[2] = {}) {
    super(code, reason, options);
    this.reason = reason;
  }
}
