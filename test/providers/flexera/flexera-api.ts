import type { Call, MutationCall } from '../../../src/providers/customers-provider.js';
import { FlexeraProvider, type FlexeraProviderOptions } from '../../../src/providers/flexera/flexera-provider.js';
import { FakeClock } from '../../controllers/fake-clock.js';
import { callWith } from '../samples.js';

/** A customer as the API has it. */
export interface ApiCustomer {
  readonly id: number;
  readonly name: string;
  readonly externalId?: string;
  readonly description?: string;
  readonly numberOfCustomers: number;
  readonly updatedAt: string;
  readonly capabilities: readonly unknown[];
  readonly owners: readonly unknown[];
}

/** One request, as it came in. */
export interface Recorded {
  readonly method: string;
  /** Path and query, decoded. */
  readonly path: string;
  readonly url: string;
  readonly authorization: string | null;
  readonly body: unknown;
  readonly signal: AbortSignal;
  /** Milliseconds by the clock. */
  readonly at: number;
}

/** What a request is answered with. */
export type Reply = { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> };

type Answer = Reply | 'network error' | 'never' | ((request: Recorded) => Reply | undefined);

export const orgId = 100;
export const userId = 7;
export const token = 'canary-token-1234567890';

/** A customer of the API, plain in every respect that a test does not name. */
export function apiCustomer(id: number, more: Partial<ApiCustomer> = {}): ApiCustomer {
  return {
    id,
    name: `Customer ${id}`,
    numberOfCustomers: 0,
    updatedAt: '2026-01-01T00:00:00Z',
    capabilities: [
      { name: 'iam', inUseByCustomers: false },
      { name: 'fss', inUseByCustomers: false, expiresAt: '2026-07-01T00:00:00Z', hasCustomExpiry: true },
    ],
    owners: [{ firstName: 'Jane', lastName: 'Smith', email: 'jane@example.com' }],
    ...more,
  };
}

/** The body of an error in the form that most refusals have. */
export function goaError(name: string, message = name): unknown {
  return { name, id: '123abc', message, temporary: false, timeout: false, fault: false };
}

/**
 * A clock that moves only when a test lets it, and lets everything between two timers settle. Only what is due is run:
 * no test waits for real time.
 */
export class Clock {
  readonly #clock: FakeClock;
  readonly #start: number;
  readonly #realNow = performance.now.bind(performance);

  constructor(start = '2026-06-15T12:00:00Z') {
    this.#clock = new FakeClock(start);
    this.#start = this.#clock.now;
    performance.now = () => this.now;
  }

  /** Milliseconds since the start. */
  get now(): number {
    return this.#clock.now - this.#start;
  }

  /** How many timers there are. */
  get timers(): number {
    return this.#clock.delays.length;
  }

  /** Lets this many milliseconds pass. */
  async pass(ms: number): Promise<void> {
    const end = this.#clock.now + ms;
    await settled();
    for (;;) {
      const due = this.#clock.now + Math.min(...this.#clock.delays);
      if (due > end) break;
      this.#advanceTo(due);
      await settled();
    }
    this.#advanceTo(end);
    await settled();
  }

  restore(): void {
    this.#clock.restore();
    performance.now = this.#realNow;
  }

  #advanceTo(moment: number): void {
    // what is due within a part of a millisecond is due by its end
    this.#clock.advanceTo(new Date(Math.ceil(moment)).toISOString());
  }
}

/** Lets promises settle, also those that the browser settles in tasks of its own, as reading a body is. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) {
    // Firefox reads bodies in more tasks than others: one that is read after them is there after them
    await new Response(' ').text();
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(undefined);
    });
  }
}

/** Stands in for the API, as its description says, with data of its own. Nothing of it takes time but `latencyMs`. */
export class FlexeraService {
  readonly customers: ApiCustomer[] = [];
  /** What is in the list in the place of a customer, as it is. */
  readonly strangeItems: unknown[] = [];
  readonly organizations: { readonly id: number; readonly name: string; readonly ref: string }[] = [];
  readonly capabilities = new Map<number, readonly unknown[]>();
  readonly privileges = new Map<string, ReadonlySet<number>>();
  readonly requests: Recorded[] = [];
  latencyMs = 0;
  /** Requests a minute that it takes; more are refused. */
  limit = Infinity;
  readonly #answers: { readonly pattern: RegExp; readonly answer: Answer; times: number }[] = [];
  readonly #now: () => number;
  #changes = 0;
  #created = 0;

  constructor(now: () => number = () => 0) {
    this.#now = now;
  }

  /** Grants privileges in the viewer's own organization, and makes the viewer an owner of these organizations. */
  grant({ actions = [], owned = [] }: { actions?: readonly string[]; owned?: readonly number[] }): this {
    for (const action of actions) this.privileges.set(`msp:customer:${action}`, new Set([orgId]));
    this.privileges.set('common:org:own', new Set(owned));
    return this;
  }

  /** Answers what matches `METHOD path` in this way the next times; without a number, from now on. */
  answer(pattern: RegExp, answer: Answer, times = Infinity): this {
    this.#answers.unshift({ pattern, answer, times });
    return this;
  }

  /** The requests whose `METHOD path` matches. */
  requested(pattern: RegExp): readonly Recorded[] {
    return this.requests.filter(({ method, path }) => pattern.test(`${method} ${path}`));
  }

  /** The largest number of requests in any one minute. */
  get mostInAMinute(): number {
    const times = this.requests.map(({ at }) => at);
    return Math.max(0, ...times.map((start) => times.filter((at) => at >= start && at < start + 60_000).length));
  }

  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    const text = await request.clone().text();
    const recorded: Recorded = {
      method: request.method,
      path: decodeURIComponent(pathname + search),
      url: request.url,
      authorization: request.headers.get('authorization'),
      body: text === '' ? undefined : (JSON.parse(text) as unknown),
      signal: request.signal,
      at: this.#now(),
    };
    this.requests.push(recorded);
    if (this.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, this.latencyMs));
    request.signal.throwIfAborted();
    return this.#respond(recorded);
  };

  async #respond(recorded: Recorded): Promise<Response> {
    const scripted = this.#answers.find(
      ({ pattern, times }) => times > 0 && pattern.test(`${recorded.method} ${recorded.path}`),
    );
    if (scripted) scripted.times -= 1;
    const answer = scripted?.answer;
    if (answer === 'network error') throw new TypeError('Failed to fetch');
    if (answer === 'never') {
      return new Promise((_resolve, reject) => {
        recorded.signal.addEventListener('abort', () => reject(recorded.signal.reason as Error));
      });
    }
    const reply = (typeof answer === 'function' ? answer(recorded) : answer) ?? this.#reply(recorded);
    const { status, body, headers } = reply;
    return new Response(body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body), {
      status,
      headers: { ...this.#limitHeaders(), ...headers },
    });
  }

  #limitHeaders(): Record<string, string> {
    if (this.limit === Infinity) return {};
    return { 'x-ratelimit-remaining': String(Math.max(0, this.limit - this.#inLastMinute())) };
  }

  #inLastMinute(): number {
    return this.requests.filter(({ at }) => at > this.#now() - 60_000).length;
  }

  #reply({ method, path, body }: Recorded): Reply {
    if (this.#inLastMinute() > this.limit)
      return { status: 429, body: goaError('too_many_requests'), headers: { 'retry-after': '10' } };
    const [, one] = /^\/msp\/v2\/orgs\/100\/customers\/(\d+)/.exec(path) ?? [];
    if (one !== undefined) return this.#customer(method, Number(one), body);
    if (path === '/msp/v2/orgs/100/customers' && method === 'GET') {
      const listed = this.customers.map(({ capabilities: _capabilities, owners: _owners, ...item }) => ({
        kind: 'msp#customer',
        createdAt: item.updatedAt,
        ...item,
      }));
      return { status: 200, body: [...listed, ...this.strangeItems] };
    }
    if (path === '/msp/v2/orgs/100/customers') return this.#create(body);
    if (path === '/msp/v2/orgs/100/customers/bulk') return this.#createMany(body);
    if (path === '/msp/v2/orgs/100/customers/bulk-delete') return this.#deleteMany(body);
    if (path === `/iam/v1/users/${userId}/orgs`) {
      return { status: 200, body: { kind: 'iam:user-org-list', values: this.organizations } };
    }
    if (path.startsWith(`/iam/v1/users/${userId}/privileges-report?`)) return this.#report(path);
    const [, granted] = /^\/iam\/v1\/orgs\/(\d+)\/capabilities$/.exec(path) ?? [];
    const capabilities = this.capabilities.get(Number(granted));
    return capabilities ? { status: 200, body: capabilities } : { status: 404, body: goaError('not_found') };
  }

  #customer(method: string, id: number, body: unknown): Reply {
    const index = this.customers.findIndex((other) => other.id === id);
    const customer = this.customers[index];
    if (!customer) return { status: 404, body: goaError('not_found') };
    if (method === 'GET') return { status: 200, body: { kind: 'msp#customer', ...customer } };
    if (method === 'PATCH') {
      this.#changes += 1;
      const updatedAt = new Date(Date.parse('2026-06-15T12:00:00Z') + this.#changes).toISOString();
      this.customers[index] = { ...customer, ...(body as object), updatedAt };
      return { status: 204 };
    }
    if (customer.numberOfCustomers > 0) {
      return { status: 409, body: { name: 'organization_has_children', message: 'It has children.' } };
    }
    this.customers.splice(index, 1);
    return { status: 204 };
  }

  #create(body: unknown): Reply {
    if ((body as { name: string }).name === '') return { status: 400, body: goaError('bad_request') };
    const id = this.#add(body);
    return { status: 201, headers: { location: `/msp/v2/orgs/100/customers/${id}` } };
  }

  #createMany(body: unknown): Reply {
    const { customers } = body as { customers: readonly { correlationId: string; name: string }[] };
    const results = customers.map(({ correlationId, ...customer }) => {
      if (customer.name === '') return { correlationId, status: 'failed', errorCode: 'BAD_REQUEST' };
      if (customer.name === 'Taken') {
        return { correlationId, status: 'failed', errorCode: 'CUSTOMER_LIMIT_REACHED', errorMessage: 'No more.' };
      }
      return { correlationId, status: 'success', customerId: this.#add(customer) };
    });
    return { status: 200, body: bulk(results) };
  }

  #deleteMany(body: unknown): Reply {
    const { customerIds } = body as { customerIds: readonly number[] };
    const results = customerIds.map((customerId) => {
      const { status, body: error } = this.#customer('DELETE', customerId, undefined);
      if (status === 204) return { customerId, status: 'success' };
      const { name } = error as { name: string };
      const errorCode = name === 'not_found' ? 'NOT_FOUND' : 'INVALID_OPERATION';
      return { customerId, status: 'failed', errorCode, errorMessage: name };
    });
    return { status: 200, body: bulk(results) };
  }

  #add(body: unknown): number {
    const id = 9000 + this.#created;
    this.#created += 1;
    this.customers.push(apiCustomer(id, body as Partial<ApiCustomer>));
    return id;
  }

  #report(path: string): Reply {
    const query = new URLSearchParams(path.slice(path.indexOf('?')));
    const scopes = query.getAll('scopeRefs');
    const prefix = query.get('prefix') ?? '';
    const privileges = [...this.privileges]
      .filter(([privilegeId]) => privilegeId.startsWith(prefix))
      .map(([privilegeId, ids]) => ({
        kind: 'iam:user-privilege',
        privilegeId,
        scopePrivileges: scopes
          .filter((scope) => ids.has(Number(scope.split(':').at(-1))))
          .map((scope) => ({ scope, roleIds: [1] })),
      }));
    return { status: 200, body: { kind: 'iam:user-privileges-report', privileges } };
  }
}

function bulk(results: readonly { readonly status: string }[]): unknown {
  const totalSuccessful = results.filter(({ status }) => status === 'success').length;
  return {
    totalRequested: results.length,
    totalSuccessful,
    totalFailed: results.length - totalSuccessful,
    results,
  };
}

/** A provider of the service; with a user and a token, unless a test says otherwise. */
export function providerOf(
  service: FlexeraService,
  more: Partial<Omit<FlexeraProviderOptions, 'zone' | 'baseUrl' | 'fetch' | 'getToken'>> & {
    readonly getToken?: () => string | Promise<string>;
  } = {},
): FlexeraProvider {
  return new FlexeraProvider({
    zone: 'us',
    orgId,
    userId,
    getToken: () => token,
    fetch: service.fetch,
    ...more,
  });
}

/** A call that changes something. */
export function changeWith(more: Partial<MutationCall> = {}): MutationCall {
  return { ...callWith(), idempotencyKey: 'intent-1', ...more };
}

/** Every row, in the order of a query. */
export async function rowsOf(provider: FlexeraProvider, query: object = {}, call: Call = callWith()) {
  return (await provider.listCustomers({ page: { offset: 0, limit: 2000 }, ...query }, call)).items;
}
