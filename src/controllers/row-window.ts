import type { ReactiveController, ReactiveElement } from 'lit';
import { RowPool } from './row-pool.js';
import { ScrollPosition } from './scroll-position.js';

/** Lists of at most this many rows stand in the page as a whole: find, print and screen readers see all of them. */
const wholeListLimit = 200;
/** Rows kept ready beyond each edge of the view; four were enough for no blank row at 600 px a frame. */
const overscan = 4;
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
  /** Whether all rows stand one after the other, as a native table has them, instead of each at its position. */
  readonly isInFlow?: () => boolean;
  /** What a row shows; a row is rendered again only when this is another value. */
  readonly content: (index: number) => unknown;
  readonly renderRow: (row: HTMLElement, index: number) => void;
  /** Said when other rows may have come into view, before they are shown where that is by scrolling. */
  readonly onRange: (range: RowRange) => void;
  /** Said after the box or a row was measured: what depends on the room there is may be another. */
  readonly onMeasure?: () => void;
  /** Said when scrolling rests, and when more or less room has brought other rows into the page. */
  readonly onRest: () => void;
}

/**
 * Shows a long list by a pool of rows of one height. Owns which rows are in the page and where they stand; knows nothing
 * of customers. Renders in the frame of the scroll event, so that none shows a blank row, and after the event's microtasks,
 * so that rows which are answered at once are shown at once.
 */
export class RowWindow implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #options: RowWindowOptions;
  readonly #pool: RowPool;
  readonly #position = new ScrollPosition(() => this.#visibleHeight);
  #parts: ReturnType<RowWindowOptions['parts']>;
  #observer: ResizeObserver | undefined;
  #rowHeight = 0;
  #viewHeight = 0;
  /** The height of the view is at most what is noted, until it is measured. */
  #isViewGuessed = false;
  #boxHeight = -1;
  #range: RowRange = { first: 0, end: 0 };
  #pinned = -1;
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #isRendering = false;
  #isScrolling = false;
  #resizeFrame = 0;
  #scrollFrame = 0;

  constructor(host: ReactiveElement, options: RowWindowOptions) {
    this.#host = host;
    this.#options = options;
    this.#pool = new RowPool({
      content: options.content,
      renderRow: options.renderRow,
      // the header is row 1
      ariaRowIndex: (index) => (this.#isInFlow ? null : String(index + 2)),
    });
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

  /** The list is being scrolled: what is in view now may not be there in a moment. */
  get isScrolling(): boolean {
    return this.#isScrolling;
  }

  /** The row at the top of the view, with the part of it that is out of view. */
  get top(): number {
    return this.#rowHeight > 0 ? this.#position.list / this.#rowHeight : 0;
  }

  /** How many rows a page key moves by. */
  get rowsInView(): number {
    return this.#rowHeight > 0 ? Math.max(1, Math.floor(this.#viewHeight / this.#rowHeight) - 1) : 1;
  }

  hostUpdated(): void {
    // an update that was due when the host left the page: nothing of it is observed from there
    if (!this.#host.isConnected) return;
    this.#attach();
    this.render();
    // a list that shrinks and grows takes its rows back in any order, and no scrolling comes to rest after it
    if (!this.#isScrolling) this.#pool.putRowsInOrder();
  }

  /** Lets go of the box; also when another one has taken its place. */
  hostDisconnected(): void {
    this.#isScrolling = false;
    this.#observer?.disconnect();
    this.#observer = undefined;
    cancelAnimationFrame(this.#resizeFrame);
    cancelAnimationFrame(this.#scrollFrame);
    clearTimeout(this.#restTimer);
    this.#parts?.scroller.removeEventListener('scroll', this.#onScroll);
    this.#parts?.scroller.removeEventListener('scrollend', this.#onRest);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  /** Makes every row render again, because something that all of them show has changed. */
  invalidate(): void {
    this.#pool.invalidate();
  }

  /** Keeps this row in the page wherever the list is scrolled to (it has the focus); -1 for none. */
  pin(index: number): void {
    this.#pinned = index;
  }

  /** The element that shows a data row, if it is in the page. */
  rowElement(index: number): HTMLElement | undefined {
    return this.#pool.rowElement(index);
  }

  /** The data row that an element shows; -1 for an element of no row. */
  indexOf(row: Element | null | undefined): number {
    return this.#pool.indexOf(row);
  }

  /** Brings a row wholly into view, by as little as possible, and renders it at once. */
  scrollTo(index: number): void {
    // rows in the flow may have any height, and the browser knows where they are
    if (this.#isInFlow) this.rowElement(index)?.scrollIntoView({ block: 'nearest' });
    else {
      const top = index * this.#rowHeight;
      const bottom = top + this.#rowHeight - this.#visibleHeight;
      if (top < this.#position.list) this.#moveTo(top);
      else if (bottom > this.#position.list) this.#moveTo(bottom);
      this.render();
    }
  }

  /** Goes to where {@link top} was. */
  scrollToRow(top: number): void {
    this.#moveTo(top * this.#rowHeight);
    this.render();
  }

  /** Goes to the first row: a new result is read from its top. */
  scrollToTop(): void {
    // a list that has not been scrolled is there; to ask the box would cost a layout
    if (this.#position.list > 0) this.#moveTo(0);
  }

  render(): void {
    if (this.#parts === undefined) return;
    if (this.#rowHeight === 0) this.#measure();
    this.#fitBox();
    const count = this.#options.rowCount();
    this.#range = this.#rangeInView(count);
    const { first, end } = this.#range;
    const { shift } = this.#position;
    const indexes = Array.from({ length: end - first }, (_, step) => first + step);
    if (this.#pinned >= 0 && this.#pinned < first) indexes.unshift(this.#pinned);
    if (this.#pinned >= end && this.#pinned < count) indexes.push(this.#pinned);
    this.#isRendering = true;
    this.#pool.show(this.#parts.rows, indexes, (row) => (this.#isInFlow ? undefined : row * this.#rowHeight + shift));
    this.#isRendering = false;
    this.#options.onRange(this.#range);
  }

  get #isInFlow(): boolean {
    return this.#options.isInFlow?.() ?? false;
  }

  /** The height between the header and the end of the view. */
  get #visibleHeight(): number {
    if (this.#isViewGuessed) this.#measure();
    return this.#viewHeight - (this.#parts?.rows.offsetTop ?? 0);
  }

  #attach(): void {
    const parts = this.#options.parts();
    if (this.#parts?.rows === parts?.rows && this.#observer !== undefined) return;
    this.hostDisconnected();
    this.#parts = parts;
    if (parts === undefined) return;
    parts.scroller.addEventListener('scroll', this.#onScroll, { passive: true });
    parts.scroller.addEventListener('scrollend', this.#onRest);
    // in the next frame: rows rendered here would resize what is being observed
    this.#observer = new ResizeObserver(() => this.#measureInFrame());
    this.#observer.observe(parts.scroller);
    this.#observer.observe(parts.probe);
    // a box that left the page has lost its scroll position
    if (this.#rowHeight > 0) this.#moveTo(this.#position.list);
  }

  #measure(): void {
    if (this.#parts === undefined) return;
    const { scroller, probe } = this.#parts;
    const rowHeight = probe.getBoundingClientRect().height;
    // not on screen: what was measured before holds
    if (rowHeight === 0) return;
    const firstRow = this.top;
    const resized = rowHeight !== this.#rowHeight;
    this.#isViewGuessed = false;
    this.#viewHeight = scroller.clientHeight;
    this.#rowHeight = rowHeight;
    this.#options.onMeasure?.();
    if (!resized) return;
    this.#fitBox();
    this.#moveTo(firstRow * rowHeight);
  }

  #fitBox(): void {
    if (this.#parts === undefined) return;
    this.#position.fit(this.#options.rowCount() * this.#rowHeight);
    const height = this.#isInFlow ? 0 : this.#position.boxHeight;
    const before = this.#boxHeight;
    if (height === before) return;
    this.#boxHeight = height;
    this.#parts.rows.style.blockSize = this.#isInFlow ? '' : `${height}px`;
    // A box that did not fill the view may let its scroller grow, and the rows that then are in view are due in this
    // frame. To ask for the height would cost a layout without them, so as many rows come as the window can show.
    if (height <= before || before >= this.#viewHeight) return;
    this.#isViewGuessed = true;
    this.#viewHeight = Math.max(this.#viewHeight, innerHeight);
    this.#measureInFrame();
  }

  /** There is more or less room, or it has to be found out how much. */
  #measureInFrame(): void {
    cancelAnimationFrame(this.#resizeFrame);
    this.#resizeFrame = requestAnimationFrame(() => {
      const [{ first, end }, rowHeight] = [this.#range, this.#rowHeight];
      this.#measure();
      const inView = this.#rangeInView(this.#options.rowCount());
      // those beyond less room wait until other rows come
      if (rowHeight === this.#rowHeight && inView.first >= first && inView.end <= end) return;
      this.render();
      this.#options.onRest();
    });
  }

  #moveTo(top: number): void {
    if (this.#parts === undefined) return;
    const { scroller } = this.#parts;
    this.#position.fit(this.#options.rowCount() * this.#rowHeight);
    scroller.scrollTop = this.#position.moveTo(top);
    this.#position.settle(scroller.scrollTop);
  }

  readonly #onScroll = (): void => {
    if (this.#parts === undefined) return;
    if (!('onscrollend' in window)) {
      clearTimeout(this.#restTimer);
      this.#restTimer = setTimeout(this.#onRest, restDelay);
    }
    // moved by this class, which has rendered it
    if (!this.#position.follow(this.#parts.scroller.scrollTop)) return;
    this.#isScrolling = true;
    this.#options.onRange(this.#rangeInView(this.#options.rowCount()));
    cancelAnimationFrame(this.#scrollFrame);
    this.#scrollFrame = requestAnimationFrame(() => this.render());
  };

  readonly #onRest = (): void => {
    this.#isScrolling = false;
    this.#pool.putRowsInOrder();
    this.#options.onRest();
  };

  #rangeInView(count: number): RowRange {
    if (count <= wholeListLimit) return { first: 0, end: count };
    if (this.#rowHeight === 0) return { first: 0, end: Math.min(count, 2 * overscan) };
    const first = Math.max(0, Math.floor(this.#position.list / this.#rowHeight) - overscan);
    const end = Math.min(count, Math.ceil((this.#position.list + this.#viewHeight) / this.#rowHeight) + overscan);
    return { first: Math.min(first, end), end };
  }
}
