import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { customersSortFields, type CustomersSort, type ListQuery } from '../../src/domain/query.js';
import { queryFromUrl, urlWithQuery } from '../../src/domain/query-url.js';

describe('queryFromUrl', () => {
  const table: readonly (readonly [search: string, query: ListQuery | undefined])[] = [
    ['', undefined],
    ['?page=2&search=x', undefined],
    ['?other.search=x', undefined],
    ['?customersearch=x', undefined],
    ['?customers.search=', {}],
    ['?customers.search=contoso+%26+sons', { search: 'contoso & sons' }],
    ['?customers.sort=name.asc,id.desc', { sort: [sorted('name', 'ascending'), sorted('id', 'descending')] }],
    ['?customers.sort=name.asc,name.desc', { sort: [sorted('name', 'ascending')] }],
    ['?customers.sort=__proto__.asc,name.toString,name,,.', {}],
    [
      '?customers.statuses=expired,expires-in-30,expired,none,unknown',
      {
        statuses: ['expired', 'expires-in-30', 'none', 'unknown'],
      },
    ],
    ['?customers.statuses=all,expires-in-,expires-in-1e9,expires-in-1234567', {}],
    ['?customers.expires-within=45', { expiresWithinDays: 45 }],
    ['?customers.expires-within=0', { expiresWithinDays: 0 }],
    ['?customers.expires-within=-1', {}],
    ['?customers.expires-within=4.5', {}],
    ['?customers.expires-within=99999', {}],
    ['?customers.expires-within=', {}],
    ['?customers.relationship=granted', { relationship: 'granted' }],
    ['?customers.relationship=constructor', {}],
    ['?customers.tiered=false&customers.beacon-problems=true', { tiered: false, beaconProblems: true }],
    ['?customers.tiered=1', {}],
    ['?customers.tag=gold&customers.tag=a%2Cb&customers.tag=gold&customers.tag=', { tags: ['gold', 'a,b'] }],
    ['?customers.ids=1&customers.pinned=2&customers.__proto__=3', {}],
    ['?customers.search=%E0%A4%A', { search: '\ufffd%A' }],
  ];
  for (const [search, query] of table)
    it(`understands ${search === '' ? 'nothing' : search}`, () =>
      expect(queryFromUrl(search, 'customers')).to.deep.equal(query));

  it('takes nothing that is longer than a viewer would make it', () => {
    const long = 'x'.repeat(100_000);
    const tags = Array.from({ length: 200 }, (_, index) => `&customers.tag=${index}`).join('');
    const query = queryFromUrl(`?customers.search=${'😀'.repeat(1000)}&customers.tag=${long}${tags}`, 'customers');
    expect(query?.search).to.equal('😀'.repeat(512));
    expect(query?.tags).to.have.lengthOf(50);
    expect(query?.tags?.[0]).to.equal('0');
  });

  it('never throws, and gives what can be asked, whatever an address holds', () => {
    const name = fc.constantFrom('search', 'sort', 'statuses', 'expires-within', 'relationship', 'tiered', 'tag', '');
    const part = fc.tuple(name, fc.string({ unit: 'binary' })).map(([key, value]) => `customers.${key}=${value}`);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), (parts) => {
        const query = queryFromUrl(`?${parts.join('&')}`, 'customers') ?? {};
        expect(JSON.parse(JSON.stringify(query))).to.deep.equal(query);
        expect(queryFromUrl(urlWithQuery('', 'customers', query), 'customers')).to.deep.equal(query);
      }),
      { numRuns: 500 },
    );
  });
});

describe('urlWithQuery', () => {
  const table: readonly (readonly [search: string, query: ListQuery | undefined, after: string])[] = [
    ['', undefined, ''],
    ['?page=2', undefined, '?page=2'],
    ['?a=%20&customers.search=x&b', undefined, '?a=%20&b'],
    ['?customers.search=x', undefined, ''],
    ['?%63ustomers.search=x', undefined, ''],
    ['', {}, '?customers.search='],
    ['', { search: 'a b&c' }, '?customers.search=a+b%26c'],
    ['?z=1&other.search=y', { statuses: ['expired', 'none'] }, '?z=1&other.search=y&customers.statuses=expired,none'],
    ['', { sort: [sorted('name', 'ascending'), sorted('id', 'descending')] }, '?customers.sort=name.asc,id.desc'],
    ['', { expiresWithinDays: 0, tiered: false }, '?customers.expires-within=0&customers.tiered=false'],
    ['', { ids: ['1'], pinned: ['2'], search: 'x' }, '?customers.search=x'],
    ['', { tags: ['a,b', 'c'] }, '?customers.tag=a,b&customers.tag=c'],
    ['', { search: '\ud800' }, '?customers.search=%EF%BF%BD'],
  ];
  for (const [search, query, after] of table)
    it(`makes ${after === '' ? 'nothing' : after} of ${search === '' ? 'nothing' : search}`, () =>
      expect(urlWithQuery(search, 'customers', query)).to.equal(after));

  it('leaves every parameter of the host as it is written', () => {
    const others = fc.array(fc.stringMatching(/^[a-z%+=.]{1,8}$/)).map((parts) => parts.join('&'));
    fc.assert(
      fc.property(others, (written) => {
        const parts = written.split('&').filter((part) => part !== '');
        const before = parts.length === 0 ? '' : `?${parts.join('&')}`;
        const during = urlWithQuery(before, 'customers', { search: 'x' });
        expect(during.startsWith(before)).to.equal(true);
        expect(urlWithQuery(during, 'customers', undefined)).to.equal(before);
      }),
    );
  });

  it('is understood again', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    const queries = fc.record(
      {
        search: text,
        statuses: fc.uniqueArray(fc.constantFrom('expired', 'expires-in-7', 'expires-in-30', 'none', 'unknown'), {
          minLength: 1,
        }),
        expiresWithinDays: fc.nat(36_500),
        relationship: fc.constantFrom('managed', 'granted'),
        tiered: fc.boolean(),
        beaconProblems: fc.boolean(),
        tags: fc.uniqueArray(text, { minLength: 1, maxLength: 50 }),
        sort: fc.uniqueArray(
          fc.record({
            field: fc.constantFrom(...customersSortFields),
            direction: fc.constantFrom('ascending', 'descending'),
          }),
          { minLength: 1, selector: ({ field }) => field },
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(queries, text, (query, name) => {
        // the table of arbitraries is that of a query
        const asked = query as ListQuery;
        const address = urlWithQuery('?host=1', name, asked);
        expect(queryFromUrl(address, name)).to.deep.equal(asked);
        expect(new URL(address, 'https://example.com/').search, 'as browsers write it').to.equal(address);
      }),
      { numRuns: 500 },
    );
  });
});

function sorted(field: CustomersSort['field'], direction: CustomersSort['direction']): CustomersSort {
  return { field, direction };
}
