import type { Count } from '../count.js';

/** The English words of the panel that edits a customer, loaded with it. */
export const editCustomer = {
  heading: 'Edit customer',
  organizationId: (id: string) => `Organization ID ${id}`,
  loading: 'Loading the customer…',
  failed: 'The customer could not be loaded',
  unsupported: 'Customers cannot be edited here.',
  viewOnly: 'This customer owns the system: you have view-only access.',
  notAllowed: 'You do not have permission to edit this customer.',
  gone: 'This customer no longer exists.',
  ownersUnknown: 'The owners could not be read and stay as they are.',
  capabilitiesUnknown: 'The capabilities could not be read and stay as they are.',

  save: 'Save changes',
  saving: 'Saving…',
  cancel: 'Cancel',
  close: 'Close',
  saved: 'Changes saved.',
  notSaved: 'No answer came, and nothing has been saved. You can save again; it is not done twice.',
  unknown: 'No answer came, and it is not known whether your changes were saved.',
  check: 'Check now',
  refused: 'Your changes were not saved.',
  forbidden: 'You no longer have permission to edit this customer. Your last changes were not saved.',
  problems: (count: Count) =>
    count.plural === 'one' ? `${count.text} field needs your attention.` : `${count.text} fields need your attention.`,

  removeOwner: (owner: string) => `Remove ${owner} as an owner?`,
  removeCapability: (capability: string) => `Take ${capability} away from this customer?`,
  remove: 'Remove',
  keep: 'Keep',
  discardQuestion: 'Discard what you have changed?',
  discard: 'Discard changes',
  keepEditing: 'Keep editing',

  compare: {
    heading: 'Somebody else changed this customer',
    hint: 'Nothing of yours has been saved yet. Choose which version is to stand.',
    before: 'Before',
    theirs: 'Theirs',
    mine: 'Yours',
    blank: 'Blank',
    absent: 'Not there',
    /** An owner. */
    owner: (name: string, email: string) => `${name}, ${email}`,
    expires: (date: string) => `Expires ${date}`,
    doesNotExpire: 'Does not expire',
    /** What the difference is about: a field, and which owner or capability where it has several. */
    item: (field: string, item: string) => `${field}: ${item}`,
    choose: 'Choose a version of each to go on.',
    save: 'Save this',
    discard: 'Discard mine',
  },
};
