import { html, nothing, type TemplateResult } from 'lit';
import type { CustomerEdit } from '../../controllers/customer-edit.js';
import type { EditOutcome } from '../../controllers/edit-phase.js';
import type { EditLocalization } from './edit-form.template.js';

/** Where the edit stands, in words; empty where the form says it all. */
export function editNotice({ phase, outcome, problems }: CustomerEdit, l10n: EditLocalization): string {
  const { editCustomer: words } = l10n.messages;
  if (phase === 'saving') return words.saving;
  if (phase === 'unknown') return words.unknown;
  if (phase === 'comparing') return words.compare.heading;
  if (outcome) return outcomeText(outcome, l10n);
  return problems.size > 0 ? words.problems(l10n.count(problems.size)) : '';
}

/** The notice above the buttons, with what can be done about it. */
export function editNoticeTemplate(
  edit: CustomerEdit,
  l10n: EditLocalization,
  onCheck: () => void,
): TemplateResult | typeof nothing {
  const text = editNotice(edit, l10n);
  if (text === '' || edit.phase === 'saving' || edit.phase === 'comparing') return nothing;
  return html`<div class="notice" part="notice" data-look=${edit.outcome?.kind === 'saved' ? 'ok' : 'danger'}>
    <p dir="auto">${text}</p>
    ${
      edit.phase === 'unknown'
        ? html`<button type="button" part="check" @click=${onCheck}>${l10n.messages.editCustomer.check}</button>`
        : nothing
    }
  </div>`;
}

/** The buttons at the end. */
export function editActionsTemplate(
  { phase, comparison }: CustomerEdit,
  l10n: EditLocalization,
  { onCancel, onDiscard }: { readonly onCancel: () => void; readonly onDiscard: () => void },
): TemplateResult {
  const words = l10n.messages.editCustomer;
  return html`<div class="actions" part="actions">
    <button type="button" id="cancel" part="cancel" @click=${onCancel}>${words.cancel}</button>
    ${comparison ? html`<button type="button" @click=${onDiscard}>${words.compare.discard}</button>` : nothing}
    <button
      type="submit"
      class="primary"
      part="save"
      aria-disabled=${phase === 'saving' || phase === 'unknown' ? 'true' : nothing}
    >
      ${phase === 'saving' ? words.saving : comparison ? words.compare.save : words.save}
    </button>
  </div>`;
}

function outcomeText(outcome: EditOutcome, { messages }: EditLocalization): string {
  const words = messages.editCustomer;
  switch (outcome.kind) {
    case 'saved':
      return words.saved;
    case 'not-saved':
      return words.notSaved;
    case 'forbidden':
      return words.forbidden;
    case 'gone':
      return words.gone;
    case 'refused':
      return `${words.refused} ${outcome.reason ? messages.refusals[outcome.reason] : messages.errors[outcome.code]}`;
  }
}
