// A server with sample customers on a database of its own: PGlite, or a schema of the PostgreSQL at DATABASE_URL.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import pg from 'pg';
import { openDatabase } from '../../examples/server/database.mjs';
import { seed } from '../../examples/server/seed.mjs';
import { startServer } from '../../examples/server/server.mjs';
import { load } from '../../examples/server/sources.mjs';

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

/** A server on such a database, and what asks it; options are those of `startServer`. */
export async function sampleServer(count, options) {
  const { database, close } = await sampleDatabase(count);
  const server = await startServer(database, { now: () => now, ...options });
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
  await run(`create schema ${schema}`);
  const place = new URL(url);
  place.searchParams.set('options', `-c search_path=${schema},public`);
  return { url: place.href, drop: () => run(`drop schema ${schema} cascade`) };
}

/** Questions of all kinds about the samples, and what surrounds them. */
export const fields = ['name', 'id', 'externalId', 'beacons', 'upcomingExpiration', 'expirationStatus'];
export const directions = ['ascending', 'descending'];

const sometimes = (value) => fc.option(value, { nil: undefined });
export const questions = fc.record({
  search: sometimes(
    fc.constantFrom('aurora', ' AURORA ', 'ü', 'u', '30', 'crm-0', 'さくら', 'ß', 'софт', '100%', '\\', 'x_'),
  ),
  statuses: sometimes(fc.subarray(['expired', 'expires-in-30', 'expires-in-60', 'expires-in-7', 'none', 'unknown'])),
  expiresWithinDays: sometimes(fc.constantFrom(0, 7, 45, 1_000_000_000_000)),
  relationship: sometimes(fc.constantFrom('managed', 'granted')),
  tiered: sometimes(fc.boolean()),
  beaconProblems: sometimes(fc.boolean()),
  tags: sometimes(fc.subarray(['gold', 'Nordics', 'none such'])),
  ids: sometimes(fc.constantFrom(['30001', '30004', '30008'], [], ['x', '1e3', '99999999999999999999'])),
  pinned: sometimes(fc.constantFrom(['30702', '30703', '30704', '30705', '34000', 'x'])),
  sort: sometimes(
    fc.uniqueArray(fc.record({ field: fc.constantFrom(...fields), direction: fc.constantFrom(...directions) }), {
      selector: ({ field }) => field,
      maxLength: 3,
    }),
  ),
});
export const surroundingsOf = fc.record({
  timeZone: fc.constantFrom('UTC', 'Pacific/Kiritimati', 'America/New_York', 'no zone'),
  now: fc.constantFrom('2026-11-24T12:00:00Z', '2026-11-24T08:59:59Z', '2026-11-24T23:30:00Z', '2026-12-20T00:00:00Z'),
  policy: fc.constantFrom(
    { graceDays: 30, horizons: [30, 60] },
    { graceDays: 0, horizons: [7] },
    { graceDays: 90, horizons: [] },
    { graceDays: 5, horizons: [60, 45, 0] },
  ),
});

/** Asks a server for a window, as JSON and as the memory provider is asked. */
export function listOf(server) {
  return async (query, around = {}, role = 'admin') => {
    const { status, body } = await server.ask('customers/query', { role, body: { query, ...surroundings, ...around } });
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  };
}

/** The memory provider on all customers of a server, in the server's own words. */
export async function modelOf(server) {
  const { MemoryProvider, defaultExpirationPolicy } = await load(
    'providers/memory/memory-provider',
    'domain/expirations',
  );
  const list = listOf(server);
  const customers = [];
  for (let offset = 0; ; offset += 1000) {
    const { items } = await list({ page: { limit: 1000, offset } });
    customers.push(...items);
    if (items.length < 1000) break;
  }
  const provider = new MemoryProvider(customers);
  return (query, around = {}) => {
    const { locale, timeZone, now: moment, policy } = { ...surroundings, ...around };
    const call = { locale, timeZone, now: new Date(moment), policy: { ...defaultExpirationPolicy, ...policy } };
    return provider.listCustomers(query, { ...call, signal: new AbortController().signal });
  };
}
