import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Availability } from '../domain/availability.js';
import type { Customer } from '../domain/customer.js';
import { isRefusal } from '../domain/refusal.js';
import { checkEnrichments } from '../providers/checked-enrichment.js';
import type { Call, CustomerEnrichment } from '../providers/customers-provider.js';
import { errorCodeOf } from '../providers/provider-error.js';
import type { CustomerResult } from './customer-result.js';
import { passesByItself, RetrySchedule } from './retry-schedule.js';

/** Milliseconds that updates of the host are gathered for, so that rows which come together are asked for together. */
const gatherDelay = 60;
/** Milliseconds before what was not known yet is asked for again. */
const stepDelay = 2_000;
/** Customers whose late columns are kept; as many as rows are. */
const mostKnown = 6_000;

/** What a {@link LateColumns} is told by its element. */
export interface LateColumnsOptions {
  /** The rows that are shown; undefined while there are none. */
  readonly result: () => CustomerResult | undefined;
  readonly call: () => Omit<Call, 'signal'>;
  /** The customers whose rows stand in the page. */
  readonly customersInPage: () => readonly Customer[];
  readonly isScrolling: () => boolean;
  readonly onError: (error: unknown) => void;
}

interface Request extends AbortController {
  readonly ids: ReadonlySet<string>;
}

const pending = { state: 'pending' } as const;

/** Whether something of a customer has not come yet. */
export const isPending = ({ beacons, expirations }: Customer): boolean =>
  beacons.state === 'pending' || expirations.state === 'pending';

/** Puts what came late where it is lacking, or what stands for it where it did not come. */
export const completed = (customer: Customer, late: CustomerEnrichment, lost: Availability<never>): Customer => ({
  ...customer,
  beacons: customer.beacons.state === 'pending' ? (late.beacons ?? lost) : customer.beacons,
  expirations: customer.expirations.state === 'pending' ? (late.expirations ?? lost) : customer.expirations,
});

/**
 * The columns that come later than their rows: asks `enrichCustomers` once for the rows in the page that lack them, when
 * scrolling rests, and puts them where they belong. Gives up what has gone out of the page altogether.
 */
export class LateColumns implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: LateColumnsOptions;
  readonly #retry: RetrySchedule;
  readonly #requests = new Set<Request>();
  /** Whom the provider has been asked about, and said that it does not know yet. */
  readonly #postponed = new Set<string>();
  #postponedAt = 0;
  /** What came late of customers of this provider, the latest at the end: it stays on screen while it is read anew. */
  readonly #known = new Map<string, CustomerEnrichment>();
  /** By the customer who is shown with what was known before: as the row was read. */
  readonly #asRead = new WeakMap<Customer, Customer>();
  #result: CustomerResult | undefined;
  /** A failure has to pass, or a session to go on, before anything is asked. */
  #isHeld = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, options: LateColumnsOptions) {
    this.#host = host;
    this.#options = options;
    this.#retry = new RetrySchedule(host, () => this.again());
    host.addController(this);
  }

  /** Asks for what has failed, or was not known yet. */
  again(): void {
    this.#isHeld = false;
    this.#postponed.clear();
    this.#host.requestUpdate();
  }

  /** The provider knows more: asks for what it did not know, though not with each step of its way. */
  askPostponed(isComplete: boolean): void {
    if (!isComplete && performance.now() - this.#postponedAt < stepDelay) return;
    this.#postponed.clear();
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const result = this.#options.result();
    if (result !== this.#result) this.#follow(result);
    if (result !== undefined) this.#showKnown(result);
  }

  hostUpdated(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (!this.#options.isScrolling()) this.#askForRowsInPage();
    }, gatherDelay);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#giveUp();
  }

  /** Another result, which lacks its late columns as the one before did. */
  #follow(result: CustomerResult | undefined): void {
    if (result?.provider !== this.#result?.provider) {
      this.#known.clear();
      this.#isHeld = false;
      this.#retry.cancel();
    }
    this.#result = result;
    this.#postponed.clear();
    this.#giveUp();
  }

  #showKnown(result: CustomerResult): void {
    for (const read of this.#options.customersInPage()) {
      const known = this.#known.get(read.id);
      if (known === undefined || !isPending(read) || this.#asRead.has(read)) continue;
      const customer = completed(read, known, pending);
      this.#asRead.set(customer, read);
      result.replace(read.id, { kind: 'customer', customer });
    }
  }

  #giveUp(): void {
    for (const request of this.#requests) request.abort();
    this.#requests.clear();
  }

  #askForRowsInPage(): void {
    const result = this.#result;
    if (result === undefined || typeof result.provider.enrichCustomers !== 'function') return;
    const customers = this.#options.customersInPage();
    const inPage = new Set(customers.map(({ id }) => id));
    for (const request of this.#requests) {
      if ([...request.ids].some((id) => inPage.has(id))) continue;
      request.abort();
      this.#requests.delete(request);
    }
    if (this.#isHeld) return;
    const isKnown = (id: string): boolean =>
      this.#postponed.has(id) || [...this.#requests].some(({ ids }) => ids.has(id));
    const ids = customers
      .filter((customer) => isPending(this.#asRead.get(customer) ?? customer) && !isKnown(customer.id))
      .map(({ id }) => id);
    if (ids.length > 0) void this.#ask(result, ids);
    // nothing is left to ask, and others may wait for this turn
    else if (this.#requests.size === 0) this.#retry.cancel();
  }

  async #ask(result: CustomerResult, ids: readonly string[]): Promise<void> {
    const request: Request = Object.assign(new AbortController(), { ids: new Set(ids) });
    this.#requests.add(request);
    const { signal } = request;
    try {
      const answer: unknown = await result.provider.enrichCustomers?.(ids, { ...this.#options.call(), signal });
      const enrichments = checkEnrichments(answer, ids);
      if (!this.#requests.has(request)) return;
      this.#retry.recovered();
      for (const id of ids) this.#merge(result, id, enrichments.get(id) ?? {}, { state: 'unavailable' });
    } catch (error) {
      if (this.#requests.has(request)) this.#fail(result, ids, error);
    } finally {
      this.#requests.delete(request);
      this.#host.requestUpdate();
    }
  }

  #fail(result: CustomerResult, ids: readonly string[], error: unknown): void {
    const code = errorCodeOf(error);
    this.#isHeld = passesByItself(error) || code === 'unauthenticated';
    this.#retry.failed(result.provider, error);
    const lost = code === 'forbidden' ? { state: code } : ({ state: 'unavailable', code } as const);
    // what was refused goes, though it was known before
    if (isRefusal(code)) for (const id of ids) this.#known.delete(id);
    if (!this.#isHeld || isRefusal(code))
      for (const id of ids) this.#merge(result, id, {}, this.#isHeld ? pending : lost);
    this.#options.onError(error);
  }

  /** What the row has by now, if it has it, is newer. */
  #merge(result: CustomerResult, id: string, late: CustomerEnrichment, lost: Availability<never>): void {
    const row = result.row(result.positionOf(id));
    if (row?.kind !== 'customer') return;
    const read = this.#asRead.get(row.customer) ?? row.customer;
    if (!isPending(read)) return;
    const customer = completed(read, late, lost);
    if (isPending(customer)) {
      this.#postponed.add(id);
      this.#postponedAt = performance.now();
    } else this.#remember(id, late);
    result.replace(id, { kind: 'customer', customer });
  }

  #remember(id: string, late: CustomerEnrichment): void {
    this.#known.delete(id);
    this.#known.set(id, late);
    for (const [oldest] of this.#known) {
      if (this.#known.size <= mostKnown) return;
      this.#known.delete(oldest);
    }
  }
}
