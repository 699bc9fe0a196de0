import type { Availability } from '../../../domain/availability.js';
import type { Beacon } from '../../../domain/beacons.js';
import type { Customer, CustomerCapability, CustomerDetails, Owner } from '../../../domain/customer.js';
import type { Entitlement } from '../../../domain/expirations.js';
import type { Call } from '../../customers-provider.js';
import { errorCodeOf, ProviderError } from '../../provider-error.js';
import type { ListsByCustomer } from '../memory-provider.js';
import { textOf } from '../row-fields.js';

/** What a customer has besides its row, each a list. */
interface ListItems {
  readonly owners: Owner;
  readonly entitlements: Entitlement;
  readonly beacons: Beacon;
}

/** Where the lists of the customers come from. */
export type CustomerLists = { readonly [Kind in keyof ListItems]?: ListsByCustomer<ListItems[Kind]> };

/** Lists of one customer that were written here. */
export type WrittenLists = { readonly [Kind in keyof ListItems]?: readonly ListItems[Kind][] };

/** Every customer by its organization ID, as it is by now, with the lists behind it. */
export class CustomerRecords {
  readonly #lists: CustomerLists;
  readonly #written = new Map<string, WrittenLists>();
  #rows: Map<string, Customer>;
  #lastId = 0;

  constructor(customers: readonly Customer[], lists: CustomerLists) {
    this.#rows = rowsById(customers);
    this.#lists = lists;
  }

  /** @throws ProviderError `not-found` */
  find(id: string): Customer {
    const row = this.#rows.get(id);
    if (!row) throw new ProviderError('not-found');
    return row;
  }

  /**
   * @throws ProviderError `not-found` for a customer that is gone, `forbidden` where its row says so, `unsupported` where
   *   there is no such list.
   */
  async list<Kind extends keyof ListItems>(kind: Kind, id: string, call: Call): Promise<readonly ListItems[Kind][]> {
    const row = this.find(id);
    const withheld = kind === 'entitlements' ? row.expirations : kind === 'beacons' ? row.beacons : undefined;
    if (withheld?.state === 'forbidden') throw new ProviderError('forbidden');
    const list = this.#written.get(id)?.[kind] ?? (await given<ListItems[Kind]>(this.#lists[kind], id, call));
    if (!list) throw new ProviderError('unsupported', 'There is no list for this customer');
    return list;
  }

  /** @throws ProviderError `not-found` */
  async details(id: string, call: Call): Promise<CustomerDetails> {
    this.find(id);
    const [owners, entitlements] = await Promise.all([
      availabilityOf(this.list('owners', id, call)),
      availabilityOf(this.list('entitlements', id, call)),
    ]);
    call.signal.throwIfAborted();
    // it may be another by now
    const row = this.find(id);
    return { ...row, version: versionOf(row), owners, ...capabilitiesOf(row, entitlements) };
  }

  hasExternalId(externalId: string): boolean {
    for (const row of this.#rows.values()) if (row.externalId === externalId) return true;
    return false;
  }

  /** An organization ID that no customer has, nor had one that was created before. */
  newId(): string {
    for (const id of this.#rows.keys()) {
      const number = Number(id);
      if (Number.isSafeInteger(number) && number > this.#lastId) this.#lastId = number;
    }
    this.#lastId += 1;
    return String(this.#lastId);
  }

  /** Takes one customer that was created or changed, with those of its lists that are others now. */
  write(row: Customer, lists: WrittenLists): void {
    this.#rows.set(row.id, row);
    this.#written.set(row.id, { ...this.#written.get(row.id), ...lists });
  }

  /** Takes customers as a host gives them; gives them back, where they have no version with one. */
  put(customers: readonly Customer[]): readonly Customer[] {
    const versioned = this.#versioned(customers);
    for (const row of versioned) this.#rows.set(textOf(row, 'id'), row);
    return versioned;
  }

  /** Takes other customers. What was written to the lists of those who stay is kept. */
  replace(customers: readonly Customer[]): readonly Customer[] {
    const versioned = this.#versioned(customers);
    this.#rows = rowsById(versioned);
    for (const id of this.#written.keys()) if (!this.#rows.has(id)) this.#written.delete(id);
    return versioned;
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) {
      this.#rows.delete(id);
      this.#written.delete(id);
    }
  }

  /** Whoever edits a customer that a host has put anew has to notice. */
  #versioned(customers: readonly Customer[]): readonly Customer[] {
    return customers.map((row) => {
      const before = this.#rows.get(textOf(row, 'id'));
      return before && row.version === undefined ? { ...row, version: versionAfter(before) } : row;
    });
  }
}

/** The version of a customer; one that came without has one all the same. */
export function versionOf({ version = '0' }: Customer): string {
  return version;
}

/** Another version than the one that a customer has: the number that it ends in goes on. */
export function versionAfter(row: Customer): string {
  return versionOf(row).replace(/\d{0,15}$/, (digits) => String(Number(digits) + 1));
}

/** Of several with one ID, the first: the list shows it. */
function rowsById(customers: readonly Customer[]): Map<string, Customer> {
  const rows = new Map<string, Customer>();
  for (const row of customers) {
    const id = textOf(row, 'id');
    if (id !== '' && !rows.has(id)) rows.set(id, row);
  }
  return rows;
}

async function given<T>(
  lists: ListsByCustomer<T> | undefined,
  id: string,
  call: Call,
): Promise<readonly T[] | undefined> {
  return typeof lists === 'function' ? lists(id, call) : lists?.get(id);
}

async function availabilityOf<T>(list: Promise<T>): Promise<Availability<T>> {
  try {
    return { state: 'ready', value: await list };
  } catch (error) {
    const code = errorCodeOf(error);
    return code === 'forbidden' ? { state: code } : { state: 'unavailable', code };
  }
}

/** The capabilities that the entitlements come to; nothing where there is no list of them. */
function capabilitiesOf(
  { tiered }: Customer,
  entitlements: Availability<readonly Entitlement[]>,
): Pick<CustomerDetails, 'capabilities'> {
  if (entitlements.state === 'unavailable' && entitlements.code === 'unsupported') return {};
  if (entitlements.state !== 'ready') return { capabilities: entitlements };
  const value = entitlements.value.map(({ capability, expires }): CustomerCapability => ({
    capability,
    ...(expires !== null && { expires }),
    // what a customer with customers of its own has, these use (`docs/rules.md §5.3`)
    ...(tiered === true && { inUse: true }),
  }));
  return { capabilities: { state: 'ready', value } };
}
