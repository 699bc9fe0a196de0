import type { Customer } from '../domain/customer.js';
import type { CustomersPage } from './customers-provider.js';
import { read, readOrNothing, readPart, refusing } from './reading.js';
import { customerSchema, identifiedSchema, pageSchema } from './schema.js';

/**
 * One row of a page as it may be shown. A row that cannot be read keeps its place, so that the rows after it stay at
 * their positions; `id` is there where that much could be read. `duplicate`: an earlier row of the page has its id.
 * `part`: the first part of an invalid row that does not fit, as in `beacons.state`; empty where it is the whole row.
 */
export type CheckedRow =
  | { readonly kind: 'customer'; readonly customer: Customer }
  | { readonly kind: 'unreadable'; readonly id?: string; readonly reason: 'invalid'; readonly part: string }
  | { readonly kind: 'unreadable'; readonly id: string; readonly reason: 'duplicate' };

/** A page whose every part has the type that it claims. */
export interface CheckedPage extends Omit<CustomersPage, 'items'> {
  readonly items: readonly CheckedRow[];
}

/**
 * Checks what `listCustomers` answered. One bad row becomes one marked row. A broken optional part is left out, broken
 * beacons or expirations become unavailable, and a total that cannot be true is dropped.
 *
 * @throws ProviderError `invalid-data` where there is no list of items at all; never anything else.
 */
export function checkPage(answer: unknown): CheckedPage {
  return refusing('page', () => {
    const { items, ...page } = read(pageSchema, answer);
    const known = new Set<string>();
    const rows = items.map((item) => checkRow(item, known));
    // an empty window may lie beyond the end, so it says nothing about the total
    const least = rows.length > 0 ? (page.offset ?? 0) + rows.length : 0;
    if (page.total && page.total.precision !== 'estimate' && page.total.value < least) delete page.total;
    return { ...page, items: rows };
  });
}

function checkRow(item: unknown, known: Set<string>): CheckedRow {
  const { value: customer, part } = readPart(customerSchema, item);
  if (!customer) return { kind: 'unreadable', ...readOrNothing(identifiedSchema, item), reason: 'invalid', part };
  if (known.has(customer.id)) return { kind: 'unreadable', id: customer.id, reason: 'duplicate' };
  known.add(customer.id);
  return { kind: 'customer', customer };
}
