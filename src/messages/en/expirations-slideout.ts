import type { Count } from '../count.js';

const days = (count: Count) => `${count.text} ${count.plural === 'one' ? 'day' : 'days'}`;

/** The English words of the slideout, loaded with it. */
export const expirationsSlideout = {
  heading: 'Upcoming Expirations',
  organizationId: (id: string) => `Organization ID ${id}`,
  close: 'Close',
  loading: 'Loading expirations…',
  failed: 'The expirations could not be loaded',
  unsupported: 'The expirations of single capabilities are not available here.',
  empty: 'No entitlements',
  /** In its place where a source is missing, which may have some. */
  noneKnown: 'No entitlements known',
  missing: (sources: string) => `Not included, because it could not be read: ${sources}`,
  unreadableEntries: (count: Count) =>
    `${count.text} more ${count.plural === 'one' ? 'entry' : 'entries'} could not be read.`,
  columns: {
    product: 'Product',
    capability: 'Capability',
    expires: 'Expiration date',
    daysLeft: 'Days left',
    status: 'Status',
  },
  doesNotExpire: 'Does not expire',
  unreadable: 'Unreadable date',
  daysLeft: (count: Count) => days(count),
  daysSince: (count: Count) => `${days(count)} ago`,
  today: 'Today',
  longExpired: 'Expired earlier',
  countOf: (status: string, count: Count) => `${status}: ${count.text}`,
  active: 'Later',
};
