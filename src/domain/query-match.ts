import type { Customer } from './customer.js';
import { expirationStatus, upcomingExpiration, type ExpirationClock } from './expirations.js';
import type { ListQuery, StatusFilter } from './query.js';
import { foldText, matchesSearch, searchTextOf } from './search-text.js';

/** Whether a list that is asked this has the customer in it, as far as is known of the customer by now. */
export function matchesQuery(customer: Customer, query: ListQuery, clock: ExpirationClock): boolean {
  const { search = '', statuses, expiresWithinDays, relationship, tiered, beaconProblems, tags, ids } = query;
  const { beacons } = customer;
  const hasProblems = beacons.state === 'ready' && (beacons.value.unhealthy ?? 0) > 0;
  return (
    (ids === undefined || ids.includes(customer.id)) &&
    (search === '' || matchesSearch(searchTextOf(customer), foldText(search))) &&
    (relationship === undefined || relationship === customer.relationship) &&
    (tiered === undefined || tiered === (customer.tiered === true)) &&
    (beaconProblems === undefined || beaconProblems === hasProblems) &&
    (tags === undefined || tags.some((tag) => customer.tags?.includes(tag))) &&
    (statuses === undefined || statuses.includes(statusOf(customer, clock))) &&
    (expiresWithinDays === undefined || expiresWithin(customer, expiresWithinDays, clock))
  );
}

/** Whether two questions are for the same customers, in whatever order. */
export function haveSameFilters(a: ListQuery, b: ListQuery): boolean {
  return filterKey(a) === filterKey(b);
}

function filterKey({ sort: _sort, pinned: _pinned, ...filters }: ListQuery): string {
  return JSON.stringify(Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What is not loaded yet is not known either. */
function statusOf({ expirations }: Customer, clock: ExpirationClock): StatusFilter {
  const status = expirationStatus(expirations, clock);
  if (status.kind === 'expires-in') return `expires-in-${status.days}`;
  return status.kind === 'expired' || status.kind === 'none' ? status.kind : 'unknown';
}

function expiresWithin({ expirations }: Customer, days: number, clock: ExpirationClock): boolean {
  const next = upcomingExpiration(expirations, clock);
  return next.kind === 'date' && next.daysLeft <= days;
}
