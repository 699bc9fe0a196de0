import type { Count } from '../count.js';
import type { deleteCustomers as english } from '../en/delete-customers.js';

const customers = (count: Count) => `${count.text} ${count.plural === 'one' ? 'Kunde' : 'Kunden'}`;

/** German words of the panel that deletes customers. */
export const deleteCustomers: typeof english = {
  heading: (count) => `${customers(count)} löschen`,
  headingDone: 'Kunden gelöscht',
  organizationId: (id) => `Organisations-ID ${id}`,
  permanent: 'Das lässt sich nicht rückgängig machen.',
  list: (count) => `Zu löschen: ${customers(count)}`,
  hidden: (count) =>
    `${customers(count)} davon ${count.plural === 'one' ? 'ist' : 'sind'} durch die Filter der Liste ausgeblendet.`,
  hiddenMark: 'Durch einen Filter ausgeblendet',
  excluded: (count) => `Nicht gelöscht: ${customers(count)}`,
  reasons: {
    granted: 'Das System gehört diesem Kunden.',
    'not-allowed': 'Sie haben keine Berechtigung, diesen Kunden zu löschen.',
    'too-many': 'Mehr als 100 auf einmal lassen sich nicht löschen.',
  },
  nobody: 'Keiner dieser Kunden lässt sich löschen.',
  unsupported: 'Kunden lassen sich hier nicht löschen.',
  next: 'Weiter',
  back: 'Zurück',
  cancel: 'Abbrechen',
  done: 'Fertig',
  word: 'löschen',
  typeWord: (word) => `Geben Sie zur Bestätigung „${word}“ ein`,
  wrongWord: (word) => `Geben Sie „${word}“ ein, um fortzufahren.`,
  confirm: (count) => `${customers(count)} löschen`,
  deleting: 'Wird gelöscht …',
  deleted: 'Gelöscht',
  deletedCount: (count) => `${customers(count)} gelöscht.`,
  refusedCount: (count) => `${customers(count)} nicht gelöscht.`,
  unknownCount: (count) => `Von ${count.text} ist es nicht bekannt.`,
  unknown: 'Es kam keine Antwort: Ob dieser Kunde gelöscht wurde, ist nicht bekannt.',
  notDeleted: 'Nicht gelöscht.',
  check: 'Jetzt nachsehen',
  failed: 'Nichts wurde gelöscht.',
};
