import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CustomerWindow } from '../../controllers/customer-window.js';
import type { Localization } from '../../controllers/localization.js';
import { displayName, type Customer } from '../../domain/customer.js';
import { shownText } from '../shown-text.js';
import type { ControlColumn } from './control-columns.js';
import type { RowSelection } from './row-selection.js';

/** What a {@link SelectColumn} is told by its owner. */
export interface SelectColumnOptions {
  readonly list: CustomerWindow;
  readonly rows: RowSelection;
  readonly l10n: Localization<'selection'>;
  readonly header: () => TemplateResult;
  /** Says something once it is quiet. */
  readonly say: (text: string) => void;
}

/** The check box of each row; with the Shift key it stands for all rows from the one that was used before. */
export class SelectColumn implements ControlColumn {
  readonly #options: SelectColumnOptions;
  /** Where a range begins: the customer whose check box was used last. */
  #anchor: string | undefined;
  /** The click of a key says nothing of the Shift key in Firefox. */
  #isKeyWithShift = false;

  constructor(options: SelectColumnOptions) {
    this.#options = options;
  }

  get revision(): unknown {
    return this.#options.rows.current;
  }

  header(): TemplateResult {
    return this.#options.header();
  }

  cell(customer: Customer): TemplateResult {
    const { rows, l10n } = this.#options;
    // rows are recycled, and a browser ticks a box by itself: what counts is what the box shows now
    return html`<input
      type="checkbox"
      class="select"
      part="select"
      aria-label=${l10n.messages.selection.select(shownText(displayName(customer)))}
      aria-disabled=${!rows.canSelect(customer)}
      .checked=${live(rows.selects(customer))}
      @keydown=${this.#onKeydown}
    />`;
  }

  onClick(click: MouseEvent, customer: Customer, position: number): void {
    const { target } = click;
    if (!(target instanceof HTMLInputElement)) return;
    const { rows, l10n, say } = this.#options;
    const words = l10n.messages.selection;
    if (!rows.canSelect(customer)) {
      click.preventDefault();
      say(words.otherList);
      return;
    }
    const isRange = click.shiftKey || (click.detail === 0 && this.#isKeyWithShift);
    this.#isKeyWithShift = false;
    const { customers, skipped } = this.#range(isRange ? this.#anchor : undefined, position);
    this.#anchor = customer.id;
    rows.select(customers, target.checked);
    if (skipped > 0) say(words.skipped(l10n.count(skipped)));
  }

  readonly #onKeydown = ({ shiftKey }: KeyboardEvent): void => {
    this.#isKeyWithShift = shiftKey;
  };

  /** The rows between two, both included; only those that are loaded are known. */
  #range(anchor: string | undefined, position: number): { customers: readonly Customer[]; skipped: number } {
    const { list } = this.#options;
    const start = anchor === undefined ? -1 : list.positionOf(anchor);
    const first = start < 0 ? position : Math.min(start, position);
    const customers: Customer[] = [];
    let skipped = 0;
    for (let index = first; index <= Math.max(start, position); index += 1) {
      const row = list.row(index);
      if (row === undefined) skipped += 1;
      else if (row.kind === 'customer') customers.push(row.customer);
    }
    return { customers, skipped };
  }
}
