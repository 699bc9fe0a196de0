import { html, nothing, type TemplateResult } from 'lit';
import type { CustomerWindow } from '../../controllers/customer-window.js';
import type { Localization } from '../../controllers/localization.js';
import { isNarrowed, type ListQuery } from '../../domain/query.js';
import type { Messages } from '../../messages/messages.js';
import { errorCodeOf } from '../../providers/provider-error.js';
import type { ListState } from './list-state.js';

/** Not where the answer would be the same (`docs/rules.md §7.1`). */
function retryTemplate(
  { error }: CustomerWindow,
  { retry }: Messages,
  onRetry: () => void,
): TemplateResult | typeof nothing {
  const code = errorCodeOf(error);
  if (code === 'invalid-query' || code === 'unsupported') return nothing;
  return html`<button type="button" @click=${onRetry}>${retry}</button>`;
}

/** What stands above the rows: that they may be out of date, or that some of them could not be read. */
export function noticesTemplate(
  list: CustomerWindow,
  l10n: Pick<Localization, 'messages' | 'count'>,
  retry: () => void,
): TemplateResult {
  const { messages } = l10n;
  const unreadable = list.result?.unreadableCount ?? 0;
  return html`${
    list.status === 'ready' && list.hasFailed
      ? html`<div class="notice failed" part="notice">
          <span>${messages.overview.failedStale} ${messages.errors[errorCodeOf(list.error)]}</span>
          ${retryTemplate(list, messages, retry)}
        </div>`
      : nothing
  }${
    unreadable > 0
      ? html`<div class="notice" part="notice">${messages.overview.quarantined(l10n.count(unreadable))}</div>`
      : nothing
  }`;
}

/** What stands in the place of the rows where there are none. */
export function emptyStateTemplate(
  states: ReadonlySet<ListState>,
  list: CustomerWindow,
  { messages }: Pick<Localization, 'messages' | 'count'>,
  { query, clear, retry }: { query: ListQuery; clear: () => void; retry: () => void },
): TemplateResult | typeof nothing {
  const words = messages.overview;
  if (states.has('failed'))
    return html`<div class="state" part="state">
      <h3>${words.failed}</h3>
      <p>${messages.errors[errorCodeOf(list.error)]}</p>
      ${retryTemplate(list, messages, retry)}
    </div>`;
  if (states.has('no-match')) {
    const { search, ids: _ofTheHost, ...filters } = query;
    const isFiltered = isNarrowed(filters);
    return html`<div class="state" part="state">
      <h3 dir="auto">${search ? words.noMatch(search) : words.noFilterMatch}</h3>
      <p>${search && !isFiltered ? words.noMatchHint : words.noFilterMatchHint}</p>
      ${
        search || isFiltered
          ? html`<button type="button" @click=${clear}>${isFiltered ? words.showAll : words.clearSearch}</button>`
          : nothing
      }
    </div>`;
  }
  if (states.has('empty'))
    return html`<div class="state" part="state">
      <h3>${words.empty}</h3>
      <p>${words.emptyHint}</p>
    </div>`;
  return nothing;
}
