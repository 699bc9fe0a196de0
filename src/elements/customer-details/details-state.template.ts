import { html, nothing, type TemplateResult } from 'lit';
import type { Localization } from '../../controllers/localization.js';
import type { ErrorCode } from '../../domain/availability.js';

/** What the details are showing. */
export type DetailsState = 'loading' | 'ready' | 'failed' | 'unsupported';

/** What is said beside or in the place of the details. */
export interface DetailsStateView {
  readonly state: DetailsState;
  /** Why reading failed, where it did. */
  readonly failure: ErrorCode | undefined;
  /** Details of an earlier answer are still there. */
  readonly isStale: boolean;
  readonly l10n: Localization<'customerDetails'>;
  readonly onRetry: () => void;
}

/** A failure, beside what is still there or in its place; bones while the details are on their way. */
export function detailsStateTemplate(view: DetailsStateView): TemplateResult | typeof nothing {
  const { state, failure, isStale, l10n, onRetry } = view;
  const words = l10n.messages.customerDetails;
  const retry = html`<button type="button" part="retry" @click=${onRetry}>${l10n.messages.retry}</button>`;
  const reason = failure ? l10n.messages.errors[failure] : nothing;
  switch (state) {
    case 'ready':
      return nothing;
    case 'loading':
      return html`<div class="skeletons" aria-hidden="true">
        ${Array.from({ length: 6 }, () => html`<span class="skeleton"></span>`)}
      </div>`;
    case 'failed':
      return isStale
        ? html`<div class="note failed" part="note"><span>${words.failedStale} ${reason}</span>${retry}</div>`
        : html`<div class="state" part="state">
            <h3>${words.failed}</h3>
            <p>${reason}</p>
            ${retry}
          </div>`;
    case 'unsupported':
      return html`<p class="state" part="state">${words.unsupported}</p>`;
  }
}

/** The state in words, for the live region. */
export function detailsAnnouncement({ state, failure, isStale, l10n }: DetailsStateView): string {
  const words = l10n.messages.customerDetails;
  switch (state) {
    case 'ready':
      return '';
    case 'loading':
      return words.loading;
    case 'failed':
      return `${isStale ? words.failedStale : `${words.failed}.`} ${failure ? l10n.messages.errors[failure] : ''}`;
    case 'unsupported':
      return words.unsupported;
  }
}
