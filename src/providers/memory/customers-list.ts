import type { Customer } from '../../domain/customer.js';
import type { CustomersQuery } from '../../domain/query.js';
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
 * whatever the moment; else from a result of this moment.
 */
export interface CustomersList {
  window(query: CustomersQuery, offset: number, call: Call): ResultWindow | Promise<ResultWindow>;
}

/** What a result depends on besides the moment. */
export function resultKey(query: CustomersQuery, { locale, timeZone, policy }: Call): string {
  const question = { ...query, page: undefined, snapshot: undefined, include: undefined };
  return JSON.stringify([question, locale, timeZone, policy]);
}
