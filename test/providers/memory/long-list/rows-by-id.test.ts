import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { RowsById } from '../../../../src/providers/memory/long-list/rows-by-id.js';
import { customer } from '../../samples.js';

const ids = fc.array(fc.oneof(fc.nat({ max: 30 }).map(String), fc.string({ maxLength: 3 })), { maxLength: 80 });

describe('RowsById', () => {
  it('finds every row of an ID, and none of another, also after rows were added', () => {
    fc.assert(
      fc.property(ids, ids, (first, added) => {
        const rows = first.map((id) => customer(id));
        const byId = new RowsById(rows);
        for (const id of added) {
          rows.push(customer(id));
          byId.addLast(rows);
        }
        const naive = (id: string) => rows.flatMap((row, index) => (row.id === id ? [index] : []));
        for (const id of [...first, ...added, 'nobody', '']) {
          expect(byId.find(rows, id)).to.deep.equal(naive(id));
        }
      }),
    );
  });
});
