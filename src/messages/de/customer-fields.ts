import type { customerFields as english } from '../en/customer-fields.js';

/** German words of a customer's fields. */
export const customerFields: typeof english = {
  name: 'Kundenname',
  externalId: 'Externe ID',
  description: 'Beschreibung',
  optional: (label) => `${label} (freiwillig)`,
  owners: 'Besitzer',
  owner: (place) => `Besitzer ${place}`,
  firstName: 'Vorname',
  lastName: 'Nachname',
  email: 'E-Mail',
  addOwner: 'Besitzer hinzufügen',
  remove: 'Entfernen',
  removeOwner: (owner) => `Entfernen: ${owner}`,
  capabilities: 'Funktionen',
  expires: 'Läuft ab am',
  expiresOf: (capability) => `Läuft ab am, ${capability}`,
  kept: {
    required: 'Immer enthalten',
    tiered: 'Ein Kunde mit eigenen Kunden behält, was er hat',
    'in-use': 'Wird von seinen eigenen Kunden genutzt',
  },
  problems: {
    required: 'Das ist erforderlich.',
    'not-an-email': 'Das ist keine E-Mail-Adresse.',
    'not-offered': 'Ihre Organisation hat diese Funktion nicht.',
    'unreadable-date': 'Das ist kein Datum.',
    duplicate: 'Ein anderer Kunde in dieser Liste hat dasselbe.',
    taken: 'Das hat schon ein anderer Kunde.',
    refused: 'Das wurde nicht angenommen.',
  },
  tooLong: (most) => `Das ist zu lang: höchstens ${most.text} Zeichen.`,
};
