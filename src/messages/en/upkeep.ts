import type { Count } from '../count.js';

const customers = (count: Count) => `${count.text} ${count.plural === 'one' ? 'customer' : 'customers'}`;

/** English words about the age of a list, what changes in it and what is said of it; they come after its first view. */
export const upkeep = {
  /** `age` as in "2 minutes ago"; absent for less than a minute. */
  updated: (age?: string) => (age === undefined ? 'Updated just now' : `Updated ${age}`),
  refresh: 'Refresh',
  offline: 'You are offline. What you see may be out of date; it is updated when you are back.',
  /** `count` where it is known how many. */
  changed: (count?: Count) => (count === undefined ? 'The list has changed.' : `${customers(count)} changed.`),
  show: 'Show',
  /** The columns that may come late, by the names that a provider gives them. */
  fields: { beacons: 'Beacons', expirations: 'Expirations' },
  progress: (field: string, known: string, of: string) => `${field}: ${known} of ${of}`,
  incomplete: (field: string, of: Count, known: string) =>
    `${field}: known for ${known} of ${customers(of)}. Until the rest is there, customers may be missing here or stand in another place.`,
  update: 'Update',
  found: (count: Count) => `${customers(count)} found`,
  sorted: (column: string, direction: 'ascending' | 'descending') => `Sorted by ${column}, ${direction}`,
  /** Said where the last row that there is so far is not the last of the list. */
  loaded: (count: Count) => `${customers(count)} loaded so far. More are loaded as you go on.`,
};
