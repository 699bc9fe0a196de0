import type { BeaconConnectivity } from '../../domain/beacons.js';
import type { Count } from '../count.js';

const beacons = (count: Count) => `${count.text} ${count.plural === 'one' ? 'beacon' : 'beacons'}`;
const subnets = (count: Count) => `${count.text} ${count.plural === 'one' ? 'subnet' : 'subnets'}`;

const connectivity: Record<BeaconConnectivity, string> = {
  offline: 'Offline',
  warning: 'Warning',
  unknown: 'Unknown',
  ok: 'OK',
  disabled: 'Disabled',
};

/** The English words of a customer's beacons, loaded with them. */
export const customerBeacons = {
  table: 'Beacons',
  loading: 'Loading beacons…',
  failed: 'The beacons could not be loaded',
  failedStale: 'The beacons could not be updated. What you see may be out of date.',
  unsupported: 'The single beacons are not available here.',
  notApplicable: 'Not applicable: no capability of this customer brings beacons.',
  empty: 'No beacons',
  /** In its place where a source is missing, which may have some. */
  noneKnown: 'No beacons known',
  missing: (sources: string) => `Not included, because it could not be read: ${sources}`,
  unreadableEntries: (count: Count) =>
    `${count.text} more ${count.plural === 'one' ? 'entry' : 'entries'} could not be read.`,
  noMatch: 'No beacon matches the search and the filters',
  showAll: 'Show all beacons',
  total: beacons,
  found: (count: Count) => `${beacons(count)} found`,
  search: 'Search beacons by name, system, address',
  filters: 'Connectivity',
  tree: 'By parent beacon',
  refresh: 'Refresh',
  columns: {
    name: 'Beacon',
    parent: 'Parent beacon',
    connectivity: 'Connectivity',
    policy: 'Policy',
    lastReported: 'Last reported',
    version: 'Version',
    operatingSystem: 'Operating system',
    ipAddress: 'IP address',
    subnets: 'Subnets',
  },
  connectivity,
  /** The name of a connectivity's filter, and of its part in the summary. */
  countOf: (name: string, count: Count) => `${name}: ${count.text}`,
  policy: { current: 'Policy current', 'out-of-date': 'Policy out of date', unknown: 'Policy unknown' },
  upgradeDue: 'Upgrade due',
  /** Less than a minute ago. */
  justNow: 'Just now',
  overdue: 'Overdue',
  never: 'Never reported',
  unreadableTime: 'Unreadable time',
  /** Of a parent that is not among the customer's beacons. */
  unknownParent: (id: string) => `${id} (not in this list)`,
  noParent: 'No parent beacon',
  notKnown: 'Not known',
  subnets,
  noSubnets: 'No subnets',
  subnetsOf: (beacon: string) => `Subnets of ${beacon}`,
  /** Below a list that stops short. */
  more: (count: Count) => `and ${count.text} more`,
  expand: (beacon: string) => `Show what is below ${beacon}`,
  collapse: (beacon: string) => `Hide what is below ${beacon}`,
};
