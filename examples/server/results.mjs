// @ts-check
// Results are kept: the order of each is worked out once, in the database, and any window of it is read by its place.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { dependsOnClock, placesOf, prepareOrder, statusCountsOf } from './listing.mjs';

/** @import { Kysely } from 'kysely' */
/** @import { Question } from './listing.mjs' */

/** How many organization IDs a stored row holds. */
const chunkSize = 500;

/** How many results are kept, those that were used last. */
const keptResults = 100;

/** A question by so few IDs is answered as it comes. */
const fewIds = 1_000;

/** The parts of a query that say which window of a result is asked for, and what beside it. */
const windowParts = new Set(['page', 'snapshot', 'include']);

/** How many counts are remembered. */
const keptCounts = 200;

/**
 * @typedef {object} ResultWindow
 * @property {any[]} rows Of the table of customers.
 * @property {string} snapshot
 * @property {number} total
 * @property {Date} madeAt
 */

export class Results {
  #database;
  /** @type {Map<string, Promise<boolean>>} what is being worked out, by name */
  #underWay = new Map();
  /** @type {Map<string, Promise<{ counts: Record<string, number>, madeAt: Date }>>} */
  #counts = new Map();
  /** @type {Set<string>} */
  #orders = new Set();

  /** @param {Kysely<any>} database */
  constructor(database) {
    this.#database = database;
  }

  /**
   * The rows of a result from `offset` on, at most `limit`.
   *
   * @param {Question} question
   * @param {number} offset
   * @returns {Promise<ResultWindow | undefined>} Nothing where the data changed in between: the clock is to be read anew.
   */
  async window(question, offset) {
    const { limit } = question.query.page;
    const { snapshot, ids } = question.query;
    const subject = subjectOf(question);
    await this.#prepareOrder(question.locale);
    if (ids !== undefined && ids.length <= fewIds) return this.#few(question, offset);
    if (snapshot?.startsWith(`${subject}.`)) {
      const window = await this.#stored(snapshot, offset, limit);
      if (window) return window;
    }
    const name = nameOf(question, subject);
    const window = await this.#stored(name, offset, limit);
    if (window || !(await this.#workOutOnce(name, question))) return window;
    return this.#stored(name, offset, limit);
  }

  /**
   * How many customers have each status, and since when that is known.
   *
   * @param {Question} question
   */
  statusCounts(question) {
    const { policy, timeZone, since, revision } = question.clock;
    const query = { ...question.query, statuses: undefined, sort: undefined, pinned: undefined };
    const key = JSON.stringify([subjectOf({ ...question, query }), policy, timeZone, since, revision]);
    const known = this.#counts.get(key);
    if (known) return known;
    const counting = this.#countStatuses(question);
    this.#counts.set(key, counting);
    counting.catch(() => this.#counts.delete(key));
    for (const oldest of this.#counts.keys()) if (this.#counts.size > keptCounts) this.#counts.delete(oldest);
    return counting;
  }

  /** @param {Question} question */
  async #countStatuses(question) {
    const madeAt = new Date();
    const { rows } = await statusCountsOf(question).execute(this.#database);
    /** @type {Record<string, number>} */
    const counts = { expired: 0, none: 0, unknown: 0, all: 0 };
    for (const horizon of question.clock.policy.horizons) counts[`expires-in-${horizon}`] = 0;
    for (const { status, count } of /** @type {{ status: string, count: number }[]} */ (rows)) {
      counts[status] = count;
      counts.all = (counts.all ?? 0) + count;
    }
    return { counts, madeAt };
  }

  /**
   * @param {string} name
   * @param {number} offset
   * @param {number} limit
   * @returns {Promise<ResultWindow | undefined>} Nothing where the result is not there, or some of its customers are gone.
   */
  async #stored(name, offset, limit) {
    const { rows } = await windowOf(name, offset, limit).execute(this.#database);
    const [first] = /** @type {any[]} */ (rows);
    if (!first) return undefined;
    const { total, made_at: madeAt, used_at: usedAt } = first;
    if (Date.now() - usedAt.getTime() > 60_000) {
      await sql`update results set used_at = now() where name = ${name}`.execute(this.#database);
    }
    const found = rows.filter((row) => /** @type {any} */ (row).id !== null);
    if (found.length < Math.max(0, Math.min(limit, total - offset))) return undefined;
    return { rows: found, snapshot: name, total, madeAt };
  }

  /**
   * @param {Question} question
   * @param {number} offset
   */
  async #few(question, offset) {
    const madeAt = new Date();
    const { rows } = await sql`select c.*, count(*) over ()::integer as total
      from (${placesOf(question)}) places join customers c using (id) order by places.place`.execute(this.#database);
    return {
      rows: rows.slice(offset, offset + question.query.page.limit),
      snapshot: nameOf(question, subjectOf(question)),
      total: rows.length,
      madeAt,
    };
  }

  /**
   * @param {string} name
   * @param {Question} question
   */
  #workOutOnce(name, question) {
    const known = this.#underWay.get(name);
    if (known) return known;
    const working = this.#workOut(name, question).finally(() => this.#underWay.delete(name));
    this.#underWay.set(name, working);
    return working;
  }

  /**
   * @param {string} name
   * @param {Question} question
   * @returns {Promise<boolean>} Whether the result is there, and of the revision that its name says.
   */
  async #workOut(name, question) {
    try {
      const { rows } = await sql`
        with places as (${placesOf(question)}),
        chunks as (
          insert into result_chunks (result, number, ids)
          select ${name}, (place - 1) / ${sql.lit(chunkSize)}, array_agg(id order by place) from places group by 2
          returning cardinality(ids) as size
        )
        insert into results (name, total)
        select ${name}, coalesce(sum(size), 0) from chunks
        returning (select value from revision) as revision`.execute(this.#database);
      const [{ revision }] = /** @type {[{ revision: string }]} */ (rows);
      if (revision !== question.clock.revision) {
        await sql`delete from results where name = ${name}`.execute(this.#database);
        return false;
      }
    } catch (error) {
      // another process was faster
      if (/** @type {{ code?: string }} */ (error).code !== '23505') throw error;
    }
    await sql`delete from results where name in (
      select name from results order by used_at desc offset ${sql.lit(keptResults)}
    )`.execute(this.#database);
    return true;
  }

  /** @param {string} locale */
  async #prepareOrder(locale) {
    if (this.#orders.has(locale)) return;
    await prepareOrder(this.#database, locale);
    this.#orders.add(locale);
  }
}

/**
 * The rows from `offset` on of a stored result. A window reads the chunks that it lies in and its own customers, however
 * long the result is and wherever the window begins.
 *
 * @param {string} name
 * @param {number} offset
 * @param {number} limit
 */
export function windowOf(name, offset, limit) {
  const end = offset + limit;
  const place = (/** @type {number} */ from) => sql`(${from}::bigint - number::bigint * ${sql.lit(chunkSize)})`;
  return sql`
    select c.*, r.total, r.made_at, r.used_at
    from results r
    left join lateral (
      select entry.id, number, entry.place
      from result_chunks, unnest(ids[greatest(1, ${place(offset)} + 1):least(${place(end)}, ${sql.lit(chunkSize)})])
        with ordinality as entry (id, place)
      where result = r.name
        and number >= ${Math.floor(offset / chunkSize)}::bigint
        and number <= ${Math.floor((end - 1) / chunkSize)}::bigint
    ) places on true
    left join customers c on c.id = places.id
    where r.name = ${name}
    order by places.number, places.place`;
}

/**
 * What is asked, without the window, the time and the state of the data.
 *
 * @param {Question} question
 */
function subjectOf(question) {
  const { query, locale, onlyTag, clock } = question;
  const judged = dependsOnClock(question) ? [clock.timeZone, clock.policy] : [];
  // in one order, because two pages may write the same question differently
  const parts = Object.entries(query)
    .filter(([part, value]) => value !== undefined && !windowParts.has(part))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return hash([parts, locale, onlyTag, judged]);
}

/**
 * @param {Question} question
 * @param {string} subject
 */
function nameOf(question, subject) {
  const { revision, since } = question.clock;
  return `${subject}.${hash([revision, dependsOnClock(question) ? since : 0])}`;
}

/** @param {unknown} value */
function hash(value) {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
}
