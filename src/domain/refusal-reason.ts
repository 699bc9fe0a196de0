/**
 * Why a change was refused, where its code alone says too little (`docs/rules.md §5`). Every reason has its own words on
 * screen.
 *
 * - `customer-limit-reached`: the viewer's organization may not have more customers.
 * - `organization-has-children`: a customer with customers of its own is not deleted.
 * - `capabilities-in-use`: a capability that the customer's own customers use is not taken away.
 * - `capabilities-not-allowed`: what the viewer's organization has does not allow these capabilities.
 * - `name-taken`, `external-id-taken`: another customer has it.
 * - `outcome-unknown`: nobody knows whether the change was made; the same change with the same key finds out.
 */
export const refusalReasons = [
  'customer-limit-reached',
  'organization-has-children',
  'capabilities-in-use',
  'capabilities-not-allowed',
  'name-taken',
  'external-id-taken',
  'outcome-unknown',
] as const;

/** One of {@link refusalReasons}. */
export type RefusalReason = (typeof refusalReasons)[number];

/** Whether a value is one of {@link refusalReasons}. */
export function isRefusalReason(value: unknown): value is RefusalReason {
  return refusalReasons.some((reason) => reason === value);
}
