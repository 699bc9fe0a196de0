import type { Customer } from '../../../domain/customer.js';
import type { CustomersQuery } from '../../../domain/query.js';
import type { Call } from '../../customers-provider.js';
import { keptResults, resultKey, type CustomersList, type ResultWindow } from '../customers-list.js';
import { Recent } from '../recent.js';
import { CustomersIndex, type Result } from './customers-index.js';
import { SharedWork, Slices } from './slices.js';

/** A result under its name. */
interface NamedResult extends Result {
  readonly snapshot: string;
}

/**
 * A list that is too long to be gone through for every new result. What a row or a column needs once is done once, in
 * slices between which the page goes on, and given up once nobody waits for it any more.
 */
export class LongList implements CustomersList {
  readonly #customers: readonly Customer[];
  readonly #index: CustomersIndex;
  readonly #nextSnapshot: () => string;
  readonly #results = new Recent<SharedWork<NamedResult>>(keptResults);

  /** @param nextSnapshot Names a result as no other one is named. */
  constructor(customers: readonly Customer[], nextSnapshot: () => string) {
    this.#customers = customers;
    this.#index = new CustomersIndex(customers);
    this.#nextSnapshot = nextSnapshot;
  }

  /** Rejects with the reason of the call's signal once that is aborted. */
  async window(query: CustomersQuery, offset: number, call: Call): Promise<ResultWindow> {
    const { rows, snapshot, statusCounts } = await this.#wanted(query, call);
    const end = offset + query.page.limit;
    return {
      items: rows ? this.#pick(rows.subarray(offset, end)) : this.#customers.slice(offset, end),
      length: (rows ?? this.#customers).length,
      snapshot,
      ...(query.include?.includes('statusCounts') && { statusCounts }),
    };
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
    return Array.from(rows, (row) => this.#customers[row] as Customer);
  }
}
