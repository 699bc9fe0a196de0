import type { RefusalReason } from '../../domain/refusal-reason.js';

/** German. */
export const refusals: Record<RefusalReason, string> = {
  'customer-limit-reached': 'Ihre Organisation hat bereits so viele Kunden, wie sie haben darf.',
  'organization-has-children': 'Dieser Kunde hat eigene Kunden. Löschen Sie zuerst diese.',
  'capabilities-in-use': 'Seine eigenen Kunden nutzen eine Funktion, die entfernt werden sollte.',
  'capabilities-not-allowed': 'Ihre Organisation kann diese Funktionen nicht vergeben.',
  'name-taken': 'Ein anderer Kunde hat diesen Namen.',
  'external-id-taken': 'Ein anderer Kunde hat diese externe ID.',
  'outcome-unknown':
    'Ob das geschehen ist, ist nicht bekannt. Sehen Sie in der Liste nach, bevor Sie es erneut versuchen.',
};
