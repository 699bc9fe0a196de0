import { expect } from '@open-wc/testing';
import { errorCodes } from '../../src/domain/availability.js';
import { isRepeatable } from '../../src/domain/repeatable.js';

describe('isRepeatable', () => {
  it('is so for what passes by itself, and for nothing else', () => {
    const repeatable = errorCodes.filter((code) => isRepeatable(code));
    expect(repeatable).to.have.members(['rate-limited', 'timeout', 'offline', 'unavailable']);
  });
});
