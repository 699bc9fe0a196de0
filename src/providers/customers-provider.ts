import type { ErrorCode } from '../domain/availability.js';
import type { Beacon, BeaconSummary } from '../domain/beacons.js';
import type { Availability } from '../domain/availability.js';
import type { Customer, CustomerDetails, Owner } from '../domain/customer.js';
import type { Entitlement, Expiry, ExpirationPolicy, ExpirationSummary } from '../domain/expirations.js';
import type { CustomersQuery, CustomersSortField } from '../domain/query.js';

/** What accompanies every question to a provider. */
export interface Call {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** BCP 47 language tag of the reader, for collation; one that is none counts as no language in particular. */
  readonly locale: string;
  /** IANA time zone in which calendar days are counted; an unknown one counts as UTC. */
  readonly timeZone: string;
  /** The moment that expirations are judged at. */
  readonly now: Date;
  readonly policy: ExpirationPolicy;
}

/** A call that changes something. */
export interface MutationCall extends Call {
  /** The same key for the same intent, however often it is sent. */
  readonly idempotencyKey: string;
  /** The version that the viewer saw; a provider refuses with `conflict` when it has moved on. */
  readonly ifVersion?: string;
}

/** What a provider offers; the elements offer no more than this. */
export interface ProviderDescription {
  /** Version of this description's shape. */
  readonly version: 1;
  /** Which columns it can sort by; absent: all. */
  readonly sortable?: readonly CustomersSortField[];
  /** `offset` lists can be entered anywhere; `cursor` lists scroll as far as they have loaded. Default `offset`. */
  readonly paging?: 'offset' | 'cursor';
  /** Honours {@link CustomersQuery.pinned}. */
  readonly pins?: boolean;
  /** What the viewer may do, whatever the rows say. Absent means denied. */
  readonly can?: { readonly add?: boolean };
  /** The provider's own thresholds, where it fixes them: they win over the element's. */
  readonly policy?: ExpirationPolicy;
}

/** A window of a result. */
export interface CustomersPage {
  readonly items: readonly Customer[];
  /** Where the window begins; absent: where it was asked to. */
  readonly offset?: number;
  /** Absent at the end of a `cursor` list. */
  readonly nextCursor?: string;
  /** Names the result that this is a window of. Another name than the one given back: the result is another by now. */
  readonly snapshot?: string;
  readonly total?: { readonly value: number; readonly precision: 'exact' | 'estimate' | 'at-least' };
  /** Ignores `statuses` and keeps every other part of the query. Keys: each status, `none`, `unknown`, `all`. */
  readonly statusCounts?: Readonly<Record<string, number>>;
  /** The result was sorted or filtered by a column that is not all there yet. */
  readonly incomplete?: { readonly field: string; readonly known: number; readonly of: number };
  /** ISO 8601 instant: the age of the data. */
  readonly asOf?: string;
  /** ISO 8601 instant: the server's clock, where it gives one. */
  readonly serverTime?: string;
}

/** Columns that came later than their row. */
export interface CustomerEnrichment {
  readonly beacons?: Availability<BeaconSummary>;
  readonly expirations?: Availability<ExpirationSummary>;
}

/** A customer to be created. */
export interface CustomerDraft {
  /** Names the draft in the outcome. */
  readonly key: string;
  readonly name: string;
  readonly externalId?: string;
  readonly description?: string;
  readonly owners: readonly Owner[];
  readonly capabilities: readonly { readonly capability: string; readonly expires?: Expiry }[];
}

/** Changed fields of one customer; what is absent stays as it is. */
export type CustomerPatch = Partial<Omit<CustomerDraft, 'key'>>;

/** An outcome for each item of a bulk call. */
export interface BulkResult {
  readonly outcomes: readonly {
    /** The draft's key, or the customer's ID. */
    readonly key: string;
    readonly id?: string;
    readonly error?: { readonly code: ErrorCode; readonly message?: string };
  }[];
}

/** A hint that something changed; never rows. */
export type CustomersHint =
  | { readonly type: 'changed'; readonly ids: readonly string[] }
  | { readonly type: 'invalidated' }
  | { readonly type: 'progress'; readonly field: string; readonly known: number; readonly of: number };

/**
 * The data boundary: questions of the domain, each a promise that takes an `AbortSignal` and may reject with a
 * {@link ProviderError}. Only `listCustomers` is required; the elements offer only what is there.
 */
export interface CustomersProvider {
  listCustomers(query: CustomersQuery, call: Call): Promise<CustomersPage>;
  describe?(call: Call): Promise<ProviderDescription>;
  /** One call for the rows in view. An id missing from the map means: unavailable. */
  enrichCustomers?(ids: readonly string[], call: Call): Promise<ReadonlyMap<string, CustomerEnrichment>>;
  getCustomer?(id: string, call: Call): Promise<CustomerDetails>;
  listEntitlements?(customerId: string, call: Call): Promise<readonly Entitlement[]>;
  listBeacons?(customerId: string, call: Call): Promise<readonly Beacon[]>;
  /** At most 100 drafts; an outcome for each. */
  createCustomers?(drafts: readonly CustomerDraft[], call: MutationCall): Promise<BulkResult>;
  updateCustomer?(id: string, patch: CustomerPatch, call: MutationCall): Promise<CustomerDetails>;
  /** At most 100 ids; an outcome for each. */
  deleteCustomers?(ids: readonly string[], call: MutationCall): Promise<BulkResult>;
  /** Calls `listener` until `signal` aborts. */
  subscribe?(listener: (hint: CustomersHint) => void, options: { readonly signal: AbortSignal }): void;
}
