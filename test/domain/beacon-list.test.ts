import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  beaconConnectivities,
  countByConnectivity,
  filterBeacons,
  lastReport,
  listedBeacons,
} from '../../src/domain/beacon-list.js';
import type { Beacon } from '../../src/domain/beacons.js';

function beacon(name: string, more: Partial<Beacon> = {}): Beacon {
  return { id: name, name, connectivity: 'ok', ...more };
}

const namesOf = (beacons: readonly Beacon[], locale = 'en') =>
  listedBeacons(beacons, locale).map((listed) => listed.beacon.name);

const found = (beacons: readonly Beacon[], search: string) =>
  filterBeacons(listedBeacons(beacons, 'en'), { search, connectivities: new Set() }).map(
    (listed) => listed.beacon.name,
  );

const anyBeacon: fc.Arbitrary<Beacon> = fc.record(
  {
    id: fc.stringMatching(/^[a-f]$/),
    name: fc.string(),
    connectivity: fc.constantFrom(...beaconConnectivities),
    upgradeDue: fc.boolean(),
    policy: fc.constantFrom('current', 'out-of-date', 'unknown'),
    parentId: fc.stringMatching(/^[a-f]$/),
    subnets: fc.array(fc.string()),
  },
  { requiredKeys: ['id', 'name', 'connectivity'] },
);
const anyBeacons = fc.uniqueArray(anyBeacon, { selector: ({ id }) => id });

describe('listedBeacons', () => {
  it('puts those first that need attention', () => {
    const beacons = [
      beacon('disabled', { connectivity: 'disabled' }),
      beacon('well', { upgradeDue: false, policy: 'current' }),
      beacon('policy', { policy: 'out-of-date' }),
      beacon('upgrade', { upgradeDue: true }),
      beacon('unknown', { connectivity: 'unknown' }),
      beacon('warning', { connectivity: 'warning' }),
      beacon('offline', { connectivity: 'offline', upgradeDue: true }),
    ];
    expect(namesOf(beacons)).to.deep.equal(['offline', 'warning', 'unknown', 'policy', 'upgrade', 'well', 'disabled']);
  });

  it('goes by name in the language of the reader, numbers as numbers, then by ID', () => {
    const beacons = [beacon('Site 10'), beacon('Site 9'), beacon('Ö'), beacon('Z')];
    expect(namesOf(beacons)).to.deep.equal(['Ö', 'Site 9', 'Site 10', 'Z']);
    expect(namesOf(beacons, 'sv')).to.deep.equal(['Site 9', 'Site 10', 'Z', 'Ö']);
    const twins = listedBeacons([beacon('Twin', { id: '2' }), beacon('Twin', { id: '1' })], 'en');
    expect(twins.map((listed) => listed.beacon.id)).to.deep.equal(['1', '2']);
  });

  it('knows the parent, where it is another beacon of the list', () => {
    const parentOf = (parentId?: string) =>
      listedBeacons([beacon('root'), beacon('child', { parentId })], 'en').find(
        (listed) => listed.beacon.id === 'child',
      )?.parent?.name;
    expect(parentOf('root')).to.equal('root');
    for (const parentId of [undefined, 'elsewhere', 'child']) expect(parentOf(parentId), parentId).to.equal(undefined);
  });

  it('is the same list in any order of the answer', () => {
    fc.assert(
      fc.property(
        anyBeacons.chain((beacons) =>
          fc.tuple(fc.constant(beacons), fc.shuffledSubarray(beacons, { minLength: beacons.length })),
        ),
        ([beacons, shuffled]) => {
          const ids = (list: readonly Beacon[]) => listedBeacons(list, 'en').map((listed) => listed.beacon.id);
          expect(ids(shuffled)).to.deep.equal(ids(beacons));
          expect(ids(beacons).toSorted()).to.deep.equal(beacons.map(({ id }) => id).toSorted());
        },
      ),
    );
  });
});

describe('a search among beacons', () => {
  const beacons = [
    beacon('Zürich', {
      operatingSystem: 'Windows Server 2022',
      version: '2.4.1',
      subnets: ['10.8.0.0/16', '10.9.0.0/16'],
    }),
    beacon('Basel', { ipAddress: '192.168.4.20', parentId: 'Zürich' }),
  ];
  const table: [search: string, names: string[]][] = [
    ['', ['Basel', 'Zürich']],
    ['  ', ['Basel', 'Zürich']],
    ['zurich', ['Basel', 'Zürich']],
    ['BASEL', ['Basel']],
    [' server 2022 ', ['Zürich']],
    ['2.4.1', ['Zürich']],
    ['192.168', ['Basel']],
    ['10.9.', ['Zürich']],
    ['2022 2.4', []],
    ['nowhere', []],
  ];
  for (const [search, names] of table) {
    it(`finds ${names.join(' and ') || 'nothing'} by ${JSON.stringify(search)}`, () => {
      expect(found(beacons, search)).to.deep.equal(names);
    });
  }
});

describe('the counts and filters of beacons', () => {
  const beacons = [
    beacon('a1', { connectivity: 'offline' }),
    beacon('a2'),
    beacon('a3'),
    beacon('b1', { connectivity: 'disabled' }),
  ];
  const listed = listedBeacons(beacons, 'en');

  it('count every connectivity among what the search finds', () => {
    expect(countByConnectivity(listed, '')).to.deep.equal({ offline: 1, warning: 0, unknown: 0, ok: 2, disabled: 1 });
    expect(countByConnectivity(listed, 'A')).to.deep.equal({ offline: 1, warning: 0, unknown: 0, ok: 2, disabled: 0 });
  });

  it('show any of the connectivities that are chosen, and all where none is', () => {
    const shown = (...chosen: Beacon['connectivity'][]) =>
      filterBeacons(listed, { search: '', connectivities: new Set(chosen) }).map(({ beacon: { name } }) => name);
    expect(shown()).to.deep.equal(['a1', 'a2', 'a3', 'b1']);
    expect(shown('ok')).to.deep.equal(['a2', 'a3']);
    expect(shown('ok', 'offline')).to.deep.equal(['a1', 'a2', 'a3']);
    expect(shown('warning')).to.deep.equal([]);
  });

  it('agree: each count is what its filter shows', () => {
    fc.assert(
      fc.property(anyBeacons, fc.string({ maxLength: 1 }), (any, search) => {
        const list = listedBeacons(any, 'en');
        const counts = countByConnectivity(list, search);
        for (const connectivity of beaconConnectivities) {
          const shown = filterBeacons(list, { search, connectivities: new Set([connectivity]) });
          expect(shown.length).to.equal(counts[connectivity]);
        }
      }),
    );
  });
});

describe('lastReport', () => {
  const now = new Date('2026-06-15T12:00:00Z');
  const table: [lastReported: string, minutesAgo: number, isOverdue: boolean][] = [
    ['2026-06-15T12:00:00Z', 0, false],
    ['2026-06-15T12:00:30Z', 0, false],
    ['2026-06-15T11:59:01Z', 0, false],
    ['2026-06-15T11:59:00Z', 1, false],
    ['2026-06-15T13:45:00+02:00', 15, false],
    ['2026-06-15T11:30:01Z', 29, false],
    ['2026-06-15T11:30:00Z', 30, true],
    ['2026-06-14T12:00:00Z', 1440, true],
  ];
  for (const [lastReported, minutesAgo, isOverdue] of table) {
    it(`${lastReported} was ${minutesAgo} minutes ago`, () => {
      const at = new Date(lastReported);
      expect(lastReport({ lastReported }, now)).to.deep.equal({ kind: 'reported', at, minutesAgo, isOverdue });
    });
  }

  it('tells a report that never came from one that cannot be read', () => {
    expect(lastReport({}, now)).to.deep.equal({ kind: 'never' });
    for (const lastReported of ['', 'yesterday', '2026-06-15', '2026-06-15T12:00:00', '2026-02-30T12:00:00Z'])
      expect(lastReport({ lastReported }, now), lastReported).to.deep.equal({ kind: 'unreadable' });
    expect(lastReport({ lastReported: '2026-06-15T12:00:00Z' }, new Date(NaN))).to.deep.equal({ kind: 'unreadable' });
  });
});
