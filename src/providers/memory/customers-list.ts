import type { Customer } from '../../domain/customer.js';
import type { CustomersQuery, ListQuery } from '../../domain/query.js';
import type { Call } from '../customers-provider.js';

/** Results kept, so that each further window of one costs next to nothing: the one in view, and those before it. */
export const keptResults = 4;

/** A window of a result. */
export interface ResultWindow {
  readonly items: readonly Customer[];
  /** How many rows the whole result has. */
  readonly length: number;
  /** Names the result. */
  readonly snapshot: string;
  /** Rows by status, where the query includes them. */
  readonly statusCounts?: Readonly<Record<string, number>>;
}

/**
 * A list of customers that answers queries. With the snapshot of a result that is still kept it answers from that one,
 * whatever the moment; else from a result of this moment. After a change no result from before is known.
 */
export interface CustomersList {
  readonly customers: readonly Customer[];
  window(query: CustomersQuery, offset: number, call: Call): ResultWindow | Promise<ResultWindow>;
  /**
   * The list with customers in the place of those that have the same ID, or at its end where none has. It may be this
   * list, changed; the array that it was made of never changes.
   */
  put(customers: readonly Customer[]): CustomersList;
  /** A list without the customers that have one of the IDs. */
  without(ids: ReadonlySet<string>): CustomersList;
  /** Prepares for questions to come, once one was answered. */
  prepare?(call: Call): void;
  /** Gives up what the list prepares. */
  close?(): void;
}

/** What is asked, without the window of it. */
export function questionOf({
  page: _page,
  snapshot: _snapshot,
  include: _include,
  ...question
}: CustomersQuery): ListQuery {
  return question;
}

/** What a result depends on besides the moment. */
export function resultKey(query: CustomersQuery, { locale, timeZone, policy }: Call): string {
  return JSON.stringify([questionOf(query), locale, timeZone, policy]);
}
