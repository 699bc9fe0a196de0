// @ts-check
// Hints that something changed, told to everybody who listens at this process.
import { randomUUID } from 'node:crypto';

/** @import { CustomersHint } from '../../src/providers/customers-provider.js' */

/** Hints that are kept for those who connect again. */
const keptHints = 1_000;

export class Hints {
  /** Names this process, so that a number of another one is not taken for one of its own. */
  #stream = randomUUID();
  #told = 0;
  /** @type {{ number: number, hint: CustomersHint }[]} */
  #recent = [];
  #listeners = new EventTarget();

  /** How far the stream has come, as the `id` of an event. */
  get position() {
    return this.#idOf(this.#told);
  }

  /** @param {CustomersHint} hint */
  tell(hint) {
    this.#told += 1;
    this.#recent.push({ number: this.#told, hint });
    if (this.#recent.length > keptHints) this.#recent.shift();
    this.#listeners.dispatchEvent(new Event('hint'));
  }

  /**
   * The hints after a position; nothing is known where it is of another process, or too long ago.
   *
   * @param {string} position
   * @returns {readonly { id: string, hint: CustomersHint }[] | undefined}
   */
  since(position) {
    const number = position.startsWith(`${this.#stream}.`) ? Number(position.slice(this.#stream.length + 1)) : NaN;
    const oldest = this.#told - this.#recent.length;
    if (!(number >= oldest && number <= this.#told)) return undefined;
    return this.#recent
      .filter((told) => told.number > number)
      .map((told) => ({ id: this.#idOf(told.number), hint: told.hint }));
  }

  /**
   * Settles with the next hint, after some time without one, or once `signal` aborts.
   *
   * @param {number} milliseconds
   * @param {AbortSignal} signal
   * @returns {Promise<void>}
   */
  next(milliseconds, signal) {
    return new Promise((settle) => {
      const over = new AbortController();
      const end = () => {
        over.abort();
        clearTimeout(timer);
        settle();
      };
      const timer = setTimeout(end, milliseconds);
      this.#listeners.addEventListener('hint', end, { signal: over.signal });
      signal.addEventListener('abort', end, { signal: over.signal });
      if (signal.aborted) end();
    });
  }

  /** @param {number} number */
  #idOf(number) {
    return `${this.#stream}.${number}`;
  }
}
