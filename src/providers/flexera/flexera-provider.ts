import type { CustomerDetails } from '../../domain/customer.js';
import type { Entitlement } from '../../domain/expirations.js';
import { mostAtOnce } from '../../domain/customer-draft.js';
import type { CustomersQuery } from '../../domain/query.js';
import type {
  BulkResult,
  Call,
  CustomerDraft,
  CustomerEnrichment,
  CustomerPatch,
  CustomersHint,
  CustomersPage,
  CustomersProvider,
  MutationCall,
  ProviderDescription,
} from '../customers-provider.js';
import { resultKey } from '../memory/customers-list.js';
import { checkQuery } from '../memory/query-check.js';
import { errorCodeOf, ProviderError } from '../provider-error.js';
import { CustomerCreation } from './customer-creation.js';
import { deleteCustomers } from './customer-deletion.js';
import { CustomerReader } from './customer-reader.js';
import { updateCustomer } from './customer-update.js';
import { Enrichment, type FreshReading } from './enrichment.js';
import { FlexeraApi } from './flexera-api.js';
import type { FlexeraProviderOptions } from './flexera-options.js';
import { HeldCustomers } from './held-customers.js';
import { ListLoader } from './list-loader.js';
import { capabilitiesOf, ownersOf } from './customer-mapping.js';
import { OfferedCapabilities } from './offered-capabilities.js';
import { Privileges } from './privileges.js';
import { RequestBudget } from './request-budget.js';
import { Subscribers } from './subscribers.js';

export type {
  FlexeraProviderOptions,
  FlexeraZone,
  GetToken,
  GrantedOrganization,
  HostCall,
  TokenCall,
} from './flexera-options.js';

/** Requests a minute, where the host does not say. */
const usualRequestsPerMinute = 400;

/**
 * The customers of a partner in Flexera One. The list is there at once; what takes a request for each customer follows
 * within the limits, first for the rows that {@link enrichCustomers} is asked for, then, as long as somebody has
 * subscribed and the page is seen, for all others (`docs/flexera.md`).
 */
export class FlexeraProvider implements CustomersProvider {
  readonly listBeacons?: CustomersProvider['listBeacons'];
  readonly #options: FlexeraProviderOptions;
  readonly #api: FlexeraApi;
  readonly #reader: CustomerReader;
  readonly #held = new HeldCustomers();
  readonly #enrichment: Enrichment;
  readonly #loader: ListLoader;
  readonly #creation: CustomerCreation;
  readonly #offered: OfferedCapabilities;
  readonly #subscribers: Subscribers;

  constructor(options: FlexeraProviderOptions) {
    const budget = new RequestBudget(options.requestsPerMinute ?? usualRequestsPerMinute);
    this.#options = options;
    this.#api = new FlexeraApi(options, budget);
    this.#reader = new CustomerReader(this.#api, options);
    this.#creation = new CustomerCreation(this.#api, options);
    this.#offered = new OfferedCapabilities(this.#api, options);
    const privileges = new Privileges(this.#api, options);
    this.#subscribers = new Subscribers((isOn) => (this.#enrichment.isOn = isOn), options.signal);
    this.#enrichment = new Enrichment({
      held: this.#held,
      reader: this.#reader,
      privileges,
      budget,
      host: options,
      permissions: () => this.#loader.permissions,
      onHint: (hint) => this.#subscribers.tell(hint),
      onUnauthenticated: () => this.#forget(),
    });
    this.#loader = new ListLoader({
      api: this.#api,
      privileges,
      options,
      held: this.#held,
      enrichment: this.#enrichment,
      onChange: () => this.#subscribers.tell({ type: 'invalidated' }),
    });
    const { listBeacons } = options;
    if (listBeacons) this.listBeacons = (id, call) => listBeacons(id, call);
  }

  async listCustomers(query: CustomersQuery, call: Call): Promise<CustomersPage> {
    call.signal.throwIfAborted();
    const offset = checkQuery(query);
    const question = query.snapshot === undefined && !query.ids ? resultKey(query, call) : undefined;
    await this.#guarded(this.#loader.load(call.signal, { question, isCurrent: query.snapshot === undefined }));
    const page = await this.#held.window(query, offset, call);
    call.signal.throwIfAborted();
    return { ...page, asOf: this.#loader.asOf };
  }

  async describe({ signal }: Call): Promise<ProviderDescription> {
    await this.#guarded(this.#loader.load(signal, { isCurrent: true }));
    const { add, edit } = this.#loader.permissions;
    // who may give none is not asked about
    const capabilities = add || edit ? await this.#guarded(this.#offered.read(signal)) : undefined;
    const { userId, listGranted } = this.#options;
    const knowsGranted = userId !== undefined || listGranted !== undefined;
    return {
      version: 1,
      paging: 'offset',
      pins: true,
      statusCounts: true,
      can: { add },
      ...(capabilities && { capabilities }),
      ...(!knowsGranted && { scope: 'managed' }),
    };
  }

  async enrichCustomers(ids: readonly string[], call: Call): Promise<ReadonlyMap<string, CustomerEnrichment>> {
    await this.#guarded(this.#loader.load(call.signal));
    await this.#guarded(this.#enrichment.first(ids, call.signal));
    const enriched = new Map<string, CustomerEnrichment>();
    for (const id of ids) {
      const row = this.#held.row(id, call);
      if (row) enriched.set(id, { beacons: row.beacons, expirations: row.expirations });
    }
    return enriched;
  }

  async getCustomer(id: string, call: Call): Promise<CustomerDetails> {
    return this.#details(id, await this.#fresh(id, call), call);
  }

  async listEntitlements(customerId: string, call: Call): Promise<readonly Entitlement[]> {
    const { entitlements } = await this.#fresh(customerId, call);
    if (entitlements.state !== 'ready') throw new ProviderError('forbidden');
    // nothing where a source is missing is no sign that there is nothing
    if (entitlements.value.length === 0 && entitlements.missing) throw new ProviderError('unavailable');
    return entitlements.value;
  }

  async createCustomers(drafts: readonly CustomerDraft[], call: MutationCall): Promise<BulkResult> {
    await this.#guarded(this.#loader.load(call.signal));
    const result = await this.#changing(this.#creation.create(drafts, this.#held.ids, call));
    if (result.outcomes.some(({ id }) => id !== undefined)) this.#loader.expire();
    return result;
  }

  async updateCustomer(id: string, patch: CustomerPatch, call: MutationCall): Promise<CustomerDetails> {
    await this.#guarded(this.#loader.load(call.signal));
    const relationship = this.#held.held(id)?.listed.relationship;
    if (relationship !== 'managed') throw new ProviderError(relationship ? 'forbidden' : 'not-found');
    const parts = { api: this.#api, reader: this.#reader, options: this.#options };
    const customer = await this.#changing(updateCustomer(id, patch, parts, call));
    return this.#details(id, await this.#guarded(this.#enrichment.fresh(id, call.signal, customer)), call);
  }

  async deleteCustomers(ids: readonly string[], call: MutationCall): Promise<BulkResult> {
    if (ids.length > mostAtOnce) throw new ProviderError('invalid-input', `At most ${mostAtOnce} at once`);
    await this.#guarded(this.#loader.load(call.signal));
    const parts = { api: this.#api, options: this.#options, held: this.#held };
    const outcomes = await this.#changing(deleteCustomers(ids, parts, call));
    const gone = outcomes.flatMap(({ id }) => id ?? []);
    if (gone.length > 0) {
      this.#held.remove(gone);
      this.#subscribers.tell({ type: 'invalidated' });
    }
    return { outcomes };
  }

  subscribe(listener: (hint: CustomersHint) => void, { signal }: { readonly signal: AbortSignal }): void {
    this.#subscribers.add(listener, signal);
  }

  /** Stops reading ahead, until {@link resume}. Rows in view are still completed. */
  pause(): void {
    this.#subscribers.isPaused = true;
  }

  /** Goes on reading ahead. */
  resume(): void {
    this.#subscribers.isPaused = false;
  }

  async #fresh(id: string, { signal }: Call): Promise<FreshReading> {
    await this.#guarded(this.#loader.load(signal));
    return this.#guarded(this.#enrichment.fresh(id, signal));
  }

  #details(id: string, { customer }: FreshReading, call: Call): CustomerDetails {
    const row = this.#held.row(id, call);
    if (!row) throw new ProviderError('not-found');
    const owners = customer && ownersOf(customer);
    const capabilities = customer && capabilitiesOf(customer);
    return {
      ...row,
      owners: owners ? { state: 'ready', value: owners } : { state: 'unavailable', code: 'unsupported' },
      ...(capabilities && { capabilities }),
    };
  }

  /** A session that has ended takes along what was read in it. */
  async #guarded<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (errorCodeOf(error) === 'unauthenticated') this.#forget();
      throw error;
    }
  }

  /** A refused change says that the permissions are others by now (`docs/rules.md §3.5`). */
  async #changing<T>(work: Promise<T>): Promise<T> {
    try {
      return await this.#guarded(work);
    } catch (error) {
      if (errorCodeOf(error) === 'forbidden') this.#loader.expire();
      throw error;
    }
  }

  #forget(): void {
    this.#enrichment.clear();
    this.#offered.forget();
    this.#loader.forget();
  }
}
