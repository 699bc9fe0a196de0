import { checkPage } from '../providers/checked-page.js';
import type { CustomersQuery } from '../domain/query.js';
import type { CustomerResult } from './customer-result.js';

/** Customers asked for at once. */
const batchSize = 100;

/** What a {@link ChangedCustomers} is told by its list. */
export interface ChangedCustomersOptions {
  readonly ask: (result: CustomerResult, query: CustomersQuery, signal: AbortSignal) => Promise<unknown>;
  /** Rows were replaced; `isWhole` is false when a customer is gone or became unreadable. */
  readonly onRead: (isWhole: boolean) => void;
  readonly onError: (error: unknown) => void;
}

/** The customers of a list that have changed since they were read, and the one request for what they are now. */
export class ChangedCustomers {
  readonly #options: ChangedCustomersOptions;
  readonly #ids = new Set<string>();
  #request: AbortController | undefined;

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
    for (const id of ids) this.#ids.delete(id);
    try {
      const query = { ids, page: { limit: ids.length, offset: 0 } };
      const { items } = checkPage(await this.#options.ask(result, query, request.signal));
      if (this.#request !== request) return this.add(ids);
      this.#request = undefined;
      this.#options.onRead(items.filter((row) => result.replace(row)).length === ids.length);
    } catch (error) {
      this.add(ids);
      if (this.#request !== request) return;
      this.#request = undefined;
      this.#options.onError(error);
    }
  }
}
