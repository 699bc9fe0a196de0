import type { RefusalReason } from '../../domain/refusal-reason.js';

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
