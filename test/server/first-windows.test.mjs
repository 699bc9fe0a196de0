// The first windows of a long list, which come straight from an index: against the memory provider on the same customers.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { readClock } from '../../examples/server/clock.mjs';
import { walkOf } from '../../examples/server/listing.mjs';
import {
  directions,
  fields,
  listOf,
  modelOf,
  now,
  questions,
  sampleServer,
  surroundings,
  surroundingsOf,
} from './fixture.mjs';

const count = 1_200;
let server, list, expected, moment;

before(async () => {
  moment = now;
  // every list is a long one
  server = await sampleServer(count, { shortList: 0, now: () => moment });
  list = listOf(server);
  expected = await modelOf(server);
});
after(() => server?.close());

const idsOf = ({ items }) => items.map(({ id }) => id);
const clockAt = (when, policy = surroundings.policy) =>
  readClock(server.database, { now: when, timeZone: 'UTC', policy });
const draft = (more) => ({
  key: '1',
  name: 'New',
  owners: [{ firstName: 'A', lastName: 'B', email: 'a@b.example' }],
  capabilities: [{ capability: 'IT Visibility' }],
  ...more,
});
let keys = 0;
const key = () => ({ 'idempotency-key': `first ${(keys += 1)}` });
async function create(more) {
  const { body } = await server.ask('customers', { body: { customers: [draft(more)] }, headers: key() });
  return body.outcomes[0].id;
}
const remove = (id) => server.ask('customers/deletions', { body: { ids: [id] }, headers: key() });

test('any first window of any question has whom the rules say, in their order', async () => {
  await fc.assert(
    fc.asyncProperty(questions, surroundingsOf, fc.constantFrom(0, 0, 20, 380), async (query, around, offset) => {
      const asked = { ...query, page: { limit: 20, offset }, include: ['total'] };
      const page = await list(asked, around);
      const right = await expected(asked, around);
      assert.deepEqual(idsOf(page), idsOf(right));
      // an estimate may be off, and says that it is one
      if (page.total.precision === 'exact') assert.deepEqual(page.total, right.total);
      assert.ok(['exact', 'estimate'].includes(page.total.precision));
    }),
    { numRuns: 200, seed: 2 },
  );
});

for (const field of fields) {
  for (const direction of directions) {
    test(`by ${field}, ${direction}: windows on from the first make up the whole list`, async () => {
      const sort = [{ field, direction }];
      const ids = [];
      let page;
      do {
        page = await list({ sort, page: { limit: 50, offset: ids.length }, snapshot: page?.snapshot });
        ids.push(...idsOf(page));
      } while (page.items.length === 50);
      assert.deepEqual(ids, idsOf(await expected({ sort, page: { limit: count, offset: 0 } })));
      // what was an estimate at first is exact by then
      assert.deepEqual(page.total, { value: count, precision: 'exact' });
    });
  }
}

test('counts by status are those of the rules, and their age is told', async () => {
  const asked = { search: 'a', page: { limit: 1, offset: 0 }, include: ['statusCounts'] };
  const page = await list(asked);
  assert.deepEqual(page.statusCounts, (await expected(asked)).statusCounts);
  assert.ok(Date.parse(page.asOf) <= Date.now());
});

test('counts of before a change are given at once, and newer ones follow', async () => {
  const asked = { search: 'b', page: { limit: 1, offset: 0 }, include: ['statusCounts'] };
  const before = await list(asked);
  const id = await create({ name: 'Bbb' });
  const then = await list(asked);
  assert.deepEqual(then.statusCounts, before.statusCounts);
  assert.ok(Date.parse(then.asOf) < Date.now());
  let later = then;
  while (later.statusCounts.all === before.statusCounts.all) later = await list(asked);
  assert.equal(later.statusCounts.all, before.statusCounts.all + 1);
  await remove(id);
});

test('a change is in the next first window, in whatever order', async () => {
  const first = async (sort) => idsOf(await list({ sort, page: { limit: 5, offset: 0 } }));
  const byName = [{ field: 'name', direction: 'ascending' }];
  const byExpiry = [{ field: 'upcomingExpiration', direction: 'ascending' }];
  const [name, expiry] = [await first(byName), await first(byExpiry)];
  const id = await create({ name: ' !', capabilities: [{ capability: 'IT Visibility', expires: '2026-11-24' }] });
  assert.equal((await first(byName))[0], id);
  const pinned = { pinned: [id], sort: byExpiry, page: { limit: 5, offset: 0 } };
  assert.equal(idsOf(await list(pinned))[0], id);
  const { body } = await server.ask(`customers/${id}`, {
    method: 'PATCH',
    type: 'application/merge-patch+json',
    body: { capabilities: [{ capability: 'IT Visibility', expires: '2026-11-01' }] },
    headers: { ...key(), 'if-match': '"1"' },
  });
  assert.equal(body.version, '2');
  const expired = { statuses: ['expired'], sort: byName, page: { limit: 5, offset: 0 } };
  assert.equal(idsOf(await list(expired))[0], id);
  await remove(id);
  assert.deepEqual([await first(byName), await first(byExpiry)], [name, expiry]);
});

test('a result is another one after a change, and says so', async () => {
  const query = { sort: [{ field: 'id', direction: 'ascending' }], page: { limit: 5, offset: 0 } };
  const { snapshot } = await list(query);
  assert.equal((await list({ ...query, snapshot })).snapshot, snapshot);
  const id = await create({ name: 'Other' });
  assert.notEqual((await list({ ...query, snapshot })).snapshot, snapshot);
  await remove(id);
});

test('when the day turns, what depends on it is right at once, and judged anew behind', async () => {
  assert.ok((await clockAt(now)).stands);
  const sort = [{ field: 'expirationStatus', direction: 'ascending' }];
  const asked = { sort, page: { limit: 20, offset: 0 } };
  moment = new Date('2026-11-25T00:00:01.000Z');
  const around = { now: moment.toISOString() };
  const right = idsOf(await expected(asked, around));
  assert.deepEqual(idsOf(await list(asked, around)), right);
  while (!(await clockAt(moment)).stands) await list(asked, around);
  assert.deepEqual(idsOf(await list(asked, around)), right);
  // a page whose clock is a day behind is answered by its own, and changes nothing
  assert.deepEqual(idsOf(await list(asked)), idsOf(await expected(asked)));
  assert.ok((await clockAt(moment)).stands);
});

test('a first window reads at most twenty times its rows, where one customer in five fits or an index has them together', async () => {
  const clock = await clockAt(moment);
  const limit = 20;
  const filters = [{}, { statuses: ['expires-in-30', 'expires-in-60'] }, { relationship: 'managed' }];
  const isByTime = (field) => field === 'upcomingExpiration' || field === 'expirationStatus';
  await server.database.transaction().execute(async (transaction) => {
    // so small a table is read from end to end where that is left open; a large one is not
    await sql`set local enable_seqscan = off`.execute(transaction);
    await sql`set local enable_sort = off`.execute(transaction);
    for (const field of fields) {
      for (const direction of directions) {
        for (const filter of isByTime(field) ? [...filters, { statuses: ['expired'] }] : filters) {
          const query = { ...filter, sort: [{ field, direction }] };
          const walk = walkOf({ query, clock, locale: 'en' }, { end: limit, most: 20_000 });
          const { rows } = await sql`explain (analyze, format json) ${walk}`.execute(transaction);
          const read = rowsRead(rows[0]['QUERY PLAN'][0].Plan);
          assert.ok(read <= 20 * limit, `${read} rows for ${JSON.stringify(query)}`);
        }
      }
    }
  });
});

/** The rows that a plan takes from tables and indexes, those that it throws away included. */
function rowsRead(node) {
  const children = (node.Plans ?? []).reduce((sum, child) => sum + rowsRead(child), 0);
  if (!/^(Seq|Index|Index Only|Bitmap Heap) Scan$/.test(node['Node Type'])) return children;
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return children + (node['Actual Rows'] + removed) * node['Actual Loops'];
}
