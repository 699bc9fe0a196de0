// @ts-check
// How much a statement reads, as the database itself counts it: for the tests and the benchmark.
import { sql } from 'kysely';

/** @import { Kysely, RawBuilder } from 'kysely' */

/**
 * The rows that a statement takes from tables and indexes, those that it throws away included.
 *
 * @param {Kysely<any>} database
 * @param {RawBuilder<unknown>} statement
 */
export async function rowsRead(database, statement) {
  const { rows } = await sql`explain (analyze, format json) ${statement}`.execute(database);
  return readBy(/** @type {any} */ (rows[0])['QUERY PLAN'][0].Plan);
}

/**
 * @param {any} node
 * @returns {number}
 */
function readBy(node) {
  const children = (node.Plans ?? []).reduce(
    (/** @type {number} */ sum, /** @type {any} */ child) => sum + readBy(child),
    0,
  );
  if (!/^(Seq|Index|Index Only|Bitmap Heap) Scan$/.test(node['Node Type'])) return children;
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return children + (node['Actual Rows'] + removed) * node['Actual Loops'];
}
