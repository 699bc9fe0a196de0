import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { columnWidths, densities, mostFavourites } from '../../src/domain/preferences.js';
import { customersSortFields } from '../../src/domain/query.js';
import { checkPreferences } from '../../src/providers/checked-preferences.js';

/** As it would be kept again: what is absent and what is undefined are the same. */
const checked = (kept: unknown): unknown => JSON.parse(JSON.stringify(checkPreferences(kept)));

const throwing = Object.defineProperty({}, 'favourites', {
  enumerable: true,
  get: () => {
    throw new Error('hostile');
  },
});

describe('checkPreferences', () => {
  const sound = {
    favourites: ['1', '2'],
    columns: [{ id: 'name' }, { id: 'beacons', hidden: true, width: 9.5 }],
    density: 'compact',
    views: [{ name: 'Mine', query: '?view.search=a&view.tiered=true', isDefault: true }],
  };
  const cases: [what: string, kept: unknown, expected: unknown][] = [
    ['everything', sound, sound],
    ['nothing yet', undefined, {}],
    ['null', null, {}],
    ['a text', 'compact', {}],
    ['a list', [sound], {}],
    ['a getter that throws', throwing, {}],
    ['parts of other kinds', { favourites: 'a', columns: { id: 'name' }, density: 'cosy' }, {}],
    ['a broken part beside a sound one', { favourites: 7, density: 'compact' }, { density: 'compact' }],
    ['favourites that are none', { favourites: ['1', 2, null, '', ' ', '1', ['3'], '4'] }, { favourites: ['1', '4'] }],
    [
      'columns that are none',
      { columns: [{ id: 'secret' }, null, 'id', { hidden: true }, { id: 'id', hidden: true }, { id: 'id' }] },
      { columns: [{ id: 'id', hidden: true }] },
    ],
    [
      'a column of broken parts',
      { columns: [{ id: 'id', hidden: 'yes', width: '9rem; color: red' }] },
      { columns: [{ id: 'id' }] },
    ],
    [
      'views that are none, twice, or ask what cannot be asked',
      {
        views: [
          null,
          { name: ' ', query: '' },
          { name: 'x'.repeat(101), query: '' },
          { name: 'a', query: { search: 'a' } },
          { name: 'b', query: '?view.search=b&view.statuses=all&other=1', isDefault: 'yes' },
          { name: 'b', query: '?view.search=c' },
          { name: 'c', query: '?view.sort=secret.asc', isDefault: true },
          { name: 'd', query: '?view.tag=d', isDefault: true },
        ],
      },
      {
        views: [
          { name: 'b', query: '?view.search=b' },
          { name: 'c', query: '?view.search=', isDefault: true },
          { name: 'd', query: '?view.tag=d' },
        ],
      },
    ],
    ['keys that nobody knows', JSON.parse('{"__proto__": {"density": "compact"}, "view": []}'), {}],
  ];
  for (const [what, kept, expected] of cases) it(what, () => expect(checked(kept)).to.deep.equal(expected));

  for (const width of [0, -1, 4.9, 40.1, NaN, Infinity, '9', null])
    it(`leaves a width of ${width} out`, () =>
      expect(checked({ columns: [{ id: 'id', width }] })).to.deep.equal({ columns: [{ id: 'id' }] }));

  it('takes the first favourites, as many as a query can pin', () => {
    const favourites = Array.from({ length: 10_000 }, (_, id) => String(id));
    expect(checkPreferences({ favourites }).favourites).to.deep.equal(favourites.slice(0, mostFavourites));
  });

  it('never throws, and gives nothing but what the type says', () => {
    const column = fc.record({
      id: fc.oneof(fc.constantFrom<string>(...customersSortFields), fc.anything()),
      hidden: fc.anything(),
      width: fc.oneof(fc.double(), fc.anything()),
    });
    const kept = fc.oneof(
      fc.anything(),
      fc.record({
        favourites: fc.oneof(fc.array(fc.oneof(fc.string(), fc.anything())), fc.anything()),
        columns: fc.oneof(fc.array(fc.oneof(column, fc.anything())), fc.anything()),
        density: fc.oneof(fc.constantFrom<string>(...densities), fc.anything()),
        views: fc.array(fc.record({ name: fc.anything(), query: fc.anything(), isDefault: fc.anything() })),
      }),
    );
    fc.assert(
      fc.property(kept, (value) => {
        const { favourites = [], columns = [], density = 'comfortable', views = [], ...more } = checkPreferences(value);
        expect(more).to.deep.equal({});
        expect(views.every(({ name }) => name.trim() !== '')).to.equal(true);
        expect(favourites.every((id) => typeof id === 'string' && id.trim() !== '')).to.equal(true);
        expect(new Set(columns.map(({ id }) => id)).size).to.equal(columns.length);
        for (const { id, hidden = false, width = 10 } of columns) {
          expect(customersSortFields).to.include(id);
          expect(hidden).to.be.a('boolean');
          expect(width).to.be.within(columnWidths.least, columnWidths.most);
        }
        expect(densities).to.include(density);
      }),
    );
  });

  it('takes what it gave', () => {
    const kept = fc.record({
      favourites: fc.uniqueArray(fc.string({ minLength: 1 }).filter((id) => id.trim() !== '')),
      density: fc.constantFrom(...densities),
    });
    fc.assert(
      fc.property(kept, (value) => {
        expect(checked(value)).to.deep.equal({ ...value });
      }),
    );
  });
});
