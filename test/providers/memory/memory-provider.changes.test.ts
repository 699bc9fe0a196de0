import { expect } from '@open-wc/testing';
import type { CustomersQuery } from '../../../src/domain/query.js';
import type { CustomersHint } from '../../../src/providers/customers-provider.js';
import { MemoryProvider } from '../../../src/providers/memory/memory-provider.js';
import { callWith, customer, expiringOn } from '../samples.js';

const byName: Partial<CustomersQuery> = { sort: [{ field: 'name', direction: 'ascending' }] };

/** A short list, and one that is long from the start. */
for (const [kind, count] of [
  ['few', 20],
  ['many', 6000],
] as const) {
  const customers = Array.from({ length: count }, (_, index) => customer(String(index)));
  const ask = (provider: MemoryProvider, query: Partial<CustomersQuery> = {}) =>
    provider.listCustomers({ page: { offset: 0, limit: 10_000 }, include: ['total'], ...query }, callWith());
  const namesOf = async (provider: MemoryProvider, query: Partial<CustomersQuery>) =>
    (await ask(provider, query)).items.map(({ name }) => name);

  describe(`MemoryProvider: changes of ${kind} customers`, () => {
    it('replaces customers by their IDs, where they stand and where they now belong', async () => {
      const provider = new MemoryProvider(customers);
      await ask(provider, byName);
      provider.putCustomers([customer('7', { name: 'Aachen' }), customer('3', { name: 'Zwolle' })]);
      const { items, total } = await ask(provider);
      expect(total?.value).to.equal(count);
      expect([items[7]?.name, items[3]?.name]).to.deep.equal(['Aachen', 'Zwolle']);
      const sorted = await namesOf(provider, byName);
      expect([sorted[0], sorted.at(-1)]).to.deep.equal(['Aachen', 'Zwolle']);
      expect(await namesOf(provider, { search: 'AACH' })).to.deep.equal(['Aachen']);
      expect(await namesOf(provider, { ids: ['3', '7'], ...byName })).to.deep.equal(['Aachen', 'Zwolle']);
      expect(customers[7], 'the array that was given').to.deep.equal(customer('7'));
    });

    it('adds customers that it does not have at the end, the last of those with one ID', async () => {
      const provider = new MemoryProvider(customers);
      provider.putCustomers([customer('new', { name: 'One' }), customer('new', { name: 'Two' })]);
      const { items, total } = await ask(provider);
      expect(total?.value).to.equal(count + 1);
      expect(items.at(-1)?.name).to.equal('Two');
    });

    it('answers by however many IDs', async () => {
      const provider = new MemoryProvider(customers);
      const ids = customers.map(({ id }) => id).filter((_, index) => index % 2 === 0);
      expect((await ask(provider, { ids: [...ids, 'nobody'] })).items.map(({ id }) => id)).to.deep.equal(ids);
    });

    it('takes customers out', async () => {
      const provider = new MemoryProvider(customers);
      await ask(provider, byName);
      provider.removeCustomers(['0', '9', 'nobody']);
      expect((await ask(provider, byName)).total?.value).to.equal(count - 2);
      expect(await namesOf(provider, { ids: ['0', '9', '10'] })).to.deep.equal(['Customer 10']);
    });

    it('hints what changed, never the rows', async () => {
      const provider = new MemoryProvider(customers);
      const hints: CustomersHint[] = [];
      const stop = new AbortController();
      provider.subscribe((hint) => hints.push(hint), { signal: stop.signal });
      provider.putCustomers([customer('2'), customer('7')]);
      provider.putCustomers([customer('new')]);
      provider.removeCustomers(['4', '4']);
      await ask(provider);
      stop.abort();
      provider.removeCustomers(['5']);
      await ask(provider);
      expect(hints).to.deep.equal([
        { type: 'changed', ids: ['2', '7'] },
        { type: 'invalidated' },
        { type: 'invalidated' },
      ]);
    });

    it('names a result anew after a change, so that nothing of it is doubled or lost unseen', async () => {
      const provider = new MemoryProvider(customers);
      for (const query of [byName, { ids: ['1', '2'] }]) {
        const { snapshot } = await ask(provider, query);
        expect((await ask(provider, { ...query, snapshot })).snapshot).to.equal(snapshot);
        provider.putCustomers([customer('1', { name: 'Another' })]);
        expect((await ask(provider, { ...query, snapshot })).snapshot).not.to.equal(snapshot);
      }
    });

    it('lets a question that is being answered end with what it began with', async () => {
      const provider = new MemoryProvider(customers);
      const before = ask(provider, byName);
      await Promise.resolve();
      provider.removeCustomers(['1']);
      expect((await before).total?.value).to.equal(count);
      expect((await ask(provider, byName)).total?.value).to.equal(count - 1);
    });
  });
}

describe('MemoryProvider: changes', () => {
  it('may come while what they touch is being worked out', async () => {
    const customers = Array.from({ length: 6000 }, (_, index) => customer(String(index)));
    const provider = new MemoryProvider(customers);
    const query = {
      page: { offset: 0, limit: 1 },
      sort: [{ field: 'upcomingExpiration', direction: 'ascending' }],
      search: 'customer',
    } as const;
    await provider.listCustomers({ page: query.page }, callWith());
    for (const id of ['4', '5', '6']) {
      const before = provider.listCustomers(query, callWith());
      for (let step = 0; step < 4; step += 1) await Promise.resolve();
      provider.putCustomers([customer(id, { expirations: expiringOn([`2026-06-${30 - Number(id)}`]) })]);
      const { items } = await provider.listCustomers(query, callWith());
      expect(items.map((row) => row.id)).to.deep.equal([id]);
      expect((await before).items).to.have.length(1);
    }
  });

  it('may make a short list long, and a long one short', async () => {
    const customers = Array.from({ length: 5000 }, (_, index) => customer(String(index)));
    const provider = new MemoryProvider(customers);
    const total = async () =>
      (await provider.listCustomers({ page: { offset: 0, limit: 1 }, include: ['total'], ...byName }, callWith()))
        .total;
    expect((await total())?.value).to.equal(5000);
    provider.putCustomers([customer('a'), customer('b')]);
    provider.putCustomers([customer('c')]);
    expect((await total())?.value).to.equal(5003);
    provider.removeCustomers(['a', 'b', 'c', '1']);
    expect((await total())?.value).to.equal(4999);
  });

  it('may be of more customers than are worth repairing', async () => {
    const customers = Array.from({ length: 6000 }, (_, index) => customer(String(index)));
    const provider = new MemoryProvider(customers);
    const query = { page: { offset: 0, limit: 1 }, ...byName };
    await provider.listCustomers(query, callWith());
    provider.putCustomers(customers.map(({ id }) => customer(id, { name: `Now ${id}` })));
    expect((await provider.listCustomers(query, callWith())).items[0]?.name).to.equal('Now 0');
  });
});
