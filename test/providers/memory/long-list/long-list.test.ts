import { expect } from '@open-wc/testing';
import type { Customer } from '../../../../src/domain/customer.js';
import type { CustomersQuery } from '../../../../src/domain/query.js';
import { LongList } from '../../../../src/providers/memory/long-list/long-list.js';
import { MemoryProvider } from '../../../../src/providers/memory/memory-provider.js';
import { ShortList } from '../../../../src/providers/memory/short-list.js';
import { sampleCustomers } from '../../../../src/testing/index.js';
import { callWith, customer, expiringOn, hostile, now, rejectionOf } from '../../samples.js';

const byName = [{ field: 'name', direction: 'ascending' }] as const;
const page = { offset: 0, limit: 10 };

function counter(): () => string {
  let count = 0;
  return () => String((count += 1));
}

/** Whether a promise is settled before anything but microtasks has run. */
async function isSettledAtOnce(promise: Promise<unknown>): Promise<boolean> {
  let isSettled = false;
  void promise.then(() => (isSettled = true));
  const { port1, port2 } = new MessageChannel();
  await new Promise<void>((resume) => {
    port1.onmessage = () => {
      port1.close();
      resume();
    };
    port2.postMessage(null);
  });
  return isSettled;
}

for (const List of [ShortList, LongList]) {
  describe(`${List.name}: results`, () => {
    const expiring = [customer('1', { expirations: expiringOn(['2026-06-15']) }), customer('2')];
    const query: CustomersQuery = { page, statuses: ['expires-in-30'] };
    const tomorrow = callWith({ now: new Date('2026-06-16T12:00:00Z') });

    it('stand still for whoever gives their snapshot back', async () => {
      const list = new List(expiring, counter());
      const first = await list.window(query, 0, callWith());
      const later = await list.window({ ...query, snapshot: first.snapshot }, 0, tomorrow);
      expect(later).to.deep.equal(first);
      expect(later.length).to.equal(1);
    });

    it('are new at another moment for everybody else', async () => {
      const list = new List(expiring, counter());
      const first = await list.window(query, 0, callWith());
      const later = await list.window(query, 0, tomorrow);
      expect(later.length).to.equal(0);
      expect(later.snapshot).not.to.equal(first.snapshot);
      const other = await list.window({ ...query, statuses: ['none'], snapshot: first.snapshot }, 0, callWith());
      expect(other.snapshot).not.to.equal(first.snapshot);
    });

    it('are kept, the latest of them', async () => {
      const list = new List(expiring, counter());
      const searches = ['1', '2', '3', '4', '5'];
      const snapshot = async (search: string) => (await list.window({ page, search }, 0, callWith())).snapshot;
      for (const search of searches) await snapshot(search);
      expect(await snapshot('5')).to.equal('5');
      expect(await snapshot('2')).to.equal('2');
      expect(await snapshot('1'), 'worked out again').to.equal('6');
    });
  });
}

describe('LongList', () => {
  const customers = sampleCustomers(20_000, { now });

  it('answers from a known result without a pause', async () => {
    const list = new LongList(customers, counter());
    const query = { page, sort: byName, search: 'a' };
    const { snapshot, length } = await list.window(query, 0, callWith());
    for (const offset of [0, 100, length - 5]) {
      const window = list.window({ ...query, page: { offset, limit: 10 }, snapshot }, offset, callWith());
      expect(await isSettledAtOnce(window)).to.equal(true);
      expect((await window).snapshot).to.equal(snapshot);
    }
  });

  it('gives up with the reason of the signal, and answers the next one', async () => {
    const list = new LongList(customers, counter());
    const controller = new AbortController();
    const reason = new Error('another key was pressed');
    const givenUp = list.window({ page, sort: byName }, 0, callWith({ signal: controller.signal }));
    const shared = list.window({ page, sort: byName, search: 'nord' }, 0, callWith());
    controller.abort(reason);
    expect(await rejectionOf(givenUp)).to.equal(reason);
    const short = new ShortList(customers, counter());
    const expected = short.window({ page, sort: byName, search: 'nord' }, 0, callWith());
    expect((await shared).items).to.deep.equal(expected.items);
    const again = await list.window({ page, sort: byName }, 0, callWith());
    expect(again.items).to.deep.equal(short.window({ page, sort: byName }, 0, callWith()).items);
  });

  it('counts statuses for a result that was asked for without', async () => {
    const list = new LongList(customers, counter());
    expect(await list.window({ page }, 0, callWith())).not.to.have.property('statusCounts');
    const { statusCounts } = await list.window({ page, include: ['statusCounts'] }, 0, callWith());
    expect(statusCounts).to.have.property('all', customers.length);
    const without = await list.window({ page }, 0, callWith());
    expect(without).not.to.have.property('statusCounts');
  });

  it('follows the moment in the order of the expiration columns', async () => {
    const rows = [
      customer('1', { expirations: expiringOn(['2026-06-15', '2026-09-01']) }),
      customer('2', { expirations: expiringOn(['2026-08-01']) }),
    ];
    const list = new LongList(rows, counter());
    const sort = [{ field: 'upcomingExpiration', direction: 'ascending' }] as const;
    const ids = async (at: string) => {
      const { items } = await list.window({ page, sort }, 0, callWith({ now: new Date(at) }));
      return items.map(({ id }) => id);
    };
    expect(await ids('2026-06-15T12:00:00Z')).to.deep.equal(['1', '2']);
    expect(await ids('2026-06-16T12:00:00Z')).to.deep.equal(['2', '1']);
    expect(await ids('2026-06-15T12:00:00Z')).to.deep.equal(['1', '2']);
  });

  it('takes rows that are none for blank, as a short list does', async () => {
    const rows = hostile<Customer[]>([
      null,
      5,
      { id: 7, name: ['x'], beacons: 3, expirations: 'soon' },
      customer('b', { name: '' }),
      customer('a', { name: ' ' }),
      customer('a', { name: 'Twice' }),
      undefined,
    ]);
    const longList = new LongList(rows, counter());
    const shortList = new ShortList(rows, counter());
    for (const field of ['name', 'id', 'externalId', 'beacons', 'upcomingExpiration', 'expirationStatus'] as const) {
      for (const direction of ['ascending', 'descending'] as const) {
        for (const more of [{}, { pinned: ['b'] }, { search: 'a', relationship: 'managed' }] as const) {
          const query = { page, sort: [{ field, direction }], ...more, include: ['statusCounts'] } as const;
          const long = await longList.window(query, 0, callWith());
          const short = shortList.window(query, 0, callWith());
          expect(long.items, JSON.stringify(query)).to.deep.equal(short.items);
          expect(long.statusCounts).to.deep.equal(short.statusCounts);
        }
      }
    }
  });
});

describe('MemoryProvider with many customers', () => {
  const customers = sampleCustomers(6000, { now });

  it('answers as with few', async () => {
    const provider = new MemoryProvider(customers);
    const query = { page: { offset: 40, limit: 60 }, sort: byName, search: 'o', include: ['total'] } as const;
    const answer = await provider.listCustomers(query, callWith());
    const expected = new ShortList(customers, counter()).window(query, 40, callWith());
    expect(answer.items).to.deep.equal(expected.items);
    expect(answer.total).to.deep.equal({ value: expected.length, precision: 'exact' });
  });

  it('answers who asks for all as they came before the code for long lists is there, and the same after', async () => {
    const provider = new MemoryProvider(customers);
    const query = { page: { offset: 40, limit: 60 }, search: '', include: ['total'] } as const;
    const first = provider.listCustomers(query, callWith());
    expect(await isSettledAtOnce(first)).to.equal(true);
    expect(await first).to.deep.include({
      items: customers.slice(40, 100),
      total: { value: 6000, precision: 'exact' },
    });
    await provider.listCustomers({ page, sort: byName }, callWith());
    const { snapshot } = await first;
    const later = provider.listCustomers({ ...query, snapshot }, callWith());
    expect(await isSettledAtOnce(later)).to.equal(true);
    expect(await later).to.deep.equal(await first);
  });

  it('answers with a change that was made before the code for long lists was there', async () => {
    const provider = new MemoryProvider(customers);
    const all = async () => provider.listCustomers({ page, include: ['total'] }, callWith());
    const { snapshot } = await all();
    provider.removeCustomers([customers[0]?.id ?? '']);
    provider.putCustomers([customer(customers[1]?.id ?? '', { name: 'Another' })]);
    const after = await all();
    expect(after.total?.value).to.equal(5999);
    expect(after.items[0]).to.deep.include({ name: 'Another' });
    expect(after.snapshot).not.to.equal(snapshot);
    provider.removeCustomers([]);
    provider.replaceCustomers([...customers, customer('one more')]);
    await provider.listCustomers({ page, sort: byName }, callWith());
    expect((await all()).total?.value, 'whatever is left to be done to the list before').to.equal(6001);
  });

  it('takes other customers, also while it is answering', async () => {
    const provider = new MemoryProvider(customers);
    const before = provider.listCustomers({ page, include: ['total'] }, callWith());
    provider.replaceCustomers(customers.slice(0, 5500));
    const after = await provider.listCustomers({ page, include: ['total'] }, callWith());
    expect((await before).total?.value).to.equal(6000);
    expect(after.total?.value).to.equal(5500);
    expect(after.snapshot).not.to.equal((await before).snapshot);
  });
});
