import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DataTime } from './customer-result.js';

const minute = 60_000;

/** How old the data on screen is, which grows by the minute. Asks the host to render when it has. */
export class DataAge implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #read: () => { readonly dated: DataTime | undefined; readonly now: Date | undefined };
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param read What the provider says, and the moment of a host whose clock stands still. */
  constructor(host: ReactiveControllerHost, read: () => { dated: DataTime | undefined; now: Date | undefined }) {
    this.#host = host;
    this.#read = read;
    host.addController(this);
  }

  /**
   * The age in whole minutes; undefined where the provider does not say it. The server's clock, where it gives one,
   * corrects the reader's: nothing else on screen goes by it.
   */
  get minutes(): number | undefined {
    const age = this.#age();
    return Number.isNaN(age) ? undefined : Math.floor(Math.max(0, age) / minute);
  }

  hostUpdated(): void {
    clearTimeout(this.#timer);
    const age = this.#age();
    if (Number.isNaN(age) || this.#read().now !== undefined) return;
    // data of next year is looked at every minute, too: a timer has room for 24 days
    this.#timer = setTimeout(() => this.#host.requestUpdate(), minute - (age % minute));
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  #age(): number {
    const { dated, now } = this.#read();
    if (dated === undefined) return NaN;
    const { asOf, serverTime, receivedAt } = dated;
    const correction = Date.parse(serverTime ?? '') - receivedAt || 0;
    return (now?.getTime() ?? Date.now() + correction) - Date.parse(asOf);
  }
}
