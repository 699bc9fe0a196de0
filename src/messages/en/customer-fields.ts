import type { KeptReason } from '../../domain/customer-changes.js';
import type { FieldProblem } from '../../domain/customer-draft.js';
import type { Count } from '../count.js';

const problems: Record<Exclude<FieldProblem, 'too-long'>, string> = {
  required: 'This is required.',
  'not-an-email': 'This is not an e-mail address.',
  'not-offered': 'Your organization does not have this capability.',
  'unreadable-date': 'This is not a date.',
  duplicate: 'Another customer in this list has the same.',
  taken: 'Another customer has this already.',
  refused: 'This was not accepted.',
};

const kept: Record<KeptReason, string> = {
  required: 'Always included',
  'in-use': 'In use by its own customers',
  tiered: 'A customer with customers of its own keeps what it has',
};

/** The English words of a customer's fields, loaded with the panels in which they are filled in. */
export const customerFields = {
  name: 'Customer name',
  externalId: 'External ID',
  description: 'Description',
  optional: (label: string) => `${label} (optional)`,
  owners: 'Owners',
  /** Its place among them, from 1 on. */
  owner: (place: string) => `Owner ${place}`,
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail',
  addOwner: 'Add owner',
  remove: 'Remove',
  /** The spoken name of the button, which begins with what it shows. */
  removeOwner: (owner: string) => `Remove ${owner}`,
  capabilities: 'Capabilities',
  expires: 'Expires',
  /** The spoken name of the date, which begins with what stands before it. */
  expiresOf: (capability: string) => `Expires, ${capability}`,
  /** Why a capability cannot be taken away. */
  kept,
  problems,
  tooLong: (most: Count) => `This is too long: at most ${most.text} characters.`,
};
