// What a page shows, found out by looking at points of it, as a person does: no peer is asked.
import { rowHeight, rowTexts } from '../data/row.js';

const nameLink = 'a[href^="/customers/"]:not([href$="/beacons"])';
/** How far into a link is looked, in pixels: its edge may be cut off by the cell. */
const inset = 8;
/**
 * How far from its place in the list a row may be seen, in rows and as a share of the list: some peers estimate places.
 * It is less than any jump of the scroll bar.
 */
const leastTolerance = 20;
const toleratedShare = 0.005;
const date = /^[A-Z][a-z]{2} \d{1,2}, \d{4}$/;

/** All elements below a node that match, those in shadow roots too. */
function* elementsIn(node) {
  for (const element of node.children) {
    yield element;
    if (element.shadowRoot) yield* elementsIn(element.shadowRoot);
    yield* elementsIn(element);
  }
}

/** The innermost element at a point, in whatever shadow root. */
function elementAt(x, y) {
  let found = document.elementFromPoint(x, y);
  while (found?.shadowRoot) {
    const inner = found.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found;
}

const textOf = (element) => element?.textContent.trim() ?? '';

/** The parent in the tree that is painted. */
const parentOf = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host;

export class Screen {
  #container;
  /** Where the links of a row are, and the top of the first row; unknown before the first rows. */
  #columns = {};
  #isSure = false;
  top = 0;

  constructor(container) {
    this.#container = container;
  }

  /** Finds the rows; `false` while there are none. */
  #locate() {
    const bounds = this.#container.getBoundingClientRect();
    let first;
    let firstBeacons;
    let firstDate;
    for (const element of elementsIn(this.#container)) {
      const isName = element.matches(nameLink);
      if (!isName && !element.matches('a, button')) continue;
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.top < bounds.top || box.bottom > bounds.bottom) continue;
      if (isName && !(first && first.top <= box.top)) first = box;
      if (element.matches('[href$="/beacons"]')) firstBeacons ??= box;
      else if (!isName && date.test(textOf(element))) firstDate ??= box;
    }
    if (!first || !firstBeacons || !firstDate) return false;
    this.#columns = { name: first.left + inset, beacons: firstBeacons.left + 2, expiryDay: firstDate.left + inset };
    this.top = (first.top + first.bottom - rowHeight) / 2;
    return true;
  }

  /** Rows may move while a view comes about, so the place where the right ones were seen is the one that holds. */
  get isLocated() {
    return this.#isSure || this.#locate();
  }

  #textAt(column, y) {
    const link = elementAt(this.#columns[column], y)?.closest('a, button');
    return textOf(link);
  }

  /** Whether the rows from the top say what they should, and no row follows where none should. */
  shows({ column, texts, from = 0, total }) {
    if (!this.isLocated) return false;
    const middle = (row) => this.top + (row + 0.5) * rowHeight;
    const isShown =
      texts.every((text, row) => this.#textAt(column, middle(from + row)) === text) &&
      (total > texts.length || this.#textAt('name', middle(total)) === '');
    this.#isSure ||= isShown;
    return isShown;
  }

  /** The same from the last row up; it may stand anywhere within a row's height of the edge. */
  showsAtEnd({ column, texts }, scroller) {
    const { top } = scroller.getBoundingClientRect();
    const bottom = Math.min(top + scroller.clientTop + scroller.clientHeight, innerHeight);
    for (let gap = 0; gap < rowHeight; gap += 4) {
      const shows = (text, row) => this.#textAt(column, bottom - gap - (row + 0.5) * rowHeight) === text;
      if (texts.every(shows)) return true;
    }
    return false;
  }

  /** The texts that stand at the heights of the rows from the top, for a message. */
  seen(column, count) {
    if (!this.isLocated) return ['no rows'];
    return Array.from({ length: count }, (_, row) => this.#textAt(column, this.top + (row + 0.5) * rowHeight));
  }

  /** What is wrong with the first rows: each column has to say what its row has. `undefined`: nothing. */
  mistake(rowOf) {
    const { left, right } = this.#container.getBoundingClientRect();
    for (let row = 0; row < 3; row++) {
      const y = this.top + (row + 0.5) * rowHeight;
      const link = elementAt(this.#columns.name, y)?.closest('a');
      if (!link) break;
      const id = link.getAttribute('href').split('/')[2];
      const seen = new Set();
      for (let x = left + 2; x < right; x += 8) {
        const text = textOf(elementAt(x, y));
        if (text.length < 100) seen.add(text);
      }
      const data = rowOf(id);
      const missing = data && rowTexts(data).find((text) => ![...seen].some((one) => one.startsWith(text)));
      if (!data) return `no customer has the ID ${id}`;
      if (missing !== undefined) return `"${missing}" is not to be seen in ${[...seen].join(' | ')}`;
    }
    return undefined;
  }

  /**
   * How much of the room for rows shows none, and how much shows rows of another part of the list than the one that is
   * scrolled to, as shares.
   *
   * @param {ReadonlyMap<string, number>} places Where each customer stands in the list, by organization ID.
   */
  faults(scroller, places) {
    const box = scroller.getBoundingClientRect();
    const bottom = box.top + scroller.clientTop + scroller.clientHeight;
    const rowsInView = (bottom - this.top) / rowHeight;
    const most = scroller.scrollHeight - scroller.clientHeight;
    const firstPlace = most > 0 ? (scroller.scrollTop / most) * Math.max(0, places.size - rowsInView) : 0;
    const tolerance = Math.max(leastTolerance, places.size * toleratedShare);
    let room = 0;
    let blank = 0;
    let stale = 0;
    for (let y = this.top + rowHeight / 2; y < bottom - rowHeight / 2; y += rowHeight) {
      room++;
      // the point may lie between the lines of two rows
      const link = [0, -10, 10, -19, 19]
        .map((distance) => elementAt(this.#columns.name, y + distance)?.closest('a'))
        .find((found) => found);
      // a list that is shorter than its box has no row there
      if (!link && room > places.size) break;
      if (!link) {
        blank++;
        continue;
      }
      const place = places.get(link.getAttribute('href').split('/')[2]);
      if (!(Math.abs(place - (firstPlace + room - 1)) <= tolerance)) stale++;
    }
    return { blank: blank / room, stale: stale / room };
  }

  /** Elements in the page, and elements a row: those of everything around one name that holds no other. */
  elements() {
    const names = [];
    let all = 0;
    for (const element of elementsIn(this.#container)) {
      all++;
      if (element.matches(nameLink)) names.push(element);
    }
    const ancestors = new Map();
    for (const name of names) {
      for (let node = name; node; node = parentOf(node)) ancestors.set(node, (ancestors.get(node) ?? 0) + 1);
    }
    let row = names[0];
    while (ancestors.get(parentOf(row)) === 1) row = parentOf(row);
    return { all, row: countPainted(row), rows: names.length };
  }
}

/** Elements in the tree that is painted. */
function countPainted(element) {
  const children =
    element.localName === 'slot' && element.assignedElements().length
      ? element.assignedElements()
      : (element.shadowRoot ?? element).children;
  let count = 1;
  for (const child of children) count += countPainted(child);
  return count;
}
