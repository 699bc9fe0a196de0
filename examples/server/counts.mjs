// @ts-check
// How many customers a question finds: counted once for a state of the data, and remembered with its age.
import { sql } from 'kysely';
import { countOf, foundOf, statusCountsOf } from './listing.mjs';

/** @import { Kysely, RawBuilder } from 'kysely' */
/** @import { CustomersPage } from '../../src/providers/customers-provider.js' */
/** @import { Question } from './listing.mjs' */

/** How many counts are remembered. */
const kept = 400;

/** A first window waits so long for its count; then an estimate goes with it. */
const waitedMs = 30;

/**
 * @template T
 * @typedef {object} Counted
 * @property {string} name Of the state of the data that was counted.
 * @property {Date} madeAt
 * @property {T} value
 */

export class Counts {
  #database;
  /** @type {Map<string, Counted<any>>} by subject */
  #known = new Map();
  /** @type {Map<string, Promise<any>>} by name */
  #underWay = new Map();
  /** @type {Promise<unknown>} settled once no count is under way that nobody waits for */
  #free = Promise.resolve();

  /** @param {Kysely<any>} database */
  constructor(database) {
    this.#database = database;
  }

  /**
   * How many customers have each status. Of a long list the last count is good enough, and a newer one follows.
   *
   * @param {Question} question
   * @param {{ subject: string, name: string, isLong: boolean }} options
   * @returns {Promise<Counted<Record<string, number>>>}
   */
  async statuses(question, { subject, name, isLong }) {
    const key = `statuses of ${subject}`;
    const known = this.#known.get(key);
    if (known?.name === name) return known;
    const counting = this.#count(key, name, async () => {
      const { rows } = await statusCountsOf(question).execute(this.#database);
      /** @type {Record<string, number>} */
      const counts = { expired: 0, none: 0, unknown: 0, all: 0 };
      for (const horizon of question.clock.policy.horizons) counts[`expires-in-${horizon}`] = 0;
      for (const { status, count } of /** @type {{ status: string, count: number }[]} */ (rows)) {
        counts[status] = count;
        counts.all = (counts.all ?? 0) + count;
      }
      return counts;
    });
    if (!known || !isLong) return counting;
    counting.catch(() => undefined);
    return known;
  }

  /**
   * How many customers a long list has, as well as that is known in a moment: the exact number is known to a later window.
   *
   * @param {Question} question
   * @param {{ subject: string, name: string }} options
   * @returns {Promise<NonNullable<CustomersPage['total']>>}
   */
  async total(question, { subject, name }) {
    const exact = this.exactTotal(subject, name);
    if (exact) return exact;
    const counting = this.#count(subject, name, async () => {
      const before = this.#free;
      /** @type {() => void} */
      let release = () => undefined;
      this.#free = new Promise((done) => (release = () => done(undefined)));
      await before;
      const { rows } = await countOf(question).execute(this.#database).finally(release);
      return /** @type {{ count: number }[]} */ (rows)[0]?.count ?? 0;
    });
    const counted = await Promise.race([
      counting.catch(() => undefined),
      new Promise((passed) => setTimeout(passed, waitedMs).unref()),
    ]);
    if (counted) return { value: counted.value, precision: 'exact' };
    const known = this.#known.get(subject);
    const value = known?.value ?? (await expectationOf(this.#database, foundOf(question))).rows;
    return { value, precision: 'estimate' };
  }

  /**
   * @param {string} subject
   * @param {string} name
   * @returns {CustomersPage['total']}
   */
  exactTotal(subject, name) {
    const known = this.#known.get(subject);
    return known?.name === name ? { value: known.value, precision: 'exact' } : undefined;
  }

  /**
   * @template T
   * @param {string} key
   * @param {string} name
   * @param {() => Promise<T>} count
   * @returns {Promise<Counted<T>>}
   */
  #count(key, name, count) {
    const known = this.#underWay.get(`${key} ${name}`);
    if (known) return known;
    const madeAt = new Date();
    const counting = count()
      .then((value) => {
        const counted = { name, madeAt, value };
        this.#known.delete(key);
        this.#known.set(key, counted);
        for (const oldest of this.#known.keys()) if (this.#known.size > kept) this.#known.delete(oldest);
        return counted;
      })
      .finally(() => this.#underWay.delete(`${key} ${name}`));
    this.#underWay.set(`${key} ${name}`, counting);
    return counting;
  }
}

/**
 * What the planner expects of a statement.
 *
 * @param {Kysely<any>} database
 * @param {RawBuilder<unknown>} statement
 * @returns {Promise<{ rows: number, cost: number }>}
 */
export async function expectationOf(database, statement) {
  const { rows } = await sql`explain (format json) ${statement}`.execute(database);
  const plan = /** @type {any} */ (rows[0])['QUERY PLAN'][0].Plan;
  return { rows: plan['Plan Rows'], cost: plan['Total Cost'] };
}
