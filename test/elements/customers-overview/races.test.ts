import { expect } from '@open-wc/testing';
import fc, { type Scheduler } from 'fast-check';
import { provideCustomers } from '../../../src/controllers/customers-provider-context.js';
import '../../../src/define/expirations-slideout.js';
import { errorCodes, type ErrorCode } from '../../../src/domain/availability.js';
import type { Customer } from '../../../src/domain/customer.js';
import type { CustomersQuery, ListQuery } from '../../../src/domain/query.js';
import { CustomersOverview } from '../../../src/elements/customers-overview/customers-overview.element.js';
import { ExpirationsSlideout } from '../../../src/elements/expirations-slideout/expirations-slideout.element.js';
import { ScriptedProvider, type ProviderMethod, type ScriptedCall } from '../../../src/testing/scripted-provider.js';
import { FakeClock } from '../../controllers/fake-clock.js';
import {
  customer,
  customers,
  inState,
  nextEvent,
  now,
  one,
  overview,
  readyOverview,
  textOf,
  UncaughtErrors,
} from './fixtures.js';

type Field = 'name' | 'id';
type Which = 0 | 1;

/** What a viewer, the host's page or the data may want next. */
type Intent =
  | { readonly do: 'search'; readonly text: string }
  | { readonly do: 'sort'; readonly field: Field }
  | { readonly do: 'query'; readonly query: ListQuery }
  | { readonly do: 'provide'; readonly by: 'property' | 'context'; readonly which: Which | undefined }
  | { readonly do: 'open' | 'reopen'; readonly row: number }
  | { readonly do: 'refresh' | 'retry' | 'move' | 'remove' | 'return' | 'close' }
  | { readonly do: 'change'; readonly which: Which; readonly at: number }
  | { readonly do: 'add'; readonly which: Which }
  | { readonly do: 'wait'; readonly milliseconds: number };

/** What one of the two backends is like. */
interface Nature {
  readonly ignoresAbort: boolean;
  /** Whether an answer has what was so when it was asked for; else what is so when it comes. */
  readonly readsEarly: boolean;
  /** The most rows that it gives at once. */
  readonly pageSize: number;
  readonly isLate: boolean;
}

/** One run: who wants what in which order, and how the first questions fail. The scheduler decides the rest. */
interface Plan {
  readonly natures: readonly [Nature, Nature];
  readonly viewer: readonly Intent[];
  readonly host: readonly Intent[];
  readonly failures: readonly (ErrorCode | undefined)[];
  /** Whether the list, and all that comes after its first view, are there before anybody wants anything. */
  readonly startsAtRest: boolean;
}

/** An answer as a faulty element would hear it: given the call, and what is known of it. */
type Fault = (backend: Backend, call: ScriptedCall, earlier: ScriptedCall | undefined) => unknown;

const which = fc.constantFrom<Which[]>(0, 1);
const someone = fc.nat({ max: 2 });
const queries: readonly ListQuery[] = [
  {},
  { relationship: 'managed' },
  { search: 'b', sort: [{ field: 'id', direction: 'descending' }] },
];

const search = fc.record({ do: fc.constant('search' as const), text: fc.constantFrom('', 'e', 'b') });
const viewerIntent: fc.Arbitrary<Intent> = fc.oneof(
  { weight: 4, arbitrary: search },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('sort' as const), field: fc.constantFrom<Field[]>('name', 'id') }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('open' as const, 'reopen' as const), row: someone }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('refresh' as const, 'retry' as const, 'close' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('wait' as const), milliseconds: fc.constantFrom(20, 100, 9000) }),
  },
);
const hostIntent: fc.Arbitrary<Intent> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('query' as const), query: fc.constantFrom(...queries) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('provide' as const),
      by: fc.constantFrom('property' as const, 'context' as const),
      which: fc.option(which, { nil: undefined, freq: 3 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('move' as const, 'remove' as const, 'return' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('change' as const), which, at: someone }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('add' as const), which }) },
);
const nature: fc.Arbitrary<Nature> = fc.record({
  ignoresAbort: fc.boolean(),
  readsEarly: fc.boolean(),
  pageSize: fc.constantFrom(2, 100),
  isLate: fc.boolean(),
});
const plan: fc.Arbitrary<Plan> = fc.record({
  natures: fc.tuple(nature, nature),
  viewer: fc.array(viewerIntent, { minLength: 1, maxLength: 6 }),
  host: fc.array(hostIntent, { maxLength: 4 }),
  failures: fc.array(fc.option(fc.constantFrom(...errorCodes), { nil: undefined, freq: 4 }), { maxLength: 6 }),
  startsAtRest: fc.boolean(),
});

const words = ['amber', 'birch', 'cedar'];

const readyBeacons = (total: number) => ({ beacons: { state: 'ready', value: { total, unhealthy: 0 } } });

/** Customers behind a provider, whose answers come when the scheduler says so. */
class Backend {
  readonly provider: ScriptedProvider;
  readonly name: string;
  /** Which of the customers have which revision, by ID. */
  readonly revisions = new Map(words.map((_, index) => [String(index + 1), 0]));
  /** The IDs of every result that was asked for, so that rows of two of them are known. */
  readonly results = new Set<string>();
  hasLostColumns = false;
  readonly #which: Which;
  readonly #nature: Nature;
  readonly #scheduler: Scheduler;
  readonly #nextFailure: () => ErrorCode | undefined;
  readonly #fault: Fault | undefined;

  constructor(
    index: Which,
    nature: Nature,
    scheduler: Scheduler,
    nextFailure: () => ErrorCode | undefined,
    fault: Fault | undefined,
  ) {
    this.#which = index;
    this.name = index === 0 ? 'P' : 'Q';
    this.#nature = nature;
    this.#scheduler = scheduler;
    this.#nextFailure = nextFailure;
    this.#fault = fault;
    const { ignoresAbort } = nature;
    const methods: readonly ProviderMethod[] = ['listCustomers', 'describe', 'enrichCustomers', 'listEntitlements'];
    this.provider = new ScriptedProvider({ offers: methods, ignoresAbort });
    for (const method of methods) void this.#serve(method);
  }

  /** Every customer that a query finds, in its order, worked out as plainly as can be. */
  find({ search = '', relationship, sort, ids }: ListQuery): Customer[] {
    const factor = sort?.[0]?.direction === 'descending' ? -1 : 1;
    const field = sort?.[0]?.field === 'name' ? 'name' : 'id';
    return [...this.revisions.keys()]
      .map((id) => this.customer(id))
      .filter(({ id, name }) => (ids?.includes(id) ?? true) && name.includes(search))
      .filter((each) => relationship === undefined || each.relationship === relationship)
      .sort((a, b) => (a[field] < b[field] ? -factor : factor));
  }

  customer(id: string): Customer {
    const number = Number(id);
    return customer({
      id,
      name: `${this.name}-${words[(number - 1) % words.length]}${id}`,
      externalId: `${this.name}-${id}-${this.revisions.get(id)}`,
      relationship: number % 2 === 1 ? 'managed' : 'granted',
      beacons: this.#nature.isLate
        ? { state: 'pending' }
        : { state: 'ready', value: { total: this.beacons(id), unhealthy: 0 } },
    });
  }

  /** A count that only this customer has, and only at this revision. */
  beacons(id: string): number {
    return 100 + this.#which * 400 + Number(id) * 30 + (this.revisions.get(id) ?? 0);
  }

  capability(id: string): string {
    return `right-of-${this.name}-${id}`;
  }

  change(id: string): void {
    this.revisions.set(id, (this.revisions.get(id) ?? 0) + 1);
    this.provider.hint({ type: 'changed', ids: [id] });
  }

  add(): void {
    this.revisions.set(String(this.revisions.size + 1), 0);
    this.provider.hint({ type: 'invalidated' });
  }

  answer({ method, asked }: ScriptedCall): unknown {
    if (method === 'describe') return { version: 1, can: { add: this.#which === 0 } };
    if (method === 'listCustomers') return this.#page(asked[0] as CustomersQuery); // what the method is asked with
    if (method === 'enrichCustomers')
      // asked by IDs
      return new Map((asked[0] as readonly string[]).map((id) => [id, readyBeacons(this.beacons(id))]));
    const capability = this.capability(String(asked[0]));
    return [{ id: '1', product: 'Flexera One', capability, expires: null, quantity: 1 }];
  }

  #page({ page, ...query }: CustomersQuery): unknown {
    const found = this.find(query);
    if (query.ids === undefined) this.results.add(found.map(({ id }) => id).join());
    const offset = 'offset' in page ? page.offset : 0;
    return {
      items: found.slice(offset, offset + Math.min(page.limit, this.#nature.pageSize)),
      total: { value: found.length, precision: 'exact' },
      snapshot: String(this.revisions.size),
    };
  }

  async #serve(method: ProviderMethod): Promise<void> {
    let earlier: ScriptedCall | undefined;
    for (;;) {
      const call = await this.provider.nextCall(method);
      const before = earlier;
      earlier = call;
      const give = () => this.#fault?.(this, call, before) ?? this.answer(call);
      const early = this.#nature.readsEarly ? { answer: give() } : undefined;
      const code = this.#nextFailure();
      if (code !== undefined && method === 'enrichCustomers') this.hasLostColumns = true;
      const label = `${this.name} ${method} ${JSON.stringify(call.asked)} ${code ?? ''}`;
      void this.#scheduler.schedule(Promise.resolve(), label).then(() => {
        if (code === undefined) call.resolve(early === undefined ? give() : early.answer);
        else call.reject({ code });
      });
    }
  }
}

/** A task of the browser, after all that is to be done before it. */
const turn = (() => {
  const { port1, port2 } = new MessageChannel();
  return () =>
    new Promise<void>((done) => {
      port1.onmessage = () => done();
      port2.postMessage(undefined);
    });
})();

/** Lets everything run that waits for nothing but promises, without the frame that a task may bring with it. */
async function microtasks(): Promise<void> {
  for (let tick = 0; tick < 30; tick += 1) await Promise.resolve();
}

const cellText = (row: Element, column: string): string => {
  const cell = row.querySelector(`[data-column=${column}]`);
  return cell === null ? '' : textOf(cell);
};

/** An overview, two backends, and what should be on screen. */
class Race {
  readonly #scheduler: Scheduler;
  readonly #clock: FakeClock;
  /** How the next questions fail, if they do. */
  #failures: (ErrorCode | undefined)[] = [];
  readonly #backends: readonly [Backend, Backend];
  readonly #element = document.createElement('customers-overview');
  readonly #boxes = [document.createElement('div'), document.createElement('div')] as const;
  readonly #provided: readonly ReturnType<typeof provideCustomers>[];
  /** What is asked for: each is set by the intents alone, never read from the element. */
  #query: ListQuery = { sort: [{ field: 'name', direction: 'ascending' }] };
  #own: Which | undefined = 0;
  readonly #around: (Which | undefined)[] = [1, 0];
  #box: Which = 0;
  /** Whose slideout was opened last, and whether nothing has happened since that may keep it from being open. */
  #opened: { readonly backend: Backend | undefined; readonly id: string; isCertain: boolean } | undefined;

  constructor({ natures }: Plan, scheduler: Scheduler, clock: FakeClock, fault: Fault | undefined) {
    const nextFailure = (): ErrorCode | undefined => this.#failures.shift();
    this.#scheduler = scheduler;
    this.#clock = clock;
    this.#backends = [
      new Backend(0, natures[0], scheduler, nextFailure, fault),
      new Backend(1, natures[1], scheduler, nextFailure, fault),
    ];
    CustomersOverview.panels = {
      expirations: () => scheduler.schedule(Promise.resolve(), 'file of the slideout').then(() => ExpirationsSlideout),
    };
    this.#provided = this.#boxes.map((box, index) =>
      provideCustomers(box, this.#backendAt(this.#around[index])?.provider),
    );
    // laid out only where a script asks, and never painted
    for (const box of this.#boxes) box.style.contentVisibility = 'hidden';
    document.body.append(...this.#boxes);
    Object.assign(this.#element, { now, provider: this.#backends[0].provider });
    this.#element.addEventListener('session-ended', (event) =>
      event.resumeAfter(scheduler.schedule(Promise.resolve(), 'signed in')),
    );
    this.#boxes[0].append(this.#element);
  }

  /** Lets everything happen in the scheduler's order. */
  async run({ viewer, host, failures, startsAtRest }: Plan): Promise<void> {
    if (startsAtRest) await this.#comeToRest();
    this.#failures = [...failures];
    for (const intents of [viewer, host])
      this.#scheduler.scheduleSequence(
        intents.map((intent) => ({
          label: JSON.stringify(intent),
          builder: () => {
            this.#take(intent);
            // nobody is faster than the browser's own tasks; answers are
            return turn();
          },
        })),
      );
    await this.#comeToRest();
    if (!this.#element.isConnected) {
      this.#boxes[this.#box].append(this.#element);
      await this.#comeToRest();
    }
    if (!this.#hasFailed && !this.#is('changed')) this.#expectLastIntent();
    // from here on everything goes well
    this.#failures = [];
    if (this.#press('[part~=state] button, [part~=notice] button')) await this.#comeToRest();
    // there is nothing to press after a failure that asking again does not help with
    this.#element.refresh();
    this.#pressIn(this.#slideout, '[part~=state] button');
    await this.#comeToRest();
    for (const backend of this.#backends) backend.hasLostColumns = false;
    this.#expectLastIntent();
  }

  end(): void {
    this.#element.remove();
    for (const provided of this.#provided) provided.dispose();
    for (const box of this.#boxes) box.remove();
  }

  get #hasFailed(): boolean {
    return this.#is('failed') || this.#is('stale');
  }

  get #backend(): Backend | undefined {
    return this.#backendAt(this.#own ?? this.#around[this.#box]);
  }

  #backendAt(index: Which | undefined): Backend | undefined {
    return index === undefined ? undefined : this.#backends[index];
  }

  get #slideout(): ExpirationsSlideout | undefined {
    return this.#element.renderRoot.querySelector<ExpirationsSlideout>('expirations-slideout') ?? undefined;
  }

  get #dialog(): HTMLDialogElement | undefined {
    return this.#slideout?.shadowRoot?.querySelector('dialog') ?? undefined;
  }

  get #rows(): HTMLElement[] {
    return [...this.#element.renderRoot.querySelectorAll<HTMLElement>('tbody > tr:not([hidden])')].sort(
      (a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex),
    );
  }

  #is(state: string): boolean {
    return this.#element.matches(`:state(${state})`);
  }

  /** Whether the keyboard of the grid has come, and with it all that comes after the first view. */
  get #hasFeatures(): boolean {
    return this.#element.renderRoot.querySelector('.scroller [tabindex="0"]') !== null;
  }

  /** Presses a button, and says whether there was one. */
  #press(selector: string): boolean {
    const button = this.#element.renderRoot.querySelector<HTMLElement>(selector);
    button?.click();
    return button !== null;
  }

  #pressIn(panel: HTMLElement | undefined, selector: string): void {
    panel?.shadowRoot?.querySelector<HTMLElement>(selector)?.click();
  }

  async #comeToRest(): Promise<void> {
    // what comes after the first view asks for more when it is there
    for (let calm = this.#hasFeatures ? 1 : 0; calm < 3; calm += 1) {
      while (this.#scheduler.count() > 0) {
        calm = 0;
        await this.#scheduler.waitNext(1);
        await microtasks();
        this.#expectNothingForeign();
      }
      // longer than anything waits before it asks again
      this.#clock.advanceBy(400_000);
      // asked for after the element has asked for it, so there after it is there
      if (!this.#hasFeatures) await import('../../../src/elements/customers-overview/features.js');
      await turn();
    }
  }

  #take(intent: Intent): void {
    const element = this.#element;
    switch (intent.do) {
      case 'search': {
        const field = element.renderRoot.querySelector('input');
        if (field === null) return;
        field.value = intent.text;
        field.dispatchEvent(new InputEvent('input'));
        const { search: _before, ...rest } = this.#query;
        this.#query = intent.text === '' ? rest : { ...rest, search: intent.text };
        return;
      }
      case 'sort': {
        const { field } = intent;
        const before = this.#query.sort?.[0];
        const flips = before?.field === field && before.direction === 'ascending';
        this.#query = { ...this.#query, sort: [{ field, direction: flips ? 'descending' : 'ascending' }] };
        this.#press(`thead [data-column=${field}] button`);
        return;
      }
      case 'query':
        this.#query = element.query = intent.query;
        return;
      case 'provide': {
        if (intent.by === 'property') this.#own = intent.which;
        else this.#around[this.#box] = intent.which;
        const provider = this.#backendAt(intent.which)?.provider;
        const provided = this.#provided[this.#box];
        if (intent.by === 'property') element.provider = provider;
        else if (provided) provided.provider = provider;
        return this.#doubtSlideout();
      }
      case 'move':
        if (!element.isConnected) return;
        this.#box = this.#box === 0 ? 1 : 0;
        this.#boxes[this.#box].append(element);
        return this.#doubtSlideout();
      case 'remove':
        element.remove();
        return this.#doubtSlideout();
      case 'return':
        if (element.isConnected) return;
        this.#boxes[this.#box].append(element);
        return;
      case 'open':
        // a modal slideout covers the rows
        if (!this.#dialog?.open) this.#open(intent.row);
        return;
      case 'reopen':
        this.#close();
        return this.#open(intent.row);
      case 'close':
        return this.#close();
      case 'refresh':
        return element.refresh();
      case 'retry':
        this.#press('[part~=state] button, [part~=notice].failed button');
        return;
      case 'change':
        return this.#backends[intent.which].change(String(intent.at + 1));
      case 'add':
        return this.#backends[intent.which].add();
      case 'wait':
        this.#clock.advanceBy(intent.milliseconds);
    }
  }

  #open(row: number): void {
    const link = this.#rows[row]?.querySelector<HTMLElement>('[part~=expirations-link]');
    if (!link || !this.#element.isConnected) return;
    const id = textOf(link.closest('tr')?.querySelector('[data-column=id]') ?? link);
    this.#opened = { backend: this.#backend, id, isCertain: true };
    link.click();
  }

  #close(): void {
    // one that is still to come has no button yet
    if (!this.#dialog?.open) return;
    this.#opened = undefined;
    this.#pressIn(this.#slideout, '[part~=close]');
  }

  #doubtSlideout(): void {
    if (this.#opened) this.#opened.isCertain = false;
  }

  /** What is never so, whatever is still to come: facts of another provider, customer or question. */
  #expectNothingForeign(): void {
    if (this.#is('failed')) this.#doubtSlideout();
    if (!this.#element.isConnected) return;
    const backend = this.#backend;
    const ids: string[] = [];
    for (const row of this.#rows) {
      const [id = '', externalId, beacons] = ['id', 'externalId', 'beacons'].map((column) => cellText(row, column));
      const name = textOf(row.querySelector('[part~=customer-link]') ?? row);
      // not loaded yet
      if (id === '') continue;
      if (backend === undefined) throw new Error(`a row of nobody: ${name}`);
      const wanted = backend.customer(id);
      const revision = Number(externalId?.slice(`${backend.name}-${id}-`.length));
      const latest = backend.revisions.get(id) ?? NaN;
      if (name !== wanted.name || externalId !== `${backend.name}-${id}-${revision}` || !(revision <= latest))
        throw new Error(`row of ${wanted.name} shows ${name} ${externalId}`);
      const spread = backend.beacons(id) - (Number.parseInt(beacons ?? '') || backend.beacons(id));
      if (spread < 0 || spread > latest) throw new Error(`row of ${wanted.name} has the beacons ${beacons}`);
      ids.push(id);
    }
    if (ids.length > 0 && ![...(backend?.results ?? [])].some((result) => `${result},`.startsWith(`${ids.join()},`)))
      throw new Error(`rows of two results: ${ids.join()}`);
    if (this.#element.renderRoot.querySelector('[part~=add]') && backend !== this.#backends[0])
      throw new Error('the permissions of another provider');
    this.#expectSlideoutOfItsCustomer();
  }

  #expectSlideoutOfItsCustomer(): void {
    const text = this.#dialog?.open ? textOf(this.#dialog) : undefined;
    if (text === undefined) return;
    const { backend, id } = this.#opened ?? {};
    if (backend !== this.#backend || id === undefined) throw new Error(`a slideout that nobody wanted: ${text}`);
    const [right] = /right-of-[^ ]*/.exec(text) ?? [];
    if (
      !text.includes(`Organization ID ${id}`) ||
      (right !== undefined && !right.startsWith(backend?.capability(id) ?? '?'))
    )
      throw new Error(`the slideout of ${id} shows ${text}`);
  }

  #expectLastIntent(): void {
    this.#expectNothingForeign();
    const backend = this.#backend;
    if (backend === undefined) {
      expect(this.#is('loading'), 'waits for a provider').to.equal(true);
      return;
    }
    const shown = this.#rows.map((row) => ['id', 'externalId', 'beacons'].map((column) => cellText(row, column)));
    const wanted = backend.find(this.#query).map(({ id, externalId }, row) => {
      const beacons = shown[row]?.[2] ?? '';
      return [id, externalId, backend.hasLostColumns && beacons === '-' ? '-' : String(backend.beacons(id))];
    });
    if (JSON.stringify(shown) !== JSON.stringify(wanted))
      throw new Error(`shows ${JSON.stringify(shown)}, not ${JSON.stringify(wanted)}`);
    if (this.#opened?.isCertain)
      expect(textOf(this.#dialog ?? this.#element)).to.contain(`Organization ID ${this.#opened.id}`);
  }
}

/** Runs a plan in a page whose time stands still, and throws where something else than the last intent is shown. */
async function run(scheduler: Scheduler, plan: Plan, fault?: Fault): Promise<void> {
  const before = { requestAnimationFrame, cancelAnimationFrame, panels: CustomersOverview.panels };
  const clock = new FakeClock('2026-06-15T12:00:00Z');
  globalThis.requestAnimationFrame = (callback) => Number(setTimeout(() => callback(performance.now()), 16));
  globalThis.cancelAnimationFrame = (frame) => clearTimeout(frame);
  const race = new Race(plan, scheduler, clock, fault);
  try {
    await turn();
    await race.run(plan);
  } finally {
    race.end();
    const { panels, ...frames } = before;
    CustomersOverview.panels = panels;
    Object.assign(globalThis, frames);
    clock.restore();
  }
}

const races = (fault?: Fault) =>
  fc.asyncProperty(fc.scheduler(), plan, (scheduler, plan) => run(scheduler, plan, fault));

/** Firefox takes twice as long for each, and a file may take three minutes. */
const orders = navigator.userAgent.includes('Chrome/') ? 2000 : 480;

describe(`${orders} orders of intents and answers`, function () {
  this.timeout(60_000);
  let uncaught: UncaughtErrors;

  before(async () => {
    // what comes after the first view has loaded, so that every run finds it at once
    (await readyOverview([customer({ id: '1' })])).remove();
  });
  beforeEach(() => (uncaught = new UncaughtErrors()));
  afterEach(async () => {
    await uncaught.stop();
    expect(uncaught.seen).to.deep.equal([]);
  });

  for (let seed = 1; seed <= 8; seed += 1)
    it(`show the last intent, and on the way nothing of another (${seed} of 8)`, () =>
      fc.assert(races(), { seed, numRuns: orders / 8, includeErrorInReport: true }));

  const faults: readonly (readonly [what: string, fault: Fault])[] = [
    [
      'rows of the question before',
      (backend, { method }, before) => method === 'listCustomers' && before && backend.answer(before),
    ],
    [
      'late columns of another customer',
      (backend, { method, asked }) =>
        method === 'enrichCustomers' &&
        // asked by IDs
        new Map(
          (asked[0] as readonly string[]).map((id, _, ids) => [id, readyBeacons(backend.beacons(ids.at(-1) ?? id))]),
        ),
    ],
    [
      'entitlements of the customer before',
      (backend, { method }, before) => method === 'listEntitlements' && before && backend.answer(before),
    ],
  ];
  for (const [what, fault] of faults)
    it(`would show an element that takes ${what}`, async () => {
      const { failed } = await fc.check(
        races((...all) => fault(...all) || undefined),
        { seed: 1, numRuns: 400, endOnFailure: true },
      );
      expect(failed).to.equal(true);
    });
});

describe('a race that was lost once', () => {
  const scripted = async (list: readonly Customer[]) => {
    const provider = new ScriptedProvider({ offers: ['listEntitlements'] });
    const element = await overview(provider);
    (await provider.nextCall('listCustomers')).resolve({ items: list });
    return { provider, element };
  };

  it('opens no slideout under another provider, though its features come later than the click', async () => {
    const { element } = await scripted(customers(2));
    const other = new ScriptedProvider({ offers: ['listEntitlements'] });
    await nextEvent(element, 'customers-change');
    await element.updateComplete;
    one(element, '[part~=expirations-link]').click();
    element.provider = other;
    (await other.nextCall('listCustomers')).resolve({ items: customers(2) });
    await inState(element, 'ready');
    const links = element.renderRoot.querySelectorAll<HTMLElement>('[part~=expirations-link]');
    links[1]?.click();
    expect((await other.nextCall('listEntitlements')).asked).to.deep.equal(['00002']);
    expect(other.calls.filter(({ method }) => method === 'listEntitlements')).to.have.length(1);
  });
});
