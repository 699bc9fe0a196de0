// @ts-check
// Where customers are found: columns in memory that follow the data, revision by revision, whoever changes it.
import { sql } from 'kysely';
import { CustomerColumns } from './customer-columns.mjs';
import { Standings } from './standings.mjs';
import { TextRanks, prepareOrder } from './text-ranks.mjs';

/** @import { Kysely } from 'kysely' */
/** @import { Clock } from './clock.mjs' */
/** @import { TextColumn } from './text-ranks.mjs' */

/** Customers that are read at a time. */
const batchSize = 20_000;

/** By so many clocks, and searches, what is known of each customer is kept. */
const keptClocks = 4;
const keptSearches = 8;

/** What is found and sorted by, as the columns take it. */
const facts = sql`c.id, c.relationship, c.tiered, c.beacon_problems, c.beacons_total, c.tags, c.expirations_known,
  c.undated, c.days, c.instants, c.search_text`;

/** Where a question finds whom it asks for: see `Known` in listing.mjs. */
export class CustomersIndex {
  columns = new CustomerColumns();
  #database;
  /** @type {Map<string, TextRanks>} by column and language */
  #texts = new Map();
  /** @type {Map<string, Standings>} by the key of their clock */
  #standings = new Map();
  /** @type {Map<string, Uint8Array>} */
  #searches = new Map();
  /** @type {Promise<unknown>} settled once nothing changes the columns */
  #free = Promise.resolve();

  /** @param {Kysely<any>} database */
  constructor(database) {
    this.#database = database;
  }

  /**
   * Brings the index up to what the database has now. What is asked of it after that belongs together until the next
   * `await`.
   *
   * @param {{ textColumns: readonly TextColumn[], language: string }} needed
   */
  async follow({ textColumns, language }) {
    const missing = textColumns.filter((column) => !this.#texts.has(`${column} ${language}`));
    if (missing.length === 0 && (await revisionOf(this.#database)) === this.columns.revision) return;
    const before = this.#free;
    const following = before.then(async () => {
      // an index is made outside of the transaction, which may have begun before it
      if (missing.length > 0) await prepareOrder(this.#database, language);
      await this.#database
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute(async (transaction) => {
          await this.#catchUp(transaction);
          for (const column of missing) await this.#addText(transaction, column, language);
        });
    });
    this.#free = following.catch(() => undefined);
    await following;
  }

  /** @param {Clock} clock */
  standings(clock) {
    return remembered(this.#standings, clock.key, keptClocks, () => {
      const standings = new Standings(clock);
      standings.judge(this.columns);
      return standings;
    });
  }

  /**
   * @param {TextColumn} column
   * @param {string} language
   */
  ranks(column, language) {
    const texts = this.#texts.get(`${column} ${language}`);
    if (!texts) throw new Error(`The order of ${column} in ${language} was not asked for.`);
    return texts.ranks;
  }

  /** @param {string} searched Folded. */
  matches(searched) {
    return remembered(this.#searches, searched, keptSearches, () => this.columns.search.matches(searched));
  }

  /** @param {Kysely<any>} database */
  async #catchUp(database) {
    const revision = await revisionOf(database);
    const { columns } = this;
    if (revision === columns.revision) return;
    const { rows } = await sql`select ids from revision_changes where revision > ${columns.revision}`.execute(database);
    const changed = [...new Set(/** @type {{ ids: string[] }[]} */ (rows).flatMap(({ ids }) => ids))];
    const isComplete = columns.revision > 0 && rows.length === revision - columns.revision;
    if (!isComplete || !(await this.#change(database, changed, revision))) await this.#load(database, revision);
  }

  /**
   * @param {Kysely<any>} database
   * @param {readonly string[]} ids
   * @param {number} revision
   * @returns {Promise<boolean>} Whether each has a place.
   */
  async #change(database, ids, revision) {
    const { columns } = this;
    const { rows } = await sql`select ${facts} from customers c
      where id = any(${ids}::bigint[]) order by id`.execute(database);
    const moves = [];
    for (const texts of this.#texts.values()) moves.push(await texts.follow(database, ids));
    // from here on nobody sees a half of it
    const left = new Set(/** @type {{ id: string }[]} */ (rows).map(({ id }) => id));
    if (!columns.put(rows)) return false;
    const places = ids.map((id) => columns.placeOf(id)).filter((place) => place >= 0);
    for (const id of ids) {
      const place = columns.placeOf(id);
      if (place >= 0 && !left.has(id)) columns.remove(place);
    }
    for (const move of moves) move(columns);
    for (const standings of this.#standings.values()) standings.judge(columns, places);
    this.#searches.clear();
    columns.revision = revision;
    return true;
  }

  /**
   * @param {Kysely<any>} database
   * @param {number} revision
   */
  async #load(database, revision) {
    const columns = new CustomerColumns();
    columns.revision = revision;
    for (let last = '-1'; ;) {
      const { rows } = await sql`select ${facts} from customers c where id > ${last}::bigint
        order by id limit ${sql.lit(batchSize)}`.execute(database);
      columns.put(rows);
      if (rows.length < batchSize) break;
      last = /** @type {{ id: string }} */ (rows.at(-1)).id;
    }
    const texts = [...this.#texts.values()];
    const loaded = [];
    for (const { column, language } of texts) {
      const ranks = new TextRanks(column, language);
      await ranks.load(database, columns);
      loaded.push(ranks);
    }
    this.columns = columns;
    this.#texts = new Map(loaded.map((ranks) => [`${ranks.column} ${ranks.language}`, ranks]));
    this.#standings.clear();
    this.#searches.clear();
  }

  /**
   * @param {Kysely<any>} database
   * @param {TextColumn} column
   * @param {string} language
   */
  async #addText(database, column, language) {
    const ranks = new TextRanks(column, language);
    await ranks.load(database, this.columns);
    this.#texts.set(`${column} ${language}`, ranks);
  }
}

/** @param {Kysely<any>} database */
async function revisionOf(database) {
  const { rows } = await sql`select value from revision`.execute(database);
  return Number(/** @type {[{ value: string }]} */ (rows)[0].value);
}

/**
 * What was made for a key before, or is made now; the oldest is forgotten.
 *
 * @template T
 * @param {Map<string, T>} known
 * @param {string} key
 * @param {number} kept
 * @param {() => T} make
 * @returns {T}
 */
function remembered(known, key, kept, make) {
  const value = known.get(key) ?? make();
  known.delete(key);
  known.set(key, value);
  for (const oldest of known.keys()) if (known.size > kept) known.delete(oldest);
  return value;
}
