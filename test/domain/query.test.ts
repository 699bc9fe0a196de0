import { expect } from '@open-wc/testing';
import { isNarrowed, toggledSort, withoutFilters, withSearch, type ListQuery } from '../../src/domain/query.js';

describe('isNarrowed', () => {
  for (const [query, narrowed] of [
    [{}, false],
    [{ sort: [{ field: 'name', direction: 'ascending' }], pinned: ['1'] }, false],
    [{ search: '' }, false],
    [{ search: 'a' }, true],
    [{ tiered: false }, true],
    [{ expiresWithinDays: 0 }, true],
    [{ statuses: [] }, true],
  ] as const satisfies readonly (readonly [ListQuery, boolean])[])
    it(`${JSON.stringify(query)} ${narrowed ? 'leaves customers out' : 'asks for all'}`, () =>
      expect(isNarrowed(query)).to.equal(narrowed));
});

describe('toggledSort', () => {
  it('turns the column that is sorted by, and begins ascending with another', () => {
    expect(toggledSort(undefined, 'id')).to.deep.equal({ field: 'id', direction: 'ascending' });
    expect(toggledSort({ field: 'id', direction: 'ascending' }, 'id').direction).to.equal('descending');
    expect(toggledSort({ field: 'id', direction: 'descending' }, 'id').direction).to.equal('ascending');
    expect(toggledSort({ field: 'id', direction: 'ascending' }, 'name').direction).to.equal('ascending');
  });
});

describe('withSearch and withoutFilters', () => {
  const query: ListQuery = {
    search: 'a',
    tiered: true,
    sort: [{ field: 'id', direction: 'ascending' }],
    pinned: ['1'],
    ids: ['1', '2'],
  };

  it('replace the text, or take it away', () => {
    expect(withSearch(query, 'b')).to.deep.equal({ ...query, search: 'b' });
    expect(withSearch(query, '')).to.not.have.property('search');
  });

  it('keep the order, and whom the host lets be listed', () =>
    expect(withoutFilters(query)).to.deep.equal({ sort: query.sort, pinned: ['1'], ids: ['1', '2'] }));
});
