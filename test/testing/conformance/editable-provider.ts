import type { Customer, CustomerDetails } from '../../../src/domain/customer.js';
import { mostAtOnce } from '../../../src/domain/customer-draft.js';
import { canDelete, canEdit } from '../../../src/domain/permissions.js';
import type {
  BulkResult,
  CustomerDraft,
  CustomerEnrichment,
  CustomerPatch,
  MutationCall,
  Call,
} from '../../../src/providers/customers-provider.js';
import { ProviderError } from '../../../src/providers/provider-error.js';
import { MemoryProvider, type MemoryProviderOptions } from '../../../src/providers/memory/memory-provider.js';

/** Customers in memory that can be created, changed and deleted: everything that a provider can offer. */
export class EditableProvider extends MemoryProvider {
  protected customers: Map<string, Customer>;
  protected readonly mayAdd: boolean;
  readonly #created = new Map<string, BulkResult>();
  #count = 0;

  constructor(customers: readonly Customer[], options: MemoryProviderOptions = {}) {
    super(customers, options);
    this.customers = new Map(customers.map((customer) => [customer.id, customer]));
    this.mayAdd = options.can?.add === true;
  }

  async enrichCustomers(ids: readonly string[], { signal }: Call): Promise<ReadonlyMap<string, CustomerEnrichment>> {
    signal.throwIfAborted();
    const known = ids.flatMap((id) => this.customers.get(id) ?? []);
    return new Map(known.map(({ id, beacons, expirations }) => [id, { beacons, expirations }]));
  }

  async getCustomer(id: string, { signal }: Call): Promise<CustomerDetails> {
    signal.throwIfAborted();
    return { ...this.found(id), owners: { state: 'ready', value: [] } };
  }

  async createCustomers(drafts: readonly CustomerDraft[], { idempotencyKey }: MutationCall): Promise<BulkResult> {
    if (!this.mayAdd) throw new ProviderError('forbidden');
    this.demandFew(drafts);
    const before = this.#created.get(idempotencyKey);
    if (before) return before;
    const result = { outcomes: drafts.map((draft) => this.created(draft)) };
    this.#created.set(idempotencyKey, result);
    return result;
  }

  async updateCustomer(id: string, patch: CustomerPatch, { ifVersion }: MutationCall): Promise<CustomerDetails> {
    const customer = this.found(id);
    if (!canEdit(customer)) throw new ProviderError('forbidden');
    if (ifVersion !== undefined && ifVersion !== customer.version) throw new ProviderError('conflict');
    const { owners: _owners, capabilities: _capabilities, ...facts } = patch;
    const changed = { ...customer, ...facts, version: `${String(customer.version)}.1` };
    this.put(changed);
    return { ...changed, owners: { state: 'ready', value: [] } };
  }

  async deleteCustomers(ids: readonly string[], _call: MutationCall): Promise<BulkResult> {
    this.demandFew(ids);
    return { outcomes: ids.map((id) => this.deleted(id)) };
  }

  protected demandFew(items: readonly unknown[]): void {
    if (items.length > mostAtOnce) throw new ProviderError('invalid-input');
  }

  protected created(draft: CustomerDraft): BulkResult['outcomes'][number] {
    const { key, name } = draft;
    if (name === '') return { key, error: { code: 'invalid-data' } };
    this.#count += 1;
    const id = `new-${this.#count}`;
    this.put({ id, name, relationship: 'managed', beacons: { state: 'pending' }, expirations: { state: 'pending' } });
    return { key, id };
  }

  protected deleted(id: string): BulkResult['outcomes'][number] {
    const customer = this.customers.get(id);
    if (!customer) return { key: id, error: { code: 'not-found' } };
    if (!canDelete(customer)) return { key: id, error: { code: 'forbidden' } };
    this.customers.delete(id);
    this.removeCustomers([id]);
    return { key: id };
  }

  protected put(customer: Customer): void {
    this.customers.set(customer.id, customer);
    this.putCustomers([customer]);
  }

  protected found(id: string): Customer {
    const customer = this.customers.get(id);
    if (!customer) throw new ProviderError('not-found');
    return customer;
  }
}
