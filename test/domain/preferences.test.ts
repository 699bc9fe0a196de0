import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  areSameCustomers,
  arrangedColumns,
  isRearranged,
  mostFavourites,
  withColumn,
  withFavourite,
  withMovedColumn,
  withoutLayout,
  type ColumnChoice,
  type CustomersPreferences,
} from '../../src/domain/preferences.js';
import { customersSortFields, type CustomersSortField } from '../../src/domain/query.js';

const order = (choices?: readonly ColumnChoice[]) => arrangedColumns(choices).map(({ id }) => id);
const chosen = (...ids: CustomersSortField[]) => ids.map((id) => ({ id }));

describe('arrangedColumns', () => {
  const cases: [what: string, choices: readonly ColumnChoice[] | undefined, ids: readonly string[]][] = [
    ['nothing chosen', undefined, customersSortFields],
    ['no column named', [], customersSortFields],
    [
      'one column first: the others follow those that they follow by default',
      chosen('beacons'),
      ['name', 'id', 'externalId', 'beacons', 'upcomingExpiration', 'expirationStatus'],
    ],
    [
      'all, the other way round: the name stays first',
      chosen('expirationStatus', 'upcomingExpiration', 'beacons', 'externalId', 'id', 'name'),
      ['name', 'expirationStatus', 'upcomingExpiration', 'beacons', 'externalId', 'id'],
    ],
    [
      'one that is not named, in an order that is not the default',
      chosen('name', 'upcomingExpiration', 'beacons', 'id', 'externalId'),
      ['name', 'upcomingExpiration', 'expirationStatus', 'beacons', 'id', 'externalId'],
    ],
  ];
  for (const [what, choices, ids] of cases) it(what, () => expect(order(choices)).to.deep.equal(ids));

  it('never hides the name, and keeps its width', () => {
    expect(arrangedColumns([{ id: 'name', hidden: true, width: 12 }])[0]).to.deep.equal({ id: 'name', width: 12 });
  });

  const choices = fc.uniqueArray(
    fc.record(
      {
        id: fc.constantFrom(...customersSortFields),
        hidden: fc.boolean(),
        width: fc.integer({ min: 5, max: 40 }),
      },
      { requiredKeys: ['id'] },
    ),
    { selector: ({ id }) => id },
  );

  it('has each column once, the name first and shown, and is at rest when arranged again', () => {
    fc.assert(
      fc.property(choices, (some) => {
        const columns = arrangedColumns(some);
        expect(columns.map(({ id }) => id)).to.have.members([...customersSortFields]);
        expect(columns[0]?.id).to.equal('name');
        expect(columns[0]?.hidden).to.equal(undefined);
        expect(arrangedColumns(columns)).to.deep.equal(columns);
      }),
    );
  });

  it('undoes a move by the move back', () => {
    fc.assert(
      fc.property(choices, fc.constantFrom(...customersSortFields), fc.constantFrom(1, -1), (some, id, step) => {
        const before: CustomersPreferences = { columns: arrangedColumns(some) };
        const moved = withMovedColumn(before, id, step);
        if (moved === before) return;
        expect(withMovedColumn(moved, id, step === 1 ? -1 : 1)).to.deep.equal(before);
      }),
    );
  });
});

describe('isRearranged', () => {
  const cases: [what: string, choices: readonly ColumnChoice[] | undefined, expected: boolean][] = [
    ['nothing chosen', undefined, false],
    ['a width alone', [{ id: 'id', width: 9 }], false],
    ['all named in their order', chosen(...customersSortFields), false],
    ['a hidden column', [{ id: 'id', hidden: true }], true],
    ['another order', chosen('name', 'externalId', 'id'), true],
  ];
  for (const [what, choices, expected] of cases) it(what, () => expect(isRearranged(choices)).to.equal(expected));
});

describe('withMovedColumn', () => {
  it('moves a column by one place', () => {
    expect(order(withMovedColumn({}, 'id', 1).columns).slice(0, 3)).to.deep.equal(['name', 'externalId', 'id']);
    expect(order(withMovedColumn({}, 'externalId', -1).columns).slice(0, 3)).to.deep.equal([
      'name',
      'externalId',
      'id',
    ]);
  });

  for (const [what, id, step] of [
    ['the name', 'name', 1],
    ['a column before the name', 'id', -1],
    ['the last column further on', 'expirationStatus', 1],
  ] as const)
    it(`does not move ${what}`, () => {
      const before: CustomersPreferences = { density: 'compact' };
      expect(withMovedColumn(before, id, step)).to.equal(before);
    });
});

describe('withColumn', () => {
  it('chooses for one column, and keeps what was chosen for it and the others', () => {
    const before: CustomersPreferences = { favourites: ['1'], columns: [{ id: 'id', width: 8 }] };
    const after = withColumn(withColumn(before, { id: 'id', hidden: true }), { id: 'beacons', width: 6 });
    expect(after.favourites).to.deep.equal(['1']);
    expect(after.columns).to.deep.include.members([
      { id: 'id', width: 8, hidden: true },
      { id: 'beacons', width: 6 },
      { id: 'externalId' },
    ]);
  });
});

describe('withoutLayout', () => {
  it('keeps the favourites alone', () => {
    expect(withoutLayout({ favourites: ['1'], columns: [], density: 'compact' })).to.deep.equal({ favourites: ['1'] });
    expect(withoutLayout({ density: 'compact', views: [] })).to.deep.equal({ views: [] });
  });
});

describe('withFavourite', () => {
  const full: CustomersPreferences = { favourites: Array.from({ length: mostFavourites }, (_, id) => String(id)) };

  it('adds and removes one', () => {
    const one = withFavourite({ density: 'compact' }, 'a', true);
    expect(one).to.deep.equal({ density: 'compact', favourites: ['a'] });
    expect(withFavourite(one, 'a', true).favourites).to.deep.equal(['a']);
    expect(withFavourite(one, 'a', false).favourites).to.deep.equal([]);
  });

  it('takes no more than a query can pin', () => {
    expect(withFavourite(full, 'one more', true)).to.equal(full);
    expect(withFavourite(full, '7', true).favourites).to.have.length(mostFavourites);
    expect(withFavourite(withFavourite(full, '7', false), 'one more', true).favourites).to.include('one more');
  });
});

describe('areSameCustomers', () => {
  const cases: [a: string[], b: string[], expected: boolean][] = [
    [[], [], true],
    [['a', 'b'], ['b', 'a'], true],
    [['a'], ['a', 'b'], false],
    [['a', 'b'], ['a'], false],
    [['a', 'b'], ['a', 'c'], false],
  ];
  for (const [a, b, expected] of cases)
    it(`[${a.join()}] and [${b.join()}]`, () => expect(areSameCustomers(a, b)).to.equal(expected));
});
