import type { Count } from '../count.js';

/** English words about finding customers: counts of each status, filters, saved views; they come after the first view. */
export const finding = {
  all: 'All',
  /** The statuses without words of their own in the list. */
  none: 'Nothing soon',
  unknown: 'Not known',
  filter: 'Filter',
  /** Heads what the list is filtered by now. */
  filters: 'Filters',
  status: 'Expiration Status',
  expiresWithin: 'Expires within',
  days: 'days',
  relationship: 'Relationship',
  relationships: { managed: 'Managed by you', granted: 'Granted access' },
  tiered: 'Own customers',
  tieredChoices: { yes: 'With customers of its own', no: 'Without customers of its own' },
  beacons: 'Beacons',
  beaconChoices: { yes: 'Beacons with problems', no: 'No beacon with problems' },
  tags: 'Tags',
  any: 'Any',
  expiresWithinDays: (days: Count) => `Expires within ${days.text} ${days.plural === 'one' ? 'day' : 'days'}`,
  tag: (tag: string) => `Tag: ${tag}`,
  remove: (filter: string) => `Remove filter: ${filter}`,
  clearAll: 'Clear all',
};
