import { expect } from '@open-wc/testing';
import { isRefusalReason, refusalReasons } from '../../src/domain/refusal-reason.js';

describe('isRefusalReason', () => {
  it('knows every reason, and nothing else', () => {
    expect(refusalReasons.every(isRefusalReason)).to.equal(true);
    for (const value of ['', 'Name-Taken', 'conflict', 0, null, undefined, ['name-taken'], {}]) {
      expect(isRefusalReason(value), String(value)).to.equal(false);
    }
  });
});
