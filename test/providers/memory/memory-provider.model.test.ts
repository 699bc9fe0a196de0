import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Customer } from '../../../src/domain/customer.js';
import { customersSortFields, type CustomersQuery, type StatusFilter } from '../../../src/domain/query.js';
import type { Call } from '../../../src/providers/customers-provider.js';
import type { CustomersList } from '../../../src/providers/memory/customers-list.js';
import { LongList } from '../../../src/providers/memory/long-list/long-list.js';
import { MemoryProvider } from '../../../src/providers/memory/memory-provider.js';
import { ShortList } from '../../../src/providers/memory/short-list.js';
import { callWith } from '../samples.js';
import { modelAnswer, modelCounts } from './customers-model.js';

type Question = Omit<CustomersQuery, 'page'>;

const count = fc.nat({ max: 4 });
const dates = fc.constantFrom(
  '2026-01-01',
  '2026-05-15',
  '2026-05-16',
  '2026-06-14',
  '2026-06-15',
  '2026-06-15T11:59:59Z',
  '2026-06-15T12:00:00.001Z',
  '2026-07-15',
  '2026-07-15T23:30:00-05:00',
  '2026-07-16',
  '2026-08-14',
  '2026-08-15',
  '2030-12-31',
  'soon',
);
const absences = fc.constantFrom('pending', 'forbidden', 'not-applicable', 'unavailable').map((state) => ({ state }));
const missing = fc.constantFrom(undefined, undefined, undefined, [], ['Snow Atlas']);

const ids = fc.constantFrom('1', '2', '02', '9', '10', '11', 'a', 'A', 'ä', 'a\u0308', 'b', 'B2', 'B10');
const names = fc.constantFrom(
  'Acme 2',
  'Acme 10',
  'Acme 010',
  'acme 2',
  'ACMÉ',
  'Straße',
  'STRASSE',
  'Zoë',
  'Öl',
  '東海',
  'ﬁn',
  'x',
  'x\u0000',
  'e\u0301',
  'é',
  ' ',
  '',
);
const tags = fc.constantFrom('gold', 'silver', '__proto__');

const customers: fc.Arbitrary<readonly Customer[]> = fc.uniqueArray(
  fc.record(
    {
      id: ids,
      name: names,
      relationship: fc.constantFrom('managed', 'granted'),
      externalId: fc.constantFrom('', ' ', 'W10', 'W010', 'W9', 'w9', '1'),
      tags: fc.array(tags, { maxLength: 2 }),
      tiered: fc.boolean(),
      beacons: fc.oneof(
        fc.record({
          state: fc.constant('ready' as const),
          value: fc.record({ total: count, unhealthy: fc.option(count, { nil: undefined }) }),
        }),
        absences,
      ),
      expirations: fc.oneof(
        {
          weight: 4,
          arbitrary: fc.record({
            state: fc.constant('ready' as const),
            value: fc.record({
              undated: fc.nat({ max: 1 }),
              unreadable: fc.constantFrom(0, 0, 0, 1),
              dates: fc.array(dates, { maxLength: 3 }),
            }),
            missing,
          }),
        },
        { weight: 1, arbitrary: absences },
      ),
    },
    { requiredKeys: ['id', 'name', 'relationship', 'beacons', 'expirations'] },
  ),
  { selector: ({ id }) => id, maxLength: 12 },
);

const statuses = fc.constantFrom<StatusFilter>('expired', 'expires-in-30', 'expires-in-60', 'none', 'unknown');

const questions: fc.Arbitrary<Question> = fc.record(
  {
    search: fc.constantFrom('', ' ', 'ac', ' ACME ', 'é', 'strasse', '1', 'w9', 'fi', 'nobody'),
    statuses: fc.uniqueArray(statuses),
    expiresWithinDays: fc.constantFrom(0, 1, 30, 60, 5000),
    relationship: fc.constantFrom('managed', 'granted'),
    tiered: fc.boolean(),
    beaconProblems: fc.boolean(),
    tags: fc.array(tags, { maxLength: 2 }),
    ids: fc.array(ids),
    pinned: fc.array(ids, { maxLength: 3 }),
    sort: fc.array(
      fc.record({
        field: fc.constantFrom(...customersSortFields),
        direction: fc.constantFrom('ascending', 'descending'),
      }),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: [] },
);

const calls: fc.Arbitrary<Call> = fc
  .record({
    locale: fc.constantFrom('en', 'sv', 'de'),
    timeZone: fc.constantFrom('UTC', 'America/New_York', 'Pacific/Kiritimati'),
    now: fc
      .constantFrom('2026-06-15T12:00:00Z', '2026-06-15T23:30:00Z', '2026-07-15T00:00:00Z')
      .map((at) => new Date(at)),
  })
  .map(callWith);

/** Reads a result to its end, in windows by position or by cursor. */
async function inWindows(
  provider: MemoryProvider,
  question: Question,
  call: Call,
  { limit, by }: { limit: number; by: 'offset' | 'cursor' },
): Promise<readonly Customer[]> {
  const rows: Customer[] = [];
  let cursor: string | undefined;
  for (;;) {
    const page = by === 'offset' ? { limit, offset: rows.length } : { limit, cursor };
    const window = await provider.listCustomers({ ...question, page }, call);
    expect(window.offset).to.equal(rows.length);
    expect(window.items.length).to.be.at.most(limit);
    rows.push(...window.items);
    cursor = window.nextCursor;
    if (by === 'offset' ? window.items.length < limit : cursor === undefined) return rows;
  }
}

const idsOf = (rows: readonly Customer[]) => rows.map(({ id }) => id);

/** Both ways to answer: which one a provider takes depends on how many customers it has. */
const lists = [ShortList, LongList];

for (const List of lists) {
  describe(`${List.name}, against a plain model`, () => {
    it('gives the rows, the order, their number and the counts of the model', async () => {
      await fc.assert(
        fc.asyncProperty(
          customers,
          fc.array(fc.tuple(questions, calls, fc.boolean()), { minLength: 1, maxLength: 8 }),
          async (rows, asked) => {
            // several questions to one list, because it remembers what it has worked out
            const list = new List(rows, () => 'a snapshot');
            for (const [question, call, counts] of [...asked, ...asked.slice(0, 2)]) {
              const query = { ...question, page: { offset: 0, limit: 100 } };
              const answer = await list.window(counts ? { ...query, include: ['statusCounts'] } : query, 0, call);
              const expected = modelAnswer(rows, question, call);
              expect(idsOf(answer.items)).to.deep.equal(idsOf(expected));
              expect(answer.length).to.equal(expected.length);
              expect(answer.statusCounts).to.deep.equal(counts ? modelCounts(rows, question, call) : undefined);
            }
          },
        ),
        { numRuns: 400 },
      );
    });
  });
}

/** What becomes of a list: customers that are put into it, or the IDs of those that are taken out. */
type Change = { readonly put: readonly Customer[] } | { readonly without: readonly string[] };

const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ put: customers }),
  fc.record({ put: customers.map((rows) => rows.slice(0, 1)) }),
  fc.record({ without: fc.array(ids, { maxLength: 3 }) }),
);

function modelChanged(rows: readonly Customer[], change: Change): readonly Customer[] {
  if ('without' in change) return rows.filter(({ id }) => !change.without.includes(id));
  const isKnown = (customer: Customer) => rows.some(({ id }) => id === customer.id);
  return [
    ...rows.map((row) => change.put.find(({ id }) => id === row.id) ?? row),
    ...change.put.filter((customer) => !isKnown(customer)),
  ];
}

for (const List of lists) {
  describe(`${List.name} after changes, against a plain model`, () => {
    it('answers as if it had been made of the changed customers', async () => {
      await fc.assert(
        fc.asyncProperty(
          customers,
          fc.array(fc.tuple(questions, calls, fc.boolean()), { minLength: 1, maxLength: 5 }),
          fc.array(changes, { minLength: 1, maxLength: 4 }),
          async (rows, asked, steps) => {
            let list: CustomersList = new List(rows, () => 'a snapshot');
            let expectedRows = rows;
            for (const step of [undefined, ...steps]) {
              if (step) {
                list = 'put' in step ? list.put(step.put) : list.without(new Set(step.without));
                expectedRows = modelChanged(expectedRows, step);
              }
              for (const [question, call, counts] of asked) {
                const query = { ...question, page: { offset: 0, limit: 100 } };
                const answer = await list.window(counts ? { ...query, include: ['statusCounts'] } : query, 0, call);
                expect(answer.items).to.deep.equal(modelAnswer(expectedRows, question, call));
                expect(answer.statusCounts).to.deep.equal(
                  counts ? modelCounts(expectedRows, question, call) : undefined,
                );
              }
            }
          },
        ),
        { numRuns: 400 },
      );
    });
  });
}

describe('MemoryProvider, against a plain model', () => {
  it('gives the same result in windows, without a gap or a duplicate', async () => {
    const windows = fc.record({ limit: fc.integer({ min: 1, max: 5 }), by: fc.constantFrom('offset', 'cursor') });
    await fc.assert(
      fc.asyncProperty(customers, questions, calls, windows, async (rows, question, call, window) => {
        const read = await inWindows(new MemoryProvider(rows), question, call, window);
        expect(idsOf(read)).to.deep.equal(idsOf(modelAnswer(rows, question, call)));
      }),
      { numRuns: 200 },
    );
  });

  it('keeps the customers where only the sort or the pins differ', async () => {
    await fc.assert(
      fc.asyncProperty(customers, questions, questions, calls, async (rows, one, { sort, pinned }, call) => {
        const provider = new MemoryProvider(rows);
        const page = { offset: 0, limit: 100 };
        const first = await provider.listCustomers({ ...one, page }, call);
        const second = await provider.listCustomers({ ...one, sort, pinned, page }, call);
        expect(idsOf(second.items)).to.have.members(idsOf(first.items));
      }),
    );
  });
});
