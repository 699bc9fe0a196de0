// @ts-check
// The order of the texts of a column in a language, as the database has it: a rank for each customer, the same one
// where the language finds texts equal.
import { sql } from 'kysely';
import { blank, withRoom } from './customer-columns.mjs';

/** @import { Kysely } from 'kysely' */
/** @import { CustomerColumns } from './customer-columns.mjs' */

/** The columns of texts that are sorted by. */
const textColumns = /** @type {const} */ (['name_order', 'external_id_order']);

/** @typedef {(typeof textColumns)[number]} TextColumn */

export class TextRanks {
  #largest = 0;
  #ranks = new Int32Array(0);

  /**
   * @param {TextColumn} column
   * @param {string} language One that {@link prepareOrder} was given.
   */
  constructor(column, language) {
    this.column = column;
    this.language = language;
  }

  /** The rank of each customer by its place, or `blank`. */
  get ranks() {
    return this.#ranks;
  }

  /** @param {Kysely<any>} database @param {CustomerColumns} columns */
  async load(database, columns) {
    const text = this.#text('c');
    const { rows } = await sql`select c.id, dense_rank() over (order by ${text})::integer as rank
      from customers c where ${text} is not null`.execute(database);
    this.#ranks = new Int32Array(columns.ids.length).fill(blank);
    for (const { id, rank } of /** @type {{ id: string, rank: number }[]} */ (rows)) {
      this.#ranks[columns.placeOf(id)] = rank;
      if (rank > this.#largest) this.#largest = rank;
    }
  }

  /**
   * Where changed customers belong now, from the customers before each in the order that did not change.
   *
   * @param {Kysely<any>} database
   * @param {readonly string[]} ids
   * @returns {Promise<(columns: CustomerColumns) => void>} Puts them there.
   */
  async follow(database, ids) {
    const text = this.#text('c');
    const { rows } = await sql`
      select c.id, before.id as before, before.text = ${text} as like_before,
        coalesce(${text} = lag(${text}) over (order by ${text}), false) as like_last
      from customers c
      left join lateral (
        select p.id, ${this.#text('p')} as text from customers p
        where ${this.#text('p')} <= ${text} and p.id <> all(${ids}::bigint[])
        order by ${this.#text('p')} desc limit 1
      ) before on true
      where c.id = any(${ids}::bigint[]) and ${text} is not null
      order by ${text}`.execute(database);
    return (columns) =>
      this.#put(
        columns,
        ids,
        /** @type {{ id: string, before: string | null, like_before: boolean | null, like_last: boolean }[]} */ (rows),
      );
  }

  /**
   * @param {CustomerColumns} columns
   * @param {readonly string[]} ids
   * @param {readonly { id: string, before: string | null, like_before: boolean | null, like_last: boolean }[]} rows
   */
  #put(columns, ids, rows) {
    const room = this.#ranks.length;
    this.#ranks = withRoom(this.#ranks, columns.ids.length).fill(blank, room);
    /** @type {number[]} the ranks of before behind which a new one comes */
    const behind = [];
    const placed = rows.map(({ id, before, like_before: likeBefore, like_last: likeLast }) => {
      const rank = before === null ? 0 : (this.#ranks[columns.placeOf(before)] ?? 0);
      if (!likeBefore && !likeLast) behind.push(rank);
      return { id, rank: rank + behind.length };
    });
    for (const id of ids) {
      const place = columns.placeOf(id);
      if (place >= 0) this.#ranks[place] = blank;
    }
    if (behind.length > 0) this.#makeRoom(behind);
    for (const { id, rank } of placed) this.#ranks[columns.placeOf(id)] = rank;
  }

  /** @param {readonly number[]} behind In their order. */
  #makeRoom(behind) {
    const moved = new Int32Array(this.#largest + 1);
    let next = 0;
    for (let rank = 0; rank <= this.#largest; rank += 1) {
      while (next < behind.length && (behind[next] ?? 0) < rank) next += 1;
      moved[rank] = rank + next;
    }
    for (let place = 0; place < this.#ranks.length; place += 1) {
      const rank = this.#ranks[place] ?? blank;
      if (rank !== blank) this.#ranks[place] = moved[rank] ?? 0;
    }
    this.#largest += behind.length;
  }

  /** @param {string} table */
  #text(table) {
    return sql`${sql.id(table, this.column)} collate ${sql.id(`order_${this.language}`)}`;
  }
}

/**
 * Makes the order of a language known to the database, and has its indexes made.
 *
 * @param {Kysely<any>} database
 * @param {string} language As {@link languageOf} gives it.
 */
export async function prepareOrder(database, language) {
  const order = sql.id(`order_${language}`);
  // texts that the language finds equal are a tie, so the order is not broken by their bytes; the older spelling of the
  // locale, because PGlite's ICU does not read `-u-kn`
  await sql`create collation if not exists ${order}
    (provider = icu, locale = ${sql.lit(`${language}@colNumeric=yes`)}, deterministic = false)`.execute(database);
  for (const column of textColumns) {
    await sql`create index if not exists ${sql.id(`customers_${column}_${language}`)}
      on customers (${sql.id(column)} collate ${order}, id)`.execute(database);
  }
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
