import type { AllMessages } from '../messages.js';

/** German. */
export const finding: AllMessages['finding'] = {
  all: 'Alle',
  none: 'Nichts in Kürze',
  unknown: 'Nicht bekannt',
  filter: 'Filtern',
  filters: 'Filter',
  status: 'Ablaufstatus',
  expiresWithin: 'Läuft ab binnen',
  days: 'Tagen',
  relationship: 'Beziehung',
  relationships: { managed: 'Von Ihnen verwaltet', granted: 'Zugriff gewährt' },
  tiered: 'Eigene Kunden',
  tieredChoices: { yes: 'Mit eigenen Kunden', no: 'Ohne eigene Kunden' },
  beacons: 'Beacons',
  beaconChoices: { yes: 'Beacons mit Problemen', no: 'Keine Beacons mit Problemen' },
  tags: 'Schlagwörter',
  any: 'Beliebig',
  expiresWithinDays: (days) => `Läuft binnen ${days.text} ${days.plural === 'one' ? 'Tag' : 'Tagen'} ab`,
  tag: (tag) => `Schlagwort: ${tag}`,
  remove: (filter) => `Filter entfernen: ${filter}`,
  clearAll: 'Alle entfernen',
};
