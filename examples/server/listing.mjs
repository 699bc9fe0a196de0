// @ts-check
// A question for customers as SQL: who is found, and in which order.
import { sql } from 'kysely';
import { likePattern } from './facts.mjs';
import { startOfCalendarDay } from './sources.mjs';

/** @import { Kysely, RawBuilder } from 'kysely' */
/** @import { CustomersQuery } from '../../src/domain/query.js' */
/** @import { Clock } from './clock.mjs' */

/**
 * A query by whoever may see what `onlyTag` marks, or everything without it; `exceptIds` are passed over.
 *
 * @typedef {{ query: CustomersQuery, clock: Clock, locale: string, onlyTag?: string, exceptIds?: readonly string[] }} Question
 */

/** The columns that depend on the time. */
const byClock = new Set(['upcomingExpiration', 'expirationStatus']);

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
  return statuses !== undefined || expiresWithinDays !== undefined || sort.some(({ field }) => byClock.has(field));
}

/**
 * The organization IDs that a question finds, as `id`, with their place in its order, from 1 on, as `place`.
 *
 * @param {Question} question
 */
export function placesOf(question) {
  return sql`
    select c.id, row_number() over (order by ${orderBy(keysOf(question), sql`c.id`)}) as place
    from ${rowsOf(question, dependsOnClock(question))}
    where ${conditionOf(question)}`;
}

/**
 * The organization IDs that a question finds, in no order.
 *
 * @param {Question} question
 */
export function foundOf(question) {
  return sql`select c.id from ${rowsOf(question, dependsOnClock(question))} where ${conditionOf(question)}`;
}

/**
 * How many customers a question finds.
 *
 * @param {Question} question
 */
export function countOf(question) {
  return sql`select count(*)::integer as count from (${foundOf(question)}) found`;
}

/**
 * How many customers have each status, whatever statuses the question asks for.
 *
 * @param {Question} question
 */
export function statusCountsOf(question) {
  const every = { ...question, query: { ...question.query, statuses: undefined } };
  return sql`
    select s.status, count(*)::integer as count
    from ${rowsOf(every, true)}
    where ${conditionOf(every)}
    group by 1`;
}

/**
 * The first `end` customers of a question, found by going along an index in its order, `most` rows of it at most. Nothing
 * where no index has that order.
 *
 * @param {Question} question Without pinned customers.
 * @param {{ end: number, most: number }} options
 */
export function walkOf(question, { end, most }) {
  const { clock, query } = question;
  const { sort = [] } = query;
  const judgedSorts = sort.filter(({ field }) => byClock.has(field)).length;
  // behind a first key of few values, the rows to be put in order are as many as the list has
  const isCoarse = judgedSorts > 0 || sort[0]?.field === 'beacons';
  if ((judgedSorts > 0 && !clock.stands) || (isCoarse && sort.length > 1)) return undefined;
  const keys = keysOf(question);
  const lead = judgedSorts > 0 ? sql.raw('s') : sql.raw('c');
  const id = judgedSorts > 0 ? sql`s.customer_id` : sql`c.id`;
  const named = keys.map(({ expression }, index) => sql`${expression} as ${sql.id(`key_${index}`)}`);
  const along = keys.map(({ way }, index) => ({ expression: sql`${lead}.${sql.id(`key_${index}`)}`, way }));
  const columns = sql.join([sql`${lead}.*`, ...named]);
  const ordered = sql`order by ${orderBy(keys, id)} limit ${most}::integer`;
  // those of each status are together in an index, in the order of what depends on the time as well
  const parts = (query.statuses ?? []).map(
    (status) => sql`(select ${columns} from standings s where s.status = ${status} ${ordered})`,
  );
  const walked =
    judgedSorts === 0
      ? sql`(select ${columns} from customers c ${ordered}) c`
      : parts.length === 0
        ? sql`(select ${columns} from standings s ${ordered}) s`
        : sql`(select * from (${sql.join(parts, sql` union all `)}) s order by ${orderBy(along, sql`s.customer_id`)} limit ${most}::integer) s`;
  // row by row, so that the walk ends once enough are found
  const others =
    judgedSorts > 0
      ? sql`cross join lateral (select * from customers c where c.id = s.customer_id offset 0) c`
      : !dependsOnClock(question)
        ? sql``
        : clock.stands
          ? sql`cross join lateral (select * from standings s where s.customer_id = c.id offset 0) s`
          : judgedBy(clock);
  return sql`
    select c.id, row_number() over () as place
    from (
      select c.id from ${walked} ${others} where ${conditionOf(question)} order by ${orderBy(along, id)} limit ${end}::integer
    ) c`;
}

/**
 * The first `end` customers of a question, and how many it finds as `found`, from all that it finds: where these are more
 * than `most`, `found` is more than `most`, and the customers are any.
 *
 * @param {Question} question
 * @param {{ end: number, most: number }} options
 */
export function candidatesOf(question, { end, most }) {
  const keys = keysOf(question);
  const named = keys.map(({ expression }, index) => sql`${expression} as ${sql.id(`key_${index}`)}`);
  const along = keys.map(({ way }, index) => ({ expression: sql.id(`key_${index}`), way }));
  return sql`
    select id, row_number() over (order by ${orderBy(along, sql`id`)}) as place, count(*) over ()::integer as found
    from (
      select ${sql.join([sql`c.id`, ...named])} from ${rowsOf(question, dependsOnClock(question))}
      where ${conditionOf(question)} limit ${most + 1}::integer
    ) candidates
    order by place limit ${end}::integer`;
}

/**
 * @param {readonly { expression: RawBuilder<unknown>, way: RawBuilder<unknown> }[]} keys
 * @param {RawBuilder<unknown>} id What breaks ties.
 */
function orderBy(keys, id) {
  return sql.join([...keys.map(({ expression, way }) => sql`${expression} ${way}`), id]);
}

/**
 * The customers, with what the clock says about each where that is needed (docs/rules.md §2): `next_day`, on which its
 * next expiry falls, its `status` as the filter names it, and what sorts by them.
 *
 * @param {Question} question
 * @param {boolean} judged
 */
function rowsOf({ clock }, judged) {
  return judged ? sql`customers c ${judgedBy(clock)}` : sql`customers c`;
}

/** @param {Clock} clock */
function judgedBy(clock) {
  return clock.stands
    ? sql`join standings s on s.customer_id = c.id`
    : sql`cross join lateral (${judgementOf(clock)}) s`;
}

/**
 * What a clock says of the customer `c`.
 *
 * @param {Clock} clock
 */
export function judgementOf({ now, today, days: ends, policy, timeZone }) {
  const firstOfGrace = today - policy.graceDays;
  const graceBegins = startOfCalendarDay(firstOfGrace, timeZone).getTime();
  const horizons = [...new Set(policy.horizons)].sort((a, b) => a - b);
  /** @param {(days: number) => RawBuilder<unknown>} value */
  const byHorizon = (value) =>
    sql.join(
      horizons.map((days) => sql`when next_day - ${today}::integer <= ${days}::bigint then ${value(days)}`),
      sql` `,
    );
  // dates are in order, so that most customers are judged by their first
  return sql`select
    next_day,
    case
      when c.expirations_known = 'unknown' then 'unknown'
      when recent then 'expired'
      ${byHorizon((days) => sql`${`expires-in-${days}`}::text`)}
      when c.expirations_known = 'incomplete' then 'unknown'
      else 'none' end as status,
    -- dates, then No expirations, then No entitlements, then unknown
    case
      when next_day is not null then 0
      when c.expirations_known <> 'complete' then 3
      when c.undated or recent then 1
      else 2 end as upcoming_rank,
    -- Expired, the horizons from near to far; then the dash, then unknown
    case
      when c.expirations_known = 'unknown' then null
      when recent then -1
      ${byHorizon((days) => sql`${days}::bigint`)}
      else null end as status_rank,
    case
      when c.expirations_known = 'complete' then 0
      when c.expirations_known = 'unknown' then 1
      when recent ${sql.join(
        horizons.map((days) => sql`or next_day - ${today}::integer <= ${days}::bigint`),
        sql` `,
      )} then 0
      else 1 end as status_blank
  from (select
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
  ) judged`;
}

/** @param {Question} question */
function conditionOf({ query, clock, onlyTag, exceptIds }) {
  const { search, statuses, expiresWithinDays, relationship, tiered, beaconProblems, tags, ids } = query;
  const conditions = [sql`true`];
  if (search !== undefined) {
    const pattern = likePattern(search);
    if (pattern === undefined) conditions.push(sql`false`);
    else if (pattern !== '%%') conditions.push(sql`c.search_text like ${pattern}`);
  }
  if (statuses !== undefined) conditions.push(sql`s.status = any(${[...statuses]}::text[])`);
  if (expiresWithinDays !== undefined) {
    conditions.push(sql`s.next_day <= ${Math.min(clock.today + expiresWithinDays, 2 ** 31 - 1)}::integer`);
  }
  if (relationship !== undefined) conditions.push(sql`c.relationship = ${relationship}`);
  if (tiered !== undefined) conditions.push(sql`c.tiered = ${tiered}`);
  if (beaconProblems !== undefined) conditions.push(sql`c.beacon_problems = ${beaconProblems}`);
  if (tags !== undefined) conditions.push(sql`c.tags && ${[...tags]}::text[]`);
  if (ids !== undefined) conditions.push(sql`c.id = any(${possibleIds(ids)}::bigint[])`);
  if (onlyTag !== undefined) conditions.push(sql`c.tags @> ${[onlyTag]}::text[]`);
  if (exceptIds !== undefined) conditions.push(sql`c.id <> all(${possibleIds(exceptIds)}::bigint[])`);
  return sql.join(conditions, sql` and `);
}

/**
 * What a question sorts by, from the first key on; the ID, which breaks ties, is not among them. What is blank is at the
 * end in both directions (docs/rules.md §1.5).
 *
 * @param {Question} question
 * @returns {{ expression: RawBuilder<unknown>, way: RawBuilder<unknown> }[]}
 */
function keysOf({ query: { pinned = [], sort = [] }, locale }) {
  const keys = [];
  if (pinned.length > 0) keys.push({ expression: sql`c.id = any(${possibleIds(pinned)}::bigint[])`, way: sql`desc` });
  const collation = sql.id(`order_${locale}`);
  for (const { field, direction } of sort) {
    const way = direction === 'ascending' ? sql`asc nulls last` : sql`desc nulls last`;
    const up = sql`asc nulls last`;
    if (field === 'name') keys.push({ expression: sql`c.name_order collate ${collation}`, way });
    else if (field === 'externalId') keys.push({ expression: sql`c.external_id_order collate ${collation}`, way });
    else if (field === 'beacons') keys.push({ expression: sql`c.beacons_total`, way });
    else if (field === 'id')
      keys.push({ expression: sql`c.id`, way: sql.raw(direction === 'ascending' ? 'asc' : 'desc') });
    else if (field === 'upcomingExpiration') {
      keys.push({ expression: sql`s.upcoming_rank`, way: up }, { expression: sql`s.next_day`, way });
    } else keys.push({ expression: sql`s.status_rank`, way }, { expression: sql`s.status_blank`, way: up });
  }
  return keys;
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

/** Languages in which texts have the order that they have in English, that of no language in particular. */
const asEnglish = new Set(['de', 'fr', 'it', 'nl', 'pt']);

/**
 * The language of a tag where texts have an order in it that is known; English, which is no language in particular, for
 * everything else.
 *
 * @param {string} tag
 */
export function languageOf(tag) {
  try {
    const { language } = new Intl.Locale(tag);
    if (asEnglish.has(language)) return 'en';
    return Intl.Collator.supportedLocalesOf(language).length > 0 ? language : 'en';
  } catch {
    return 'en';
  }
}
