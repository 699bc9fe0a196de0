import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { gone, movedOrder, remainingOrder } from '../../../../src/providers/memory/long-list/changed-order.js';
import { Slices } from '../../../../src/providers/memory/long-list/slices.js';
import { numberOrder } from '../../../../src/providers/memory/long-list/number-order.js';
import { allRows, type ColumnOrder } from '../../../../src/providers/memory/long-list/sort-order.js';

const slices = new Slices(() => true);
const firstBlank = 10;
const key = fc.integer({ min: 0, max: firstBlank + 2 });

function orderOf(keys: readonly number[]): Promise<ColumnOrder> {
  return numberOrder(allRows(keys.length), Int32Array.from(keys), firstBlank, slices);
}

function keysOf(keys: readonly number[], onCompare: () => void = () => undefined) {
  return {
    compare: (a: number, b: number) => {
      onCompare();
      return (keys[a] ?? 0) - (keys[b] ?? 0);
    },
    isBlank: (row: number) => (keys[row] ?? 0) >= firstBlank,
  };
}

const byRow = (a: number, b: number) => a - b;

describe('the order of a column after a change', () => {
  it('is the order that the changed rows have, however many were changed or added', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(key, { maxLength: 40 }),
        fc.array(fc.tuple(fc.nat({ max: 45 }), key), { maxLength: 8 }),
        async (before, changes) => {
          const keys = [...before];
          const changed = new Set<number>();
          for (const [at, value] of changes) {
            const row = Math.min(at, keys.length);
            keys[row] = value;
            changed.add(row);
          }
          const rows = Uint32Array.from(changed).sort();
          const order = await orderOf(before);
          const result = movedOrder(order, keys.length, rows, keysOf(keys), byRow);
          expect(result).to.deep.equal(await orderOf(keys));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is the order that is left when rows are taken out', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(key, fc.boolean()), { maxLength: 40 }), async (rows) => {
        const left = rows.filter(([, stays]) => stays).map(([value]) => value);
        let place = 0;
        const placeOf = Uint32Array.from(rows, ([, stays]) => (stays ? place++ : gone));
        const order = await orderOf(rows.map(([value]) => value));
        const result = remainingOrder(order, placeOf);
        expect(result).to.deep.equal(await orderOf(left));
      }),
    );
  });

  it('compares a changed row with few others, and leaves the order alone where none is', async () => {
    const keys = Array.from({ length: 10_000 }, (_, row) => row % firstBlank);
    const order = await orderOf(keys);
    let count = 0;
    keys[5000] = 3;
    const rows = Uint32Array.of(5000);
    const compared = keysOf(keys, () => (count += 1));
    const result = movedOrder(order, keys.length, rows, compared, byRow);
    expect(result).to.deep.equal(await orderOf(keys));
    expect(count).to.be.below(20);
    expect(movedOrder(result, keys.length, new Uint32Array(0), compared, byRow)).to.equal(result);
  });
});
