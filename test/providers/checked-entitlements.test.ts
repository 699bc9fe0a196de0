import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { checkEntitlements } from '../../src/providers/checked-entitlements.js';
import { refusalOf } from './samples.js';

const entitlement = { id: 'e1', product: 'Flexera One', capability: 'optima', expires: '2026-06-30' };

describe('checkEntitlements', () => {
  it('passes what can be read as it is', () => {
    const list = [
      { ...entitlement, quantity: 0.5 },
      { ...entitlement, expires: null },
    ];
    expect(checkEntitlements(list)).to.deep.equal({ entitlements: list, unreadable: 0 });
  });

  it('refuses what is no list', () => {
    for (const answer of [null, undefined, {}, 'list', 5, { length: 1 }]) {
      expect(refusalOf(() => checkEntitlements(answer)).code).to.equal('invalid-data');
    }
  });

  it('counts what is no entitlement', () => {
    const answer = [null, 5, {}, { ...entitlement, id: 1 }, { ...entitlement, product: null }, [], entitlement];
    expect(checkEntitlements(answer)).to.deep.equal({ entitlements: [entitlement], unreadable: 6 });
  });

  it('keeps an entitlement whose date is none, unreadable', () => {
    for (const expires of [5, {}, undefined, new Date(0), true]) {
      const { entitlements, unreadable } = checkEntitlements([{ ...entitlement, expires }]);
      expect(entitlements).to.deep.equal([{ ...entitlement, expires: '' }]);
      expect(unreadable).to.equal(0);
    }
    const { expires: _expires, ...dateless } = entitlement;
    expect(checkEntitlements([dateless]).entitlements, 'without the key').to.deep.equal([
      { ...entitlement, expires: '' },
    ]);
  });

  it('leaves a quantity out that is no number', () => {
    for (const quantity of [NaN, Infinity, '5', null]) {
      expect(checkEntitlements([{ ...entitlement, quantity }]).entitlements[0]?.quantity).to.equal(undefined);
    }
  });

  it('loses nothing without counting it', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.anything(), fc.constant(entitlement))), (answer) => {
        const { entitlements, unreadable } = checkEntitlements(answer);
        expect(entitlements.length + unreadable).to.equal(answer.length);
      }),
    );
  });
});
