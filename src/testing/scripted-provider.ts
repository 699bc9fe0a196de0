import type { Call, CustomersHint, CustomersProvider } from '../providers/customers-provider.js';

/** The questions that can be put to a provider. */
export type ProviderMethod = Exclude<keyof CustomersProvider, 'subscribe'>;

/** One question that was put to a {@link ScriptedProvider}, and the way to answer it. */
export interface ScriptedCall {
  readonly method: ProviderMethod;
  /** What was asked: the arguments before the {@link Call}. */
  readonly asked: readonly unknown[];
  readonly call: Call;
  /**
   * Answers. Anything goes, because backends answer anything; only the answer or failure that comes first counts.
   *
   * @param afterMs How many milliseconds later, on the clock of the provider. Default: at once.
   */
  resolve(answer: unknown, afterMs?: number): void;
  /** Fails, with anything; at once or later, as {@link resolve} answers. */
  reject(reason?: unknown, afterMs?: number): void;
}

/** What a {@link ScriptedProvider} is like. */
export interface ScriptedProviderOptions {
  /** The optional methods that it has. Default: none. */
  readonly offers?: readonly ProviderMethod[];
  /** A call that is aborted stays open until it is answered. Default: it fails at once, with the signal's reason. */
  readonly ignoresAbort?: boolean;
  /** What its clock says at first. Default: the moment at which it is made. */
  readonly now?: Date;
}

/**
 * A provider whose calls are recorded and answered by a test, by hand and in any order. It has no timers: what a test
 * does not answer stays open, and time passes on its clock only when the test lets it.
 *
 * ```ts
 * const provider = new ScriptedProvider({ offers: ['listEntitlements'] });
 * const { asked, resolve } = await provider.nextCall('listCustomers');
 * resolve({ items: [], serverTime: provider.now.toISOString() }, 300);
 * provider.advanceBy(300);
 * ```
 */
export class ScriptedProvider implements CustomersProvider {
  readonly describe?: Required<CustomersProvider>['describe'];
  readonly enrichCustomers?: Required<CustomersProvider>['enrichCustomers'];
  readonly getCustomer?: Required<CustomersProvider>['getCustomer'];
  readonly listEntitlements?: Required<CustomersProvider>['listEntitlements'];
  readonly listBeacons?: Required<CustomersProvider>['listBeacons'];
  readonly createCustomers?: Required<CustomersProvider>['createCustomers'];
  readonly updateCustomer?: Required<CustomersProvider>['updateCustomer'];
  readonly deleteCustomers?: Required<CustomersProvider>['deleteCustomers'];

  readonly #ignoresAbort: boolean;
  readonly #calls: ScriptedCall[] = [];
  readonly #taken = new Set<ScriptedCall>();
  readonly #waiting: { readonly method: ProviderMethod; readonly take: (call: ScriptedCall) => void }[] = [];
  readonly #hints = new EventTarget();
  #now: number;
  /** What comes when the clock says so, in the order in which it was scripted. */
  #later: { readonly at: number; readonly run: () => void }[] = [];

  constructor({ offers = [], ignoresAbort = false, now = new Date() }: ScriptedProviderOptions = {}) {
    this.#ignoresAbort = ignoresAbort;
    this.#now = now.getTime();
    if (offers.includes('describe')) this.describe = (...all) => this.#ask('describe', all);
    if (offers.includes('enrichCustomers')) this.enrichCustomers = (...all) => this.#ask('enrichCustomers', all);
    if (offers.includes('getCustomer')) this.getCustomer = (...all) => this.#ask('getCustomer', all);
    if (offers.includes('listEntitlements')) this.listEntitlements = (...all) => this.#ask('listEntitlements', all);
    if (offers.includes('listBeacons')) this.listBeacons = (...all) => this.#ask('listBeacons', all);
    if (offers.includes('createCustomers')) this.createCustomers = (...all) => this.#ask('createCustomers', all);
    if (offers.includes('updateCustomer')) this.updateCustomer = (...all) => this.#ask('updateCustomer', all);
    if (offers.includes('deleteCustomers')) this.deleteCustomers = (...all) => this.#ask('deleteCustomers', all);
  }

  /** Every call so far, in order. */
  get calls(): readonly ScriptedCall[] {
    return this.#calls;
  }

  /** What its clock says. Nothing else goes by it but the answers: the elements judge by a moment of their own. */
  get now(): Date {
    return new Date(this.#now);
  }

  /** Lets milliseconds pass: the answers that are due by then come, the earlier ones first, each at its moment. */
  advanceBy(milliseconds: number): void {
    const end = this.#now + milliseconds;
    const due = this.#later.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
    this.#later = this.#later.filter(({ at }) => at > end);
    for (const { at, run } of due) {
      this.#now = at;
      run();
    }
    this.#now = end;
  }

  /** The earliest call of a method that was not given out before; waits for one where there is none. */
  nextCall(method: ProviderMethod): Promise<ScriptedCall> {
    const open = this.#calls.find((call) => call.method === method && !this.#taken.has(call));
    if (!open) return new Promise((take) => this.#waiting.push({ method, take }));
    this.#taken.add(open);
    return Promise.resolve(open);
  }

  /** Gives a hint to everybody who subscribed. */
  hint(hint: CustomersHint): void {
    this.#hints.dispatchEvent(new CustomEvent('hint', { detail: hint }));
  }

  listCustomers(
    ...all: Parameters<CustomersProvider['listCustomers']>
  ): ReturnType<CustomersProvider['listCustomers']> {
    return this.#ask('listCustomers', all);
  }

  subscribe(listener: (hint: CustomersHint) => void, { signal }: { readonly signal: AbortSignal }): void {
    const hear = (event: Event) => {
      // only `hint` dispatches on this target
      listener((event as CustomEvent<CustomersHint>).detail);
    };
    this.#hints.addEventListener('hint', hear, { signal });
  }

  #ask<T>(method: ProviderMethod, all: readonly [...asked: readonly unknown[], call: Call]): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      // the last argument of every question is the call; tuples with a rest before it lose that when sliced
      const call = all.at(-1) as Call;
      const asked = all.slice(0, -1);
      // a script may answer with what a backend should not, and whoever asked has to bear it
      const scripted: ScriptedCall = {
        method,
        asked,
        call,
        resolve: (answer, afterMs) => this.#settle(resolve, answer as T, afterMs),
        reject: (reason, afterMs) => this.#settle(reject, reason, afterMs),
      };
      if (!this.#ignoresAbort) {
        // a signal's reason is whatever the caller gave, and is passed on as it is
        const abort = () => reject(call.signal.reason as Error);
        call.signal.addEventListener('abort', abort, { once: true });
        if (call.signal.aborted) abort();
      }
      this.#calls.push(scripted);
      const first = this.#waiting.findIndex((waiting) => waiting.method === method);
      if (first < 0) return;
      this.#taken.add(scripted);
      this.#waiting.splice(first, 1)[0]?.take(scripted);
    });
  }

  #settle<Outcome>(settle: (outcome: Outcome) => void, outcome: Outcome, afterMs = 0): void {
    const run = () => settle(outcome);
    if (afterMs > 0) this.#later.push({ at: this.#now + afterMs, run });
    else run();
  }
}
