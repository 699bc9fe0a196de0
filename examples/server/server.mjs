// @ts-check
// The reference server: the portal and its customers from a database. npm run start:server -- --help
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { buildPortal, contentSecurityPolicy, portalFolder } from '../../tools/portal.mjs';
import { createApp } from './app.mjs';
import { defaultFolder, openDatabase } from './database.mjs';
import { Problem, problemResponse } from './problem.mjs';
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
 * Serves the API, and the portal where a folder is given.
 *
 * @param {Kysely<any>} database
 * @param {{ port?: number, folder?: string, now?: () => Date }} [options] `port` 0: any free one
 */
export async function startServer(database, { port = 0, folder, now } = {}) {
  const app = new Hono();
  app.use(async (context, next) => {
    // another site that has its name lead to this machine is none of ours
    const { hostname } = new URL(context.req.url);
    if (hostname !== '127.0.0.1' && hostname !== 'localhost') return problemResponse(new Problem(421));
    return next();
  });
  app.route('/api/v1', createApp(database, { now }));
  app.all('/api/*', () => problemResponse(new Problem(404)));
  if (folder) {
    app.use(async (context, next) => {
      await next();
      context.header('content-security-policy', contentSecurityPolicy);
      context.header('x-content-type-options', 'nosniff');
      context.header('cache-control', 'no-store');
    });
    app.use(serveStatic({ root: folder }));
  }
  /** @type {import('@hono/node-server').ServerType} */
  const server = await new Promise((done, failed) => {
    const starting = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => done(starting));
    starting.once('error', failed);
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((done) => {
        server.close(done);
        // streams of hints have no end of their own
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

async function start() {
  const { values } = parseArgs({ options: { data: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help) return console.log(help);
  const folder = values.data ?? (existsSync(defaultFolder) ? defaultFolder : undefined);
  const database = await openDatabase({ url: process.env.DATABASE_URL, folder });
  const { rows } = await sql`select exists (select from customers) as seeded`.execute(database);
  if (!(/** @type {[{ seeded: boolean }]} */ (rows)[0].seeded)) await seed(database, fewSamples);
  await buildPortal();
  const ports = process.env.PORT ? [Number(process.env.PORT)] : Array.from({ length: 20 }, (_, index) => 8080 + index);
  for (const port of ports) {
    try {
      const { url } = await startServer(database, { port, folder: portalFolder });
      return console.log(`The partner portal is at ${url}, its API at ${url}api/v1/ (Ctrl+C ends it).`);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(`Port ${ports.join(', ')} is in use: name another one with PORT.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await start().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
