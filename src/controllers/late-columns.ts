import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Availability } from '../domain/availability.js';
import type { Customer } from '../domain/customer.js';
import { checkEnrichments } from '../providers/checked-enrichment.js';
import type { Call, CustomerEnrichment } from '../providers/customers-provider.js';
import { errorCodeOf } from '../providers/provider-error.js';
import type { CustomerResult } from './customer-result.js';
import { passesByItself, RetrySchedule } from './retry-schedule.js';

/** Milliseconds that updates of the host are gathered for, so that rows which come together are asked for together. */
const gatherDelay = 60;
/** Milliseconds before what was not known yet is asked for again. */
const stepDelay = 2_000;

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

const isPending = ({ beacons, expirations }: Customer): boolean =>
  beacons.state === 'pending' || expirations.state === 'pending';

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

  hostUpdated(): void {
    const result = this.#options.result();
    if (result !== this.#result) this.#follow(result);
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

  /** Another result: its rows have nothing of the one before. */
  #follow(result: CustomerResult | undefined): void {
    if (result?.provider !== this.#result?.provider) {
      this.#isHeld = false;
      this.#retry.cancel();
    }
    this.#result = result;
    this.#postponed.clear();
    this.#giveUp();
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
    const ids = customers.filter((customer) => isPending(customer) && !isKnown(customer.id)).map(({ id }) => id);
    if (ids.length > 0) void this.#ask(result, ids);
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
    if (!this.#isHeld) for (const id of ids) this.#merge(result, id, {}, lost);
    this.#options.onError(error);
  }

  /** What the row has by now, if it has it, is newer. */
  #merge(result: CustomerResult, id: string, late: CustomerEnrichment, lost: Availability<never>): void {
    const row = result.row(result.positionOf(id));
    if (row?.kind !== 'customer' || !isPending(row.customer)) return;
    const { beacons, expirations } = row.customer;
    const customer = {
      ...row.customer,
      beacons: beacons.state === 'pending' ? (late.beacons ?? lost) : beacons,
      expirations: expirations.state === 'pending' ? (late.expirations ?? lost) : expirations,
    };
    if (isPending(customer)) {
      this.#postponed.add(id);
      this.#postponedAt = performance.now();
    }
    result.replace(id, { kind: 'customer', customer });
  }
}
