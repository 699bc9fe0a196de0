// @ts-check
// The indexes of the customers. They are made once the rows are there, which takes a fraction of the time.
import { sql } from 'kysely';
import { prepareOrder } from './text-ranks.mjs';

/** @import { Kysely } from 'kysely' */

/** @param {Kysely<any>} database */
export async function createIndexes(database) {
  await sql`create index if not exists customers_external_id on customers (external_id)`.execute(database);
  await prepareOrder(database, 'en');
}

/** @param {Kysely<any>} database Also those that were made for other languages. */
export async function dropIndexes(database) {
  const { rows } = await sql`select indexname as name from pg_indexes
    where schemaname = current_schema() and tablename = 'customers' and indexname <> 'customers_pkey'`.execute(
    database,
  );
  for (const { name } of /** @type {{ name: string }[]} */ (rows)) {
    await sql`drop index if exists ${sql.id(name)}`.execute(database);
  }
}
