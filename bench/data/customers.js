// The customers of a measurement, and the same as rows that are ready to be shown.
import { beaconCount } from '../../src/domain/beacons.ts';
import { defaultExpirationPolicy, expirationStatus, upcomingExpiration } from '../../src/domain/expirations.ts';
import { parseExpiry } from '../../src/domain/expiry.ts';
import { sampleCustomers } from '../../src/testing/sample-customers.ts';
import { noEntitlements, noExpirations, notApplicable, unknown } from './row.js';

/** The moment that all expirations are judged at. */
export const now = new Date('2026-11-24T12:00:00Z');

const clock = { now, timeZone: 'UTC', policy: defaultExpirationPolicy };

/** The same customers in every run; nothing in them is still to come. */
export function makeCustomers(count) {
  return sampleCustomers(count, { now }).map((customer) => {
    if (customer.beacons.state === 'pending') customer = { ...customer, beacons: { state: 'unavailable' } };
    if (customer.expirations.state === 'pending') customer = { ...customer, expirations: { state: 'unavailable' } };
    return customer;
  });
}

/**
 * What a host has to make of a customer for a grid that knows nothing of customers: one flat object, its expirations
 * judged already. No measurement counts this work.
 */
export function makeRow(customer) {
  const { id, name, externalId = '' } = customer;
  const beacons = beaconCount(customer.beacons);
  const upcoming = upcomingExpiration(customer.expirations, clock);
  const status = expirationStatus(customer.expirations, clock);
  return {
    id,
    name,
    externalId,
    beacons: beacons.kind === 'count' ? beacons.total : beacons.kind === 'not-applicable' ? notApplicable : unknown,
    problems: beacons.unhealthy ?? 0,
    expiryDay: dayOf(upcoming),
    status: status.kind === 'expires-in' ? status.days : status.kind === 'expired' ? 0 : -1,
  };
}

function dayOf(upcoming) {
  if (upcoming.kind === 'date') return parseExpiry(upcoming.expiry, clock.timeZone).day;
  return upcoming.kind === 'no-expirations'
    ? noExpirations
    : upcoming.kind === 'no-entitlements'
      ? noEntitlements
      : unknownExpiry;
}

/** After all days and the other states, in the order of the column. */
const unknownExpiry = noEntitlements + 1;

/** Another number of beacons for one customer, as an update brings it. */
export function withBeacons(customer, total) {
  return { ...customer, beacons: { state: 'ready', value: { total } } };
}
