import { expect } from '@open-wc/testing';
import { completePolicy } from '../../src/domain/expiration-policy.js';
import { defaultExpirationPolicy, type ExpirationPolicy } from '../../src/domain/expirations.js';

describe('completePolicy', () => {
  it('is the default where nothing is given', () => {
    for (const given of [undefined, null, {}]) {
      expect(completePolicy(given)).to.deep.equal(defaultExpirationPolicy);
    }
  });

  it('takes what is given and keeps the rest', () => {
    const countsCapability = () => true;
    expect(completePolicy({ graceDays: 0 })).to.deep.equal({ ...defaultExpirationPolicy, graceDays: 0 });
    expect(completePolicy({ horizons: [7, 90] })).to.deep.equal({ ...defaultExpirationPolicy, horizons: [7, 90] });
    expect(completePolicy({ horizons: [] })).to.deep.equal({ ...defaultExpirationPolicy, horizons: [] });
    expect(completePolicy({ countsCapability })).to.deep.equal({ ...defaultExpirationPolicy, countsCapability });
  });

  it('keeps the default of what is no number of days', () => {
    for (const days of [-1, 1.5, NaN, Infinity, '30', null]) {
      // as: what script hands over is not checked by a compiler
      const given = { graceDays: days, horizons: [30, days] } as Partial<ExpirationPolicy>;
      expect(completePolicy(given), String(days)).to.deep.equal(defaultExpirationPolicy);
    }
  });

  it('keeps the default of what is no list, and no function', () => {
    // as: what script hands over is not checked by a compiler
    const given = { horizons: '30 60', countsCapability: 'all' } as unknown as Partial<ExpirationPolicy>;
    expect(completePolicy(given)).to.deep.equal(defaultExpirationPolicy);
  });
});
