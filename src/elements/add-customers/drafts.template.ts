import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CsvImport } from '../../controllers/csv-import.js';
import type { DraftRows } from '../../controllers/draft-rows.js';
import { mostAtOnce, type CustomerField, type CustomerFields } from '../../domain/customer-draft.js';
import type { OfferedCapability } from '../../providers/customers-provider.js';
import { csvButtonsTemplate, csvOutcome, csvOutcomeTemplate, type CsvImportView } from './csv-import.template.js';
import { draftRowTemplate } from './draft-row.template.js';
import type { AddLocalization, DraftView } from './draft-view.js';
import { problemCount, problemSummaryTemplate } from './problem-summary.template.js';
import { createdTemplate, sendingProblemTemplate, type SendingView } from './sending.template.js';

/** The grid of customers and what stands around it. */
export interface DraftsView {
  readonly drafts: DraftRows;
  readonly views: readonly DraftView[];
  readonly offered: readonly OfferedCapability[] | undefined;
  readonly csv: CsvImport;
  readonly isAllowed: boolean;
  readonly isConfirming: boolean;
  readonly showsSummary: boolean;
  readonly l10n: AddLocalization;
  readonly isExpanded: (key: string) => boolean;
  readonly onToggle: (key: string) => void;
  readonly onAdd: () => void;
  readonly onRemove: (key: string) => void;
  readonly onGo: (key: string, field: CustomerField) => void;
  readonly onSend: () => void;
  readonly onAskAgain: () => void;
  readonly onTemplate: () => void;
  readonly onOpen: (customerId: string) => void;
  readonly onCancel: () => void;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}

/** Everything below the heading. */
export function draftsTemplate(view: DraftsView): TemplateResult {
  const { drafts, views, offered, isAllowed, showsSummary, l10n, onGo, onAskAgain, onOpen, onSend } = view;
  const words = l10n.messages.addCustomers;
  const isDisabled = drafts.status !== 'editing' || !isAllowed;
  const sending: SendingView = { drafts, isAllowed, l10n, onCheck: onSend, onAskAgain, onOpen };
  const file = csvViewOf(view, isDisabled);
  return html`<p class="hint quiet">${words.hint(l10n.count(mostAtOnce))}</p>
    <div class="visually-hidden" role="status">
      ${drafts.status === 'sending' ? words.creating(l10n.count(drafts.filled.length)) : csvOutcome(file)}
    </div>
    ${csvButtonsTemplate(file)} ${createdTemplate(sending)} ${csvOutcomeTemplate(file)}
    ${sendingProblemTemplate(sending)}
    ${
      showsSummary && problemCount(views) > 0 && drafts.status === 'editing'
        ? problemSummaryTemplate({ views, offered, l10n, onGo })
        : nothing
    }
    ${gridTemplate(view, isDisabled)} ${actionsTemplate(view, isDisabled)}`;
}

function csvViewOf({ csv, drafts, l10n, onTemplate }: DraftsView, isDisabled: boolean): CsvImportView {
  return {
    state: csv.state,
    room: drafts.room,
    isDisabled,
    l10n,
    onFile: (file) => void csv.choose(file),
    onTemplate,
    onTakeFirst: () => csv.takeFirst(),
    onDismiss: () => csv.dismiss(),
  };
}

function gridTemplate(view: DraftsView, isDisabled: boolean): TemplateResult {
  const { drafts, views, offered, l10n, isExpanded, onToggle, onRemove, onAdd } = view;
  const words = l10n.messages.addCustomers;
  const { customerFields: fields } = l10n.messages;
  const context = {
    offered,
    l10n,
    isDisabled,
    isExpanded,
    onToggle,
    onRemove,
    onChange: (key: string, changes: Partial<CustomerFields>) => drafts.change(key, changes),
    onLeave: (key: string) => drafts.leave(key),
  };
  const isFull = drafts.rows.length >= mostAtOnce;
  return html`<div class="grid">
    <div class="columns" aria-hidden="true">
      <span></span><span>${fields.name}</span><span>${fields.optional(fields.externalId)}</span
      ><span>${words.details}</span>
    </div>
    <ol class="drafts" role="list" aria-label=${words.list}>
      ${repeat(
        views,
        ({ row }) => row.key,
        (each) => draftRowTemplate(each, context),
      )}
    </ol>
    <div class="more-rows">
      <button type="button" part="add-row" ?disabled=${isDisabled || isFull} @click=${onAdd}>${words.addRow}</button>
      ${isFull ? html`<span class="quiet">${words.full(l10n.count(mostAtOnce))}</span>` : nothing}
    </div>
  </div>`;
}

function actionsTemplate(view: DraftsView, isDisabled: boolean): TemplateResult {
  const { drafts, isConfirming, l10n, onSend, onCancel } = view;
  const words = l10n.messages.addCustomers;
  const count = l10n.count(drafts.filled.length);
  const isSending = drafts.status === 'sending';
  if (isConfirming) return confirmationTemplate(view);
  return html`<div class="actions" part="actions">
    <button type="button" part="cancel" id="cancel" @click=${onCancel}>
      ${count.value === 0 && drafts.created.length > 0 ? words.done : words.cancel}
    </button>
    <button
      type="button"
      class="primary"
      part="create"
      ?disabled=${isDisabled && !isSending}
      aria-disabled=${isSending ? 'true' : nothing}
      @click=${onSend}
    >
      ${isSending ? words.creating(count) : words.create(count)}
    </button>
  </div>`;
}

/** In the place of the buttons: what would be lost. */
function confirmationTemplate({ drafts, l10n, onKeep, onDiscard }: DraftsView): TemplateResult {
  const words = l10n.messages.addCustomers;
  const isDoubtful = drafts.status === 'in-doubt' || drafts.status === 'sending';
  return html`<div class="actions confirm" part="actions" role="group" aria-labelledby="confirm">
    <p id="confirm">${isDoubtful ? words.confirmInDoubt : words.confirm(l10n.count(drafts.filled.length))}</p>
    <button type="button" id="keep" aria-describedby="confirm" @click=${onKeep}>${words.keep}</button>
    <button type="button" class="danger" @click=${onDiscard}>${isDoubtful ? words.leave : words.discard}</button>
  </div>`;
}
