import type { Availability } from '../../domain/availability.js';
import type { Entitlement } from '../../domain/expirations.js';
import { read } from '../reading.js';
import { list } from '../schema.js';
import { customerSchema, type ApiCustomer } from './api-schema.js';
import { entitlementsOf, type ListedCustomer } from './customer-mapping.js';
import type { FlexeraApi, ReadOptions } from './flexera-api.js';
import type { FlexeraProviderOptions } from './flexera-options.js';
import { customersPath } from './list-reader.js';

/** What is read of one customer. */
export interface CustomerReading {
  readonly entitlements: Extract<Availability<readonly Entitlement[]>, { state: 'ready' }>;
  /** The customer as the API has it; absent for one that granted access, of whom only the capabilities are read. */
  readonly customer?: ApiCustomer;
}

const snowAtlas = 'Snow Atlas';

/** Reads single customers: one request each, and one to the host's source of Snow Atlas entitlements. */
export class CustomerReader {
  readonly #api: FlexeraApi;
  readonly #options: FlexeraProviderOptions;

  constructor(api: FlexeraApi, options: FlexeraProviderOptions) {
    this.#api = api;
    this.#options = options;
  }

  /** A managed customer with its capabilities and owners. */
  async customer(id: string, call: ReadOptions): Promise<ApiCustomer> {
    const path = `${customersPath(this.#options)}/${encodeURIComponent(id)}`;
    const searchParams = new URLSearchParams({ view: 'extended' });
    return read(customerSchema, await this.#api.get(path, { ...call, searchParams }));
  }

  /**
   * What a customer is entitled to.
   *
   * @param known The customer where it has just been read.
   * @throws Where the API does not tell; a missing source besides it is named instead.
   */
  async entitlements(
    { id, relationship }: ListedCustomer,
    call: ReadOptions,
    known?: ApiCustomer,
  ): Promise<CustomerReading> {
    const [own, others] = await Promise.all([
      relationship === 'managed' ? this.#managed(id, call, known) : this.#granted(id, call),
      this.#snowAtlas(id, call),
    ]);
    const { customer, capabilities } = own;
    const value = [...entitlementsOf(capabilities), ...(others ?? [])];
    return {
      entitlements: { state: 'ready', value, ...(!others && { missing: [snowAtlas] }) },
      ...(customer && { customer }),
    };
  }

  async #managed(id: string, call: ReadOptions, known: ApiCustomer | undefined) {
    const customer = known ?? (await this.customer(id, call));
    // no list of capabilities is no empty one
    return { customer, capabilities: read(list, customer.capabilities) };
  }

  async #granted(id: string, call: ReadOptions) {
    const path = `iam/v1/orgs/${encodeURIComponent(id)}/capabilities`;
    return { customer: undefined, capabilities: read(list, await this.#api.get(path, call)) };
  }

  /** The entitlements there; `undefined` where they are missing. */
  async #snowAtlas(id: string, { signal }: ReadOptions): Promise<readonly Entitlement[] | undefined> {
    const source = this.#options.snowAtlas;
    if (!source) return source === false ? [] : undefined;
    try {
      return await source(id, { signal });
    } catch {
      signal.throwIfAborted();
      return undefined;
    }
  }
}
