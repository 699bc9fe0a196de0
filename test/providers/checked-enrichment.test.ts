import { expect } from '@open-wc/testing';
import { checkEnrichments } from '../../src/providers/checked-enrichment.js';
import { errorCodeOf } from '../../src/providers/provider-error.js';

const beacons = { state: 'ready', value: { total: 3 } };
const checked = (entry: unknown) => checkEnrichments(new Map([['1', entry]]), ['1']).get('1');

describe('checkEnrichments', () => {
  it('gives what is there, of whom it was asked about', () => {
    const answer = new Map<string, unknown>([
      ['1', { beacons, more: 'words' }],
      ['3', { beacons }],
    ]);
    const enrichments = checkEnrichments(answer, ['1', '2']);
    expect([...enrichments.keys()]).to.deep.equal(['1']);
    expect(enrichments.get('1')).to.deep.equal({ beacons });
  });

  it('leaves out whom it cannot read, and makes a broken column unavailable', () => {
    for (const entry of [null, undefined, 7, 'text', []]) expect(checked(entry)?.beacons).to.equal(undefined);
    expect(checked({ beacons: { state: 'ready', value: { total: -1 } } })).to.deep.equal({
      beacons: { state: 'unavailable', code: 'invalid-data' },
    });
    expect(checked({ expirations: { state: 'pending' } })).to.deep.equal({ expirations: { state: 'pending' } });
  });

  it('refuses what is no map', () => {
    const throwing = { get: raise };
    for (const answer of [undefined, null, [], { 1: { beacons } }, throwing]) {
      let failure: unknown;
      try {
        checkEnrichments(answer, ['1']);
      } catch (error) {
        failure = error;
      }
      expect(errorCodeOf(failure)).to.equal('invalid-data');
    }
  });
});

function raise(): never {
  throw new Error('no');
}
