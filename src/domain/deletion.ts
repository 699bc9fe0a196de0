import { mostAtOnce } from './customer-draft.js';
import type { Customer } from './customer.js';
import { canDelete } from './permissions.js';

/** Why a customer is not even sent to be deleted. */
export type ExclusionReason = 'granted' | 'not-allowed' | 'too-many';

/** Customers that are to be deleted, told apart by whether they may be (`docs/rules.md §5.4`). */
export interface Deletion {
  /** At most {@link mostAtOnce}, each once, in the order given. */
  readonly deletable: readonly Customer[];
  readonly excluded: readonly { readonly customer: Customer; readonly reason: ExclusionReason }[];
}

export function deletionOf(customers: readonly Customer[]): Deletion {
  const deletable: Customer[] = [];
  const excluded: { readonly customer: Customer; readonly reason: ExclusionReason }[] = [];
  for (const customer of new Map(customers.map((each) => [each.id, each])).values()) {
    if (customer.relationship === 'granted') excluded.push({ customer, reason: 'granted' });
    else if (!canDelete(customer)) excluded.push({ customer, reason: 'not-allowed' });
    else if (deletable.length === mostAtOnce) excluded.push({ customer, reason: 'too-many' });
    else deletable.push(customer);
  }
  return { deletable, excluded };
}

/** Whether the viewer typed the word that confirms; neither case nor space around it matters. */
export function isConfirmed(typed: string, word: string): boolean {
  const plain = (text: string) => text.normalize('NFC').trim().toLowerCase();
  return word.trim() !== '' && plain(typed) === plain(word);
}
