// @ts-check
// The first windows of a long list come from an index. The order of a result is worked out once, in the database, and
// kept: any window of it is read by its place.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { Counts } from './counts.mjs';
import { readHead } from './head.mjs';
import { dependsOnClock, placesOf, prepareOrder } from './listing.mjs';
import { isUsual, judgeAll } from './standings.mjs';

/** @import { Kysely } from 'kysely' */
/** @import { CustomersPage } from '../../src/providers/customers-provider.js' */
/** @import { Question } from './listing.mjs' */

/** How many organization IDs a stored row holds. */
const chunkSize = 500;

/** How many results are kept, those that were used last. */
const keptResults = 100;

/** A question by so few IDs is answered as it comes. */
const fewIds = 1_000;

/** The parts of a query that say which window of a result is asked for, and what beside it. */
const windowParts = new Set(['page', 'snapshot', 'include']);

/** A list of more customers is long: no window waits for its whole order, unless it lies far in. */
const shortList = 20_000;

/** A window may lie so many times its rows after the beginning to be read from there: what it reads is bounded by that. */
const mostRowsRead = 20;

/** How many orders that nobody waits for yet are remembered to be worked out. */
const keptPending = 4;

/** By so much the clock of a page may differ from the server's to count as right. */
const clockSkewMs = 60_000;

/**
 * @typedef {object} ResultWindow
 * @property {any[]} rows Of the table of customers.
 * @property {string} snapshot
 * @property {CustomersPage['total']} total Nothing where it is not known, and the question does not ask for it.
 * @property {Date} madeAt
 */

export class Results {
  #database;
  #counts;
  #now;
  #shortList;
  /** @type {Map<string, Promise<boolean>>} what is being worked out, by name */
  #underWay = new Map();
  /** @type {Set<string>} */
  #orders = new Set();
  #isJudging = false;
  /** @type {Map<string, Question>} what may be asked for soon, by name */
  #pending = new Map();
  #isWorkingBehind = false;

  /**
   * @param {Kysely<any>} database
   * @param {{ now: () => Date, shortList?: number }} options `shortList`: up to so many customers a list is worked out at
   *   once.
   */
  constructor(database, { now, shortList: most = shortList }) {
    this.#database = database;
    this.#now = now;
    this.#counts = new Counts(database);
    this.#shortList = most;
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
    this.#keepJudged(question);
    if (ids !== undefined && ids.length <= fewIds) return this.#few(question, offset);
    if (snapshot?.startsWith(`${subject}.`)) {
      const window = await this.#stored(snapshot, offset, limit);
      if (window) return window;
    }
    const name = nameOf(question, subject);
    const window = await this.#stored(name, offset, limit);
    if (window) return window;
    if (this.#isLong(question) && offset + limit <= mostRowsRead * limit) {
      const head = await this.#head(question, { name, offset });
      if (head) return head;
    }
    return (await this.#workOutOnce(name, question)) ? this.#stored(name, offset, limit) : undefined;
  }

  /**
   * How many customers have each status, and since when that is known.
   *
   * @param {Question} question
   */
  async statusCounts(question) {
    const query = { ...question.query, statuses: undefined };
    const { policy, timeZone, since, revision } = question.clock;
    const subject = `${subjectOf(unsorted({ ...question, query }))}.${hash([policy, timeZone])}`;
    const name = hash([since, revision]);
    return this.#counts.statuses(question, { subject, name, isLong: this.#isLong(question) });
  }

  /** @param {Question} question */
  #isLong({ clock }) {
    return clock.customers > this.#shortList;
  }

  /**
   * A window near the beginning, from an index.
   *
   * @param {Question} question
   * @param {{ name: string, offset: number }} options
   * @returns {Promise<ResultWindow | undefined>}
   */
  async #head(question, { name, offset }) {
    const { page, include } = question.query;
    const madeAt = new Date();
    const head = await readHead(this.#database, question, offset + page.limit);
    if (!head) return undefined;
    // who goes on from the first window may go on to anywhere
    if (offset > 0 && head.total === undefined) this.#workOutBehind(name, question);
    const counted = unsorted(question);
    const of = { subject: subjectOf(counted), name: nameOf(counted, '') };
    const exact =
      head.total === undefined
        ? this.#counts.exactTotal(of.subject, of.name)
        : /** @type {const} */ ({ value: head.total, precision: 'exact' });
    const total = exact ?? (include?.includes('total') ? await this.#counts.total(counted, of) : undefined);
    return { rows: head.rows.slice(offset), snapshot: name, total, madeAt };
  }

  /**
   * Has an order worked out that nobody waits for yet: one after the other, so that windows find the database free.
   *
   * @param {string} name
   * @param {Question} question
   */
  #workOutBehind(name, question) {
    this.#pending.delete(name);
    this.#pending.set(name, question);
    // who asked for that has gone on to another result since
    for (const oldest of this.#pending.keys()) if (this.#pending.size > keptPending) this.#pending.delete(oldest);
    if (!this.#isWorkingBehind) void this.#workPending();
  }

  async #workPending() {
    this.#isWorkingBehind = true;
    for (let next = last(this.#pending); next; next = last(this.#pending)) {
      const [name, question] = next;
      this.#pending.delete(name);
      // whoever waits for it is told
      await this.#workOutOnce(name, question).catch(() => undefined);
    }
    this.#isWorkingBehind = false;
  }

  /**
   * Has the customers judged by today where they are not any more. Until then each question judges for itself.
   *
   * @param {Question} question
   */
  #keepJudged({ clock }) {
    if (clock.stands || !isUsual(clock) || this.#isJudging) return;
    // a page whose clock is wrong is no reason
    const now = this.#now();
    if (Math.abs(now.getTime() - clock.now) > clockSkewMs) return;
    this.#isJudging = true;
    judgeAll(this.#database, now)
      .catch(() => undefined)
      .finally(() => (this.#isJudging = false));
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
    return { rows: found, snapshot: name, total: { value: total, precision: 'exact' }, madeAt };
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
      total: { value: rows.length, precision: /** @type {const} */ ('exact') },
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
 * @template K, V
 * @param {ReadonlyMap<K, V>} map
 * @returns {[K, V] | undefined} What was put in last.
 */
function last(map) {
  return [...map].at(-1);
}

/**
 * A question that finds the same customers, in no order.
 *
 * @param {Question} question
 * @returns {Question}
 */
function unsorted(question) {
  return { ...question, query: { ...question.query, sort: undefined, pinned: undefined } };
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
