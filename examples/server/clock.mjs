// @ts-check
// The moment, place and thresholds of a question, in the numbers that customers are judged by.
import { calendarDayOf, knownTimeZone, startOfCalendarDay } from './sources.mjs';

/** @import { CustomerColumns } from './customer-columns.mjs' */

/** Days that are looked up in the time zone for date-time expiries; what passes later counts as the last of them. */
const furthestDay = 4_000;

/**
 * @typedef {object} Clock
 * @property {number} now Milliseconds since 1970.
 * @property {number} today The calendar day, in days since 1970-01-01.
 * @property {number[]} days The instants at which today and the days after it begin, as far as a date-time expiry lies.
 * @property {string} timeZone
 * @property {{ graceDays: number, horizons: readonly number[] }} policy
 * @property {string} key The same for all moments between which nothing is judged otherwise.
 */

/**
 * @param {CustomerColumns} columns
 * @param {{ now: Date, timeZone: string, policy: Clock['policy'] }} asked
 * @returns {Clock}
 */
export function clockOf({ moments }, { now, timeZone: name, policy }) {
  const timeZone = knownTimeZone(name);
  const today = calendarDayOf(now, timeZone);
  const passed = moments.findLast((moment) => moment <= now.getTime()) ?? -Infinity;
  const count = Math.min(furthestDay, Math.max(1, calendarDayOf(moments.at(-1) ?? 0, timeZone) - today + 1));
  const days = Array.from({ length: count }, (_, index) => startOfCalendarDay(today + index, timeZone).getTime());
  const since = Math.max(passed, days[0] ?? -Infinity);
  const key = JSON.stringify([timeZone, policy.graceDays, policy.horizons, today, since]);
  return { now: now.getTime(), today, days, timeZone, policy, key };
}
