// A server with sample customers on a database of its own: PGlite, or a schema of the PostgreSQL at DATABASE_URL.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openDatabase } from '../../examples/server/database.mjs';
import { seed } from '../../examples/server/seed.mjs';
import { startServer } from '../../examples/server/server.mjs';

/** The moment that the samples lie around, and that the server's clock stands at. */
export const now = new Date('2026-11-24T12:00:00.000Z');

/** A database with so many samples, and what gives it back. */
export async function sampleDatabase(count, { now: moment = now } = {}) {
  const { url, drop } = await freshPlace(process.env.DATABASE_URL);
  const database = await openDatabase({ url });
  await seed(database, count, { now: moment });
  return {
    database,
    async close() {
      await database.destroy();
      await drop();
    },
  };
}

/** A server on such a database, and what asks it. */
export async function sampleServer(count) {
  const { database, close } = await sampleDatabase(count);
  const server = await startServer(database, { now: () => now });
  return {
    database,
    url: server.url,
    api: `${server.url}api/v1/`,
    ask: (path, options) => ask(`${server.url}api/v1/${path}`, options),
    async close() {
      await server.close();
      await close();
    },
  };
}

/** Sends a request as a role, its body as JSON, and gives back what came. */
async function ask(url, { role = 'admin', method, body, headers = {}, type = 'application/json' } = {}) {
  const response = await fetch(url, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(role && { authorization: `Bearer demo-${role}` }),
      ...(body !== undefined && { 'content-type': type }),
      ...headers,
    },
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}

/** What accompanies a query. */
export const surroundings = {
  locale: 'en',
  timeZone: 'UTC',
  now: now.toISOString(),
  policy: { graceDays: 30, horizons: [30, 60] },
};

async function freshPlace(url) {
  if (!url) return { drop: () => undefined };
  const schema = `test_${randomUUID().replaceAll('-', '')}`;
  const run = async (...statements) => {
    const client = new pg.Client(url);
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  await run('create extension if not exists pg_trgm schema public', `create schema ${schema}`);
  const place = new URL(url);
  place.searchParams.set('options', `-c search_path=${schema},public`);
  return { url: place.href, drop: () => run(`drop schema ${schema} cascade`) };
}
