import fc from 'fast-check';
import { calendarDay } from '../../src/domain/calendar.js';
import { defaultExpirationPolicy, type Entitlement, type ExpirationClock } from '../../src/domain/expirations.js';

/** Zones that skip midnights or days, change by half an hour, sit at the edges of the world, or do nothing at all. */
export const hardZones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'America/Havana',
  'America/Sao_Paulo',
  'America/Asuncion',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Atlantic/Azores',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Kwajalein',
  'Pacific/Pago_Pago',
  'Pacific/Chatham',
] as const;

/** The day number of a date that exists. */
export function dayOf(date: string): number {
  const [year = NaN, month = NaN, dayOfMonth = NaN] = date.split('-').map(Number);
  const day = calendarDay(year, month, dayOfMonth);
  if (day === undefined) throw new RangeError(`no such date: ${date}`);
  return day;
}

/** A clock with the default policy. */
export function clockAt(now: string | Date, timeZone = 'UTC'): ExpirationClock {
  return { now: new Date(now), timeZone, policy: defaultExpirationPolicy };
}

export function entitlement(expires: string | null, more: Partial<Entitlement> = {}): Entitlement {
  return { id: 'e1', product: 'Flexera One', capability: 'optima', expires, ...more };
}

/** Any instant between two dates. */
export function instants(from: string, to: string): fc.Arbitrary<Date> {
  return fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true });
}

/** Any readable expiry around 2026, of both kinds. */
export const expiries: fc.Arbitrary<string> = fc.oneof(
  instants('2025-10-01', '2027-03-01').map((date) => date.toISOString().slice(0, 10)),
  instants('2025-10-01', '2027-03-01').map((date) => date.toISOString()),
  fc
    .tuple(instants('2025-10-01', '2027-03-01'), fc.constantFrom('-11:00', '-03:30', '+05:45', '+14:00'))
    .map(([date, offset]) => date.toISOString().slice(0, 19) + offset),
);

/** Any entitlement around 2026: dated, undated, unreadable, of the platform's own capabilities too. */
export const entitlements: fc.Arbitrary<Entitlement> = fc.record({
  id: fc.uuid(),
  product: fc.constantFrom('Flexera One', 'Snow Atlas', 'Another'),
  capability: fc.constantFrom('optima', 'fss', 'iam', 'MSP'),
  expires: fc.oneof(
    { weight: 6, arbitrary: expiries },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom('', 'soon', '2026-02-30', '2026-06-15T12:00:00') },
  ),
});
