// @ts-check
// What one clock says of each customer is stored, so that indexes have its order: the clock that most questions come
// with. Any other clock is asked for each customer anew.
import { sql } from 'kysely';
import { readClock } from './clock.mjs';
import { judgementOf } from './listing.mjs';
import { defaultExpirationPolicy } from './sources.mjs';

/** @import { Kysely, Transaction } from 'kysely' */
/** @import { Clock } from './clock.mjs' */

const timeZone = 'UTC';
const { graceDays, horizons } = defaultExpirationPolicy;

/**
 * Judges all customers by this moment, and writes what is another standing than before.
 *
 * @param {Kysely<any>} database
 * @param {Date} now
 */
export async function judgeAll(database, now) {
  await database.transaction().execute(async (transaction) => {
    // no change comes between what is judged and when
    await sql`update revision set value = value where id`.execute(transaction);
    const clock = await readClock(transaction, { now, timeZone, policy: { graceDays, horizons } });
    if (clock.stands) return;
    await sql`insert into standings_clock (key, now) values (${clock.key}, ${clock.now})
      on conflict (id) do update set key = excluded.key, now = excluded.now`.execute(transaction);
    await judge(transaction, clock);
  });
}

/**
 * Judges customers that were written by the clock that the others stand by.
 *
 * @param {Kysely<any> | Transaction<any>} database
 * @param {readonly string[]} ids
 */
export async function judgeSome(database, ids) {
  const { rows } = await sql`select now from standings_clock`.execute(database);
  const [standing] = /** @type {{ now: string }[]} */ (rows);
  if (!standing) return;
  const now = new Date(Number(standing.now));
  await judge(database, await readClock(database, { now, timeZone, policy: { graceDays, horizons } }), ids);
}

/**
 * Whether a clock is one of those whose standings are stored: of today or of yesterday, and so on.
 *
 * @param {Clock} clock
 */
export function isUsual({ timeZone: zone, policy }) {
  return zone === timeZone && policy.graceDays === graceDays && String(policy.horizons) === String(horizons);
}

/**
 * @param {Kysely<any> | Transaction<any>} database
 * @param {Clock} clock
 * @param {readonly string[]} [ids] Default: all.
 */
async function judge(database, clock, ids) {
  await sql`insert into standings (customer_id, next_day, status, upcoming_rank, status_rank, status_blank)
    select c.id, s.next_day, s.status, s.upcoming_rank, s.status_rank, s.status_blank
    from customers c cross join lateral (${judgementOf(clock)}) s
    where ${ids ? sql`c.id = any(${[...ids]}::bigint[])` : sql`true`}
    on conflict (customer_id) do update set next_day = excluded.next_day, status = excluded.status,
      upcoming_rank = excluded.upcoming_rank, status_rank = excluded.status_rank, status_blank = excluded.status_blank
    where (standings.next_day, standings.status, standings.upcoming_rank, standings.status_rank, standings.status_blank)
      is distinct from
      (excluded.next_day, excluded.status, excluded.upcoming_rank, excluded.status_rank, excluded.status_blank)`.execute(
    database,
  );
}
