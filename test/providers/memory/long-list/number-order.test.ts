import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { numberOrder } from '../../../../src/providers/memory/long-list/number-order.js';
import { Slices } from '../../../../src/providers/memory/long-list/slices.js';
import { allRows, directed } from '../../../../src/providers/memory/long-list/sort-order.js';
import { naive } from './naive-order.js';

const slices = new Slices(() => true);

for (const [name, values, firstBlank] of [
  ['that lie close together', [-3, 0, 0, 1, 7, 900, 1000, 1000, 1002], 1000],
  ['that lie far apart', [-(2 ** 40), 0, 0, 1, 2 ** 40, 2 ** 50, 2 ** 50, 2 ** 52], 2 ** 50],
  ['of which one has no end', [0, 1, 1, Infinity, Infinity], Infinity],
] as const) {
  const keys = fc.array(fc.constantFrom(...values), { maxLength: 60 });

  describe(`a column of numbers ${name}`, () => {
    it('is in order in both directions: blanks last, equals as they stand', async () => {
      await fc.assert(
        fc.asyncProperty(keys, async (keyOf) => {
          const rows = allRows(keyOf.length).reverse();
          const order = await numberOrder(rows, Float64Array.from(keyOf), firstBlank, slices);
          expect([...directed(order, 'ascending')]).to.deep.equal(naive([...rows], keyOf, firstBlank, false));
          expect([...directed(order, 'descending')]).to.deep.equal(naive([...rows], keyOf, firstBlank, true));
          expect(order.blanksFrom).to.equal(keyOf.filter((key) => key < firstBlank).length);
        }),
      );
    });
  });
}
