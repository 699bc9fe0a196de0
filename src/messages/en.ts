import type { ErrorCode } from '../domain/availability.js';
import type { Count } from './count.js';

const customers = (count: Count) => `${count.text} ${count.plural === 'one' ? 'customer' : 'customers'}`;
const days = (count: Count) => `${count.text} ${count.plural === 'one' ? 'day' : 'days'}`;
const beacons = (count: Count) => `${count.text} ${count.plural === 'one' ? 'beacon' : 'beacons'}`;

const errors: Record<ErrorCode, string> = {
  unauthenticated: 'Your session has ended. Sign in again.',
  forbidden: 'You do not have permission to see this.',
  'not-found': 'This no longer exists.',
  'invalid-query': 'This search cannot be answered.',
  'invalid-input': 'This cannot be saved as it is.',
  conflict: 'Someone else changed this in the meantime.',
  'rate-limited': 'Too many requests at the moment. Try again shortly.',
  timeout: 'The answer took too long.',
  offline: 'You are offline.',
  unavailable: 'The service cannot be reached.',
  unsupported: 'This is not available here.',
  'invalid-data': 'The answer could not be read.',
  unknown: 'Something went wrong.',
};

/**
 * English, as far as every element has it from the start. A panel that is loaded later brings its own words along, from
 * a file of its name in `en/`.
 */
export const en = {
  /** Said of every failure, by its code. */
  errors,
  retry: 'Try again',

  overview: {
    heading: 'Customers Overview',
    table: 'Customers',
    total: customers,
    search: 'Search name, organization ID, external ID',
    clearSearch: 'Clear search',
    add: 'Add New Customer',
    sortBy: 'Sort by',
    /** In the place of an order where the list has none. */
    sortNone: 'Choose an order',
    sortOption: (column: string, direction: 'ascending' | 'descending') => `${column}, ${direction}`,
    columns: {
      name: 'Customer name',
      id: 'Organization ID',
      externalId: 'External ID',
      beacons: 'Total Beacons',
      upcomingExpiration: 'Upcoming Expirations',
      expirationStatus: 'Expiration Status',
    },
    /** Said of the columns that hold something to do. */
    controls: { select: 'Selection', favourite: 'Favourite', menu: 'Actions' },
    viewOnly: 'View only',
    viewOnlyHint: 'This customer owns the system: you have view-only access.',
    noExternalId: 'No external ID',
    goneRow: 'This customer is no longer in the list.',
    unreadableRow: 'This customer could not be read.',
    duplicateRow: (id: string) => `Organization ID ${id} appears twice; only the first is shown.`,
    loadingRow: 'Loading…',
    refreshing: 'Updating…',
    empty: 'No customers yet',
    emptyHint: 'Customers that you manage, or that granted you access, appear here.',
    noMatch: (search: string) => `No customer matches “${search}”`,
    noMatchHint: 'Check the spelling, or clear the search to see every customer.',
    /** Where nothing was searched for: filters alone leave nobody. */
    noFilterMatch: 'No customer matches the filters',
    noFilterMatchHint: 'The list shows only some of the customers.',
    showAll: 'Show all customers',
    failed: 'The customers could not be loaded',
    failedStale: 'The list could not be updated. What you see may be out of date.',
    panelFailed: 'The details could not be opened',
    panelFailedHint: 'Try again. If that does not help, reload the page.',
    quarantined: (count: Count) =>
      `${customers(count)} could not be read and ${count.plural === 'one' ? 'is' : 'are'} marked in the list.`,
    pages: {
      label: 'Pages',
      /** Without a total where it is not known yet. */
      range: (first: string, last: string, total?: string) =>
        total === undefined ? `${first}–${last}` : `${first}–${last} of ${total}`,
      previous: 'Previous page',
      next: 'Next page',
      size: 'Customers per page',
    },
  },

  beacons: {
    /** The spoken name of the link; the visible text is the number. */
    link: (count: Count, customer: string) => (customer ? `${beacons(count)}, ${customer}` : beacons(count)),
    linkWithProblems: (count: Count, problems: Count, customer: string) =>
      `${beacons(count)}, ${problems.text} with problems${customer ? `, ${customer}` : ''}`,
    notApplicable: 'Not applicable',
    unknown: {
      forbidden: 'Beacons: you do not have access',
      unavailable: 'Beacons: data unavailable',
    },
    pending: 'Loading beacons',
  },

  expirations: {
    noExpirations: 'No expirations',
    noEntitlements: 'No entitlements',
    /** The spoken name of the link in front of the customer's name. */
    linkOf: (text: string, customer: string) => (customer ? `${text}, ${customer}` : text),
    /** The distance of a coming date: 0 days left are today. */
    relative: (daysLeft: Count) =>
      daysLeft.value === 0 ? 'today' : daysLeft.value === 1 ? 'tomorrow' : `in ${days(daysLeft)}`,
    status: {
      expired: 'Expired',
      expiresIn: (horizon: Count) => `Expires in ${days(horizon)}`,
      none: 'No expiration within the next days',
    },
    unknown: {
      forbidden: 'Expirations: only owners of the organization can see them',
      'not-applicable': 'Expirations: not applicable',
      unavailable: 'Expirations: data unavailable',
      incomplete: 'Expirations: data incomplete',
    },
    pending: 'Loading expirations',
  },
};
