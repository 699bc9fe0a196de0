import type { Count } from '../count.js';
import type { addCustomers as english } from '../en/add-customers.js';

const customers = (count: Count) => `${count.text} ${count.plural === 'one' ? 'Kunde' : 'Kunden'}`;
const were = (count: Count) => (count.plural === 'one' ? 'wurde' : 'wurden');

/** German words of the panel that adds customers. */
export const addCustomers: typeof english = {
  heading: 'Kunden hinzufügen',
  hint: (most) =>
    `Tragen Sie einen Kunden oder mehrere ein, bis zu ${most.text} auf einmal. Jeder braucht einen Namen, einen Besitzer und eine Funktion.`,
  loading: 'Wird geladen …',
  failed: 'Es konnte nicht gelesen werden, was sich hinzufügen lässt',
  unsupported: 'Hier lassen sich keine Kunden hinzufügen.',
  denied: 'Sie haben keine Berechtigung, Kunden hinzuzufügen.',
  deniedKept:
    'Sie haben keine Berechtigung mehr, Kunden hinzuzufügen. Was Sie eingetragen haben, wurde nicht gesendet.',

  upload: 'CSV-Datei hochladen',
  template: 'Vorlage herunterladen',
  templateName: 'kunden-vorlage',
  reading: 'Die Datei wird gelesen …',
  headers: {
    name: 'Kundenname',
    externalId: 'Externe ID',
    description: 'Beschreibung',
    firstName: 'Besitzer Vorname',
    lastName: 'Besitzer Nachname',
    email: 'Besitzer E-Mail',
    capabilities: 'Funktionen',
  },
  example: {
    name: 'Beispiel GmbH',
    externalId: 'BSP-1001',
    description: 'Ersetzen Sie diese Zeile durch Ihre Kunden.',
    firstName: 'Erika',
    lastName: 'Mustermann',
    email: 'erika.mustermann@example.com',
  },
  csvFailed: {
    'too-large': 'Diese Datei ist größer als 10 MB. Teilen Sie sie auf.',
    unreadable: 'Das ist keine CSV-Datei. Speichern Sie sie als CSV, und versuchen Sie es erneut.',
    'no-name-column': 'Die erste Zeile dieser Datei nennt die Spalten nicht. Nehmen Sie die Vorlage.',
    empty: 'In dieser Datei stehen keine Kunden.',
    'not-loaded': 'Die Datei konnte nicht gelesen werden. Versuchen Sie es erneut.',
  },
  brokenQuotes: (row) =>
    `Die Anführungszeichen in Zeile ${row} dieser Datei passen nicht zusammen. Berichtigen Sie sie, und versuchen Sie es erneut.`,
  tooMany: (inFile, room) =>
    `In dieser Datei stehen ${customers(inFile)}, und Platz ist für ${room.text} weitere. Die ersten ${room.text} hinzufügen oder keinen?`,
  noRoom: (inFile, most) =>
    `In dieser Datei stehen ${customers(inFile)}, aber hier sind es schon ${most.text}. Legen Sie diese zuerst an.`,
  addFirst: (room) => `Die ersten ${room.text} hinzufügen`,
  addNone: 'Keinen hinzufügen',
  imported: (count) => `${customers(count)} aus der Datei übernommen. Angelegt ist noch nichts.`,
  ignored: (columns) => `Nicht verwendet, weil es keine solche Spalte gibt: ${columns}`,
  dismiss: 'Schließen',

  list: 'Hinzuzufügende Kunden',
  row: (place) => `Kunde ${place}`,
  details: 'Besitzer und Funktionen',
  more: (first, others) => `${first} und ${others.text} weitere`,
  noOwner: 'Noch kein Besitzer',
  remove: 'Entfernen',
  removeRow: (row) => `Entfernen: ${row}`,
  addRow: 'Weiteren Kunden hinzufügen',
  full: (most) => `Nicht mehr als ${most.text} auf einmal.`,
  problems: (count) => `${count.text} ${count.plural === 'one' ? 'Problem' : 'Probleme'}`,

  summary: (count) => `${count.text} ${count.plural === 'one' ? 'Problem ist' : 'Probleme sind'} zuerst zu beheben`,
  summaryItem: (row, field, problem) => `${row}, ${field}: ${problem}`,
  summaryMore: (count) => `und ${count.text} weitere`,
  nothing: 'Tragen Sie zuerst einen Kunden ein.',

  create: (count) => (count.value === 0 ? 'Kunden anlegen' : `${customers(count)} anlegen`),
  creating: (count) => `${customers(count)} ${count.plural === 'one' ? 'wird' : 'werden'} angelegt …`,
  created: (count) => `${customers(count)} ${were(count)} angelegt`,
  organizationId: (id) => `Organisations-ID ${id}`,
  notCreated: (count) =>
    `${customers(count)} ${were(count)} nicht angelegt. Berichtigen Sie das, und senden Sie erneut.`,
  sendFailed: 'Es wurde nichts angelegt.',
  rowFailed: 'Nicht angelegt.',
  rowInDoubt: 'Es ist nicht bekannt, ob dieser Kunde angelegt wurde.',
  inDoubt:
    'Es ist nicht bekannt, ob diese Kunden angelegt wurden: Es kam keine Antwort. Beim Prüfen wird dasselbe noch einmal gesendet und nichts doppelt angelegt.',
  check: 'Prüfen und erneut senden',

  cancel: 'Abbrechen',
  done: 'Fertig',
  confirm: (count) =>
    count.plural === 'one'
      ? '1 Kunden verwerfen, der noch nicht angelegt ist?'
      : `${count.text} Kunden verwerfen, die noch nicht angelegt sind?`,
  confirmInDoubt: 'Verlassen, ohne zu wissen, ob diese Kunden angelegt wurden?',
  discard: 'Verwerfen',
  leave: 'Verlassen',
  keep: 'Weiter bearbeiten',
};
