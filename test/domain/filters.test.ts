import { expect } from '@open-wc/testing';
import {
  daysOfStatus,
  filterChips,
  statusFilters,
  withFilter,
  withoutChip,
  withoutChips,
  withToggled,
} from '../../src/domain/filters.js';
import type { ListQuery } from '../../src/domain/query.js';

const full: ListQuery = {
  search: 'a',
  statuses: ['expired', 'expires-in-30'],
  expiresWithinDays: 0,
  relationship: 'granted',
  tiered: false,
  beaconProblems: true,
  tags: ['gold'],
  ids: ['1'],
  pinned: ['2'],
  sort: [{ field: 'id', direction: 'ascending' }],
};

describe('statusFilters', () => {
  for (const [horizons, expected] of [
    [
      [30, 60],
      ['expired', 'expires-in-30', 'expires-in-60', 'none', 'unknown'],
    ],
    [
      [90, 7, 7],
      ['expired', 'expires-in-7', 'expires-in-90', 'none', 'unknown'],
    ],
    [[], ['expired', 'none', 'unknown']],
  ] as const)
    it(`follows the horizons ${horizons.join()}`, () => expect(statusFilters({ horizons })).to.deep.equal(expected));

  it('has days where the status does', () => {
    expect(statusFilters({ horizons: [7] }).map(daysOfStatus)).to.deep.equal([undefined, 7, undefined, undefined]);
  });
});

describe('filterChips', () => {
  it('names each thing that is filtered by, also where it is 0 or false', () => {
    expect(filterChips(full).map(({ filter, value }) => `${filter}=${value}`)).to.deep.equal([
      'statuses=expired',
      'statuses=expires-in-30',
      'expiresWithinDays=0',
      'relationship=granted',
      'tiered=false',
      'beaconProblems=true',
      'tags=gold',
    ]);
  });

  it('names no search, order or single customer', () => {
    const { search, ids, pinned, sort } = full;
    expect(filterChips({ search, ids, pinned, sort })).to.deep.equal([]);
  });

  it('takes each away, and leaves the others', () => {
    for (const chip of filterChips(full)) {
      const rest = filterChips(withoutChip(full, chip));
      expect(rest).to.deep.equal(
        filterChips(full).filter((each) => each.value !== chip.value || each.filter !== chip.filter),
      );
    }
  });

  it('takes all away, but neither search nor order nor single customers', () => {
    const { search, ids, pinned, sort } = full;
    expect(withoutChips(full)).to.deep.equal({ search, ids, pinned, sort });
  });
});

describe('withFilter and withToggled', () => {
  it('leave no trace of a filter that says nothing', () => {
    expect(withFilter(full, 'tiered', undefined)).to.not.have.property('tiered');
    expect(withFilter(full, 'tags', [])).to.not.have.property('tags');
    expect(withToggled(full, 'tags', 'gold')).to.not.have.property('tags');
  });

  it('put a filter in the place of the one before, or add to it', () => {
    expect(withFilter(full, 'expiresWithinDays', 45).expiresWithinDays).to.equal(45);
    expect(withToggled(full, 'statuses', 'none').statuses).to.deep.equal(['expired', 'expires-in-30', 'none']);
    expect(withToggled(full, 'statuses', 'expired').statuses).to.deep.equal(['expires-in-30']);
    expect(withToggled({}, 'statuses', 'expired')).to.deep.equal({ statuses: ['expired'] });
  });
});
