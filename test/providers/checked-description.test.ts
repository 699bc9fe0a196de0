import { expect } from '@open-wc/testing';
import { defaultExpirationPolicy } from '../../src/domain/expirations.js';
import { checkDescription } from '../../src/providers/checked-description.js';
import { refusalOf } from './samples.js';

describe('checkDescription', () => {
  it('passes a whole description as it is', () => {
    const whole = {
      version: 1,
      sortable: ['name', 'beacons'],
      paging: 'cursor',
      filterable: ['statuses', 'tags'],
      pins: false,
      statusCounts: true,
      scope: 'managed',
      can: { add: true },
      versioned: true,
      capabilities: [{ capability: 'iam' }, { capability: 'optima', name: 'Cloud Cost Optimization' }],
      policy: defaultExpirationPolicy,
    };
    expect(checkDescription(whole)).to.deep.equal(whole);
  });

  it('takes the first version where none is named', () => {
    expect(checkDescription({})).to.deep.equal({ version: 1 });
  });

  it('leaves out sort fields that it does not know', () => {
    const { sortable } = checkDescription({ version: 1, sortable: ['name', 'colour', 5, null, 'id'] });
    expect(sortable).to.deep.equal(['name', 'id']);
    expect(checkDescription({ sortable: [] }).sortable).to.deep.equal([]);
  });

  it('leaves out filters that it does not know, in an order of its own', () => {
    const { filterable } = checkDescription({ filterable: ['tags', 'colour', 5, null, 'statuses'] });
    expect(filterable).to.deep.equal(['statuses', 'tags']);
    expect(checkDescription({ filterable: [] }).filterable).to.deep.equal([]);
  });

  it('counts on no counts that are not plainly offered', () => {
    for (const statusCounts of ['yes', 1, null])
      expect(checkDescription({ statusCounts }).statusCounts).to.equal(undefined);
  });

  it('leaves out offered capabilities that cannot be sent, and names that are none', () => {
    const offered = [{ capability: 'fcm', name: 5, price: 3 }, { capability: ' ' }, { name: 'Nameless' }, 'iam', null];
    expect(checkDescription({ capabilities: offered }).capabilities).to.deep.equal([
      { capability: 'fcm', name: undefined },
    ]);
    expect(checkDescription({}).capabilities).to.equal(undefined);
  });

  it('gives no permission for anything but a plain true', () => {
    for (const can of [true, 'add', null, { add: 1 }, { add: 'true' }, { add: null }, [true], {}]) {
      expect(checkDescription({ can }).can?.add, JSON.stringify(can)).to.equal(undefined);
    }
    expect(checkDescription({ can: { add: false } }).can?.add).to.equal(false);
  });

  it('takes no other scope than that of the managed customers', () => {
    for (const scope of ['granted', 'all', null, 5])
      expect(checkDescription({ scope }).scope, String(scope)).to.equal(undefined);
  });

  it('refuses what is broken elsewhere', () => {
    const policies = [5, {}, { graceDays: -1 }, { horizons: ['30'] }, { countsCapability: true }].map((part) => ({
      policy:
        typeof part === 'number' || Object.keys(part).length === 0 ? part : { ...defaultExpirationPolicy, ...part },
    }));
    const others = [
      { version: 2 },
      { sortable: 'name' },
      { paging: 'pages' },
      { filterable: 'tags' },
      { pins: 'yes' },
      { capabilities: 'iam' },
    ];
    for (const answer of [null, 5, 'offset', undefined, ...others, ...policies]) {
      expect(refusalOf(() => checkDescription(answer)).code, JSON.stringify(answer)).to.equal('invalid-data');
    }
  });
});
