import { calendarDay, calendarDayOf, dayLength } from './calendar.js';

/**
 * An expiry that was read. `day` is the calendar day that it falls on in the time zone it was read for, in days since
 * 1970-01-01; `instant` is in milliseconds since 1970-01-01T00:00Z.
 */
export type ParsedExpiry =
  | { readonly kind: 'day'; readonly day: number }
  | { readonly kind: 'instant'; readonly instant: number; readonly day: number };

/** No expiry is longer: what is, is refused before it costs anything. */
const longestExpiry = 40;

const pattern =
  /^(\d{4})-(\d\d)-(\d\d)(?:T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d+))?)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d)))?$/;

/**
 * Reads an expiry: a calendar date `YYYY-MM-DD`, or a date-time with `Z` or an offset `±hh:mm`; seconds and their
 * fraction may be left out. `undefined` for everything else, a date-time without a zone and a date that the calendar
 * does not have included (`docs/rules.md §2.1`). Never throws.
 *
 * @param timeZone IANA name: where the calendar day of a date-time is looked up. A calendar date is never converted.
 */
export function parseExpiry(expiry: unknown, timeZone: string): ParsedExpiry | undefined {
  if (typeof expiry !== 'string' || expiry.length > longestExpiry) return undefined;
  const parts = pattern.exec(expiry);
  if (!parts) return undefined;
  const day = calendarDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (day === undefined) return undefined;
  const hours = parts[4];
  if (hours === undefined) return { kind: 'day', day };
  const [minutes, seconds = 0, fraction = '', sign, offsetHours = 0, offsetMinutes = 0] = parts.slice(5);
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === '-' ? -1 : 1);
  const secondsOfDay = (Number(hours) * 60 + Number(minutes) - offset) * 60 + Number(seconds);
  const instant = day * dayLength + secondsOfDay * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
  return { kind: 'instant', instant, day: calendarDayOf(instant, timeZone) };
}

/** Calendar days from `today` to the expiry; negative once it lies in the past. */
export function daysLeft(expiry: ParsedExpiry, today: number): number {
  return expiry.day - today;
}

/** Whether an expiry has passed: a date after its day, a date-time at its instant (`docs/rules.md §2.1`). */
export function hasExpired(expiry: ParsedExpiry, now: Date, today: number): boolean {
  return expiry.kind === 'day' ? expiry.day < today : expiry.instant <= now.getTime();
}

/** Orders expiries by when they pass in the zone that they were read for. */
export function compareExpiries(a: ParsedExpiry, b: ParsedExpiry): number {
  return a.day - b.day || (passesAt(a) < passesAt(b) ? -1 : passesAt(a) > passesAt(b) ? 1 : 0);
}

/** Among the expiries of one day, a date lasts longest. */
function passesAt(expiry: ParsedExpiry): number {
  return expiry.kind === 'day' ? Infinity : expiry.instant;
}
