import { errorCodeOf, ProviderError } from '../provider-error.js';

/** Why a host is asked for headers. */
export interface HeadersOccasion {
  /** The server answered 401 to the headers from before: fresh ones are needed. */
  readonly isRefused: boolean;
}

/** The host's headers, or a function that gives them. */
export type HeadersSource = HeadersInit | ((occasion: HeadersOccasion) => HeadersInit | Promise<HeadersInit>);

/** The headers that a host adds to every request: who the viewer is, as a rule. Nothing of them is kept. */
export class RequestHeaders {
  readonly #source: HeadersSource;
  #renewals = 0;
  #renewal: Promise<Headers> | undefined;

  constructor(source: HeadersSource) {
    this.#source = source;
  }

  /** How often they were renewed by now. */
  get renewals(): number {
    return this.#renewals;
  }

  /** The headers for one request. A function is asked each time, because what it gives may be short-lived. */
  current(): Promise<Headers> {
    return this.#ask({ isRefused: false });
  }

  /**
   * The headers to ask again with where those that were there after so many renewals were refused; undefined where they
   * cannot change. However many requests were refused, the host renews once.
   */
  async afterRefusal(renewals: number): Promise<Headers | undefined> {
    if (typeof this.#source !== 'function') return undefined;
    if (renewals < this.#renewals) return this.current();
    this.#renewal ??= this.#renew();
    return this.#renewal;
  }

  async #renew(): Promise<Headers> {
    try {
      const headers = await this.#ask({ isRefused: true });
      this.#renewals += 1;
      return headers;
    } finally {
      this.#renewal = undefined;
    }
  }

  async #ask(occasion: HeadersOccasion): Promise<Headers> {
    try {
      return new Headers(typeof this.#source === 'function' ? await this.#source(occasion) : this.#source);
    } catch (thrown) {
      // no cause: browsers repeat a header that they do not take, and the token with it
      throw new ProviderError(errorCodeOf(thrown), 'There are no headers to ask with');
    }
  }
}
