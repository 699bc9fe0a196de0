import type { Count } from '../count.js';

const customers = (count: Count) => `${count.text} ${count.plural === 'one' ? 'customer' : 'customers'}`;
const isOrAre = (count: Count) => (count.plural === 'one' ? 'is' : 'are');

/** The English words of the panel that deletes customers, loaded with it. */
export const deleteCustomers = {
  heading: (count: Count) => `Delete ${customers(count)}`,
  headingDone: 'Customers deleted',
  organizationId: (id: string) => `Organization ID ${id}`,
  permanent: 'This cannot be undone.',
  list: (count: Count) => `To be deleted: ${customers(count)}`,
  hidden: (count: Count) => `${customers(count)} of these ${isOrAre(count)} hidden by the filters of the list.`,
  hiddenMark: 'Hidden by a filter',
  excluded: (count: Count) => `Not deleted: ${customers(count)}`,
  /** Why a customer is not even sent. */
  reasons: {
    granted: 'This customer owns its system.',
    'not-allowed': 'You do not have permission to delete this customer.',
    'too-many': 'No more than 100 can be deleted at a time.',
  },
  nobody: 'None of these customers can be deleted.',
  unsupported: 'Customers cannot be deleted here.',
  next: 'Next',
  back: 'Back',
  cancel: 'Cancel',
  done: 'Done',
  /** What has to be typed; case does not matter. */
  word: 'delete',
  typeWord: (word: string) => `Type “${word}” to confirm`,
  wrongWord: (word: string) => `Type “${word}” to go on.`,
  confirm: (count: Count) => `Delete ${customers(count)}`,
  deleting: 'Deleting…',
  deleted: 'Deleted',
  deletedCount: (count: Count) => `${customers(count)} deleted.`,
  refusedCount: (count: Count) => `${customers(count)} not deleted.`,
  unknownCount: (count: Count) => `Of ${customers(count)} it is not known.`,
  unknown: 'No answer came: it is not known whether this customer was deleted.',
  notDeleted: 'Not deleted.',
  check: 'Check now',
  failed: 'Nothing was deleted.',
};
