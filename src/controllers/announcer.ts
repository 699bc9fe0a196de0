import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds of quiet before something is said: typing says one thing at its end, not one a key. */
const quietDelay = 700;

/**
 * The words of the one live region of an element. Owns when they change: at most once a settled question, however many
 * came before it.
 */
export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #text = '';
  /** The same words said twice would be no change to a screen reader, so that every other time they end in a space. */
  #isRepeat = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** What stands in the live region now. */
  get text(): string {
    return this.#text;
  }

  /** Says this, if anything, once it has been quiet for a moment; what was to be said before it is dropped. */
  say(text: string | undefined): void {
    if (text === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#isRepeat = !this.#isRepeat;
      this.#text = this.#isRepeat ? text : `${text}\u00a0`;
      this.#host.requestUpdate();
    }, quietDelay);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#text = '';
  }
}
