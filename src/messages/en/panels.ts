/** English words of what an overview opens for a customer, and of the menu of a row. */
export const panels = {
  /** Names the button that opens the menu. */
  actionsFor: (customer: string) => `Actions for ${customer}`,
  details: 'Customer details',
  beacons: 'Beacons',
  expirations: 'Upcoming expirations',
  edit: 'Edit',
  delete: 'Delete…',
  /** The titles of the panels. */
  addTitle: 'Add customers',
  editTitle: (customer: string) => `Edit ${customer}`,
  deleteTitle: 'Delete customers',
};
