import { html, nothing, type TemplateResult } from 'lit';
import type { CustomerWindow } from '../../controllers/customer-window.js';
import type { Localization } from '../../controllers/localization.js';
import { errorCodeOf } from '../../providers/provider-error.js';

/** The states of the list as a whole; each is a `:state(…)` of the element. */
export type ListState = 'loading' | 'ready' | 'empty' | 'no-match' | 'failed' | 'stale' | 'refreshing' | 'loading-more';

/** Which states a list is in: one of the first five, and what else is true of it. */
export function listStatesOf(list: CustomerWindow, isNarrowed: boolean): ReadonlySet<ListState> {
  const states = new Set<ListState>();
  if (list.status === 'failed') states.add('failed');
  else if (list.status !== 'ready') states.add('loading');
  else if (list.total > 0) states.add('ready');
  else states.add(isNarrowed ? 'no-match' : 'empty');
  if (list.status === 'ready' && list.hasFailed) states.add('stale');
  if (list.isRefreshing) states.add('refreshing');
  if (list.status === 'ready' && !list.hasFailed && list.isLoadingMore) states.add('loading-more');
  return states;
}

/** What stands above the rows: that they may be out of date, or that some of them could not be read. */
export function noticesTemplate(
  list: CustomerWindow,
  l10n: Pick<Localization, 'messages' | 'count'>,
  retry: () => void,
): TemplateResult {
  const { messages } = l10n;
  const unreadable = list.unreadableCount;
  return html`${
    list.status === 'ready' && list.hasFailed
      ? html`<div class="notice failed" part="notice">
          <span>${messages.overview.failedStale} ${messages.errors[errorCodeOf(list.error)]}</span>
          <button type="button" @click=${retry}>${messages.retry}</button>
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
  { search, clear, retry }: { search: string; clear: () => void; retry: () => void },
): TemplateResult | typeof nothing {
  const words = messages.overview;
  if (states.has('failed'))
    return html`<div class="state" part="state">
      <h3>${words.failed}</h3>
      <p>${messages.errors[errorCodeOf(list.error)]}</p>
      <button type="button" @click=${retry}>${messages.retry}</button>
    </div>`;
  if (states.has('no-match'))
    return html`<div class="state" part="state">
      <h3 dir="auto">${search ? words.noMatch(search) : words.noFilterMatch}</h3>
      <p>${search ? words.noMatchHint : words.noFilterMatchHint}</p>
      <button type="button" @click=${clear}>${search ? words.clearSearch : words.showAll}</button>
    </div>`;
  if (states.has('empty'))
    return html`<div class="state" part="state">
      <h3>${words.empty}</h3>
      <p>${words.emptyHint}</p>
    </div>`;
  return nothing;
}
