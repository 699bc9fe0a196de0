import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What a {@link Moment} reads of its host. */
export interface MomentSource {
  /** A fixed moment; absent or invalid: the present. */
  readonly now?: Date | undefined;
  readonly timeZone: string;
}

/**
 * The host's idea of "now": fixed where the host was given one, else the moment at which it came into the page or was
 * woken last, held still so that everything on screen agrees.
 */
export class Moment implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #read: () => MomentSource;
  #current: Date | undefined;

  constructor(host: ReactiveControllerHost, read: () => MomentSource) {
    this.#host = host;
    this.#read = read;
    host.addController(this);
  }

  get now(): Date {
    return this.fixed ?? (this.#current ??= new Date());
  }

  /** The moment that the host was given. */
  get fixed(): Date | undefined {
    const { now } = this.#read();
    return now === undefined || Number.isNaN(now.getTime()) ? undefined : now;
  }

  get timeZone(): string {
    return this.#read().timeZone;
  }

  /** Reads the clock anew. */
  wake(): void {
    this.#current = new Date();
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.wake();
  }
}
