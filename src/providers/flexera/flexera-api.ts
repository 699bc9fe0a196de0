import ky, { type KyInstance } from 'ky';
import { errorCodeOf, ProviderError } from '../provider-error.js';
import { RequestHeaders, type HeadersSource } from '../http/request-headers.js';
import { unlessAborted } from '../http/waiting.js';
import { apiErrorOf } from './api-error.js';
import type { FlexeraProviderOptions, FlexeraZone, GetToken } from './flexera-options.js';
import type { RequestBudget, Urgency } from './request-budget.js';

const addresses: Readonly<Record<FlexeraZone, string>> = {
  us: 'https://api.flexera.com/',
  eu: 'https://api.flexera.eu/',
  au: 'https://api.flexera.au/',
};

const timeoutMs = 30_000;
const longestBackoffMs = 20_000;
const longestRetryAfterMs = 120_000;

/** A request for something to read. */
export interface ReadOptions {
  readonly signal: AbortSignal;
  readonly searchParams?: URLSearchParams;
  /** Default `awaited`. */
  readonly urgency?: Urgency;
  /** How often it is asked again after a failure that may pass. Default 3. */
  readonly retries?: number;
}

/** What an answer says besides its body. */
export interface Written {
  readonly body: unknown;
  readonly location: string | null;
}

/**
 * Sends requests to the Flexera One API: with the host's token or by the host's `fetch`, within the budget. Reads are
 * asked again where that may help; changes never are. Rejects with coded errors that hold no part of the request.
 */
export class FlexeraApi {
  readonly #http: KyInstance;
  readonly #budget: RequestBudget;
  readonly #headers: RequestHeaders;
  readonly #fetch: typeof fetch;

  constructor(options: FlexeraProviderOptions, budget: RequestBudget) {
    const { getToken } = options;
    this.#budget = budget;
    this.#headers = new RequestHeaders(authorization(getToken));
    // looked up with each request: tests and tracing put another in its place
    this.#fetch = options.fetch ?? ((request, init) => fetch(request, init));
    this.#http = ky.create({
      prefixUrl: options.zone === undefined ? options.baseUrl : (options.baseUrl ?? addresses[options.zone]),
      // a token goes to the API and nowhere else; what was read before a change must not be what is read after it
      ...(getToken && { credentials: 'omit', redirect: 'error' }),
      cache: 'no-store',
      timeout: timeoutMs,
      fetch: (request) => this.#send(new Request(request)),
      hooks: {
        // here and not in `fetch`, because waiting for a place must not count towards the time-out
        beforeRequest: [
          ({ signal }, { context }) =>
            this.#budget.take(context.urgency === 'background' ? 'background' : 'awaited', signal),
        ],
      },
      retry: {
        methods: ['get'],
        statusCodes: [408, 425, 429, 500, 502, 503, 504],
        afterStatusCodes: [429, 503],
        maxRetryAfter: longestRetryAfterMs,
        backoffLimit: longestBackoffMs,
        jitter: true,
        retryOnTimeout: true,
        // a token that the host does not give is not asked for again and again
        shouldRetry: ({ error }) => (error instanceof ProviderError ? false : undefined),
      },
    });
  }

  /** Reads something. */
  async get(path: string, { signal, searchParams, urgency = 'awaited', retries = 3 }: ReadOptions): Promise<unknown> {
    const answer = await this.#request(path, {
      signal,
      ...(searchParams && { searchParams }),
      context: { urgency },
      retry: { limit: retries },
    });
    return answer.body;
  }

  /** Changes something. The answer's body is `undefined` where it has none. */
  async write(
    method: 'post' | 'patch' | 'delete',
    path: string,
    { json, signal }: { readonly json?: unknown; readonly signal: AbortSignal },
  ): Promise<Written> {
    return this.#request(path, { method, signal, retry: 0, ...(json !== undefined && { json }) });
  }

  async #request(
    path: string,
    options: Parameters<KyInstance>[1] & { readonly signal: AbortSignal },
  ): Promise<Written> {
    try {
      const response = await this.#http(path, options);
      const text = await response.text();
      return { body: text === '' ? undefined : parse(text), location: response.headers.get('location') };
    } catch (thrown) {
      options.signal.throwIfAborted();
      throw await apiErrorOf(thrown);
    }
  }

  /** One request, whose place is free again once it is given up, whether or not the host's `fetch` heeds that. */
  async #send(request: Request): Promise<Response> {
    try {
      return await unlessAborted(this.#answer(request), request.signal);
    } finally {
      this.#budget.release();
    }
  }

  /** Reads are asked again with another token where the host has one; a change is not sent twice. */
  async #answer(request: Request): Promise<Response> {
    const { renewals } = this.#headers;
    const response = await this.#sendWith(await this.#headers.current(), request);
    if (response.status !== 401 || request.method !== 'GET') return response;
    const renewed = await this.#headers.afterRefusal(renewals);
    return renewed ? this.#sendWith(renewed, request) : response;
  }

  /** The whole answer, so that the time-out also ends a body that never does. */
  async #sendWith(headers: Headers, request: Request): Promise<Response> {
    const authorized = new Request(request);
    headers.forEach((value, name) => authorized.headers.set(name, value));
    const response = await this.#fetch(authorized);
    this.#budget.note(response);
    const text = await response.text();
    // what goes wrong may be told to others, and a server may repeat what it was sent
    const isSecret = !response.ok && text.includes(tokenIn(headers));
    return new Response(text === '' || isSecret ? null : text, { status: response.status, headers: response.headers });
  }
}

/** What must not be repeated; without a token, what no text holds. */
function tokenIn(headers: Headers): string {
  return headers.get('authorization')?.split(' ').at(-1) ?? '\0';
}

/** The host's token as a header; what the host throws without a code means that there is no session. */
function authorization(getToken: GetToken | undefined): HeadersSource {
  if (!getToken) return {};
  return async (call) => {
    try {
      return { authorization: `Bearer ${await getToken(call)}` };
    } catch (thrown) {
      const code = errorCodeOf(thrown);
      // no cause: it may hold a token
      throw new ProviderError(code === 'unknown' ? 'unauthenticated' : code);
    }
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProviderError('invalid-data', 'The answer is no JSON');
  }
}
