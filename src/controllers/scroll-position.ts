/** Browsers give up on taller boxes (Firefox near 17.8 million px); beyond this the scroll position is mapped. */
const tallestBox = 15_000_000;

/**
 * Where in a list of any height a box of bounded height is scrolled to. Both are the same, up to the height that
 * browsers can draw; a taller list is mapped into the box.
 */
export class ScrollPosition {
  readonly #viewHeight: () => number;
  #listHeight = 0;
  #list = 0;
  #box = 0;

  /** @param viewHeight How much of the list can be seen at once, in pixels; read only where a list is mapped. */
  constructor(viewHeight: () => number) {
    this.#viewHeight = viewHeight;
  }

  /** The first pixel of the list that is in view. */
  get list(): number {
    return this.#list;
  }

  /** How tall the box has to be. */
  get boxHeight(): number {
    return Math.min(this.#listHeight, tallestBox);
  }

  /** How far below its place in the list a row has to stand in the box. */
  get shift(): number {
    return this.#isMapped ? this.#box - this.#list : 0;
  }

  /** Takes note of how tall all rows together are; the position is the caller's to restore. */
  fit(listHeight: number): void {
    this.#listHeight = listHeight;
  }

  /** Goes to a pixel of the list, and says where the box has to be scrolled to for it. */
  moveTo(list: number): number {
    this.#list = this.#box = Math.max(0, list);
    if (this.#isMapped) {
      const { listLimit, boxLimit } = this.#limits;
      this.#list = Math.min(this.#list, listLimit);
      this.#box = (this.#list / listLimit) * boxLimit;
    }
    return this.#box;
  }

  /** Takes over where the box really is, which may be rounded; the list stays where it is meant to be. */
  settle(scrollTop: number): void {
    this.#box = scrollTop;
    if (!this.#isMapped) this.#list = scrollTop;
  }

  /** Follows the box, which somebody has scrolled; says whether it has moved at all. */
  follow(scrollTop: number): boolean {
    const step = scrollTop - this.#box;
    if (step === 0) return false;
    this.#box = scrollTop;
    if (!this.#isMapped) {
      this.#list = scrollTop;
      return true;
    }
    const { listLimit, boxLimit } = this.#limits;
    // A wheel step moves by what it says; a drag of the scroll bar, and both ends, by proportion.
    const isStep = Math.abs(step) < 2 * this.#viewHeight() && scrollTop > 0 && scrollTop < boxLimit;
    const wanted = isStep ? this.#list + step : (scrollTop / boxLimit) * listLimit;
    this.#list = Math.min(Math.max(0, wanted), listLimit);
    return true;
  }

  get #isMapped(): boolean {
    return this.#listHeight > tallestBox;
  }

  get #limits(): { listLimit: number; boxLimit: number } {
    const view = this.#viewHeight();
    return { listLimit: this.#listHeight - view, boxLimit: this.boxHeight - view };
  }
}
