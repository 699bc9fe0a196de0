import { expect } from '@open-wc/testing';
import type { Customer } from '../../../src/domain/customer.js';
import type { CustomersQuery, CustomersSortField, SortDirection } from '../../../src/domain/query.js';
import type { Call, CustomersHint } from '../../../src/providers/customers-provider.js';
import { MemoryProvider } from '../../../src/providers/memory/memory-provider.js';
import { callWith, customer, expectRefusal, expiringOn, hostile, rejectionOf } from '../samples.js';

const directions: readonly SortDirection[] = ['ascending', 'descending'];

/** The IDs of the whole result, in order. */
async function idsOf(
  customers: readonly Customer[],
  query: Partial<CustomersQuery>,
  call: Call = callWith(),
): Promise<readonly string[]> {
  const provider = new MemoryProvider(customers);
  const { items } = await provider.listCustomers({ page: { offset: 0, limit: 1000 }, ...query }, call);
  return items.map(({ id }) => id);
}

const people = [
  customer('1', { name: 'Ægir Größe', externalId: 'W-77' }),
  customer('22', { name: 'Café Noir', relationship: 'granted', tags: ['gold', 'Nordics'] }),
  customer('3', { name: 'cafeteria', tiered: true, tags: ['silver'] }),
];

describe('MemoryProvider: search', () => {
  it('looks in the name, the ID and the external ID', async () => {
    expect(await idsOf(people, { search: 'noir' })).to.deep.equal(['22']);
    expect(await idsOf(people, { search: '22' })).to.deep.equal(['22']);
    expect(await idsOf(people, { search: 'w-7' })).to.deep.equal(['1']);
  });

  it('ignores case, accents and white space around it', async () => {
    expect(await idsOf(people, { search: '  CAFÉ ' })).to.deep.equal(['22', '3']);
    expect(await idsOf(people, { search: 'GROSSE' })).to.deep.equal(['1']);
  });

  it('finds everybody by nothing, and nobody by what is not there', async () => {
    for (const search of ['', '   ', undefined]) expect(await idsOf(people, { search })).to.have.length(3);
    expect(await idsOf(people, { search: 'gold' })).to.deep.equal([]);
    expect(await idsOf(people, { search: '.*' })).to.deep.equal([]);
  });
});

describe('MemoryProvider: filters', () => {
  it('by relationship', async () => {
    expect(await idsOf(people, { relationship: 'granted' })).to.deep.equal(['22']);
    expect(await idsOf(people, { relationship: 'managed' })).to.deep.equal(['1', '3']);
  });

  it('by child organizations; not known is none', async () => {
    expect(await idsOf(people, { tiered: true })).to.deep.equal(['3']);
    expect(await idsOf(people, { tiered: false })).to.deep.equal(['1', '22']);
  });

  it('by any of the tags', async () => {
    expect(await idsOf(people, { tags: ['silver', 'Nordics'] })).to.deep.equal(['22', '3']);
    expect(await idsOf(people, { tags: ['Silver'] })).to.deep.equal([]);
    expect(await idsOf(people, { tags: [] })).to.deep.equal([]);
  });

  it('by ID', async () => {
    expect(await idsOf(people, { ids: ['3', '22', 'nobody'] })).to.deep.equal(['22', '3']);
    expect(await idsOf(people, { ids: [] })).to.deep.equal([]);
  });

  it('by beacon problems; not known is none', async () => {
    const customers = [
      customer('well'),
      customer('ill', { beacons: { state: 'ready', value: { total: 3, unhealthy: 1 } } }),
      customer('unsaid', { beacons: { state: 'ready', value: { total: 3 } } }),
      customer('hidden', { beacons: { state: 'forbidden' } }),
    ];
    expect(await idsOf(customers, { beaconProblems: true })).to.deep.equal(['ill']);
    expect(await idsOf(customers, { beaconProblems: false })).to.deep.equal(['well', 'unsaid', 'hidden']);
  });

  it('by days to the next expiry, both ends included', async () => {
    const customers = [
      customer('yesterday', { expirations: expiringOn(['2026-06-14']) }),
      customer('today', { expirations: expiringOn(['2026-06-15']) }),
      customer('in 7', { expirations: expiringOn(['2026-06-22']) }),
      customer('in 8', { expirations: expiringOn(['2026-06-23']) }),
      customer('never', { expirations: expiringOn([], 1) }),
      customer('pending', { expirations: { state: 'pending' } }),
    ];
    expect(await idsOf(customers, { expiresWithinDays: 7 })).to.deep.equal(['today', 'in 7']);
    expect(await idsOf(customers, { expiresWithinDays: 0 })).to.deep.equal(['today']);
    const apia = callWith({ timeZone: 'Pacific/Kiritimati' });
    expect(await idsOf(customers, { expiresWithinDays: 7 }, apia), 'a day ahead').to.deep.equal(['in 7', 'in 8']);
  });

  it('combines all with AND', async () => {
    expect(await idsOf(people, { search: 'caf', tiered: false })).to.deep.equal(['22']);
    expect(await idsOf(people, { search: 'caf', tiered: false, relationship: 'managed' })).to.deep.equal([]);
  });
});

const byStatus = [
  customer('expired', { expirations: expiringOn(['2026-06-01', '2026-06-20']) }),
  customer('30', { expirations: expiringOn(['2026-07-15']) }),
  customer('31', { expirations: expiringOn(['2026-07-16']) }),
  customer('61', { expirations: expiringOn(['2026-08-15']) }),
  customer('none', { expirations: expiringOn() }),
  customer('pending', { expirations: { state: 'pending' } }),
  customer('forbidden', { relationship: 'granted', expirations: { state: 'forbidden' } }),
];

describe('MemoryProvider: status', () => {
  it('filters by one or several, each of which is exclusive', async () => {
    expect(await idsOf(byStatus, { statuses: ['expired'] })).to.deep.equal(['expired']);
    expect(await idsOf(byStatus, { statuses: ['expires-in-60'] })).to.deep.equal(['31']);
    expect(await idsOf(byStatus, { statuses: ['expires-in-30', 'none'] })).to.deep.equal(['30', '61', 'none']);
    expect(await idsOf(byStatus, { statuses: ['unknown'] })).to.deep.equal(['pending', 'forbidden']);
    expect(await idsOf(byStatus, { statuses: ['expires-in-45'] })).to.deep.equal([]);
    expect(await idsOf(byStatus, { statuses: [] })).to.deep.equal([]);
  });

  it('counts without the status filter, but with every other', async () => {
    const provider = new MemoryProvider(byStatus);
    const page = { offset: 0, limit: 1 };
    const counts = { expired: 1, 'expires-in-30': 1, 'expires-in-60': 1, none: 2, unknown: 2, all: 7 };
    for (const statuses of [undefined, ['none'], []] as const) {
      const answer = await provider.listCustomers({ page, statuses, include: ['statusCounts'] }, callWith());
      expect(answer.statusCounts).to.deep.equal(counts);
      expect(answer).not.to.have.property('total');
    }
    const granted = await provider.listCustomers(
      { page, relationship: 'granted', statuses: ['none'], include: ['total', 'statusCounts'] },
      callWith(),
    );
    expect(granted.statusCounts).to.include({ all: 1, unknown: 1, expired: 0, 'expires-in-30': 0, none: 0 });
    expect(granted.total).to.deep.equal({ value: 0, precision: 'exact' });
  });

  it('follows the thresholds, the moment and the time zone of each question', async () => {
    const provider = new MemoryProvider([customer('1', { expirations: expiringOn(['2026-07-15']) })]);
    const query = { page: { offset: 0, limit: 1 }, include: ['statusCounts'] } as const;
    const { policy } = callWith();
    const questions: readonly (readonly [call: Partial<Call>, status: string])[] = [
      [{}, 'expires-in-30'],
      [{ policy: { ...policy, horizons: [7, 90] } }, 'expires-in-90'],
      [{ now: new Date('2026-07-16T00:00:00Z') }, 'expired'],
      [{ now: new Date('2026-07-16T00:00:00Z'), policy: { ...policy, graceDays: 0 } }, 'none'],
      [{ now: new Date('2026-07-16T00:00:00Z'), timeZone: 'America/New_York' }, 'expires-in-30'],
      [{ now: new Date(NaN) }, 'unknown'],
      [{}, 'expires-in-30'],
    ];
    for (const [call, status] of questions) {
      const { statusCounts } = await provider.listCustomers(query, callWith(call));
      expect(statusCounts, status).to.include({ [status]: 1, all: 1 });
    }
  });
});

describe('MemoryProvider: sort', () => {
  const sortedBy = (customers: readonly Customer[], field: CustomersSortField, direction: SortDirection) =>
    idsOf(customers, { sort: [{ field, direction }] });

  it('keeps the order that they came in where none is asked for', async () => {
    expect(await idsOf(people, {})).to.deep.equal(['1', '22', '3']);
    expect(await idsOf(people, { sort: [] })).to.deep.equal(['1', '22', '3']);
  });

  it('compares text as the reader does, and the numbers in it as numbers', async () => {
    const customers = ['Zebra 10', 'zebra 9', 'Öl', 'Apfel', 'Ähre'].map((name, id) => customer(`${id}`, { name }));
    expect(await sortedBy(customers, 'name', 'ascending')).to.deep.equal(['4', '3', '2', '1', '0']);
    const swedish = callWith({ locale: 'sv' });
    const sort = [{ field: 'name', direction: 'ascending' }] as const;
    expect(await idsOf(customers, { sort }, swedish)).to.deep.equal(['3', '1', '0', '4', '2']);
    expect(await sortedBy([customer('10'), customer('9')], 'id', 'ascending')).to.deep.equal(['9', '10']);
    expect(await sortedBy([customer('9'), customer('10')], 'id', 'descending')).to.deep.equal(['10', '9']);
  });

  it('puts blanks last in both directions', async () => {
    const customers = [
      customer('1', { externalId: '' }),
      customer('2', { externalId: 'W2' }),
      customer('3', { externalId: '  ' }),
      customer('4', { externalId: 'W1' }),
      customer('5'),
    ];
    for (const [direction, known] of [
      ['ascending', ['4', '2']],
      ['descending', ['2', '4']],
    ] as const) {
      const ids = await sortedBy(customers, 'externalId', direction);
      expect(ids.slice(0, 2)).to.deep.equal(known);
      expect(ids.slice(2)).to.have.members(['1', '3', '5']);
    }
  });

  it('sorts beacons by number; not known is blank, zero is not', async () => {
    const customers = [
      customer('hidden', { beacons: { state: 'forbidden' } }),
      customer('10', { beacons: { state: 'ready', value: { total: 10 } } }),
      customer('0', { beacons: { state: 'ready', value: { total: 0 } } }),
      customer('9', { beacons: { state: 'ready', value: { total: 9 } } }),
    ];
    expect(await sortedBy(customers, 'beacons', 'ascending')).to.deep.equal(['0', '9', '10', 'hidden']);
    expect(await sortedBy(customers, 'beacons', 'descending')).to.deep.equal(['10', '9', '0', 'hidden']);
  });

  it('sorts the next expiry by date, then No expirations, No entitlements and unknown', async () => {
    const customers = [
      customer('unknown', { expirations: { state: 'unavailable' } }),
      customer('no entitlements', { expirations: expiringOn() }),
      customer('no expirations', { expirations: expiringOn([], 1) }),
      customer('later', { expirations: expiringOn(['2027-01-01']) }),
      customer('sooner', { expirations: expiringOn(['2026-06-01', '2026-06-16T00:00:00Z']) }),
    ];
    const blanks = ['no expirations', 'no entitlements', 'unknown'];
    expect(await sortedBy(customers, 'upcomingExpiration', 'ascending')).to.deep.equal(['sooner', 'later', ...blanks]);
    expect(await sortedBy(customers, 'upcomingExpiration', 'descending')).to.deep.equal(['later', 'sooner', ...blanks]);
  });

  it('sorts the status by urgency, then the dash and unknown', async () => {
    const blanks = ['61', 'none', 'forbidden', 'pending'];
    const rising = await sortedBy([...byStatus].reverse(), 'expirationStatus', 'ascending');
    expect(rising).to.deep.equal(['expired', '30', '31', ...blanks]);
    const falling = await sortedBy([...byStatus].reverse(), 'expirationStatus', 'descending');
    expect(falling).to.deep.equal(['31', '30', 'expired', ...blanks]);
  });

  it('applies several keys in their order, and the ID last', async () => {
    const customers = [
      customer('10', { name: 'B', externalId: 'x' }),
      customer('9', { name: 'B', externalId: 'x' }),
      customer('3', { name: 'B', externalId: 'y' }),
      customer('4', { name: 'A', externalId: 'x' }),
    ];
    for (const direction of directions) {
      const sort = [
        { field: 'name', direction: 'descending' },
        { field: 'externalId', direction },
      ] as const;
      const pair = ['9', '10'];
      const expected = direction === 'ascending' ? [...pair, '3', '4'] : ['3', ...pair, '4'];
      expect(await idsOf(customers, { sort })).to.deep.equal(expected);
    }
  });

  it('puts the pinned first, whatever the sort and in its order', async () => {
    const sort = [{ field: 'name', direction: 'ascending' }] as const;
    const customers = ['D', 'C', 'B', 'A'].map((name) => customer(name, { name }));
    expect(await idsOf(customers, { pinned: ['C', 'D', 'gone'], sort })).to.deep.equal(['C', 'D', 'A', 'B']);
    expect(await idsOf(customers, { pinned: ['A', 'C'] })).to.deep.equal(['C', 'A', 'D', 'B']);
    expect(await idsOf(customers, { pinned: ['A'], search: 'B' })).to.deep.equal(['B']);
    expect(await idsOf(customers, { pinned: [] })).to.deep.equal(['D', 'C', 'B', 'A']);
  });

  it('leaves the given list as it is', async () => {
    const customers = [customer('2'), customer('1')];
    expect(await sortedBy(customers, 'id', 'ascending')).to.deep.equal(['1', '2']);
    expect(customers.map(({ id }) => id)).to.deep.equal(['2', '1']);
  });
});

describe('MemoryProvider: a locale or a time zone that is none', () => {
  const customers = [
    customer('1', { name: 'b', expirations: expiringOn(['2026-06-15']) }),
    customer('2', { name: 'a', expirations: expiringOn(['2026-06-14T23:00:00Z']) }),
  ];
  const query = { sort: [{ field: 'name', direction: 'ascending' }], expiresWithinDays: 0 } as const;

  for (const [kind, many] of [
    ['few', []],
    ['many', Array.from({ length: 6000 }, (_, index) => customer(`m${index}`))],
  ] as const) {
    it(`counts as none in particular and as UTC, with ${kind} customers`, async () => {
      for (const nonsense of ['not a language', '', 'x', '\u0000', 'Mars/Olympus', undefined, 5, null]) {
        const call = callWith({ locale: hostile<string>(nonsense), timeZone: hostile<string>(nonsense) });
        expect(await idsOf([...customers, ...many], query, call), String(nonsense)).to.deep.equal(['1']);
        const { sort } = query;
        expect((await idsOf([...customers, ...many], { sort }, call)).slice(0, 2)).to.deep.equal(['2', '1']);
      }
    });
  }
});

describe('MemoryProvider: offer', () => {
  it('describes itself', async () => {
    const described = await new MemoryProvider([], { can: { add: true } }).describe(callWith());
    expect(described).to.deep.equal({
      version: 1,
      paging: 'offset',
      pins: true,
      statusCounts: true,
      can: { add: true },
    });
    expect((await new MemoryProvider([]).describe(callWith())).can).to.equal(undefined);
  });

  it('offers entitlements and beacons only where it was given them', () => {
    const bare = new MemoryProvider([]);
    expect(bare.listEntitlements).to.equal(undefined);
    expect(bare.listBeacons).to.equal(undefined);
    expect(new MemoryProvider([], { beacons: new Map() }).listEntitlements).to.equal(undefined);
    expect(new MemoryProvider([], { entitlements: new Map() }).listBeacons).to.equal(undefined);
  });

  it('gives the lists from a map or a function, and does not know the others', async () => {
    const entitlements = [{ id: 'e', product: 'p', capability: 'c', expires: null }];
    const beacons = [{ id: 'b', name: 'B', connectivity: 'ok' }] as const;
    const seen: unknown[] = [];
    const provider = new MemoryProvider([], {
      entitlements: new Map([['1', entitlements]]),
      beacons: async (id, call) => {
        seen.push(id, call);
        return beacons;
      },
    });
    const call = callWith();
    expect(await provider.listEntitlements?.('1', call)).to.equal(entitlements);
    expect(await provider.listBeacons?.('7', call)).to.equal(beacons);
    expect(seen).to.deep.equal(['7', call]);
    const { listEntitlements } = provider;
    if (!listEntitlements) return expect.fail('offers entitlements');
    await expectRefusal(listEntitlements('2', call), 'unsupported');
  });

  it('hints that everything may have changed when it takes other customers', async () => {
    const provider = new MemoryProvider(people);
    const query = { page: { offset: 0, limit: 10 } };
    expect((await provider.listCustomers(query, callWith())).items).to.have.length(3);
    const stop = new AbortController();
    const hints: CustomersHint[] = [];
    provider.subscribe((hint) => hints.push(hint), { signal: stop.signal });
    provider.replaceCustomers([customer('new')]);
    expect(hints).to.deep.equal([{ type: 'invalidated' }]);
    expect((await provider.listCustomers(query, callWith())).items.map(({ id }) => id)).to.deep.equal(['new']);
    stop.abort();
    provider.replaceCustomers([]);
    expect(hints).to.have.length(1);
  });
});

describe('MemoryProvider: abort', () => {
  it('answers nobody who has gone, with the reason of the signal', async () => {
    const reason = new Error('gone');
    const call = callWith({ signal: AbortSignal.abort(reason) });
    const provider = new MemoryProvider(people, { entitlements: new Map([['1', []]]), beacons: () => [] });
    const { listEntitlements, listBeacons } = provider;
    if (!listEntitlements || !listBeacons) return expect.fail('offers both');
    expect(await rejectionOf(provider.describe(call))).to.equal(reason);
    expect(await rejectionOf(provider.listCustomers({ page: { offset: 0, limit: 1 } }, call))).to.equal(reason);
    expect(await rejectionOf(listEntitlements('1', call))).to.equal(reason);
    expect(await rejectionOf(listBeacons('1', call))).to.equal(reason);
  });

  it('answers nobody who went while a list was fetched', async () => {
    const controller = new AbortController();
    const { listBeacons } = new MemoryProvider([], {
      beacons: async () => {
        controller.abort(new Error('gone'));
        return [];
      },
    });
    if (!listBeacons) return expect.fail('offers beacons');
    expect(await rejectionOf(listBeacons('1', callWith({ signal: controller.signal })))).to.have.property(
      'message',
      'gone',
    );
  });
});

describe('MemoryProvider: rows that are none', () => {
  const rows: readonly unknown[] = [
    null,
    5,
    'row',
    {},
    { id: 7, name: ['x'], externalId: {}, tags: 'gold', beacons: 3, expirations: 'soon' },
    {
      ...customer('a'),
      beacons: { state: 'ready', value: null },
      expirations: { state: 'ready', value: { dates: 1 } },
    },
    { ...customer('b'), expirations: { state: 'ready', value: { undated: 0, unreadable: 0, dates: [5] } } },
    { ...customer('c'), expirations: { ...expiringOn(['2026-06-16']), missing: [5] }, tags: [null, 'gold'] },
    customer('d', { expirations: expiringOn(['2026-06-16']) }),
  ];
  const provider = new MemoryProvider(hostile<Customer[]>(rows));

  it('passes them through, for the boundary to judge', async () => {
    const { items } = await provider.listCustomers({ page: { offset: 0, limit: 100 } }, callWith());
    expect(items).to.deep.equal(rows);
  });

  it('takes them for blank in every search, filter and sort', async () => {
    const page = { offset: 0, limit: 100 };
    for (const field of ['name', 'id', 'externalId', 'beacons', 'upcomingExpiration', 'expirationStatus'] as const) {
      for (const direction of directions) {
        const query = { page, sort: [{ field, direction }], pinned: ['c'], include: ['statusCounts'] } as const;
        const answer = await provider.listCustomers(query, callWith());
        expect(answer.items).to.have.members(rows);
        expect(answer.items[0]).to.have.property('id', 'c');
        expect(answer.statusCounts).to.include({ all: 9, unknown: 8, 'expires-in-30': 1 });
      }
    }
    const finds = async (query: Partial<CustomersQuery>) =>
      (await provider.listCustomers({ page, ...query }, callWith())).items.map((item) => item?.id);
    expect(await finds({ search: 'customer' })).to.deep.equal(['a', 'b', 'c', 'd']);
    expect(await finds({ tags: ['gold'] })).to.deep.equal(['c']);
    expect(await finds({ beaconProblems: true })).to.deep.equal([]);
    expect(await finds({ tiered: true })).to.deep.equal([]);
    expect(await finds({ expiresWithinDays: 9 })).to.deep.equal(['d']);
    expect(await finds({ ids: ['d', '7'] })).to.deep.equal(['d']);
  });
});
