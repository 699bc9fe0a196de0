import type { Availability } from '../../domain/availability.js';
import type { BeaconSummary } from '../../domain/beacons.js';
import type { Customer } from '../../domain/customer.js';
import { summarizeEntitlements } from '../../domain/entitlements.js';
import { defaultExpirationPolicy, type Entitlement, type ExpirationSummary } from '../../domain/expirations.js';
import type { CustomersQuery } from '../../domain/query.js';
import type { Call, CustomersPage } from '../customers-provider.js';
import { keptResults, resultKey } from '../memory/customers-list.js';
import { MemoryProvider } from '../memory/memory-provider.js';
import { Recent } from '../memory/recent.js';
import type { ListedCustomer } from './customer-mapping.js';

/** What comes later than a customer's row, as it came: a summary depends on who asks. */
export interface LateFacts {
  readonly entitlements: Availability<readonly Entitlement[]>;
  readonly beacons: Availability<BeaconSummary>;
}

/** What is put in the place of what is held of a customer; what is absent stays. */
export type Change = Partial<LateFacts> & { readonly listed?: ListedCustomer };

interface Held extends LateFacts {
  readonly listed: ListedCustomer;
  row: Customer;
}

interface Result {
  readonly key: string;
  readonly rows: readonly Entry[];
}

/** A customer's place in a result: what it shows may change, where it stands does not. */
class Entry {
  held: Held;

  constructor(held: Held) {
    this.held = held;
  }
}

type Clock = Pick<Call, 'policy' | 'timeZone'>;

const expirationSorts: readonly string[] = ['upcomingExpiration', 'expirationStatus'];

/**
 * All customers, with what has come of them as yet, and the answers to queries about them. A result that is known by
 * its snapshot keeps its order while facts come in, so that no row moves between its windows.
 */
export class HeldCustomers {
  #entries: readonly Entry[] = [];
  #byId = new Map<string, Entry>();
  /** Whose row an object is, or was. */
  #entryOf = new WeakMap<Customer, Entry>();
  #engine = new MemoryProvider([]);
  #clock: Clock = { policy: defaultExpirationPolicy, timeZone: 'UTC' };
  #results = new Recent<Result>(keptResults);
  #snapshots = 0;

  /** The organization IDs, in the order of the list. */
  get ids(): readonly string[] {
    return [...this.#byId.keys()];
  }

  /** What is listed of a customer, and what came later. */
  held(id: string): (LateFacts & { readonly listed: ListedCustomer }) | undefined {
    return this.#byId.get(id)?.held;
  }

  /** A customer's row, as it is for this caller. */
  row(id: string, clock: Clock): Customer | undefined {
    this.#judgeBy(clock);
    return this.#byId.get(id)?.held.row;
  }

  /** How many customers' expirations are settled. */
  get progress(): { readonly field: 'expirations'; readonly known: number; readonly of: number } {
    const readable = [...this.#byId.values()];
    const known = readable.filter(({ held }) => held.entitlements.state !== 'pending').length;
    return { field: 'expirations', known, of: readable.length };
  }

  /** Takes another list, and what is given as late facts of its customers. No result from before is known any longer. */
  replace(customers: readonly ListedCustomer[], factsOf: (listed: ListedCustomer) => LateFacts): void {
    this.#entries = customers.map((listed) => new Entry(this.#withRow({ ...factsOf(listed), listed })));
    this.#index();
    this.#engine = new MemoryProvider(this.#rows());
    this.#results = new Recent(keptResults);
  }

  /** Takes in what came of some customers; of who is not listed, nothing. */
  put(changes: ReadonlyMap<string, Change>): void {
    const changed: Customer[] = [];
    for (const [id, change] of changes) {
      const entry = this.#byId.get(id);
      if (!entry) continue;
      const { row: _before, ...held } = entry.held;
      entry.held = this.#withRow({ ...held, ...change });
      this.#entryOf.set(entry.held.row, entry);
      changed.push(entry.held.row);
    }
    this.#engine.putCustomers(changed);
  }

  /** Takes customers out. */
  remove(ids: readonly string[]): void {
    const gone = new Set(ids);
    this.#entries = this.#entries.filter(({ held }) => !gone.has(held.listed.id));
    this.#index();
    this.#engine.removeCustomers(ids);
    this.#results = new Recent(keptResults);
  }

  /** A window of the customers that a query finds. */
  async window(query: CustomersQuery, offset: number, call: Call): Promise<CustomersPage> {
    this.#judgeBy(call);
    const { snapshot, rows, statusCounts } = await this.#result(query, call);
    const end = offset + query.page.limit;
    const { progress } = this;
    return {
      items: rows.slice(offset, end).map(({ held }) => held.row),
      offset,
      ...(!('offset' in query.page) && end < rows.length && { nextCursor: String(end) }),
      snapshot,
      ...(query.include?.includes('total') && { total: { value: rows.length, precision: 'exact' } }),
      ...(statusCounts && { statusCounts }),
      ...(dependsOnExpirations(query) && progress.known < progress.of && { incomplete: progress }),
    };
  }

  async #result(
    query: CustomersQuery,
    call: Call,
  ): Promise<Result & Pick<CustomersPage, 'statusCounts'> & { readonly snapshot: string }> {
    const key = resultKey(query, call);
    const known = query.snapshot === undefined ? undefined : this.#results.get(query.snapshot);
    const counts = query.include?.includes('statusCounts');
    if (query.snapshot !== undefined && known?.key === key && !counts) return { ...known, snapshot: query.snapshot };
    const { snapshot: _none, ...question } = query;
    const { items, statusCounts } = await this.#engine.listCustomers(
      { ...question, page: { offset: 0, limit: this.#entries.length }, include: counts ? ['statusCounts'] : [] },
      call,
    );
    const result = { key, rows: items.flatMap((row) => this.#entryOf.get(row) ?? []) };
    const snapshot = String((this.#snapshots += 1));
    this.#results.set(snapshot, result);
    return { ...result, snapshot, ...(statusCounts && { statusCounts }) };
  }

  /** Summaries are made for one caller's policy and time zone; where another one's differ, they are made anew. */
  #judgeBy({ policy, timeZone }: Clock): void {
    const before = this.#clock;
    this.#clock = { policy, timeZone };
    if (before.timeZone === timeZone && before.policy.countsCapability === policy.countsCapability) return;
    for (const entry of this.#entries) entry.held = this.#withRow(entry.held);
    this.#index();
    this.#engine = new MemoryProvider(this.#rows());
  }

  #withRow({ listed, entitlements, beacons }: Omit<Held, 'row'>): Held {
    const row = { ...listed, beacons, expirations: this.#summary(entitlements) };
    return { listed, entitlements, beacons, row };
  }

  #summary(entitlements: LateFacts['entitlements']): Availability<ExpirationSummary> {
    if (entitlements.state !== 'ready') return entitlements;
    return { ...entitlements, value: summarizeEntitlements(entitlements.value, this.#clock) };
  }

  #rows(): readonly Customer[] {
    return this.#entries.map(({ held }) => held.row);
  }

  #index(): void {
    this.#byId = new Map();
    for (const entry of this.#entries) {
      this.#entryOf.set(entry.held.row, entry);
      const { id } = entry.held.listed;
      // a row that cannot be read has none, whatever its type says; of two with one ID the first is meant
      if (typeof id === 'string' && !this.#byId.has(id)) this.#byId.set(id, entry);
    }
  }
}

function dependsOnExpirations({ sort = [], statuses, expiresWithinDays, include = [] }: CustomersQuery): boolean {
  return (
    statuses !== undefined ||
    expiresWithinDays !== undefined ||
    include.includes('statusCounts') ||
    sort.some(({ field }) => expirationSorts.includes(field))
  );
}
