import { expect } from '@open-wc/testing';
import { newIdempotencyKey } from '../../src/controllers/idempotency-key.js';

describe('newIdempotencyKey', () => {
  it('gives another key each time, of letters and digits', () => {
    const keys = Array.from({ length: 1000 }, newIdempotencyKey);
    expect(new Set(keys).size).to.equal(keys.length);
    for (const key of keys) expect(key).to.match(/^[\da-f]{32}$/);
  });
});
