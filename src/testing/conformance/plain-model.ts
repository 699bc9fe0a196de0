import type { Customer } from '../../domain/customer.js';
import { expirationStatus, upcomingExpiration } from '../../domain/expirations.js';
import { parseExpiry } from '../../domain/expiry.js';
import type { CustomersSortField, ListQuery } from '../../domain/query.js';
import { foldText } from '../../domain/search-text.js';
import type { Call } from '../../providers/customers-provider.js';

/*
 * What a query means, written as plainly as it can be: the domain judges each customer, nothing is remembered and
 * nothing is fast. Providers are held against this.
 */

/** Where a customer stands in one column: what is blank by `blank`, after all others and in the same order always. */
export interface Place {
  readonly blank: number;
  readonly value: string | number;
}

/** Whether a customer belongs to what a question finds. */
export function isFound(customer: Customer, question: ListQuery, call: Call): boolean {
  const { statuses } = question;
  return (
    isFoundInAnyStatus(customer, question, call) &&
    (statuses === undefined || statuses.some((status) => status === statusOf(customer, call)))
  );
}

/** The counts beside the status filters. */
export function statusCountsOf(
  customers: readonly Customer[],
  question: ListQuery,
  call: Call,
): Readonly<Record<string, number>> {
  const found = customers.filter((customer) => isFoundInAnyStatus(customer, question, call));
  const statuses = ['expired', ...call.policy.horizons.map((days) => `expires-in-${days}`), 'none', 'unknown'];
  const counts: Record<string, number> = { all: found.length };
  for (const status of statuses) counts[status] = found.filter((each) => statusOf(each, call) === status).length;
  return counts;
}

/** The status that a customer is filtered by. */
export function statusOf(customer: Customer, call: Call): string {
  const status = expirationStatus(customer.expirations, call);
  if (status.kind === 'expires-in') return `expires-in-${status.days}`;
  return status.kind === 'pending' ? 'unknown' : status.kind;
}

/** Where a customer stands in the order of a column. */
export function placeOf(customer: Customer, field: CustomersSortField, call: Call): Place {
  if (field === 'beacons') {
    const { beacons } = customer;
    return beacons.state === 'ready' ? { blank: 0, value: beacons.value.total } : { blank: 1, value: 0 };
  }
  if (field === 'upcomingExpiration') {
    const next = upcomingExpiration(customer.expirations, call);
    if (next.kind === 'date') return { blank: 0, value: parseExpiry(next.expiry, call.timeZone)?.day ?? 0 };
    return { blank: next.kind === 'no-expirations' ? 1 : next.kind === 'no-entitlements' ? 2 : 3, value: 0 };
  }
  if (field === 'expirationStatus') {
    const status = expirationStatus(customer.expirations, call);
    if (status.kind === 'expired') return { blank: 0, value: -1 };
    if (status.kind === 'expires-in') return { blank: 0, value: status.days };
    return { blank: status.kind === 'none' ? 1 : 2, value: 0 };
  }
  const value: unknown = customer[field];
  return typeof value !== 'string' || value.trim() === '' ? { blank: 1, value: '' } : { blank: 0, value };
}

/** The ascending order of two values of one column; text in the reader's language, numbers in it as numbers. */
export function compareValues(a: Place['value'], b: Place['value'], { locale }: Call): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), locale, { numeric: true });
}

function isFoundInAnyStatus(customer: Customer, question: ListQuery, call: Call): boolean {
  const { search = '', expiresWithinDays, relationship, tiered, beaconProblems, tags, ids } = question;
  const { beacons } = customer;
  const hasProblems = beacons.state === 'ready' && (beacons.value.unhealthy ?? 0) > 0;
  const next = upcomingExpiration(customer.expirations, call);
  return (
    [customer.name, customer.id, customer.externalId ?? ''].some((text) => contains(text, search)) &&
    (expiresWithinDays === undefined || (next.kind === 'date' && next.daysLeft <= expiresWithinDays)) &&
    (relationship === undefined || customer.relationship === relationship) &&
    (tiered === undefined || (customer.tiered ?? false) === tiered) &&
    (beaconProblems === undefined || hasProblems === beaconProblems) &&
    (tags === undefined || tags.some((tag) => customer.tags?.includes(tag))) &&
    (ids === undefined || ids.includes(customer.id))
  );
}

function contains(text: string, search: string): boolean {
  return foldText(text).includes(foldText(search).trim());
}
