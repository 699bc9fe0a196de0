import { html, nothing, type TemplateResult } from 'lit';
import type { CustomerEdit } from '../../controllers/customer-edit.js';
import { isViewOnly } from '../../domain/permissions.js';
import { errorCodeOf } from '../../providers/provider-error.js';
import type { EditLocalization } from './edit-form.template.js';
import { editNotice } from './edit-notice.template.js';

/** What the panel is showing. */
export type EditState =
  'loading' | 'failed' | 'unsupported' | 'view-only' | 'editing' | 'saving' | 'comparing' | 'unknown';

/** The state in words: what a screen reader is told, and what stands in the place of the form where there is none. */
export function editStateText(state: EditState, edit: CustomerEdit | undefined, l10n: EditLocalization): string {
  const words = l10n.messages.editCustomer;
  if (state === 'loading' || state === 'failed' || state === 'unsupported') return words[state];
  if (!edit) return '';
  if (state !== 'view-only' || edit.outcome) return editNotice(edit, l10n);
  return isViewOnly(edit.customer) ? words.viewOnly : words.notAllowed;
}

/** What stands in the place of the form. */
export interface EditStateView {
  readonly state: EditState;
  readonly text: string;
  /** What was thrown, where the customer could not be read. */
  readonly error: unknown;
  readonly l10n: EditLocalization;
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

/** Why there is no form, and what can be done about it. */
export function editStateTemplate({ state, text, error, l10n, onRetry, onClose }: EditStateView): TemplateResult {
  const { editCustomer: words, retry, errors } = l10n.messages;
  if (state === 'loading')
    return html`<div class="skeletons" aria-hidden="true">
      ${[0, 1, 2].map(() => html`<span class="skeleton"></span>`)}
    </div>`;
  const hasFailed = state === 'failed';
  return html`<div class="state" part="state">
    <p>${text}</p>
    ${hasFailed ? html`<p class="quiet">${errors[errorCodeOf(error)]}</p>` : nothing}
    <div class="actions">
      ${hasFailed ? html`<button type="button" @click=${onRetry}>${retry}</button>` : nothing}
      <button type="button" part="cancel" @click=${onClose}>${words.close}</button>
    </div>
  </div>`;
}
