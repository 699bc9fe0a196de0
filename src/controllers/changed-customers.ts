import { checkPage } from '../providers/checked-page.js';
import type { CustomersQuery } from '../domain/query.js';
import type { CustomerResult } from './customer-result.js';

/** Customers asked for at once. */
const batchSize = 100;

/** What a {@link ChangedCustomers} is told by its list. */
export interface ChangedCustomersOptions {
  readonly ask: (result: CustomerResult, query: CustomersQuery, signal: AbortSignal) => Promise<unknown>;
  /** Rows were replaced. */
  readonly onRead: () => void;
  /** So many of the customers are not in the list any more; their rows keep their places, empty. */
  readonly onGone: (count: number) => void;
  readonly onError: (error: unknown) => void;
}

/** The customers of a list that have changed since they were read, and the one request for what they are now. */
export class ChangedCustomers {
  readonly #options: ChangedCustomersOptions;
  readonly #ids = new Set<string>();
  #request: AbortController | undefined;
  /** Whom that request is about. */
  #reading: readonly string[] = [];

  constructor(options: ChangedCustomersOptions) {
    this.#options = options;
  }

  add(ids: readonly string[]): void {
    for (const id of ids) this.#ids.add(id);
  }

  /** Gives up the request under way; its customers are read with the next one. */
  giveUp(): void {
    this.#request?.abort();
    this.#request = undefined;
    this.add(this.#reading);
    this.#reading = [];
  }

  /** Reads what has changed of a result's rows, and puts it where they stand: no row moves under the pointer. */
  async read(result: CustomerResult): Promise<void> {
    // one at a time: what is read last is what is so
    if (this.#request !== undefined) return;
    for (const id of this.#ids) if (result.positionOf(id) < 0) this.#ids.delete(id);
    const ids = [...this.#ids].slice(0, batchSize);
    if (ids.length === 0) return;
    const request = new AbortController();
    this.#request = request;
    this.#reading = ids;
    for (const id of ids) this.#ids.delete(id);
    try {
      const query = { ids, page: { limit: ids.length, offset: 0 } };
      const { items, total } = checkPage(await this.#options.ask(result, query, request.signal));
      if (this.#request !== request) return;
      this.#request = undefined;
      this.#reading = [];
      // of two with one ID, the first is the one that is shown
      const read = new Map(items.toReversed().map((row) => [row.kind === 'customer' ? row.customer.id : row.id, row]));
      const missing = ids.filter((id) => !read.has(id));
      // a backend may give fewer at once than it was asked for
      const hasMore = missing.length < ids.length && items.length < (total?.value ?? 0);
      if (hasMore) this.add(missing);
      for (const id of ids) {
        const row = read.get(id);
        if (row !== undefined || !hasMore) result.replace(id, row ?? { kind: 'gone', id });
      }
      this.#options.onRead();
      if (missing.length > 0 && !hasMore) this.#options.onGone(missing.length);
    } catch (error) {
      if (this.#request !== request) return;
      this.giveUp();
      this.#options.onError(error);
    }
  }
}
