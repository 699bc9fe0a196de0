// Who may do what, at the server itself: every role with every action, whatever a page would offer.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { roleNames } from '../../examples/server/roles.mjs';
import { sampleServer, surroundings } from './fixture.mjs';

let server, customers;
before(async () => {
  server = await sampleServer(400);
  customers = (await list('admin')).items;
});
after(() => server?.close());

async function list(role, query = {}) {
  const body = {
    query: { page: { limit: 1000, offset: 0 }, include: ['total', 'statusCounts'], ...query },
    ...surroundings,
  };
  return (await server.ask('customers/query', { role, body })).body;
}

let keys = 0;
const change = (path, { role, ...options }) =>
  server.ask(path, { role, ...options, headers: { 'idempotency-key': `key ${(keys += 1)}`, ...options.headers } });

const isNordic = ({ tags = [] }) => tags.includes('Nordics');
const editable = ({ nordic = true } = {}) =>
  customers.find(
    (each) => each.can.delete && !each.tiered && isNordic(each) === nordic && each.expirations.state === 'ready',
  );

const counted = () => customers.find((each) => isNordic(each) && each.beacons.value?.total > 0);

const edit = (role, { id, version }) =>
  change(`customers/${id}`, {
    role,
    method: 'PATCH',
    type: 'application/merge-patch+json',
    body: { description: 'Changed.' },
    headers: { 'if-match': `"${version}"` },
  });

const draft = (key) => ({
  key,
  name: `New ${key}`,
  owners: [{ firstName: 'A', lastName: 'B', email: 'a@b.example' }],
  capabilities: [{ capability: 'IT Visibility', expires: '2027-01-31' }],
});

/** Each action on a customer that everybody who may do it at all may do it with. */
const actions = {
  describe: (role) => server.ask('description', { role }),
  list: (role) =>
    server.ask('customers/query', { role, body: { query: { page: { limit: 1, offset: 0 } }, ...surroundings } }),
  enrich: (role) => server.ask('customers/enrichments', { role, body: { ids: [editable().id] } }),
  get: (role) => server.ask(`customers/${editable().id}`, { role }),
  'list entitlements': (role) => server.ask(`customers/${editable().id}/entitlements`, { role }),
  'list beacons': (role) => server.ask(`customers/${counted().id}/beacons`, { role }),
  'hear hints': async (role) => {
    const end = new AbortController();
    const headers = role ? { authorization: `Bearer demo-${role}` } : {};
    const { status } = await fetch(`${server.api}hints`, { headers, signal: end.signal });
    end.abort();
    return { status, body: status === 200 ? undefined : { code: status === 401 ? 'unauthenticated' : 'forbidden' } };
  },
  create: (role) => change('customers', { role, body: { customers: [draft(`of ${role}`)] } }),
  edit: async (role) => edit(role, (await server.ask(`customers/${editable().id}`)).body),
  delete: async (role) => {
    const { body } = await change('customers', { role: 'nordics', body: { customers: [draft(`for ${role}`)] } });
    return change('customers/deletions', { role, body: { ids: [body.outcomes[0].id] } });
  },
};

// yes, or the status of the refusal
const table = {
  //                    nobody stranger none viewer editor admin nordics
  describe: /*         */ [401, 401, 403, 200, 200, 200, 200],
  list: /*             */ [401, 401, 403, 200, 200, 200, 200],
  enrich: /*           */ [401, 401, 403, 200, 200, 200, 200],
  get: /*              */ [401, 401, 403, 200, 200, 200, 200],
  'list entitlements': [401, 401, 403, 200, 200, 200, 200],
  'list beacons': /*   */ [401, 401, 403, 200, 200, 200, 200],
  'hear hints': /*     */ [401, 401, 403, 200, 200, 200, 200],
  create: /*           */ [401, 401, 403, 403, 403, 200, 200],
  edit: /*             */ [401, 401, 403, 403, 200, 200, 200],
  delete: /*           */ [401, 401, 403, 403, 403, 200, 200],
};
const viewers = ['', 'stranger', 'none', 'viewer', 'editor', 'admin', 'nordics'];
const codes = { 401: 'unauthenticated', 403: 'forbidden' };

test('the table has every role and every action', () => {
  assert.deepEqual(viewers.slice(2), roleNames);
  assert.deepEqual(Object.keys(table), Object.keys(actions));
});

for (const [action, statuses] of Object.entries(table)) {
  describe(action, () => {
    for (const [index, role] of viewers.entries()) {
      const status = statuses[index];
      test(`${role || 'nobody'}: ${status === 200 ? 'yes' : `no, ${status}`}`, async () => {
        const answer = await actions[action](role);
        assert.equal(answer.status, status, JSON.stringify(answer.body));
        if (status !== 200) assert.equal(answer.body.code, codes[status]);
        for (const { error } of answer.body?.outcomes ?? []) assert.equal(error, undefined);
      });
    }
  });
}

test('a token that only looks like one is none', async () => {
  for (const authorization of [
    'Bearer demo-',
    'Bearer demo-toString',
    'Basic demo-admin',
    'demo-admin',
    'Bearer admin',
  ]) {
    const { status } = await server.ask('description', { role: '', headers: { authorization } });
    assert.equal(status, 401, authorization);
  }
});

describe('a row', () => {
  for (const role of ['viewer', 'editor', 'admin', 'nordics']) {
    test(`says to ${role} in \`can\` what the server does`, async () => {
      const seen = new Set();
      for (const row of (await list(role)).items) {
        // one row of each kind tells of all
        const kind = JSON.stringify([row.relationship, row.tiered, row.can]);
        if (seen.has(kind)) continue;
        seen.add(kind);
        const edited = await edit(role, (await server.ask(`customers/${row.id}`)).body);
        assert.equal(edited.status === 200, row.can.edit, `edit ${kind}: ${edited.status}`);
        const deleted = await change('customers/deletions', { role, body: { ids: [row.id] } });
        const refusal = deleted.status === 200 ? deleted.body.outcomes[0].error?.code : deleted.body.code;
        // one with customers of its own stays for another reason
        const right = !row.can.delete ? 'forbidden' : row.tiered ? 'conflict' : undefined;
        assert.equal(refusal, right, `delete ${kind}: ${JSON.stringify(deleted.body)}`);
        if (row.relationship === 'granted') assert.deepEqual(row.can, { edit: false, delete: false });
      }
      assert.ok(seen.size >= 3);
    });
  }

  test('whose entitlements are withheld has none to list', async () => {
    const withheld = customers.find(({ expirations }) => expirations.state === 'forbidden');
    const { status, body } = await server.ask(`customers/${withheld.id}/entitlements`);
    assert.deepEqual([status, body.code], [403, 'forbidden']);
    const lost = customers.find(({ expirations }) => expirations.state === 'unavailable');
    assert.equal((await server.ask(`customers/${lost.id}/entitlements`)).status, 501);
  });
});

describe('who sees only what a tag marks', () => {
  const hidden = () => editable({ nordic: false });

  test('finds and counts nothing else', async () => {
    const { items, total, statusCounts } = await list('nordics');
    assert.ok(items.length > 0 && items.every(isNordic));
    assert.equal(total.value, items.length);
    assert.equal(statusCounts.all, items.length);
    assert.deepEqual((await list('nordics', { ids: [hidden().id] })).items, []);
  });

  test('cannot name a result of somebody who sees more', async () => {
    const { snapshot } = await list('admin');
    const page = await list('nordics', { snapshot });
    assert.notEqual(page.snapshot, snapshot);
    assert.ok(page.items.every(isNordic));
  });

  test('is told that there is no other customer, whatever is asked', async () => {
    const { id } = hidden();
    for (const path of [`customers/${id}`, `customers/${id}/entitlements`, `customers/${id}/beacons`]) {
      assert.equal((await server.ask(path, { role: 'nordics' })).status, 404);
    }
    assert.deepEqual((await server.ask('customers/enrichments', { role: 'nordics', body: { ids: [id] } })).body, {});
    assert.equal((await edit('nordics', hidden())).status, 404);
    const { body } = await change('customers/deletions', { role: 'nordics', body: { ids: [id] } });
    assert.equal(body.outcomes[0].error.code, 'not-found');
  });
});
