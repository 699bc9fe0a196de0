// @ts-check
// The reference server: the portal and its customers from a database. npm run start:server -- --help
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { buildPortal, createPortal } from '../../tools/portal.mjs';
import { serveApp, serveAppWherePossible } from '../../tools/serve-app.mjs';
import { createApp } from './app.mjs';
import { defaultFolder, openDatabase } from './database.mjs';
import { Problem, problemResponse } from './problem.mjs';
import { Results } from './results.mjs';
import { seed } from './seed.mjs';

/** @import { Kysely } from 'kysely' */

/** Without customers of its own the server shows so many samples. */
const fewSamples = 2_000;

const help = `npm run start:server [-- --data FOLDER]

Serves the portal, and its customers under /api/v1/, on this machine alone.

DATABASE_URL  a PostgreSQL, such as postgres://user@127.0.0.1/customers; without it the embedded PGlite
--data FOLDER where PGlite keeps its data; default: where seed:server put it, else in memory
PORT          default 8080, or the next free one
`;

/**
 * Serves the API, and a page with it where there is one.
 *
 * @param {Kysely<any>} database
 * @param {{ page?: Hono<any>, now?: () => Date, results?: Results }} [options] As of {@link createApp}, too.
 */
export function startServer(database, options = {}) {
  return serveApp(serverApp(database, options));
}

/**
 * @param {Kysely<any>} database
 * @param {{ page?: Hono<any>, now?: () => Date, results?: Results }} options
 */
function serverApp(database, { page, ...options }) {
  const app = new Hono();
  app.route('/api/v1', createApp(database, options));
  app.all('/api/*', () => problemResponse(new Problem(404)));
  if (page) app.route('/', page);
  return app;
}

async function start() {
  const { values } = parseArgs({ options: { data: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help) return console.log(help);
  const folder = values.data ?? (existsSync(defaultFolder) ? defaultFolder : undefined);
  const database = await openDatabase({ url: process.env.DATABASE_URL, folder });
  const { rows } = await sql`select exists (select from customers) as seeded`.execute(database);
  if (!(/** @type {[{ seeded: boolean }]} */ (rows)[0].seeded)) await seed(database, fewSamples);
  const results = new Results(database);
  await results.prepare(new Date());
  await buildPortal();
  const { url } = await serveAppWherePossible(serverApp(database, { page: await createPortal(), results }));
  console.log(`The partner portal is at ${url}, its API at ${url}api/v1/ (Ctrl+C ends it).`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await start().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
