import type { viewerChoices as english } from '../en/viewer-choices.js';

/** German. */
export const viewerChoices: typeof english = {
  favourite: (customer) => `Favorit: ${customer}`,
  favouritesOnTop: 'Favoriten oben zeigen',
  favouritesChanged: 'Favoriten geändert. Die Liste bleibt, wie sie ist, bis Sie sie oben zeigen lassen.',
  favouritesFull: (most) => `Es kann ${most.text} Favoriten geben. Entfernen Sie einen, um einen anderen hinzuzufügen.`,
  columns: 'Spalten',
  alwaysShown: 'Immer sichtbar',
  width: (column) => `Breite von ${column}`,
  automaticWidth: 'Automatisch',
  moveUp: (column) => `${column} nach oben`,
  moveDown: (column) => `${column} nach unten`,
  moved: (column, position, of) => `${column}: ${position} von ${of}`,
  density: 'Zeilen',
  densities: { comfortable: 'Normal', compact: 'Kompakt' },
  reset: 'Zurücksetzen',
  wasReset: 'Spalten und Zeilen sind wieder wie am Anfang.',
};
