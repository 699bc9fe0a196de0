import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CustomerWindow } from '../../controllers/customer-window.js';
import type { Localization } from '../../controllers/localization.js';
import type { RowRange } from '../../controllers/row-window.js';
import type { Customer } from '../../domain/customer.js';
import { isNarrowed } from '../../domain/query.js';
import { isOfList, namedIn } from '../../domain/selection.js';
import { placePopover } from '../popover-position.js';
import type { CustomersGrid } from './customers-grid.js';
import type { RowSelection } from './row-selection.js';

/** What a {@link SelectAll} is told by the overview. */
export interface SelectAllOptions {
  readonly list: CustomerWindow;
  readonly grid: CustomersGrid;
  readonly rows: RowSelection;
  readonly l10n: Localization<'selection'>;
}

/**
 * The check box in the header, and the button in its place where rows are cards. It is for the page, or for a list that
 * is loaded as a whole; of any other list it asks whether the loaded customers or all are meant.
 */
export class SelectAll {
  readonly #host: LitElement;
  readonly #options: SelectAllOptions;
  /** What has opened the question. */
  #opener: HTMLElement | undefined;
  /** The customers that were loaded when it was opened; to go through all of them with each render would cost it. */
  #loaded: readonly Customer[] = [];

  constructor(host: LitElement, options: SelectAllOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** The check box. */
  headerTemplate(): TemplateResult {
    const state = this.#state;
    return html`<input
      type="checkbox"
      class="select"
      part="select-all"
      aria-label=${this.#label}
      aria-haspopup=${this.#range ? nothing : 'dialog'}
      .checked=${live(state === 'all')}
      .indeterminate=${live(state === 'some')}
      @click=${this.#onClick}
    />`;
  }

  /** The button; it shows where rows are cards. */
  toolbarTemplate(): TemplateResult {
    return html`<button
      type="button"
      class="select-all"
      part="select-all"
      aria-haspopup=${this.#range ? nothing : 'dialog'}
      @click=${this.#onClick}
    >
      ${tickedBox}<span class="word">${this.#label}</span>
    </button>`;
  }

  /** The question who is meant. */
  choiceTemplate(): TemplateResult {
    const { list, rows, l10n } = this.#options;
    const words = l10n.messages.selection;
    const all = isNarrowed(list.result?.query ?? {}) ? words.allThatMatch : words.all;
    const button = (text: string, onChoose: () => void): TemplateResult =>
      html`<button type="button" @click=${() => this.#choose(onChoose)}>${text}</button>`;
    return html`<div
      class="selection-choice menu"
      part="selection-choice"
      popover
      role="dialog"
      aria-label=${words.selectAll}
      @keydown=${({ key }: KeyboardEvent) => key === 'Escape' && this.#close()}
    >
      ${button(words.loaded(l10n.count(this.#loaded.length)), () => rows.select(this.#loaded, true))}
      ${button(all(list.totalIsExact ? l10n.count(list.total) : undefined), () => rows.selectAllThatMatch())}
      ${rows.isEmpty ? nothing : button(words.clear, () => rows.clear())}
    </div>`;
  }

  get #label(): string {
    const { selectPage, selectAll } = this.#options.l10n.messages.selection;
    return this.#options.grid.page ? selectPage : selectAll;
  }

  /** The rows that are meant, where that is certain: those of the page, or all where all are loaded. */
  get #range(): RowRange | undefined {
    const { list, grid } = this.#options;
    if (grid.page) return grid.page;
    const all = { first: 0, end: list.total };
    return list.totalIsExact && list.result?.lacksRowsOf(all) === false ? all : undefined;
  }

  get #state(): 'all' | 'some' | 'none' {
    const { list, rows } = this.#options;
    const selection = rows.current;
    if (list.result === undefined || rows.isEmpty) return 'none';
    const range = this.#range;
    if (range) {
      const customers = this.#customersIn(range);
      const selected = customers.filter((customer) => rows.selects(customer)).length;
      return selected === 0 ? 'none' : selected === customers.length ? 'all' : 'some';
    }
    if ('query' in selection)
      return isOfList(selection, list.result.query) && selection.except.length === 0 ? 'all' : 'some';
    return namedIn(selection).some((id) => list.positionOf(id) >= 0) ? 'some' : 'none';
  }

  #customersIn({ first, end }: RowRange): readonly Customer[] {
    const customers: Customer[] = [];
    for (let index = first; index < end; index += 1) {
      const row = this.#options.list.row(index);
      if (row?.kind === 'customer') customers.push(row.customer);
    }
    return customers;
  }

  get #popover(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.selection-choice');
  }

  readonly #onClick = (click: Event): void => {
    const { list, rows } = this.#options;
    const range = this.#range;
    if (range) return rows.select(this.#customersIn(range), this.#state !== 'all');
    // a browser ticks a box by itself: it is ticked once something is selected
    click.preventDefault();
    const { currentTarget } = click;
    const popover = this.#popover;
    if (!popover || !(currentTarget instanceof HTMLElement)) return;
    this.#opener = currentTarget;
    this.#loaded = this.#customersIn({ first: 0, end: list.result?.loadedCount ?? 0 });
    this.#host.requestUpdate();
    popover.showPopover();
    popover.querySelector('button')?.focus();
    // it is as wide as its words, which come with the next render
    void this.#host.updateComplete.then(() => placePopover(popover, currentTarget, 'start'));
  };

  #choose(onChoose: () => void): void {
    this.#close();
    onChoose();
  }

  /** Gives the focus back, which a browser loses between a shadow root and a popover in it. */
  #close(): void {
    this.#opener?.focus();
    this.#popover?.hidePopover();
  }
}

const tickedBox = html`<svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.5">
  <rect x="1.75" y="1.75" width="12.5" height="12.5" rx="2" />
  <path d="M4.75 8.25l2.25 2.25l4.25-4.75" stroke-linecap="round" stroke-linejoin="round" />
</svg>`;
