import { expect } from '@open-wc/testing';
import { upcomingExpiration } from '../../../src/domain/expirations.js';
import { checkPage } from '../../../src/providers/checked-page.js';
import { callWith, expectRefusal } from '../samples.js';
import { apiCustomer, FlexeraService, orgId, providerOf, rowsOf, settled } from './flexera-api.js';

const all = { page: { offset: 0, limit: 100 } };

describe('FlexeraProvider: the list', () => {
  it('is there after one request for it, before anything takes a request a customer', async () => {
    const service = new FlexeraService().grant({ owned: [1] });
    service.customers.push(apiCustomer(1, { externalId: 'W1', numberOfCustomers: 2 }), apiCustomer(2));
    const rows = await rowsOf(providerOf(service));
    expect(service.requested(/^GET \/msp\//).map(({ path }) => path)).to.deep.equal(['/msp/v2/orgs/100/customers']);
    expect(rows).to.deep.equal([
      {
        id: '1',
        name: 'Customer 1',
        externalId: 'W1',
        relationship: 'managed',
        tiered: true,
        can: { edit: false, delete: false },
        version: '2026-01-01T00:00:00Z',
        beacons: { state: 'unavailable', code: 'unsupported' },
        expirations: { state: 'pending' },
      },
      {
        id: '2',
        name: 'Customer 2',
        relationship: 'managed',
        tiered: false,
        can: { edit: false, delete: false },
        version: '2026-01-01T00:00:00Z',
        beacons: { state: 'unavailable', code: 'unsupported' },
        expirations: { state: 'pending' },
      },
    ]);
  });

  it('is read once for several questions at once, and not again for another question', async () => {
    const service = new FlexeraService();
    service.customers.push(apiCustomer(1));
    const provider = providerOf(service);
    await Promise.all([rowsOf(provider), provider.describe(callWith()), rowsOf(provider, { search: 'x' })]);
    await rowsOf(provider, { search: 'y' });
    expect(service.requested(/customers$/)).to.have.length(1);
  });

  it('goes on for the others when one of those who wait gives up', async () => {
    const service = new FlexeraService();
    service.customers.push(apiCustomer(1));
    const provider = providerOf(service);
    const impatient = new AbortController();
    const givenUp = provider.listCustomers(all, callWith({ signal: impatient.signal })).catch(() => 'given up');
    const rows = rowsOf(provider);
    impatient.abort();
    expect(await givenUp).to.equal('given up');
    expect(await rows).to.have.length(1);
  });

  it('is given up once nobody waits, and read anew for the next', async () => {
    const service = new FlexeraService().answer(/customers$/, 'never', 1);
    service.customers.push(apiCustomer(1));
    const provider = providerOf(service);
    const impatient = new AbortController();
    const givenUp = provider.listCustomers(all, callWith({ signal: impatient.signal })).catch(() => 'given up');
    await settled();
    impatient.abort();
    expect(await givenUp).to.equal('given up');
    expect(await rowsOf(provider)).to.have.length(1);
  });

  it('searches, sorts and pages by itself, and names what a result depends on that is not there yet', async () => {
    const service = new FlexeraService().grant({ owned: [1, 2, 3] });
    service.customers.push(apiCustomer(1, { name: 'Zoë' }), apiCustomer(2, { name: 'Älg' }), apiCustomer(3));
    const provider = providerOf(service);
    const found = await provider.listCustomers({ ...all, search: 'zoe', include: ['total'] }, callWith());
    expect(found).to.deep.include({ total: { value: 1, precision: 'exact' } });
    expect(found).not.to.have.property('incomplete');
    const sorted = await provider.listCustomers(
      { page: { offset: 1, limit: 1 }, sort: [{ field: 'upcomingExpiration', direction: 'ascending' }] },
      callWith(),
    );
    expect(sorted.incomplete).to.deep.equal({ field: 'expirations', known: 0, of: 3 });
    expect(sorted.items.map(({ id }) => id)).to.deep.equal(['2']);
  });

  it('refuses a query that cannot be meant before it asks for anything', async () => {
    const service = new FlexeraService();
    await expectRefusal(
      providerOf(service).listCustomers({ page: { offset: -1, limit: 1 } }, callWith()),
      'invalid-query',
    );
    expect(service.requests).to.have.length(0);
  });

  for (const id of [2 ** 53, '9007199254740993', -1, 1.5, 'one', null]) {
    it(`sets aside a customer whose ID is ${JSON.stringify(id)}, and keeps the others`, async () => {
      const service = new FlexeraService();
      service.customers.push(apiCustomer(1));
      service.strangeItems.push({ ...apiCustomer(0), id, name: 'Strange' });
      const page = await providerOf(service).listCustomers(all, callWith());
      expect(checkPage(page).items.map(({ kind }) => kind)).to.deep.equal(['customer', 'unreadable']);
    });
  }

  it('sets aside an item that is none, an exact ID that JSON cannot hold included', async () => {
    const service = new FlexeraService().answer(/customers$/, {
      status: 200,
      body: '[{"id":9007199254740993,"name":"Big","numberOfCustomers":0},null,7,{"id":5,"name":"Sound"}]',
    });
    const page = await providerOf(service).listCustomers(all, callWith());
    const kinds = checkPage(page).items.map(({ kind }) => kind);
    expect(kinds).to.deep.equal(['unreadable', 'unreadable', 'unreadable', 'customer']);
  });

  for (const body of ['{"values":[]}', '<html>', '[{"id":1', '']) {
    it(`is no list where the answer is ${JSON.stringify(body)}`, async () => {
      const service = new FlexeraService().answer(/customers$/, { status: 200, body });
      await expectRefusal(providerOf(service).listCustomers(all, callWith()), 'invalid-data');
    });
  }
});

describe('FlexeraProvider: who granted access', () => {
  const organization = (id: number, name = `Organization ${id}`) => ({ id, name, ref: `ref:eu:::iam:org:${id}` });

  it("are the user's organizations less the managed ones and its own", async () => {
    const service = new FlexeraService();
    service.customers.push(apiCustomer(1));
    service.organizations.push(organization(1), organization(orgId), organization(5));
    const rows = await rowsOf(providerOf(service));
    expect(rows.map(({ id, relationship, can }) => ({ id, relationship, can }))).to.deep.equal([
      { id: '1', relationship: 'managed', can: { edit: false, delete: false } },
      { id: '5', relationship: 'granted', can: undefined },
    ]);
  });

  it('come from the host where it gives them', async () => {
    const service = new FlexeraService();
    service.organizations.push(organization(5));
    const listGranted = async () => [{ id: 'g', name: 'Granted', externalId: 'G' }];
    const rows = await rowsOf(providerOf(service, { listGranted }));
    expect(rows.map(({ id, externalId }) => [id, externalId])).to.deep.equal([['g', 'G']]);
  });

  it('are left out where they cannot be told, and the managed ones stay', async () => {
    const service = new FlexeraService().answer(/\/orgs$/, { status: 403 });
    service.customers.push(apiCustomer(1));
    expect(await rowsOf(providerOf(service))).to.have.length(1);
    expect(await rowsOf(providerOf(service, { userId: undefined }))).to.have.length(1);
    const listGranted = async () => Promise.reject(new Error('down'));
    expect(await rowsOf(providerOf(service, { listGranted }))).to.have.length(1);
  });

  it('are read by the capabilities of the organization, where the viewer owns it', async () => {
    const service = new FlexeraService().grant({ owned: [5] });
    service.organizations.push(organization(5), organization(6));
    service.capabilities.set(5, [
      { capabilityName: 'iam' },
      { capabilityName: 'optima', expiresAt: '2026-06-25T00:00:00Z' },
    ]);
    const enriched = await providerOf(service, { snowAtlas: false }).enrichCustomers(['5', '6'], callWith());
    expect(enriched.get('5')?.expirations).to.deep.equal({
      state: 'ready',
      value: { undated: 0, unreadable: 0, dates: ['2026-06-25T00:00:00Z'] },
    });
    expect(enriched.get('6')?.expirations).to.deep.equal({ state: 'forbidden' });
    expect(service.requested(/orgs\/6\//)).to.have.length(0);
  });

  it('teach the region of references, so that those of another region are asked for rightly', async () => {
    const service = new FlexeraService();
    service.organizations.push(organization(5));
    await providerOf(service).enrichCustomers(['5'], callWith());
    const reports = service.requested(/privileges-report/).map(({ path }) => path);
    expect(reports.length).to.be.greaterThan(1);
    for (const path of reports) expect(path).to.include('scopeRefs=ref:eu:::iam:org:');
  });

  it('is said not to be known where nobody can tell', async () => {
    const scopeWith = async (options: Parameters<typeof providerOf>[1]) =>
      (await providerOf(new FlexeraService(), options).describe(callWith())).scope;
    expect(await scopeWith({ userId: undefined })).to.equal('managed');
    expect(await scopeWith({})).to.equal(undefined);
    expect(await scopeWith({ userId: undefined, listGranted: () => Promise.resolve([]) })).to.equal(undefined);
  });
});

describe('FlexeraProvider: what the viewer may do', () => {
  const cases = [
    { actions: [], add: false, edit: false, remove: false },
    { actions: ['index', 'show'], add: false, edit: false, remove: false },
    { actions: ['create'], add: true, edit: false, remove: false },
    { actions: ['update'], add: false, edit: true, remove: false },
    { actions: ['delete'], add: false, edit: false, remove: true },
    { actions: ['index', 'show', 'create', 'update', 'delete'], add: true, edit: true, remove: true },
  ];
  for (const { actions, add, edit, remove } of cases) {
    it(`with ${actions.join(', ') || 'no privilege'}`, async () => {
      const service = new FlexeraService().grant({ actions });
      service.customers.push(apiCustomer(1));
      const provider = providerOf(service);
      expect(await provider.describe(callWith())).to.deep.equal({
        version: 1,
        paging: 'offset',
        pins: true,
        statusCounts: true,
        can: { add },
      });
      const [row] = await rowsOf(provider);
      expect(row?.can).to.deep.equal({ edit, delete: remove });
    });
  }

  it('is to give the capabilities that the partner has, which are read once, for those who may give any', async () => {
    const service = new FlexeraService().grant({ actions: ['create'] });
    const ofPartner = ['iam', 'msp', 'fss'].map((capabilityName) => ({ capabilityName, kind: 'iam#capability' }));
    service.capabilities.set(orgId, [...ofPartner, { capabilityName: 'di', onboardingStatus: 'offboarded' }]);
    const provider = providerOf(service);
    const capabilities = [{ capability: 'iam' }, { capability: 'msp' }, { capability: 'fss' }];
    const described = await Promise.all([provider.describe(callWith()), provider.describe(callWith())]);
    expect(described.map((each) => each.capabilities)).to.deep.equal([capabilities, capabilities]);
    expect((await provider.describe(callWith())).capabilities).to.deep.equal(capabilities);
    expect(service.requested(/^GET \/iam\/v1\/orgs\/100\/capabilities$/)).to.have.length(1);

    service.grant({ actions: ['update'] });
    expect((await providerOf(service).describe(callWith())).capabilities).to.deep.equal(capabilities);
    const viewed = new FlexeraService().grant({ actions: ['index'] });
    expect((await providerOf(viewed).describe(callWith())).capabilities).to.equal(undefined);
    expect(viewed.requested(/capabilities$/)).to.have.length(0);
  });

  const untold: readonly (readonly [string, object])[] = [
    ['are refused', { status: 403 }],
    ['fail', { status: 500 }],
    ['have another form', { status: 200, body: { values: [] } }],
    ['have one that cannot be read', { status: 200, body: [{ capabilityName: 'iam' }, { name: 'fss' }] }],
    ['are none at all', { status: 200, body: [] }],
  ];
  for (const [what, reply] of untold) {
    it(`is to give any capability where those of the partner ${what}`, async () => {
      const service = new FlexeraService().grant({ actions: ['create'] });
      service.answer(/orgs\/100\/capabilities/, reply as { status: number });
      const description = await providerOf(service).describe(callWith());
      expect(description.can).to.deep.equal({ add: true });
      expect(description).not.to.have.property('capabilities');
    });
  }

  it('is unknown where the session has ended when the capabilities are read', async () => {
    const service = new FlexeraService().grant({ actions: ['create'] });
    service.answer(/orgs\/100\/capabilities/, { status: 401 });
    await expectRefusal(providerOf(service).describe(callWith()), 'unauthenticated');
  });

  const none = { edit: false, delete: false };
  const reports: readonly (readonly [string, object])[] = [
    ['is refused', { status: 403 }],
    ['fails', { status: 400 }],
    ['has another form', { status: 200, body: [] }],
    ['names another organization', reportOf('ref:nam:::iam:org:1001')],
    ['names a project', reportOf('ref:nam:100::iam:project:100')],
    ['names no scope', reportOf(null)],
  ];
  for (const [what, reply] of reports) {
    it(`is nothing where the report ${what}`, async () => {
      const service = new FlexeraService().answer(/privileges-report/, reply as { status: number });
      service.customers.push(apiCustomer(1));
      const provider = providerOf(service);
      expect((await provider.describe(callWith())).can).to.deep.equal({ add: false });
      expect((await rowsOf(provider))[0]?.can).to.deep.equal(none);
    });
  }

  function reportOf(scope: unknown) {
    const privileges = ['create', 'update', 'delete'].map((action) => ({
      privilegeId: `msp:customer:${action}`,
      scopePrivileges: [{ scope, roleIds: [] }, null],
    }));
    return { status: 200, body: { privileges: [...privileges, 'none'] } };
  }

  it('is nothing without a user, and nobody is asked', async () => {
    const service = new FlexeraService().grant({ actions: ['create'], owned: [1] });
    service.customers.push(apiCustomer(1));
    const provider = providerOf(service, { userId: undefined });
    expect((await provider.describe(callWith())).can).to.deep.equal({ add: false });
    expect((await rowsOf(provider))[0]?.expirations).to.deep.equal({ state: 'forbidden' });
    expect(service.requested(/iam/)).to.have.length(0);
  });
});

describe('FlexeraProvider: expirations', () => {
  async function expirationsOf(capabilities: readonly unknown[], options = {}) {
    const service = new FlexeraService().grant({ owned: [1] });
    service.customers.push(apiCustomer(1, { capabilities }));
    const enriched = await providerOf(service, options).enrichCustomers(['1'], callWith());
    return enriched.get('1')?.expirations;
  }
  const ready = (more: object, missing?: readonly string[]) => ({
    state: 'ready',
    value: { undated: 0, unreadable: 0, dates: [], ...more },
    ...(missing && { missing }),
  });

  it('do not count the platform', async () => {
    expect(await expirationsOf([{ name: 'iam' }, { name: 'msp' }], { snowAtlas: false })).to.deep.equal(ready({}));
  });

  const fields: readonly (readonly [string, object, object])[] = [
    [
      'an own expiry',
      { expiresAt: '2027-01-01T00:00:00Z', hasCustomExpiry: true },
      { dates: ['2027-01-01T00:00:00Z'] },
    ],
    ["the parent's expiry", { expiresAt: '2027-01-01T00:00:00Z' }, { dates: ['2027-01-01T00:00:00Z'] }],
    ['no expiry', {}, { undated: 1 }],
    ['null', { expiresAt: null }, { undated: 1 }],
    ['an own expiry that is missing', { hasCustomExpiry: true }, { unreadable: 1 }],
    ['a date that is none', { expiresAt: 'soon' }, { unreadable: 1 }],
    ['a number', { expiresAt: 1767225600 }, { unreadable: 1 }],
  ];
  for (const [what, capability, value] of fields) {
    it(`of a capability with ${what}`, async () => {
      const expirations = await expirationsOf([{ name: 'fss', ...capability }], { snowAtlas: false });
      expect(expirations).to.deep.equal(ready(value));
    });
  }

  it('count a capability that cannot be read as unreadable', async () => {
    expect(await expirationsOf([null, { name: 7 }], { snowAtlas: false })).to.deep.equal(ready({ unreadable: 2 }));
  });

  it('are unavailable without a list of capabilities: no list is not an empty one', async () => {
    const service = new FlexeraService().grant({ owned: [1] });
    service.customers.push(apiCustomer(1));
    service.answer(/customers\/1/, { status: 200, body: { id: 1, name: 'One' } });
    const enriched = await providerOf(service).enrichCustomers(['1'], callWith());
    expect(enriched.get('1')?.expirations).to.deep.equal({ state: 'unavailable', code: 'invalid-data' });
  });

  it('miss Snow Atlas without a source for it, or when that fails', async () => {
    const missing = ready({}, ['Snow Atlas']);
    expect(await expirationsOf([])).to.deep.equal(missing);
    expect(await expirationsOf([], { snowAtlas: async () => Promise.reject(new Error('down')) })).to.deep.equal(
      missing,
    );
    expect(upcomingExpiration(missing as never, callWith())).to.deep.equal({ kind: 'unknown', reason: 'incomplete' });
  });

  it('miss nothing where the host says that there is no such source, or gives what it has', async () => {
    expect(await expirationsOf([], { snowAtlas: false })).to.deep.equal(ready({}));
    const atlas = { id: 's', product: 'Snow Atlas', capability: 'SAM', expires: '2026-12-31' };
    const expirations = await expirationsOf([], { snowAtlas: async () => [atlas] });
    expect(expirations).to.deep.equal(ready({ dates: ['2026-12-31'] }));
  });

  it("are for owners alone, by the report or by the host's word", async () => {
    const service = new FlexeraService().grant({ owned: [1] });
    service.customers.push(apiCustomer(1), apiCustomer(2));
    const states = async (options: object) =>
      [...(await providerOf(service, options).enrichCustomers(['1', '2'], callWith())).values()].map(
        ({ expirations }) => expirations?.state,
      );
    expect(await states({})).to.deep.equal(['ready', 'forbidden']);
    expect(await states({ listOwned: async () => ['2'] })).to.deep.equal(['forbidden', 'ready']);
    expect(await states({ listOwned: async () => Promise.reject(new Error('down')) })).to.deep.equal([
      'forbidden',
      'forbidden',
    ]);
  });

  it('are summed up for the policy of whoever asks', async () => {
    const service = new FlexeraService().grant({ owned: [1] });
    service.customers.push(apiCustomer(1));
    const provider = providerOf(service, { snowAtlas: false });
    await provider.enrichCustomers(['1'], callWith());
    const { policy } = callWith();
    const everything = callWith({ policy: { ...policy, countsCapability: () => true } });
    const [row] = await rowsOf(provider, {}, everything);
    expect(row?.expirations).to.deep.include({
      value: { undated: 1, unreadable: 0, dates: ['2026-07-01T00:00:00Z'] },
    });
    expect((await rowsOf(provider))[0]?.expirations).to.deep.include({
      value: { undated: 0, unreadable: 0, dates: ['2026-07-01T00:00:00Z'] },
    });
  });
});

describe('FlexeraProvider: beacons', () => {
  const count = async (ids: readonly string[]) => new Map(ids.map((id) => [id, { total: Number(id) }]));
  const beaconsOf = async (options: object, capabilities: readonly unknown[] = [{ name: 'iam' }, { name: 'fss' }]) => {
    const service = new FlexeraService().grant({ owned: [1] });
    service.customers.push(apiCustomer(1, { capabilities }));
    const enriched = await providerOf(service, options).enrichCustomers(['1'], callWith());
    return enriched.get('1')?.beacons;
  };

  const unsupported = { state: 'unavailable', code: 'unsupported' };
  const notApplicable = { state: 'not-applicable' };
  const three = { state: 'ready', value: { total: 1 } };
  const answers: readonly (readonly [string, object, unknown])[] = [
    ['nothing is given', {}, unsupported],
    ['the host counts', { countBeacons: count }, three],
    ['the host leaves the customer out', { countBeacons: async () => new Map() }, { state: 'unavailable' }],
    [
      'counting fails',
      { countBeacons: async () => Promise.reject(new Error('down')) },
      { state: 'unavailable', code: 'unknown' },
    ],
    ['no capability brings any', { hasBeacons: () => false, countBeacons: count }, notApplicable],
    ['one brings some', { hasBeacons: (name: string) => name === 'fss', countBeacons: count }, three],
    ['one brings some, and nobody counts', { hasBeacons: (name: string) => name === 'fss' }, unsupported],
    ['of one it is not known', { hasBeacons: (name: string) => (name === 'fss' ? undefined : false) }, unsupported],
  ];
  for (const [what, options, expected] of answers) {
    it(`where ${what}`, async () => {
      expect(await beaconsOf(options)).to.deep.equal(expected);
    });
  }

  it('are not "not applicable" where a capability cannot be read, or there is none', async () => {
    expect(await beaconsOf({ hasBeacons: () => false }, [{ name: 'iam' }, null])).to.deep.equal(unsupported);
    expect(await beaconsOf({ hasBeacons: () => false }, [])).to.deep.equal(unsupported);
  });

  it('of a customer that the viewer does not own are what the host counts', async () => {
    const service = new FlexeraService();
    service.customers.push(apiCustomer(2));
    const provider = providerOf(service, { hasBeacons: () => false, countBeacons: count });
    const enriched = await provider.enrichCustomers(['2'], callWith());
    expect(enriched.get('2')).to.deep.equal({
      beacons: { state: 'ready', value: { total: 2 } },
      expirations: { state: 'forbidden' },
    });
  });

  it('are listed where the host lists them', async () => {
    const beacon = { id: 'b', name: 'Beacon', connectivity: 'ok' as const };
    const provider = providerOf(new FlexeraService(), { listBeacons: async (id) => [{ ...beacon, id }] });
    expect(await provider.listBeacons?.('1', callWith())).to.deep.equal([{ ...beacon, id: '1' }]);
    expect(providerOf(new FlexeraService()).listBeacons).to.equal(undefined);
  });
});

describe('FlexeraProvider: one customer', () => {
  it('has owners and a description besides its row', async () => {
    const service = new FlexeraService().grant({ owned: [1] });
    service.customers.push(apiCustomer(1, { description: 'Two sites' }));
    const details = await providerOf(service).getCustomer('1', callWith());
    expect(details).to.deep.include({
      id: '1',
      description: 'Two sites',
      owners: { state: 'ready', value: [{ firstName: 'Jane', lastName: 'Smith', email: 'jane@example.com' }] },
    });
    expect(details.expirations.state).to.equal('ready');
  });

  it('has capabilities, with those that its own customers use', async () => {
    const expires = '2027-04-07T00:00:00Z';
    const capabilities = [
      { name: 'msp', inUseByCustomers: true },
      { name: 'fss', expiresAt: expires },
    ];
    const service = new FlexeraService().grant({ owned: [1] });
    service.customers.push(apiCustomer(1, { capabilities }));
    const details = await providerOf(service).getCustomer('1', callWith());
    expect(details.capabilities).to.deep.equal({
      state: 'ready',
      value: [
        { capability: 'msp', inUse: true },
        { capability: 'fss', expires },
      ],
    });
  });

  for (const broken of [null, {}, { name: 'fss', expiresAt: 7 }]) {
    it(`has no capabilities to change where one is ${JSON.stringify(broken)}`, async () => {
      const service = new FlexeraService().grant({ owned: [1] });
      service.customers.push(apiCustomer(1, { capabilities: [{ name: 'msp' }, broken] }));
      const details = await providerOf(service).getCustomer('1', callWith());
      expect(details.capabilities).to.deep.equal({ state: 'unavailable', code: 'invalid-data' });
    });
  }

  it('of the others is its row, without owners', async () => {
    const service = new FlexeraService();
    service.organizations.push({ id: 5, name: 'Five', ref: 'ref:nam:::iam:org:5' });
    const details = await providerOf(service).getCustomer('5', callWith());
    expect(details).to.deep.include({ owners: { state: 'unavailable', code: 'unsupported' } });
    expect(details.expirations).to.deep.equal({ state: 'forbidden' });
  });

  it('that is not listed is not found, and nothing is asked about it', async () => {
    const service = new FlexeraService();
    await expectRefusal(providerOf(service).getCustomer('404', callWith()), 'not-found');
    await expectRefusal(providerOf(service).listEntitlements('../1', callWith()), 'not-found');
    expect(service.requested(/customers\//)).to.have.length(0);
  });

  it('is entitled to what both products say, for owners alone', async () => {
    const service = new FlexeraService().grant({ owned: [1] });
    service.customers.push(apiCustomer(1), apiCustomer(2));
    const atlas = { id: 's', product: 'Snow Atlas', capability: 'SAM', expires: null };
    const provider = providerOf(service, { snowAtlas: async () => [atlas] });
    expect(await provider.listEntitlements('1', callWith())).to.deep.equal([
      { id: 'Flexera One/iam', product: 'Flexera One', capability: 'iam', expires: null },
      { id: 'Flexera One/fss', product: 'Flexera One', capability: 'fss', expires: '2026-07-01T00:00:00Z' },
      atlas,
    ]);
    await expectRefusal(provider.listEntitlements('2', callWith()), 'forbidden');
  });

  it('is not said to be entitled to nothing while a source is missing', async () => {
    const service = new FlexeraService().grant({ owned: [1] });
    service.customers.push(apiCustomer(1, { capabilities: [] }));
    await expectRefusal(providerOf(service).listEntitlements('1', callWith()), 'unavailable');
    expect(await providerOf(service, { snowAtlas: false }).listEntitlements('1', callWith())).to.deep.equal([]);
  });
});
