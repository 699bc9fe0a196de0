import type { Count } from '../count.js';

/** English words about what a viewer can choose of the overview: favourites, columns, density. */
export const viewerChoices = {
  /** The spoken name of the star of a customer. */
  favourite: (customer: string) => `Favourite: ${customer}`,
  favouritesOnTop: 'Show favourites on top',
  /** Said once favourites have changed and the list has not. */
  favouritesChanged: 'Favourites changed. The list stays as it is until you show them on top.',
  favouritesFull: (most: Count) => `There can be ${most.text} favourites. Remove one to add another.`,
  columns: 'Columns',
  /** Why Customer name can be neither hidden nor moved. */
  alwaysShown: 'Always shown',
  width: (column: string) => `Width of ${column}`,
  automaticWidth: 'Automatic',
  moveUp: (column: string) => `Move ${column} up`,
  moveDown: (column: string) => `Move ${column} down`,
  /** Said after a move; as in "Total Beacons: 2 of 6". */
  moved: (column: string, position: string, of: string) => `${column}: ${position} of ${of}`,
  density: 'Rows',
  densities: { comfortable: 'Comfortable', compact: 'Compact' },
  reset: 'Reset',
  /** Said after a reset. */
  wasReset: 'Columns and rows are as they were at first.',
};
