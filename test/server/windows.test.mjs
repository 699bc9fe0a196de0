// What the server finds, and in which order, against the memory provider on the same customers.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { customersBy } from '../../examples/server/results.mjs';
import { rowsRead } from '../../examples/server/rows-read.mjs';
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
let server, list, expected;

before(async () => {
  server = await sampleServer(count);
  list = listOf(server);
  expected = await modelOf(server);
});
after(() => server?.close());

const idsOf = ({ items }) => items.map(({ id }) => id);

/** All rows of a result, window by window. */
async function all(query, around, limit = 500) {
  const ids = [];
  let page;
  do {
    page = await list(
      { ...query, page: { limit, offset: ids.length }, snapshot: page?.snapshot, include: ['total'] },
      around,
    );
    ids.push(...idsOf(page));
  } while (page.items.length === limit);
  assert.equal(page.total.value, ids.length);
  return ids;
}

for (const field of fields) {
  for (const direction of directions) {
    test(`by ${field}, ${direction}: windows of 137 make up the whole list, in the order of the rules`, async () => {
      const query = { sort: [{ field, direction }] };
      const ids = await all(query, {}, 137);
      assert.equal(new Set(ids).size, count);
      assert.deepEqual(ids, idsOf(await expected({ ...query, page: { limit: count, offset: 0 } })));
    });
  }
}

test('any question finds whom the rules say, in their order, with the same counts', async () => {
  await fc.assert(
    fc.asyncProperty(questions, surroundingsOf, fc.nat(count), async (query, around, offset) => {
      const asked = { ...query, page: { limit: 100, offset }, include: ['total', 'statusCounts'] };
      const page = await list(asked, around);
      const right = await expected(asked, around);
      assert.deepEqual(idsOf(page), idsOf(right));
      assert.deepEqual(page.total, right.total);
      assert.deepEqual(page.statusCounts, right.statusCounts);
    }),
    { numRuns: 150, seed: 1 },
  );
});

test('texts that the language finds equal are a tie, so that the next sort key decides', async () => {
  const drafts = ['Site 7', 'Site 007', 'Site 10', 'site 7'].map((name, index) => ({
    key: name,
    name,
    externalId: `Z-${9 - index}`,
    owners: [{ firstName: 'A', lastName: 'B', email: 'a@b.example' }],
    capabilities: [{ capability: 'IT Visibility' }],
  }));
  const headers = { 'idempotency-key': 'ties' };
  const { body } = await server.ask('customers', { body: { customers: drafts }, headers });
  const sort = [
    { field: 'name', direction: 'ascending' },
    { field: 'externalId', direction: 'ascending' },
  ];
  const { items } = await list({ search: 'site ', sort, page: { limit: 10, offset: 0 } });
  assert.deepEqual(
    items.map(({ name }) => name),
    ['site 7', 'Site 007', 'Site 7', 'Site 10'],
  );
  const ids = body.outcomes.map(({ id }) => id);
  await server.ask('customers/deletions', { body: { ids }, headers: { 'idempotency-key': 'ties, away' } });
});

test('a cursor list goes forward to its end', async () => {
  const ids = [];
  let cursor;
  do {
    const page = await list({ page: { limit: 500, cursor } });
    ids.push(...idsOf(page));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  assert.equal(new Set(ids).size, count);
});

test('a result stays as it was while the data changes, and gives way once one of its customers is gone', async () => {
  const query = { sort: [{ field: 'name', direction: 'ascending' }], search: 'aurora' };
  const first = await list({ ...query, page: { limit: 5, offset: 0 } });
  const before = await list({ ...query, page: { limit: 5, offset: 5 }, snapshot: first.snapshot });
  const draft = {
    key: '1',
    name: 'AAA Aurora',
    owners: [{ firstName: 'A', lastName: 'B', email: 'a@b.example' }],
    capabilities: [{ capability: 'IT Visibility' }],
  };
  const headers = { 'idempotency-key': 'a new first' };
  const { body } = await server.ask('customers', { body: { customers: [draft] }, headers });
  const [{ id }] = body.outcomes;

  const later = await list({ ...query, page: { limit: 5, offset: 5 }, snapshot: first.snapshot });
  assert.equal(later.snapshot, first.snapshot);
  assert.deepEqual(idsOf(later), idsOf(before));
  const anew = await list({ ...query, page: { limit: 5, offset: 0 } });
  assert.notEqual(anew.snapshot, first.snapshot);
  assert.equal(anew.items[0].id, id);

  await server.ask('customers/deletions', { body: { ids: [id] }, headers: { 'idempotency-key': 'away again' } });
  const gone = await list({ ...query, page: { limit: 5, offset: 0 }, snapshot: anew.snapshot });
  assert.notEqual(gone.snapshot, anew.snapshot);
  assert.deepEqual(idsOf(gone), idsOf(first));
});

test('a question that cannot be meant is refused, never passed over', async () => {
  const page = { limit: 10, offset: 0 };
  for (const query of [
    {},
    { page: { limit: 1001, offset: 0 } },
    { page, statuses: ['soon'] },
    { page, sort: [{ field: 'tags', direction: 'ascending' }] },
    { page, pinned: Array.from({ length: 501 }, String) },
    { page, search: 7 },
  ]) {
    const { status, body } = await server.ask('customers/query', { body: { query, ...surroundings } });
    assert.deepEqual([status, body.code], [400, 'invalid-query'], JSON.stringify(query));
  }
  const never = { query: { page }, ...surroundings, now: 'soon' };
  assert.equal((await server.ask('customers/query', { body: never })).status, 400);
  for (const search of ['\0', '\ud800', "' or true --"]) {
    assert.deepEqual((await list({ page, search })).items, [], search);
  }
});

test('a window reads at most twenty times its rows, wherever it is', async () => {
  const sorts = [[], ...fields.map((field) => [{ field, direction: 'descending' }])];
  for (const sort of sorts) {
    for (const query of [{ sort }, { sort, search: 'a' }, { sort, statuses: ['none'] }]) {
      const { total } = await list({ ...query, page: { limit: 1, offset: 0 }, include: ['total'] });
      for (const limit of [1, 20, 100]) {
        for (const offset of [0, 499, total.value - limit]) {
          const page = await list({ ...query, page: { limit, offset } });
          assert.equal(page.items.length, limit);
          const read = await rowsRead(server.database, customersBy(idsOf(page)));
          assert.ok(read <= 20 * limit, `${read} rows for ${limit} at ${offset} of ${JSON.stringify(query)}`);
        }
      }
    }
  }
});

test('the age of the data is told', async () => {
  const page = await list({ page: { limit: 1, offset: 0 } });
  assert.ok(Date.parse(page.asOf) <= Date.now());
  assert.equal(page.serverTime, now.toISOString());
});
