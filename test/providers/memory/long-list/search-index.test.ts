import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Customer } from '../../../../src/domain/customer.js';
import { foldText } from '../../../../src/domain/search-text.js';
import { SearchIndex } from '../../../../src/providers/memory/long-list/search-index.js';
import { Slices } from '../../../../src/providers/memory/long-list/slices.js';
import { customer } from '../../samples.js';

const slices = new Slices(() => true);
const letters = fc.constantFrom('a', 'b', 'é', 'ß', '東', 'x', ' ', '\u0001', '\u0000', '1');
const text = fc.array(letters, { maxLength: 5 }).map((parts) => parts.join(''));
const customers = fc.array(
  fc
    .record({ name: text, id: text, externalId: fc.option(text, { nil: undefined }) })
    .map(({ id, ...more }) => customer(id, more)),
  { maxLength: 40 },
);

/** The rows that a word is in, without an index. */
function naive(rows: readonly Customer[], word: string): number[] {
  return rows.flatMap(({ name, id, externalId = '' }, index) =>
    [name, id, externalId].some((field) => foldText(field).includes(word)) ? [index] : [],
  );
}

function rowsOf(mask: Uint8Array): number[] {
  return [...mask.entries()].flatMap(([row, isHit]) => (isHit ? [row] : []));
}

describe('SearchIndex', () => {
  it('finds what the domain finds, whatever was looked for before', async () => {
    await fc.assert(
      fc.asyncProperty(customers, fc.array(text, { minLength: 1, maxLength: 6 }), async (rows, words) => {
        const index = await SearchIndex.of(rows, slices);
        for (const typed of words) {
          const word = foldText(typed).trim();
          if (word !== '') expect(rowsOf(await index.find(word, slices))).to.deep.equal(naive(rows, word));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds the changed rows as they are now, and nothing of what they were', async () => {
    const changes = fc.array(fc.tuple(fc.nat({ max: 70 }), text), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(
        customers,
        changes,
        fc.array(text, { minLength: 2, maxLength: 4 }),
        async (few, changed, words) => {
          let rows: readonly Customer[] = [...few, ...Array.from({ length: 60 }, (_, id) => customer(String(id)))];
          let index = await SearchIndex.of(rows, slices);
          for (const [at, name] of changed) {
            const row = Math.min(at, rows.length);
            rows = [...rows.slice(0, row), customer('a', { name }), ...rows.slice(row + 1)];
            const after = index.changed(rows, Uint32Array.of(row));
            if (!after) throw new Error('is to be made anew');
            index = after;
            for (const typed of words) {
              const word = foldText(typed).trim();
              if (word !== '') expect(rowsOf(await index.find(word, slices)), word).to.deep.equal(naive(rows, word));
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is made anew where most rows changed', async () => {
    const rows = Array.from({ length: 40 }, (_, id) => customer(String(id)));
    const index = await SearchIndex.of(rows, slices);
    expect(index.changed(rows, Uint32Array.from(rows.keys()))).to.equal(undefined);
  });

  it('finds the same letter by letter as at once', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) =>
      customer(String(index), { name: index % 50 === 0 ? `Nordhavn ${index} 東` : `Acme ${index}` }),
    );
    const index = await SearchIndex.of(rows, slices);
    for (const word of [
      'N',
      'NO',
      'NOR',
      'NORD',
      'NORDHAVN 1',
      'NORDHAVN 10',
      'NORDHAVN 10',
      'NORDX',
      'A',
      'ACME 19999',
      '東',
    ]) {
      const fresh = await SearchIndex.of(rows, slices);
      const found = rowsOf(await index.find(word, slices));
      expect(found, word).to.deep.equal(rowsOf(await fresh.find(word, slices)));
      expect(found, word).to.deep.equal(naive(rows, word));
    }
  });
});
