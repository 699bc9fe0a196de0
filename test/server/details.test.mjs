// What is asked for one customer: its details, and its beacons.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { now, sampleServer, surroundings } from './fixture.mjs';

let server, customers;
before(async () => {
  server = await sampleServer(400);
  const body = { query: { page: { limit: 1000, offset: 0 } }, ...surroundings };
  customers = (await server.ask('customers/query', { body })).body.items;
});
after(() => server?.close());

const beaconsOf = async ({ id }) => (await server.ask(`customers/${id}/beacons`)).body;
const needsAttention = ({ connectivity }) => connectivity === 'warning' || connectivity === 'offline';

describe('beacons', () => {
  test('are as many as the row says, with as many problems', async () => {
    const counted = customers.filter(({ beacons }) => beacons.state === 'ready');
    for (const customer of counted) {
      const { total, unhealthy } = customer.beacons.value;
      const beacons = await beaconsOf(customer);
      assert.equal(beacons.length, total);
      if (unhealthy !== undefined) assert.equal(beacons.filter(needsAttention).length, unhealthy);
    }
    assert.ok(counted.length > 100);
  });

  test('have IDs and names of their own, parents among them, and reported before now', async () => {
    const most = customers.toSorted((a, b) => (b.beacons.value?.total ?? 0) - (a.beacons.value?.total ?? 0))[0];
    const beacons = await beaconsOf(most);
    const ids = new Set(beacons.map(({ id }) => id));
    assert.equal(ids.size, beacons.length);
    assert.equal(new Set(beacons.map(({ name }) => name)).size, beacons.length);
    const children = beacons.filter(({ parentId }) => parentId !== undefined);
    assert.ok(children.length > 0 && children.every(({ id, parentId }) => ids.has(parentId) && parentId !== id));
    for (const { connectivity, lastReported } of beacons) {
      const silence = now.getTime() - Date.parse(lastReported);
      assert.ok(silence >= 0);
      if (connectivity === 'ok') assert.ok(silence < 15 * 60_000);
    }
  });

  test('that nobody counted are refused, never an empty list', async () => {
    for (const [state, status] of [
      ['forbidden', 403],
      ['unavailable', 501],
      ['not-applicable', 501],
    ]) {
      const { id } = customers.find(({ beacons }) => beacons.state === state);
      assert.equal((await server.ask(`customers/${id}/beacons`)).status, status, state);
    }
    const { id } = customers.find(({ beacons }) => beacons.value?.total > 0);
    await server.database.deleteFrom('beacons').where('customer_id', '=', id).execute();
    assert.equal((await server.ask(`customers/${id}/beacons`)).status, 501);
    assert.equal((await server.ask('customers/1/beacons')).status, 404);
  });
});

describe('details', () => {
  test('name the capabilities behind the entitlements, and which are used by customers of its own', async () => {
    for (const tiered of [true, false]) {
      const { id } = customers.find((each) => each.tiered === tiered && each.expirations.value?.dates.length);
      const { body } = await server.ask(`customers/${id}`);
      const { body: entitlements } = await server.ask(`customers/${id}/entitlements`);
      assert.deepEqual(
        body.capabilities.value,
        entitlements.map(({ capability, expires }) => ({
          capability,
          ...(expires !== null && { expires }),
          ...(tiered && { inUse: true }),
        })),
      );
      assert.equal(body.owners.value.length, 1);
    }
  });

  test('leave out what the viewer may not see, as the row does', async () => {
    const { id } = customers.find(({ expirations }) => expirations.state === 'forbidden');
    assert.deepEqual((await server.ask(`customers/${id}`)).body.capabilities, { state: 'forbidden' });
  });

  test('the description says what may be given, and that versions count', async () => {
    const { body } = await server.ask('description');
    assert.equal(body.versioned, true);
    assert.ok(body.features.includes('listBeacons'));
    assert.ok(body.capabilities.some(({ capability }) => capability === 'iam'));
  });
});
