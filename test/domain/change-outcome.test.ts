import { expect } from '@open-wc/testing';
import { errorCodes, type ErrorCode } from '../../src/domain/availability.js';
import { isOutcomeUnknown } from '../../src/domain/change-outcome.js';

describe('isOutcomeUnknown', () => {
  const unknown: readonly ErrorCode[] = ['timeout', 'offline', 'unavailable', 'invalid-data', 'unknown'];
  for (const code of errorCodes) {
    it(`${unknown.includes(code) ? 'nobody knows' : 'nothing was changed'} after ${code}`, () => {
      expect(isOutcomeUnknown(code)).to.equal(unknown.includes(code));
    });
  }
});
