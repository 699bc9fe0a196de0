/** The columns that a list can be sorted by. */
export const customersSortFields = [
  'name',
  'id',
  'externalId',
  'beacons',
  'upcomingExpiration',
  'expirationStatus',
] as const;

/** One of {@link customersSortFields}. */
export type CustomersSortField = (typeof customersSortFields)[number];

/** The direction of one sort key; blanks stay at the end in both. */
export type SortDirection = 'ascending' | 'descending';

/** One sort key. */
export interface CustomersSort {
  readonly field: CustomersSortField;
  readonly direction: SortDirection;
}

/**
 * An expiration status as a filter value. Each is exclusive: with the default policy `expires-in-60` is a next
 * expiry 31 to 60 days away.
 */
export type StatusFilter = 'expired' | `expires-in-${number}` | 'none' | 'unknown';

/** The rows that a query asks for: a window by position, or the next page of a list that only goes forward. */
export type PageRequest =
  { readonly limit: number; readonly offset: number } | { readonly limit: number; readonly cursor?: string };

/**
 * A question for a list of customers. Plain JSON, so that it serves as cache key, URL state, request body and
 * saved view alike. All parts are combined with AND.
 */
export interface CustomersQuery {
  /** Contained in the name, the organization ID or the external ID; case and accents are ignored. */
  readonly search?: string;
  readonly statuses?: readonly StatusFilter[];
  /** The next expiry is 0 to this many days away. */
  readonly expiresWithinDays?: number;
  readonly relationship?: 'managed' | 'granted';
  readonly tiered?: boolean;
  readonly beaconProblems?: boolean;
  /** A customer matches that carries any of these tags. */
  readonly tags?: readonly string[];
  /** Only these customers. */
  readonly ids?: readonly string[];
  /** These come first, whatever the sort; at most 500. */
  readonly pinned?: readonly string[];
  /** In priority order; the organization ID breaks ties. */
  readonly sort?: readonly CustomersSort[];
  readonly page: PageRequest;
  /** Given back by later windows of one result, so that nothing is doubled or lost between them. */
  readonly snapshot?: string;
  /** Asked for once a result, not with each window. */
  readonly include?: readonly ('total' | 'statusCounts')[];
}

/** A question for a list, without the window of it. */
export type ListQuery = Omit<CustomersQuery, 'page' | 'snapshot' | 'include'>;

/** What a list can be filtered by. */
export const customersFilters = [
  'statuses',
  'expiresWithinDays',
  'relationship',
  'tiered',
  'beaconProblems',
  'tags',
] as const satisfies readonly (keyof ListQuery)[];

/** One of {@link customersFilters}. */
export type CustomersFilter = (typeof customersFilters)[number];

/** Whether a question leaves customers out. */
export function isNarrowed({ sort: _sort, pinned: _pinned, search, ...filters }: ListQuery): boolean {
  // false and 0 are filters, too
  return Boolean(search) || Object.values<unknown>(filters).some((filter) => filter !== undefined);
}

/** The sort after a column's header was activated: its other direction, or ascending where it was not sorted by. */
export function toggledSort(current: CustomersSort | undefined, field: CustomersSortField): CustomersSort {
  const isAscending = current?.field === field && current.direction === 'ascending';
  return { field, direction: isAscending ? 'descending' : 'ascending' };
}

/** The same question, for what contains this text; an empty text asks for all. */
export function withSearch({ search: _before, ...query }: ListQuery, search: string): ListQuery {
  return search === '' ? query : { ...query, search };
}

/** The question for every customer that the host lets be listed, in the same order. */
export function withoutFilters({ sort, pinned, ids }: ListQuery): ListQuery {
  return { ...(sort && { sort }), ...(pinned && { pinned }), ...(ids && { ids }) };
}
