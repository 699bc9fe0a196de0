import type { Count } from '../count.js';
import type { exportPanel as english } from '../en/export-panel.js';

const customers = (count: Count) => `${count.text} ${count.plural === 'one' ? 'Kunde' : 'Kunden'}`;

/** The German words of the export. */
export const exportPanel: typeof english = {
  open: 'Exportieren',
  underWay: (percent) => (percent === undefined ? 'Export läuft …' : `Export läuft: ${percent} %`),
  stopped: 'Export angehalten',
  heading: 'Kunden exportieren',
  close: 'Schließen',
  format: 'Format',
  formats: { xlsx: 'Excel-Arbeitsmappe (XLSX)', csv: 'CSV' },
  formatHints: {
    xlsx: 'IDs und Datumsangaben bleiben, wie sie sind.',
    csv: 'Für andere Programme. Tabellenprogramme lassen womöglich führende Nullen weg und runden lange Zahlen.',
  },
  scope: 'Kunden',
  all: (count) => (count === undefined ? 'Alle Kunden der Liste' : `Alle ${count.text} Kunden der Liste`),
  selected: (count) => (count === undefined ? 'Ausgewählte Kunden' : `${customers(count)} ausgewählt`),
  loadMissing: 'Noch Fehlendes zuerst laden',
  loadMissingHint: (notLoaded) => `Das dauert länger. Ohne steht in solchen Zellen „${notLoaded}“.`,
  start: 'Exportieren',
  cancel: 'Abbrechen',
  running: 'Die Kunden werden exportiert.',
  runningHint: 'Sie können das schließen und weiterarbeiten. Die Datei wird gespeichert, sobald sie fertig ist.',
  progress: (done, of) => (of === undefined ? customers(done) : `${done.text} von ${customers(of)}`),
  stop: 'Export abbrechen',
  failed: 'Der Export ist angehalten',
  failedAt: (done) =>
    `${customers(done)} ${done.plural === 'one' ? 'war' : 'waren'} schon gelesen. Ein neuer Versuch macht dort weiter.`,
  done: (count) => `${customers(count)} exportiert`,
  saved: (file) => `Gespeichert als ${file}`,
  saveAgain: 'Noch einmal speichern',
  finish: 'Fertig',
  notLoaded: 'Nicht geladen',
  sheet: 'Kunden',
  fileName: (date) => `kunden-${date}`,
};
