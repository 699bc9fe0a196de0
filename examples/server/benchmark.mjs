// @ts-check
// How long answers take, each kind of question by itself: npm run bench:server, on what seed:server put into the
// database.
import { sql } from 'kysely';
import { createApp } from './app.mjs';
import { defaultFolder, openDatabase } from './database.mjs';

/** Windows at a random place of a random result that are asked for. */
const windows = 1_000;

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
await sql`truncate results, result_chunks`.execute(database);
const app = createApp(database);
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

/** @type {Record<string, number[]>} */
const times = { first: [], second: [], far: [], stored: [], change: [] };
const questions = filters.flatMap((filter) => sorts.map((sort) => ({ ...filter, sort })));
/** @type {{ query: object, total: number, snapshot: string }[]} */
const results = [];
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
  const offset = Math.floor(result.total * Math.random());
  const { page, ms } = await ask({ ...result.query, snapshot: result.snapshot, page: { limit, offset } });
  times.far?.push(ms);
  result.total = page.total?.value ?? result.total;
}
tell('the first window far in of each', times.far ?? []);
for (let count = 0; count < windows; count += 1) {
  const { query, total, snapshot } = results[Math.floor(Math.random() * results.length)] ?? {};
  const offset = Math.floor(Math.random() * Number(total));
  times.stored?.push((await ask({ ...query, snapshot, page: { limit, offset } })).ms);
}
tell(`${windows} windows anywhere after that`, times.stored ?? []);

const counted = await ask({ page: { limit: 1, offset: 0 }, include: ['total', 'statusCounts'] });
const again = await ask({ page: { limit: 1, offset: 0 }, include: ['total', 'statusCounts'] });
console.log(`counts by status: first ${counted.ms.toFixed(0)} ms, then ${again.ms.toFixed(1)} ms`);
await database.destroy();
