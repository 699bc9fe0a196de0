// The practical limit: hand-written DOM, a recycled pool of rows, no framework, no element of its own, no checks of
// what it is handed. It sorts by the platform's own means, a collator and a comparator, and prepares the search in idle
// time. Frozen: every ratio is to this file as it stands, so a change here makes the figures before it worthless.
import {
  beaconsHref,
  beaconsText,
  columns,
  customerHref,
  distanceText,
  expiryText,
  externalIdText,
  hasExpiryLink,
  rowHeight,
  statusClass,
  statusText,
} from '../../data/row.js';
import { foldText } from '../../../src/domain/search-text.ts';
import './page.css';

const overscan = 4;
const tallestBox = 15_000_000;
const headerHeight = 40;
/** Milliseconds after the first rows, and rows between two looks at the clock. */
const idleAfter = 500;
const rowsAtOnce = 200;

function element(tag, className, role) {
  const created = document.createElement(tag);
  if (className) created.className = className;
  if (role) created.setAttribute('role', role);
  return created;
}

/** A row's elements, and what they show. */
function createSlot() {
  const row = element('div', 'ideal-row', 'row');
  const cells = columns.map(({ id }) => element('div', `ideal-cell ${id}`, id === 'name' ? 'rowheader' : 'gridcell'));
  const name = cells[0].appendChild(element('a', 'name'));
  const beacons = cells[3].appendChild(element('a', 'beacons'));
  const expiry = cells[4].appendChild(element('a', 'expiry'));
  const status = cells[5].appendChild(element('span'));
  const text = (parent) => parent.appendChild(document.createTextNode(''));
  const slot = {
    row,
    texts: [text(name), text(cells[1]), text(cells[2]), text(beacons), text(expiry), text(status)],
    distance: text(cells[4]),
    name,
    beacons,
    expiry,
    status,
    index: -1,
    offset: -1,
    data: undefined,
    distanceShown: '',
    shown: ['', '', '', '', '', ''],
    problems: 0,
    statusClass: '',
    hasBeacons: undefined,
    hasExpiry: undefined,
  };
  row.append(...cells);
  return slot;
}

function write(slot, column, text) {
  if (slot.shown[column] === text) return;
  slot.shown[column] = text;
  slot.texts[column].data = text;
}

function fill(slot, data) {
  slot.data = data;
  write(slot, 0, data.name);
  write(slot, 1, data.id);
  write(slot, 2, externalIdText(data));
  write(slot, 3, beaconsText(data));
  write(slot, 4, expiryText(data));
  write(slot, 5, statusText(data));
  slot.name.setAttribute('href', customerHref(data));
  const hasBeacons = data.beacons >= 0;
  if (hasBeacons) slot.beacons.setAttribute('href', beaconsHref(data));
  else if (slot.hasBeacons !== false) slot.beacons.removeAttribute('href');
  slot.hasBeacons = hasBeacons;
  if (slot.problems !== data.problems) {
    slot.problems = data.problems;
    if (data.problems) slot.beacons.setAttribute('data-problems', data.problems);
    else slot.beacons.removeAttribute('data-problems');
  }
  const hasExpiry = hasExpiryLink(data);
  if (hasExpiry !== slot.hasExpiry) {
    slot.hasExpiry = hasExpiry;
    if (hasExpiry) slot.expiry.setAttribute('href', '#expirations');
    else slot.expiry.removeAttribute('href');
  }
  const distance = distanceText(data);
  if (slot.distanceShown !== distance) slot.distance.data = slot.distanceShown = distance;
  const badge = statusClass(data);
  if (slot.statusClass !== badge) slot.status.className = slot.statusClass = badge;
}

const beyondAscii = /[^\0-\x7f]/;
/** Names that take long to fold, folded: many customers have the same one. */
const foldedNames = new Map();

/** What a search looks in; between the fields stands a character that no search has. */
function searchText({ name, id, externalId }) {
  let text = name;
  if (beyondAscii.test(name)) {
    text = foldedNames.get(name);
    if (text === undefined) foldedNames.set(name, (text = foldText(name)));
  }
  return `${text}\n${id}\n${externalId}`.toUpperCase();
}

class Grid {
  constructor(container, rows) {
    this.rows = rows;
    this.orders = {};
    this.order = undefined;
    this.isDescending = false;
    this.word = '';
    this.hits = undefined;
    this.shown = undefined;
    this.texts = undefined;
    this.preparing = [];
    this.slots = [];
    this.scroller = element('div', 'ideal');
    const table = element('div', 'ideal-table', 'grid');
    const header = element('div', 'ideal-row ideal-header', 'row');
    for (const { title } of columns) {
      header.appendChild(element('div', 'ideal-cell', 'columnheader')).textContent = title;
    }
    this.body = element('div', 'ideal-body', 'rowgroup');
    table.append(header, this.body);
    this.scroller.append(table);
    container.append(this.scroller);
    this.viewHeight = this.scroller.clientHeight - headerHeight;
    this.poolSize = Math.ceil(this.viewHeight / rowHeight) + 1 + 2 * overscan;
    this.scrollTop = 0;
    this.top = 0;
    this.fit();
    this.render();
    this.scroller.addEventListener('scroll', () => this.onScroll(), { passive: true });
    this.timer = setTimeout(() => this.prepare(), idleAfter);
  }

  remove() {
    clearTimeout(this.timer);
    cancelIdleCallback(this.idle);
    this.scroller.remove();
  }

  /** Folds the texts that a search looks in while nobody waits for anything. */
  prepare() {
    this.idle = requestIdleCallback((deadline) => {
      const { rows, preparing } = this;
      while (!this.texts && preparing.length < rows.length && deadline.timeRemaining() > 1) {
        const end = Math.min(rows.length, preparing.length + rowsAtOnce);
        while (preparing.length < end) preparing.push(searchText(rows[preparing.length]));
      }
      if (this.texts) return;
      if (preparing.length < rows.length) this.prepare();
      else this.texts = preparing;
    });
  }

  get count() {
    return this.shown ? this.shown.length : this.rows.length;
  }

  rowAt(index) {
    const { shown } = this;
    if (!shown) return this.rows[index];
    return this.rows[shown[this.isDescending ? shown.length - 1 - index : index]];
  }

  fit() {
    this.listHeight = this.count * rowHeight;
    this.boxHeight = Math.min(this.listHeight, tallestBox);
    this.body.style.height = `${this.boxHeight}px`;
  }

  onScroll() {
    const { scrollTop } = this.scroller;
    if (this.boxHeight === this.listHeight) {
      this.top = scrollTop;
    } else {
      const step = scrollTop - this.scrollTop;
      const box = this.boxHeight - this.viewHeight;
      const list = this.listHeight - this.viewHeight;
      const isStep = Math.abs(step) < 2 * this.viewHeight && scrollTop > 0 && scrollTop < box;
      this.top = isStep ? Math.min(Math.max(0, this.top + step), list) : Math.min((scrollTop / box) * list, list);
    }
    this.scrollTop = scrollTop;
    this.render();
  }

  render() {
    const { count, poolSize, slots } = this;
    const first = Math.max(0, Math.min(Math.floor(this.top / rowHeight) - overscan, count - poolSize));
    const end = Math.min(count, first + poolSize);
    const shift = this.boxHeight === this.listHeight ? 0 : this.scrollTop - this.top;
    for (let index = first; index < end; index++) {
      const place = index % poolSize;
      let slot = slots[place];
      if (!slot) {
        slot = slots[place] = createSlot();
        this.body.append(slot.row);
      }
      const offset = index * rowHeight + shift;
      if (slot.offset !== offset) {
        slot.row.style.transform = `translateY(${offset}px)`;
        if (slot.offset < 0) slot.row.hidden = false;
        slot.offset = offset;
      }
      if (slot.index !== index) {
        slot.index = index;
        slot.row.ariaRowIndex = index + 2;
      }
      const data = this.rowAt(index);
      if (slot.data !== data) fill(slot, data);
    }
    if (end - first < poolSize) this.hideUnused(first, end);
  }

  hideUnused(first, end) {
    for (const slot of this.slots) {
      if (!slot || slot.offset < 0 || (slot.index >= first && slot.index < end)) continue;
      slot.index = slot.offset = -1;
      slot.row.hidden = true;
    }
  }

  /** Shows the rows that the search leaves, in the order of the sort. */
  show() {
    const { order, hits } = this;
    if (order && hits) {
      const isHit = new Uint8Array(this.rows.length);
      for (const row of hits) isHit[row] = 1;
      this.shown = order.filter((row) => isHit[row] === 1);
    } else {
      this.shown = order ?? hits;
    }
    this.top = this.scrollTop = 0;
    this.scroller.scrollTop = 0;
    this.fit();
    this.render();
  }

  sort(field, direction) {
    this.order = field && (this.orders[field] ??= this.orderBy(field));
    this.isDescending = direction === 'descending';
    this.show();
  }

  orderBy(field) {
    const order = Uint32Array.from(this.rows.keys());
    if (field === 'name') {
      const names = this.rows.map(({ name }) => name);
      const { compare } = new Intl.Collator('en', { numeric: true });
      return order.sort((a, b) => compare(names[a], names[b]) || a - b);
    }
    const days = Int32Array.from(this.rows, ({ expiryDay }) => expiryDay);
    return order.sort((a, b) => days[a] - days[b] || a - b);
  }

  search(search) {
    const word = foldText(search).trim();
    if (word === '') {
      this.hits = undefined;
    } else {
      // where idle time has not come to all of them yet
      this.texts ??= this.preparing.concat(this.rows.slice(this.preparing.length).map(searchText));
      const { texts } = this;
      // a longer word has no hits beyond those of the word before
      if (this.hits && word.startsWith(this.word)) {
        this.hits = this.hits.filter((row) => texts[row].includes(word));
      } else {
        const hits = new Uint32Array(texts.length);
        let count = 0;
        for (let row = 0; row < texts.length; row++) if (texts[row].includes(word)) hits[count++] = row;
        this.hits = hits.slice(0, count);
      }
    }
    this.word = word;
    this.show();
  }

  update(index, row) {
    const before = this.rows[index];
    this.rows[index] = row;
    const texts = this.texts ?? this.preparing;
    if (index < texts.length) texts[index] = searchText(row);
    const slot = this.slots.find(({ data }) => data === before);
    if (slot) fill(slot, row);
  }
}

globalThis.peer = {
  takes: 'rows',
  mount(container, rows) {
    const grid = new Grid(container, rows);
    return {
      sort: (field, direction) => grid.sort(field, direction),
      search: (text) => grid.search(text),
      reset() {
        grid.word = '';
        grid.hits = undefined;
        grid.sort(undefined);
      },
      update: (index, row) => grid.update(index, row),
      scroller: () => grid.scroller,
      unmount: () => grid.remove(),
    };
  },
};
