import { expect } from '@open-wc/testing';
import type { Customer } from '../../../src/domain/customer.js';
import { foldText } from '../../../src/domain/search-text.js';
import type { CustomersQuery } from '../../../src/domain/query.js';
import type { Call, CustomersHint, CustomersPage } from '../../../src/providers/customers-provider.js';
import { ProviderError } from '../../../src/providers/provider-error.js';
import { MemoryProvider } from '../../../src/providers/memory/memory-provider.js';
import { conformanceCustomers, sampleEntitlements } from '../../../src/testing/index.js';
import { now } from '../../providers/samples.js';
import { failuresOf, outcomesOf } from './collecting-runner.js';
import { EditableProvider } from './editable-provider.js';

const customers = conformanceCustomers({ now });
const entitlements = new Map(
  customers
    .filter(({ expirations }) => expirations.state !== 'forbidden')
    .map((customer) => [customer.id, sampleEntitlements(customer)]),
);
const beacons = new Map(
  customers.flatMap((customer) => {
    const { id, beacons: summary } = customer;
    if (summary.state !== 'ready') return [];
    const list = Array.from({ length: summary.value.total }, (_, index) => ({
      id: String(index),
      name: `Beacon ${index}`,
      connectivity: 'ok' as const,
    }));
    return [[id, list] as const];
  }),
);
const everything = { entitlements, beacons, can: { add: true } };
const options = { customers, call: { now }, answerWithin: 300, hintWithin: 300 };

describe('describeProvider', () => {
  it('passes a provider that does everything, and skips nothing but what it does not offer', async () => {
    const outcomes = await outcomesOf(() => new EditableProvider(customers, everything), options);
    expect(failuresOf(outcomes)).to.deep.equal([]);
    const skipped = [...outcomes].filter(([, outcome]) => outcome.startsWith('skipped'));
    expect(skipped).to.deep.equal([
      ['creates nothing where the viewer may not', 'skipped: the viewer may add customers'],
    ]);
    expect(outcomes.size).to.be.greaterThan(50);
  });

  it('passes one that denies whatever it may deny', async () => {
    const denied = customers.map(({ can: _can, ...customer }) => customer);
    const outcomes = await outcomesOf(() => new EditableProvider(denied), { ...options, customers: denied });
    expect(failuresOf(outcomes)).to.deep.equal([]);
    expect(outcomes.get('creates nothing where the viewer may not')).to.equal('passed');
    expect(outcomes.get('changes no customer that the viewer may not edit')).to.equal('passed');
    expect(outcomes.get('deletes no customer that the viewer may not delete')).to.equal('passed');
  });

  it('skips what a provider does not offer, with the reason', async () => {
    class Bare extends MemoryProvider {
      override async describe({ signal }: Call): ReturnType<MemoryProvider['describe']> {
        signal.throwIfAborted();
        return { version: 1, paging: 'cursor', sortable: ['name'] };
      }

      override async listCustomers(query: CustomersQuery, call: Call): Promise<CustomersPage> {
        if (query.tags || query.sort?.some(({ field }) => field !== 'name')) throw new ProviderError('unsupported');
        const { offset: _offset, snapshot: _snapshot, total: _total, ...page } = await super.listCustomers(query, call);
        return page;
      }
    }
    const outcomes = await outcomesOf(() => new Bare(customers), options);
    expect(failuresOf(outcomes)).to.deep.equal([]);
    expect(Object.fromEntries(outcomes)).to.include({
      'gives windows by position without a gap or a duplicate': 'skipped: the list goes by cursor',
      'gives windows by cursor without a gap or a duplicate': 'passed',
      'tells the true total': 'skipped: no total is exact, and none is a lower bound',
      'names another result than the one that a window was asked of': 'skipped: results have no names',
      'sorts by beacons in both directions, blanks last, equal ones by organization ID':
        'skipped: beacons cannot be sorted by',
      'puts pinned customers on top, whatever the sort': 'skipped: the description does not offer pins',
      'filters by tags': 'skipped: the filter tags is not offered (unsupported)',
      'gives a customer as its row shows it': 'skipped: getCustomer is not offered',
      'deletes customers, with an outcome for each': 'skipped: deleteCustomers is not offered',
      'tells who has changed, and then gives the change': 'skipped: nothing can be changed',
    });
  });

  it('reads the truth from the provider where nobody says it', async () => {
    const outcomes = await outcomesOf(() => new MemoryProvider(customers), { call: { now } });
    expect(failuresOf(outcomes)).to.deep.equal([]);
    expect(outcomes.get('filters by statuses')).to.equal('passed');
  });

  it('changes nothing where it is told to', async () => {
    const outcomes = await outcomesOf(() => new EditableProvider(customers, everything), {
      ...options,
      readOnly: true,
    });
    expect(failuresOf(outcomes)).to.deep.equal([]);
    expect([...outcomes.keys()].filter((title) => /^(creates|changes|deletes)/.test(title))).to.deep.equal([]);
  });
});

/** Changes what the provider lists. */
function listing(change: (page: CustomersPage, query: CustomersQuery) => CustomersPage): typeof EditableProvider {
  return class extends EditableProvider {
    override async listCustomers(query: CustomersQuery, call: Call): Promise<CustomersPage> {
      return change(await super.listCustomers(query, call), query);
    }
  };
}

/** Asks for something else than it was asked for. */
function asking(change: (query: CustomersQuery) => CustomersQuery): typeof EditableProvider {
  return class extends EditableProvider {
    override listCustomers(query: CustomersQuery, call: Call): Promise<CustomersPage> {
      return super.listCustomers(change(query), call);
    }
  };
}

/** Sorts the whole list by another order than the domain's. */
function ordering(compare: (a: Customer, b: Customer, query: CustomersQuery) => number): typeof EditableProvider {
  return class extends EditableProvider {
    override async listCustomers(query: CustomersQuery, call: Call): Promise<CustomersPage> {
      if (!query.sort) return super.listCustomers(query, call);
      const { snapshot: _snapshot, ...question } = query;
      const whole = await super.listCustomers({ ...question, page: { limit: 10_000, offset: 0 } }, call);
      const start = 'offset' in query.page ? query.page.offset : Number(query.page.cursor ?? 0);
      const end = start + query.page.limit;
      const items = [...whole.items].sort((a, b) => compare(a, b, query)).slice(start, end);
      const { nextCursor: _next, snapshot: _named, ...page } = whole;
      return { ...page, items, offset: start, ...(end < whole.items.length && { nextCursor: String(end) }) };
    }
  };
}

const textOf = ({ externalId = '' }: Customer) => externalId.trim();
const asText = new Intl.Collator('en', { numeric: false });
const never = new Promise<never>(() => undefined);

/** What a provider may do wrong, and the failure that has to say so. */
const faults: readonly (readonly [fault: string, Provider: typeof EditableProvider, sentence: RegExp])[] = [
  [
    'a window that begins one row too late',
    listing((page, { page: asked }) =>
      'offset' in asked && asked.offset > 0 ? { ...page, items: page.items.slice(1) } : page,
    ),
    /is in no window|another than the same rows/,
  ],
  [
    'a window that begins one row too early',
    class extends EditableProvider {
      override listCustomers(query: CustomersQuery, call: Call): Promise<CustomersPage> {
        const { page } = query;
        const isLater = 'offset' in page && page.offset > 0;
        return super.listCustomers(isLater ? { ...query, page: { ...page, offset: page.offset - 1 } } : query, call);
      }
    },
    /says that it begins at|comes twice|another than the same rows/,
  ],
  [
    'a window that is longer than asked',
    listing((page, { page: { limit } }) => (limit < 100 ? { ...page, items: customers.slice(0, limit + 1) } : page)),
    /a window has \d+ rows/,
  ],
  [
    'another snapshot for each window',
    listing((page) => ({ ...page, snapshot: String(Math.random()) })),
    /a later window is of another result/,
  ],
  [
    'a snapshot that is only given back',
    listing((page, { snapshot = '1' }) => ({ ...page, snapshot })),
    /rows of two results/,
  ],
  [
    'a cursor that leads to itself',
    listing((page) => ({ ...page, ...(page.nextCursor && { nextCursor: '0' }) })),
    /leads to itself|comes twice/,
  ],
  [
    'a customer that is never listed',
    listing((page) => ({ ...page, items: page.items.filter(({ id }) => id !== '900000') })),
    /leaves customer 900000 out/,
  ],
  [
    'a row that cannot be read',
    listing((page) => ({ ...page, items: page.items.map(({ name: _name, ...row }) => row as Customer) })),
    /cannot be read/,
  ],
  [
    'a row that comes twice',
    listing((page) => ({ ...page, items: [...page.items.slice(0, -1), ...page.items.slice(0, 1)] })),
    /stands above it/,
  ],
  [
    'a name that is cut off',
    listing((page) => ({ ...page, items: page.items.map((row) => ({ ...row, name: row.name.slice(0, 12) })) })),
    /is listed with other facts: name/,
  ],
  [
    'a total that is off by one',
    listing((page) => ({ ...page, ...(page.total && { total: { value: page.total.value + 1, precision: 'exact' } }) })),
    /the total claims exactly/,
  ],
  [
    'a total that counts the window',
    listing((page) => ({ ...page, ...(page.total && { total: { value: page.items.length, precision: 'exact' } }) })),
    /the total claims exactly/,
  ],
  [
    'a lower bound that is none',
    listing((page) => ({
      ...page,
      ...(page.total && { total: { value: page.total.value + 1, precision: 'at-least' } }),
    })),
    /the total claims at least/,
  ],
  [
    'counts that heed the statuses',
    asking(({ statuses, ...query }) => ({ ...query, ...(!query.include && statuses && { statuses }) })),
    /the total claims/,
  ],
  [
    'counts without those of nobody',
    listing((page) => ({ ...page, ...(page.statusCounts && { statusCounts: { ...page.statusCounts, expired: 0 } }) })),
    /0 for expired, and there are/,
  ],
  [
    'blanks first',
    ordering((a, b) => Number(textOf(a) !== '') - Number(textOf(b) !== '')),
    /a blank externalId is not last/,
  ],
  [
    'blanks that turn around with the direction',
    ordering((a, b, { sort }) =>
      sort?.[0]?.direction === 'descending' ? Number(textOf(a) !== '') - Number(textOf(b) !== '') : 0,
    ),
    /sorted by externalId descending, .* a blank externalId is not last/,
  ],
  [
    'ties in the order of chance',
    ordering((a, b) => (a.name === b.name && a.name === 'Same' ? Number(b.id) - Number(a.id) : 0)),
    /the organization ID does not break the tie/,
  ],
  [
    'ties that turn around with the direction',
    ordering((a, b, { sort }) =>
      sort?.[0]?.direction === 'descending' && a.name === 'Same' && b.name === 'Same' ? Number(b.id) - Number(a.id) : 0,
    ),
    /sorted by name descending, .* tie/,
  ],
  [
    'numbers as text',
    // a total order: what engines make of any other one differs
    ordering((a, b, { sort }) => {
      if (sort?.[0]?.field !== 'name' || sort[0].direction === 'descending') return 0;
      const [name, next] = [a.name.trim(), b.name.trim()];
      return Number(name === '') - Number(next === '') || asText.compare(name, next) || Number(a.id) - Number(b.id);
    }),
    /name is not in order/,
  ],
  [
    'one direction only',
    asking((query) => ({
      ...query,
      ...(query.sort && { sort: query.sort.map(({ field }) => ({ field, direction: 'ascending' as const })) }),
    })),
    /descending, .* is not in order/,
  ],
  [
    'the first sort key only',
    asking((query) => ({ ...query, ...(query.sort && { sort: query.sort.slice(0, 1) }) })),
    /sorts by several columns/,
  ],
  ['pins that are passed over', asking(({ pinned: _pinned, ...query }) => query), /a pinned customer is not on top/],
  [
    'a search that respects case',
    searching((text, search) => text.includes(search)),
    /searches whatever the case: .*leaves customer/,
  ],
  [
    'a search that respects accents',
    searching((text, search) => text.toUpperCase().includes(search.trim().toUpperCase())),
    /searches whatever the accents: .*leaves customer/,
  ],
  [
    'a search for beginnings',
    searching((text, search) => foldText(text).startsWith(foldText(search).trim())),
    /a search leaves customer/,
  ],
  [
    'a search that heeds white space',
    searching((text, search) => foldText(text).includes(foldText(search))),
    /white space.* leaves customer/,
  ],
  [
    'a search where a sign stands for anything',
    searching((text, search) => foldText(text).includes(foldText(search).trim()) || search === '%'),
    /a search finds customer/,
  ],
  [
    'a search of the name only',
    searching((text, search, field) => field === 'name' && foldText(text).includes(foldText(search).trim())),
    /a search leaves customer/,
  ],
  ...(['statuses', 'expiresWithinDays', 'relationship', 'tiered', 'beaconProblems', 'tags', 'ids'] as const).map(
    (filter) =>
      [
        `a filter ${filter} that is passed over`,
        asking(({ [filter]: _filter, ...query }) => query),
        new RegExp(`the filter ${filter} finds customer`),
      ] as const,
  ),
  [
    'a search that the filters replace',
    asking(({ search, ...query }) => ({
      ...query,
      ...(search && !query.statuses && !query.relationship && !query.tiered && { search }),
    })),
    /several parts finds customer/,
  ],
  [
    'nonsense that is passed over',
    class extends EditableProvider {
      override listCustomers(query: CustomersQuery, call: Call): Promise<CustomersPage> {
        return super.listCustomers(query, call).catch((error: unknown) => {
          call.signal.throwIfAborted();
          if (query.page.limit < 0) return { items: [] };
          throw error;
        });
      }
    },
    /"limit":-1.* was answered/,
  ],
  [
    'a failure without a code',
    class extends EditableProvider {
      override listCustomers(query: CustomersQuery, call: Call): Promise<CustomersPage> {
        return super.listCustomers(query, call).catch((error: unknown) => {
          call.signal.throwIfAborted();
          throw new Error(String(error));
        });
      }
    },
    /refused without a code/,
  ],
  [
    'a failure with another code',
    class extends EditableProvider {
      override listCustomers(query: CustomersQuery, call: Call): Promise<CustomersPage> {
        return super.listCustomers(query, call).catch(() => {
          call.signal.throwIfAborted();
          throw new ProviderError('unavailable');
        });
      }
    },
    /refused as unavailable, not as invalid-query/,
  ],
  [
    'a failure that is thrown at once',
    class extends EditableProvider {
      override listCustomers(query: CustomersQuery, call: Call): Promise<CustomersPage> {
        if (query.page.limit < 0) throw new Error('synchronous');
        return super.listCustomers(query, call);
      }
    },
    /throws, where it should reject/,
  ],
  [
    'an abort that is ignored',
    class extends EditableProvider {
      override listCustomers(query: CustomersQuery, call: Call): Promise<CustomersPage> {
        return super.listCustomers(query, { ...call, signal: new AbortController().signal });
      }
    },
    /asked with an aborted signal, is answered all the same/,
  ],
  [
    'an abort on its way that is ignored',
    class extends EditableProvider {
      override async listCustomers(query: CustomersQuery, call: Call): Promise<CustomersPage> {
        call.signal.throwIfAborted();
        const page = await super.listCustomers(query, { ...call, signal: new AbortController().signal });
        if (query.page.limit === 10) await new Promise((resolve) => setTimeout(resolve, 20));
        return page;
      }
    },
    /listCustomers, aborted on its way, is answered all the same/,
  ],
  [
    'an abort that leaves the question open',
    class extends EditableProvider {
      override listCustomers(query: CustomersQuery, call: Call): Promise<CustomersPage> {
        return call.signal.aborted ? never : super.listCustomers(query, call);
      }
    },
    /did not answer within 300 ms/,
  ],
  [
    'an abort with a reason of its own',
    class extends EditableProvider {
      override getCustomer(id: string, call: Call): ReturnType<EditableProvider['getCustomer']> {
        return super.getCustomer(id, call).catch((error: unknown) => {
          throw call.signal.aborted ? new Error('my own') : error;
        });
      }
    },
    /not with the reason of its signal/,
  ],
  [
    'details of nobody',
    class extends EditableProvider {
      override async getCustomer(id: string, call: Call): ReturnType<EditableProvider['getCustomer']> {
        const first = [...this.customers.keys()][0] ?? '';
        return super.getCustomer(this.customers.has(id) ? id : first, call);
      }
    },
    /getCustomer of a customer that does not exist was answered/,
  ],
  [
    'details of another customer',
    class extends EditableProvider {
      override async getCustomer(id: string, call: Call): ReturnType<EditableProvider['getCustomer']> {
        return { ...(await super.getCustomer(id, call)), name: 'Another' };
      }
    },
    /getCustomer gives customer .* another name/,
  ],
  [
    'late columns of another customer',
    class extends EditableProvider {
      override async enrichCustomers(
        ids: readonly string[],
        call: Call,
      ): ReturnType<EditableProvider['enrichCustomers']> {
        const late = await super.enrichCustomers(ids, call);
        return new Map([...late].map(([id]) => [id, { beacons: { state: 'ready', value: { total: 777 } } }]));
      }
    },
    /other beacons than its row/,
  ],
  [
    'late columns of nobody',
    class extends EditableProvider {
      override async enrichCustomers(
        ids: readonly string[],
        call: Call,
      ): ReturnType<EditableProvider['enrichCustomers']> {
        call.signal.throwIfAborted();
        return new Map(ids.map((id) => [id, {}]));
      }
    },
    /knows a customer that does not exist/,
  ],
  [
    'created customers that are not there',
    class extends EditableProvider {
      override async createCustomers(
        drafts: Parameters<EditableProvider['createCustomers']>[0],
      ): ReturnType<EditableProvider['createCustomers']> {
        return {
          outcomes: drafts.map(({ key, name }) => (name ? { key, id: key } : { key, error: { code: 'invalid-data' } })),
        };
      }
    },
    /is not listed by the name of its draft/,
  ],
  [
    'all or nothing',
    class extends EditableProvider {
      override async createCustomers(
        ...all: Parameters<EditableProvider['createCustomers']>
      ): ReturnType<EditableProvider['createCustomers']> {
        const [drafts] = all;
        if (drafts.every(({ name }) => name)) return super.createCustomers(...all);
        return { outcomes: drafts.map(({ key }) => ({ key, error: { code: 'invalid-data' } })) };
      }
    },
    /a sound draft beside a bad one is not created/,
  ],
  [
    'an outcome that is missing',
    class extends EditableProvider {
      override async createCustomers(
        ...all: Parameters<EditableProvider['createCustomers']>
      ): ReturnType<EditableProvider['createCustomers']> {
        const { outcomes } = await super.createCustomers(...all);
        return { outcomes: outcomes.slice(1) };
      }
    },
    /creates with no outcome for/,
  ],
  [
    'a draft without a name that is created',
    class extends EditableProvider {
      protected override created(draft: Parameters<EditableProvider['createCustomers']>[0][number]) {
        return super.created({ ...draft, name: draft.name || 'Unnamed' });
      }
    },
    /a draft without a name was created/,
  ],
  [
    'an idempotency key that is passed over',
    class extends EditableProvider {
      override createCustomers(
        ...[drafts, call]: Parameters<EditableProvider['createCustomers']>
      ): ReturnType<EditableProvider['createCustomers']> {
        return super.createCustomers(drafts, { ...call, idempotencyKey: String(Math.random()) });
      }
    },
    /one idempotency key, sent twice, created 2 customers/,
  ],
  [
    'a conflict that is overwritten',
    class extends EditableProvider {
      override updateCustomer(
        ...[id, patch, { ifVersion: _version, ...call }]: Parameters<EditableProvider['updateCustomer']>
      ): ReturnType<EditableProvider['updateCustomer']> {
        return super.updateCustomer(id, patch, call);
      }
    },
    /updateCustomer of a version from before was answered/,
  ],
  [
    'a patch that clears the rest',
    class extends EditableProvider {
      override put({ externalId: _external, ...customer }: Customer): void {
        super.put(customer);
      }
    },
    /changed a field that the patch does not name/,
  ],
  [
    'an answer from before the change',
    class extends EditableProvider {
      override async updateCustomer(
        ...all: Parameters<EditableProvider['updateCustomer']>
      ): ReturnType<EditableProvider['updateCustomer']> {
        const before = this.found(all[0]);
        return { ...(await super.updateCustomer(...all)), name: before.name };
      }
    },
    /does not give the customer as it is then/,
  ],
  [
    'a customer that is not deleted',
    class extends EditableProvider {
      override removeCustomers(): void {
        // still there
      }
    },
    /a deleted customer is still listed/,
  ],
  [
    'a permission that is passed over',
    class extends EditableProvider {
      protected override found(id: string): Customer {
        return { ...super.found(id), relationship: 'managed', can: { edit: true, delete: true } };
      }
    },
    /updateCustomer that the viewer may not do was answered/,
  ],
  [
    'a deletion that nobody permits',
    class extends EditableProvider {
      protected override deleted(id: string) {
        this.removeCustomers([id]);
        return this.customers.has(id) ? { key: id } : super.deleted(id);
      }
    },
    /deleteCustomers that the viewer may not do was answered/,
  ],
  [
    'more drafts than one call takes, created',
    class extends EditableProvider {
      protected override demandFew(): void {
        // takes any number
      }
    },
    /createCustomers with more than 100 at once was answered/,
  ],
  [
    'more deletions than one call takes, of which the rest is left out in silence',
    class extends EditableProvider {
      override deleteCustomers(
        ...[ids, call]: Parameters<EditableProvider['deleteCustomers']>
      ): ReturnType<EditableProvider['deleteCustomers']> {
        return super.deleteCustomers(ids.slice(0, 100), call);
      }
    },
    /deleteCustomers with more than 100 at once was answered/,
  ],
  [
    'too many drafts that are no invalid input',
    class extends EditableProvider {
      protected override demandFew(items: readonly unknown[]): void {
        if (items.length > 100) throw new ProviderError('invalid-query');
      }
    },
    /more than 100 at once is refused as invalid-query, not as invalid-input/,
  ],
  [
    'too many drafts that are refused once the first ones were created',
    class extends EditableProvider {
      override async createCustomers(
        ...[drafts, call]: Parameters<EditableProvider['createCustomers']>
      ): ReturnType<EditableProvider['createCustomers']> {
        const result = await super.createCustomers(drafts.slice(0, 100), call);
        this.demandFew(drafts);
        return result;
      }
    },
    /too many drafts are refused, and customers were created all the same/,
  ],
  [
    'no hint of a change',
    class extends EditableProvider {
      override subscribe(): void {
        // says nothing
      }
    },
    /no hint of a change came within 300 ms/,
  ],
  [
    'hints to nobody',
    class extends EditableProvider {
      override subscribe(listener: (hint: CustomersHint) => void): void {
        super.subscribe(listener, { signal: new AbortController().signal });
      }
    },
    /a hint came to a listener whose signal had been aborted/,
  ],
];

/** Searches the fields of each customer in its own way. */
function searching(
  isIn: (text: string, search: string, field: 'name' | 'id' | 'externalId') => boolean,
): typeof EditableProvider {
  return class extends EditableProvider {
    override async listCustomers(query: CustomersQuery, call: Call): Promise<CustomersPage> {
      const { search, snapshot: _snapshot, ...rest } = query;
      if (!search) return super.listCustomers(query, call);
      const isFound = (row: Customer) =>
        (['name', 'id', 'externalId'] as const).some((field) => isIn(row[field] ?? '', search, field));
      const ids = customers
        .filter((row) => isFound(row) && (!query.ids || query.ids.includes(row.id)))
        .map(({ id }) => id);
      return super.listCustomers({ ...rest, ids }, call);
    }
  };
}

describe('describeProvider finds', () => {
  for (const [fault, Provider, sentence] of faults) {
    it(fault, async function () {
      this.timeout(60_000);
      const failures = failuresOf(await outcomesOf(() => new Provider(customers, everything), options));
      expect(failures.join('\n')).to.match(sentence);
    });
  }

  it('a creation that nobody permits', async () => {
    class Provider extends EditableProvider {
      protected override readonly mayAdd = true;
    }
    const failures = failuresOf(await outcomesOf(() => new Provider(customers, { entitlements, beacons }), options));
    expect(failures.join('\n')).to.match(/createCustomers that the viewer may not do was answered/);
  });

  it('entitlements that are forbidden, and others than the row says', async () => {
    const all = new Map(
      customers.map((customer) => [customer.id, [{ id: '1', product: 'P', capability: 'c', expires: null }]]),
    );
    const outcomes = await outcomesOf(() => new MemoryProvider(customers, { entitlements: all }), options);
    expect(failuresOf(outcomes).join('\n')).to.match(/The entitlements of customer .* (come to other|are forbidden)/);
  });
});
