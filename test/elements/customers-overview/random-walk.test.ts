import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Customer } from '../../../src/domain/customer.js';
import type { CustomersQuery } from '../../../src/domain/query.js';
import type { CustomersOverview } from '../../../src/elements/customers-overview/customers-overview.element.js';
import type { Call } from '../../../src/providers/customers-provider.js';
import { MemoryProvider } from '../../../src/providers/memory/memory-provider.js';
import { customer, inState, overview, rows, scrollerOf, textOf } from './fixtures.js';

/** What a viewer or a host may do next. */
type Step =
  | { readonly do: 'scroll'; readonly by: number }
  | { readonly do: 'leap'; readonly to: number }
  | { readonly do: 'sort'; readonly field: 'name' | 'id'; readonly direction: 'ascending' | 'descending' }
  | { readonly do: 'search'; readonly text: string }
  | { readonly do: 'insert'; readonly id: number }
  | { readonly do: 'rename'; readonly at: number; readonly name: string }
  | { readonly do: 'delete'; readonly at: number };

/** Plain words, so that a plain array can sort and search as the list does; others have tests of their own. */
const words = ['Amber', 'Birch', 'Cedar', 'Dune', 'Ember', 'Fjord', 'Garnet', 'Harbor'];
const start = Array.from({ length: 700 }, (_, index) => {
  const id = String(index + 1).padStart(5, '0');
  return customer({ id, name: `${words[(index * 5) % 8] ?? ''} ${id}` });
});

const share = fc.double({ min: 0, max: 1, noNaN: true });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('scroll'), by: fc.integer({ min: -900, max: 900 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('leap'), to: share }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('sort'),
      field: fc.constantFrom('name', 'id'),
      direction: fc.constantFrom('ascending', 'descending'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('search'), text: fc.constantFrom('', '', 'a', 'ar', '1', '00', 'zz') }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('insert'), id: fc.integer({ min: 10_000, max: 99_999 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rename'), at: share, name: fc.constantFrom(...words) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete'), at: share }) },
);

/** The same list as a plain array, worked out anew each time: slow, and easy to believe. */
class Model {
  customers: Customer[];
  search = '';
  sort: { field: 'name' | 'id'; direction: 'ascending' | 'descending' } = { field: 'name', direction: 'ascending' };

  constructor(customers: readonly Customer[]) {
    this.customers = [...customers];
  }

  get rows(): Customer[] {
    const contains = (text = ''): boolean => text.toLowerCase().includes(this.search);
    const factor = this.sort.direction === 'ascending' ? 1 : -1;
    const { field } = this.sort;
    return this.customers
      .filter(({ name, id, externalId }) => [name, id, externalId].some(contains))
      .sort((a, b) => (a[field] < b[field] ? -factor : factor));
  }
}

/** Frames that come when a test says so: to wait for ten thousand of the browser's proves nothing more. */
class Frames {
  readonly #before = { requestAnimationFrame, cancelAnimationFrame };
  readonly #waiting = new Map<number, FrameRequestCallback>();
  #asked = 0;

  constructor() {
    globalThis.requestAnimationFrame = (callback) => {
      this.#waiting.set((this.#asked += 1), callback);
      return this.#asked;
    };
    globalThis.cancelAnimationFrame = (frame) => this.#waiting.delete(frame);
  }

  pass(): void {
    const due = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const callback of due) callback(performance.now());
  }

  /** Gives the browser its own back. */
  end(): void {
    Object.assign(globalThis, this.#before);
  }
}

/** Waits until what was asked is on screen; the list answers in microtasks. */
async function settled(element: CustomersOverview): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) {
    for (let tick = 0; tick < 8; tick += 1) await element.updateComplete;
    if (!['loading', 'refreshing', 'loading-more'].some((state) => element.matches(`:state(${state})`))) return;
    await new Promise((done) => setTimeout(done));
  }
  throw new Error('it never came to rest');
}

/** What is wrong on screen, against the rows that should be there; undefined where all is right. */
function faultOf(element: CustomersOverview, expected: readonly Customer[]): string | undefined {
  const scroller = scrollerOf(element);
  const seen = new Set<number>();
  for (const row of rows(element)) {
    const index = Number(row.getAttribute('aria-rowindex')) - 2;
    const wanted = expected[index];
    if (wanted === undefined) return `row ${index} is beyond the end`;
    if (seen.has(index)) return `row ${index} stands twice`;
    seen.add(index);
    const id = textOf(row.querySelector('[data-column=id]') ?? row);
    const name = textOf(row.querySelector('[part~=customer-link]') ?? row);
    if (id !== wanted.id || name !== wanted.name)
      return `row ${index} shows ${id} ${name}, not ${wanted.id} ${wanted.name}`;
  }
  if (expected.length === 0)
    return element.matches(':state(no-match)') ? undefined : 'nobody said that there is nothing';
  const height = rows(element)[0]?.offsetHeight ?? NaN;
  const first = Math.floor(scroller.scrollTop / height);
  const last = Math.min(expected.length, Math.floor((scroller.scrollTop + scroller.clientHeight - 60) / height)) - 1;
  for (let index = first; index <= last; index += 1) if (!seen.has(index)) return `row ${index} in view is blank`;
  return undefined;
}

async function take(
  next: Step,
  element: CustomersOverview,
  provider: MemoryProvider,
  model: Model,
  frames: Frames,
): Promise<void> {
  const scroller = scrollerOf(element);
  const at = (place: number): Customer | undefined => model.customers[Math.floor(place * model.customers.length)];
  switch (next.do) {
    case 'scroll':
      scroller.scrollTop += next.by;
      // the browser's own event comes with its next frame
      scroller.dispatchEvent(new Event('scroll'));
      break;
    case 'leap':
      scroller.scrollTop = next.to * scroller.scrollHeight;
      scroller.dispatchEvent(new Event('scroll'));
      break;
    case 'sort':
      model.sort = { field: next.field, direction: next.direction };
      element.query = { ...element.query, sort: [model.sort] };
      break;
    case 'search':
      model.search = next.text;
      element.query = { ...element.query, search: next.text };
      break;
    case 'insert': {
      const added = customer({ id: String(next.id), name: `Inserted ${next.id}` });
      if (model.customers.some(({ id }) => id === added.id)) break;
      model.customers = [...model.customers, added];
      provider.putCustomers([added]);
      // who is new or gone moves no row until the list is asked for anew
      element.refresh();
      break;
    }
    case 'rename': {
      const before = at(next.at);
      if (before === undefined) break;
      const renamed = { ...before, name: `${next.name} ${before.id}` };
      model.customers = model.customers.map((each) => (each.id === renamed.id ? renamed : each));
      provider.putCustomers([renamed]);
      // a row that has changed stays where it is until the list is asked for anew
      element.refresh();
      break;
    }
    case 'delete': {
      const gone = at(next.at);
      if (gone === undefined) break;
      model.customers = model.customers.filter((each) => each !== gone);
      provider.removeCustomers([gone.id]);
      element.refresh();
    }
  }
  await Promise.resolve();
  await settled(element);
  frames.pass();
  await settled(element);
}

/** A provider that now and then gives the rows after those that were asked for. */
class Slipping extends MemoryProvider {
  #asked = 0;

  override async listCustomers(query: CustomersQuery, call: Call): ReturnType<MemoryProvider['listCustomers']> {
    const page = await super.listCustomers(query, call);
    this.#asked += 1;
    return this.#asked % 40 === 0 ? { ...page, items: [...page.items.slice(1), ...page.items.slice(0, 1)] } : page;
  }
}

/** Takes the steps one after the other, and gives the first fault. */
async function walk(steps: readonly Step[], Provider: typeof MemoryProvider): Promise<string | undefined> {
  const model = new Model(start);
  const provider = new Provider(start);
  const element = await overview(provider);
  await inState(element, 'ready');
  const frames = new Frames();
  try {
    for (const [number, next] of steps.entries()) {
      await take(next, element, provider, model, frames);
      const fault = faultOf(element, model.rows);
      if (fault !== undefined) return `after step ${number}, ${JSON.stringify(next)}: ${fault}`;
    }
    return undefined;
  } finally {
    frames.end();
  }
}

/** The same steps on every machine. */
const stepsOf = (seed: number, count: number): Step[] => fc.sample(step, { seed, numRuns: count });

describe('10,000 steps of scrolling, sorting, searching, inserting and deleting', function () {
  this.timeout(60_000);

  for (let seed = 1; seed <= 10; seed += 1)
    it(`show no row that has another’s facts, and none blank (${seed} of 10)`, async () => {
      expect(await walk(stepsOf(seed, 1000), MemoryProvider)).to.equal(undefined);
    });

  it('would show one where a backend slips by a row', async () => {
    expect(await walk(stepsOf(1, 1000), Slipping)).to.match(/shows .*, not /);
  });

  it('would show one that stands in another’s place', async () => {
    const element = await overview(new MemoryProvider(start));
    await inState(element, 'ready');
    const expected = new Model(start).rows;
    expect(faultOf(element, expected)).to.equal(undefined);
    const [first, second] = rows(element);
    first?.setAttribute('aria-rowindex', '3');
    second?.setAttribute('aria-rowindex', '2');
    expect(faultOf(element, expected)).to.match(/^row 1 shows/);
  });
});
