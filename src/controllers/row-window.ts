import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Lists of at most this many rows stand in the page as a whole: find, print and screen readers see all of them. */
const wholeListLimit = 200;
/** Rows kept ready beyond each edge of the view; four were enough for no blank row at 600 px a frame. */
const overscan = 4;
/** Browsers give up on taller boxes (Firefox near 17.8 million px); beyond this the scroll position is mapped. */
const tallestBox = 15_000_000;
/** Milliseconds without a scroll event after which scrolling rests, where the browser has no `scrollend`. */
const restDelay = 150;

/** The first row of a window, and the row after its last. */
export interface RowRange {
  readonly first: number;
  readonly end: number;
}

/** What a {@link RowWindow} is told by its element. */
export interface RowWindowOptions {
  /** The box that scrolls, and in it the row group and a probe as tall as one row; absent before the first render. */
  readonly parts: () => { scroller: HTMLElement; rows: HTMLElement; probe: HTMLElement } | undefined;
  readonly rowCount: () => number;
  /** What a row shows; a row is rendered again only when this is another value. */
  readonly content: (index: number) => unknown;
  readonly renderRow: (row: HTMLElement, index: number) => void;
  /** Said after the rows in view have changed. */
  readonly onRange: (range: RowRange) => void;
  /** Said when scrolling rests. */
  readonly onRest: () => void;
}

interface Slot {
  readonly row: HTMLElement;
  index: number;
  content: unknown;
  epoch: number;
  offset: number;
}

const neverRendered = Symbol('never rendered');

/**
 * Shows a long list by a pool of rows of one height. Owns the row elements, their positions and which data row each
 * shows; knows nothing of customers. Renders synchronously in the scroll event, so that no frame shows a blank row.
 */
export class RowWindow implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: RowWindowOptions;
  readonly #slots = new Map<number, Slot>();
  #spare: Slot[] = [];
  #parts: ReturnType<RowWindowOptions['parts']>;
  #observer: ResizeObserver | undefined;
  #rowHeight = 0;
  #viewHeight = 0;
  #scrollTop = 0;
  #virtualTop = 0;
  #boxHeight = -1;
  #epoch = 0;
  #range: RowRange = { first: 0, end: 0 };
  #pinned = -1;
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #isRendering = false;
  #isScrolling = false;
  #resizeFrame = 0;

  constructor(host: ReactiveControllerHost, options: RowWindowOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The rows in the page, overscan included. */
  get range(): RowRange {
    return this.#range;
  }

  /** Rows are being rendered now: a focus that is lost meanwhile was not given up by anybody. */
  get isRendering(): boolean {
    return this.#isRendering;
  }

  /** How many rows a page key moves by. */
  get rowsInView(): number {
    return this.#rowHeight > 0 ? Math.max(1, Math.floor(this.#viewHeight / this.#rowHeight) - 1) : 1;
  }

  hostUpdated(): void {
    this.#attach();
    this.render();
    // a list that shrinks and grows takes its rows back in any order, and no scrolling comes to rest after it
    if (!this.#isScrolling) this.#putRowsInOrder();
  }

  hostDisconnected(): void {
    this.#detach();
  }

  hostConnected(): void {
    if (this.#parts !== undefined) this.#host.requestUpdate();
  }

  /** Makes every row render again, because something that all of them show has changed. */
  invalidate(): void {
    this.#epoch += 1;
  }

  /** Keeps this row in the page wherever the list is scrolled to (it has the focus); -1 for none. */
  pin(index: number): void {
    this.#pinned = index;
  }

  /** The element that shows a data row, if it is in the page. */
  rowElement(index: number): HTMLElement | undefined {
    return this.#slots.get(index)?.row;
  }

  /** The data row that an element shows; -1 for an element of no row. */
  indexOf(row: Element | null | undefined): number {
    for (const slot of this.#slots.values()) if (slot.row === row) return slot.index;
    return -1;
  }

  /** Brings a row wholly into view, by as little as possible, and renders it at once. */
  scrollTo(index: number): void {
    const { scroller, rows } = this.#parts ?? {};
    if (scroller === undefined || rows === undefined) return;
    const head = rows.offsetTop;
    const top = index * this.#rowHeight;
    const visible = this.#viewHeight - head;
    if (top < this.#virtualTop) this.#moveTo(top);
    else if (top + this.#rowHeight > this.#virtualTop + visible) this.#moveTo(top + this.#rowHeight - visible);
    this.render();
  }

  /** Goes to the first row: a new result is read from its top. */
  scrollToTop(): void {
    this.#moveTo(0);
  }

  render(): void {
    if (this.#parts === undefined) return;
    if (this.#rowHeight === 0) this.#measure();
    const count = this.#options.rowCount();
    this.#fitBox(count);
    this.#range = this.#rangeInView(count);
    this.#isRendering = true;
    this.#assignSlots(count);
    this.#isRendering = false;
    this.#options.onRange(this.#range);
  }

  #attach(): void {
    const parts = this.#options.parts();
    if (this.#parts?.rows === parts?.rows && this.#observer !== undefined) return;
    this.#detach();
    this.#parts = parts;
    if (parts === undefined) return;
    parts.scroller.addEventListener('scroll', this.#onScroll, { passive: true });
    parts.scroller.addEventListener('scrollend', this.#onRest);
    // in the next frame: rows rendered here would resize what is being observed
    this.#observer = new ResizeObserver(() => {
      cancelAnimationFrame(this.#resizeFrame);
      this.#resizeFrame = requestAnimationFrame(() => {
        this.#measure();
        this.render();
      });
    });
    this.#observer.observe(parts.scroller);
    this.#observer.observe(parts.probe);
    // a box that left the page has lost its scroll position
    if (this.#rowHeight > 0) this.#moveTo(this.#virtualTop);
  }

  #detach(): void {
    this.#isScrolling = false;
    this.#observer?.disconnect();
    this.#observer = undefined;
    cancelAnimationFrame(this.#resizeFrame);
    clearTimeout(this.#restTimer);
    this.#parts?.scroller.removeEventListener('scroll', this.#onScroll);
    this.#parts?.scroller.removeEventListener('scrollend', this.#onRest);
  }

  #measure(): void {
    if (this.#parts === undefined) return;
    const { scroller, probe } = this.#parts;
    const rowHeight = probe.getBoundingClientRect().height;
    // not on screen: what was measured before holds
    if (rowHeight === 0) return;
    const firstRow = this.#rowHeight > 0 ? this.#virtualTop / this.#rowHeight : 0;
    const resized = rowHeight !== this.#rowHeight;
    this.#viewHeight = scroller.clientHeight;
    this.#rowHeight = rowHeight;
    if (!resized) return;
    this.#fitBox(this.#options.rowCount());
    this.#moveTo(firstRow * rowHeight);
  }

  /** The height that all rows together would have. */
  #listHeight(count: number): number {
    return count * this.#rowHeight;
  }

  #fitBox(count: number): void {
    const height = Math.min(this.#listHeight(count), tallestBox);
    if (height === this.#boxHeight || this.#parts === undefined) return;
    this.#boxHeight = height;
    this.#parts.rows.style.blockSize = `${height}px`;
    // the box may let its scroller grow, and the rows that then are in view are due in this frame
    this.#viewHeight = this.#parts.scroller.clientHeight || this.#viewHeight;
  }

  /** How far the list and the box can be scrolled; they differ only where the box is shorter than the list. */
  #scrollLimits(count: number): { list: number; box: number } {
    const head = this.#parts?.rows.offsetTop ?? 0;
    const visible = this.#viewHeight - head;
    return {
      list: Math.max(0, this.#listHeight(count) - visible),
      box: Math.max(0, this.#boxHeight - visible),
    };
  }

  #isMapped(count: number): boolean {
    return this.#listHeight(count) > tallestBox;
  }

  #moveTo(virtualTop: number): void {
    if (this.#parts === undefined) return;
    const count = this.#options.rowCount();
    const { scroller } = this.#parts;
    if (this.#isMapped(count)) {
      const limits = this.#scrollLimits(count);
      this.#virtualTop = Math.min(Math.max(0, virtualTop), limits.list);
      scroller.scrollTop = limits.list === 0 ? 0 : (this.#virtualTop / limits.list) * limits.box;
      this.#scrollTop = scroller.scrollTop;
    } else {
      scroller.scrollTop = virtualTop;
      this.#scrollTop = this.#virtualTop = scroller.scrollTop;
    }
  }

  readonly #onScroll = (): void => {
    if (this.#parts === undefined) return;
    if (!('onscrollend' in window)) {
      clearTimeout(this.#restTimer);
      this.#restTimer = setTimeout(this.#onRest, restDelay);
    }
    const { scrollTop } = this.#parts.scroller;
    const step = scrollTop - this.#scrollTop;
    // moved by this class, which has rendered it
    if (step === 0) return;
    this.#isScrolling = true;
    this.#scrollTop = scrollTop;
    const count = this.#options.rowCount();
    if (this.#isMapped(count)) {
      const limits = this.#scrollLimits(count);
      const proportional = limits.box === 0 ? 0 : (scrollTop / limits.box) * limits.list;
      // A wheel step moves by what it says; a drag of the scroll bar, and both ends, by proportion.
      const isStep = Math.abs(step) < 2 * this.#viewHeight && scrollTop > 0 && scrollTop < limits.box;
      this.#virtualTop = isStep
        ? Math.min(Math.max(0, this.#virtualTop + step), limits.list)
        : Math.min(proportional, limits.list);
    } else {
      this.#virtualTop = scrollTop;
    }
    this.render();
  };

  readonly #onRest = (): void => {
    this.#isScrolling = false;
    this.#putRowsInOrder();
    this.#options.onRest();
  };

  #rangeInView(count: number): RowRange {
    if (count <= wholeListLimit) return { first: 0, end: count };
    if (this.#rowHeight === 0) return { first: 0, end: Math.min(count, 2 * overscan) };
    const top = this.#virtualTop;
    const first = Math.max(0, Math.floor(top / this.#rowHeight) - overscan);
    const end = Math.min(count, Math.ceil((top + this.#viewHeight) / this.#rowHeight) + overscan);
    return { first: Math.min(first, end), end };
  }

  #assignSlots(count: number): void {
    const { first, end } = this.#range;
    const pinned = this.#pinned < count ? this.#pinned : -1;
    for (const [index, slot] of this.#slots) {
      if ((index >= first && index < end) || index === pinned) continue;
      this.#slots.delete(index);
      this.#spare.push(slot);
    }
    const shift = this.#isMapped(count) ? this.#scrollTop - this.#virtualTop : 0;
    let created = false;
    if (pinned >= 0 && (pinned < first || pinned >= end)) created = this.#show(pinned, shift) || created;
    for (let index = first; index < end; index += 1) created = this.#show(index, shift) || created;
    for (const slot of this.#spare) slot.row.hidden = true;
    if (this.#spare.length > 2 * (end - first) + overscan) this.#dropSpareRows();
    if (created) this.#putRowsInOrder();
  }

  /** Shows a data row in its slot, or in a spare or new one; says whether the row was new in the page. */
  #show(index: number, shift: number): boolean {
    let slot = this.#slots.get(index);
    let created = false;
    if (slot === undefined) {
      slot = this.#spare.pop();
      if (slot === undefined) {
        slot = this.#createSlot();
        created = true;
      }
      slot.row.hidden = false;
      slot.index = index;
      slot.row.ariaRowIndex = String(index + 2);
      this.#slots.set(index, slot);
      slot.content = neverRendered;
    }
    const offset = index * this.#rowHeight + shift;
    if (slot.offset !== offset) {
      slot.offset = offset;
      slot.row.style.transform = `translateY(${offset}px)`;
    }
    const content = this.#options.content(index);
    if (slot.content !== content || slot.epoch !== this.#epoch) {
      slot.content = content;
      slot.epoch = this.#epoch;
      this.#options.renderRow(slot.row, index);
    }
    return created;
  }

  #createSlot(): Slot {
    const row = document.createElement('tr');
    row.setAttribute('role', 'row');
    row.part.add('row');
    this.#parts?.rows.append(row);
    return { row, index: -1, content: neverRendered, epoch: -1, offset: Number.NaN };
  }

  #dropSpareRows(): void {
    for (const { row } of this.#spare) row.remove();
    this.#spare = [];
  }

  /** Puts the rows into the order on screen, for screen readers; the focused one stays where it is. */
  #putRowsInOrder(): void {
    if (this.#parts === undefined) return;
    const ordered = [...this.#slots.values()].sort((a, b) => a.index - b.index);
    const { rows } = this.#parts;
    const focused = ordered.findIndex(({ row }) => row.matches(':focus-within'));
    const pivot = focused < 0 ? undefined : ordered[focused]?.row;
    const place = (row: HTMLElement, before: Element | null): void => {
      if (row.nextElementSibling !== before || row.parentElement !== rows) rows.insertBefore(row, before);
    };
    let before: Element | null = null;
    for (const { row } of ordered.toReversed()) {
      if (row !== pivot) place(row, before);
      before = row;
    }
  }
}
