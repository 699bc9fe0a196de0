import type { Availability } from '../../domain/availability.js';
import type { Customer, CustomerDetails, Owner } from '../../domain/customer.js';
import { summarizeEntitlements } from '../../domain/entitlements.js';
import type { Entitlement, ExpirationSummary } from '../../domain/expirations.js';
import { canDelete, canEdit } from '../../domain/permissions.js';
import type {
  BulkResult,
  Call,
  CustomerDraft,
  CustomerPatch,
  MutationCall,
  OfferedCapability,
  ProviderDescription,
} from '../customers-provider.js';
import { ProviderError } from '../provider-error.js';
import { entitlementsOf } from './editable/capability-entitlements.js';
import { checkDraft, checkPatch, demandFew, outcomeOf, type Offered } from './editable/change-check.js';
import { ChangesOnce } from './editable/changes-once.js';
import { CustomerRecords, versionAfter, versionOf } from './editable/customer-records.js';
import { MemoryProvider, type ListsByCustomer, type MemoryProviderOptions } from './memory-provider.js';

/** What an {@link EditableMemoryProvider} has besides the list. */
export interface EditableMemoryProviderOptions extends MemoryProviderOptions {
  /** The owners of the customers. Those of a customer without a list are unavailable, and stay as they are. */
  readonly owners?: ListsByCustomer<Owner>;
  /** The capabilities that a customer may be given; absent: any. */
  readonly capabilities?: readonly OfferedCapability[];
}

/**
 * Customers that the page already has, and that can be added, edited and deleted there: in memory alone, until the page is
 * left. Refuses what a server would refuse: what `can` of the provider and of the customer does not allow, fields that are
 * not sound, an external ID that another customer has, a version that has moved on, and the same intent a second time.
 */
export class EditableMemoryProvider extends MemoryProvider {
  readonly #records: CustomerRecords;
  readonly #changes = new ChangesOnce();
  readonly #mayAdd: boolean;
  readonly #capabilities: ProviderDescription['capabilities'];
  readonly #offered: Offered;

  constructor(
    customers: readonly Customer[],
    { owners, capabilities, ...options }: EditableMemoryProviderOptions = {},
  ) {
    const { entitlements, beacons, can } = options;
    const records = new CustomerRecords(customers, { owners, entitlements, beacons });
    super(customers, {
      ...options,
      ...(entitlements && { entitlements: (id, call) => records.list('entitlements', id, call) }),
      ...(beacons && { beacons: (id, call) => records.list('beacons', id, call) }),
    });
    this.#records = records;
    this.#mayAdd = can?.add === true;
    this.#capabilities = capabilities;
    this.#offered = capabilities && new Set(capabilities.map(({ capability }) => capability));
  }

  override async describe(call: Call): Promise<ProviderDescription> {
    const capabilities = this.#capabilities;
    return { ...(await super.describe(call)), versioned: true, ...(capabilities && { capabilities }) };
  }

  async getCustomer(id: string, call: Call): Promise<CustomerDetails> {
    call.signal.throwIfAborted();
    return this.#records.details(id, call);
  }

  async createCustomers(drafts: readonly CustomerDraft[], call: MutationCall): Promise<BulkResult> {
    if (!this.#mayAdd) throw new ProviderError('forbidden');
    demandFew(drafts);
    if (new Set(drafts.map(({ key }) => key)).size < drafts.length) {
      throw new ProviderError('invalid-input', 'Each draft needs a key of its own');
    }
    return this.#changes.once(call.idempotencyKey, ['create', drafts], () => {
      call.signal.throwIfAborted();
      const created: Customer[] = [];
      const outcomes = drafts.map((draft) =>
        outcomeOf(draft.key, () => {
          const row = this.#create(draft, call);
          created.push(row);
          return row.id;
        }),
      );
      if (created.length > 0) super.putCustomers(created);
      return { outcomes };
    });
  }

  async updateCustomer(id: string, patch: CustomerPatch, call: MutationCall): Promise<CustomerDetails> {
    return this.#changes.once(call.idempotencyKey, ['update', id, call.ifVersion, patch], async () => {
      super.putCustomers([await this.#update(id, patch, call)]);
      // it is changed by now, whether or not somebody still waits
      return this.#records.details(id, { ...call, signal: new AbortController().signal });
    });
  }

  async deleteCustomers(ids: readonly string[], call: MutationCall): Promise<BulkResult> {
    demandFew(ids);
    return this.#changes.once(call.idempotencyKey, ['delete', ids], () => {
      call.signal.throwIfAborted();
      const outcomes = Array.from(new Set(ids), (id) => outcomeOf(id, () => this.#demandDeletable(id)));
      const deleted = outcomes.flatMap(({ id }) => id ?? []);
      if (deleted.length > 0) this.removeCustomers(deleted);
      return { outcomes };
    });
  }

  override putCustomers(customers: readonly Customer[]): void {
    super.putCustomers(this.#records.put(customers));
  }

  override removeCustomers(ids: readonly string[]): void {
    this.#records.remove(ids);
    super.removeCustomers(ids);
  }

  override replaceCustomers(customers: readonly Customer[]): void {
    super.replaceCustomers(this.#records.replace(customers));
  }

  #create(draft: CustomerDraft, call: Call): Customer {
    const { owners, capabilities, ...texts } = checkDraft(draft, this.#offered);
    this.#demandFree(texts.externalId);
    const id = this.#records.newId();
    const entitlements = entitlementsOf(id, capabilities);
    const row: Customer = {
      id,
      ...texts,
      relationship: 'managed',
      tiered: false,
      beacons: { state: 'ready', value: { total: 0, unhealthy: 0 } },
      expirations: summaryOf(entitlements, call),
      can: { edit: true, delete: true },
      version: '1',
    };
    this.#records.write(row, { owners, entitlements, beacons: [] });
    return row;
  }

  async #update(id: string, patch: CustomerPatch, call: MutationCall): Promise<Customer> {
    call.signal.throwIfAborted();
    const before = await this.#records.details(id, call);
    const held = patch.capabilities && (await this.#records.list('entitlements', id, call));
    call.signal.throwIfAborted();
    // from here on nothing comes in between
    const row = this.#records.find(id);
    if (!canEdit(row)) throw new ProviderError('forbidden');
    if (call.ifVersion !== undefined && call.ifVersion !== versionOf(row)) throw new ProviderError('conflict');
    const { owners, capabilities, ...texts } = checkPatch(before, patch, this.#offered);
    if (texts.externalId !== row.externalId) this.#demandFree(texts.externalId);
    const entitlements = capabilities && entitlementsOf(id, capabilities, held);
    if (row.tiered === true && entitlements && held) demandKept(held, entitlements);
    const after: Customer = {
      ...row,
      ...texts,
      // a summary that is withheld or lost stays so, whatever it would say
      ...(entitlements &&
        row.expirations.state === 'ready' && { expirations: summaryOf(entitlements, call, row.expirations.missing) }),
      version: versionAfter(row),
    };
    this.#records.write(after, { ...(owners && { owners }), ...(entitlements && { entitlements }) });
    return after;
  }

  #demandDeletable(id: string): string {
    const row = this.#records.find(id);
    if (!canDelete(row)) throw new ProviderError('forbidden');
    if (row.tiered === true) {
      throw new ProviderError('conflict', 'It has customers of its own', { reason: 'organization-has-children' });
    }
    return id;
  }

  #demandFree(externalId: string | undefined): void {
    if (externalId === undefined || !this.#records.hasExternalId(externalId)) return;
    throw new ProviderError('conflict', 'Another customer has this external ID', {
      reason: 'external-id-taken',
      problem: { fields: [{ field: 'externalId' }] },
    });
  }
}

/** A customer with customers of its own keeps the capabilities that it has (`docs/rules.md §5.3`). */
function demandKept(before: readonly Entitlement[], after: readonly Entitlement[]): void {
  const kept = new Set(after.map(({ capability }) => capability));
  if (before.every(({ capability }) => kept.has(capability))) return;
  throw new ProviderError('conflict', 'Its own customers use a capability', { reason: 'capabilities-in-use' });
}

function summaryOf(
  entitlements: readonly Entitlement[],
  { timeZone, policy }: Call,
  missing?: readonly string[],
): Availability<ExpirationSummary> {
  const value = summarizeEntitlements(entitlements, { timeZone, policy });
  return { state: 'ready', value, ...(missing && { missing }) };
}
