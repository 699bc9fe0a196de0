import ky, { TimeoutError } from 'ky';
import { isRepeatable } from '../../domain/repeatable.js';
import { errorCodeOf, ProviderError } from '../provider-error.js';
import { isOffline } from './offline.js';
import { wholeReply } from './reply.js';
import { RequestHeaders, type HeadersSource } from './request-headers.js';
import { jittered, longestWait, unlessAborted, type Backoff } from './waiting.js';

/** How reads are repeated that may succeed when tried again. Changes never are. */
export interface RetryOptions extends Partial<Backoff> {
  /** How often a read is repeated at most. Default 3; 0 never. */
  readonly limit?: number;
  /** Milliseconds; each further wait may be twice as long, and a random part of it is waited. Default 500. */
  readonly firstDelayMs?: number;
  /** Milliseconds. A server that says to come back later than this is not waited for. Default 10,000. */
  readonly longestDelayMs?: number;
}

/** How a backend is reached. */
export interface HttpClientOptions {
  /** What the addresses of the contract are relative to: `http:` or `https:`, without credentials, query and fragment. */
  readonly baseUrl: string | URL;
  /** What sends the requests. Gets a `Request`, whose signal it has to heed. Default: the platform's `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
  /**
   * Added to every request. A function is asked before each one; where the server answers 401, it is asked again with
   * `isRefused`, once for all requests under way, and reads are repeated once with what it gives. Default: none.
   */
  readonly headers?: HeadersSource;
  /** Milliseconds that one attempt may take, its body included. Default 30,000. */
  readonly timeoutMs?: number;
  readonly retry?: RetryOptions;
}

/** One request of the contract. */
export interface HttpRequest {
  readonly method: 'get' | 'post' | 'patch';
  /** Relative to the base URL. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Changes nothing, whatever its method: it may be repeated. */
  readonly isRead: boolean;
}

/**
 * What every request has in common. The answers are for one viewer, so no cache keeps them; and no redirect is followed,
 * because the host's headers would go wherever it leads.
 */
const common = { cache: 'no-store', redirect: 'manual' } as const;

/**
 * Sends requests: headers, time-out, repetition, and failures as coded errors. No error has a cause, because what
 * browsers and libraries throw may hold the request, and with it the viewer's token.
 */
export class HttpClient {
  readonly #baseUrl: URL;
  readonly #fetch: typeof globalThis.fetch;
  readonly #headers: RequestHeaders;
  readonly #timeoutMs: number;
  readonly #retry: Required<RetryOptions>;

  /** @throws TypeError For a base URL that cannot be one. */
  constructor({ baseUrl, fetch, headers = {}, timeoutMs = 30_000, retry }: HttpClientOptions) {
    this.#baseUrl = readBaseUrl(baseUrl);
    // looked up with each request: whoever traces requests puts another in its place
    this.#fetch = fetch ?? ((...request) => globalThis.fetch(...request));
    this.#headers = new RequestHeaders(headers);
    this.#timeoutMs = timeoutMs;
    this.#retry = { limit: 3, firstDelayMs: 500, longestDelayMs: 10_000, ...retry };
  }

  /**
   * A successful reply, come as a whole.
   *
   * @throws ProviderError For every failure; the signal's reason at once when it aborts.
   */
  ask(request: HttpRequest, signal: AbortSignal): Promise<Response> {
    return coded(signal, () =>
      request.isRead
        ? this.#renewing((renewed) => this.#repeating(request, signal, renewed))
        : this.#repeating(request, signal),
    );
  }

  /**
   * A successful reply whose body is still to come. Not repeated, and without a time-out.
   *
   * @throws As {@link ask}.
   */
  open(path: string, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Response> {
    return coded(signal, () =>
      this.#renewing(async (renewed) => {
        const sent = renewed ?? (await this.#headers.current());
        const request = new Request(new URL(path, this.#baseUrl), { ...common, headers, signal });
        addHeaders(request, sent);
        const response = await this.#fetch(request);
        return response.ok ? response : wholeReply(response, { sent, isRead: true });
      }),
    );
  }

  /** Asks again where the host's headers were refused, and the host has others. */
  async #renewing(ask: (renewed?: Headers) => Promise<Response>): Promise<Response> {
    const { renewals } = this.#headers;
    try {
      return await ask();
    } catch (error) {
      const renewed = errorCodeOf(error) === 'unauthenticated' ? await this.#headers.afterRefusal(renewals) : undefined;
      if (!renewed) throw error;
      return ask(renewed);
    }
  }

  /** Asks until there is an answer, or asking again is of no use. */
  #repeating(
    { method, path, headers, body, isRead }: HttpRequest,
    signal: AbortSignal,
    renewed?: Headers,
  ): Promise<Response> {
    const { limit, longestDelayMs } = this.#retry;
    let sent = new Headers();
    /** Milliseconds that the server said to wait. */
    let told: number | undefined;
    return ky(new URL(path, this.#baseUrl), {
      ...common,
      method,
      signal,
      headers: { accept: 'application/json', ...headers },
      ...(body !== undefined && { json: body }),
      timeout: this.#timeoutMs,
      retry: {
        limit: isRead ? limit : 0,
        methods: [method],
        shouldRetry: ({ error }) => {
          const { code, retryAfterMs } = failureFrom(error);
          told = retryAfterMs;
          return !signal.aborted && isRepeatable(code) && (told ?? 0) <= longestDelayMs;
        },
        delay: (repetition) => told ?? longestWait(repetition, this.#retry),
        jitter: (wait) => told ?? jittered(wait),
      },
      hooks: {
        beforeRequest: [
          async (request) => {
            sent = renewed ?? (await this.#headers.current());
            addHeaders(request, sent);
          },
        ],
      },
      fetch: async (request, options) => wholeReply(await this.#fetch(request, options), { sent, isRead }),
    });
  }
}

function addHeaders(request: Request, headers: Headers): void {
  headers.forEach((value, name) => request.headers.set(name, value));
}

/** What comes of asking, at once when the signal aborts; a failure as a coded error. */
async function coded(signal: AbortSignal, ask: () => Promise<Response>): Promise<Response> {
  signal.throwIfAborted();
  try {
    return await unlessAborted(ask(), signal);
  } catch (error) {
    signal.throwIfAborted();
    throw failureFrom(error);
  }
}

function failureFrom(thrown: unknown): ProviderError {
  if (thrown instanceof ProviderError) return thrown;
  if (thrown instanceof TimeoutError) return new ProviderError('timeout', 'The server took too long');
  const code = errorCodeOf(thrown);
  if (code !== 'unknown') return new ProviderError(code, 'The request was not sent');
  // `fetch` says no more than that it failed
  return isOffline()
    ? new ProviderError('offline', 'There is no network')
    : new ProviderError('unavailable', 'The server cannot be reached');
}

function readBaseUrl(baseUrl: string | URL): URL {
  const url = resolved(baseUrl);
  const isSound = url && /^https?:$/.test(url.protocol) && !(url.username || url.password || url.search || url.hash);
  // without the address: it may be there that the secret is
  if (!isSound) throw new TypeError('`baseUrl` has to be an http(s) address without credentials, query and fragment');
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

/** Relative to the page, as `fetch` reads it. */
function resolved(baseUrl: string | URL): URL | undefined {
  try {
    return new URL(new Request(baseUrl).url);
  } catch {
    return undefined;
  }
}
