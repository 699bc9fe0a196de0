import type { customerDetails as english } from '../en/customer-details.js';

/** German words of a customer's details. */
export const customerDetails: typeof english = {
  tabs: 'Teile der Details',
  details: 'Kundendetails',
  beacons: 'Beacons',
  organizationId: (id) => `Organisations-ID ${id}`,
  loading: 'Details werden geladen …',
  failed: 'Die Details konnten nicht geladen werden',
  failedStale: 'Die Details konnten nicht aktualisiert werden. Was Sie sehen, ist vielleicht veraltet.',
  unsupported: 'Die Details einzelner Kunden sind hier nicht verfügbar.',
  panelFailed:
    'Die Beacons konnten nicht geöffnet werden. Versuchen Sie es noch einmal. Wenn das nicht hilft, laden Sie die Seite neu.',
  edit: 'Bearbeiten',
  delete: 'Löschen',
  tieredBadge: 'Mehrstufig',
  fields: {
    name: 'Kundenname',
    id: 'Organisations-ID',
    externalId: 'Externe ID',
    description: 'Beschreibung',
    tiered: 'Mehrstufig',
    beacons: 'Beacons gesamt',
  },
  tiered: { yes: 'Ja: mit eigenen Kunden', no: 'Nein' },
  none: 'Keine',
  owners: 'Besitzer',
  noOwners: 'Keine Besitzer',
  capabilities: 'Funktionen',
  noCapabilities: 'Keine Funktionen',
  unreadableCapabilities: 'Einige Funktionen konnten nicht gelesen werden.',
  pending: 'Wird geladen …',
  forbidden: 'Sie haben keinen Zugriff',
  unavailable: 'Nicht verfügbar',
};
