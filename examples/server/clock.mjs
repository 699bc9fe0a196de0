// @ts-check
// The moment, place and thresholds of a question, in the numbers that SQL compares.
import { sql } from 'kysely';
import { calendarDayOf, knownTimeZone, startOfCalendarDay } from './sources.mjs';

/** @import { Kysely } from 'kysely' */

/** Days that are looked up in the time zone for date-time expiries; what passes later counts as the last of them. */
const furthestDay = 4_000;

/**
 * @typedef {object} Clock
 * @property {number} now Milliseconds since 1970.
 * @property {number} today The calendar day, in days since 1970-01-01.
 * @property {number[]} days The instants at which today and the days after it begin, as far as a date-time expiry lies.
 * @property {number} since No answer was another one at any moment from this instant to `now`.
 * @property {string} timeZone
 * @property {{ graceDays: number, horizons: readonly number[] }} policy
 * @property {string} revision Of the data.
 * @property {string} key The same for all moments between which nothing is judged otherwise.
 * @property {boolean} stands Whether what it says of each customer is stored (standings.mjs).
 * @property {number} customers About how many there are, as the database last counted; small where it never did.
 */

/**
 * @param {Kysely<any>} database
 * @param {{ now: Date, timeZone: string, policy: Clock['policy'] }} asked
 * @returns {Promise<Clock>}
 */
export async function readClock(database, { now, timeZone: name, policy }) {
  const timeZone = knownTimeZone(name);
  const today = calendarDayOf(now, timeZone);
  const { rows } = await sql`select
    (select value from revision) as revision,
    (select max(instant) from passing_instants where instant <= ${now.getTime()}::bigint) as passed,
    (select max(instant) from passing_instants) as last,
    (select key from standings_clock) as standing,
    (select reltuples::float8 from pg_class where oid = 'customers'::regclass) as customers`.execute(database);
  const [{ revision, passed, last, standing, customers }] =
    /** @type {[{ revision: string, passed: string | null, last: string | null, standing: string | null, customers: number }]} */ (
      rows
    );
  const count = Math.min(furthestDay, Math.max(1, calendarDayOf(Number(last ?? 0), timeZone) - today + 1));
  const days = Array.from({ length: count }, (_, index) => startOfCalendarDay(today + index, timeZone).getTime());
  const since = Math.max(Number(passed ?? -Infinity), days[0] ?? -Infinity);
  const key = JSON.stringify([timeZone, policy.graceDays, policy.horizons, today, since]);
  return {
    now: now.getTime(),
    today,
    days,
    since,
    timeZone,
    policy,
    revision,
    key,
    stands: key === standing,
    customers,
  };
}
