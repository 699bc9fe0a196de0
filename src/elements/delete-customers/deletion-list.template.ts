import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CustomerDeletion, DeletionOutcome } from '../../controllers/customer-deletion.js';
import type { Localization } from '../../controllers/localization.js';
import { displayName, type Customer } from '../../domain/customer.js';
import type { Deletion } from '../../domain/deletion.js';
import { shownText } from '../shown-text.js';

/** The words of the panel. */
export type DeletionLocalization = Localization<'deleteCustomers' | 'refusals'>;

/** The customers, and what is known of each. */
export interface DeletionListView {
  readonly of: Deletion;
  readonly deletion: CustomerDeletion;
  readonly hidden: ReadonlySet<string>;
  readonly l10n: DeletionLocalization;
}

/** Those that are deleted, and apart those that may not be, with the reason. */
export function deletionListTemplate({ of, deletion, hidden, l10n }: DeletionListView): TemplateResult {
  const words = l10n.messages.deleteCustomers;
  const hiddenCount = of.deletable.filter(({ id }) => hidden.has(id)).length;
  return html`${
    of.deletable.length > 0
      ? html`<section>
          ${deletion.outcomes.size === 0 ? html`<h3>${words.list(l10n.count(of.deletable.length))}</h3>` : nothing}
          ${hiddenCount > 0 ? html`<p part="hidden">${words.hidden(l10n.count(hiddenCount))}</p>` : nothing}
          <ul>
            ${repeat(
              of.deletable,
              ({ id }) => id,
              (customer) =>
                rowTemplate(
                  customer,
                  deletion.outcomes.get(customer.id),
                  outcomeText(deletion.outcomes.get(customer.id), l10n) ||
                    (hidden.has(customer.id) ? words.hiddenMark : ''),
                  l10n,
                ),
            )}
          </ul>
        </section>`
      : nothing
  }
  ${
    of.excluded.length > 0
      ? html`<section>
          <h3>${words.excluded(l10n.count(of.excluded.length))}</h3>
          <ul>
            ${of.excluded.map(({ customer, reason }) =>
              rowTemplate(customer, undefined, words.reasons[reason], l10n, 'excluded'),
            )}
          </ul>
        </section>`
      : nothing
  }`;
}

function rowTemplate(
  customer: Customer,
  outcome: DeletionOutcome | undefined,
  text: string,
  l10n: DeletionLocalization,
  part = 'customer',
): TemplateResult {
  return html`<li part=${part} data-outcome=${outcome?.kind ?? nothing}>
    <span class="who">
      <bdi class="name">${shownText(displayName(customer))}</bdi>
      <bdi class="quiet">${l10n.messages.deleteCustomers.organizationId(shownText(customer.id))}</bdi>
    </span>
    <span class="outcome" part="outcome">${text}</span>
  </li>`;
}

function outcomeText(outcome: DeletionOutcome | undefined, { messages }: DeletionLocalization): string {
  const words = messages.deleteCustomers;
  if (!outcome) return '';
  if (outcome.kind !== 'refused') return words[outcome.kind];
  if (outcome.reason) return messages.refusals[outcome.reason];
  return outcome.code ? messages.errors[outcome.code] : words.notDeleted;
}
