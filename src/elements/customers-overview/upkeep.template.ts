import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Localization } from '../../controllers/localization.js';
import { formatAge } from '../../controllers/time-format.js';

/** How far a late column is. */
export interface Progress {
  readonly known: number;
  readonly of: number;
}

type Words = Pick<Localization<'upkeep'>, 'messages' | 'locale' | 'formatNumber'>;

/** As in "Expirations: 320 of 1,000". */
export function progressText(field: string, { known, of }: Progress, l10n: Words): string {
  return l10n.messages.upkeep.progress(field, l10n.formatNumber(known), l10n.formatNumber(of));
}

/** The age of the list, with a button that reads it anew. */
export function ageTemplate(minutes: number, l10n: Words, onRefresh: () => void): TemplateResult {
  const words = l10n.messages.upkeep;
  return html`<span class="activity age">
    <bdi>${words.updated(minutes === 0 ? undefined : formatAge(minutes, l10n.locale))}</bdi>
    <button
      type="button"
      class="icon"
      part="refresh"
      aria-label=${words.refresh}
      title=${words.refresh}
      @click=${onRefresh}
    >
      ${refreshIcon}
    </button>
  </span>`;
}

/** A notice above the rows, with what can be done about it. */
export function noticeTemplate(
  text: string,
  action?: { readonly label: string; readonly onClick: () => void },
): TemplateResult {
  return html`<div class="notice" part="notice">
    <span>${text}</span>
    ${action ? html`<button type="button" @click=${action.onClick}>${action.label}</button>` : nothing}
  </div>`;
}

const refreshIcon = html`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
  ${svg`<path d="M13 8a5 5 0 1 1-1.5-3.6M13 1.5V5H9.5" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" />`}
</svg>`;
