import { unlessAborted } from '../http/waiting.js';

/** One read that several callers wait for. It is given up once none of them does. */
export class SharedRead<T> {
  readonly #request = new AbortController();
  readonly #answer: Promise<T>;
  #callers = 0;

  constructor(read: (signal: AbortSignal) => Promise<T>) {
    this.#answer = read(this.#request.signal);
    // whoever waits hears of a failure; nobody may be left who does
    this.#answer.catch(() => undefined);
  }

  /** Whether it was given up: whoever comes now has to read anew. */
  get isGivenUp(): boolean {
    return this.#request.signal.aborted;
  }

  /** The answer, or a rejection with the signal's reason as soon as it aborts. */
  async wait(signal: AbortSignal): Promise<T> {
    signal.throwIfAborted();
    this.#callers += 1;
    try {
      return await unlessAborted(this.#answer, signal);
    } finally {
      this.#callers -= 1;
      if (this.#callers === 0) this.#request.abort();
    }
  }
}
