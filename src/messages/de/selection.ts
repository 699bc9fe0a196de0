import type { Count } from '../count.js';
import type { selection as english } from '../en/selection.js';

const customers = (count: Count) => `${count.text} ${count.plural === 'one' ? 'Kunde' : 'Kunden'}`;

/** German. */
export const selection: typeof english = {
  select: (customer) => `${customer} auswählen`,
  selectPage: 'Alle auf dieser Seite auswählen',
  selectAll: 'Kunden auswählen',
  loaded: (count) => `Bisher geladen: ${customers(count)}`,
  all: (count) => (count === undefined ? 'Alle Kunden' : `Alle: ${customers(count)}`),
  allThatMatch: (count) => (count === undefined ? 'Alle passenden Kunden' : `Alle passenden: ${customers(count)}`),
  bar: 'Ausgewählte Kunden',
  selected: (count) => `${count.text} ausgewählt`,
  allSelected: (except) =>
    except === undefined ? 'Alle passenden ausgewählt' : `Alle passenden außer ${except.text} ausgewählt`,
  hidden: (count) =>
    count === undefined ? 'einige vielleicht vom Filter ausgeblendet' : `${count.text} vom Filter ausgeblendet`,
  delete: 'Löschen…',
  export: 'Exportieren',
  clear: 'Auswahl aufheben',
  cleared: 'Auswahl aufgehoben',
  tooMany: (most) => `Es können höchstens ${most.text} Kunden auf einmal gelöscht werden. Wählen Sie weniger aus.`,
  gone: 'Diese Kunden gibt es nicht mehr.',
  unread: 'Die ausgewählten Kunden konnten nicht gelesen werden.',
  skipped: (count) =>
    `${customers(count)} dazwischen ${count.plural === 'one' ? 'ist' : 'sind'} nicht geladen und nicht ausgewählt.`,
  otherList:
    'Alle Kunden einer anderen Suche oder eines anderen Filters sind ausgewählt. Heben Sie die Auswahl auf, um andere auszuwählen.',
};
