import { expect } from '@open-wc/testing';
import type { CustomersQuery } from '../../../src/domain/query.js';
import { MemoryProvider } from '../../../src/providers/memory/memory-provider.js';
import { callWith, customer, expectRefusal, hostile } from '../samples.js';

const five = ['1', '2', '3', '4', '5'].map((id) => customer(id));
const provider = new MemoryProvider(five);

describe('MemoryProvider: windows by position', () => {
  it('gives the window that it was asked for, and where it begins', async () => {
    const { items, offset, ...more } = await provider.listCustomers({ page: { offset: 1, limit: 2 } }, callWith());
    expect(items.map(({ id }) => id)).to.deep.equal(['2', '3']);
    expect(offset).to.equal(1);
    expect(more).not.to.have.any.keys('nextCursor', 'total', 'statusCounts');
  });

  it('ends with the list', async () => {
    const windows: readonly (readonly [offset: number, limit: number, length: number])[] = [
      [3, 10, 2],
      [5, 10, 0],
      [10 ** 9, 10, 0],
      [0, 0, 0],
      [0, Number.MAX_SAFE_INTEGER, 5],
    ];
    for (const [offset, limit, length] of windows) {
      const page = await provider.listCustomers({ page: { offset, limit }, include: ['total'] }, callWith());
      expect(page.items).to.have.length(length);
      expect(page.offset).to.equal(offset);
      expect(page.total).to.deep.equal({ value: 5, precision: 'exact' });
    }
  });

  it('gives an empty list an answer', async () => {
    const page = await new MemoryProvider([]).listCustomers(
      { page: { offset: 0, limit: 5 }, include: ['total', 'statusCounts'] },
      callWith(),
    );
    expect(page.items).to.deep.equal([]);
    expect(page.total?.value).to.equal(0);
    expect(page.statusCounts).to.include({ all: 0, expired: 0, none: 0, unknown: 0 });
  });
});

describe('MemoryProvider: pages by cursor', () => {
  it('leads through the list, and ends', async () => {
    const pages: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, nextCursor } = await provider.listCustomers({ page: { limit: 2, cursor } }, callWith());
      pages.push(items.map(({ id }) => id).join());
      cursor = nextCursor;
    } while (cursor !== undefined && pages.length < 9);
    expect(pages).to.deep.equal(['1,2', '3,4', '5']);
  });

  it('has no next page where the last one was full', async () => {
    const page = await provider.listCustomers({ page: { limit: 5 } }, callWith());
    expect(page.items).to.have.length(5);
    expect(page).not.to.have.property('nextCursor');
  });

  it('does not care for the snapshot, because its lists stand still', async () => {
    const { snapshot } = await provider.listCustomers({ page: { limit: 2 } }, callWith());
    expect(snapshot).to.be.a('string');
    const next = await provider.listCustomers({ page: { limit: 2, cursor: '2' }, snapshot }, callWith());
    expect(next.items.map(({ id }) => id)).to.deep.equal(['3', '4']);
  });
});

describe('MemoryProvider: queries that cannot be meant', () => {
  const page = { offset: 0, limit: 1 };

  it('refuses a broken part, and names it', async () => {
    const broken: { readonly [Part in keyof CustomersQuery]-?: readonly unknown[] } = {
      search: [5, null, {}],
      statuses: ['none', ['lost'], [5], ['expires-in-'], ['expires-in-30 '], ['all']],
      expiresWithinDays: [-1, 1.5, NaN, '7', null],
      relationship: ['owned', null],
      tiered: ['yes', 1, null],
      beaconProblems: ['no', 0],
      tags: ['gold', [5]],
      ids: ['1', [1]],
      pinned: ['1', [1], Array.from({ length: 501 }, String)],
      sort: [
        'name',
        ['name'],
        [null],
        [{ field: 'name' }],
        [{ field: 'colour', direction: 'ascending' }],
        [{ field: 'name', direction: 'up' }],
      ],
      page: [
        undefined,
        null,
        5,
        {},
        { offset: 0 },
        { limit: -1 },
        { limit: '5' },
        { limit: 1.5 },
        { limit: 1, offset: -1 },
        { limit: 1, offset: '0' },
        { limit: 1, cursor: 5 },
        { limit: 1, cursor: '' },
        { limit: 1, cursor: '-1' },
        { limit: 1, cursor: '1e3' },
        { limit: 1, cursor: '9'.repeat(16) },
      ],
      snapshot: [1, null],
      include: ['total', ['everything']],
    };
    for (const [part, values] of Object.entries(broken)) {
      for (const value of values) {
        const query = hostile<CustomersQuery>({ page, [part]: value });
        await expectRefusal(provider.listCustomers(query, callWith()), 'invalid-query', part);
        await provider.listCustomers(query, callWith()).catch((reason: unknown) => {
          expect(reason).to.have.property('message').that.includes(part);
        });
      }
    }
  });

  it('refuses what is no query', async () => {
    for (const query of [null, undefined, 5, 'all', []]) {
      await expectRefusal(provider.listCustomers(hostile<CustomersQuery>(query), callWith()), 'invalid-query');
    }
  });

  it('takes the most that may be asked', async () => {
    const query: CustomersQuery = {
      page: { limit: 1, cursor: undefined },
      pinned: Array.from({ length: 500 }, (_, index) => `p${index}`),
      statuses: ['none', 'unknown', 'expired', 'expires-in-7'],
      snapshot: '',
      include: [],
      sort: [],
    };
    expect((await provider.listCustomers(query, callWith())).items.map(({ id }) => id)).to.deep.equal(['1']);
  });
});
