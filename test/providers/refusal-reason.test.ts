import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { refusalReasons } from '../../src/domain/refusal-reason.js';
import { ProviderError } from '../../src/providers/provider-error.js';
import { refusalReasonOf } from '../../src/providers/refusal-reason.js';

describe('refusalReasonOf', () => {
  it('reads the reason of an error, and of an outcome that another copy of the library gave', () => {
    for (const reason of refusalReasons) {
      expect(refusalReasonOf(new ProviderError('conflict', undefined, { reason }))).to.equal(reason);
      expect(refusalReasonOf({ code: 'conflict', reason })).to.equal(reason);
    }
  });

  it('finds none where there is none that has words', () => {
    for (const failure of [
      undefined,
      null,
      'name-taken',
      { reason: 'other' },
      { reason: 5 },
      new Error('name-taken'),
    ]) {
      expect(refusalReasonOf(failure)).to.equal(undefined);
    }
  });

  it('never throws', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const hostile = {
      get reason(): string {
        throw new Error('hostile');
      },
    };
    for (const failure of [proxy, hostile]) expect(refusalReasonOf(failure)).to.equal(undefined);
    fc.assert(fc.property(fc.anything(), (failure) => refusalReasonOf(failure) === undefined));
  });
});
