// Runs in the page, beside the peer: does what it is told, and waits until the right rows have been painted.
import { expectations } from '../data/expectations.js';
import { makeCustomers, makeRow, now, withBeacons } from '../data/customers.js';
import { Screen } from './screen.js';

/** Milliseconds after which a step has failed. */
const patience = 15_000;
/** Frames after the one with the right rows that still belong to a step: what a peer puts off a little, counts. */
const framesAfter = 2;

function nextTask() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
}

/** The frame that begins next has been painted; gives what `look` saw when it began. */
function painted(look = () => undefined) {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const seen = look();
      nextTask().then(() => resolve(seen));
    });
  });
}

const container = document.querySelector('#container');
const searchBox = document.querySelector('#search');
let data;
let handle;
let screen;
let step;
/** The customer that the next update changes, and its place; and as it is after the last update. */
let changed;
let updated;
let watching;

async function settle(isRight, say) {
  const end = performance.now() + patience;
  do {
    await painted();
    if (performance.now() > end) throw new Error(`The right rows did not come: ${say()}`);
  } while (!isRight());
  for (let frame = 0; frame < framesAfter; frame++) await painted();
}

const dataOf = (customer) => (globalThis.peer.takes === 'rows' ? makeRow(customer) : customer);
const rowOf = (id) => {
  const item = updated?.id === id ? updated : data.find((candidate) => candidate.id === id);
  return item && globalThis.peer.takes === 'customers' ? makeRow(item) : item;
};

const actions = {
  /** What looking at the page costs by itself. */
  nothing() {},
  mount() {
    // each time another one, as libraries remember what they rendered into
    const room = container.appendChild(document.createElement('div'));
    room.className = 'room';
    handle = globalThis.peer.mount(room, data, now);
    handle = Object.assign(handle, { searchField: handle.searchField ?? (() => searchBox) });
  },
  sort: (field, direction) => handle.sort(field, direction),
  search: (text) => handle.search(text),
  update() {
    updated = changed.item;
    handle.update(changed.index, changed.item);
  },
  reset() {
    searchBox.value = '';
    handle.reset();
  },
};

searchBox.addEventListener('input', () => handle.search(searchBox.value));

globalThis.bench = {
  expectations,

  makeData(count) {
    const customers = makeCustomers(count);
    data = globalThis.peer.takes === 'rows' ? customers.map(makeRow) : customers;
  },

  /** Does something, then waits for what has to be seen. */
  async perform(action, options, expected) {
    if (action === 'mount') screen = new Screen(container);
    actions[action](...options);
    await this.see(expected);
  },

  /** Begins to wait; what it waits for is done from outside, by a key. */
  begin(expected) {
    step = this.see(expected);
    step.catch(() => {});
  },

  finish: () => step,

  see: (expected) =>
    settle(
      () => screen.shows(expected),
      () =>
        `${screen.seen(expected.column, expected.texts.length).join(' | ')} instead of ${expected.texts.join(' | ')}`,
    ),

  /** Goes to the end, and stays there where the list grows as its end comes into view. */
  async jumpToEnd(expected) {
    const scroller = handle.scroller();
    const goToEnd = () => {
      scroller.scrollTop = scroller.scrollHeight;
    };
    goToEnd();
    await settle(
      () => {
        if (screen.showsAtEnd(expected, scroller)) return true;
        goToEnd();
        return false;
      },
      () => 'the last rows',
    );
  },

  /** Makes what an update brings: one customer with another number of beacons. */
  prepareUpdate(index, total) {
    changed = { index, item: dataOf(withBeacons(makeCustomers(index + 1)[index], total)) };
  },

  unmount() {
    handle.unmount();
    // the next one is handed what the updates made of the data
    if (updated) data = data.with(changed.index, updated);
    updated = undefined;
    handle = screen = undefined;
    container.replaceChildren();
  },

  /** Puts the peer into the page and takes it away again, as a router does. */
  async cycle(times, expected) {
    for (let time = 0; time < times; time++) {
      await this.perform('mount', [], expected);
      this.unmount();
      await painted();
    }
  },

  /** Scrolls by places that have nothing in common, one a frame, as the thumb of a scroll bar does. */
  async drag(frames) {
    const scroller = handle.scroller();
    const end = scroller.scrollHeight - scroller.clientHeight;
    for (let frame = 0; frame < frames; frame++) {
      scroller.scrollTop = (end * ((frame * 7 + 1) % frames)) / frames;
      await painted();
      // whoever looks at this frame comes first
      await nextTask();
    }
  },

  scrollToTop() {
    handle.scroller().scrollTop = 0;
  },

  /** Looks at every frame that is painted until {@link faults} is asked. */
  async watch(ids) {
    const places = new Map(ids.map((id, place) => [id, place]));
    watching = { blank: 0, stale: 0, frames: 0 };
    const mine = watching;
    for (;;) {
      const top = await painted(() => handle.scroller().scrollTop);
      if (watching !== mine) break;
      // moved on since: what stands there now was not painted
      if (handle.scroller().scrollTop !== top) continue;
      const { blank, stale } = screen.faults(handle.scroller(), places);
      mine.blank += blank;
      mine.stale += stale;
      mine.frames++;
    }
  },

  faults() {
    const { blank, stale, frames } = watching;
    watching = undefined;
    return { blank: blank / frames, stale: stale / frames, frames };
  },

  /** Leaves a mark in the browser's recording. */
  mark(name) {
    performance.mark(name);
  },

  /** Where to turn the wheel. */
  middle() {
    const { left, top, width, height } = container.getBoundingClientRect();
    return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
  },

  mistake: () => screen.mistake(rowOf),
  elements: () => screen.elements(),
  focusSearch() {
    handle.searchField().focus();
  },
};
