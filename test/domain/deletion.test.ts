import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Customer } from '../../src/domain/customer.js';
import { deletionOf, isConfirmed } from '../../src/domain/deletion.js';
import { canDelete } from '../../src/domain/permissions.js';

const customer = (id: string, over: Partial<Customer> = {}): Customer => ({
  id,
  name: `Customer ${id}`,
  relationship: 'managed',
  beacons: { state: 'unavailable' },
  expirations: { state: 'unavailable' },
  can: { delete: true },
  ...over,
});

describe('deletionOf', () => {
  const cases: [name: string, over: Partial<Customer>, reason: string | undefined][] = [
    ['one that may be deleted', {}, undefined],
    ['one that granted access, whatever else it says', { relationship: 'granted' }, 'granted'],
    ['one without permissions', { can: {} }, 'not-allowed'],
    ['one that is denied', { can: { edit: true, delete: false } }, 'not-allowed'],
  ];
  for (const [name, over, reason] of cases) {
    it(`tells apart ${name}`, () => {
      const { deletable, excluded } = deletionOf([customer('1', over)]);
      expect([deletable.length, excluded[0]?.reason]).to.deep.equal([reason === undefined ? 1 : 0, reason]);
    });
  }

  it('takes the first 100 and says of each further one that it is too many', () => {
    const { deletable, excluded } = deletionOf(Array.from({ length: 101 }, (_, index) => customer(String(index))));
    expect(deletable).to.have.lengthOf(100);
    expect(excluded.map((each) => [each.customer.id, each.reason])).to.deep.equal([['100', 'too-many']]);
  });

  it('has everybody once, and deletes nobody who may not be', () => {
    const some = fc.record({ id: fc.nat(150), granted: fc.boolean(), can: fc.boolean() });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 250 }), (all) => {
        const customers = all.map(({ id, granted, can }) =>
          customer(String(id), { relationship: granted ? 'granted' : 'managed', can: { delete: can } }),
        );
        const { deletable, excluded } = deletionOf(customers);
        const ids = [...deletable, ...excluded.map((each) => each.customer)].map(({ id }) => id);
        expect(ids).to.have.members([...new Set(customers.map(({ id }) => id))]);
        expect(deletable.length).to.be.at.most(100);
        expect(deletable.every(canDelete)).to.equal(true);
      }),
    );
  });
});

describe('isConfirmed', () => {
  const cases: [typed: string, word: string, yes: boolean][] = [
    ['delete', 'delete', true],
    [' DELETE ', 'delete', true],
    ['lo\u0308schen', 'löschen', true],
    ['delet', 'delete', false],
    ['delete it', 'delete', false],
    ['', 'delete', false],
    ['', '', false],
  ];
  for (const [typed, word, yes] of cases)
    it(`${yes ? 'takes' : 'refuses'} “${typed}” for “${word}”`, () => {
      expect(isConfirmed(typed, word)).to.equal(yes);
    });
});
