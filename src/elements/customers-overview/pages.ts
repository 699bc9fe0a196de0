import { html, type TemplateResult } from 'lit';
import type { Localization } from '../../controllers/localization.js';
import type { RowRange } from '../../controllers/row-window.js';
import { pageStyles } from './pages.styles.js';

const pageSizes = [25, 50, 100] as const;

/** What the viewer turns pages in. */
export interface PagedList {
  readonly rowCount: number;
  readonly total: number;
  readonly totalIsExact: boolean;
}

/** Which page of a list is shown, where it is shown in pages. Loaded only there. */
export class Pages {
  static readonly styles = pageStyles;

  /** Of the page that the viewer turned to; there may be fewer by now. */
  #index = 0;
  #size: number = 50;

  /** Goes back to the first page: a new result is read from its top. */
  toFirst(): void {
    this.#index = 0;
  }

  /** The rows of the page; of the last page that there is, while the list is shorter. */
  range({ rowCount }: PagedList): RowRange {
    const last = Math.max(0, Math.ceil(rowCount / this.#size) - 1);
    const first = Math.min(this.#index, last) * this.#size;
    return { first, end: Math.min(rowCount, first + this.#size) };
  }

  /** The page's place in the list, as in "51–100 of 1,204". */
  describe(list: PagedList, l10n: Pick<Localization, 'messages' | 'formatNumber'>): string {
    const { first, end } = this.range(list);
    return l10n.messages.overview.pages.range(
      l10n.formatNumber(first + 1),
      l10n.formatNumber(end),
      list.totalIsExact ? l10n.formatNumber(list.total) : undefined,
    );
  }

  /** The way to the other pages. */
  template(
    list: PagedList,
    l10n: Pick<Localization, 'messages' | 'formatNumber'>,
    onChange: () => void,
  ): TemplateResult {
    const words = l10n.messages.overview.pages;
    const { first, end } = this.range(list);
    const turn = (step: 1 | -1): void => {
      this.#index = first / this.#size + step;
      onChange();
    };
    const resize = ({ target }: Event): void => {
      const size = target instanceof HTMLSelectElement ? pageSizes[target.selectedIndex] : undefined;
      if (size === undefined) return;
      // the row that was on top stays in the page
      this.#index = Math.floor(first / size);
      this.#size = size;
      onChange();
    };
    // not `disabled`: a button that is pressed must not lose the focus because it led to the last page
    return html`<nav class="pages" part="pages" aria-label=${words.label}>
      <label>
        <span>${words.size}</span>
        <select @change=${resize}>
          ${pageSizes.map((size) => html`<option .selected=${size === this.#size}>${l10n.formatNumber(size)}</option>`)}
        </select>
      </label>
      <span class="turn">
        <bdi>${this.describe(list, l10n)}</bdi>
        <button
          type="button"
          class="icon previous"
          aria-label=${words.previous}
          aria-disabled=${first === 0}
          @click=${() => first > 0 && turn(-1)}
        ></button>
        <button
          type="button"
          class="icon next"
          aria-label=${words.next}
          aria-disabled=${end >= list.rowCount}
          @click=${() => end < list.rowCount && turn(1)}
        ></button>
      </span>
    </nav>`;
  }
}
