import type { Availability } from '../../domain/availability.js';
import type { Entitlement } from '../../domain/expirations.js';
import { delay, longestWait, unlessAborted, type Backoff } from '../http/waiting.js';
import { errorCodeOf, ProviderError } from '../provider-error.js';
import type { ApiCustomer } from './api-schema.js';
import { Arrivals, type ArrivalsOptions } from './arrivals.js';
import { managedCustomer, type ListedCustomer } from './customer-mapping.js';
import type { CustomerReader, CustomerReading } from './customer-reader.js';
import type { LateFacts } from './held-customers.js';
import { isPassing, type Permissions, type Privileges } from './privileges.js';
import type { RequestBudget, Urgency } from './request-budget.js';
import { SharedRead } from './shared-read.js';

/** What an {@link Enrichment} works with. */
export interface EnrichmentOptions extends ArrivalsOptions {
  readonly reader: CustomerReader;
  readonly privileges: Privileges;
  readonly budget: RequestBudget;
  readonly permissions: () => Permissions;
  /** The session has ended. */
  readonly onUnauthenticated: () => void;
}

/** What is read of one customer: of who is not the viewer's own, no entitlements. */
export type FreshReading = Pick<LateFacts, 'entitlements'> & Pick<CustomerReading, 'customer'>;

/** A customer that is still to be read. */
interface Queued {
  readonly failures: number;
  /** Not before this moment, by the clock of `performance.now`. */
  readonly notBefore: number;
}

/** Customers that are read in the background at once, and whose ownership is asked for at once. */
const readAtOnce = 4;
const ownersAskedAtOnce = 100;

/** A customer that could not be read is read again this often, later each time. */
const mostFailures = 4;
const retries: Backoff = { firstDelayMs: 30_000, longestDelayMs: 300_000 };

/** How long the background rests when nothing can be read at all: longer each time, up to this. */
const rests: Backoff = { firstDelayMs: 1_000, longestDelayMs: 60_000 };

/**
 * Completes customers by what takes a request each: those that somebody looks at at once, all others in the background
 * (`docs/decisions/0015-enrichment-in-the-background.md`).
 */
export class Enrichment {
  readonly #with: EnrichmentOptions;
  readonly #arrivals: Arrivals;
  readonly #queue = new Map<string, Queued>();
  readonly #reads = new Map<string, SharedRead<void>>();
  /** Ends the work in the background; absent while that is off. */
  #background: AbortController | undefined;
  #isRunning = false;
  /** Nothing could be read the last time. */
  #isHeldUp = false;

  constructor(options: EnrichmentOptions) {
    this.#with = options;
    this.#arrivals = new Arrivals(options);
  }

  /** Takes other customers to be read, in this order. */
  queue(ids: Iterable<string>): void {
    this.#queue.clear();
    for (const id of ids) this.#queue.set(id, { failures: 0, notBefore: -Infinity });
    this.#wake();
  }

  /** Forgets all customers, and what has come of them. */
  clear(): void {
    this.#queue.clear();
    this.#arrivals.clear();
    this.#reads.clear();
  }

  /** Reads in the background as long as this is so. */
  set isOn(on: boolean) {
    if (on === (this.#background !== undefined)) return;
    this.#background?.abort();
    this.#background = on ? new AbortController() : undefined;
    this.#isRunning = false;
    this.#wake();
  }

  /**
   * Completes these customers before all others. Settled once they are, or once it is clear that they have to wait for
   * the background: behind a limit, or for a line. Given up, they go back to their place among the others.
   */
  async first(ids: readonly string[], signal: AbortSignal): Promise<void> {
    const waiting = ids.filter((id) => this.#isDue(id));
    try {
      await this.#with.privileges.learn(waiting, { signal });
    } catch (error) {
      signal.throwIfAborted();
      return this.#stumble(error);
    }
    await Promise.all(waiting.map((id) => this.#read(id, 'awaited').wait(signal)));
    await unlessAborted(this.#arrivals.tell(), signal);
  }

  /**
   * One customer, read anew whatever was read before.
   *
   * @param known The customer where it has just been read.
   * @throws Where it cannot be read; `not-found` for one that is not listed.
   */
  async fresh(id: string, signal: AbortSignal, known?: ApiCustomer): Promise<FreshReading> {
    const { held, reader, privileges, permissions } = this.#with;
    const listed = held.held(id)?.listed;
    if (!listed) throw new ProviderError('not-found');
    await privileges.learn([id], { signal });
    const isOwner = privileges.isOwner(id) === true;
    const isManaged = listed.relationship === 'managed';
    const reading: FreshReading = isOwner
      ? await reader.entitlements(listed, { signal }, known)
      : {
          entitlements: { state: 'forbidden' },
          ...(isManaged && { customer: known ?? (await reader.customer(id, { signal })) }),
        };
    this.#settle(id, reading.entitlements, reading.customer && managedCustomer(reading.customer, permissions()));
    await unlessAborted(this.#arrivals.tell(), signal);
    return reading;
  }

  #isDue(id: string): boolean {
    const queued = this.#queue.get(id);
    return queued !== undefined && queued.notBefore <= performance.now();
  }

  #wake(): void {
    const background = this.#background;
    if (!background || this.#isRunning || this.#queue.size === 0) return;
    this.#isRunning = true;
    void this.#run(background.signal)
      // what fails is told by the row that it failed for; here it only ends the run
      .catch(() => undefined)
      .finally(() => {
        if (this.#background === background) this.#isRunning = false;
      });
  }

  async #run(signal: AbortSignal): Promise<void> {
    const underWay = new Set<Promise<void>>();
    let restsInARow = 0;
    for (;;) {
      const id = await this.#nextId(signal);
      if (id === undefined) {
        // who is left is being read for somebody else
        if (underWay.size === 0) break;
        await Promise.race(underWay);
        continue;
      }
      try {
        await this.#learnWith(id, signal);
      } catch (error) {
        signal.throwIfAborted();
        this.#stumble(error);
      }
      if (underWay.size >= readAtOnce) await Promise.race(underWay);
      restsInARow = this.#isHeldUp ? restsInARow + 1 : 0;
      if (restsInARow > 0) {
        this.#isHeldUp = false;
        await Promise.all(underWay);
        await delay(partOf(longestWait(restsInARow, rests)), signal);
        continue;
      }
      if (this.#with.privileges.isOwner(id) === true) await this.#untilFree(signal);
      const read = this.#read(id, 'background')
        .wait(signal)
        .catch(() => undefined)
        .finally(() => underWay.delete(read));
      underWay.add(read);
    }
    await this.#arrivals.tell();
  }

  /** Who is read next; waits where all who are left have to wait, and gives nobody where there is nobody left. */
  async #nextId(signal: AbortSignal): Promise<string | undefined> {
    for (;;) {
      signal.throwIfAborted();
      let soonest = Infinity;
      for (const [id, { notBefore }] of this.#queue) {
        if (this.#reads.get(id)?.isGivenUp === false) continue;
        if (notBefore <= performance.now()) return id;
        soonest = Math.min(soonest, notBefore);
      }
      if (soonest === Infinity) return undefined;
      await delay(soonest - performance.now(), signal);
    }
  }

  /** Learns whether the viewer owns a customer, together with those that come after it. */
  async #learnWith(id: string, signal: AbortSignal): Promise<void> {
    const { privileges } = this.#with;
    if (privileges.isOwner(id) !== undefined) return;
    const next = [...this.#queue.keys()].filter((other) => privileges.isOwner(other) === undefined);
    await this.#untilFree(signal);
    await privileges.learn([id, ...next.filter((other) => other !== id).slice(0, ownersAskedAtOnce - 1)], {
      signal,
      urgency: 'background',
    });
  }

  async #untilFree(signal: AbortSignal): Promise<void> {
    for (;;) {
      const ms = this.#with.budget.delayFor('background');
      if (ms === 0) return;
      await delay(ms, signal);
    }
  }

  #read(id: string, urgency: Urgency): SharedRead<void> {
    const known = this.#reads.get(id);
    if (known && !known.isGivenUp) return known;
    const read: SharedRead<void> = new SharedRead(async (signal) => {
      try {
        await this.#readOne(id, urgency, signal);
      } finally {
        if (this.#reads.get(id) === read) this.#reads.delete(id);
        this.#wake();
      }
    });
    this.#reads.set(id, read);
    return read;
  }

  async #readOne(id: string, urgency: Urgency, signal: AbortSignal): Promise<void> {
    const { held, reader, privileges, permissions } = this.#with;
    const listed = held.held(id)?.listed;
    if (!listed) return void this.#queue.delete(id);
    try {
      await privileges.learn([id], { signal, urgency });
      if (privileges.isOwner(id) !== true) return this.#settle(id, { state: 'forbidden' });
      const { entitlements, customer } = await reader.entitlements(listed, { signal, urgency, retries: 0 });
      signal.throwIfAborted();
      this.#isHeldUp = false;
      this.#settle(id, entitlements, customer && managedCustomer(customer, permissions()));
    } catch (error) {
      signal.throwIfAborted();
      if (isPassing(error)) this.#stumble(error);
      else this.#miss(id, error);
    }
  }

  /** Nothing can be read at present: nobody's row is to blame. */
  #stumble(error: unknown): void {
    this.#isHeldUp = true;
    if (errorCodeOf(error) !== 'unauthenticated') return;
    this.#with.onUnauthenticated();
    throw error;
  }

  /** One customer could not be read: the others go on, and it is tried again later where that may help. */
  #miss(id: string, error: unknown): void {
    const code = errorCodeOf(error);
    const failures = (this.#queue.get(id)?.failures ?? 0) + 1;
    if (code === 'forbidden') return this.#settle(id, { state: code });
    // what is known stays, being older
    if (this.#with.held.held(id)?.entitlements.state === 'ready') this.#queue.delete(id);
    else this.#settle(id, { state: 'unavailable', code });
    if (code === 'not-found' || failures >= mostFailures) return;
    this.#queue.set(id, { failures, notBefore: performance.now() + partOf(longestWait(failures, retries)) });
  }

  #settle(id: string, entitlements: Availability<readonly Entitlement[]>, listed?: ListedCustomer): void {
    this.#queue.delete(id);
    this.#arrivals.add(id, entitlements, listed);
  }
}

/** A random part of a wait, at least half of it: not everybody comes back at one moment, nor at once. */
function partOf(wait: number): number {
  return wait * (0.5 + Math.random() / 2);
}
