import type { editCustomer as english } from '../en/edit-customer.js';

/** German words of the panel that edits a customer. */
export const editCustomer: typeof english = {
  heading: 'Kunden bearbeiten',
  organizationId: (id) => `Organisations-ID ${id}`,
  loading: 'Der Kunde wird geladen …',
  failed: 'Der Kunde konnte nicht geladen werden',
  unsupported: 'Kunden lassen sich hier nicht bearbeiten.',
  viewOnly: 'Das System gehört diesem Kunden: Sie können es nur ansehen.',
  notAllowed: 'Sie haben keine Berechtigung, diesen Kunden zu bearbeiten.',
  gone: 'Diesen Kunden gibt es nicht mehr.',
  ownersUnknown: 'Die Besitzer konnten nicht gelesen werden und bleiben, wie sie sind.',
  capabilitiesUnknown: 'Die Funktionen konnten nicht gelesen werden und bleiben, wie sie sind.',

  save: 'Änderungen speichern',
  saving: 'Wird gespeichert …',
  cancel: 'Abbrechen',
  close: 'Schließen',
  saved: 'Änderungen gespeichert.',
  notSaved:
    'Es kam keine Antwort, und nichts wurde gespeichert. Sie können erneut speichern; es geschieht nicht doppelt.',
  unknown: 'Es kam keine Antwort, und es ist nicht bekannt, ob Ihre Änderungen gespeichert wurden.',
  check: 'Jetzt nachsehen',
  refused: 'Ihre Änderungen wurden nicht gespeichert.',
  forbidden: 'Sie dürfen diesen Kunden nicht mehr bearbeiten. Ihre letzten Änderungen wurden nicht gespeichert.',
  problems: (count) =>
    count.plural === 'one'
      ? `${count.text} Feld braucht Ihre Aufmerksamkeit.`
      : `${count.text} Felder brauchen Ihre Aufmerksamkeit.`,

  removeOwner: (owner) => `${owner} als Besitzer entfernen?`,
  removeCapability: (capability) => `Diesem Kunden ${capability} wegnehmen?`,
  remove: 'Entfernen',
  keep: 'Behalten',
  discardQuestion: 'Ihre Änderungen verwerfen?',
  discard: 'Änderungen verwerfen',
  keepEditing: 'Weiter bearbeiten',

  compare: {
    heading: 'Jemand anderes hat diesen Kunden geändert',
    hint: 'Von Ihnen ist noch nichts gespeichert. Wählen Sie, welche Fassung gelten soll.',
    before: 'Vorher',
    theirs: 'Die andere',
    mine: 'Ihre',
    blank: 'Leer',
    absent: 'Nicht vorhanden',
    owner: (name, email) => `${name}, ${email}`,
    expires: (date) => `Läuft ab am ${date}`,
    doesNotExpire: 'Läuft nicht ab',
    item: (field, item) => `${field}: ${item}`,
    choose: 'Wählen Sie für jedes eine Fassung.',
    save: 'So speichern',
    discard: 'Meine verwerfen',
  },
};
