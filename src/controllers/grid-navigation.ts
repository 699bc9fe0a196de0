import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { headerRow, type GridPosition } from './grid-position.js';

/** What a {@link GridNavigation} is told by its element. */
export interface GridNavigationOptions {
  /** The grid, absent before the first render. */
  readonly grid: () => HTMLElement | undefined;
  /** The column where the tab key enters the grid first. */
  readonly firstColumn: number;
  readonly rowCount: () => number;
  readonly rowsInView: () => number;
  /** Whether rows are being rendered now: what they take away is not left by the focus. */
  readonly isRendering: () => boolean;
  /** The element of a row, {@link headerRow} included; undefined while it is not in the page. */
  readonly rowElement: (row: number) => HTMLElement | undefined;
  /** The data row that an element shows, {@link headerRow} for the header. */
  readonly indexOf: (row: Element) => number;
  /** Brings a data row into the page, at once. */
  readonly scrollTo: (row: number) => void;
  /** Whether the header can be reached; it is not on screen when rows are cards. */
  readonly hasHeader: () => boolean;
  readonly direction: () => 'ltr' | 'rtl';
  /** Keeps the row of the focus in the page; -1 when the focus has left. */
  readonly pin: (row: number) => void;
  /** Control+End has led to the last row that there is. */
  readonly onEnd: () => void;
}

const focusable = 'a[href], button, input';

/**
 * The keyboard of a grid, as the ARIA Authoring Practices have it: one tab stop, arrows, Home and End, with Control the
 * corners, page keys. Owns which cell is the current one and the `tabindex` of everything in the grid. The focus stands
 * on a cell's only link or button where it has one, else on the cell.
 */
export class GridNavigation implements ReactiveController {
  readonly #options: GridNavigationOptions;
  #grid: HTMLElement | undefined;
  #current: GridPosition;
  #tabStop: HTMLElement | undefined;
  #hasFocus = false;
  #isMovingFocus = false;

  constructor(host: ReactiveControllerHost, options: GridNavigationOptions) {
    this.#options = options;
    this.#current = { row: headerRow, column: options.firstColumn };
    host.addController(this);
  }

  /** The cell that has the focus, or holds it. */
  get focusedCell(): GridPosition | undefined {
    return this.#hasFocus ? this.#current : undefined;
  }

  hostUpdated(): void {
    const grid = this.#options.grid();
    if (grid !== this.#grid) {
      this.#release();
      this.#grid = grid;
      grid?.addEventListener('keydown', this.#onKeydown);
      grid?.addEventListener('focusin', this.#onFocusin);
      grid?.addEventListener('focusout', this.#onFocusout);
      if (grid) this.#takeOver(grid);
    }
    this.sync();
  }

  hostDisconnected(): void {
    this.#hasFocus = false;
    this.#options.pin(-1);
  }

  /** Takes what a row's render has brought out of the tab order; call it for each row that was rendered. */
  prepareRow(row: HTMLElement): void {
    for (const element of row.querySelectorAll<HTMLElement>(focusable))
      if (element !== this.#tabStop && element.tabIndex !== -1) element.tabIndex = -1;
  }

  /** Puts the one tab stop, and the focus if the grid has it, on the current cell as it is rendered now. */
  sync(): void {
    if (this.#grid === undefined) return;
    const header = this.#options.rowElement(headerRow);
    if (header !== undefined) this.prepareRow(header);
    const rowCount = this.#options.rowCount();
    if (this.#current.row >= rowCount) this.#current = { ...this.#current, row: rowCount - 1 };
    if (this.#current.row === headerRow && !this.#options.hasHeader() && rowCount > 0)
      this.#current = { ...this.#current, row: 0 };
    const target = this.#target(this.#current) ?? this.#fallbackTarget();
    // a hidden element loses the focus as soon as its tabindex is touched: that is the move, too
    this.#isMovingFocus = true;
    if (target !== this.#tabStop) {
      if (this.#tabStop !== undefined) this.#tabStop.tabIndex = -1;
      if (target !== undefined) target.tabIndex = 0;
      this.#tabStop = target;
    }
    if (this.#hasFocus && target !== undefined && !target.matches(':focus')) target.focus({ preventScroll: true });
    this.#isMovingFocus = false;
  }

  /** Gives the focus to a cell, bringing its row into the page first. */
  focusCell(position: GridPosition): void {
    if (position.row !== headerRow) {
      this.#options.pin(position.row);
      this.#options.scrollTo(position.row);
    }
    this.#current = position;
    this.#hasFocus = true;
    this.sync();
    this.#keepInView();
  }

  /** What stands in the grid before it has its keyboard has tab stops of its own, and may have the focus. */
  #takeOver(grid: HTMLElement): void {
    for (const row of grid.querySelectorAll<HTMLElement>('tbody > tr')) this.prepareRow(row);
    const focused = grid.querySelector(':focus');
    this.#hasFocus = focused !== null;
    if (focused) this.#enter(focused);
  }

  #release(): void {
    this.#grid?.removeEventListener('keydown', this.#onKeydown);
    this.#grid?.removeEventListener('focusin', this.#onFocusin);
    this.#grid?.removeEventListener('focusout', this.#onFocusout);
    this.#tabStop = undefined;
  }

  #cells(row: number): readonly HTMLElement[] {
    const element = this.#options.rowElement(row);
    return element === undefined ? [] : [...element.querySelectorAll<HTMLElement>(':scope > th, :scope > td')];
  }

  /** What takes the focus in a cell. A row with fewer cells (one that could not be read) gives its last. */
  #target({ row, column }: GridPosition): HTMLElement | undefined {
    const cells = this.#cells(row);
    const cell = cells[Math.min(column, cells.length - 1)];
    const inside = cell?.querySelectorAll<HTMLElement>(focusable);
    return inside?.length === 1 ? inside[0] : cell;
  }

  /** The tab stop while the current row is scrolled out of the page: the header, or the first row there is. */
  #fallbackTarget(): HTMLElement | undefined {
    if (this.#options.hasHeader()) return this.#target({ row: headerRow, column: this.#current.column });
    const first = this.#grid?.querySelector('tbody > tr:not([hidden])');
    return first ? this.#target({ row: this.#options.indexOf(first), column: this.#current.column }) : undefined;
  }

  /** Scrolls sideways where the grid is wider than its view; up and down is the list's own affair. */
  #keepInView(): void {
    this.#tabStop?.closest('th, td')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  readonly #onFocusin = (event: FocusEvent): void => {
    this.#hasFocus = true;
    if (!this.#isMovingFocus && event.target instanceof Element) this.#enter(event.target);
  };

  #enter(focused: Element): void {
    const cell = focused.closest('th, td');
    const row = cell?.closest('tr');
    if (!cell || !row) return;
    const index = this.#options.indexOf(row);
    this.#current = { row: index, column: [...row.children].indexOf(cell) };
    this.#options.pin(index);
    this.sync();
  }

  readonly #onFocusout = (event: FocusEvent): void => {
    const isWithin = event.relatedTarget instanceof Node && this.#grid?.contains(event.relatedTarget);
    if (this.#isMovingFocus || isWithin) return;
    // A link that a render takes away loses the focus without being left: the next sync gives it to its cell.
    if (this.#options.isRendering()) return;
    this.#hasFocus = false;
    this.#options.pin(-1);
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey || event.defaultPrevented) return;
    const next = this.#next(event.key, event.ctrlKey);
    if (next === undefined) return;
    event.preventDefault();
    this.focusCell(next);
    if (event.key === 'End' && event.ctrlKey) this.#options.onEnd();
  };

  #next(key: string, withControl: boolean): GridPosition | undefined {
    const { row, column } = this.#current;
    const firstRow = this.#options.hasHeader() ? headerRow : 0;
    const lastRow = this.#options.rowCount() - 1;
    const lastColumn = Math.max(0, this.#cells(row).length - 1);
    const toRow = (wanted: number): GridPosition => ({ row: Math.max(firstRow, Math.min(wanted, lastRow)), column });
    // a column beyond the row's last cell (Control+End, a row that could not be read) shows as that cell
    const shown = Math.min(column, lastColumn);
    const toColumn = (wanted: number): GridPosition => ({ row, column: Math.max(0, Math.min(wanted, lastColumn)) });
    const forward = this.#options.direction() === 'rtl' ? -1 : 1;
    switch (key) {
      case 'ArrowDown':
        return withControl ? undefined : toRow(row + 1);
      case 'ArrowUp':
        return withControl ? undefined : toRow(row - 1);
      case 'ArrowRight':
        return withControl ? undefined : toColumn(shown + forward);
      case 'ArrowLeft':
        return withControl ? undefined : toColumn(shown - forward);
      case 'PageDown':
        return toRow(row + this.#options.rowsInView());
      case 'PageUp':
        return toRow(Math.max(row - this.#options.rowsInView(), Math.min(row, 0)));
      case 'Home':
        return withControl ? { row: firstRow, column: 0 } : toColumn(0);
      case 'End':
        return withControl
          ? { row: Math.max(firstRow, lastRow), column: Number.MAX_SAFE_INTEGER }
          : toColumn(lastColumn);
      default:
        return undefined;
    }
  }
}
