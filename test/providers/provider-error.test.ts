import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { errorCodes } from '../../src/domain/availability.js';
import { errorCodeOf, ProviderError } from '../../src/providers/provider-error.js';

describe('ProviderError', () => {
  it('carries its code, and says it where there is no message', () => {
    const error = new ProviderError('conflict');
    expect(error).to.be.instanceOf(Error);
    expect(error).to.include({ name: 'ProviderError', code: 'conflict', message: 'conflict' });
    expect(new ProviderError('conflict', 'Somebody was faster').message).to.equal('Somebody was faster');
  });

  it('has only what it was given', () => {
    const error = new ProviderError('timeout');
    expect(error).not.to.have.any.keys('retryAfterMs', 'problem', 'reason', 'cause');
  });

  it('keeps when to come back, the problem, the reason and the cause', () => {
    const cause = new TypeError('no network');
    const problem = { status: 429, title: 'Too many requests' };
    const error = new ProviderError('rate-limited', 'Later', { retryAfterMs: 0, problem, reason: 'name-taken', cause });
    expect(error.reason).to.equal('name-taken');
    expect(error.retryAfterMs).to.equal(0);
    expect(error.problem).to.equal(problem);
    expect(error.cause).to.equal(cause);
  });

  it('keeps a cause that is nothing', () => {
    const error = new ProviderError('unknown', 'Thrown away', { cause: undefined });
    expect(Object.hasOwn(error, 'cause')).to.equal(true);
  });
});

describe('errorCodeOf', () => {
  it('reads the code of an error, and of what another copy of the library threw', () => {
    for (const code of errorCodes) {
      expect(errorCodeOf(new ProviderError(code))).to.equal(code);
      expect(errorCodeOf({ code })).to.equal(code);
      expect(errorCodeOf(Object.assign(new Error(), { code }))).to.equal(code);
    }
  });

  it('does not know what carries no code of the library', () => {
    const others = [undefined, null, 'timeout', 404, Symbol('timeout'), new Error('timeout'), { code: 'ENOENT' }];
    for (const thrown of [...others, { code: 'toString' }, { code: ['timeout'] }, []]) {
      expect(errorCodeOf(thrown)).to.equal('unknown');
    }
  });

  it('survives what cannot even be looked at', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const trapped = {
      get code(): string {
        throw new Error('trap');
      },
    };
    expect(errorCodeOf(proxy)).to.equal('unknown');
    expect(errorCodeOf(trapped)).to.equal('unknown');
  });

  it('gives a known code for everything', () => {
    fc.assert(fc.property(fc.anything(), (thrown) => errorCodes.includes(errorCodeOf(thrown))));
  });
});
