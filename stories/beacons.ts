import { beaconConnectivities } from '../src/domain/beacon-list.js';
import type { Beacon } from '../src/domain/beacons.js';
import { Chance } from '../src/testing/chance.js';
import { now } from './moment.js';

const sites = ['Berlin', 'Boston', 'Chennai', 'Kraków', 'Osaka', 'São Paulo', 'Sydney', 'Zürich'];
const systems = ['Windows Server 2022', 'Windows Server 2019', 'Red Hat Enterprise Linux 9.4'];
const versions = ['20.1.0', '20.1.0', '19.4.2'];

/** The instant so many minutes before the moment of the stories. */
export function minutesAgo(minutes: number): string {
  return new Date(now.getTime() - minutes * 60_000).toISOString();
}

/** Beacons of one customer, every fourth a parent of those behind it; the same ones each time. */
export function sampleBeacons(count: number): readonly Beacon[] {
  const chance = new Chance(7);
  return Array.from({ length: count }, (_, index): Beacon => {
    const connectivity = index < 4 ? beaconConnectivities[index] : chance.happens(0.85) ? 'ok' : 'disabled';
    const version = chance.oneOf(versions);
    const parent = index - (index % 4);
    const subnets = chance.between(0, 3);
    return {
      id: `b-${index}`,
      name: `${chance.oneOf(sites)}-${String(index + 1).padStart(2, '0')}`,
      connectivity: connectivity ?? 'ok',
      version,
      upgradeDue: version === '19.4.2',
      policy: chance.happens(0.9) ? 'current' : 'out-of-date',
      lastReported: minutesAgo(connectivity === 'offline' ? 4321 : chance.between(0, 14)),
      operatingSystem: chance.oneOf(systems),
      ipAddress: `10.${index % 200}.${chance.between(0, 255)}.${chance.between(1, 254)}`,
      subnets: Array.from({ length: subnets }, (__, subnet) => `10.${index % 200}.${subnet}.0/24`),
      ...(parent !== index && { parentId: `b-${parent}` }),
    };
  });
}
