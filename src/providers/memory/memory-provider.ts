import type { Beacon } from '../../domain/beacons.js';
import type { Customer } from '../../domain/customer.js';
import type { Entitlement } from '../../domain/expirations.js';
import { isNarrowed, type CustomersQuery } from '../../domain/query.js';
import type {
  Call,
  CustomersHint,
  CustomersPage,
  CustomersProvider,
  ProviderDescription,
} from '../customers-provider.js';
import { ProviderError } from '../provider-error.js';
import { questionOf, type CustomersList, type ResultWindow } from './customers-list.js';
import { checkQuery } from './query-check.js';
import { ShortList } from './short-list.js';

/** Lists of more customers than this are worth the code that makes long lists fast. */
const mostOfShortList = 5_000;

/** What the provider has by now. */
interface Holding {
  readonly list: CustomersList | Promise<CustomersList>;
  /** A long list as it came: whoever asks for no more than that does not wait for the code. */
  whole?: Pick<CustomersList, 'customers'> & Pick<ResultWindow, 'snapshot'>;
}

/** The lists of all customers by organization ID, or a function that gives one. */
export type ListsByCustomer<T> =
  ReadonlyMap<string, readonly T[]> | ((customerId: string, call: Call) => readonly T[] | Promise<readonly T[]>);

/** What a {@link MemoryProvider} offers besides the list; what is absent is not offered. */
export interface MemoryProviderOptions {
  readonly entitlements?: ListsByCustomer<Entitlement>;
  readonly beacons?: ListsByCustomer<Beacon>;
  readonly can?: ProviderDescription['can'];
}

/**
 * Customers that the page already has, as an array. Answers every query there is. The array stays as it is and must not
 * change: {@link putCustomers} and {@link removeCustomers} change single customers, {@link replaceCustomers} takes
 * another array. Whoever has subscribed is told, and results from before have another snapshot.
 *
 * Up to 5,000 customers are answered in the microtask of their question. With more, what makes long lists fast is loaded,
 * and the first question about a column or a search may take a moment, in slices between which the page goes on; every
 * further window of a result is answered in the microtask of its question, and so are the customers as they came. Once a first question was answered, what the
 * next ones need as a rule (the order of names and of expirations, the texts for a search) is worked out in idle time.
 */
export class MemoryProvider implements CustomersProvider {
  readonly listEntitlements?: Required<CustomersProvider>['listEntitlements'];
  readonly listBeacons?: Required<CustomersProvider>['listBeacons'];
  readonly #can: ProviderDescription['can'];
  readonly #hints = new EventTarget();
  #held: Holding;
  #snapshots = 0;

  constructor(customers: readonly Customer[], { entitlements, beacons, can }: MemoryProviderOptions = {}) {
    this.#held = this.#hold(customers);
    this.#can = can;
    if (entitlements) this.listEntitlements = (id, call) => listOf(entitlements, id, call);
    if (beacons) this.listBeacons = (id, call) => listOf(beacons, id, call);
  }

  async describe({ signal }: Call): Promise<ProviderDescription> {
    signal.throwIfAborted();
    return { version: 1, paging: 'offset', pins: true, statusCounts: true, can: this.#can };
  }

  async listCustomers(query: CustomersQuery, call: Call): Promise<CustomersPage> {
    call.signal.throwIfAborted();
    const offset = checkQuery(query);
    const end = offset + query.page.limit;
    const { list, whole } = this.#held;
    const window: ResultWindow =
      whole && isForWhole(query)
        ? { ...whole, items: whole.customers.slice(offset, end), length: whole.customers.length }
        : await (await list).window(query, offset, call);
    call.signal.throwIfAborted();
    void Promise.resolve(list).then((loaded) => this.#held.list === list && loaded.prepare?.(call));
    const { items, length, snapshot, statusCounts } = window;
    return {
      items,
      offset,
      ...(!('offset' in query.page) && end < length && { nextCursor: String(end) }),
      snapshot,
      ...(query.include?.includes('total') && { total: { value: length, precision: 'exact' } }),
      ...(statusCounts && { statusCounts }),
    };
  }

  subscribe(listener: (hint: CustomersHint) => void, { signal }: { readonly signal: AbortSignal }): void {
    const hear = (event: Event) => {
      // nothing else is dispatched on this target
      listener((event as CustomEvent<CustomersHint>).detail);
    };
    this.#hints.addEventListener('hint', hear, { signal });
  }

  /** Takes other customers, and hints that everything may have changed. */
  replaceCustomers(customers: readonly Customer[]): void {
    void Promise.resolve(this.#held.list).then((list) => list.close?.());
    this.#held = this.#hold(customers);
    this.#hint({ type: 'invalidated' });
  }

  /**
   * Puts customers in the place of those that have the same organization ID, or at the end where none has. Hints which
   * ones changed, or that everything may have where some are new. What a long list has worked out about all others is
   * kept.
   */
  putCustomers(customers: readonly Customer[]): void {
    const given = [...customers];
    this.#change(
      (list) => list.put(given),
      given.map(({ id }) => id),
    );
  }

  /** Takes customers out, and hints that everything may have changed. Unknown IDs do no harm. */
  removeCustomers(ids: readonly string[]): void {
    const gone = new Set(ids);
    this.#change((list) => list.without(gone), [...gone]);
  }

  #change(change: (list: CustomersList) => CustomersList, ids: readonly string[]): void {
    const changed = (list: CustomersList): Holding => {
      const { length } = list.customers;
      const next = change(list);
      if (next !== list) list.close?.();
      // a microtask later, when whoever is told can ask for what is new
      queueMicrotask(() =>
        this.#hint(next.customers.length === length ? { type: 'changed', ids } : { type: 'invalidated' }),
      );
      return isShort(next.customers) === length <= mostOfShortList
        ? { list: next, whole: this.#wholeOf(next.customers) }
        : this.#hold(next.customers);
    };
    const { list } = this.#held;
    if (!(list instanceof Promise)) {
      this.#held = changed(list);
      return;
    }
    const held: Holding = {
      list: list.then(async (loaded) => {
        const after = changed(loaded);
        held.whole = after.whole;
        return after.list;
      }),
    };
    this.#held = held;
  }

  #hint(detail: CustomersHint): void {
    this.#hints.dispatchEvent(new CustomEvent<CustomersHint>('hint', { detail }));
  }

  #hold(customers: readonly Customer[]): Holding {
    const nextSnapshot = () => this.#nextSnapshot();
    const short = () => new ShortList(customers, nextSnapshot);
    if (isShort(customers)) return { list: short() };
    // where the code for long lists cannot be loaded, the answers are slow, but they are there
    const long = import('./long-list/long-list.js').then(
      ({ LongList }) => new LongList(customers, nextSnapshot),
      short,
    );
    return { list: long, whole: this.#wholeOf(customers) };
  }

  #wholeOf(customers: readonly Customer[]): Holding['whole'] {
    return isShort(customers) ? undefined : { customers, snapshot: this.#nextSnapshot() };
  }

  #nextSnapshot(): string {
    return String((this.#snapshots += 1));
  }
}

function isShort(customers: readonly Customer[]): boolean {
  return customers.length <= mostOfShortList;
}

/** Whether a query leaves nobody out, puts nobody first and counts nothing but the total. */
function isForWhole(query: CustomersQuery): boolean {
  const { sort = [], pinned = [] } = query;
  return (
    sort.length + pinned.length === 0 && !isNarrowed(questionOf(query)) && !query.include?.includes('statusCounts')
  );
}

/** A list that was not given is not known: no sign that the customer has nothing (`docs/rules.md §2.5`), or is gone. */
async function listOf<T>(lists: ListsByCustomer<T>, customerId: string, call: Call): Promise<readonly T[]> {
  call.signal.throwIfAborted();
  const list = typeof lists === 'function' ? await lists(customerId, call) : lists.get(customerId);
  call.signal.throwIfAborted();
  if (!list) throw new ProviderError('unsupported', 'There is no list for this customer');
  return list;
}
