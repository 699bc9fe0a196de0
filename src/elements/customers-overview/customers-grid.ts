import { html, nothing, render, type LitElement, type TemplateResult } from 'lit';
import type { ListRow } from '../../controllers/customer-result.js';
import type { CustomerWindow } from '../../controllers/customer-window.js';
import type { GridNavigation, GridNavigationOptions } from '../../controllers/grid-navigation.js';
import { headerRow } from '../../controllers/grid-position.js';
import type { Localization } from '../../controllers/localization.js';
import { RowWindow, type RowRange } from '../../controllers/row-window.js';
import type { Customer } from '../../domain/customer.js';
import type { CustomersSort, CustomersSortField } from '../../domain/query.js';
import { openedLink } from '../opened-link.js';
import { ColumnStyles } from './column-styles.js';
import type { RowContext } from './row-context.js';
import { controlHeaders, leadingControls, trailingControls } from './row-controls.js';
import { rowCells } from './row.template.js';

/** Rows of bones while it is not known how many customers there are. */
const skeletonRows = 8;

/** What the grid shows, handed over with each render. */
export interface CustomersGridView {
  readonly context: RowContext;
  readonly sort: CustomersSort | undefined;
  readonly isSortable: (field: CustomersSortField) => boolean;
  readonly isHidden: boolean;
  /** What shows the rows is on its way: bones stand there until it comes. */
  readonly isWaiting: boolean;
  /** The rows of the page; absent where the list is scrolled instead of paged. */
  readonly page: RowRange | undefined;
  readonly onSort: (field: CustomersSortField) => void;
  /** A link or button of a customer was activated; `intent` says which, and has not been dispatched yet. */
  readonly onOpen: (click: MouseEvent, customer: Customer, intent: Event) => void;
}

/** The elements that the grid is made of. */
interface GridElements {
  readonly scroller: HTMLElement;
  readonly probe: HTMLElement;
  readonly table: HTMLElement;
  readonly header: HTMLElement;
  readonly rows: HTMLElement;
}

function findElements(root: ParentNode): GridElements | undefined {
  const scroller = root.querySelector<HTMLElement>('.scroller');
  const probe = scroller?.querySelector<HTMLElement>('.probe');
  const table = scroller?.querySelector('table');
  const [header, rows] = [table?.tHead?.rows[0], table?.tBodies[0]];
  return scroller && probe && table && header && rows ? { scroller, probe, table, header, rows } : undefined;
}

/**
 * The table of the overview: header, pooled rows and keyboard. Owns the row elements and where the focus stands; the
 * rows themselves are the list's.
 */
export class CustomersGrid {
  readonly #list: CustomerWindow;
  readonly #host: LitElement;
  #found: GridElements | undefined;
  readonly #rows: RowWindow;
  readonly #l10n: Pick<Localization, 'direction'>;
  #navigation: GridNavigation | undefined;
  #view: CustomersGridView | undefined;
  #hasHeader = true;

  constructor(host: LitElement, list: CustomerWindow, l10n: Pick<Localization, 'direction'>) {
    this.#host = host;
    this.#list = list;
    this.#l10n = l10n;
    // before the rows, which measure what they have room for
    new ColumnStyles(
      host,
      () => this.#elements?.table,
      () => this.#view?.context,
    );
    this.#rows = new RowWindow(host, {
      parts: () => this.#elements,
      rowCount: () => this.#rowCount,
      isInFlow: () => this.#view?.page !== undefined,
      content: (index) => this.#row(index),
      renderRow: (row, index) => this.#renderRow(row, index),
      onRange: ({ first, end }) => list.ensure({ first: this.#first + first, end: this.#first + end }),
      onRest: () => host.requestUpdate(),
      onMeasure: () => this.#lookForHeader(),
    });
  }

  /** Gives the grid its keyboard, which comes after the first view. */
  navigateBy(navigation: (options: Omit<GridNavigationOptions, 'onEnd'>) => GridNavigation): GridNavigation {
    return (this.#navigation = navigation({
      grid: () => this.#elements?.table,
      // the names, after what can be done with a row
      firstColumn: leadingControls.length,
      rowCount: () => this.#rowCount,
      rowsInView: () => this.#rows.rowsInView,
      isRendering: () => this.#rows.isRendering,
      rowElement: (row) => (row === headerRow ? this.#elements?.header : this.#rows.rowElement(row)),
      indexOf: (row) => this.#rows.indexOf(row),
      scrollTo: (row) => this.#rows.scrollTo(row),
      hasHeader: () => this.#hasHeader,
      direction: () => this.#l10n.direction,
      pin: (row) => this.#rows.pin(row),
    }));
  }

  /** The customers whose rows stand in the page now. */
  get customersInPage(): readonly Customer[] {
    const { first, end } = this.#rows.range;
    const customers: Customer[] = [];
    for (let index = first; index < end; index += 1) {
      const row = this.#list.row(this.#first + index);
      if (row?.kind === 'customer') customers.push(row.customer);
    }
    return customers;
  }

  /** The rows of the page; absent where the list is scrolled instead of paged. */
  get page(): RowRange | undefined {
    return this.#view?.page;
  }

  /** The list is being scrolled: its rows in the page may not be there in a moment. */
  get isScrolling(): boolean {
    return this.#rows.isScrolling;
  }

  /** A new result is read from its top. */
  scrollToTop(): void {
    this.#rows.scrollToTop();
  }

  /** The row at the top of the view, with the part of it that is out of view. */
  get top(): number {
    return this.#rows.top;
  }

  /** Goes to where {@link top} was. */
  scrollToRow(top: number): void {
    this.#rows.scrollToRow(top);
  }

  /** Gives the focus to a customer's cell, wherever its row is now; says whether there is one. */
  focusCustomer(id: string, column: CustomersSortField): boolean {
    const row = this.#list.positionOf(id) - this.#first;
    if (this.#navigation === undefined || row < 0 || row >= this.#rowCount) return false;
    this.#navigation.focusCell({ row, column: this.#positionOf(column) });
    return true;
  }

  render(view: CustomersGridView): TemplateResult {
    const isOther =
      this.#view?.context !== view.context || (this.#view.page === undefined) !== (view.page === undefined);
    if (isOther) this.#rows.invalidate();
    this.#view = view;
    const { columns, l10n } = view.context;
    const isBusy = !this.#isReady;
    // the rows of a page are all there, and the browser counts them
    const isPaged = view.page !== undefined;
    return html`<div class="scroller" tabindex=${isBusy ? 0 : -1} ?hidden=${view.isHidden}>
      <div class="probe"></div>
      <span id="view-only" hidden>${l10n.messages.overview.viewOnlyHint}</span>
      <table
        role="grid"
        part="table"
        class=${isPaged ? 'paged' : nothing}
        aria-label=${l10n.messages.overview.table}
        aria-rowcount=${isPaged ? nothing : isBusy || !this.#list.totalIsExact ? -1 : this.#list.total + 1}
        aria-colcount=${leadingControls.length + columns.length + trailingControls.length}
        aria-busy=${isBusy}
      >
        <thead role="rowgroup">
          <tr role="row" aria-rowindex=${isPaged ? nothing : 1} part="header">
            ${controlHeaders(leadingControls, view.context)} ${columns.map(({ id }) => this.#renderHeader(id, view))}
            ${controlHeaders(trailingControls, view.context)}
          </tr>
        </thead>
        <tbody role="rowgroup" @click=${this.#onClick}></tbody>
      </table>
    </div>`;
  }

  /** What the first render has put there; it stays the same from then on. */
  get #elements(): GridElements | undefined {
    return (this.#found ??= findElements(this.#host.renderRoot));
  }

  /** The position of the first row of the page in the list. */
  get #first(): number {
    return this.#view?.page?.first ?? 0;
  }

  get #isReady(): boolean {
    return this.#list.status === 'ready' && !this.#view?.isWaiting;
  }

  #row(index: number): ListRow | undefined {
    return this.#isReady ? this.#list.row(this.#first + index) : undefined;
  }

  get #rowCount(): number {
    // a list that failed has no rows, and keeps none of those before
    if (this.#list.status === 'failed') return 0;
    if (!this.#isReady) return skeletonRows;
    const page = this.#view?.page;
    return page === undefined ? this.#list.rowCount : page.end - page.first;
  }

  /** Where a column stands among all of them. */
  #positionOf(column: CustomersSortField): number {
    const { columns = [] } = this.#view?.context ?? {};
    return leadingControls.length + columns.findIndex(({ id }) => id === column);
  }

  /** Cards have no header. Looked at when the room has changed, because each look costs a layout. */
  #lookForHeader(): void {
    const hasHeader = this.#elements?.header.checkVisibility() ?? true;
    if (hasHeader === this.#hasHeader) return;
    this.#hasHeader = hasHeader;
    this.#navigation?.sync();
  }

  #renderHeader(id: CustomersSortField, { context, sort, isSortable, onSort }: CustomersGridView): TemplateResult {
    const word = context.l10n.messages.overview.columns[id];
    const direction = sort?.field === id ? sort.direction : 'none';
    return isSortable(id)
      ? html`<th role="columnheader" scope="col" data-column=${id} aria-sort=${direction}>
          <button type="button" @click=${() => onSort(id)}>${word}</button>
        </th>`
      : html`<th role="columnheader" scope="col" data-column=${id}>${word}</th>`;
  }

  #renderRow(row: HTMLElement, index: number): void {
    if (this.#view === undefined) return;
    render(rowCells(this.#row(index), this.#view.context), row);
    this.#navigation?.prepareRow(row);
  }

  readonly #onClick = (click: MouseEvent): void => {
    const view = this.#view;
    const cell = click.target instanceof Element ? click.target.closest<HTMLElement>('th, td') : null;
    const position = this.#first + this.#rows.indexOf(cell?.closest('tr'));
    const row = this.#list.row(position);
    if (!view || !cell || row?.kind !== 'customer') return;
    const id = cell.dataset['column'];
    const control = [...leadingControls, ...trailingControls].find((each) => each === id);
    if (control) return view.context.controls?.onClick(control, click, row.customer, position);
    const link = view.context.columns.find((column) => column.id === id)?.link;
    if (link && openedLink(click, link.part)) view.onOpen(click, row.customer, link.intent(row.customer.id));
  };
}
