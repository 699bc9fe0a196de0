import { tzOffset } from '@date-fns/tz/tzOffset';
import { millisecondsInDay } from 'date-fns/constants';

/** Milliseconds of a day without a clock change. */
export const dayLength = millisecondsInDay;

/** The largest distance of an instant from 1970 that a `Date` holds. */
const furthestInstant = 8_640_000_000_000_000;

/** No zone was ever further than this from UTC, so a day begins within this distance of its midnight in UTC. */
const furthestOffset = 16 * 3_600_000;

/** Bounds what is remembered; far more than a page of customers ever asks for. */
const rememberedZones = 50;
const rememberedDays = 10_000;

/** Asking `Intl` costs microseconds, and a list asks for the same few days of one zone again and again. */
interface Zone {
  readonly name: string;
  readonly starts: Map<number, number>;
}

const zones = new Map<string, Zone>();

/** Whether the runtime knows this time zone. Never throws. */
export function isTimeZone(name: string): boolean {
  // `undefined` would mean the machine's own zone to `Intl`, which is nobody's choice
  if (typeof name !== 'string') return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The time zone of a name, or UTC where the runtime knows none of that name. Cheap, however often it is asked. */
export const knownTimeZone = (name: string): string => zoneOf(name).name;

/**
 * The calendar day on which an instant falls in a time zone, in days since 1970-01-01 (`docs/rules.md §2.1`). A day
 * that has begun does not end early: where a clock was set back over midnight, the repeated time belongs to the new
 * day, so that the result never falls as the instant grows.
 *
 * @param instant A `Date`, or milliseconds since 1970-01-01T00:00Z. An invalid one gives `NaN`.
 * @param timeZone IANA name. An unknown one counts as UTC.
 */
export function calendarDayOf(instant: Date | number, timeZone: string): number {
  const time = Number(instant);
  if (Number.isNaN(time)) return NaN;
  const zone = zoneOf(timeZone);
  let day = Math.floor(time / dayLength) + 1;
  while (startOf(zone, day) > time) day -= 1;
  return day;
}

/**
 * The instant at which a calendar day begins in a time zone: its midnight, or the end of a clock change that skipped
 * it. A day that a zone left out altogether begins with the next one. Beyond the range of `Date` it is invalid.
 *
 * @param day Days since 1970-01-01.
 * @param timeZone IANA name. An unknown one counts as UTC.
 */
export function startOfCalendarDay(day: number, timeZone: string): Date {
  return new Date(startOf(zoneOf(timeZone), day));
}

/**
 * Days from 1970-01-01 to a date of the Gregorian calendar; `undefined` for a date that the calendar does not have.
 *
 * @param month 1 to 12.
 */
export function calendarDay(year: number, month: number, dayOfMonth: number): number | undefined {
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined;
  // years counted from March put the leap day at the end; 719,468 days lie between 0000-03-01 and 1970-01-01
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((153 * marchMonth + 2) / 5) + dayOfMonth - 1 - 719_468;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known) return known;
  if (zones.size >= rememberedZones) zones.clear();
  const zone = { name: isTimeZone(timeZone) ? timeZone : 'UTC', starts: new Map<number, number>() };
  zones.set(timeZone, zone);
  return zone;
}

function startOf(zone: Zone, day: number): number {
  const known = zone.starts.get(day);
  if (known !== undefined) return known;
  if (zone.starts.size >= rememberedDays) zone.starts.clear();
  const start = findStart(zone, day);
  zone.starts.set(day, start);
  return start;
}

function findStart(zone: Zone, day: number): number {
  const midnight = day * dayLength;
  const before = offsetAt(zone, midnight - furthestOffset);
  const after = offsetAt(zone, midnight + furthestOffset);
  if (before === after) return midnight - before;
  const change = findChange(zone, midnight, before);
  const byOldClock = midnight - before;
  return byOldClock < change ? byOldClock : Math.max(change, midnight - after);
}

/** The first instant around `midnight` at which the clock no longer stands at the offset `before`. */
function findChange(zone: Zone, midnight: number, before: number): number {
  let low = midnight - furthestOffset;
  let high = midnight + furthestOffset;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** Milliseconds by which the zone's clock is ahead of UTC. */
function offsetAt(zone: Zone, time: number): number {
  const instant = new Date(Math.max(-furthestInstant, Math.min(furthestInstant, time)));
  return Math.round(tzOffset(zone.name, instant) * 60_000);
}
