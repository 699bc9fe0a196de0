import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../messages/messages.js';

/** What the header shows. */
export interface HeaderView {
  readonly words: Messages['overview'];
  /** How many customers there are, in words; undefined while nobody knows for certain. */
  readonly total: string | undefined;
  readonly isRefreshing: boolean;
  /** Absent where the viewer may not add customers. */
  readonly onAdd: (() => void) | undefined;
}

/** Heading, total and what can be done with the list as a whole. */
export function headerTemplate({ words, total, isRefreshing, onAdd }: HeaderView): TemplateResult {
  return html`<div class="header">
    <slot name="heading"><h2 class="heading" part="heading">${words.heading}</h2></slot>
    ${total === undefined ? nothing : html`<bdi class="total">${total}</bdi>`}
    ${isRefreshing ? html`<span class="activity">${words.refreshing}</span>` : nothing}
    <span class="spacer"></span>
    <slot name="actions"></slot>
    ${onAdd ? html`<button type="button" class="primary" part="add" @click=${onAdd}>${words.add}</button>` : nothing}
  </div>`;
}
