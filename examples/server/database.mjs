// @ts-check
// One dialect for two engines: a PostgreSQL at DATABASE_URL, or PGlite inside this process.
import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { createIndexes } from './indexes.mjs';

/** @import { PostgresPool, PostgresPoolClient } from 'kysely' */

/** Where PGlite keeps what is to outlive the process. */
export const defaultFolder = fileURLToPath(new URL('data', import.meta.url));

/**
 * Opens the database and brings its tables up to date.
 *
 * @param {{ url?: string, folder?: string }} options `url`: of a PostgreSQL. Without it PGlite, with its data in
 *   `folder`, or in memory.
 */
export async function openDatabase({ url, folder } = {}) {
  const pool = url ? serverPool(url) : await embeddedPool(folder);
  /** @type {Kysely<any>} */
  const database = new Kysely({ dialect: new PostgresDialect({ pool }) });
  const schema = await readFile(new URL('schema.sql', import.meta.url), 'utf8');
  for (const statement of schema.replaceAll(/^--.*$|^\s+--.*$/gm, '').split(';')) {
    if (statement.trim()) await sql.raw(statement).execute(database);
  }
  await createIndexes(database);
  return database;
}

/** @param {string} url */
function serverPool(url) {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  // compiling a statement takes longer than a window may, and what goes on behind a window must leave room for others
  pool.on('connect', (client) => void client.query('set jit = off; set max_parallel_workers_per_gather = 0'));
  return pool;
}

/**
 * PGlite as a pool of one connection: who asks for it while it is taken waits.
 *
 * @param {string} [folder]
 * @returns {Promise<PostgresPool>}
 */
async function embeddedPool(folder) {
  if (folder) await mkdir(folder, { recursive: true });
  const engine = await PGlite.create(folder, {
    // as the other driver gives them: an ID has more digits than a number holds
    parsers: { 20: (/** @type {string} */ digits) => digits },
  });
  await engine.exec(
    `set work_mem = '256MB'; set maintenance_work_mem = '256MB'; set max_parallel_workers_per_gather = 0`,
  );
  let free = Promise.resolve();
  return {
    async connect() {
      const before = free;
      /** @type {() => void} */
      let release = () => undefined;
      free = new Promise((done) => (release = done));
      await before;
      const client = {
        /** @param {string} text @param {unknown[]} parameters */
        async query(text, parameters) {
          const { rows, affectedRows = 0 } = await engine.query(text, [...parameters]);
          return {
            command: text.trimStart().split(/\s/, 1)[0]?.toUpperCase(),
            rows,
            rowCount: affectedRows || rows.length,
          };
        },
        release,
      };
      // Kysely asks for cursors only where it streams, which nothing here does
      return /** @type {PostgresPoolClient} */ (/** @type {unknown} */ (client));
    },
    end: () => engine.close(),
  };
}
