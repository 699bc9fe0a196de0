import type { Customer } from '../../../src/domain/customer.js';
import { expirationStatus, upcomingExpiration } from '../../../src/domain/expirations.js';
import { parseExpiry } from '../../../src/domain/expiry.js';
import type { CustomersQuery, CustomersSortField } from '../../../src/domain/query.js';
import type { Call } from '../../../src/providers/customers-provider.js';

/*
 * The answer to a query as the rules say it, with nothing remembered and nothing clever: what the memory provider is
 * held against. The cells come from the domain, which has tests of its own.
 */

type Question = Omit<CustomersQuery, 'page'>;

/** A cell's place in a sort: known values by `value`, the others after them by `blank`, whatever the direction. */
type Place = { readonly value: string | number } | { readonly blank: number };

/** The whole result of a query. */
export function modelAnswer(customers: readonly Customer[], question: Question, call: Call): readonly Customer[] {
  const { statuses, pinned = [] } = question;
  const rows = matching(customers, question, call).filter(
    (row) => !statuses || statuses.some((status) => status === statusOf(row, call)),
  );
  const sorted = inOrder(rows, question, call);
  const isPinned = ({ id }: Customer) => pinned.includes(id);
  return [...sorted.filter(isPinned), ...sorted.filter((row) => !isPinned(row))];
}

/** The counts beside the status filters. */
export function modelCounts(customers: readonly Customer[], question: Question, call: Call): Record<string, number> {
  const rows = matching(customers, question, call);
  const statuses = ['expired', ...call.policy.horizons.map((days) => `expires-in-${days}`), 'none', 'unknown'];
  const counts: Record<string, number> = { all: rows.length };
  for (const status of statuses) counts[status] = rows.filter((row) => statusOf(row, call) === status).length;
  return counts;
}

function matching(customers: readonly Customer[], question: Question, call: Call): readonly Customer[] {
  return customers.filter((row) => {
    const { search = '', relationship, tiered, beaconProblems, tags, ids, expiresWithinDays } = question;
    const problems = row.beacons.state === 'ready' && (row.beacons.value.unhealthy ?? 0) > 0;
    const next = upcomingExpiration(row.expirations, call);
    return (
      [row.name, row.id, row.externalId ?? ''].some((text) => plain(text).includes(plain(search.trim()))) &&
      (relationship === undefined || row.relationship === relationship) &&
      (tiered === undefined || (row.tiered ?? false) === tiered) &&
      (beaconProblems === undefined || problems === beaconProblems) &&
      (!tags || tags.some((tag) => row.tags?.includes(tag))) &&
      (!ids || ids.includes(row.id)) &&
      (expiresWithinDays === undefined || (next.kind === 'date' && next.daysLeft <= expiresWithinDays))
    );
  });
}

/** Case and accents ignored, for the Latin names of the model. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase();
}

function statusOf(row: Customer, call: Call): string {
  const status = expirationStatus(row.expirations, call);
  if (status.kind === 'expires-in') return `expires-in-${status.days}`;
  return status.kind === 'pending' ? 'unknown' : status.kind;
}

function inOrder(rows: readonly Customer[], { sort = [] }: Question, call: Call): readonly Customer[] {
  if (sort.length === 0) return rows;
  return [...rows].sort((a, b) => {
    for (const { field, direction } of sort) {
      const order = comparePlaces(placeOf(a, field, call), placeOf(b, field, call), direction === 'descending', call);
      if (order !== 0) return order;
    }
    return compareText(a.id, b.id, call) || (a.id < b.id ? -1 : 1);
  });
}

function comparePlaces(a: Place, b: Place, falling: boolean, call: Call): number {
  if ('blank' in a || 'blank' in b) return ('blank' in a ? a.blank : 0) - ('blank' in b ? b.blank : 0);
  const order =
    typeof a.value === 'number' && typeof b.value === 'number'
      ? a.value - b.value
      : compareText(String(a.value), String(b.value), call);
  return falling ? -order : order;
}

function compareText(a: string, b: string, { locale }: Call): number {
  return a.localeCompare(b, locale, { numeric: true });
}

function placeOf(row: Customer, field: CustomersSortField, call: Call): Place {
  if (field === 'beacons') return row.beacons.state === 'ready' ? { value: row.beacons.value.total } : { blank: 1 };
  if (field === 'upcomingExpiration') {
    const next = upcomingExpiration(row.expirations, call);
    if (next.kind === 'date') return { value: parseExpiry(next.expiry, call.timeZone)?.day ?? NaN };
    return { blank: { 'no-expirations': 1, 'no-entitlements': 2, unknown: 3, pending: 3 }[next.kind] };
  }
  if (field === 'expirationStatus') {
    const status = expirationStatus(row.expirations, call);
    if (status.kind === 'expires-in') return { value: status.days };
    return status.kind === 'expired' ? { value: -1 } : { blank: status.kind === 'none' ? 1 : 2 };
  }
  const value = row[field] ?? '';
  return value.trim() === '' ? { blank: 1 } : { value };
}
