import type { Count } from '../count.js';
import type { customerBeacons as english } from '../en/customer-beacons.js';

const beacons = (count: Count) => `${count.text} ${count.plural === 'one' ? 'Beacon' : 'Beacons'}`;

/** German words of a customer's beacons. */
export const customerBeacons: typeof english = {
  table: 'Beacons',
  loading: 'Beacons werden geladen …',
  failed: 'Die Beacons konnten nicht geladen werden',
  failedStale: 'Die Beacons konnten nicht aktualisiert werden. Was Sie sehen, ist vielleicht veraltet.',
  unsupported: 'Die einzelnen Beacons sind hier nicht verfügbar.',
  notApplicable: 'Nicht zutreffend: Keine Funktion dieses Kunden bringt Beacons mit.',
  empty: 'Keine Beacons',
  noneKnown: 'Keine Beacons bekannt',
  missing: (sources) => `Nicht enthalten, weil es nicht gelesen werden konnte: ${sources}`,
  unreadableEntries: (count) =>
    count.plural === 'one'
      ? `${count.text} weiterer Eintrag konnte nicht gelesen werden.`
      : `${count.text} weitere Einträge konnten nicht gelesen werden.`,
  noMatch: 'Kein Beacon passt zur Suche und zu den Filtern',
  showAll: 'Alle Beacons anzeigen',
  total: beacons,
  found: (count) => `${beacons(count)} gefunden`,
  search: 'Beacons nach Name, System, Adresse suchen',
  filters: 'Verbindung',
  tree: 'Nach übergeordnetem Beacon',
  refresh: 'Aktualisieren',
  columns: {
    name: 'Beacon',
    parent: 'Übergeordneter Beacon',
    connectivity: 'Verbindung',
    policy: 'Richtlinie',
    lastReported: 'Letzte Meldung',
    version: 'Version',
    operatingSystem: 'Betriebssystem',
    ipAddress: 'IP-Adresse',
    subnets: 'Subnetze',
  },
  connectivity: {
    offline: 'Offline',
    warning: 'Warnung',
    unknown: 'Unbekannt',
    ok: 'In Ordnung',
    disabled: 'Deaktiviert',
  },
  countOf: (name, count) => `${name}: ${count.text}`,
  policy: { current: 'Richtlinie aktuell', 'out-of-date': 'Richtlinie veraltet', unknown: 'Richtlinie unbekannt' },
  upgradeDue: 'Upgrade fällig',
  justNow: 'Gerade eben',
  overdue: 'Überfällig',
  never: 'Nie gemeldet',
  unreadableTime: 'Zeit nicht lesbar',
  unknownParent: (id) => `${id} (nicht in dieser Liste)`,
  noParent: 'Kein übergeordneter Beacon',
  notKnown: 'Nicht bekannt',
  subnets: (count) => `${count.text} ${count.plural === 'one' ? 'Subnetz' : 'Subnetze'}`,
  noSubnets: 'Keine Subnetze',
  subnetsOf: (beacon) => `Subnetze von ${beacon}`,
  more: (count) => `und ${count.text} weitere`,
  expand: (beacon) => `Was unter ${beacon} steht, anzeigen`,
  collapse: (beacon) => `Was unter ${beacon} steht, ausblenden`,
};
