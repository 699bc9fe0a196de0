import type { ErrorCode } from '../domain/availability.js';
import type { Count } from './count.js';
import { addCustomers } from './de/add-customers.js';
import { customerBeacons } from './de/customer-beacons.js';
import { customerDetails } from './de/customer-details.js';
import { customerFields } from './de/customer-fields.js';
import { customersPanel } from './de/customers-panel.js';
import { exportPanel } from './de/export-panel.js';
import { finding } from './de/finding.js';
import { panels } from './de/panels.js';
import { deleteCustomers } from './de/delete-customers.js';
import { editCustomer } from './de/edit-customer.js';
import { refusals } from './de/refusals.js';
import { selection } from './de/selection.js';
import { viewerChoices } from './de/viewer-choices.js';
import type { AllMessages } from './messages.js';

const customers = (count: Count) => `${count.text} ${count.plural === 'one' ? 'Kunde' : 'Kunden'}`;
const days = (count: Count) => `${count.text} ${count.plural === 'one' ? 'Tag' : 'Tage'}`;
/** After "in" and "vor", which take the dative. */
const daysDative = (count: Count) => `${count.text} ${count.plural === 'one' ? 'Tag' : 'Tagen'}`;
const beacons = (count: Count) => `${count.text} ${count.plural === 'one' ? 'Beacon' : 'Beacons'}`;
const direction = (value: 'ascending' | 'descending') => (value === 'ascending' ? 'aufsteigend' : 'absteigend');

const errors: Record<ErrorCode, string> = {
  unauthenticated: 'Ihre Sitzung ist abgelaufen. Melden Sie sich erneut an.',
  forbidden: 'Sie haben keine Berechtigung, dies zu sehen.',
  'not-found': 'Das gibt es nicht mehr.',
  'invalid-query': 'Diese Suche lässt sich nicht beantworten.',
  'invalid-input': 'So lässt sich das nicht speichern.',
  conflict: 'Jemand anderes hat dies inzwischen geändert.',
  'rate-limited': 'Im Moment gibt es zu viele Anfragen. Versuchen Sie es gleich noch einmal.',
  timeout: 'Die Antwort hat zu lange gedauert.',
  offline: 'Sie sind offline.',
  unavailable: 'Der Dienst ist nicht erreichbar.',
  unsupported: 'Das ist hier nicht verfügbar.',
  'invalid-data': 'Die Antwort konnte nicht gelesen werden.',
  unknown: 'Etwas ist schiefgegangen.',
};

/** German. */
export const de: AllMessages = {
  errors,
  retry: 'Erneut versuchen',
  addCustomers,
  customerBeacons,
  customerDetails,
  customerFields,
  customersPanel,
  finding,
  panels,
  exportPanel,
  deleteCustomers,
  editCustomer,
  refusals,
  selection,
  viewerChoices,

  overview: {
    heading: 'Kundenübersicht',
    table: 'Kunden',
    total: customers,
    search: 'Name, Organisations-ID oder externe ID suchen',
    clearSearch: 'Suche löschen',
    add: 'Neuen Kunden hinzufügen',
    sortBy: 'Sortieren nach',
    sortNone: 'Reihenfolge wählen',
    sortOption: (column, order) => `${column}, ${direction(order)}`,
    columns: {
      name: 'Kundenname',
      id: 'Organisations-ID',
      externalId: 'Externe ID',
      beacons: 'Beacons gesamt',
      upcomingExpiration: 'Nächste Abläufe',
      expirationStatus: 'Ablaufstatus',
    },
    controls: { select: 'Auswahl', favourite: 'Favorit', menu: 'Aktionen' },
    viewOnly: 'Nur Ansicht',
    viewOnlyHint: 'Das System gehört diesem Kunden: Sie können es nur ansehen.',
    noExternalId: 'Keine externe ID',
    goneRow: 'Dieser Kunde ist nicht mehr in der Liste.',
    unreadableRow: 'Dieser Kunde konnte nicht gelesen werden.',
    duplicateRow: (id) => `Die Organisations-ID ${id} kommt zweimal vor; nur die erste wird angezeigt.`,
    loadingRow: 'Wird geladen …',
    refreshing: 'Wird aktualisiert …',
    empty: 'Noch keine Kunden',
    emptyHint: 'Hier erscheinen Kunden, die Sie verwalten oder die Ihnen Zugriff gegeben haben.',
    noMatch: (search) => `Kein Kunde passt zu „${search}“`,
    noMatchHint: 'Prüfen Sie die Schreibweise, oder löschen Sie die Suche, um alle Kunden zu sehen.',
    noFilterMatch: 'Kein Kunde passt zu den Filtern',
    noFilterMatchHint: 'Die Liste zeigt nur einen Teil der Kunden.',
    showAll: 'Alle Kunden anzeigen',
    failed: 'Die Kunden konnten nicht geladen werden',
    failedStale: 'Die Liste konnte nicht aktualisiert werden. Was Sie sehen, ist vielleicht veraltet.',
    panelFailed: 'Die Einzelheiten konnten nicht geöffnet werden',
    panelFailedHint: 'Versuchen Sie es erneut. Wenn das nicht hilft, laden Sie die Seite neu.',
    quarantined: (count) =>
      `${customers(count)} ${count.plural === 'one' ? 'konnte' : 'konnten'} nicht gelesen werden und ` +
      `${count.plural === 'one' ? 'ist' : 'sind'} in der Liste markiert.`,
    pages: {
      label: 'Seiten',
      range: (first, last, total) => (total === undefined ? `${first}–${last}` : `${first}–${last} von ${total}`),
      previous: 'Vorherige Seite',
      next: 'Nächste Seite',
      size: 'Kunden je Seite',
    },
  },

  beacons: {
    link: (count, customer) => (customer ? `${beacons(count)}, ${customer}` : beacons(count)),
    linkWithProblems: (count, problems, customer) =>
      `${beacons(count)}, ${problems.text} mit Problemen${customer ? `, ${customer}` : ''}`,
    notApplicable: 'Nicht zutreffend',
    unknown: {
      forbidden: 'Beacons: kein Zugriff',
      unavailable: 'Beacons: keine Daten verfügbar',
    },
    pending: 'Beacons werden geladen',
  },

  expirations: {
    noExpirations: 'Keine Abläufe',
    noEntitlements: 'Keine Berechtigungen',
    linkOf: (text, customer) => (customer ? `${text}, ${customer}` : text),
    relative: (daysLeft) =>
      daysLeft.value === 0 ? 'heute' : daysLeft.value === 1 ? 'morgen' : `in ${daysDative(daysLeft)}`,
    status: {
      expired: 'Abgelaufen',
      expiresIn: (horizon) => `Läuft in ${daysDative(horizon)} ab`,
      none: 'Kein Ablauf in den nächsten Tagen',
    },
    unknown: {
      forbidden: 'Abläufe: nur für Besitzer der Organisation sichtbar',
      'not-applicable': 'Abläufe: nicht zutreffend',
      unavailable: 'Abläufe: keine Daten verfügbar',
      incomplete: 'Abläufe: Daten unvollständig',
    },
    pending: 'Abläufe werden geladen',
  },

  upkeep: {
    found: (count) => `${customers(count)} gefunden`,
    sorted: (column, order) => `Sortiert nach ${column}, ${direction(order)}`,
    loaded: (count) => `${customers(count)} bisher geladen. Weitere folgen beim Weiterblättern.`,
    updated: (age) => (age === undefined ? 'Gerade aktualisiert' : `Aktualisiert ${age}`),
    refresh: 'Aktualisieren',
    offline: 'Sie sind offline. Was Sie sehen, ist vielleicht veraltet; es wird aktualisiert, sobald Sie zurück sind.',
    changed: (count) =>
      count === undefined
        ? 'Die Liste hat sich geändert.'
        : `${customers(count)} ${count.plural === 'one' ? 'hat' : 'haben'} sich geändert.`,
    show: 'Anzeigen',
    fields: { beacons: 'Beacons', expirations: 'Abläufe' },
    progress: (field, known, of) => `${field}: ${known} von ${of}`,
    incomplete: (field, of, known) =>
      `${field}: bekannt für ${known} von ${of.text} Kunden. Bis der Rest da ist, können hier Kunden fehlen oder an anderer Stelle stehen.`,
    update: 'Aktualisieren',
  },

  expirationsSlideout: {
    heading: 'Nächste Abläufe',
    organizationId: (id) => `Organisations-ID ${id}`,
    close: 'Schließen',
    loading: 'Abläufe werden geladen …',
    failed: 'Die Abläufe konnten nicht geladen werden',
    unsupported: 'Die Abläufe der einzelnen Funktionen sind hier nicht verfügbar.',
    empty: 'Keine Berechtigungen',
    noneKnown: 'Keine Berechtigungen bekannt',
    missing: (sources) => `Nicht enthalten, weil es nicht gelesen werden konnte: ${sources}`,
    unreadableEntries: (count) =>
      count.plural === 'one'
        ? `${count.text} weiterer Eintrag konnte nicht gelesen werden.`
        : `${count.text} weitere Einträge konnten nicht gelesen werden.`,
    columns: {
      product: 'Produkt',
      capability: 'Funktion',
      expires: 'Ablaufdatum',
      daysLeft: 'Verbleibend',
      status: 'Status',
    },
    doesNotExpire: 'Läuft nicht ab',
    unreadable: 'Datum nicht lesbar',
    daysLeft: (count) => days(count),
    daysSince: (count) => `vor ${daysDative(count)}`,
    today: 'Heute',
    longExpired: 'Früher abgelaufen',
    countOf: (status, count) => `${status}: ${count.text}`,
    active: 'Später',
  },
};
