// @ts-check
// A question for customers as SQL: who is found, and in which order.
import { sql } from 'kysely';
import { likePattern } from './facts.mjs';
import { startOfCalendarDay } from './sources.mjs';

/** @import { Kysely, RawBuilder } from 'kysely' */
/** @import { CustomersQuery } from '../../src/domain/query.js' */
/** @import { Clock } from './clock.mjs' */

/**
 * A query by whoever may see what `onlyTag` marks, or everything without it.
 *
 * @typedef {{ query: CustomersQuery, clock: Clock, locale: string, onlyTag?: string }} Question
 */

/** The largest organization ID: that of a `bigint`. */
const largestId = 2n ** 63n - 1n;

/**
 * Those of some organization IDs that a customer can have: numbers without leading zeros.
 *
 * @param {readonly string[]} ids
 */
function possibleIds(ids) {
  return [...new Set(ids)].filter((id) => /^[1-9]\d{0,18}$/.test(id) && BigInt(id) <= largestId);
}

/** @param {Question} question Whether its answer depends on the time. */
export function dependsOnClock({ query: { statuses, expiresWithinDays, sort = [] } }) {
  return (
    statuses !== undefined ||
    expiresWithinDays !== undefined ||
    sort.some(({ field }) => field === 'upcomingExpiration' || field === 'expirationStatus')
  );
}

/**
 * The organization IDs that a question finds, as `id`, with their place in its order, from 1 on, as `place`.
 *
 * @param {Question} question
 */
export function placesOf(question) {
  return sql`
    select c.id, row_number() over (order by ${sql.join(orderOf(question))}) as place
    from ${rowsOf(question, dependsOnClock(question))}
    where ${conditionOf(question)}`;
}

/**
 * How many customers have each status, whatever statuses the question asks for.
 *
 * @param {Question} question
 */
export function statusCountsOf(question) {
  const every = { ...question, query: { ...question.query, statuses: undefined } };
  return sql`
    select ${statusOf(every.clock)} as status, count(*)::integer as count
    from ${rowsOf(every, true)}
    where ${conditionOf(every)}
    group by 1`;
}

/**
 * The customers, with what the clock says about each where that is needed: `next_day`, on which its next expiry falls,
 * and `recent`, whether one has passed within the days of grace (docs/rules.md §2).
 *
 * @param {Question} question
 * @param {boolean} judged
 */
function rowsOf({ clock }, judged) {
  if (!judged) return sql`customers c`;
  const { now, today, days: ends, policy, timeZone } = clock;
  const firstOfGrace = today - policy.graceDays;
  const graceBegins = startOfCalendarDay(firstOfGrace, timeZone).getTime();
  // dates are in order, so that most customers are judged by their first
  return sql`customers c cross join lateral (
    select
      least(
        case when c.days[1] >= ${today}::integer then c.days[1]
        else (select min(day) from unnest(c.days) day where day >= ${today}::integer) end,
        case when c.instants is not null then (
          select ${today}::integer - 1 + width_bucket(min(instant), ${ends}::bigint[])
          from unnest(c.instants) instant where instant > ${now}::bigint
        ) end
      ) as next_day,
      (c.days[1] < ${today}::integer and exists (
        select from unnest(c.days) day where day < ${today}::integer and day >= ${firstOfGrace}::integer
      )) or (c.instants is not null and exists (
        select from unnest(c.instants) instant where instant <= ${now}::bigint and instant >= ${graceBegins}::bigint
      )) as recent
    offset 0
  ) s`;
}

/** @param {Question} question */
function conditionOf({ query, clock, onlyTag }) {
  const { search, statuses, expiresWithinDays, relationship, tiered, beaconProblems, tags, ids } = query;
  const conditions = [sql`true`];
  if (search !== undefined) {
    const pattern = likePattern(search);
    if (pattern === undefined) conditions.push(sql`false`);
    else if (pattern !== '%%') conditions.push(sql`c.search_text like ${pattern}`);
  }
  if (statuses !== undefined) conditions.push(sql`${statusOf(clock)} = any(${[...statuses]}::text[])`);
  if (expiresWithinDays !== undefined) {
    conditions.push(sql`s.next_day - ${clock.today}::integer <= ${expiresWithinDays}::bigint`);
  }
  if (relationship !== undefined) conditions.push(sql`c.relationship = ${relationship}`);
  if (tiered !== undefined) conditions.push(sql`c.tiered = ${tiered}`);
  if (beaconProblems !== undefined) conditions.push(sql`c.beacon_problems = ${beaconProblems}`);
  if (tags !== undefined) conditions.push(sql`c.tags && ${[...tags]}::text[]`);
  if (ids !== undefined) conditions.push(sql`c.id = any(${possibleIds(ids)}::bigint[])`);
  if (onlyTag !== undefined) conditions.push(sql`c.tags @> ${[onlyTag]}::text[]`);
  return sql.join(conditions, sql` and `);
}

/**
 * The status of a row as the filter names it (docs/rules.md §2.3).
 *
 * @param {Clock} clock
 */
function statusOf({ today, policy }) {
  const horizons = [...new Set(policy.horizons)].sort((a, b) => a - b);
  return sql`case
    when c.expirations_known = 'unknown' then 'unknown'
    when s.recent then 'expired'
    ${sql.join(
      horizons.map(
        (days) => sql`when s.next_day - ${today}::integer <= ${days}::bigint then ${`expires-in-${days}`}::text`,
      ),
      sql` `,
    )}
    when c.expirations_known = 'incomplete' then 'unknown'
    else 'none' end`;
}

/**
 * Pinned customers, then the sort keys, what is blank at the end in both directions, then the ID (docs/rules.md §1.5).
 *
 * @param {Question} question
 */
function orderOf({ query: { pinned = [], sort = [] }, clock, locale }) {
  const terms = [];
  if (pinned.length > 0) terms.push(sql`c.id = any(${possibleIds(pinned)}::bigint[]) desc`);
  const collation = sql.id(`order_${locale}`);
  for (const { field, direction } of sort) {
    const way = direction === 'ascending' ? sql`asc nulls last` : sql`desc nulls last`;
    if (field === 'name') terms.push(sql`c.name_order collate ${collation} ${way}`);
    else if (field === 'externalId') terms.push(sql`c.external_id_order collate ${collation} ${way}`);
    else if (field === 'beacons') terms.push(sql`c.beacons_total ${way}`);
    else if (field === 'id') terms.push(sql`c.id ${way}`);
    else if (field === 'upcomingExpiration') terms.push(upcomingRank, sql`s.next_day ${way}`);
    else terms.push(...statusOrder(clock, way));
  }
  return [...terms, sql`c.id`];
}

/** Dates, then No expirations, then No entitlements, then unknown. */
const upcomingRank = sql`case
  when s.next_day is not null then 0
  when c.expirations_known <> 'complete' then 3
  when c.undated or s.recent then 1
  else 2 end`;

/**
 * Expired, the horizons from near to far, then the dash, then unknown.
 *
 * @param {Clock} clock
 * @param {RawBuilder<unknown>} way
 */
function statusOrder({ today, policy }, way) {
  const horizons = [...new Set(policy.horizons)].sort((a, b) => a - b);
  const rank = sql`case
    when c.expirations_known = 'unknown' then null
    when s.recent then -1
    ${sql.join(
      horizons.map((days) => sql`when s.next_day - ${today}::integer <= ${days}::bigint then ${days}::bigint`),
      sql` `,
    )}
    else null end`;
  const known = sql`case when c.expirations_known <> 'complete' then 1 else 0 end`;
  return [sql`${rank} ${way}`, sql`case when ${rank} is null then ${known} else 0 end`];
}

/**
 * Makes the order of a language known to the database, once.
 *
 * @param {Kysely<any>} database
 * @param {string} locale A language, as {@link languageOf} gives it.
 */
export async function prepareOrder(database, locale) {
  // texts that the language finds equal are a tie, so the order is not broken by their bytes; the older spelling of the
  // locale, because PGlite's ICU does not read `-u-kn`
  await sql`create collation if not exists ${sql.id(`order_${locale}`)}
    (provider = icu, locale = ${sql.lit(`${locale}@colNumeric=yes`)}, deterministic = false)`.execute(database);
}

/**
 * The language of a tag where texts have an order in it that is known; English, which is no language in particular, for
 * everything else.
 *
 * @param {string} tag
 */
export function languageOf(tag) {
  try {
    const { language } = new Intl.Locale(tag);
    return Intl.Collator.supportedLocalesOf(language).length > 0 ? language : 'en';
  } catch {
    return 'en';
  }
}
