import type { Count } from '../count.js';

const customers = (count: Count) => `${count.text} ${count.plural === 'one' ? 'customer' : 'customers'}`;

/** English words about selected customers; they come after the first view of a list. */
export const selection = {
  select: (customer: string) => `Select ${customer}`,
  selectPage: 'Select all on this page',
  selectAll: 'Select customers',
  loaded: (count: Count) => `The ${customers(count)} loaded so far`,
  /** `count` where it is certain. */
  all: (count?: Count) => (count === undefined ? 'All customers' : `All ${customers(count)}`),
  allThatMatch: (count?: Count) =>
    count === undefined ? 'All customers that match' : `All ${customers(count)} that match`,
  /** Names the bar below the rows. */
  bar: 'Selected customers',
  selected: (count: Count) => `${count.text} selected`,
  /** Where it is not certain how many match; `except` where some of them are not selected. */
  allSelected: (except?: Count) =>
    except === undefined ? 'All that match selected' : `All that match but ${except.text} selected`,
  /** `count` where it is certain. */
  hidden: (count?: Count) =>
    count === undefined ? 'some may be hidden by the filter' : `${count.text} hidden by the filter`,
  delete: 'Delete…',
  export: 'Export',
  clear: 'Clear Selection',
  cleared: 'Selection cleared',
  tooMany: (most: Count) => `No more than ${most.text} customers can be deleted at a time. Select fewer.`,
  gone: 'These customers are no longer there.',
  unread: 'The selected customers could not be read.',
  skipped: (count: Count) =>
    `${customers(count)} in between ${count.plural === 'one' ? 'is' : 'are'} not loaded and ${count.plural === 'one' ? 'was' : 'were'} not selected.`,
  otherList: 'All customers of another search or filter are selected. Clear the selection to select others.',
};
