import { html, nothing, type TemplateResult } from 'lit';
import type { Localization } from '../../controllers/localization.js';
import type { ErrorCode } from '../../domain/availability.js';
import type { ExpirationClock } from '../../domain/expirations.js';
import type { CheckedEntitlements } from '../../providers/checked-entitlements.js';
import { shownText } from '../shown-text.js';
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
  const { state, checked, clock, l10n } = view;
  const entitlements = checked?.entitlements ?? [];
  const listed = { entitlements, clock, l10n };
  const counts = statusCounts(listed);
  const notes = notesOf(view);
  return html`<div class="body" part="body" aria-busy=${state === 'loading'}>
    <div class="visually-hidden" role="status">
      ${[outcome(view, counts), ...(state === 'loading' ? [] : notes)].map((text) => html`<p>${text}</p>`)}
    </div>
    ${counts.length > 0 ? statusCountsTemplate(counts) : nothing}
    ${state === 'failed' ? failureTemplate(view) : nothing}
    ${notes.map((text) => html`<p class="note" part="note" dir="auto">${text}</p>`)}
    ${entitlements.length > 0 ? entitlementsTemplate(listed, 'heading') : nothing}
    ${state === 'loading' ? loadingTemplate() : nothing}
    ${
      state === 'empty' || state === 'unsupported'
        ? html`<p class="state" part="state">${outcome(view, counts)}</p>`
        : nothing
    }
  </div>`;
}

/** What is not included: sources that could not be read, and entries that are none. */
function notesOf({ checked, missing, l10n }: SlideoutBodyView): readonly string[] {
  const words = l10n.messages.expirationsSlideout;
  return [
    ...(missing.length > 0 ? [words.missing(l10n.formatList(missing.map(shownText)))] : []),
    ...(checked?.unreadable ? [words.unreadableEntries(l10n.count(checked.unreadable))] : []),
  ];
}

/** The state in words. Where a source is missing, it is not claimed that there is nothing (`docs/rules.md §2.4`). */
function outcome({ state, failure, missing, l10n }: SlideoutBodyView, counts: readonly StatusCount[]): string {
  const words = l10n.messages.expirationsSlideout;
  switch (state) {
    case 'loading':
      return words.loading;
    case 'ready':
      return l10n.formatList(counts.map(({ text }) => text));
    case 'failed':
      return `${words.failed}. ${failure ? l10n.messages.errors[failure] : ''}`;
    case 'empty':
      return missing.length > 0 ? words.noneKnown : words.empty;
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

/** As many lines as most customers have, so that little moves when the answer comes. */
const skeletonLines = 5;

function loadingTemplate(): TemplateResult {
  return html`<div class="skeletons" aria-hidden="true">
    ${Array.from({ length: skeletonLines }, () => html`<span class="skeleton"></span>`)}
  </div>`;
}
