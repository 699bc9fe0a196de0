import { expect } from '@open-wc/testing';
import type { Customer, Owner } from '../../../src/domain/customer.js';
import type { Entitlement } from '../../../src/domain/expirations.js';
import type {
  CustomerDraft,
  CustomerPatch,
  CustomersHint,
  MutationCall,
} from '../../../src/providers/customers-provider.js';
import { EditableMemoryProvider } from '../../../src/providers/memory/editable-memory-provider.js';
import { errorCodeOf, ProviderError } from '../../../src/providers/provider-error.js';
import { callWith, customer, expiringOn, rejectionOf } from '../samples.js';

const ada: Owner = { firstName: 'Ada', lastName: 'Byron', email: 'ada@acme.example' };
const bo: Owner = { firstName: 'Bo', lastName: 'Real', email: 'bo@acme.example' };

const acme = customer('7', {
  name: 'Acme',
  externalId: 'W7',
  description: 'First of all',
  can: { edit: true, delete: true },
  version: '3',
  expirations: expiringOn(['2026-07-01']),
});
const entitlements: readonly Entitlement[] = [
  { id: 'e1', product: 'Flexera One', capability: 'iam', expires: null },
  { id: 'e2', product: 'Snow Atlas', capability: 'optima', expires: '2026-07-01', quantity: 50 },
];

function providerOf(
  customers: readonly Customer[] = [acme],
  options: ConstructorParameters<typeof EditableMemoryProvider>[1] = {},
): EditableMemoryProvider {
  return new EditableMemoryProvider(customers, {
    can: { add: true },
    owners: new Map([['7', [ada]]]),
    entitlements: new Map([['7', entitlements]]),
    ...options,
  });
}

let intents = 0;

function change(more: Partial<MutationCall> = {}): MutationCall {
  intents += 1;
  return { ...callWith(), idempotencyKey: `intent ${intents}`, ...more };
}

function draft(more: Partial<CustomerDraft> = {}): CustomerDraft {
  return { key: 'one', name: 'Birch', owners: [bo], capabilities: [{ capability: 'optima' }], ...more };
}

const update = (provider: EditableMemoryProvider, patch: CustomerPatch, ifVersion?: string) =>
  provider.updateCustomer('7', patch, change(ifVersion === undefined ? {} : { ifVersion }));

const listed = async (provider: EditableMemoryProvider) =>
  (await provider.listCustomers({ page: { limit: 100, offset: 0 } }, callWith())).items;

async function refused(promise: Promise<unknown>): Promise<ProviderError> {
  const reason = await rejectionOf(promise);
  if (reason instanceof ProviderError) return reason;
  throw reason;
}

describe('EditableMemoryProvider', () => {
  describe('details', () => {
    it('have the row, the owners and the capabilities that the entitlements come to', async () => {
      expect(await providerOf().getCustomer('7', callWith())).to.deep.equal({
        ...acme,
        owners: { state: 'ready', value: [ada] },
        capabilities: {
          state: 'ready',
          value: [{ capability: 'iam' }, { capability: 'optima', expires: '2026-07-01' }],
        },
      });
    });

    it('say what is in use by the customers of a tiered customer', async () => {
      const { capabilities } = await providerOf([{ ...acme, tiered: true }]).getCustomer('7', callWith());
      expect(capabilities?.state === 'ready' && capabilities.value.map(({ inUse }) => inUse)).to.deep.equal([
        true,
        true,
      ]);
    });

    it('leave out the capabilities of a customer whose entitlements are not known', async () => {
      const details = await providerOf([acme], { entitlements: new Map(), owners: new Map() }).getCustomer(
        '7',
        callWith(),
      );
      expect(details).to.not.have.property('capabilities');
      expect(details.owners).to.deep.equal({ state: 'unavailable', code: 'unsupported' });
    });

    it('withhold what the row says is forbidden, and say what could not be read', async () => {
      const withheld = providerOf([{ ...acme, expirations: { state: 'forbidden' } }]);
      expect((await withheld.getCustomer('7', callWith())).capabilities).to.deep.equal({ state: 'forbidden' });
      expect(
        errorCodeOf(await rejectionOf(withheld.listEntitlements?.('7', callWith()) ?? Promise.resolve())),
      ).to.equal('forbidden');
      const failing = providerOf([acme], {
        owners: () => Promise.reject(new ProviderError('offline')),
      });
      expect((await failing.getCustomer('7', callWith())).owners).to.deep.equal({
        state: 'unavailable',
        code: 'offline',
      });
    });

    it('have a version, though the row came without one', async () => {
      const { version: _version, ...unversioned } = acme;
      const provider = providerOf([unversioned]);
      const { version } = await provider.getCustomer('7', callWith());
      await update(provider, { name: 'Acme 2' }, version);
      expect(errorCodeOf(await rejectionOf(update(provider, { name: 'Acme 3' }, version)))).to.equal('conflict');
    });
  });

  it('describes that it keeps versions, and which capabilities can be given', async () => {
    const capabilities = [{ capability: 'optima' }];
    const described = await providerOf([], { capabilities }).describe(callWith());
    expect(described).to.deep.include({ versioned: true, can: { add: true }, capabilities });
    expect(await providerOf([]).describe(callWith())).to.not.have.property('capabilities');
  });

  describe('adding', () => {
    it('lists the new customer, with an ID of its own, its entitlements and no beacons', async () => {
      const provider = providerOf([acme], { beacons: new Map() });
      const capabilities = [{ capability: 'optima', expires: '2026-08-01' }];
      const { outcomes } = await provider.createCustomers([draft({ name: ' Birch ', capabilities })], change());
      expect(outcomes).to.deep.equal([{ key: 'one', id: '8' }]);
      expect((await listed(provider))[1]).to.deep.include({
        id: '8',
        name: 'Birch',
        relationship: 'managed',
        expirations: expiringOn(['2026-08-01']),
        can: { edit: true, delete: true },
      });
      expect(await provider.listEntitlements?.('8', callWith())).to.deep.equal([
        { id: '8-iam', product: 'Flexera One', capability: 'iam', expires: null },
        { id: '8-optima', product: 'Flexera One', capability: 'optima', expires: '2026-08-01' },
      ]);
      expect(await provider.listBeacons?.('8', callWith())).to.deep.equal([]);
      expect((await provider.getCustomer('8', callWith())).owners).to.deep.equal({ state: 'ready', value: [bo] });
    });

    it('never gives the ID of a deleted customer again', async () => {
      const provider = providerOf([]);
      const create = async () => (await provider.createCustomers([draft()], change())).outcomes[0]?.id ?? '';
      const first = await create();
      await provider.deleteCustomers([first], change());
      expect(await create()).to.not.equal(first);
    });

    it('refuses each unsound draft by itself, with the fields to blame', async () => {
      const capabilities = [{ capability: 'optima' }];
      const provider = providerOf([acme], { capabilities });
      const { outcomes } = await provider.createCustomers(
        [
          draft({ key: 'nameless', name: ' ', owners: [{ ...bo, email: 'bo at acme' }] }),
          draft({ key: 'taken', externalId: 'W7' }),
          draft({ key: 'first', externalId: 'W8' }),
          draft({ key: 'second', externalId: 'W8' }),
          draft({ key: 'unknown', capabilities: [{ capability: 'fcm' }] }),
        ],
        change(),
      );
      const plain = outcomes.map(({ key, id, error }) => [
        key,
        id ?? error?.code,
        error?.reason,
        error?.fields?.map(({ field }) => field),
      ]);
      expect(plain).to.deep.equal([
        ['nameless', 'invalid-input', undefined, ['name', 'owners.0.email']],
        ['taken', 'conflict', 'external-id-taken', ['externalId']],
        ['first', '8', undefined, undefined],
        ['second', 'conflict', 'external-id-taken', ['externalId']],
        ['unknown', 'invalid-input', 'capabilities-not-allowed', ['capabilities.fcm']],
      ]);
    });

    it('refuses more than 100, two drafts of one key, and a viewer who may not', async () => {
      const many = Array.from({ length: 101 }, (_, index) => draft({ key: String(index) }));
      const codes = [
        await refused(providerOf().createCustomers(many, change())),
        await refused(providerOf().createCustomers([draft(), draft()], change())),
        await refused(providerOf([acme], { can: {} }).createCustomers([draft()], change())),
      ].map(({ code }) => code);
      expect(codes).to.deep.equal(['invalid-input', 'invalid-input', 'forbidden']);
    });
  });

  describe('editing', () => {
    it('changes what the patch names, and nothing else', async () => {
      const provider = providerOf();
      const details = await update(provider, { name: ' Acme 2 ', externalId: '', owners: [ada, bo] }, '3');
      expect(details).to.deep.include({ name: 'Acme 2', description: 'First of all', version: '4' });
      expect(details.externalId).to.equal(undefined);
      expect(details.owners).to.deep.equal({ state: 'ready', value: [ada, bo] });
      expect((await listed(provider))[0]).to.deep.include({ name: 'Acme 2', expirations: acme.expirations });
    });

    it('gives and takes capabilities; what stays keeps its product and quantity', async () => {
      const provider = providerOf();
      const capabilities = [{ capability: 'optima', expires: '2026-09-01' }, { capability: 'fcm' }];
      await update(provider, { capabilities });
      expect(await provider.listEntitlements?.('7', callWith())).to.deep.equal([
        entitlements[0],
        { ...entitlements[1], expires: '2026-09-01' },
        { id: '7-fcm', product: 'Flexera One', capability: 'fcm', expires: null },
      ]);
      expect((await listed(provider))[0]?.expirations).to.deep.equal(expiringOn(['2026-09-01'], 1));
    });

    it('leaves a summary alone that is withheld, and names what is missing in it still', async () => {
      const missing = { ...expiringOn(['2026-07-01']), missing: ['Snow Atlas'] };
      for (const [before, after] of [
        [missing, { ...expiringOn(), missing: ['Snow Atlas'] }],
        [{ state: 'unavailable' } as const, { state: 'unavailable' }],
      ] as const) {
        const provider = providerOf([{ ...acme, expirations: before }]);
        await update(provider, { capabilities: [{ capability: 'iam' }] });
        expect((await listed(provider))[0]?.expirations).to.deep.equal(after);
      }
    });

    it('lets a tiered customer gain capabilities, and lose none', async () => {
      const provider = providerOf([{ ...acme, tiered: true }]);
      const { code, reason } = await refused(update(provider, { capabilities: [{ capability: 'fcm' }] }));
      expect([code, reason]).to.deep.equal(['conflict', 'capabilities-in-use']);
      await update(provider, { capabilities: [{ capability: 'optima' }, { capability: 'fcm' }] });
      expect(await provider.listEntitlements?.('7', callWith())).to.have.length(3);
    });

    it('refuses unsound fields and an external ID that another customer has; what was there before may stay', async () => {
      const blank = { ...acme, name: '' };
      const provider = providerOf([blank, customer('8', { externalId: 'W8' })], {
        capabilities: [{ capability: 'fcm' }],
      });
      const unsound = await refused(update(provider, { owners: [{ ...ada, email: '' }] }));
      expect(unsound.code).to.equal('invalid-input');
      expect(unsound.problem?.fields).to.deep.equal([{ field: 'owners.0.email' }]);
      expect((await refused(update(provider, { externalId: 'W8' }))).reason).to.equal('external-id-taken');
      await update(provider, { externalId: 'W7', capabilities: [{ capability: 'optima', expires: '2026-07-01' }] });
    });

    it('refuses capabilities of a customer whose entitlements are not known', async () => {
      const provider = providerOf([acme], { entitlements: new Map() });
      expect((await refused(update(provider, { capabilities: [{ capability: 'fcm' }] }))).code).to.equal('unsupported');
    });

    it('refuses a version that the host has put another in the place of', async () => {
      const { version: _version, ...unversioned } = acme;
      for (const put of ['putCustomers', 'replaceCustomers'] as const) {
        const provider = providerOf([unversioned]);
        const { version } = await provider.getCustomer('7', callWith());
        provider[put]([{ ...unversioned, name: 'Acme of the host' }]);
        expect((await refused(update(provider, { name: 'Acme 2' }, version))).code).to.equal('conflict');
        expect((await listed(provider))[0]?.name).to.equal('Acme of the host');
      }
    });
  });

  describe('deleting', () => {
    it('says for each what became of it', async () => {
      const rows = [
        acme,
        customer('8', { can: { delete: true }, tiered: true }),
        customer('9', { can: { edit: true } }),
        customer('10', { relationship: 'granted', can: { delete: true } }),
      ];
      const provider = providerOf(rows);
      const { outcomes } = await provider.deleteCustomers(['7', '8', '9', '10', 'nobody', '7'], change());
      expect(outcomes.map(({ key, error }) => [key, error?.reason ?? error?.code])).to.deep.equal([
        ['7', undefined],
        ['8', 'organization-has-children'],
        ['9', 'forbidden'],
        ['10', 'forbidden'],
        ['nobody', 'not-found'],
      ]);
      expect((await listed(provider)).map(({ id }) => id)).to.deep.equal(['8', '9', '10']);
      for (const ask of [provider.getCustomer('7', callWith()), provider.listEntitlements?.('7', callWith())]) {
        expect(errorCodeOf(await rejectionOf(ask ?? Promise.resolve()))).to.equal('not-found');
      }
    });

    it('refuses more than 100', async () => {
      const ids = Array.from({ length: 101 }, (_, index) => String(index));
      expect((await refused(providerOf().deleteCustomers(ids, change()))).code).to.equal('invalid-input');
    });
  });

  describe('each intent', () => {
    it('is carried out once, and has the same answer again', async () => {
      const provider = providerOf();
      const call = change();
      const [first, second] = await Promise.all([
        provider.createCustomers([draft()], call),
        provider.createCustomers([draft()], call),
      ]);
      expect(second).to.deep.equal(first);
      const edit = change({ ifVersion: '3' });
      const edited = await provider.updateCustomer('7', { name: 'Acme 2' }, edit);
      expect(await provider.updateCustomer('7', { name: 'Acme 2' }, edit)).to.deep.equal(edited);
      const deletion = change();
      await provider.deleteCustomers(['7'], deletion);
      expect((await provider.deleteCustomers(['7'], deletion)).outcomes).to.deep.equal([{ key: '7', id: '7' }]);
      expect((await listed(provider)).map(({ name }) => name)).to.deep.equal(['Birch']);
    });

    it('has a key of its own', async () => {
      const provider = providerOf();
      const call = change();
      await provider.createCustomers([draft()], call);
      expect((await refused(provider.createCustomers([draft({ name: 'Cedar' })], call))).code).to.equal(
        'invalid-input',
      );
    });

    it('is tried again where it was refused as a whole', async () => {
      const provider = providerOf([{ ...acme, can: {} }]);
      const call = change();
      expect((await refused(provider.updateCustomer('7', { name: 'Acme 2' }, call))).code).to.equal('forbidden');
      provider.putCustomers([acme]);
      expect((await provider.updateCustomer('7', { name: 'Acme 2' }, call)).name).to.equal('Acme 2');
    });

    it('changes nothing once it is aborted, also while its lists are on their way', async () => {
      const reason = new Error('nobody waits');
      const controller = new AbortController();
      const provider = providerOf([acme], {
        entitlements: async () => {
          controller.abort(reason);
          return entitlements;
        },
      });
      const call = () => change({ signal: controller.signal });
      expect(await rejectionOf(provider.updateCustomer('7', { name: 'Acme 2' }, call()))).to.equal(reason);
      expect(await rejectionOf(provider.createCustomers([draft()], call()))).to.equal(reason);
      expect(await rejectionOf(provider.deleteCustomers(['7'], call()))).to.equal(reason);
      expect(await listed(provider)).to.deep.equal([acme]);
    });
  });

  it('hints what has changed, once for each intent', async () => {
    const provider = providerOf();
    const hints: CustomersHint[] = [];
    provider.subscribe((hint) => hints.push(hint), { signal: new AbortController().signal });
    await update(provider, { name: 'Acme 2' });
    await provider.createCustomers([draft(), draft({ key: 'two' })], change());
    await provider.createCustomers([draft({ name: '' })], change());
    await provider.deleteCustomers(['7', '8'], change());
    await provider.deleteCustomers(['7'], change());
    expect(hints).to.deep.equal([{ type: 'changed', ids: ['7'] }, { type: 'invalidated' }, { type: 'invalidated' }]);
  });

  it('keeps what was written of customers who stay in another array, and forgets the others', async () => {
    const provider = providerOf();
    await update(provider, { owners: [bo] });
    provider.replaceCustomers([acme]);
    expect((await provider.getCustomer('7', callWith())).owners).to.deep.equal({ state: 'ready', value: [bo] });
    provider.replaceCustomers([]);
    provider.replaceCustomers([acme]);
    expect((await provider.getCustomer('7', callWith())).owners).to.deep.equal({ state: 'ready', value: [ada] });
  });
});
