// @ts-check
// Sample beacons behind the count of a sample customer: counted, they give the count again.

/** @import { Beacon } from '../../src/domain/beacons.js' */
/** @import { Customer } from '../../src/domain/customer.js' */

const places = ['ams', 'chi', 'fra', 'lon', 'nyc', 'osl', 'sin', 'syd', 'tyo', 'yto'];
const systems = ['Windows Server 2022', 'Windows Server 2019', 'Windows Server 2016', 'Red Hat Enterprise Linux 9.4'];
const versions = ['22.4.1', '22.4.0', '22.1.3', '21.2.0'];
const currentVersions = 2;

const minute = 60_000;

/** A beacon checks in so often, at most. */
const checkIn = 15 * minute;

/** Every so many beacons there is one that the others report through. */
const group = 12;

/**
 * @param {Customer} customer
 * @param {Date} now
 * @returns {readonly Beacon[]} None where the count is not known.
 */
export function sampleBeacons({ id, beacons }, now) {
  if (beacons.state !== 'ready') return [];
  const { total, unhealthy = 0 } = beacons.value;
  const seed = Number(id);
  return Array.from({ length: total }, (_, index) => {
    // spread over the list, and not the same for each customer
    const turn = (seed + index * 7) % 97;
    const isUnhealthy = index >= total - unhealthy;
    const connectivity = isUnhealthy ? (turn % 2 ? 'offline' : 'warning') : turn % 23 === 0 ? 'disabled' : 'ok';
    const version = turn % versions.length;
    const parent = index - (index % group);
    const site = `10.${seed % 200}.${Math.floor(index / group) % 256}`;
    return {
      id: `${id}-b${index + 1}`,
      name: `beacon-${places[(seed + Math.floor(index / group)) % places.length]}-${String(index + 1).padStart(3, '0')}`,
      connectivity,
      version: versions[version],
      upgradeDue: version >= currentVersions,
      policy:
        connectivity === 'ok' && turn % 11 !== 0 ? 'current' : connectivity === 'disabled' ? 'unknown' : 'out-of-date',
      lastReported: new Date(now.getTime() - silenceOf(connectivity, turn)).toISOString(),
      ...(parent !== index && { parentId: `${id}-b${parent + 1}` }),
      operatingSystem: systems[(seed + index) % systems.length],
      ipAddress: `${site}.${10 + (index % group)}`,
      subnets: parent === index ? [`${site}.0/24`, `172.16.${turn}.0/24`] : [`${site}.0/24`],
    };
  });
}

/**
 * How long ago a beacon reported.
 *
 * @param {Beacon['connectivity']} connectivity
 * @param {number} turn
 */
function silenceOf(connectivity, turn) {
  if (connectivity === 'ok') return (turn * minute) % checkIn;
  if (connectivity === 'warning') return (1 + (turn % 5)) * 60 * minute;
  return (2 + (turn % 40)) * 24 * 60 * minute;
}
