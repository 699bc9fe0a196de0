import { expect } from '@open-wc/testing';
import { errorCodes } from '../../src/domain/availability.js';
import { isRefusal } from '../../src/domain/refusal.js';

it('is a refusal where the viewer may not see something, or is nobody known', () => {
  expect(errorCodes.filter(isRefusal)).to.deep.equal(['unauthenticated', 'forbidden']);
});
