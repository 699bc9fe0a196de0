import type { Count } from '../count.js';

const customers = (count: Count) => `${count.text} ${count.plural === 'one' ? 'customer' : 'customers'}`;
const were = (count: Count) => (count.plural === 'one' ? 'was' : 'were');

/** The English words of the panel that adds customers, loaded with it. */
export const addCustomers = {
  heading: 'Add customers',
  hint: (most: Count) =>
    `Fill in one customer or several, up to ${most.text} at a time. Each needs a name, an owner and a capability.`,
  loading: 'Loading…',
  failed: 'What can be added could not be read',
  unsupported: 'Customers cannot be added here.',
  denied: 'You do not have permission to add customers.',
  deniedKept: 'You do not have permission to add customers any more. What you filled in has not been sent.',

  upload: 'Upload CSV file',
  template: 'Download template',
  /** What the template is called; `.csv` comes after it. */
  templateName: 'customers-template',
  reading: 'Reading the file…',
  headers: {
    name: 'Customer name',
    externalId: 'External ID',
    description: 'Description',
    firstName: 'Owner first name',
    lastName: 'Owner last name',
    email: 'Owner e-mail',
    capabilities: 'Capabilities',
  },
  /** The line of the template that shows what to write. */
  example: {
    name: 'Example Corporation',
    externalId: 'EX-1001',
    description: 'Replace this line with your customers.',
    firstName: 'Jane',
    lastName: 'Doe',
    email: 'jane.doe@example.com',
  },
  csvFailed: {
    'too-large': 'This file is larger than 10 MB. Split it into smaller ones.',
    unreadable: 'This is not a CSV file. Save it as CSV and try again.',
    'no-name-column': 'The first line of this file does not name the columns. Use the template.',
    empty: 'There are no customers in this file.',
    'not-loaded': 'The file could not be read. Try again.',
  },
  brokenQuotes: (row: string) =>
    `The quotation marks in row ${row} of this file do not match. Mend them and try again.`,
  tooMany: (inFile: Count, room: Count) =>
    `There are ${customers(inFile)} in this file, and there is room for ${room.text} more. Add the first ${room.text}, or none?`,
  noRoom: (inFile: Count, most: Count) =>
    `There are ${customers(inFile)} in this file, but ${most.text} stand here already. Create those first.`,
  addFirst: (room: Count) => `Add the first ${room.text}`,
  addNone: 'Add none',
  imported: (count: Count) => `${customers(count)} taken in from the file. Nothing has been created yet.`,
  ignored: (columns: string) => `Not used, because no such column is known: ${columns}`,
  dismiss: 'Dismiss',

  list: 'Customers to add',
  /** Its place in the list. */
  row: (place: string) => `Customer ${place}`,
  details: 'Owners and capabilities',
  /** As in "Ada Byron and 2 more". */
  more: (first: string, others: Count) => `${first} and ${others.text} more`,
  noOwner: 'No owner yet',
  remove: 'Remove',
  removeRow: (row: string) => `Remove ${row}`,
  addRow: 'Add another customer',
  full: (most: Count) => `No more than ${most.text} at a time.`,
  problems: (count: Count) => `${count.text} ${count.plural === 'one' ? 'problem' : 'problems'}`,

  summary: (count: Count) =>
    `${count.text} ${count.plural === 'one' ? 'problem needs' : 'problems need'} mending first`,
  summaryItem: (row: string, field: string, problem: string) => `${row}, ${field}: ${problem}`,
  summaryMore: (count: Count) => `and ${count.text} more`,
  nothing: 'Fill in a customer first.',

  create: (count: Count) => (count.value === 0 ? 'Create customers' : `Create ${customers(count)}`),
  creating: (count: Count) => `Creating ${customers(count)}…`,
  created: (count: Count) => `${customers(count)} ${were(count)} created`,
  organizationId: (id: string) => `Organization ID ${id}`,
  notCreated: (count: Count) => `${customers(count)} ${were(count)} not created. Mend and send again.`,
  sendFailed: 'Nothing was created.',
  rowFailed: 'Not created.',
  rowInDoubt: 'It is not known whether this customer was created.',
  inDoubt:
    'It is not known whether these customers were created: no answer came. Checking sends the same again, and creates nothing twice.',
  check: 'Check and send again',

  cancel: 'Cancel',
  done: 'Done',
  confirm: (count: Count) =>
    count.plural === 'one'
      ? 'Discard 1 customer that has not been created?'
      : `Discard ${count.text} customers that have not been created?`,
  confirmInDoubt: 'Leave without knowing whether these customers were created?',
  discard: 'Discard',
  leave: 'Leave',
  keep: 'Keep editing',
};
