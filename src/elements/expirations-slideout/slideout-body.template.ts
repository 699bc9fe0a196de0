import { html, nothing, type TemplateResult } from 'lit';
import type { Localization } from '../../controllers/localization.js';
import type { ErrorCode } from '../../domain/availability.js';
import type { ExpirationClock } from '../../domain/expirations.js';
import type { CheckedEntitlements } from '../../providers/checked-entitlements.js';
import { entitlementsTemplate, statusCounts, statusCountsTemplate, type StatusCount } from './entitlements.template.js';

/** What the slideout is showing. */
export type SlideoutState = 'loading' | 'ready' | 'empty' | 'failed' | 'unsupported';

/** What stands below the slideout's head. */
export interface SlideoutBodyView {
  readonly state: SlideoutState;
  /** The last good answer; it stays beside a failure to read it anew. */
  readonly checked?: CheckedEntitlements;
  /** Why reading failed, where it did. */
  readonly failure?: ErrorCode;
  /** Sources that could not be read for this customer. */
  readonly missing: readonly string[];
  readonly clock: ExpirationClock;
  readonly l10n: Localization<'expirationsSlideout'>;
  readonly retry: () => void;
}

/** Everything below the slideout's head. */
export function slideoutBodyTemplate(view: SlideoutBodyView): TemplateResult {
  const { state, checked, missing, clock, l10n } = view;
  const words = l10n.messages.expirationsSlideout;
  const entitlements = checked?.entitlements ?? [];
  const listed = { entitlements, clock, l10n };
  const counts = statusCounts(listed);
  return html`<div class="body" part="body" aria-busy=${state === 'loading'}>
    <p class="visually-hidden" role="status">${announcement(view, counts)}</p>
    ${counts.length > 0 ? statusCountsTemplate(counts) : nothing}
    ${state === 'failed' ? failureTemplate(view) : nothing}
    ${missing.length > 0 ? noteTemplate(words.missing(l10n.formatList(missing))) : nothing}
    ${checked?.unreadable ? noteTemplate(words.unreadableEntries(l10n.count(checked.unreadable))) : nothing}
    ${entitlements.length > 0 ? entitlementsTemplate(listed) : nothing}
    ${state === 'loading' ? loadingTemplate() : nothing}
    ${state === 'empty' ? html`<p class="state" part="state">${words.empty}</p>` : nothing}
    ${state === 'unsupported' ? html`<p class="state" part="state">${words.unsupported}</p>` : nothing}
  </div>`;
}

function announcement({ state, failure, l10n }: SlideoutBodyView, counts: readonly StatusCount[]): string {
  const words = l10n.messages.expirationsSlideout;
  switch (state) {
    case 'loading':
      return words.loading;
    case 'ready':
      return l10n.formatList(counts.map(({ text }) => text));
    case 'failed':
      return `${words.failed}. ${failure ? l10n.messages.errors[failure] : ''}`;
    case 'empty':
      return words.empty;
    case 'unsupported':
      return words.unsupported;
  }
}

function failureTemplate({ failure, l10n, retry }: SlideoutBodyView): TemplateResult {
  const { messages } = l10n;
  return html`<div class="state failed" part="state">
    <h3>${messages.expirationsSlideout.failed}</h3>
    ${failure ? html`<p>${messages.errors[failure]}</p>` : nothing}
    <button type="button" @click=${retry}>${messages.retry}</button>
  </div>`;
}

function noteTemplate(text: string): TemplateResult {
  return html`<p class="note" part="note" dir="auto">${text}</p>`;
}

/** As many lines as most customers have, so that little moves when the answer comes. */
const skeletonLines = 5;

function loadingTemplate(): TemplateResult {
  return html`<div class="skeletons" aria-hidden="true">
    ${Array.from({ length: skeletonLines }, () => html`<span class="skeleton"></span>`)}
  </div>`;
}
