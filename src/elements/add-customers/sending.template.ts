import { html, nothing, type TemplateResult } from 'lit';
import type { CreatedCustomer, DraftRows } from '../../controllers/draft-rows.js';
import { shownText } from '../shown-text.js';
import type { AddLocalization } from './draft-view.js';

/** What sending has come to. */
export interface SendingView {
  readonly drafts: DraftRows;
  /** Whether the viewer may add customers, as far as is known. */
  readonly isAllowed: boolean;
  readonly l10n: AddLocalization;
  readonly onCheck: () => void;
  readonly onAskAgain: () => void;
  readonly onOpen: (customerId: string) => void;
}

/** Why what is filled in was not created, in words; empty where nothing keeps it from being sent. */
export function sendingProblem({ drafts, isAllowed, l10n }: SendingView): string {
  const { addCustomers: words, errors, refusals } = l10n.messages;
  const { failure, status, rows } = drafts;
  const isForbidden = failure?.code === 'forbidden';
  const why =
    failure && (failure.reason ? refusals[failure.reason] : isForbidden ? words.denied : errors[failure.code]);
  if (status === 'in-doubt')
    return failure && failure.reason !== 'outcome-unknown' ? `${why ?? ''} ${words.inDoubt}` : words.inDoubt;
  if (status === 'sending') return '';
  if (status === 'forbidden' || !isAllowed) return words.deniedKept;
  if (why !== undefined) return `${words.sendFailed} ${why}`;
  const refused = rows.filter(({ outcome }) => outcome?.kind === 'refused').length;
  return refused > 0 ? words.notCreated(l10n.count(refused)) : '';
}

/** The same, with what can be done about it. */
export function sendingProblemTemplate(view: SendingView): TemplateResult | typeof nothing {
  const { drafts, isAllowed, l10n, onCheck, onAskAgain } = view;
  const problem = sendingProblem(view);
  if (problem === '') return nothing;
  const isDoubtful = drafts.status === 'in-doubt';
  const isDenied = !isDoubtful && (drafts.status === 'forbidden' || !isAllowed);
  return html`<div class="notice ${isDoubtful ? 'warning' : 'danger'}" part="notice" id="problem" tabindex="-1">
    <p>${problem}</p>
    ${
      isDoubtful
        ? html`<button type="button" class="primary" part="check" @click=${onCheck}>
            ${l10n.messages.addCustomers.check}
          </button>`
        : nothing
    }
    ${isDenied ? html`<button type="button" @click=${onAskAgain}>${l10n.messages.retry}</button>` : nothing}
  </div>`;
}

/** Who was created so far, each a way to its details. */
export function createdTemplate({ drafts: { created }, l10n, onOpen }: SendingView): TemplateResult | typeof nothing {
  const words = l10n.messages.addCustomers;
  if (created.length === 0) return nothing;
  return html`<section
    class="notice created"
    part="created"
    id="created"
    tabindex="-1"
    aria-labelledby="created-heading"
  >
    <h3 id="created-heading">${words.created(l10n.count(created.length))}</h3>
    <ul role="list">
      ${created.map((customer) => html`<li>${createdCustomer(customer, l10n, onOpen)}</li>`)}
    </ul>
  </section>`;
}

function createdCustomer({ id, name }: CreatedCustomer, l10n: AddLocalization, onOpen: SendingView['onOpen']) {
  if (id === undefined) return html`<bdi>${shownText(name)}</bdi>`;
  return html`<button type="button" class="link" part="customer-link" @click=${() => onOpen(id)}>
      <bdi>${shownText(name)}</bdi>
    </button>
    <bdi class="quiet">${l10n.messages.addCustomers.organizationId(shownText(id))}</bdi>`;
}
