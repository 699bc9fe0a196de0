import { expect } from '@open-wc/testing';
import { beaconsOf, expirationsOf, tagsOf, textOf } from '../../../src/providers/memory/row-fields.js';
import { hostile } from '../samples.js';

const value = { undated: 1, unreadable: 0, dates: ['2026-07-01'] };

describe('the fields of a row that may be anything', () => {
  it('are text where there is text', () => {
    const row = { name: 'n', id: 'i', externalId: 'e' };
    expect([textOf(row, 'name'), textOf(row, 'id'), textOf(row, 'externalId')]).to.deep.equal(['n', 'i', 'e']);
    for (const none of [null, undefined, {}, { name: 5 }]) expect(textOf(none, 'name')).to.equal('');
  });

  it('are tags where there is a list', () => {
    expect(tagsOf({ tags: ['gold'] })).to.deep.equal(['gold']);
    for (const none of [null, {}, { tags: 'gold' }]) expect(tagsOf(none)).to.deep.equal([]);
  });

  it('are counts of beacons where those are ready, and counts', () => {
    const beacons = (summary: unknown, state = 'ready') => beaconsOf({ beacons: { state, value: summary } });
    expect(beacons({ total: 3, unhealthy: 1 })).to.deep.equal({ total: 3, unhealthy: 1 });
    expect(beacons({ total: 3, unhealthy: -1 })).to.deep.equal({ total: 3, unhealthy: undefined });
    for (const none of [beacons({ total: 3 }, 'pending'), beacons({ total: -1, unhealthy: 1 }), beaconsOf(null)]) {
      expect(none).to.deep.equal({});
    }
  });

  for (const state of ['pending', 'forbidden', 'not-applicable', 'unavailable']) {
    it(`are expirations that are ${state}, and nothing more`, () => {
      expect(expirationsOf({ expirations: { state, value } })).to.deep.equal({ state });
    });
  }

  it('are expirations that are ready where every part is what it should be', () => {
    const ready = { state: 'ready', value };
    expect(expirationsOf({ expirations: ready })).to.deep.equal({ ...ready, missing: undefined });
    const incomplete = { ...ready, missing: ['Snow Atlas'] };
    expect(expirationsOf({ expirations: incomplete })).to.deep.equal(incomplete);
    for (const broken of [
      { ...ready, state: 'done' },
      { ...ready, value: null },
      { ...ready, value: { ...value, undated: -1 } },
      { ...ready, value: { ...value, unreadable: '0' } },
      { ...ready, value: { ...value, dates: [5] } },
      { ...ready, missing: [5] },
      hostile<object>(null),
    ]) {
      expect(expirationsOf({ expirations: broken }), JSON.stringify(broken)).to.deep.equal({ state: 'unavailable' });
    }
  });
});
