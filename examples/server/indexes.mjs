// @ts-check
// The indexes that first windows and searches go by. They are made once the rows are there, which takes a fraction of
// the time. The text that is searched lies beside the orders that are walked, so that a search reads no other row.
import { sql } from 'kysely';

/** @import { Kysely } from 'kysely' */

/** Each way of a column has its own index: what is blank is at the end in both, so that none is another one reversed. */
const bothWays = (/** @type {string} */ name, /** @type {(way: string) => string} */ definition) =>
  ['asc', 'desc'].map((way) => /** @type {const} */ ([`${name}_${way}`, definition(`${way} nulls last`)]));

/** @type {readonly (readonly [name: string, definition: string])[]} */
const indexes = [
  ['customers_search', 'customers using gin (search_text gin_trgm_ops)'],
  ['customers_tags', 'customers using gin (tags)'],
  ['customers_external_id', 'customers (external_id)'],
  ...bothWays('customers_name', (way) => `customers (name_order collate order_en ${way}, id) include (search_text)`),
  ...bothWays(
    'customers_external_id_order',
    (way) => `customers (external_id_order collate order_en ${way}, id) include (search_text)`,
  ),
  ...bothWays('customers_beacons', (way) => `customers (beacons_total ${way}, id)`),
  ...bothWays('standings_upcoming', (way) => `standings (upcoming_rank, next_day ${way}, customer_id)`),
  ...bothWays('standings_status', (way) => `standings (status_rank ${way}, status_blank, customer_id)`),
  ...bothWays('standings_upcoming_of', (way) => `standings (status, upcoming_rank, next_day ${way}, customer_id)`),
  ...bothWays('standings_status_of', (way) => `standings (status, status_rank ${way}, status_blank, customer_id)`),
  ['standings_next_day', 'standings (next_day)'],
];

/** @param {Kysely<any>} database */
export async function createIndexes(database) {
  for (const [name, definition] of indexes) {
    await sql`create index if not exists ${sql.id(name)} on ${sql.raw(definition)}`.execute(database);
  }
}

/** @param {Kysely<any>} database */
export async function dropIndexes(database) {
  for (const [name] of indexes) await sql`drop index if exists ${sql.id(name)}`.execute(database);
}
