// Creating, editing and deleting, twice or at once, and what everybody else hears of it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { sampleServer, surroundings } from './fixture.mjs';

let server, customers;
before(async () => {
  server = await sampleServer(400);
  customers = (await list()).items;
});
after(() => server?.close());

async function list(query = {}) {
  const body = { query: { page: { limit: 1000, offset: 0 }, ...query }, ...surroundings };
  return (await server.ask('customers/query', { body })).body;
}

let keys = 0;
const nextKey = () => `key ${(keys += 1)}`;

const create = (drafts, { key = nextKey(), ...options } = {}) =>
  server.ask('customers', { body: { customers: drafts }, headers: { 'idempotency-key': key }, ...options });
const remove = (ids, { key = nextKey() } = {}) =>
  server.ask('customers/deletions', { body: { ids }, headers: { 'idempotency-key': key } });
const patch = (id, body, { version, key = nextKey(), type = 'application/merge-patch+json' } = {}) =>
  server.ask(`customers/${id}`, {
    method: 'PATCH',
    type,
    body,
    headers: { 'idempotency-key': key, ...(version !== undefined && { 'if-match': `"${version}"` }) },
  });
const get = (id, headers) => server.ask(`customers/${id}`, { headers });

const owners = [{ firstName: 'Ada', lastName: 'Lind', email: 'ada@customer.example' }];
const draftOf = (key, more = {}) => ({
  key,
  name: `Quillon ${key}`,
  owners,
  capabilities: [{ capability: 'IT Visibility', expires: '2026-12-01' }, { capability: 'Automation' }],
  ...more,
});

describe('creating', () => {
  test('gives an outcome for each draft; what fails does not hold up the others', async () => {
    const { status, body } = await create([
      draftOf('a', { externalId: 'Q-1', description: 'New.' }),
      draftOf('b', { externalId: 'Q-1' }),
      draftOf('c', { name: ' ' }),
      draftOf('d', { owners: [] }),
      draftOf('e', { capabilities: [] }),
      draftOf('f', { capabilities: [{ capability: 'Automation', expires: 'next spring' }] }),
      draftOf('g', { name: 'x'.repeat(513) }),
      draftOf('h', { name: 'a\0b' }),
      draftOf('i'),
    ]);
    assert.equal(status, 200);
    const codes = Object.fromEntries(body.outcomes.map(({ key, error }) => [key, error?.code ?? 'created']));
    const invalid = 'invalid-input';
    assert.deepEqual(codes, {
      a: 'created',
      b: 'conflict',
      c: invalid,
      d: invalid,
      e: invalid,
      f: invalid,
      g: invalid,
      h: invalid,
      i: 'created',
    });
    assert.match(body.outcomes[1].error.message, /Q-1.*taken/);
    assert.equal(body.outcomes[1].error.reason, 'external-id-taken');
    const blamed = body.outcomes.flatMap(({ error }) => (error?.fields ?? []).map(({ field }) => field));
    assert.deepEqual(blamed, [
      'externalId',
      'name',
      'owners',
      'capabilities',
      'capabilities.Automation',
      'name',
      'name',
    ]);
    assert.ok(body.outcomes.every(({ error }) => error === undefined || error.message));

    const { body: made, headers } = await get(body.outcomes[0].id);
    assert.equal(headers.get('etag'), '"1"');
    assert.deepEqual(made, {
      id: body.outcomes[0].id,
      name: 'Quillon a',
      externalId: 'Q-1',
      description: 'New.',
      relationship: 'managed',
      tiered: false,
      beacons: { state: 'ready', value: { total: 0, unhealthy: 0 } },
      expirations: { state: 'ready', value: { undated: 1, unreadable: 0, dates: ['2026-12-01'] } },
      can: { edit: true, delete: true },
      version: '1',
      owners: { state: 'ready', value: owners },
      capabilities: {
        state: 'ready',
        value: [
          { capability: 'iam' },
          { capability: 'IT Visibility', expires: '2026-12-01' },
          { capability: 'Automation' },
        ],
      },
    });
    const { body: entitlements } = await server.ask(`customers/${made.id}/entitlements`);
    assert.deepEqual(
      entitlements.map(({ capability, expires }) => [capability, expires]),
      [
        ['iam', null],
        ['IT Visibility', '2026-12-01'],
        ['Automation', null],
      ],
    );
    const { items } = await list({ search: 'QUILLON A', statuses: ['expires-in-30'] });
    assert.deepEqual(
      items.map(({ id }) => id),
      [made.id],
    );
  });

  test('takes only capabilities that the description offers, and says which are none', async () => {
    const { body: description } = await server.ask('description');
    const offered = description.capabilities.map(({ capability }) => ({ capability }));
    const { body } = await create([
      draftOf('offered', { capabilities: offered }),
      draftOf('unknown', {
        capabilities: [...offered, { capability: 'Time Travel' }, { capability: 'it visibility' }],
      }),
    ]);
    const [made, refused] = body.outcomes;
    assert.equal(made.error, undefined);
    assert.equal(refused.id, undefined);
    assert.equal(refused.error.code, 'invalid-input');
    assert.deepEqual(
      refused.error.fields.map(({ field }) => field),
      ['capabilities.Time Travel', 'capabilities.it visibility'],
    );
    assert.match(refused.error.message, /Time Travel.*not offered/);
  });

  test('takes at most 100 at once, each with a key of its own', async () => {
    const many = Array.from({ length: 101 }, (_, index) => draftOf(`many ${index}`));
    const tooMany = await create(many);
    assert.deepEqual([tooMany.status, tooMany.body.code], [413, 'invalid-input']);
    assert.equal((await create([draftOf('twin'), draftOf('twin')])).status, 422);
    assert.equal((await create([{ ...draftOf('x'), key: 7 }])).status, 422);
    assert.equal((await create('all')).status, 400);
    assert.deepEqual((await list({ search: 'quillon many' })).items, []);
    const { body } = await create(many.slice(1));
    assert.ok(body.outcomes.every(({ error }) => error === undefined));
  });
});

describe('a key', () => {
  test('creates nothing twice, also where both requests are under way at once', async () => {
    const drafts = [draftOf('once'), draftOf('once, failed', { name: '' })];
    const answers = await Promise.all([1, 2, 3].map(() => create(drafts, { key: 'the same' })));
    for (const { status, body } of answers) {
      assert.equal(status, 200);
      assert.deepEqual(body, answers[0].body);
    }
    assert.equal((await list({ search: 'Quillon once' })).items.length, 1);
  });

  test('that comes with another request is refused', async () => {
    const { status, body } = await create([draftOf('another')], { key: 'the same' });
    assert.deepEqual([status, body.code], [422, 'invalid-input']);
    assert.equal((await remove(['30001'], { key: 'the same' })).status, 422);
    assert.deepEqual((await list({ search: 'Quillon another' })).items, []);
  });

  test('belongs to its viewer', async () => {
    const { body } = await create([draftOf('of another')], { key: 'the same', role: 'nordics' });
    assert.equal(body.outcomes[0].error, undefined);
  });

  test('gives the same answer again, a refusal too', async () => {
    const { id, version } = customers.find(({ can }) => can.edit);
    const first = await patch(id, { description: 'Once.' }, { version, key: 'edit' });
    assert.equal(first.status, 200);
    const again = await patch(id, { description: 'Once.' }, { version, key: 'edit' });
    assert.deepEqual([again.status, again.body], [200, first.body]);
    assert.equal(again.headers.get('etag'), first.headers.get('etag'));
    const refused = await patch(id, { description: 'Late.' }, { version, key: 'late' });
    const refusedAgain = await patch(id, { description: 'Late.' }, { version, key: 'late' });
    assert.deepEqual([refused.status, refusedAgain.status], [412, 412]);
    assert.deepEqual(refusedAgain.body, refused.body);
    assert.equal(refusedAgain.headers.get('content-type'), 'application/problem+json');
  });

  test('is needed', async () => {
    const { status, body } = await server.ask('customers', { body: { customers: [draftOf('no key')] } });
    assert.deepEqual([status, body.code], [400, 'invalid-query']);
  });
});

describe('editing', () => {
  const managed = () =>
    customers.findLast(
      ({ can, expirations, tiered, externalId }) =>
        can.edit && !tiered && externalId && expirations.value?.dates.length,
    );

  test('changes what the patch names, and finds it by its new name', async () => {
    const { id, version } = managed();
    const before = (await get(id)).body;
    const { status, body, headers } = await patch(id, { name: 'Überlingen 1', externalId: null }, { version });
    assert.equal(status, 200);
    delete before.externalId;
    assert.deepEqual(body, { ...before, name: 'Überlingen 1', version: String(Number(version) + 1) });
    assert.equal(headers.get('etag'), `"${body.version}"`);
    assert.deepEqual((await get(id)).body, body);
    assert.equal((await list({ search: 'uberlingen' })).items[0].id, id);
  });

  test('of an older version is refused and changes nothing; of none as well', async () => {
    const { id } = managed();
    const before = (await get(id)).body;
    const late = await patch(id, { name: 'Late' }, { version: '0' });
    assert.deepEqual([late.status, late.body.code], [412, 'conflict']);
    const blind = await patch(id, { name: 'Blind' });
    assert.deepEqual([blind.status, blind.body.code], [428, 'conflict']);
    assert.deepEqual((await get(id)).body, before);
  });

  test('by two at once: one of them is refused', async () => {
    const { id } = managed();
    const { version } = (await get(id)).body;
    const answers = await Promise.all(['A', 'B', 'C'].map((name) => patch(id, { name }, { version })));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 412, 412]);
  });

  test('keeps the rules of the fields', async () => {
    const { id } = managed();
    const { version } = (await get(id)).body;
    for (const wrong of [{ name: null }, { name: '' }, { owners: [] }, { capabilities: [] }, { description: 7 }]) {
      const { status, body } = await patch(id, wrong, { version });
      assert.deepEqual([status, body.code], [422, 'invalid-input'], JSON.stringify(wrong));
      assert.deepEqual(
        body.fields.map(({ field }) => field),
        Object.keys(wrong),
      );
    }
    const taken = customers.find((each) => each.externalId && each.id !== id).externalId;
    const conflict = await patch(id, { externalId: taken }, { version });
    assert.deepEqual([conflict.status, conflict.body.code], [409, 'conflict']);
  });

  test('of capabilities sums the expirations up anew, and keeps what a right had', async () => {
    const { id } = managed();
    const { version } = (await get(id)).body;
    const { body: had } = await server.ask(`customers/${id}/entitlements`);
    const kept = had.find(({ capability }) => capability !== 'iam');
    const capabilities = [{ capability: kept.capability, expires: '2026-11-30' }];
    const { body } = await patch(id, { capabilities }, { version });
    assert.deepEqual(body.expirations.value, { undated: 0, unreadable: 0, dates: ['2026-11-30'] });
    const { body: has } = await server.ask(`customers/${id}/entitlements`);
    assert.equal(has.length, 2);
    assert.deepEqual(has[1], { ...kept, expires: '2026-11-30' });
  });

  test('gives no capability that is not offered, and keeps one that the customer has all the same', async () => {
    const had = async ({ id }) => (await server.ask(`customers/${id}/entitlements`)).body;
    const { body: description } = await server.ask('description');
    const offered = new Set(description.capabilities.map(({ capability }) => capability));
    const { id } = managed();
    const { version } = (await get(id)).body;
    const wrong = await patch(id, { capabilities: [{ capability: 'Time Travel' }] }, { version });
    assert.deepEqual([wrong.status, wrong.body.code], [422, 'invalid-input']);
    assert.deepEqual(
      wrong.body.fields.map(({ field }) => field),
      ['capabilities.Time Travel'],
    );
    const [first] = await had({ id });
    await sql`update customer_details set entitlements = ${JSON.stringify([{ ...first, capability: 'Legacy' }])}::jsonb
      where customer_id = ${id}::bigint`.execute(server.database);
    assert.ok(!offered.has('Legacy'));
    const { status } = await patch(id, { capabilities: [{ capability: 'Legacy' }] }, { version });
    assert.equal(status, 200);
  });

  test('takes no capability from a customer with customers, which may use it', async () => {
    const { id } = customers.find(
      ({ can, tiered, expirations }) => can.edit && tiered && expirations.value?.dates.length,
    );
    const { version } = (await get(id)).body;
    const { status, body } = await patch(id, { capabilities: [{ capability: 'Another' }] }, { version });
    assert.deepEqual([status, body.code, body.reason], [409, 'conflict', 'capabilities-in-use']);
  });

  test('a customer that owns its system is refused, one that is not there not found', async () => {
    const granted = customers.find(({ relationship }) => relationship === 'granted');
    assert.equal((await patch(granted.id, { name: 'Mine' }, { version: granted.version })).status, 403);
    assert.equal((await patch('1', { name: 'Nobody' }, { version: '1' })).status, 404);
    assert.equal((await get('007')).status, 404);
    assert.equal((await get("1'--")).status, 404);
  });
});

describe('reading one', () => {
  test('costs no body where nothing changed', async () => {
    const [{ id }] = customers;
    const { version } = (await get(id)).body;
    for (const tag of [`"${version}"`, `W/"${version}"`, `"0", "${version}"`, '*']) {
      const { status, body, headers } = await get(id, { 'if-none-match': tag });
      assert.deepEqual([status, body, headers.get('etag')], [304, undefined, `"${version}"`]);
    }
    assert.equal((await get(id, { 'if-none-match': '"0"' })).status, 200);
  });
});

describe('deleting', () => {
  test('gives an outcome for each, and why', async () => {
    const one = (test) => customers.find(test).id;
    const ids = [
      one(({ can, tiered }) => can.delete && !tiered),
      one(({ relationship }) => relationship === 'granted'),
      one(({ tiered, can }) => tiered && can.edit),
      one(({ relationship, can }) => relationship === 'managed' && !can.edit),
      '99999999',
    ];
    const { body } = await remove(ids);
    assert.deepEqual(
      body.outcomes.map(({ key, id, error }) => [key, id, error?.code]),
      [
        [ids[0], ids[0], undefined],
        [ids[1], undefined, 'forbidden'],
        [ids[2], undefined, 'conflict'],
        [ids[3], undefined, 'forbidden'],
        [ids[4], undefined, 'not-found'],
      ],
    );
    assert.match(body.outcomes[2].error.message, /customers of its own/);
    assert.equal((await get(ids[0])).status, 404);
    assert.equal((await remove(Array.from({ length: 101 }, String))).status, 413);
  });
});

describe('what is no request of ours', () => {
  test('is refused as a problem, without a word about the inside', async () => {
    const form = { type: 'text/plain', body: '{}' };
    const cases = [
      ['customers', { ...form, headers: { 'idempotency-key': 'x' } }, 415],
      ['customers/query', form, 415],
      ['customers/query', { body: '{"query":' }, 400],
      ['customers/query', { body: '[]' }, 400],
      ['customers/query', { body: JSON.stringify({ filler: 'x'.repeat(1_000_001) }) }, 413],
      ['customers/enrichments', { body: { ids: Array.from({ length: 101 }, String) } }, 413],
      ['customers/enrichments', { body: { ids: [1] } }, 400],
      ['nothing', {}, 404],
    ];
    for (const [path, options, expected] of cases) {
      const { status, body, headers } = await server.ask(path, options);
      assert.equal(status, expected, `${path} ${JSON.stringify(options).slice(0, 80)}`);
      assert.equal(headers.get('content-type'), 'application/problem+json');
      assert.equal(body.status, expected);
      assert.doesNotMatch(JSON.stringify(body), /\.mjs|node_modules|select /);
    }
  });

  test('has the headers of every answer', async () => {
    const { headers } = await server.ask('description');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.match(headers.get('content-security-policy'), /default-src 'none'/);
    assert.equal(headers.get('access-control-allow-origin'), null);
    assert.equal(headers.get('cache-control'), 'private, no-cache');
    assert.equal(headers.get('vary'), 'Authorization');
  });
});

describe('hints', () => {
  /** Reads the events of a stream, one at a time. */
  async function listen(lastId, role = 'viewer') {
    const end = new AbortController();
    const headers = { authorization: `Bearer demo-${role}`, ...(lastId && { 'last-event-id': lastId }) };
    const response = await fetch(`${server.api}hints`, { headers, signal: end.signal });
    assert.equal(response.headers.get('content-type'), 'text/event-stream');
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let buffer = '';
    const nextBlock = async () => {
      for (;;) {
        const at = buffer.indexOf('\n\n');
        if (at >= 0) {
          const block = buffer.slice(0, at);
          buffer = buffer.slice(at + 2);
          return Object.fromEntries(block.split('\n').map((line) => line.match(/^(\w*): ?(.*)$/).slice(1)));
        }
        const { value, done } = await reader.read();
        assert.ok(!done, 'the stream has ended');
        buffer += value;
      }
    };
    const next = async () => {
      for (;;) {
        const event = await nextBlock();
        if (event.data) return { id: event.id, ...JSON.parse(event.data) };
      }
    };
    return { next, nextBlock, close: () => end.abort() };
  }

  test('tell which customers changed, and that some are new or gone', async () => {
    const stream = await listen();
    const { id: position } = await stream.nextBlock();
    assert.ok(position, 'a position to come back to is there from the start');
    const { body } = await create([draftOf('heard')]);
    const { id } = body.outcomes[0];
    assert.equal((await stream.next()).type, 'invalidated');
    await patch(id, { name: 'Heard of' }, { version: '1' });
    const { type, ids, id: last } = await stream.next();
    assert.deepEqual([type, ids], ['changed', [id]]);
    await remove([id]);
    assert.equal((await stream.next()).type, 'invalidated');
    stream.close();

    const again = await listen(last);
    assert.equal((await again.next()).type, 'invalidated');
    again.close();
    const missed = await listen(position);
    assert.deepEqual(
      [(await missed.next()).type, (await missed.next()).type, (await missed.next()).type],
      ['invalidated', 'changed', 'invalidated'],
    );
    missed.close();
  });

  test('begin with everything where the position is of another time', async () => {
    const stream = await listen('another.7');
    assert.equal((await stream.next()).type, 'invalidated');
    stream.close();
  });

  test('name no customer to who may not know of it', async () => {
    const stream = await listen(undefined, 'nordics');
    await stream.nextBlock();
    const { id } = customers.find(({ can, tags = [] }) => can.edit && !tags.includes('Nordics'));
    const { version } = (await get(id)).body;
    await patch(id, { description: 'Secret.' }, { version });
    const { type, ids } = await stream.next();
    assert.deepEqual([type, ids], ['invalidated', undefined]);
    stream.close();
  });

  test('say nothing of a change that did not take place', async () => {
    const stream = await listen();
    const { id: before } = await stream.nextBlock();
    await create([draftOf('not', { name: '' })]);
    await remove(['99999999']);
    await create([draftOf('told')]);
    const { id } = await stream.next();
    assert.equal(Number(id.split('.')[1]), Number(before.split('.')[1]) + 1);
    stream.close();
  });
});
