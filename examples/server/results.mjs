// @ts-check
// Windows of results. The order of a result is worked out in memory as a whole, and kept for its other windows; the
// customers of a window are read from the database.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { clockOf } from './clock.mjs';
import { CustomersIndex } from './customers-index.mjs';
import { dependsOnClock, inOrder, placesFound, statusCounts, textColumnsOf } from './listing.mjs';
import { customersSortFields, defaultExpirationPolicy } from './sources.mjs';

/** @import { Kysely } from 'kysely' */
/** @import { CustomersPage } from '../../src/providers/customers-provider.js' */
/** @import { Clock } from './clock.mjs' */
/** @import { Question } from './listing.mjs' */

/** How many customers all results have together that are kept: four bytes each. */
const keptPlaces = 20_000_000;

/** A window is asked for again where a customer was deleted while it was read; so often at most. */
const mostTries = 5;

/** The parts of a query that say which window of a result is asked for, and what beside it. */
const windowParts = new Set(['page', 'snapshot', 'include']);

/**
 * A question with the moment, zone and thresholds of whoever asks.
 *
 * @typedef {Omit<Question, 'clock'> & { now: Date, timeZone: string, policy: Clock['policy'] }} AskedQuestion
 */

/**
 * Customers by their places, which stay what they are: a place is never taken by another one.
 *
 * @typedef {{ ids: BigInt64Array, places: Int32Array, madeAt: Date }} Result
 */

/**
 * @typedef {object} ResultWindow
 * @property {any[]} rows Of the table of customers.
 * @property {string} snapshot
 * @property {number} total
 * @property {CustomersPage['statusCounts']} statusCounts Where the question asks for them.
 * @property {Date} madeAt
 */

export class Results {
  #database;
  #index;
  /** @type {Map<string, Result>} by name; those that were used last are the last */
  #kept = new Map();

  /** @param {Kysely<any>} database */
  constructor(database) {
    this.#database = database;
    this.#index = new CustomersIndex(database);
  }

  /**
   * Reads what is found and sorted by into memory, and asks in every order once, so that no viewer waits for that.
   *
   * @param {Date} now
   */
  async prepare(now) {
    const { graceDays, horizons } = defaultExpirationPolicy;
    const around = { now, timeZone: 'UTC', policy: { graceDays, horizons }, language: 'en' };
    const page = { limit: 1, offset: 0 };
    for (const filter of [{ search: 'a' }, { expiresWithinDays: 30 }, {}]) {
      for (const field of customersSortFields) {
        for (const direction of /** @type {const} */ (['descending', 'ascending'])) {
          await this.window({ ...around, query: { ...filter, sort: [{ field, direction }], page } }, 0);
        }
      }
    }
  }

  /** Lets go of all results; the next window of each has its order worked out anew. */
  forget() {
    this.#kept.clear();
  }

  /**
   * The customers of a result from `offset` on, as many as the question asks for at most.
   *
   * @param {AskedQuestion} asked
   * @param {number} offset
   * @returns {Promise<ResultWindow>}
   */
  async window(asked, offset) {
    const { query, language } = asked;
    const end = offset + query.page.limit;
    for (let tries = 1; tries <= mostTries; tries += 1) {
      await this.#index.follow({ textColumns: textColumnsOf(query), language });
      // nothing waits from here on until the customers are read, so that all of it is of one revision
      const question = { ...asked, clock: clockOf(this.#index.columns, asked) };
      const subject = subjectOf(question);
      const before = query.snapshot?.startsWith(`${subject}.`) ? query.snapshot : undefined;
      const snapshot = before !== undefined && this.#kept.has(before) ? before : this.#nameOf(question, subject);
      const result = this.#result(snapshot, () => inOrder(this.#found(question).places, question, this.#index));
      const counts = query.include?.includes('statusCounts') ? this.#statusCounts(question) : undefined;
      const ids = Array.from(result.places.subarray(offset, end), (place) => String(result.ids[place]));
      const rows = await this.#rowsOf(ids);
      const { madeAt } = result;
      if (rows) return { rows, snapshot, total: result.places.length, statusCounts: counts, madeAt };
      // one that lost a customer gives way
      this.#kept.delete(snapshot);
    }
    throw new Error('The customers of a window were deleted, each time that it was read.');
  }

  /**
   * Those that a question finds, in no order of its own.
   *
   * @param {Question} question
   */
  #found(question) {
    const unsorted = { ...question, query: { ...question.query, sort: undefined, pinned: undefined } };
    return this.#result(this.#nameOf(unsorted, subjectOf(unsorted)), () => placesFound(unsorted, this.#index));
  }

  /** @param {Question} question */
  #statusCounts(question) {
    const { places } = this.#found({ ...question, query: { ...question.query, statuses: undefined } });
    return statusCounts(places, this.#index.standings(question.clock));
  }

  /**
   * @param {string} name
   * @param {() => Int32Array} workOut
   */
  #result(name, workOut) {
    const { ids } = this.#index.columns;
    const result = this.#kept.get(name) ?? { ids, places: workOut(), madeAt: new Date() };
    this.#kept.delete(name);
    this.#kept.set(name, result);
    let places = 0;
    for (const kept of this.#kept.values()) places += kept.places.length;
    for (const [oldest, { places: forgotten }] of this.#kept) {
      if (places <= keptPlaces || oldest === name) break;
      this.#kept.delete(oldest);
      places -= forgotten.length;
    }
    return result;
  }

  /**
   * @param {readonly string[]} ids
   * @returns {Promise<any[] | undefined>} In the order of their IDs; nothing where one of them is gone.
   */
  async #rowsOf(ids) {
    if (ids.length === 0) return [];
    const { rows } = await customersBy(ids).execute(this.#database);
    const byId = new Map(/** @type {{ id: string }[]} */ (rows).map((row) => [row.id, row]));
    return byId.size === ids.length ? ids.map((id) => byId.get(id)) : undefined;
  }

  /**
   * @param {Question} question
   * @param {string} subject
   */
  #nameOf({ query, clock }, subject) {
    return `${subject}.${hash([this.#index.columns.revision, dependsOnClock(query) ? clock.key : 0])}`;
  }
}

/**
 * What a window reads: its own customers, wherever it is.
 *
 * @param {readonly string[]} ids
 */
export function customersBy(ids) {
  return sql`select * from customers where id = any(${ids}::bigint[])`;
}

/**
 * What is asked, without the window, the time and the state of the data.
 *
 * @param {Question} question
 */
function subjectOf({ query, language, onlyTag, clock }) {
  const judged = dependsOnClock(query) ? [clock.timeZone, clock.policy] : [];
  // in one order, because two pages may write the same question differently
  const parts = Object.entries(query)
    .filter(([part, value]) => value !== undefined && !windowParts.has(part))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return hash([parts, language, onlyTag, judged]);
}

/** @param {unknown} value */
function hash(value) {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
}
