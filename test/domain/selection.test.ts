import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  allThatMatch,
  isNothingSelected,
  isOfList,
  namedIn,
  nothingSelected,
  selectedCount,
  withoutGone,
  withoutSelected,
  withSelected,
  type CustomersSelection,
} from '../../src/domain/selection.js';

const query = { search: 'a' };

describe('a selection', () => {
  for (const [what, selection, expected] of [
    ['begins with nobody', nothingSelected, { ids: [] }],
    ['takes customers in, each once', withSelected({ ids: ['1'] }, ['2', '1', '2']), { ids: ['1', '2'] }],
    ['lets customers go', withoutSelected({ ids: ['1', '2'] }, ['1', '3']), { ids: ['2'] }],
    ['is of all that match', allThatMatch(query), { query, except: [] }],
    [
      'of all leaves customers out',
      withoutSelected({ query, except: ['1'] }, ['2', '1']),
      { query, except: ['1', '2'] },
    ],
    ['of all takes them back', withSelected({ query, except: ['1', '2'] }, ['1']), { query, except: ['2'] }],
    ['forgets who is gone', withoutGone({ ids: ['1', '2'] }, ['1']), { ids: ['2'] }],
    ['of all forgets them, too', withoutGone({ query, except: ['1', '2'] }, ['1', '3']), { query, except: ['2'] }],
  ] as const satisfies readonly (readonly [string, CustomersSelection, CustomersSelection])[])
    it(what, () => expect(selection).to.deep.equal(expected));

  it('is what a set of its customers would be, after whatever was done', () => {
    const ids = fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5', '6'));
    fc.assert(
      fc.property(fc.boolean(), fc.array(fc.tuple(fc.boolean(), ids)), (isAll, steps) => {
        const everybody = ['1', '2', '3', '4', '5', '6'];
        let selection = isAll ? allThatMatch(query) : nothingSelected;
        const model = new Set(isAll ? everybody : []);
        for (const [adds, some] of steps) {
          selection = adds ? withSelected(selection, some) : withoutSelected(selection, some);
          for (const id of some)
            if (adds) model.add(id);
            else model.delete(id);
        }
        const named = new Set(namedIn(selection));
        expect(everybody.filter((id) => named.has(id) !== isAll)).to.deep.equal(
          everybody.filter((id) => model.has(id)),
        );
        expect(selectedCount(selection, { value: everybody.length, isExact: true })).to.equal(model.size);
      }),
    );
  });
});

describe('selectedCount', () => {
  for (const [selection, total, expected] of [
    [{ ids: ['1', '2'] }, undefined, 2],
    [{ query, except: ['1'] }, { value: 1204, isExact: true }, 1203],
    [{ query, except: ['1'] }, { value: 1204, isExact: false }, undefined],
    [{ query, except: [] }, undefined, undefined],
    [{ query, except: ['1', '2'] }, { value: 1, isExact: true }, 0],
  ] as const satisfies readonly (readonly [CustomersSelection, Parameters<typeof selectedCount>[1], unknown])[])
    it(`${JSON.stringify(selection)} of ${JSON.stringify(total)}: ${expected}`, () => {
      expect(selectedCount(selection, total)).to.equal(expected);
      expect(isNothingSelected(selection, total)).to.equal(expected === 0);
    });
});

describe('isOfList', () => {
  it('knows the list that all were selected in, in another order too', () => {
    const sort = [{ field: 'id', direction: 'ascending' }] as const;
    expect(isOfList(allThatMatch(query), { ...query, sort })).to.equal(true);
    expect(isOfList(allThatMatch(query), {})).to.equal(false);
    expect(isOfList({ ids: ['1'] }, query)).to.equal(false);
  });
});
