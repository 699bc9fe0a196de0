import type { Customer } from '../../../domain/customer.js';
import type { CustomersQuery } from '../../../domain/query.js';
import type { Call } from '../../customers-provider.js';
import { keptResults, resultKey, type CustomersList, type ResultWindow } from '../customers-list.js';
import { Recent } from '../recent.js';
import { textOf } from '../row-fields.js';
import { ShortList } from '../short-list.js';
import { gone } from './changed-order.js';
import { CustomersIndex, type Result } from './customers-index.js';
import { RowsById } from './rows-by-id.js';
import { SharedWork, Slices } from './slices.js';

/** So few customers are found one by one, and what is known of the list is repaired after a change of so few. */
const fewCustomers = 1_000;

/** Milliseconds that the page has for itself before anything is prepared: what it shows first comes first. */
const restBeforePreparation = 500;

/** A result under its name. */
interface NamedResult extends Result {
  readonly snapshot: string;
}

/**
 * A list that is too long to be gone through for every new result. What a row or a column needs once is done once, in
 * slices between which the page goes on, and given up once nobody waits for it any more.
 */
export class LongList implements CustomersList {
  customers: readonly Customer[];
  #index: CustomersIndex;
  readonly #nextSnapshot: () => string;
  #results = new Recent<SharedWork<NamedResult>>(keptResults);
  /** The customers that were asked for by their IDs. */
  #named = new Recent<ShortList>(keptResults);
  #byId: RowsById | undefined;
  /** A copy of the customers that were given, once one of them changed. */
  #own: Customer[] | undefined;
  /** What is being prepared, or was; aborted once the list is another. */
  #preparation: AbortController | undefined;

  /** @param nextSnapshot Names a result as no other one is named. */
  constructor(customers: readonly Customer[], nextSnapshot: () => string, index = new CustomersIndex(customers)) {
    this.customers = customers;
    this.#index = index;
    this.#nextSnapshot = nextSnapshot;
  }

  /** Rejects with the reason of the call's signal once that is aborted. */
  async window(query: CustomersQuery, offset: number, call: Call): Promise<ResultWindow> {
    if (query.ids && query.ids.length <= fewCustomers) return this.#listOf(query.ids).window(query, offset, call);
    const { rows, snapshot, statusCounts } = await this.#wanted(query, call);
    const end = offset + query.page.limit;
    return {
      items: rows ? this.#pick(rows.subarray(offset, end)) : this.customers.slice(offset, end),
      length: (rows ?? this.customers).length,
      snapshot,
      ...(query.include?.includes('statusCounts') && { statusCounts }),
    };
  }

  put(customers: readonly Customer[]): this {
    const byId = this.#rowsById();
    const own = (this.#own ??= this.customers.slice());
    const changed = new Map<number, Customer>();
    const added = new Map<string, number>();
    for (const customer of customers) {
      const id = textOf(customer, 'id');
      const row = byId.find(own, id)[0] ?? added.get(id) ?? own.length + added.size;
      if (row >= own.length) added.set(id, row);
      changed.set(row, customer);
    }
    const rows = Uint32Array.from(changed.keys()).sort();
    const finishChange = rows.length > fewCustomers ? undefined : this.#index.changing(rows);
    for (const [row, customer] of [...changed].sort(([a], [b]) => a - b)) {
      const isAdded = row === own.length;
      own[row] = customer;
      if (isAdded) byId.addLast(own);
    }
    this.close();
    this.customers = own;
    if (finishChange) finishChange(own);
    else this.#index = new CustomersIndex(own);
    this.#results = new Recent(keptResults);
    this.#named = new Recent(keptResults);
    return this;
  }

  /** Works out in idle time what the next questions need. */
  prepare(call: Call): void {
    if (this.#preparation) return;
    this.#preparation = new AbortController();
    const { signal } = this.#preparation;
    const slices = new Slices(
      () => !signal.aborted,
      () => true,
    );
    const begin = () => {
      // whoever needs what could not be prepared asks for it, and is told
      if (!signal.aborted) this.#index.prepare({ ...call, signal }, slices).catch(() => undefined);
    };
    setTimeout(begin, restBeforePreparation);
  }

  close(): void {
    this.#preparation?.abort();
    this.#preparation = undefined;
  }

  without(ids: ReadonlySet<string>): LongList {
    const left = this.customers.filter((row) => !ids.has(textOf(row, 'id')));
    if (left.length === this.customers.length) return this;
    const placeOf = new Uint32Array(this.customers.length);
    let place = 0;
    for (const [row, customer] of this.customers.entries()) placeOf[row] = customer === left[place] ? place++ : gone;
    return new LongList(left, this.#nextSnapshot, this.#index.remaining(left, placeOf));
  }

  /** The customers with some IDs, as a list of their own. */
  #listOf(ids: readonly string[]): ShortList {
    const key = JSON.stringify(ids);
    const known = this.#named.get(key);
    if (known) return known;
    const rows = new Set(ids.flatMap((id) => this.#rowsById().find(this.customers, id)));
    const list = new ShortList(this.#pick(Uint32Array.from(rows).sort()), this.#nextSnapshot);
    this.#named.set(key, list);
    return list;
  }

  #rowsById(): RowsById {
    return (this.#byId ??= new RowsById(this.customers));
  }

  async #wanted(query: CustomersQuery, call: Call): Promise<NamedResult> {
    try {
      return await this.#result(query, call, new Slices(() => !call.signal.aborted));
    } finally {
      call.signal.throwIfAborted();
    }
  }

  async #result(query: CustomersQuery, call: Call, slices: Slices): Promise<NamedResult> {
    const key = resultKey(query, call);
    const known = await this.#results.get(key)?.wait(slices);
    const isCounted = !query.include?.includes('statusCounts') || known?.statusCounts;
    const isCurrent = known?.snapshot === query.snapshot || (known?.facts?.holdAt(call.now) ?? true);
    if (known && isCounted && isCurrent) return known;
    const work = new SharedWork(async (own) => ({
      ...(await this.#index.result(query, call, own)),
      snapshot: this.#nextSnapshot(),
    }));
    this.#results.set(key, work);
    return work.wait(slices);
  }

  #pick(rows: Uint32Array): readonly Customer[] {
    // every place in a result is one in the list
    return Array.from(rows, (row) => this.customers[row] as Customer);
  }
}
