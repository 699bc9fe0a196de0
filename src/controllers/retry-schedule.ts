import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isRepeatable } from '../domain/repeatable.js';
import { isObject } from '../providers/value-checks.js';
import type { CustomersProvider } from '../providers/customers-provider.js';
import { errorCodeOf } from '../providers/provider-error.js';

/** Milliseconds before the first retry; doubled with each that fails. The provider has retried quickly before. */
const firstDelay = 5_000;
const longestDelay = 5 * 60_000;
/** Milliseconds over which the elements of all pages spread when a network comes back. */
const spread = 1_000;
/** Milliseconds after which it is the next one's turn to ask: some answers never come. */
const longestTurn = 60_000;

/** Whether a failure passes by itself, so that what failed is asked for again without being told to. */
export function passesByItself(error: unknown): boolean {
  return isRepeatable(errorCodeOf(error));
}

/** How long a server wants to be left alone, in milliseconds; 0 where it does not say. An hour is the most. */
function retryAfterOf(error: unknown): number {
  try {
    const wish = isObject(error) && 'retryAfterMs' in error ? Number(error.retryAfterMs) : 0;
    return wish > 0 ? Math.min(wish, 60 * 60_000) : 0;
  } catch {
    return 0;
  }
}

/**
 * Everybody who waits for one provider to answer again. One of them asks first: while that fails, the others do not ask
 * at all, and once it is answered, so are they.
 */
class Recovery {
  /** Who waits, and until when at least, in epoch milliseconds. */
  readonly #waiting = new Map<RetrySchedule, number>();
  #asking: RetrySchedule | undefined;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param isNew Whether it has failed just now; else it waits again, for being back in the page. */
  join(schedule: RetrySchedule, error: unknown, isNew: boolean): void {
    if (this.#waiting.size === 0) {
      addEventListener('online', this.#onOnline);
      document.addEventListener('visibilitychange', this.#onOnline);
    }
    const wish = retryAfterOf(error);
    this.#waiting.set(schedule, Date.now() + wish);
    if (this.#asking !== undefined && this.#asking !== schedule) return;
    if (this.#asking === undefined && this.#timer !== undefined) return;
    this.#asking = undefined;
    const earlierFailures = Math.max(0, isNew ? this.#failures++ : this.#failures - 1);
    // a server that says how long is believed once; asked too early, it is asked less and less
    const delay = wish > 0 && earlierFailures === 0 ? wish : Math.min(longestDelay, firstDelay * 2 ** earlierFailures);
    this.#plan(wish === delay ? delay * (1 + Math.random() / 10) : delay * (0.5 + Math.random() / 2));
  }

  leave(schedule: RetrySchedule): void {
    this.#waiting.delete(schedule);
    if (this.#asking === schedule) {
      this.#asking = undefined;
      if (this.#waiting.size > 0) this.#plan(spread * Math.random());
    }
    this.#restIfAlone();
  }

  /** One of them was answered: whoever may ask by now does. */
  recovered(schedule: RetrySchedule): void {
    const isFirst = this.#asking === schedule || this.#waiting.delete(schedule);
    if (!isFirst) return;
    this.#asking = undefined;
    this.#failures = 0;
    const now = Date.now();
    for (const [other, earliest] of [...this.#waiting]) {
      if (earliest > now) continue;
      this.#waiting.delete(other);
      other.retry();
    }
    if (this.#waiting.size > 0) this.#plan(0);
    this.#restIfAlone();
  }

  #restIfAlone(): void {
    if (this.#waiting.size > 0) return;
    this.#stop();
    removeEventListener('online', this.#onOnline);
    document.removeEventListener('visibilitychange', this.#onOnline);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Lets the first of them ask after so long, or later where it was told to wait. */
  #plan(delay: number): void {
    this.#stop();
    const earliest = Math.min(...this.#waiting.values()) - Date.now();
    this.#timer = setTimeout(() => this.#ask(), Math.max(delay, earliest));
  }

  #ask(): void {
    this.#timer = undefined;
    // asked for when the network, or whoever looks at the page, is back
    if (!navigator.onLine || document.hidden) return;
    const now = Date.now();
    const [first] = [...this.#waiting].find(([, earliest]) => earliest <= now) ?? [];
    if (first === undefined) return;
    this.#waiting.delete(first);
    this.#asking = first;
    this.#timer = setTimeout(() => this.#endTurn(first), longestTurn);
    first.retry();
  }

  /** It goes to the end of the line: its answer may still come. */
  #endTurn(schedule: RetrySchedule): void {
    this.#asking = undefined;
    this.#waiting.set(schedule, Date.now());
    this.#ask();
  }

  readonly #onOnline = (): void => {
    if (this.#asking === undefined && navigator.onLine && !document.hidden) this.#plan(spread * Math.random());
  };
}

const recoveries = new WeakMap<CustomersProvider, Recovery>();

function recoveryOf(provider: CustomersProvider): Recovery {
  let recovery = recoveries.get(provider);
  if (recovery === undefined) recoveries.set(provider, (recovery = new Recovery()));
  return recovery;
}

/** When something that failed is asked for again by itself (`docs/rules.md §7.1`). Waits in line with its like. */
export class RetrySchedule implements ReactiveController {
  readonly #retry: () => void;
  #recovery: Recovery | undefined;
  /** What failed last, while it has not recovered. */
  #failure: { readonly error: unknown } | undefined;

  constructor(host: ReactiveControllerHost, retry: () => void) {
    this.#retry = retry;
    host.addController(this);
  }

  /** It failed. Does nothing for a failure that does not pass by itself. */
  failed(provider: CustomersProvider, error: unknown): void {
    if (!passesByItself(error)) return this.cancel();
    const recovery = recoveryOf(provider);
    if (this.#recovery !== recovery) this.cancel();
    this.#recovery = recovery;
    this.#failure = { error };
    recovery.join(this, error, true);
  }

  /** It was answered. */
  recovered(): void {
    if (this.#failure === undefined) return;
    this.#failure = undefined;
    this.#recovery?.recovered(this);
  }

  /** Nobody waits for it any more. */
  cancel(): void {
    this.#failure = undefined;
    this.#recovery?.leave(this);
  }

  /** Asks again. The line calls it. */
  retry(): void {
    this.#retry();
  }

  hostConnected(): void {
    if (this.#failure !== undefined) this.#recovery?.join(this, this.#failure.error, false);
  }

  hostDisconnected(): void {
    this.#recovery?.leave(this);
  }
}
