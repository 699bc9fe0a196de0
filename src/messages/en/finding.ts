import type { Count } from '../count.js';

/** English words about finding customers: counts of each status, filters, saved views; they come after the first view. */
export const finding = {
  /** Beside the heading, where the provider lists nobody else. */
  managedOnly: 'Only customers that you manage are listed.',
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
  /** Kept searches, filters and orders. */
  views: 'Views',
  noViews: 'No view is saved yet. A view keeps search, filters and order under a name.',
  viewName: 'Name of the view',
  saveView: 'Save',
  viewSaved: (name: string) => `Saved: ${name}`,
  viewsFull: (most: Count) => `There can be ${most.text} views. Remove one to save another.`,
  defaultView: 'Default',
  defaultViewOf: (name: string) => `Default: ${name}`,
  removeView: (name: string) => `Remove ${name}`,
  viewRemoved: (name: string) => `Removed: ${name}`,
  copyLink: 'Copy link',
  linkCopied: 'The link is copied.',
  linkNotCopied: 'The link could not be copied. Copy the address of the page instead.',
  exportViews: 'Export',
  importViews: 'Import',
  /** Before `.json`. */
  viewsFile: 'customer-views',
  viewsImported: (count: Count) => `${count.text} ${count.plural === 'one' ? 'view' : 'views'} imported.`,
  /** Said after that, where some were left out. */
  viewsLeftOut: (most: Count) => `There is no room for more than ${most.text} views.`,
  importFailed: 'There are no views in this file.',
};
