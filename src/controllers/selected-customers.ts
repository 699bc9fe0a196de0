import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Customer } from '../domain/customer.js';
import { namedIn, type CustomersSelection } from '../domain/selection.js';
import type { Call, CustomersProvider } from '../providers/customers-provider.js';
import type { CustomerWindow } from './customer-window.js';
import { readResult } from './result-reader.js';

/** What a {@link SelectedCustomers} is told by its owner. */
export interface SelectedCustomersOptions {
  /** Whose rows are there is not asked for again. */
  readonly list: Pick<CustomerWindow, 'row' | 'positionOf'>;
  readonly provider: () => CustomersProvider | undefined;
  readonly call: () => Omit<Call, 'signal'>;
  /** Whether the provider's lists only go forward, page by page. */
  readonly goesByCursor: () => boolean;
}

/** Reads who is selected, for something that is done with them at once. The last reading wins. */
export class SelectedCustomers implements ReactiveController {
  readonly #options: SelectedCustomersOptions;
  #reading: AbortController | undefined;

  constructor(host: ReactiveControllerHost, options: SelectedCustomersOptions) {
    this.#options = options;
    host.addController(this);
  }

  /**
   * @param most No more than about so many are read.
   * @returns `undefined` once nobody wants them any more.
   * @throws Whatever the provider rejects with.
   */
  async read(selection: CustomersSelection, most: number): Promise<readonly Customer[] | undefined> {
    this.giveUp();
    const provider = this.#options.provider();
    if (provider === undefined) return undefined;
    const named = new Set(namedIn(selection));
    const isById = 'ids' in selection;
    const customers = isById ? this.#shown(selection.ids) : [];
    for (const { id } of customers) named.delete(id);
    if (isById && named.size === 0) return customers;
    const reading = (this.#reading = new AbortController());
    const { signal } = reading;
    try {
      const parts = readResult({
        provider,
        query: isById ? { ids: [...named] } : selection.query,
        except: isById ? new Set() : named,
        goesByCursor: this.#options.goesByCursor(),
        loadsLateColumns: false,
        ignoresSnapshots: true,
        ask: async (question) => {
          const answer = await question({ ...this.#options.call(), signal });
          signal.throwIfAborted();
          return answer;
        },
        isWanted: () => !signal.aborted,
        onProgress: () => undefined,
      });
      for await (const rows of parts) {
        for (const row of rows)
          // a provider that does not know the question answers with others
          if (row.kind === 'customer' && (!isById || named.has(row.customer.id))) customers.push(row.customer);
        if (customers.length >= most) break;
      }
      return signal.aborted ? undefined : customers;
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error;
    } finally {
      if (this.#reading === reading) this.#reading = undefined;
    }
  }

  /** Whether customers are being read. */
  get isReading(): boolean {
    return this.#reading !== undefined;
  }

  /** Lets nobody wait for what is being read. */
  giveUp(): void {
    this.#reading?.abort();
    this.#reading = undefined;
  }

  #shown(ids: readonly string[]): Customer[] {
    const { list } = this.#options;
    return ids.flatMap((id) => {
      const row = list.row(list.positionOf(id));
      return row?.kind === 'customer' ? row.customer : [];
    });
  }

  hostDisconnected(): void {
    this.giveUp();
  }
}
