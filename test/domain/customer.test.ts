import { expect } from '@open-wc/testing';
import { displayName } from '../../src/domain/customer.js';

describe('what a customer is called', () => {
  for (const [name, called] of [
    ['Acme', 'Acme'],
    [' Acme ', 'Acme'],
    ['', '32175'],
    [' \t\n\u00a0\u3000', '32175'],
  ] as const) {
    it(`is "${called}" for ${JSON.stringify(name)}`, () => {
      expect(displayName({ name, id: '32175' })).to.equal(called);
    });
  }
});
