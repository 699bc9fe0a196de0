import type { RefusalReason } from '../../domain/refusal-reason.js';

/** Why a change was refused, in English; loaded with the panels that change something. */
export const refusals: Record<RefusalReason, string> = {
  'customer-limit-reached': 'Your organization has as many customers as it may have.',
  'organization-has-children': 'This customer has customers of its own. Delete those first.',
  'capabilities-in-use': 'Its own customers use a capability that was to be taken away.',
  'capabilities-not-allowed': 'Your organization cannot give these capabilities.',
  'name-taken': 'Another customer has this name.',
  'external-id-taken': 'Another customer has this external ID.',
  'outcome-unknown': 'It is not known whether this was done. Check the list before you try again.',
};
