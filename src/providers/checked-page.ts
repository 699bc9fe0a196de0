import * as v from 'valibot';
import type { Customer } from '../domain/customer.js';
import type { Entitlement } from '../domain/expirations.js';
import type { CustomersPage, ProviderDescription } from './customers-provider.js';
import { ProviderError } from './provider-error.js';
import { customerSchema, descriptionSchema, entitlementSchema, identifiedSchema, pageSchema } from './schema.js';

/**
 * One row of a page as it may be shown. A row that cannot be read keeps its place, so that the rows after it stay at
 * their positions; `id` is there where that much could be read. `duplicate`: an earlier row of the page has its id.
 */
export type CheckedRow =
  | { readonly kind: 'customer'; readonly customer: Customer }
  | { readonly kind: 'unreadable'; readonly id?: string; readonly reason: 'invalid' | 'duplicate' };

/** A page whose every part has the type that it claims. */
export interface CheckedPage extends Omit<CustomersPage, 'items'> {
  readonly items: readonly CheckedRow[];
}

/** The entitlements that could be read, and how many could not. */
export interface CheckedEntitlements {
  readonly entitlements: readonly Entitlement[];
  readonly unreadable: number;
}

/**
 * Checks what `listCustomers` answered. One bad row becomes one marked row. A broken optional part is left out, broken
 * beacons or expirations become unavailable, and a total that cannot be true is dropped.
 *
 * @throws {@link ProviderError} `invalid-data` where there is no list of items at all; never anything else.
 */
export function checkPage(answer: unknown): CheckedPage {
  return refusing('page', () => {
    const { items, ...page } = read(pageSchema, answer);
    const known = new Set<string>();
    const rows = items.map((item) => checkRow(item, known));
    const least = (page.offset ?? 0) + rows.length;
    if (page.total && page.total.precision !== 'estimate' && page.total.value < least) delete page.total;
    return { ...page, items: rows };
  });
}

/**
 * Checks what `listEntitlements` answered. An entitlement whose date cannot be read stays, with a date that is
 * unreadable for the domain too; what is no entitlement at all is dropped and counted.
 *
 * @throws {@link ProviderError} `invalid-data` where there is no list; never anything else.
 */
export function checkEntitlements(answer: unknown): CheckedEntitlements {
  return refusing('entitlements', () => {
    const items = read(v.array(v.unknown()), answer);
    const entitlements = items.flatMap((item) => readOrNothing(entitlementSchema, item) ?? []);
    return { entitlements, unreadable: items.length - entitlements.length };
  });
}

/**
 * Checks what `describe` answered. Sort fields that this version does not know are left out, and a permission that is
 * not a plain `true` is none.
 *
 * @throws {@link ProviderError} `invalid-data` where another part is broken, because it would promise what nobody
 *   meant; never anything else.
 */
export function checkDescription(answer: unknown): ProviderDescription {
  return refusing('description', () => {
    const { sortable, ...description } = read(descriptionSchema, answer);
    return sortable ? { ...description, sortable: sortable.filter((field) => field !== null) } : description;
  });
}

function checkRow(item: unknown, known: Set<string>): CheckedRow {
  const customer = readOrNothing(customerSchema, item);
  if (!customer) return { kind: 'unreadable', ...readOrNothing(identifiedSchema, item), reason: 'invalid' };
  if (known.has(customer.id)) return { kind: 'unreadable', id: customer.id, reason: 'duplicate' };
  known.add(customer.id);
  return { kind: 'customer', customer };
}

function read<const TSchema extends v.GenericSchema>(schema: TSchema, input: unknown): v.InferOutput<TSchema> {
  return v.parse(schema, input, { abortEarly: true });
}

/** Reading a hostile object may throw anything: a getter of its own runs. */
function readOrNothing<const TSchema extends v.GenericSchema>(
  schema: TSchema,
  input: unknown,
): v.InferOutput<TSchema> | undefined {
  try {
    const result = v.safeParse(schema, input, { abortEarly: true });
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}

function refusing<TChecked>(what: string, check: () => TChecked): TChecked {
  try {
    return check();
  } catch (cause) {
    throw new ProviderError('invalid-data', `The provider's ${what} cannot be read`, { cause });
  }
}
