import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { Slices } from '../../../../src/providers/memory/long-list/slices.js';
import { naive } from './naive-order.js';
import { numberOrder } from '../../../../src/providers/memory/long-list/number-order.js';
import {
  allRows,
  directed,
  marked,
  merged,
  parted,
  sorted,
  sortedBy,
} from '../../../../src/providers/memory/long-list/sort-order.js';

const slices = new Slices(() => true);
const firstBlank = 100;
const keys = fc.array(fc.constantFrom(0, 1, 1, 2, 3, 9, 2 ** 40, firstBlank * 2 ** 40, Infinity), { maxLength: 60 });

describe('sorted', () => {
  it('sorts as the array method does, and leaves the given rows as they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 20 }), { maxLength: 200 }), async (values) => {
        const compare = (a: number, b: number) => (values[a] ?? 0) - (values[b] ?? 0);
        const rows = allRows(values.length);
        expect([...(await sorted(rows, compare, slices))]).to.deep.equal([...rows].sort(compare));
        expect([...rows]).to.deep.equal([...allRows(values.length)]);
      }),
    );
  });

  it('compares next to nothing where the order is there already', async () => {
    let count = 0;
    const rows = allRows(4096);
    const compare = (a: number, b: number) => {
      count += 1;
      return a - b;
    };
    expect([...(await sorted(rows, compare, slices))]).to.deep.equal([...rows]);
    expect(count).to.be.below(2 * 4096);
  });
});

describe('marked', () => {
  it('gives the marked rows, in the order of the rows', () => {
    const rowsOf = fc.array(fc.nat({ max: 1 }), { maxLength: 40 });
    fc.assert(
      fc.property(rowsOf, (marks) => {
        const all = [...allRows(marks.length)];
        const expected = all.filter((row) => marks[row] === 1);
        const bytes = Uint8Array.from(marks);
        expect([...marked(bytes)]).to.deep.equal(expected);
        expect([...marked(bytes, Uint32Array.from(all.toReversed()))]).to.deep.equal(expected.toReversed());
      }),
    );
  });
});

describe('merged', () => {
  it('merges two sorted lists, the first one first among equals', async () => {
    const values = fc.array(fc.nat({ max: 9 }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(values, values, async (one, two) => {
        const all = [...one, ...two];
        const compare = (a: number, b: number) => (all[a] ?? 0) - (all[b] ?? 0);
        const [first, second] = parted(allRows(all.length), (row) => row < one.length);
        const result = await merged(first.sort(compare), second.sort(compare), compare, slices);
        expect([...result]).to.deep.equal([...allRows(all.length)].sort(compare));
      }),
    );
  });
});

describe('a column of numbers', () => {
  const blank = firstBlank * 2 ** 40;

  it('comes before those that the rows are sorted by already', async () => {
    await fc.assert(
      fc.asyncProperty(keys, fc.boolean(), fc.boolean(), async (values, firstFalls, secondFalls) => {
        const second = [...values].reverse();
        const rows = allRows(values.length);
        const direction = (falls: boolean) => (falls ? 'descending' : 'ascending');
        const one = await numberOrder(rows, Float64Array.from(values), blank, slices);
        const two = await numberOrder(rows, Float64Array.from(second), blank, slices);
        const bySecond = directed(two, direction(secondFalls));
        const expected = naive(naive([...rows], second, blank, secondFalls), values, blank, firstFalls);
        expect([...sortedBy(bySecond, one, direction(firstFalls))]).to.deep.equal(expected);
      }),
    );
  });
});
