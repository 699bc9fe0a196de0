import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parseCustomersFile } from '../../../src/providers/memory/customers-file.js';
import { MemoryProvider } from '../../../src/providers/memory/memory-provider.js';
import { ProviderError } from '../../../src/providers/provider-error.js';
import { callWith, customer, expectRefusal, refusalOf } from '../samples.js';

const entitlement = { id: 'e1', product: 'Flexera One', capability: 'optima', expires: null };

describe('parseCustomersFile', () => {
  it('answers with the customers of the file', async () => {
    const provider = parseCustomersFile({ customers: [customer('1'), customer('2')] });
    const { items } = await provider.listCustomers({ page: { offset: 0, limit: 9 } }, callWith());
    expect(items).to.deep.equal([customer('1'), customer('2')]);
  });

  it('offers entitlements only where the file has any', async () => {
    expect(parseCustomersFile({ customers: [] }).listEntitlements).to.equal(undefined);
    const { listEntitlements } = parseCustomersFile({ customers: [], entitlements: { '1': [entitlement] } });
    if (!listEntitlements) return expect.fail('offers entitlements');
    expect(await listEntitlements('1', callWith())).to.deep.equal([entitlement]);
  });

  it('has no entitlements for names of the prototype', async () => {
    const file: unknown = JSON.parse('{"customers":[],"entitlements":{"1":[]}}');
    const { listEntitlements } = parseCustomersFile(file);
    if (!listEntitlements) return expect.fail('offers entitlements');
    for (const id of ['toString', 'constructor', '__proto__', '2']) {
      await expectRefusal(listEntitlements(id, callWith()), 'unsupported', id);
    }
  });

  it('gives the permission to add for nothing but a plain true', async () => {
    const canAdd = async (can: unknown) => {
      const described = await parseCustomersFile({ customers: [], can }).describe(callWith());
      return described.can?.add;
    };
    expect(await canAdd({ add: true })).to.equal(true);
    for (const can of [undefined, null, true, 'add', {}, { add: 'true' }, { add: 1 }]) {
      expect(await canAdd(can), JSON.stringify(can)).to.equal(false);
    }
  });

  it('refuses another form', () => {
    const others = [{ entitlements: null }, { entitlements: 'none' }, { entitlements: 5 }];
    const files = others.map((more) => ({ customers: [], ...more }));
    for (const file of [null, undefined, 5, 'file', [], {}, { customers: {} }, { customers: null }, ...files]) {
      expect(refusalOf(() => parseCustomersFile(file)).code, JSON.stringify(file)).to.equal('invalid-data');
    }
  });

  it('gives a provider or refuses, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record({ customers: fc.jsonValue() })), (file) => {
        try {
          expect(parseCustomersFile(file)).to.be.instanceOf(MemoryProvider);
        } catch (error) {
          expect(error).to.be.instanceOf(ProviderError);
        }
      }),
    );
  });
});
