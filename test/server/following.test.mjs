// What is found by follows the data: after changes, by whichever process, and as time goes on.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { replaceCustomers } from '../../examples/server/seed.mjs';
import { startServer } from '../../examples/server/server.mjs';
import { load } from '../../examples/server/sources.mjs';
import { fields, listOf, modelOf, now, questions, sampleServer, surroundingsOf } from './fixture.mjs';

const { sampleCustomers } = await load('testing/sample-customers');

const count = 300;
let server, list, expected, other;

before(async () => {
  server = await sampleServer(count);
  other = await startServer(server.database, { now: () => now });
  list = listOf(server);
  expected = await modelOf(server);
});
after(async () => {
  await other?.close();
  await server?.close();
});

const idsOf = ({ items }) => items.map(({ id }) => id);
const draft = (more) => ({
  key: '1',
  name: 'New',
  owners: [{ firstName: 'A', lastName: 'B', email: 'a@b.example' }],
  capabilities: [{ capability: 'IT Visibility' }],
  ...more,
});
let keys = 0;
const key = () => ({ 'idempotency-key': `following ${(keys += 1)}` });
async function create(...drafts) {
  const { body } = await server.ask('customers', { body: { customers: drafts }, headers: key() });
  return body.outcomes.map(({ id }) => id);
}
const remove = (...ids) => server.ask('customers/deletions', { body: { ids }, headers: key() });
async function change(id, patch) {
  const { body: before } = await server.ask(`customers/${id}`);
  const { status } = await server.ask(`customers/${id}`, {
    method: 'PATCH',
    type: 'application/merge-patch+json',
    body: patch,
    headers: { ...key(), 'if-match': `"${before.version}"` },
  });
  assert.equal(status, 200);
}

test('a change is in the next window, in whatever order', async () => {
  const first = async (sort) => idsOf(await list({ sort, page: { limit: 5, offset: 0 } }));
  const byName = [{ field: 'name', direction: 'ascending' }];
  const byExpiry = [{ field: 'upcomingExpiration', direction: 'ascending' }];
  const [name, expiry] = [await first(byName), await first(byExpiry)];
  const [id] = await create(
    draft({ name: ' !', capabilities: [{ capability: 'IT Visibility', expires: '2026-11-24' }] }),
  );
  assert.equal((await first(byName))[0], id);
  assert.equal(idsOf(await list({ pinned: [id], sort: byExpiry, page: { limit: 5, offset: 0 } }))[0], id);
  await change(id, { capabilities: [{ capability: 'IT Visibility', expires: '2026-11-01' }] });
  const expired = { statuses: ['expired'], sort: byName, page: { limit: 5, offset: 0 } };
  assert.equal(idsOf(await list(expired))[0], id);
  await remove(id);
  assert.deepEqual([await first(byName), await first(byExpiry)], [name, expiry]);
});

const texts = fc.constantFrom('', 'aurora', 'Aurora', 'site 7', 'Site 007', 'Site 10', 'Ångström', 'zzz', '東海', '!');
const changes = fc.oneof(
  fc.record({
    create: fc.array(fc.record({ name: texts.filter(Boolean), externalId: texts }), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ rename: fc.nat(count - 1), name: texts.filter(Boolean) }),
  fc.record({ remove: fc.nat(count - 1) }),
);

test('whatever is changed, everything is found in the order of the rules', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(changes, { minLength: 1, maxLength: 3 }),
      fc.array(fc.tuple(questions, surroundingsOf), { minLength: 2, maxLength: 2 }),
      async (made, asked) => {
        const all = idsOf(await list({ page: { limit: 1000, offset: 0 } }));
        for (const { create: drafts, rename, remove: removed, name } of made) {
          if (drafts) {
            // an external ID belongs to one customer
            const taken = (index) => `${drafts[index].externalId} ${keys}-${index}`;
            await create(...drafts.map((each, index) => draft({ ...each, key: `${index}`, externalId: taken(index) })));
          } else if (removed !== undefined) await remove(all[removed]);
          else {
            const { body } = await server.ask(`customers/${all[rename]}`);
            if (body.can?.edit) await change(all[rename], { name });
          }
        }
        const model = await modelOf(server);
        for (const [query, around] of asked) {
          const window = { ...query, page: { limit: 1000, offset: 0 }, include: ['total', 'statusCounts'] };
          const [page, right] = [await list(window, around), await model(window, around)];
          assert.deepEqual(idsOf(page), idsOf(right));
          assert.deepEqual([page.total, page.statusCounts], [right.total, right.statusCounts]);
        }
      },
    ),
    { numRuns: 25, seed: 4 },
  );
});

test('what one process changes, another finds', async () => {
  const there = listOf({ ask: (path, { body }) => askOther(path, body) });
  const query = { search: 'from elsewhere', sort: [{ field: 'name', direction: 'ascending' }] };
  const page = { limit: 5, offset: 0 };
  assert.deepEqual((await there({ ...query, page })).items, []);
  const ids = await create(draft({ name: 'From Elsewhere 2' }), draft({ key: '2', name: 'from elsewhere 1' }));
  assert.deepEqual(idsOf(await there({ ...query, page })), ids.toReversed());
  await remove(...ids);
  assert.deepEqual((await there({ ...query, page })).items, []);
});

/** As the fixture asks, of the other process. */
async function askOther(path, body) {
  const response = await fetch(`${other.url}api/v1/${path}`, {
    method: 'POST',
    headers: { authorization: 'Bearer demo-admin', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

const rootAlone = process.env.DATABASE_URL ? false : 'PGlite has the root collation alone';
test('a language with an order of its own has it, also after changes', { skip: rootAlone }, async () => {
  const ids = await create(
    ...['Åb', 'Zb', 'Äb', 'Öb', 'Ab'].map((name) => draft({ key: name, name: `swedish ${name}` })),
  );
  const query = { search: 'swedish', sort: [{ field: 'name', direction: 'ascending' }] };
  const names = async () => {
    const { items } = await list({ ...query, page: { limit: 9, offset: 0 } }, { locale: 'sv-SE' });
    return items.map(({ name }) => name.slice('swedish '.length));
  };
  assert.deepEqual(await names(), ['Ab', 'Zb', 'Åb', 'Äb', 'Öb']);
  await change(ids[0], { name: 'swedish Øc' });
  assert.deepEqual(await names(), ['Ab', 'Zb', 'Äb', 'Öb', 'Øc']);
  await remove(...ids);
});

test('a result is another one after a change, and says so', async () => {
  const query = { sort: [{ field: 'id', direction: 'ascending' }], page: { limit: 5, offset: 0 } };
  const { snapshot } = await list(query);
  assert.equal((await list({ ...query, snapshot })).snapshot, snapshot);
  const [id] = await create(draft({ name: 'Other' }));
  assert.notEqual((await list(query)).snapshot, snapshot);
  // who goes on keeps the result
  assert.equal((await list({ ...query, snapshot })).snapshot, snapshot);
  await remove(id);
});

test('as the day turns, what depends on it is another result', async () => {
  const asked = { sort: [{ field: 'expirationStatus', direction: 'ascending' }], page: { limit: 20, offset: 0 } };
  const around = { now: '2026-11-25T00:00:01.000Z' };
  expected = await modelOf(server);
  const [today, tomorrow] = [await list(asked), await list(asked, around)];
  assert.notEqual(tomorrow.snapshot, today.snapshot);
  assert.deepEqual(idsOf(tomorrow), idsOf(await expected(asked, around)));
  assert.deepEqual(idsOf(await list(asked)), idsOf(await expected(asked)));
});

test('where everything was replaced, nothing of before is found', async () => {
  const customers = sampleCustomers(100, { now, seed: 9 }).map((customer) => ({
    ...customer,
    id: String(Number(customer.id) - 25_000),
    beacons: { state: 'unavailable' },
    expirations: { state: 'unavailable' },
  }));
  await replaceCustomers(server.database, [customers], now);
  const model = await modelOf(server);
  for (const field of fields) {
    const query = { sort: [{ field, direction: 'descending' }], page: { limit: 200, offset: 0 } };
    const page = await list(query);
    assert.equal(page.items.length, 100);
    assert.deepEqual(idsOf(page), idsOf(await model(query)));
  }
});
