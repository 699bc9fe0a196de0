// @ts-check
// How long answers take, each kind of question by itself: npm run bench:server, on what seed:server put into the
// database.
import { sql } from 'kysely';
import { createApp } from './app.mjs';
import { noteChange } from './changes.mjs';
import { defaultFolder, openDatabase } from './database.mjs';
import { Results, customersBy } from './results.mjs';
import { rowsRead } from './rows-read.mjs';

/** Windows at a random place of a random result that are asked for. */
const windows = 1_000;

/** Changes after each of which a window is asked for. */
const changes = 100;

const limit = 100;

/** @import { CustomersQuery, CustomersSort } from '../../src/domain/query.js' */

/** @type {readonly CustomersSort['field'][]} */
const fields = ['name', 'id', 'externalId', 'beacons', 'upcomingExpiration', 'expirationStatus'];
const sorts = fields.flatMap((field) =>
  /** @type {const} */ (['ascending', 'descending']).map((direction) => [{ field, direction }]),
);

/** @type {readonly Partial<CustomersQuery>[]} */
const filters = [
  {},
  { search: 'aurora' },
  { search: 'an' },
  { statuses: ['expired'] },
  { statuses: ['expires-in-30', 'expires-in-60'], relationship: 'managed' },
  { tags: ['Nordics'], beaconProblems: true },
];

const url = process.env.DATABASE_URL;
const database = await openDatabase({ url, ...(!url && { folder: process.argv[2] ?? defaultFolder }) });
const known = new Results(database);
const started = performance.now();
await known.prepare(new Date());
console.log(`read into memory in ${((performance.now() - started) / 1000).toFixed(1)} s`);
const app = createApp(database, { results: known });
const now = new Date().toISOString();

/** @param {object} query */
async function ask(query) {
  const started = performance.now();
  const response = await app.request('/customers/query', {
    method: 'POST',
    headers: { authorization: 'Bearer demo-admin', 'content-type': 'application/json' },
    body: JSON.stringify({ query, locale: 'en', timeZone: 'UTC', now, policy: { graceDays: 30, horizons: [30, 60] } }),
  });
  const page = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(page));
  return { page, ms: performance.now() - started };
}

/** @param {number[]} times @param {number} share */
function percentile(times, share) {
  const sorted = times.toSorted((a, b) => a - b);
  return `${(sorted[Math.ceil(sorted.length * share) - 1] ?? NaN).toFixed(1)} ms`;
}

/** @param {string} what @param {number[]} times */
const tell = (what, times) =>
  console.log(
    `${what}: median ${percentile(times, 0.5)}, p95 ${percentile(times, 0.95)}, worst ${percentile(times, 1)}`,
  );

const every = await ask({ page: { limit: 1, offset: 0 }, include: ['total'] });
console.log(`${every.page.total.value.toLocaleString('en')} customers, ${url ? 'PostgreSQL' : 'PGlite'}`);

const questions = filters.flatMap((filter) => sorts.map((sort) => ({ ...filter, sort })));
/** @type {Record<string, number[]>} */
const times = { first: [], second: [], far: [], unseen: [], any: [], changed: [] };
/** @typedef {{ query: object, total: number, snapshot: string }} Result */
/** @type {Result[]} */
const results = [];
const anywhere = (/** @type {Result} */ { total }) => Math.floor(total * Math.random());
for (const query of questions) {
  const { page, ms } = await ask({ ...query, page: { limit, offset: 0 }, include: ['total'] });
  times.first?.push(ms);
  results.push({ query, total: page.total.value, snapshot: page.snapshot });
}
tell(`the first window of ${results.length} results`, times.first ?? []);
for (const { query, snapshot } of results) {
  times.second?.push((await ask({ ...query, snapshot, page: { limit, offset: limit } })).ms);
}
tell('the second window of each', times.second ?? []);
for (const result of results) {
  const { query, snapshot } = result;
  times.far?.push((await ask({ ...query, snapshot, page: { limit, offset: anywhere(result) } })).ms);
}
tell('the first window far in of each', times.far ?? []);
for (const result of results) {
  known.forget();
  times.unseen?.push((await ask({ ...result.query, page: { limit, offset: anywhere(result) } })).ms);
}
tell('a window anywhere of a result that nobody asked for before', times.unseen ?? []);
for (let count = 0; count < windows; count += 1) {
  const result = results[Math.floor(Math.random() * results.length)];
  if (!result) break;
  const { query, snapshot } = result;
  times.any?.push((await ask({ ...query, snapshot, page: { limit, offset: anywhere(result) } })).ms);
}
tell(`${windows} windows anywhere after that`, times.any ?? []);

for (let count = 0; count < changes; count += 1) {
  const result = results[Math.floor(Math.random() * results.length)];
  if (!result) break;
  const { rows } =
    await sql`select id from customers where id >= ${30_000 + Math.floor(Math.random() * 7_000_000)}::bigint
    order by id limit 1`.execute(database);
  await database.transaction().execute(async (transaction) => {
    await noteChange(
      transaction,
      /** @type {{ id: string }[]} */ (rows).map(({ id }) => id),
    );
  });
  times.changed?.push((await ask({ ...result.query, page: { limit, offset: anywhere(result) } })).ms);
}
tell(`a window anywhere after a change, ${changes} times`, times.changed ?? []);
const reads = [];
for (const { query, total } of results) {
  const { page } = await ask({ ...query, page: { limit, offset: Math.floor(total * Math.random()) } });
  const ids = page.items.map((/** @type {{ id: string }} */ { id }) => id);
  reads.push((await rowsRead(database, customersBy(ids))) / limit);
}
console.log(`rows read for each that was asked for, by EXPLAIN ANALYZE: ${Math.max(...reads)} at most`);

const counted = await ask({ page: { limit: 1, offset: 0 }, include: ['total', 'statusCounts'] });
const again = await ask({ page: { limit: 1, offset: 0 }, include: ['total', 'statusCounts'] });
console.log(`counts by status: first ${counted.ms.toFixed(0)} ms, then ${again.ms.toFixed(1)} ms`);
const { heapUsed, arrayBuffers } = process.memoryUsage();
console.log(
  `memory: ${(heapUsed / 1e6).toFixed(0)} MB of objects and texts, ${(arrayBuffers / 1e6).toFixed(0)} MB of columns`,
);
await database.destroy();
