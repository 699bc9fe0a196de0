import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** News kept for a part that is on its way. */
const longestMemory = 100;

/** What a {@link LaterPart} is told by its element. */
export interface LaterPartOptions<Part> {
  /** Whether the first view stands; read after each update. */
  readonly isDue: () => boolean;
  /** Loads the part, and makes it. */
  readonly load: () => Promise<Part>;
}

/**
 * A part of an element that its first view does without, loaded by itself once that stands and was painted. Owns the one
 * instance, and keeps what it is told until it is there.
 */
export class LaterPart<Part extends object> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: LaterPartOptions<Part>;
  #part: Part | undefined;
  #coming: Promise<Part> | undefined;
  #isLoading = false;
  #hasFailed = false;
  #isWanted = false;
  readonly #untold: ((part: Part) => void)[] = [];

  constructor(host: ReactiveControllerHost, options: LaterPartOptions<Part>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Whether the part is on its way. */
  get isComing(): boolean {
    return this.#isLoading && this.#part === undefined && !this.#hasFailed;
  }

  /** Whether the part did not come, or waits for a network. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** Whether the part did not come, and the viewer has asked for what it does. */
  get isMissed(): boolean {
    return this.#hasFailed && this.#isWanted;
  }

  /** The part, once it is there. */
  get part(): Part | undefined {
    return this.#part;
  }

  /** Tells the part something, as soon as it is there. */
  tell(news: (part: Part) => void): void {
    if (this.#part !== undefined) news(this.#part);
    // where the file never comes, the page may still stay open for days
    else if (this.#untold.push(news) > longestMemory) this.#untold.shift();
  }

  /** Has the part do what the viewer asks for, as soon as it is there. */
  ask(wish: (part: Part) => void): void {
    this.tell(wish);
    this.#isWanted = this.#part === undefined;
    if (this.#hasFailed) this.#host.requestUpdate();
  }

  /** Asks again for a part that did not come. */
  retry(): void {
    if (this.#hasFailed) this.#begin();
  }

  hostUpdated(): void {
    if (this.#isLoading || !this.#options.isDue()) return;
    this.#isLoading = true;
    requestAnimationFrame(() => setTimeout(this.#begin));
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#begin);
    // a file that did not come is asked for again when the host is back
    this.#isLoading = this.#part !== undefined;
  }

  readonly #begin = (): void => {
    // some browsers repeat a failed import until the page is loaded anew
    if (navigator.onLine) {
      void this.#load();
      return;
    }
    addEventListener('online', this.#begin, { once: true });
    this.#hasFailed = true;
    this.#host.requestUpdate();
  };

  async #load(): Promise<void> {
    this.#hasFailed = false;
    try {
      // one instance: a host that is moved meanwhile asks twice
      const part = await (this.#coming ??= this.#options.load());
      if (this.#part !== undefined) return;
      this.#part = part;
      for (const news of this.#untold.splice(0)) news(part);
      this.#host.requestUpdate();
    } catch (error) {
      this.#coming = undefined;
      this.#hasFailed = true;
      this.#host.requestUpdate();
      reportError(error);
    }
  }
}
