import { expect } from '@open-wc/testing';
import { readResult, ResultChanged, type ResultReaderOptions } from '../../src/controllers/result-reader.js';
import type { Customer } from '../../src/domain/customer.js';
import { defaultExpirationPolicy } from '../../src/domain/expirations.js';
import type { CustomersQuery } from '../../src/domain/query.js';
import type { CheckedRow } from '../../src/providers/checked-page.js';
import type { CustomersPage, CustomersProvider } from '../../src/providers/customers-provider.js';
import { errorCodeOf } from '../../src/providers/provider-error.js';

const pending = { state: 'pending' } as const;
const customer = (id: number | string): Customer => ({
  id: String(id),
  name: `Customer ${id}`,
  relationship: 'managed',
  beacons: pending,
  expirations: pending,
});
const customers = (count: number) => Array.from({ length: count }, (_, index) => customer(index));

/** A provider that answers each query by a function, and notes what it was asked. */
function answering(answer: (query: CustomersQuery, call: number) => Partial<CustomersPage>) {
  const queries: CustomersQuery[] = [];
  const provider: CustomersProvider = {
    listCustomers: async (query) => ({ items: [], ...answer(query, queries.push(query)) }),
  };
  return { provider, queries };
}
/** The window of a list that a query asks for. */
const windowOf = (list: readonly Customer[], { page }: CustomersQuery): Partial<CustomersPage> => {
  const offset = 'offset' in page ? page.offset : 0;
  return { items: list.slice(offset, offset + page.limit), total: { value: list.length, precision: 'exact' } };
};

const call = {
  signal: new AbortController().signal,
  locale: 'en',
  timeZone: 'UTC',
  now: new Date(),
  policy: defaultExpirationPolicy,
};
const progress: [number, number | undefined][] = [];
beforeEach(() => progress.splice(0));

async function read(provider: CustomersProvider, options: Partial<ResultReaderOptions> = {}) {
  const rows: CheckedRow[] = [];
  const reader = readResult({
    provider,
    query: {},
    except: new Set(),
    goesByCursor: false,
    loadsLateColumns: false,
    ignoresSnapshots: false,
    ask: (question) => question(call),
    isWanted: () => true,
    onProgress: (done, total) => progress.push([done, total]),
    ...options,
  });
  for await (const some of reader) rows.push(...some);
  return rows;
}
const idsOf = (rows: readonly CheckedRow[]) => rows.map((row) => (row.kind === 'customer' ? row.customer.id : row.id));
const allIds = (count: number) => customers(count).map(({ id }) => id);

describe('reading a whole result', () => {
  for (const count of [0, 1, 99, 100, 101, 250])
    it(`gives all ${count} rows in their order`, async () => {
      const { provider } = answering((query) => windowOf(customers(count), query));
      expect(idsOf(await read(provider))).to.deep.equal(allIds(count));
      expect(progress.at(-1)).to.deep.equal([count, count]);
    });

  it('asks with the query, window by window, for the total once', async () => {
    const { provider, queries } = answering((query) => ({ ...windowOf(customers(250), query), snapshot: 's1' }));
    await read(provider, { query: { search: 'x', sort: [{ field: 'id', direction: 'descending' }] } });
    const asked = { search: 'x', sort: [{ field: 'id', direction: 'descending' }] };
    expect(queries).to.deep.equal([
      { ...asked, page: { limit: 100, offset: 0 }, include: ['total'] },
      { ...asked, page: { limit: 100, offset: 100 }, snapshot: 's1' },
      { ...asked, page: { limit: 100, offset: 200 }, snapshot: 's1' },
    ]);
  });

  it('asks for the rest of windows that come short', async () => {
    const list = customers(130);
    const { provider } = answering((query) => ({
      ...windowOf(list, query),
      items: windowOf(list, query).items?.slice(0, 30) ?? [],
    }));
    expect(idsOf(await read(provider))).to.deep.equal(allIds(130));
  });

  it('goes by cursors to the end, over empty pages too', async () => {
    const list = customers(250);
    const { provider, queries } = answering(({ page }) => {
      const at = Number(('cursor' in page ? page.cursor : undefined) ?? 0);
      // between two pages there is an empty one
      if (Number.isInteger(at / 70) && at > 0) return { items: [], nextCursor: String(at + 0.5) };
      const from = Math.floor(at);
      const end = Math.min(250, from + 70);
      return { items: list.slice(from, end), ...(end < 250 && { nextCursor: String(end) }) };
    });
    expect(idsOf(await read(provider, { goesByCursor: true }))).to.deep.equal(allIds(250));
    expect(queries.length).to.equal(7);
  });

  it('goes on where no total says how much there is, and says that it is not known', async () => {
    const { provider } = answering((query) => ({ ...windowOf(customers(200), query), total: undefined }));
    expect(idsOf(await read(provider))).to.deep.equal(allIds(200));
    expect(progress[0]).to.deep.equal([100, undefined]);
  });

  it('gives every customer once, though the provider gives some twice', async () => {
    const list = [...customers(150), ...customers(60)];
    const { provider } = answering((query) => windowOf(list, query));
    expect(idsOf(await read(provider))).to.deep.equal(allIds(150));
  });

  it('leaves out who is not wanted, and does not count them', async () => {
    const { provider } = answering((query) => windowOf(customers(120), query));
    const rows = await read(provider, { except: new Set(['0', '119']) });
    expect(idsOf(rows)).to.deep.equal(allIds(119).slice(1));
    expect(progress.at(-1)).to.deep.equal([118, 118]);
  });

  it('gives rows that could not be read, with what is known of them', async () => {
    const { provider } = answering(() => ({ items: [customer(1), { id: '2' } as Customer, customer(3)] }));
    expect((await read(provider)).map(({ kind }) => kind)).to.deep.equal(['customer', 'unreadable', 'customer']);
  });

  it('ends with an error once the provider says that the result is another, unless told otherwise', async () => {
    const { provider } = answering((query, calls) => ({ ...windowOf(customers(250), query), snapshot: `s${calls}` }));
    const failure: unknown = await read(provider).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(ResultChanged);
    expect(idsOf(await read(provider, { ignoresSnapshots: true }))).to.deep.equal(allIds(250));
  });

  it('ends with an error where other rows come than were asked for', async () => {
    const { provider } = answering((query, calls) => ({
      ...windowOf(customers(250), query),
      offset: (calls - 1) * 105,
    }));
    const failure: unknown = await read(provider).catch((error: unknown) => error);
    expect(errorCodeOf(failure)).to.equal('invalid-data');
  });

  it('ends once nobody wants it, between two windows', async () => {
    let wanted = true;
    const { provider, queries } = answering((query) => {
      wanted = queries.length < 2;
      return windowOf(customers(1000), query);
    });
    await read(provider, { isWanted: () => wanted }).catch(() => undefined);
    expect(queries.length).to.equal(2);
  });
});

describe('late columns of a whole result', () => {
  const late = { state: 'ready', value: { total: 4 } } as const;
  const enriching = (answer: (ids: readonly string[]) => ReadonlyMap<string, object>) => {
    const asked: string[][] = [];
    const { provider } = answering((query) => windowOf(customers(150), query));
    provider.enrichCustomers = async (ids) => {
      asked.push([...ids]);
      return answer(ids);
    };
    return { provider, asked };
  };
  const beaconsOf = (rows: readonly CheckedRow[]) =>
    new Set(rows.map((row) => (row.kind === 'customer' ? row.customer.beacons.state : row.kind)));

  it('are asked for window by window, and stand where they belong', async () => {
    const { provider, asked } = enriching((ids) => new Map(ids.map((id) => [id, { beacons: late }])));
    const rows = await read(provider, { loadsLateColumns: true });
    expect(asked.map(({ length }) => length)).to.deep.equal([100, 50]);
    expect([...beaconsOf(rows)]).to.deep.equal(['ready']);
    // what the answer leaves out is lost, not late
    expect(rows.every((row) => row.kind === 'customer' && row.customer.expirations.state === 'unavailable')).to.be.true;
  });

  it('stay late where they are not wanted, or the provider has none', async () => {
    const { provider, asked } = enriching(() => new Map());
    expect([...beaconsOf(await read(provider))]).to.deep.equal(['pending']);
    expect(asked).to.deep.equal([]);
    const { provider: without } = answering((query) => windowOf(customers(3), query));
    expect([...beaconsOf(await read(without, { loadsLateColumns: true }))]).to.deep.equal(['pending']);
  });
});
