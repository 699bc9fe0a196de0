import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Customer } from '../../src/domain/customer.js';
import { haveSameFilters, matchesQuery } from '../../src/domain/query-match.js';
import type { ListQuery } from '../../src/domain/query.js';
import { MemoryProvider } from '../../src/providers/memory/memory-provider.js';
import { sampleCustomers } from '../../src/testing/sample-customers.js';
import { clockAt } from './samples.js';

const clock = clockAt('2026-06-15T12:00:00Z');
const list: readonly Customer[] = [
  ...sampleCustomers(200, { now: clock.now }).map((each, index) => ({
    ...each,
    tiered: index % 3 === 0,
    tags: index % 4 === 0 ? ['gold', 'Nordics'] : [],
  })),
  {
    id: 'late',
    name: 'Ärger GmbH',
    relationship: 'managed',
    beacons: { state: 'pending' },
    expirations: { state: 'pending' },
  },
];

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 1 });
const queries: fc.Arbitrary<ListQuery> = fc
  .record({
    search: optional(fc.constantFrom('', ' ', 'a', 'arger', 'GMBH', '10', 'nobody')),
    statuses: optional(
      fc.subarray(['expired', 'expires-in-30', 'expires-in-60', 'none', 'unknown'] as const, { minLength: 1 }),
    ),
    expiresWithinDays: optional(fc.nat(90)),
    relationship: optional(fc.constantFrom('managed' as const, 'granted' as const)),
    tiered: optional(fc.boolean()),
    beaconProblems: optional(fc.boolean()),
    tags: optional(fc.subarray(['gold', 'silver'], { minLength: 1 })),
    ids: optional(fc.subarray(list.map(({ id }) => id))),
  })
  // absent, as a list is asked
  .map((query) => JSON.parse(JSON.stringify(query)) as ListQuery);

describe('matchesQuery', () => {
  it('finds whom a provider finds', async () => {
    const provider = new MemoryProvider(list);
    const call = { ...clock, signal: new AbortController().signal, locale: 'en' };
    await fc.assert(
      fc.asyncProperty(queries, async (query) => {
        const page = { limit: list.length, offset: 0 };
        const { items } = await provider.listCustomers({ ...query, page }, call);
        expect(list.filter((each) => matchesQuery(each, query, clock))).to.deep.equal(items);
      }),
      { numRuns: 300 },
    );
  });
});

describe('haveSameFilters', () => {
  for (const [a, b, same] of [
    [{}, {}, true],
    [{ sort: [{ field: 'name', direction: 'ascending' }], pinned: ['1'] }, {}, true],
    [{ search: 'a', tiered: true }, { tiered: true, search: 'a' }, true],
    [{ search: 'a' }, {}, false],
    [{ search: 'a' }, { search: 'b' }, false],
    [{ tiered: false }, { beaconProblems: false }, false],
  ] as const satisfies readonly (readonly [ListQuery, ListQuery, boolean])[])
    it(`${JSON.stringify(a)} and ${JSON.stringify(b)}: ${same}`, () => expect(haveSameFilters(a, b)).to.equal(same));
});
