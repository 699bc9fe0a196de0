import type { PanelMessages } from '../messages.js';

/** German words of what an overview opens for a customer, and of the menu of a row. */
export const panels: PanelMessages['panels'] = {
  actionsFor: (customer) => `Aktionen für ${customer}`,
  details: 'Kundendetails',
  beacons: 'Beacons',
  expirations: 'Nächste Abläufe',
  edit: 'Bearbeiten',
  delete: 'Löschen …',
  addTitle: 'Kunden hinzufügen',
  editTitle: (customer) => `${customer} bearbeiten`,
  deleteTitle: 'Kunden löschen',
};
