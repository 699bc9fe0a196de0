import type { Beacon } from '../../domain/beacons.js';
import type { Customer } from '../../domain/customer.js';
import type { Entitlement } from '../../domain/expirations.js';
import type { CustomersQuery } from '../../domain/query.js';
import type {
  Call,
  CustomersHint,
  CustomersPage,
  CustomersProvider,
  ProviderDescription,
} from '../customers-provider.js';
import { ProviderError } from '../provider-error.js';
import { CustomersIndex } from './customers-index.js';
import { checkQuery } from './query-check.js';

/** The lists of all customers by organization ID, or a function that gives one. */
export type ListsByCustomer<T> =
  ReadonlyMap<string, readonly T[]> | ((customerId: string, call: Call) => readonly T[] | Promise<readonly T[]>);

/** What a {@link MemoryProvider} offers besides the list; what is absent is not offered. */
export interface MemoryProviderOptions {
  readonly entitlements?: ListsByCustomer<Entitlement>;
  readonly beacons?: ListsByCustomer<Beacon>;
  readonly can?: ProviderDescription['can'];
}

/** Customers that the page already has, as an array. Answers every query there is, in the microtask of its question. */
export class MemoryProvider implements CustomersProvider {
  readonly listEntitlements?: CustomersProvider['listEntitlements'];
  readonly listBeacons?: CustomersProvider['listBeacons'];
  readonly #can: ProviderDescription['can'];
  readonly #hints = new EventTarget();
  #index: CustomersIndex;

  constructor(customers: readonly Customer[], { entitlements, beacons, can }: MemoryProviderOptions = {}) {
    this.#index = new CustomersIndex(customers);
    this.#can = can;
    if (entitlements) this.listEntitlements = (id, call) => listOf(entitlements, id, call);
    if (beacons) this.listBeacons = (id, call) => listOf(beacons, id, call);
  }

  async describe({ signal }: Call): Promise<ProviderDescription> {
    signal.throwIfAborted();
    return { version: 1, paging: 'offset', pins: true, can: this.#can };
  }

  async listCustomers(query: CustomersQuery, call: Call): Promise<CustomersPage> {
    call.signal.throwIfAborted();
    const offset = checkQuery(query);
    const { rows, statusCounts } = this.#index.answer(query, call);
    const end = offset + query.page.limit;
    return {
      items: rows.slice(offset, end),
      offset,
      ...(!('offset' in query.page) && end < rows.length && { nextCursor: String(end) }),
      snapshot: '1',
      ...(query.include?.includes('total') && { total: { value: rows.length, precision: 'exact' } }),
      ...(query.include?.includes('statusCounts') && { statusCounts: statusCounts() }),
    };
  }

  subscribe(listener: (hint: CustomersHint) => void, { signal }: { readonly signal: AbortSignal }): void {
    this.#hints.addEventListener('hint', (event) => listener((event as CustomEvent<CustomersHint>).detail), { signal });
  }

  /** Takes other customers, and tells whoever has subscribed. */
  replaceCustomers(customers: readonly Customer[]): void {
    this.#index = new CustomersIndex(customers);
    this.#hints.dispatchEvent(new CustomEvent<CustomersHint>('hint', { detail: { type: 'invalidated' } }));
  }
}

async function listOf<T>(lists: ListsByCustomer<T>, customerId: string, call: Call): Promise<readonly T[]> {
  call.signal.throwIfAborted();
  const list = typeof lists === 'function' ? await lists(customerId, call) : lists.get(customerId);
  call.signal.throwIfAborted();
  if (!list) throw new ProviderError('not-found');
  return list;
}
