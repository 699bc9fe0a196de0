import { expect } from '@open-wc/testing';
import type { CustomersPreferences } from '../../src/domain/preferences.js';
import type { ListQuery } from '../../src/domain/query.js';
import {
  keptQuery,
  mostViews,
  queryOfView,
  questionOfView,
  withDefaultView,
  withoutView,
  withViews,
} from '../../src/domain/saved-views.js';

const query: ListQuery = {
  search: 'a&b',
  statuses: ['expired'],
  tiered: false,
  sort: [{ field: 'id', direction: 'descending' }],
};
const kept = (name: string) => ({ name, query: keptQuery(query) });
const two: CustomersPreferences = { favourites: ['1'], views: [kept('a'), { ...kept('b'), isDefault: true }] };

describe('saved views', () => {
  it('ask what was asked when they were saved, single customers apart', () => {
    expect(queryOfView({ query: keptQuery({ ...query, ids: ['1'], pinned: ['2'] }) })).to.deep.equal(query);
    expect(queryOfView({ query: keptQuery({}) })).to.deep.equal({});
    expect(queryOfView({ query: 'nonsense' })).to.deep.equal({});
  });

  it('leave alone whom the host lets be listed, and whom it puts first', () => {
    const asked: ListQuery = { search: 'b', relationship: 'managed', ids: ['1', '2'], pinned: ['2'] };
    expect(questionOfView(kept('a'), asked)).to.deep.equal({ ...query, ids: ['1', '2'], pinned: ['2'] });
    expect(questionOfView(kept('a'), {})).to.deep.equal(query);
  });

  it('take the place of those that have their name, default or not', () => {
    const after = withViews(two, [{ name: 'b', query: keptQuery({}) }, kept('c')]);
    expect(after.views).to.deep.equal([kept('a'), { name: 'b', query: keptQuery({}), isDefault: true }, kept('c')]);
    expect(after.favourites).to.deep.equal(['1']);
  });

  it('bring no default of somebody else', () => {
    expect(withViews({}, [{ ...kept('a'), isDefault: true }]).views).to.deep.equal([kept('a')]);
  });

  it('are so many at most, of which those there are can still change', () => {
    const many = withViews(
      {},
      Array.from({ length: 80 }, (_, index) => kept(String(index))),
    );
    expect(many.views).to.have.length(mostViews);
    const changed = withViews(many, [{ name: '0', query: '' }, kept('new')]);
    expect(changed.views).to.have.length(mostViews);
    expect(changed.views?.[0]?.query).to.equal('');
  });

  it('can go, and one can be the default, or none', () => {
    expect(withoutView(two, 'a').views).to.deep.equal([{ ...kept('b'), isDefault: true }]);
    expect(withoutView({}, 'a').views).to.deep.equal([]);
    expect(withDefaultView(two, 'a').views).to.deep.equal([{ ...kept('a'), isDefault: true }, kept('b')]);
    expect(withDefaultView(two, undefined).views).to.deep.equal([kept('a'), kept('b')]);
  });
});
