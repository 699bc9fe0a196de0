import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Availability } from '../../src/domain/availability.js';
import { beaconCount, type BeaconSummary } from '../../src/domain/beacons.js';

const ready = (value: BeaconSummary, missing?: readonly string[]): Availability<BeaconSummary> => ({
  state: 'ready',
  value,
  missing,
});

const unavailable = { kind: 'unknown', reason: 'unavailable' } as const;

describe('beaconCount', () => {
  it('counts, none too', () => {
    expect(beaconCount(ready({ total: 5 }))).to.deep.equal({ kind: 'count', total: 5 });
    expect(beaconCount(ready({ total: 0 }))).to.deep.equal({ kind: 'count', total: 0 });
    expect(beaconCount(ready({ total: 5 }, []))).to.deep.equal({ kind: 'count', total: 5 });
  });

  it('says how many have a problem, where that is known', () => {
    for (const unhealthy of [0, 1, 5]) {
      expect(beaconCount(ready({ total: 5, unhealthy }))).to.deep.equal({ kind: 'count', total: 5, unhealthy });
    }
  });

  it('keeps the states apart', () => {
    expect(beaconCount({ state: 'pending' })).to.deep.equal({ kind: 'pending' });
    expect(beaconCount({ state: 'not-applicable' })).to.deep.equal({ kind: 'not-applicable' });
    expect(beaconCount({ state: 'forbidden' })).to.deep.equal({ kind: 'unknown', reason: 'forbidden' });
    expect(beaconCount({ state: 'unavailable', code: 'timeout' })).to.deep.equal(unavailable);
  });

  it('does not know a total that is no count', () => {
    for (const total of [-1, 1.5, NaN, Infinity, 2 ** 53]) {
      expect(beaconCount(ready({ total, unhealthy: 0 })), String(total)).to.deep.equal(unavailable);
    }
  });

  it('does not know a total that leaves a source out', () => {
    expect(beaconCount(ready({ total: 5 }, ['Snow Atlas']))).to.deep.equal(unavailable);
  });

  it('leaves a number of problems unsaid that cannot be right', () => {
    for (const unhealthy of [-1, 0.5, NaN, 6]) {
      expect(beaconCount(ready({ total: 5, unhealthy })), String(unhealthy)).to.deep.equal({ kind: 'count', total: 5 });
    }
  });

  it('never says anything but whole numbers of beacons', () => {
    fc.assert(
      fc.property(fc.double(), fc.option(fc.double(), { nil: undefined }), (total, unhealthy) => {
        const count = beaconCount(ready({ total, unhealthy }));
        if (count.kind !== 'count') return;
        expect(Number.isSafeInteger(count.total)).to.equal(true);
        expect(count.unhealthy ?? 0).to.be.within(0, count.total);
      }),
    );
  });
});
