/** What a {@link RowPool} is told by its window. */
export interface RowPoolOptions {
  /** What a row shows; a row is rendered again only when this is another value. */
  readonly content: (index: number) => unknown;
  readonly renderRow: (row: HTMLElement, index: number) => void;
  /** The row's number for screen readers; `null` where the page itself tells it. */
  readonly ariaRowIndex: (index: number) => string | null;
}

interface Slot {
  readonly row: HTMLElement;
  index: number;
  content: unknown;
  epoch: number;
  /** Pixels from the top of the group; `undefined` where the row stands in the flow of the page. */
  offset: number | undefined;
}

/** Spare rows that are kept however few are shown: a search that leaves one row is taken back a moment later. */
const keptSpareRows = 50;

const neverRendered = Symbol('never rendered');

/** The row elements of a list, recycled: a row that goes out of view shows the next one that comes in. */
export class RowPool {
  readonly #options: RowPoolOptions;
  readonly #slots = new Map<number, Slot>();
  #spare: Slot[] = [];
  #group: HTMLElement | undefined;
  #epoch = 0;

  constructor(options: RowPoolOptions) {
    this.#options = options;
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

  /** Makes every row render again, because something that all of them show has changed. */
  invalidate(): void {
    this.#epoch += 1;
  }

  /**
   * Shows these data rows and no others, each at its offset.
   *
   * @param indexes In the order on screen.
   * @param offsetOf Pixels from the top of the group; `undefined` where the row stands in the flow of the page.
   */
  show(group: HTMLElement, indexes: readonly number[], offsetOf: (index: number) => number | undefined): void {
    this.#group = group;
    const wanted = new Set(indexes);
    const freed = [...this.#slots.values()].filter(({ index }) => !wanted.has(index)).sort((a, b) => a.index - b.index);
    for (const { index } of freed) this.#slots.delete(index);
    // those on screen first and in their order, so that after a jump none has to be shown, hidden or moved
    this.#spare.unshift(...freed);
    let created = false;
    for (const index of indexes) created = this.#showRow(group, index, offsetOf(index)) || created;
    // whoever watches the rows hears of an attribute that is set to what it is, too
    for (const { row } of this.#spare) if (!row.hidden) row.hidden = true;
    // where no row is shown at all, those before may have been refused
    const mostSpare = indexes.length === 0 ? 0 : Math.max(keptSpareRows, 2 * indexes.length);
    if (this.#spare.length > mostSpare) this.#dropSpareRows();
    if (created) this.putRowsInOrder();
  }

  /** Puts the rows into the order on screen, for screen readers; the focused one stays where it is. */
  putRowsInOrder(): void {
    const group = this.#group;
    if (group === undefined) return;
    const ordered = [...this.#slots.values()].sort((a, b) => a.index - b.index);
    const focused = ordered.find(({ row }) => row.matches(':focus-within'))?.row;
    const place = (row: HTMLElement, before: Element | null): void => {
      if (row.nextElementSibling !== before || row.parentElement !== group) group.insertBefore(row, before);
    };
    let before: Element | null = null;
    for (const { row } of ordered.toReversed()) {
      if (row !== focused) place(row, before);
      before = row;
    }
  }

  /** Shows a data row in its slot, or in a spare or new one; says whether the row was new in the page. */
  #showRow(group: HTMLElement, index: number, offset: number | undefined): boolean {
    let slot = this.#slots.get(index);
    let created = false;
    if (slot === undefined) {
      slot = this.#spare.shift();
      if (slot === undefined) {
        slot = createSlot(group);
        created = true;
      }
      slot.row.hidden = false;
      slot.index = index;
      slot.content = neverRendered;
      this.#slots.set(index, slot);
    }
    if (slot.offset !== offset) {
      slot.offset = offset;
      slot.row.style.transform = offset === undefined ? '' : `translateY(${offset}px)`;
    }
    const content = this.#options.content(index);
    if (slot.content !== content || slot.epoch !== this.#epoch) {
      slot.content = content;
      slot.epoch = this.#epoch;
      slot.row.ariaRowIndex = this.#options.ariaRowIndex(index);
      this.#options.renderRow(slot.row, index);
    }
    return created;
  }

  #dropSpareRows(): void {
    for (const { row } of this.#spare) row.remove();
    this.#spare = [];
  }
}

function createSlot(group: HTMLElement): Slot {
  const row = document.createElement('tr');
  row.setAttribute('role', 'row');
  row.part.add('row');
  group.append(row);
  return { row, index: -1, content: neverRendered, epoch: -1, offset: undefined };
}
