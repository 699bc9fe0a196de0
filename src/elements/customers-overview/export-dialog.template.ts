import { html, nothing, type TemplateResult } from 'lit';
import type { Localization } from '../../controllers/localization.js';
import type { ExportProgress, ExportState } from '../../controllers/result-export.js';
import { errorCodeOf } from '../../providers/provider-error.js';
import type { ExportFormat } from './export-file.js';

/** What the viewer chooses of an export. */
export interface ExportChoices {
  readonly format: ExportFormat;
  readonly scope: 'all' | 'selected';
  readonly loadsLateColumns: boolean;
}

/** How many customers there are to export, where that is certain; `selected` is absent where none are. */
export interface ExportCustomers {
  readonly all: number | undefined;
  readonly selected?: { readonly count: number | undefined };
}

/** What the dialog shows, and what it is for. */
export interface ExportDialogView {
  readonly state: ExportState;
  readonly choices: ExportChoices;
  readonly customers: ExportCustomers;
  /** Whether what has not come yet can be asked for. */
  readonly canLoadLateColumns: boolean;
  readonly l10n: Localization<'exportPanel'>;
  readonly onChoose: (choices: ExportChoices) => void;
  readonly onStart: () => void;
  readonly onRetry: () => void;
  readonly onStop: () => void;
  readonly onSave: (file: File) => void;
  readonly onClose: () => void;
}

type Words = ExportDialogView['l10n'];

/** What is written on the button that opens the dialog. */
export function exportButtonText(state: ExportState, l10n: Words): string {
  const words = l10n.messages.exportPanel;
  if (state.kind === 'failed') return words.stopped;
  if (state.kind !== 'running') return words.open;
  return words.underWay(state.total ? l10n.formatNumber(Math.floor((100 * state.done) / state.total)) : undefined);
}

/** What has become of an export, in a sentence; empty while there is none. */
export function exportStatusText(state: ExportState, l10n: Words): string {
  const words = l10n.messages.exportPanel;
  switch (state.kind) {
    case 'idle':
      return '';
    case 'running':
      return words.running;
    case 'failed':
      return `${words.failed}. ${l10n.messages.errors[errorCodeOf(state.error)]}`;
    case 'done':
      return words.done(l10n.count(state.count));
  }
}

/** The choices, and then how far the export is. */
export function exportDialogTemplate(view: ExportDialogView): TemplateResult {
  const { state, l10n, onClose } = view;
  const words = l10n.messages.exportPanel;
  return html`<div class="head">
      <h2 id="export-heading" tabindex="-1">${words.heading}</h2>
      <button type="button" class="icon" aria-label=${words.close} @click=${onClose}>${closeIcon}</button>
    </div>
    <p class="status" role="status" data-state=${state.kind}>${exportStatusText(state, l10n)}</p>
    ${state.kind === 'idle' ? choicesTemplate(view) : outcomeTemplate(view)}`;
}

function choicesTemplate(view: ExportDialogView): TemplateResult {
  const { choices, customers, canLoadLateColumns, l10n, onChoose, onStart, onClose } = view;
  const words = l10n.messages.exportPanel;
  const count = (value: number | undefined) => (value === undefined ? undefined : l10n.count(value));
  const submit = (event: Event): void => {
    event.preventDefault();
    onStart();
  };
  return html`<form @submit=${submit}>
    <fieldset>
      <legend>${words.format}</legend>
      ${(['xlsx', 'csv'] as const).map((format) =>
        choiceTemplate({
          type: 'radio',
          name: 'export-format',
          isChecked: format === choices.format,
          label: words.formats[format],
          hint: words.formatHints[format],
          onChange: () => onChoose({ ...choices, format }),
        }),
      )}
    </fieldset>
    ${
      customers.selected === undefined
        ? nothing
        : html`<fieldset>
            <legend>${words.scope}</legend>
            ${(['selected', 'all'] as const).map((scope) =>
              choiceTemplate({
                type: 'radio',
                name: 'export-scope',
                isChecked: scope === choices.scope,
                label: words[scope](count(scope === 'all' ? customers.all : customers.selected?.count)),
                onChange: () => onChoose({ ...choices, scope }),
              }),
            )}
          </fieldset>`
    }
    ${
      canLoadLateColumns
        ? choiceTemplate({
            type: 'checkbox',
            name: 'export-late-columns',
            isChecked: choices.loadsLateColumns,
            label: words.loadMissing,
            hint: words.loadMissingHint(words.notLoaded),
            onChange: (loadsLateColumns) => onChoose({ ...choices, loadsLateColumns }),
          })
        : nothing
    }
    ${customers.selected === undefined ? html`<p class="quiet">${words.all(count(customers.all))}</p>` : nothing}
    <div class="actions">
      <button type="button" @click=${onClose}>${words.cancel}</button>
      <button type="submit" class="primary">${words.start}</button>
    </div>
  </form>`;
}

interface Choice {
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly isChecked: boolean;
  readonly label: string;
  readonly hint?: string;
  readonly onChange: (isChecked: boolean) => void;
}

function choiceTemplate({ type, name, isChecked, label, hint, onChange }: Choice): TemplateResult {
  return html`<label class="choice">
    <input
      type=${type}
      name=${name}
      .checked=${isChecked}
      @change=${({ target }: Event) => target instanceof HTMLInputElement && onChange(target.checked)}
    />
    <span>${label}${hint === undefined ? nothing : html`<small>${hint}</small>`}</span>
  </label>`;
}

function outcomeTemplate(view: ExportDialogView): TemplateResult | typeof nothing {
  const { state, l10n, onRetry, onStop, onSave, onClose } = view;
  const words = l10n.messages.exportPanel;
  switch (state.kind) {
    case 'idle':
      return nothing;
    case 'running':
      return html`${progressTemplate(state, l10n)}
        <p class="quiet">${words.runningHint}</p>
        <div class="actions"><button type="button" @click=${onStop}>${words.stop}</button></div>`;
    case 'failed':
      return html`<p class="quiet">${words.failedAt(l10n.count(state.done))}</p>
        <div class="actions">
          <button type="button" @click=${onStop}>${words.stop}</button>
          <button type="button" class="primary" @click=${onRetry}>${l10n.messages.retry}</button>
        </div>`;
    case 'done':
      return html`<p class="quiet"><bdi>${words.saved(state.file.name)}</bdi></p>
        <div class="actions">
          <button type="button" @click=${() => onSave(state.file)}>${words.saveAgain}</button>
          <button type="button" class="primary" @click=${onClose}>${words.finish}</button>
        </div>`;
  }
}

function progressTemplate({ done, total }: ExportProgress, l10n: Words): TemplateResult {
  const words = l10n.messages.exportPanel;
  return html`<div class="progress">
    <progress
      aria-label=${words.running}
      max=${total ?? nothing}
      value=${total === undefined ? nothing : done}
    ></progress>
    <bdi>${words.progress(l10n.count(done), total === undefined ? undefined : l10n.count(total))}</bdi>
  </div>`;
}

const closeIcon = html`<svg viewBox="0 0 16 16" aria-hidden="true">
  <path d="M4 4l8 8M12 4l-8 8" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" />
</svg>`;
