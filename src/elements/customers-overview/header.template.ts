import { html, nothing, type TemplateResult } from 'lit';
import type { CustomerWindow } from '../../controllers/customer-window.js';
import type { Localization } from '../../controllers/localization.js';
import type { ListState } from './list-state.js';

/** What the header shows. */
export interface HeaderView {
  readonly list: CustomerWindow;
  readonly states: ReadonlySet<ListState>;
  readonly l10n: Pick<Localization, 'messages' | 'count'>;
  /** The age of the list, and what is on its way; absent until the part that knows is there. */
  readonly later: TemplateResult | undefined;
  /** Absent where the viewer may not add customers. */
  readonly onAdd: (() => void) | undefined;
}

/** Heading, total and what can be done with the list as a whole. */
export function headerTemplate({ list, states, l10n, later, onAdd }: HeaderView): TemplateResult {
  const words = l10n.messages.overview;
  // not where nobody matches: none there would read as none at all
  const showsTotal = list.totalIsExact && !states.has('no-match');
  return html`<div class="header">
    <slot name="heading"><h2 class="heading" part="heading">${words.heading}</h2></slot>
    ${showsTotal ? html`<bdi class="total">${words.total(l10n.count(list.total))}</bdi>` : nothing}
    ${states.has('refreshing') ? html`<span class="activity">${words.refreshing}</span>` : nothing} ${later}
    <span class="spacer"></span>
    <slot name="actions"></slot>
    ${onAdd ? html`<button type="button" class="primary" part="add" @click=${onAdd}>${words.add}</button>` : nothing}
  </div>`;
}
