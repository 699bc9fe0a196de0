import { expect } from '@open-wc/testing';
import type { CustomersQuery } from '../../../../src/domain/query.js';
import { LongList } from '../../../../src/providers/memory/long-list/long-list.js';
import { SharedWork, Slices } from '../../../../src/providers/memory/long-list/slices.js';
import { MemoryProvider } from '../../../../src/providers/memory/memory-provider.js';
import { sampleCustomers } from '../../../../src/testing/index.js';
import { callWith, customer, now } from '../../samples.js';
import { IdleTime } from './idle-time.js';

const page = { offset: 0, limit: 10 };
const customers = sampleCustomers(6_000, { now });

const next: readonly Partial<CustomersQuery>[] = [
  { sort: [{ field: 'name', direction: 'descending' }] },
  { sort: [{ field: 'upcomingExpiration', direction: 'ascending' }] },
  { sort: [{ field: 'expirationStatus', direction: 'ascending' }] },
  { search: 'a' },
];

describe('LongList: what it prepares in idle time', () => {
  let idle: IdleTime;
  beforeEach(() => (idle = new IdleTime()));
  afterEach(() => idle.end());

  it('is all that the next questions need as a rule', async () => {
    let reads = 0;
    const watched = customers.map((row) =>
      Object.defineProperties(
        { ...row },
        {
          name: { get: () => ((reads += 1), row.name) },
          expirations: { get: () => ((reads += 1), row.expirations) },
        },
      ),
    );
    const list = new LongList(watched, () => 'a snapshot');
    await list.window({ page }, 0, callWith());
    await idle.come();
    expect(idle.waiting + reads, 'unasked').to.equal(0);
    list.prepare(callWith());
    list.prepare(callWith());
    expect(reads, 'not at once').to.equal(0);
    let moments = 0;
    for (; idle.waiting > 0; moments += 1) await idle.come();
    expect(moments).to.be.above(0);
    expect(reads).to.be.above(0);
    reads = 0;
    for (const query of next) {
      await list.window({ page, ...query }, 0, callWith());
      expect(reads, `rows read for ${JSON.stringify(query)}`).to.equal(0);
    }
    expect(idle.waiting, 'once').to.equal(0);
  });

  it('begins once the provider has answered a first question', async () => {
    const provider = new MemoryProvider(customers);
    await idle.come();
    expect(idle.waiting).to.equal(0);
    await provider.listCustomers({ page, search: 'a' }, callWith());
    await idle.come();
    expect(idle.waiting).to.equal(1);
  });

  it('does not keep a question waiting', async () => {
    const list = new LongList(customers, () => 'a snapshot');
    list.prepare(callWith());
    await idle.come();
    // without another idle moment
    for (const query of next.slice(0, 1)) {
      expect((await list.window({ page, ...query }, 0, callWith())).length).to.equal(customers.length);
    }
  });

  it('is given up when the list is another', async () => {
    const provider = new MemoryProvider(customers);
    const ask = () => provider.listCustomers({ page, search: 'a' }, callWith());
    for (const change of [
      () => provider.putCustomers([customer('1')]),
      () => provider.removeCustomers(['1']),
      () => provider.replaceCustomers([customer('1')]),
    ]) {
      await ask();
      await idle.come();
      expect(idle.waiting).to.equal(1);
      change();
      await idle.come();
      expect(idle.waiting).to.equal(0);
    }
  });
});

describe('SharedWork in idle time', () => {
  it('hurries once somebody waits for it', async () => {
    const idle = new IdleTime();
    const work = new SharedWork(async (slices) => {
      for (let slice = 0; slice < 5; slice += 1) await slices.pause();
      return 'done';
    });
    const wanted = () => true;
    const preparing = work.wait(new Slices(wanted, wanted));
    await idle.come();
    expect(idle.waiting).to.equal(1);
    const answer = work.wait(new Slices(wanted));
    expect(await answer, 'without another idle moment').to.equal('done');
    expect(await preparing).to.equal('done');
    idle.end();
  });
});
