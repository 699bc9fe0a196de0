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

/** With the hour at 11, the minute at 14, the second at 17, its fraction at 20, and the zone at the end. */
const shape =
  /^\d{4}-\d\d-\d\d(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d))?$/;

/**
 * Reads an expiry: a calendar date `YYYY-MM-DD`, or a date-time with `Z` or an offset `±hh:mm`; seconds and their
 * fraction may be left out. `undefined` for everything else, a date-time without a zone and a date that the calendar
 * does not have included (`docs/rules.md §2.1`). Never throws.
 *
 * @param timeZone IANA name: where the calendar day of a date-time is looked up. A calendar date is never converted.
 */
export function parseExpiry(expiry: unknown, timeZone: string): ParsedExpiry | undefined {
  if (typeof expiry !== 'string' || expiry.length > longestExpiry || !shape.test(expiry)) return undefined;
  const day = calendarDay(digits(expiry, 0, 4), digits(expiry, 5, 7), digits(expiry, 8, 10));
  if (day === undefined) return undefined;
  if (expiry.length === 10) return { kind: 'day', day };
  const instant = day * dayLength + timeOfDay(expiry);
  return { kind: 'instant', instant, day: calendarDayOf(instant, timeZone) };
}

/** Milliseconds from midnight in UTC to the time of a date-time; outside of the day where its offset leads there. */
function timeOfDay(expiry: string): number {
  const inUtc = expiry.endsWith('Z');
  const zoneAt = expiry.length - (inUtc ? 1 : 6);
  const seconds = zoneAt > 16 ? digits(expiry, 17, 19) : 0;
  // more than milliseconds no `Date` can tell apart
  const fractionEnd = Math.min(zoneAt, 23);
  const milliseconds = zoneAt > 19 ? digits(expiry, 20, fractionEnd) * 10 ** (23 - fractionEnd) : 0;
  const offset = inUtc ? 0 : digits(expiry, zoneAt + 1, zoneAt + 3) * 60 + digits(expiry, zoneAt + 4, zoneAt + 6);
  const minutes = digits(expiry, 11, 13) * 60 + digits(expiry, 14, 16) - (expiry[zoneAt] === '-' ? -offset : offset);
  return minutes * 60_000 + seconds * 1000 + milliseconds;
}

/** The number that stands between two places; a long list holds hundreds of thousands, and substrings are slower. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let index = from; index < to; index += 1) number = number * 10 + text.charCodeAt(index) - 48;
  return number;
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
