import { expect } from '@open-wc/testing';
import { checkDetails } from '../../src/providers/checked-details.js';
import { customer, refusalOf } from './samples.js';

const owner = { firstName: 'Ada', lastName: 'Park', email: 'ada@acorn.example' };
const whole = {
  ...customer('42', { description: 'Trees', version: '7' }),
  owners: { state: 'ready', value: [owner] },
  capabilities: {
    state: 'ready',
    value: [{ capability: 'iam' }, { capability: 'fcm', expires: '2027-01-01', inUse: true }],
  },
};

describe('checkDetails', () => {
  it('passes a whole customer, with nothing that it does not know', () => {
    expect(checkDetails({ ...whole, secret: 1 }, '42')).to.deep.equal({
      ...checkDetails(whole, '42'),
      id: '42',
      version: '7',
      owners: whole.owners,
    });
    expect(checkDetails(whole, '42')).to.deep.include({ name: 'Customer 42', description: 'Trees' });
    expect(Object.keys(checkDetails({ ...whole, secret: 1 }, '42'))).not.to.include('secret');
  });

  it('takes a null expiry for none', () => {
    const { capabilities } = checkDetails(
      { ...whole, capabilities: { state: 'ready', value: [{ capability: 'iam', expires: null, inUse: 'yes' }] } },
      '42',
    );
    expect(capabilities).to.deep.equal({
      state: 'ready',
      value: [{ capability: 'iam', expires: undefined, inUse: undefined }],
    });
  });

  it('makes owners or capabilities unavailable as a whole where one is broken: a change names them all', () => {
    const lost = { state: 'unavailable', code: 'invalid-data' };
    for (const value of [[owner, { email: 'x' }], [5], 'none', null]) {
      expect(checkDetails({ ...whole, owners: { state: 'ready', value } }, '42').owners).to.deep.equal(lost);
    }
    for (const value of [[{ capability: ' ' }], [{ capability: 'fcm', expires: 5 }], 'iam', null]) {
      expect(checkDetails({ ...whole, capabilities: { state: 'ready', value } }, '42').capabilities).to.deep.equal(
        lost,
      );
    }
    expect(checkDetails({ ...whole, owners: undefined }, '42').owners).to.deep.equal(lost);
    expect(checkDetails({ ...whole, capabilities: undefined }, '42').capabilities).to.equal(undefined);
  });

  it('refuses what is no customer, and another customer than was asked for', () => {
    for (const answer of [undefined, null, 5, {}, { ...whole, relationship: 'own' }, { ...whole, id: '43' }]) {
      expect(refusalOf(() => checkDetails(answer, '42')).code, JSON.stringify(answer)).to.equal('invalid-data');
    }
  });
});
