import { html, nothing, type TemplateResult } from 'lit';
import type { CsvImportState } from '../../controllers/csv-import.js';
import { mostAtOnce } from '../../domain/customer-draft.js';
import { shownText } from '../shown-text.js';
import type { AddLocalization } from './draft-view.js';

/** What the upload of a file shows. */
export interface CsvImportView {
  readonly state: CsvImportState;
  /** How many more customers there is room for. */
  readonly room: number;
  readonly isDisabled: boolean;
  readonly l10n: AddLocalization;
  readonly onFile: (file: File) => void;
  readonly onTemplate: () => void;
  readonly onTakeFirst: () => void;
  readonly onDismiss: () => void;
}

/** The ways to a file and from it. */
export function csvButtonsTemplate({ isDisabled, l10n, onFile, onTemplate }: CsvImportView): TemplateResult {
  const words = l10n.messages.addCustomers;
  return html`<div class="file" part="file">
    <label class="upload" ?data-disabled=${isDisabled}>
      ${words.upload}
      <input
        type="file"
        class="visually-hidden"
        id="file"
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
        ?disabled=${isDisabled}
        @change=${({ target }: Event) => {
          if (!(target instanceof HTMLInputElement)) return;
          const [file] = target.files ?? [];
          // the same file chosen again, mended meanwhile, is a change too
          if (file) onFile(file);
          target.value = '';
        }}
      />
    </label>
    <button type="button" class="link" part="template" @click=${onTemplate}>${words.template}</button>
  </div>`;
}

/** What became of a file, in words; empty where nothing did. */
export function csvOutcome({ state, room, l10n }: CsvImportView): string {
  const words = l10n.messages.addCustomers;
  switch (state.kind) {
    case 'idle':
      return '';
    case 'reading':
      return words.reading;
    case 'failed':
      return words.csvFailed[state.failure];
    case 'broken-quotes':
      return words.brokenQuotes(l10n.formatNumber(state.row));
    case 'too-many':
      return room > 0
        ? words.tooMany(l10n.count(state.customers.length), l10n.count(room))
        : words.noRoom(l10n.count(state.customers.length), l10n.count(mostAtOnce));
    case 'imported':
      return [
        words.imported(l10n.count(state.count)),
        ...(state.ignored.length > 0 ? [words.ignored(l10n.formatList(state.ignored.map(shownText)))] : []),
      ].join(' ');
  }
}

/** The same, with what can be done about it. */
export function csvOutcomeTemplate(view: CsvImportView): TemplateResult | typeof nothing {
  const { state, room, l10n, isDisabled, onTakeFirst, onDismiss } = view;
  const words = l10n.messages.addCustomers;
  if (state.kind === 'idle') return nothing;
  const isBad = state.kind !== 'reading' && state.kind !== 'imported';
  return html`<div class="notice ${isBad ? 'warning' : ''}" part="notice" id="csv-notice" tabindex="-1">
    <p dir="auto">${csvOutcome(view)}</p>
    ${
      state.kind === 'too-many' && room > 0
        ? html`<button type="button" ?disabled=${isDisabled} @click=${onTakeFirst}>
            ${words.addFirst(l10n.count(room))}
          </button>`
        : nothing
    }
    ${
      state.kind === 'reading'
        ? nothing
        : html`<button type="button" class="link" @click=${onDismiss}>
            ${state.kind === 'too-many' && room > 0 ? words.addNone : words.dismiss}
          </button>`
    }
  </div>`;
}
