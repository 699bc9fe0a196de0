import { html, nothing, type TemplateResult } from 'lit';
import type { ErrorCode } from '../../domain/availability.js';
import type { AddLocalization } from './draft-view.js';

/** What the panel is showing. */
export type AddState = 'loading' | 'ready' | 'failed' | 'unsupported' | 'denied' | 'sending' | 'in-doubt';

/** What stands in the place of the grid where nothing can be added. */
export interface PanelStateView {
  readonly state: AddState;
  /** Why it could not be read what can be added, where that failed. */
  readonly failure: ErrorCode | undefined;
  readonly l10n: AddLocalization;
  readonly onAskAgain: () => void;
}

/** Why there is no grid, and how to get one. */
export function panelStateTemplate({ state, failure, l10n, onAskAgain }: PanelStateView): TemplateResult {
  const { addCustomers: words, errors, retry } = l10n.messages;
  if (state === 'loading')
    return html`<p class="visually-hidden" role="status">${words.loading}</p>
      <div class="skeletons" aria-hidden="true">${[0, 1, 2].map(() => html`<span class="skeleton"></span>`)}</div>`;
  const text = state === 'unsupported' ? words.unsupported : state === 'denied' ? words.denied : words.failed;
  return html`<div class="state" part="state" role="status">
    <p>${text}</p>
    ${state === 'failed' && failure ? html`<p class="quiet">${errors[failure]}</p>` : nothing}
    ${state === 'unsupported' ? nothing : html`<button type="button" @click=${onAskAgain}>${retry}</button>`}
  </div>`;
}
