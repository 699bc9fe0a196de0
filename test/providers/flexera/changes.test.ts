import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { BulkResult, CustomerDraft } from '../../../src/providers/customers-provider.js';
import { callWith, expectRefusal, rejectionOf } from '../samples.js';
import { apiCustomer, changeWith, FlexeraService, goaError, providerOf, rowsOf, settled } from './flexera-api.js';

const owners = [{ firstName: 'Jane', lastName: 'Smith', email: 'jane@example.com' }];

function draft(key: string, more: Partial<CustomerDraft> = {}): CustomerDraft {
  return { key, name: `New ${key}`, owners, capabilities: [{ capability: 'fss' }], ...more };
}

const drafts = (count: number) => Array.from({ length: count }, (_, index) => draft(`d${index}`));

const writes = (service: FlexeraService) => service.requests.filter(({ method }) => method !== 'GET');

describe('FlexeraProvider: creating', () => {
  it('one sends what the API takes, the platform included, and gives the new ID', async () => {
    const service = new FlexeraService();
    const provider = providerOf(service);
    const one = draft('a', {
      externalId: 'W1',
      description: 'Two sites',
      capabilities: [
        { capability: 'fss', expires: '2026-12-31' },
        { capability: 'di', expires: '2027-01-01T10:00:00+02:00' },
        { capability: 'fcm' },
      ],
    });
    const result = await provider.createCustomers([one], changeWith());
    expect(result).to.deep.equal({ outcomes: [{ key: 'a', id: '9000' }] });
    expect(writes(service).map(({ method, path, body }) => [method, path, body])).to.deep.equal([
      [
        'POST',
        '/msp/v2/orgs/100/customers',
        {
          name: 'New a',
          externalId: 'W1',
          description: 'Two sites',
          owners,
          capabilities: [
            { name: 'fss', expiresAt: '2026-12-31T23:59:59.000Z', hasCustomExpiry: true },
            { name: 'di', expiresAt: '2027-01-01T08:00:00.000Z', hasCustomExpiry: true },
            { name: 'fcm' },
            { name: 'iam' },
          ],
        },
      ],
    ]);
  });

  it('ends a date with its day in the time zone of whoever creates', async () => {
    const service = new FlexeraService();
    const one = draft('a', { capabilities: [{ capability: 'iam', expires: '2026-12-31' }] });
    await providerOf(service).createCustomers([one], changeWith({ timeZone: 'America/New_York' }));
    const [write] = writes(service);
    expect(write?.body).to.deep.include({
      capabilities: [{ name: 'iam', expiresAt: '2027-01-01T04:59:59.000Z', hasCustomExpiry: true }],
    });
  });

  it('sends nothing where an expiry cannot be read', async () => {
    const service = new FlexeraService();
    const one = draft('a', { capabilities: [{ capability: 'fss', expires: 'soon' }] });
    await expectRefusal(providerOf(service).createCustomers([one], changeWith()), 'invalid-input');
    expect(writes(service)).to.have.length(0);
  });

  it('many sends one request, and says of each what became of it', async () => {
    const service = new FlexeraService();
    const list = [draft('a'), draft('b', { name: 'Taken' }), draft('c'.repeat(400))];
    const { outcomes } = await providerOf(service).createCustomers(list, changeWith());
    expect(outcomes).to.deep.equal([
      { key: 'a', id: '9000' },
      { key: 'b', error: { code: 'conflict', message: 'No more.', reason: 'customer-limit-reached' } },
      { key: 'c'.repeat(400), id: '9001' },
    ]);
    expect(writes(service).map(({ path }) => path)).to.deep.equal(['/msp/v2/orgs/100/customers/bulk']);
  });

  it('none sends nothing, and more than a hundred is refused before anything is sent', async () => {
    const service = new FlexeraService();
    const provider = providerOf(service);
    expect(await provider.createCustomers([], changeWith())).to.deep.equal({ outcomes: [] });
    await expectRefusal(provider.createCustomers(drafts(101), changeWith()), 'invalid-input');
    expect(writes(service)).to.have.length(0);
    expect((await provider.createCustomers(drafts(100), changeWith())).outcomes).to.have.length(100);
  });

  it('has the list read anew for the next question', async () => {
    const service = new FlexeraService();
    const provider = providerOf(service);
    await rowsOf(provider);
    await provider.createCustomers([draft('a')], changeWith());
    expect((await rowsOf(provider)).map(({ id }) => id)).to.deep.equal(['9000']);
  });

  const refusals: readonly (readonly [number, string, object])[] = [
    [409, 'customer_limit_reached', { code: 'conflict', message: 'Why', reason: 'customer-limit-reached' }],
    [
      422,
      'msp_capability_validation_failed',
      { code: 'invalid-input', message: 'Why', reason: 'capabilities-not-allowed' },
    ],
    [422, 'unprocessable_entity', { code: 'invalid-input', message: 'Why' }],
    [409, 'something_new', { code: 'conflict', message: 'Why' }],
    [400, 'bad_request', { code: 'invalid-input', message: 'Why' }],
  ];
  for (const [status, name, error] of refusals) {
    it(`one that is refused with ${status} ${name} says so in its outcome`, async () => {
      const service = new FlexeraService().answer(/^POST/, { status, body: { name, message: 'Why' } });
      const { outcomes } = await providerOf(service).createCustomers([draft('a')], changeWith());
      expect(outcomes).to.deep.equal([{ key: 'a', error }]);
      expect(writes(service)).to.have.length(1);
    });
  }

  for (const [status, code] of [
    [401, 'unauthenticated'],
    [403, 'forbidden'],
    [429, 'rate-limited'],
  ] as const) {
    it(`is refused as a whole with ${status}, and not sent again`, async () => {
      const service = new FlexeraService();
      service.answer(/^POST/, { status, body: goaError('no'), headers: { 'retry-after': '7' } });
      const error = await rejectionOf(providerOf(service).createCustomers([draft('a')], changeWith()));
      expect(error).to.deep.include({ code, retryAfterMs: 7000 });
      expect(writes(service)).to.have.length(1);
    });
  }
});

describe('FlexeraProvider: creating, without an answer', () => {
  /** The next creation is done, and its answer lost. */
  function losing(service: FlexeraService): FlexeraService {
    let isLost = false;
    return service.answer(/^POST/, () => {
      if (isLost) return undefined;
      isLost = true;
      service.customers.push(apiCustomer(500, { name: 'New a', externalId: 'W1' }));
      return { status: 502 };
    });
  }

  it('finds what was created by its external ID and name', async () => {
    const service = losing(new FlexeraService());
    const one = draft('a', { externalId: 'W1' });
    const { outcomes } = await providerOf(service).createCustomers([one], changeWith());
    expect(outcomes).to.deep.equal([{ key: 'a', id: '500' }]);
    expect(writes(service)).to.have.length(1);
  });

  it('takes nobody for it who was there before, or has another external ID', async () => {
    const service = new FlexeraService().answer(/^POST/, { status: 502 });
    service.customers.push(apiCustomer(1, { name: 'New a' }));
    const provider = providerOf(service);
    await rowsOf(provider);
    service.customers.push(apiCustomer(2, { name: 'New a', externalId: 'other' }));
    const { outcomes } = await provider.createCustomers([draft('a')], changeWith());
    expect(outcomes).to.deep.equal([{ key: 'a', error: { code: 'unavailable' } }]);
  });

  it('says that nobody knows where it cannot be looked up, and looks before it sends again', async () => {
    const service = losing(new FlexeraService());
    const provider = providerOf(service);
    await rowsOf(provider);
    const isDown = { now: true };
    service.answer(/^GET .*customers$/, () => (isDown.now ? { status: 403 } : undefined));
    const one = draft('a', { externalId: 'W1' });
    const first = await provider.createCustomers([one], changeWith());
    expect(first.outcomes).to.deep.equal([{ key: 'a', error: { code: 'forbidden', reason: 'outcome-unknown' } }]);
    isDown.now = false;
    const again = await provider.createCustomers([one], changeWith());
    expect(again.outcomes).to.deep.equal([{ key: 'a', id: '500' }]);
    expect(writes(service)).to.have.length(1);
  });

  for (const body of [
    '<html>',
    '{"results"',
    '{"results":[]}',
    '{"results":[{"correlationId":"0","status":"success"}]}',
  ]) {
    it(`looks up what a bulk call answers with ${body}`, async () => {
      const service = new FlexeraService();
      service.answer(/^POST/, () => {
        service.customers.push(apiCustomer(500, { name: 'New a' }));
        return { status: 200, body };
      });
      const { outcomes } = await providerOf(service).createCustomers([draft('a'), draft('b')], changeWith());
      expect(outcomes).to.deep.equal([
        { key: 'a', id: '500' },
        { key: 'b', error: { code: 'invalid-data' } },
      ]);
    });
  }

  it('finds the customer where the page may not read its address', async () => {
    const service = new FlexeraService();
    service.answer(/^POST/, () => {
      service.customers.push(apiCustomer(500, { name: 'New a' }));
      return { status: 201 };
    });
    const { outcomes } = await providerOf(service).createCustomers([draft('a')], changeWith());
    expect(outcomes).to.deep.equal([{ key: 'a', id: '500' }]);
  });

  it('creates nothing twice, whatever answers are lost and however often the intent is sent', async () => {
    const fate = fc.constantFrom('answered', 'lost', 'not done');
    await fc.assert(
      fc.asyncProperty(fc.array(fate, { maxLength: 4 }), fc.integer({ min: 1, max: 4 }), async (fates, count) => {
        const service = new FlexeraService();
        const coming = [...fates];
        const doCreate = service.fetch;
        const lossy = Object.assign(Object.create(service) as FlexeraService, {
          fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
            const request = new Request(input, init);
            const next = request.method === 'POST' ? coming.shift() : 'answered';
            if (next === 'not done') return new Response(null, { status: 503 });
            const response = await doCreate(request);
            return next === 'lost' ? new Response(null, { status: 502 }) : response;
          },
        });
        const unsteady = providerOf(lossy);
        let outcomes: BulkResult['outcomes'] = [];
        for (let time = 0; time <= fates.length; time += 1)
          ({ outcomes } = await unsteady.createCustomers(drafts(count), changeWith()));
        expect(outcomes.every(({ id }) => id !== undefined)).to.equal(true);
        expect(service.customers).to.have.length(count);
      }),
      { numRuns: 30 },
    );
  });

  it('sends one intent once when it is sent twice at the same time', async () => {
    const service = new FlexeraService();
    const provider = providerOf(service);
    await rowsOf(provider);
    const both = await Promise.all([
      provider.createCustomers([draft('a')], changeWith()),
      provider.createCustomers([draft('a')], changeWith()),
    ]);
    expect(both[0]).to.deep.equal(both[1]);
    expect(service.customers).to.have.length(1);
  });
});

describe('FlexeraProvider: updating', () => {
  const version = '2026-01-01T00:00:00Z';

  function serviceWith(more = {}): FlexeraService {
    const service = new FlexeraService().grant({ owned: [1] });
    service.customers.push(apiCustomer(1, more));
    return service;
  }

  it('writes what the patch names, and gives the customer as it is then', async () => {
    const service = serviceWith();
    const patch = { name: 'Renamed', description: '' };
    const details = await providerOf(service).updateCustomer('1', patch, changeWith({ ifVersion: version }));
    expect(writes(service).map(({ method, body }) => [method, body])).to.deep.equal([['PATCH', patch]]);
    expect(details).to.deep.include({ name: 'Renamed', version: '2026-06-15T12:00:00.001Z' });
    expect(details.owners).to.deep.equal({ state: 'ready', value: owners });
  });

  it('changes the row as well, without reading the list anew', async () => {
    const service = serviceWith();
    const provider = providerOf(service);
    await provider.updateCustomer('1', { name: 'Renamed' }, changeWith());
    expect((await rowsOf(provider)).map(({ name }) => name)).to.deep.equal(['Renamed']);
    expect(service.requested(/^GET .*customers$/)).to.have.length(1);
  });

  it('writes nothing where the customer is another by now than the viewer saw', async () => {
    const service = serviceWith({ updatedAt: '2026-02-02T00:00:00Z' });
    const update = providerOf(service).updateCustomer('1', { name: 'Renamed' }, changeWith({ ifVersion: version }));
    await expectRefusal(update, 'conflict');
    expect(writes(service)).to.have.length(0);
  });

  it('is a conflict where somebody else wrote in between', async () => {
    const service = serviceWith();
    service.answer(/^PATCH/, () => {
      service.customers[0] = apiCustomer(1, { name: 'Theirs', updatedAt: '2026-06-15T12:00:01Z' });
      return { status: 204 };
    });
    await expectRefusal(providerOf(service).updateCustomer('1', { name: 'Mine' }, changeWith()), 'conflict');
  });

  it('keeps an expiry that follows the parent, and the platform', async () => {
    const capabilities = [
      { name: 'iam', hasCustomExpiry: false },
      { name: 'fss', expiresAt: '2027-01-01T00:00:00Z', hasCustomExpiry: false },
    ];
    const service = serviceWith({ capabilities });
    const patch = {
      capabilities: [{ capability: 'fss', expires: '2027-01-01T00:00:00Z' }, { capability: 'di' }],
    };
    await providerOf(service).updateCustomer('1', patch, changeWith());
    expect(writes(service)[0]?.body).to.deep.equal({
      capabilities: [
        { name: 'fss', expiresAt: '2027-01-01T00:00:00Z', hasCustomExpiry: false },
        { name: 'di' },
        { name: 'iam', hasCustomExpiry: false },
      ],
    });
  });

  it('says why a capability is not taken away', async () => {
    const service = serviceWith().answer(/^PATCH/, {
      status: 409,
      body: { name: 'capabilities_in_use', message: 'No' },
    });
    const error = await rejectionOf(providerOf(service).updateCustomer('1', { capabilities: [] }, changeWith()));
    expect(error).to.deep.include({ code: 'conflict', reason: 'capabilities-in-use' });
  });

  it('tells by the customer what became of a change without an answer', async () => {
    const done = serviceWith();
    done.answer(/^PATCH/, () => {
      done.customers[0] = apiCustomer(1, { name: 'Mine', updatedAt: '2026-06-15T12:00:01Z' });
      return { status: 504 };
    });
    expect((await providerOf(done).updateCustomer('1', { name: 'Mine' }, changeWith())).name).to.equal('Mine');
    const undone = serviceWith().answer(/^PATCH/, { status: 503 });
    await expectRefusal(providerOf(undone).updateCustomer('1', { name: 'Mine' }, changeWith()), 'unavailable');
    expect(writes(undone)).to.have.length(1);
  });

  it('of who granted access, or is not there, sends nothing', async () => {
    const service = serviceWith();
    service.organizations.push({ id: 5, name: 'Five', ref: 'ref:nam:::iam:org:5' });
    const provider = providerOf(service);
    await expectRefusal(provider.updateCustomer('5', { name: 'x' }, changeWith()), 'forbidden');
    await expectRefusal(provider.updateCustomer('6', { name: 'x' }, changeWith()), 'not-found');
    expect(service.requested(/customers\//)).to.have.length(0);
  });

  it('that is forbidden has the permissions read anew', async () => {
    const service = serviceWith()
      .grant({ actions: ['update'], owned: [1] })
      .answer(/^PATCH/, { status: 403 });
    const provider = providerOf(service);
    expect((await rowsOf(provider))[0]?.can?.edit).to.equal(true);
    service.privileges.delete('msp:customer:update');
    await expectRefusal(provider.updateCustomer('1', { name: 'x' }, changeWith()), 'forbidden');
    expect((await rowsOf(provider, { search: 'customer' }))[0]?.can?.edit).to.equal(false);
  });
});

describe('FlexeraProvider: deleting', () => {
  function serviceOf(...ids: readonly number[]): FlexeraService {
    const service = new FlexeraService();
    service.customers.push(...ids.map((id) => apiCustomer(id)), apiCustomer(77, { numberOfCustomers: 3 }));
    service.organizations.push({ id: 5, name: 'Five', ref: 'ref:nam:::iam:org:5' });
    return service;
  }

  it('one, which is gone from the list at once', async () => {
    const service = serviceOf(1, 2);
    const provider = providerOf(service);
    expect(await provider.deleteCustomers(['1'], changeWith())).to.deep.equal({ outcomes: [{ key: '1', id: '1' }] });
    expect(writes(service).map(({ method, path }) => `${method} ${path}`)).to.deep.equal([
      'DELETE /msp/v2/orgs/100/customers/1',
    ]);
    expect((await rowsOf(provider)).map(({ id }) => id)).to.deep.equal(['2', '77', '5']);
    expect(service.requested(/^GET .*customers$/)).to.have.length(1);
  });

  it('many, with an outcome for each: who has customers, who granted access, who is none', async () => {
    const service = serviceOf(1, 2);
    const { outcomes } = await providerOf(service).deleteCustomers(['1', '77', '5', 'x', '404', '2'], changeWith());
    expect(outcomes).to.deep.equal([
      { key: '1', id: '1' },
      {
        key: '77',
        error: { code: 'conflict', message: 'organization_has_children', reason: 'organization-has-children' },
      },
      { key: '5', error: { code: 'forbidden' } },
      { key: 'x', error: { code: 'not-found' } },
      { key: '404', error: { code: 'not-found', message: 'not_found' } },
      { key: '2', id: '2' },
    ]);
    expect(writes(service).map(({ body }) => body)).to.deep.equal([{ customerIds: [1, 77, 404, 2] }]);
  });

  it('one that has customers says so', async () => {
    const { outcomes } = await providerOf(serviceOf()).deleteCustomers(['77'], changeWith());
    expect(outcomes).to.deep.equal([
      { key: '77', error: { code: 'conflict', message: 'It has children.', reason: 'organization-has-children' } },
    ]);
  });

  it('of who was listed and is gone already is done', async () => {
    const service = serviceOf(1);
    const provider = providerOf(service);
    await rowsOf(provider);
    service.customers.splice(0, 1);
    expect(await provider.deleteCustomers(['1'], changeWith())).to.deep.equal({ outcomes: [{ key: '1', id: '1' }] });
  });

  it('tells by the list what became of it without an answer', async () => {
    const service = serviceOf(1, 2);
    service.answer(/bulk-delete/, () => {
      service.customers.splice(0, 1);
      return { status: 502 };
    });
    const { outcomes } = await providerOf(service).deleteCustomers(['1', '2'], changeWith());
    expect(outcomes).to.deep.equal([
      { key: '1', id: '1' },
      { key: '2', error: { code: 'unavailable' } },
    ]);
    expect(writes(service)).to.have.length(1);
  });

  it('is refused as a whole where the viewer may not, and for more than a hundred', async () => {
    const service = serviceOf(1).answer(/bulk-delete/, { status: 403 });
    await expectRefusal(providerOf(service).deleteCustomers(['1', '77'], changeWith()), 'forbidden');
    const many = Array.from({ length: 101 }, (_, index) => String(index + 1));
    await expectRefusal(providerOf(serviceOf()).deleteCustomers(many, changeWith()), 'invalid-input');
  });

  it('tells whoever listens that the list is another', async () => {
    const provider = providerOf(serviceOf(1));
    const hints: string[] = [];
    const listening = new AbortController();
    provider.subscribe(({ type }) => hints.push(type), { signal: listening.signal });
    await provider.deleteCustomers(['1'], changeWith());
    await settled();
    listening.abort();
    expect(hints).to.include('invalidated');
    expect(await provider.listCustomers({ page: { offset: 0, limit: 9 } }, callWith())).to.have.property('items');
  });
});
