import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { checkBeacons } from '../../src/providers/checked-beacons.js';
import { refusalOf } from './samples.js';

const beacon = { id: 'b1', name: 'Berlin 1', connectivity: 'ok' };
const whole = {
  ...beacon,
  version: '2.4.1',
  upgradeDue: false,
  policy: 'current',
  lastReported: '2026-06-15T11:55:00Z',
  parentId: 'b0',
  operatingSystem: 'Windows Server 2022',
  ipAddress: '10.0.0.4',
  subnets: ['10.0.0.0/24'],
};

describe('checkBeacons', () => {
  it('passes what can be read as it is', () => {
    const { beacons, unreadable } = checkBeacons([whole]);
    expect(beacons).to.deep.equal([whole]);
    expect(unreadable).to.equal(0);
  });

  it('refuses what is no list', () => {
    for (const answer of [null, undefined, {}, 'list', 5, { length: 1 }]) {
      expect(refusalOf(() => checkBeacons(answer)).code).to.equal('invalid-data');
    }
  });

  it('counts what is no beacon, and what has the ID of another', () => {
    const second = { ...whole, name: 'Another' };
    const { beacons, unreadable } = checkBeacons([
      null,
      5,
      {},
      { ...beacon, id: ' ' },
      { ...beacon, name: 1 },
      whole,
      second,
    ]);
    expect(beacons).to.deep.equal([whole]);
    expect(unreadable).to.equal(6);
  });

  it('does not know a connectivity that there is not', () => {
    for (const connectivity of ['fine', 'OK', 5, null, undefined]) {
      expect(checkBeacons([{ ...beacon, connectivity }]).beacons[0]?.connectivity).to.equal('unknown');
    }
  });

  it('leaves out what cannot be read of a beacon', () => {
    const broken = {
      version: 2,
      upgradeDue: 'yes',
      policy: 'old',
      lastReported: 5,
      parentId: {},
      operatingSystem: null,
      ipAddress: 1,
      subnets: ['10.0.0.0/24', 5],
    };
    const [read] = checkBeacons([{ ...beacon, ...broken }]).beacons;
    for (const field of Object.keys(broken)) expect(read, field).to.have.property(field, undefined);
  });

  it('loses nothing without counting it', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.anything(), fc.constant(beacon), fc.constant(whole))), (answer) => {
        const { beacons, unreadable } = checkBeacons(answer);
        expect(beacons.length + unreadable).to.equal(answer.length);
        expect(new Set(beacons.map(({ id }) => id)).size).to.equal(beacons.length);
      }),
    );
  });
});
