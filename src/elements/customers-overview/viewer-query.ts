import {
  toggledSort,
  withoutFilters,
  withSearch,
  type CustomersSort,
  type CustomersSortField,
  type ListQuery,
} from '../../domain/query.js';
import { QueryChangeEvent } from './events.js';

/** What the viewer makes of an overview's query. Each change is said by an event, and the host has the last word. */
export class ViewerQuery {
  readonly #host: HTMLElement & { query: ListQuery | undefined };
  #hasSorted = false;

  constructor(host: HTMLElement & { query: ListQuery | undefined }) {
    this.#host = host;
  }

  get current(): ListQuery {
    return this.#host.query ?? {};
  }

  /** Gives what is searched for from then on: the host may have put another query in its place. */
  search(search: string): string {
    this.ask(withSearch(this.current, search));
    return this.current.search ?? '';
  }

  sortBy(sort: CustomersSort): void {
    this.#hasSorted = true;
    this.ask({ ...this.current, sort: [sort] });
  }

  toggleSort(field: CustomersSortField): void {
    this.sortBy(toggledSort(this.current.sort?.[0], field));
  }

  clear(): void {
    this.ask(withoutFilters(this.current));
  }

  /** What the viewer has just sorted by, once. */
  takeSort(): CustomersSort | undefined {
    const sort = this.#hasSorted ? this.current.sort?.[0] : undefined;
    this.#hasSorted = false;
    return sort;
  }

  /** Asks another question in the viewer's name. */
  ask(query: ListQuery): void {
    this.#host.query = query;
    this.#host.dispatchEvent(new QueryChangeEvent(query));
  }
}
