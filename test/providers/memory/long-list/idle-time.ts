interface IdleHost {
  requestIdleCallback?: (callback: () => void) => number;
  setTimeout: unknown;
}

/** Idle time, and the rest before it, that come when a test says so. */
export class IdleTime {
  // not every browser has idle callbacks, and the types claim that each does
  readonly #host = globalThis as IdleHost;
  readonly #before = this.#host.requestIdleCallback;
  readonly #timerBefore = this.#host.setTimeout;
  #waiting: (() => void)[] = [];

  constructor() {
    this.#host.requestIdleCallback = (callback) => this.#waiting.push(callback);
    this.#host.setTimeout = (callback: () => void) => this.#waiting.push(callback);
  }

  /** How many wait for it. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Lets those who wait go on for a slice, and all that follows from it at once. */
  async come(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resume of waiting) resume();
    await new Promise<void>((resume) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resume();
      };
      port2.postMessage(null);
    });
  }

  /** Gives the browser its own back. */
  end(): void {
    this.#host.requestIdleCallback = this.#before;
    this.#host.setTimeout = this.#timerBefore;
  }
}
