// Sorts and filters rows by plain array methods, for peers that leave that to the page.
import { searchOf } from '../data/search.js';
import { compareRows } from './row-order.js';

export class RowList {
  #all;
  #ordered;
  #searchFor;
  #matches;
  /** The rows to show, in order. */
  rows;

  constructor(rows) {
    this.#all = this.#ordered = this.rows = rows;
    this.#searchFor = searchOf(rows);
  }

  sort(field, direction) {
    const compare = compareRows[field];
    const compareDown = (a, b) => compare(b, a);
    this.#ordered = field ? this.#all.toSorted(direction === 'descending' ? compareDown : compare) : this.#all;
    this.#show();
  }

  search(text) {
    this.#matches = text === '' ? undefined : this.#searchFor(text);
    this.#show();
  }

  reset() {
    this.#matches = undefined;
    this.sort(undefined);
  }

  /** Takes another row in the place of the one at `index` of all rows. */
  update(index, row) {
    const before = this.#all[index];
    const replaced = (rows) => rows.with(rows.indexOf(before), row);
    const isShared = this.#ordered === this.#all;
    this.#all = replaced(this.#all);
    this.#ordered = isShared ? this.#all : replaced(this.#ordered);
    this.#show();
  }

  /**
   * The steps of a page that has this list sort and filter.
   * @param {() => void} show Shows the rows as they are now.
   * @param {() => void} showFromTop The same, from the first one on.
   */
  steps(show, showFromTop) {
    return {
      sort: (field, direction) => {
        this.sort(field, direction);
        showFromTop();
      },
      search: (text) => {
        this.search(text);
        showFromTop();
      },
      reset: () => {
        this.reset();
        showFromTop();
      },
      update: (index, row) => {
        this.update(index, row);
        show();
      },
    };
  }

  #show() {
    this.rows = this.#matches ? this.#ordered.filter(this.#matches) : this.#ordered;
  }
}
