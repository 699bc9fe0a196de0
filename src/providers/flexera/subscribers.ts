import type { CustomersHint } from '../customers-provider.js';
import { page } from '../http/page-visibility.js';

/** Who is told of changes, and whether it is worth working ahead for them: somebody listens, and sees the page. */
export class Subscribers {
  readonly #listeners = new Set<(hint: CustomersHint) => void>();
  readonly #onWorth: (isWorthIt: boolean) => void;
  readonly #ended: AbortSignal | undefined;
  #isPaused = false;
  #watching: AbortController | undefined;

  /**
   * @param onWorth Told whether to work ahead.
   * @param ended Ends everything for good.
   */
  constructor(onWorth: (isWorthIt: boolean) => void, ended?: AbortSignal) {
    this.#onWorth = onWorth;
    this.#ended = ended;
    ended?.addEventListener('abort', () => {
      this.#listeners.clear();
      this.#update();
    });
  }

  /** The host wants no work ahead. */
  set isPaused(isPaused: boolean) {
    this.#isPaused = isPaused;
    this.#update();
  }

  add(listener: (hint: CustomersHint) => void, signal: AbortSignal): void {
    if (signal.aborted || this.#ended?.aborted) return;
    // its own, because one function may have subscribed twice
    const own = (hint: CustomersHint) => listener(hint);
    this.#listeners.add(own);
    signal.addEventListener(
      'abort',
      () => {
        this.#listeners.delete(own);
        this.#update();
      },
      { once: true },
    );
    this.#update();
  }

  /** Tells everybody, a microtask later: whoever is told can ask for what is new. */
  tell(hint: CustomersHint): void {
    queueMicrotask(() => {
      for (const listener of this.#listeners) listener(hint);
    });
  }

  #update(): void {
    if (this.#listeners.size === 0) {
      this.#watching?.abort();
      this.#watching = undefined;
    } else if (!this.#watching) {
      this.#watching = new AbortController();
      page?.addEventListener('visibilitychange', () => this.#update(), { signal: this.#watching.signal });
    }
    this.#onWorth(this.#listeners.size > 0 && !this.#isPaused && page?.hidden !== true);
  }
}
