import * as v from 'valibot';
import type { Beacon } from '../../domain/beacons.js';
import type { CustomerDetails } from '../../domain/customer.js';
import type { Entitlement } from '../../domain/expirations.js';
import type { CustomersQuery } from '../../domain/query.js';
import type {
  BulkResult,
  Call,
  CustomerDraft,
  CustomerEnrichment,
  CustomerPatch,
  CustomersPage,
  CustomersProvider,
  MutationCall,
  ProviderDescription,
} from '../customers-provider.js';
import { errorCodeOf } from '../provider-error.js';
import { read, readOrNothing } from '../reading.js';
import { list } from '../schema.js';
import { isObject } from '../value-checks.js';
import { HintStream } from './hint-stream.js';
import { HttpClient, type HttpClientOptions, type HttpRequest } from './http-client.js';
import { readJson } from './reply.js';
import * as requests from './requests.js';

/** The parts of the contract that a backend may leave out: methods of the provider. */
export const httpFeatures = [
  'enrichCustomers',
  'getCustomer',
  'listEntitlements',
  'listBeacons',
  'createCustomers',
  'updateCustomer',
  'deleteCustomers',
  'subscribe',
] as const;

/** One of {@link httpFeatures}. */
export type HttpFeature = (typeof httpFeatures)[number];

/** How a backend is reached, and what it offers. */
export interface HttpProviderOptions extends HttpClientOptions {
  /**
   * The optional methods that the provider has: those that the backend offers. {@link HttpProvider.connect} asks it.
   * Default: the reads `enrichCustomers`, `getCustomer`, `listEntitlements` and `listBeacons`.
   */
  readonly features?: readonly HttpFeature[];
}

const reads: readonly HttpFeature[] = ['enrichCustomers', 'getCustomer', 'listEntitlements', 'listBeacons'];

const featuresSchema = v.object({ features: list });
const ownPolicySchema = v.looseObject({ policy: v.looseObject({}) });
/** A strong one: a weak one cannot be asked with. */
const etagSchema = v.pipe(v.string(), v.regex(/^"[!#-~]*"$/));

/**
 * Customers of any backend that serves the contract in `docs/http-api.openapi.yaml`. Answers are handed on as they come,
 * because the elements check them; failures are {@link ProviderError}s with the code that the backend gave or that its
 * status stands for, its problem details, and when it said to come back. No URL, error or event carries a header.
 *
 * Reads are repeated where that may help; a change is sent once, and whoever repeats it gives the same
 * `idempotencyKey`. After a change that failed with `timeout`, `offline`, `unavailable`, `invalid-data` or `unknown`
 * nobody knows whether it was made.
 */
export class HttpProvider implements CustomersProvider {
  readonly enrichCustomers?: CustomersProvider['enrichCustomers'];
  readonly getCustomer?: CustomersProvider['getCustomer'];
  readonly listEntitlements?: CustomersProvider['listEntitlements'];
  readonly listBeacons?: CustomersProvider['listBeacons'];
  readonly createCustomers?: CustomersProvider['createCustomers'];
  readonly updateCustomer?: CustomersProvider['updateCustomer'];
  readonly deleteCustomers?: CustomersProvider['deleteCustomers'];
  readonly subscribe?: CustomersProvider['subscribe'];
  readonly #client: HttpClient;
  readonly #hints: HintStream;

  /** @throws TypeError For a base URL that cannot be one. */
  constructor({ features = reads, ...options }: HttpProviderOptions) {
    this.#client = new HttpClient(options);
    this.#hints = new HintStream((after, signal) => this.#client.open('hints', hintHeaders(after), signal));
    const has = (feature: HttpFeature) => features.includes(feature);
    if (has('enrichCustomers')) this.enrichCustomers = (...all) => this.#enrichCustomers(...all);
    if (has('getCustomer')) this.getCustomer = (...all) => this.#getCustomer(...all);
    if (has('listEntitlements')) this.listEntitlements = (...all) => this.#listEntitlements(...all);
    if (has('listBeacons')) this.listBeacons = (...all) => this.#listBeacons(...all);
    if (has('createCustomers')) this.createCustomers = (...all) => this.#createCustomers(...all);
    if (has('updateCustomer')) this.updateCustomer = (...all) => this.#updateCustomer(...all);
    if (has('deleteCustomers')) this.deleteCustomers = (...all) => this.#deleteCustomers(...all);
    if (has('subscribe')) this.subscribe = (listener, { signal }) => this.#hints.subscribe(listener, signal);
  }

  /**
   * A provider with the features that the backend says it has; for a host that does not know them. Names that are not
   * known here are passed over.
   *
   * @throws ProviderError Where the backend cannot be asked; `invalid-data` where it names no features.
   */
  static async connect(
    options: Omit<HttpProviderOptions, 'features'>,
    { signal = new AbortController().signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<HttpProvider> {
    const { features } = read(featuresSchema, await askDescription(new HttpClient(options), signal));
    return new HttpProvider({ ...options, features: httpFeatures.filter((feature) => features.includes(feature)) });
  }

  /** What the backend says of itself, with the page's opinion of which capabilities count: no JSON can carry that. */
  async describe({ signal, policy }: Call): Promise<ProviderDescription> {
    const answer = await askDescription(this.#client, signal);
    const own = readOrNothing(ownPolicySchema, answer);
    const description = own ? { ...own, policy: { ...own.policy, countsCapability: policy.countsCapability } } : answer;
    // the backend's promise, which the elements check
    return description as ProviderDescription;
  }

  listCustomers(query: CustomersQuery, call: Call): Promise<CustomersPage> {
    return this.#ask(requests.customers(query, call), call);
  }

  async #enrichCustomers(ids: readonly string[], call: Call): Promise<ReadonlyMap<string, CustomerEnrichment>> {
    const answer = read(v.custom<object>(isObject), await this.#ask(requests.enrichments(ids), call));
    return new Map<string, CustomerEnrichment>(Object.entries(answer));
  }

  async #getCustomer(id: string, call: Call): Promise<CustomerDetails> {
    return readDetails(await this.#client.ask(requests.customer(id), call.signal));
  }

  async #listEntitlements(id: string, call: Call): Promise<readonly Entitlement[]> {
    return this.#ask(requests.customer(id, '/entitlements'), call);
  }

  async #listBeacons(id: string, call: Call): Promise<readonly Beacon[]> {
    return this.#ask(requests.customer(id, '/beacons'), call);
  }

  async #createCustomers(drafts: readonly CustomerDraft[], call: MutationCall): Promise<BulkResult> {
    return this.#ask(requests.creation(drafts, call), call);
  }

  async #updateCustomer(id: string, patch: CustomerPatch, call: MutationCall): Promise<CustomerDetails> {
    return readDetails(await this.#client.ask(requests.update(id, patch, call), call.signal));
  }

  async #deleteCustomers(ids: readonly string[], call: MutationCall): Promise<BulkResult> {
    return this.#ask(requests.deletion(ids, call), call);
  }

  async #ask<T>(request: HttpRequest, { signal }: Call): Promise<T> {
    // the backend's promise, which whoever asked checks
    return (await readJson(await this.#client.ask(request, signal))) as T;
  }
}

/** A backend without a description offers the list alone. */
async function askDescription(client: HttpClient, signal: AbortSignal): Promise<unknown> {
  try {
    return await readJson(await client.ask(requests.description, signal));
  } catch (error) {
    const code = errorCodeOf(error);
    if (code !== 'not-found' && code !== 'unsupported') throw error;
    return { version: 1, features: [] };
  }
}

/** A customer that does not say its version has it from the reply. */
async function readDetails(reply: Response): Promise<CustomerDetails> {
  const answer = await readJson(reply);
  const etag = readOrNothing(etagSchema, reply.headers.get('etag'));
  const isWithoutVersion = etag !== undefined && isObject(answer) && !('version' in answer);
  // the backend's promise, which whoever asked checks
  return (isWithoutVersion ? { ...answer, version: etag.slice(1, -1) } : answer) as CustomerDetails;
}

function hintHeaders(lastEventId: string | undefined): Record<string, string> {
  return { accept: 'text/event-stream', ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) };
}
