import type { ErrorCode } from '../domain/availability.js';
import type { Beacon, BeaconSummary } from '../domain/beacons.js';
import type { Availability } from '../domain/availability.js';
import type { Customer, CustomerDetails, Owner } from '../domain/customer.js';
import type { Entitlement, Expiry, ExpirationPolicy, ExpirationSummary } from '../domain/expirations.js';
import type { CustomersFilter, CustomersQuery, CustomersSortField } from '../domain/query.js';
import type { RefusalReason } from '../domain/refusal-reason.js';
import type { RefusedField } from './provider-error.js';

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
  /** The thresholds that expirations are judged by, and which entitlements count. */
  readonly policy: ExpirationPolicy;
}

/** A call that changes something. */
export interface MutationCall extends Call {
  /** The same key for the same intent, however often it is sent. */
  readonly idempotencyKey: string;
  /** The version that the viewer saw; a provider refuses with `conflict` when it has moved on. */
  readonly ifVersion?: string;
}

/** A capability that a customer may be given. */
export interface OfferedCapability {
  /** What drafts, patches and details call it, for example `optima`. */
  readonly capability: string;
  /** What a reader calls it. Default: `capability`. */
  readonly name?: string;
}

/** What a provider offers; the elements offer no more than this. */
export interface ProviderDescription {
  /** Version of this description's shape. */
  readonly version: 1;
  /** Which columns it can sort by; absent: all. */
  readonly sortable?: readonly CustomersSortField[];
  /** `offset` lists can be entered anywhere; `cursor` lists scroll as far as they have loaded. Default `offset`. */
  readonly paging?: 'offset' | 'cursor';
  /** What it can filter by; absent: everything. */
  readonly filterable?: readonly CustomersFilter[];
  /** Whether it honours {@link CustomersQuery.pinned}. Default false. */
  readonly pins?: boolean;
  /** Whether it counts customers by status where a query asks for it ({@link CustomersPage.statusCounts}). Default false. */
  readonly statusCounts?: boolean;
  /**
   * `managed`: only managed customers are listed, because nobody here can tell who granted access
   * (`docs/rules.md §1.1`). Absent: everybody is.
   */
  readonly scope?: 'managed';
  /** What the viewer may do, whatever the rows say. Absent means denied. */
  readonly can?: { readonly add?: boolean };
  /**
   * Whether a change of a version that is not the latest any more is refused (`call.ifVersion`). Without, two people
   * editing at once are told apart by reading before and after each change, which may be a moment too late. Default
   * false.
   */
  readonly versioned?: boolean;
  /**
   * The capabilities that the viewer's organization has, and so may give to a customer (`docs/rules.md §5.1`). Absent: not
   * known here, and left to the provider to refuse.
   */
  readonly capabilities?: readonly OfferedCapability[];
  /** The provider's own thresholds, where it fixes them: they win over the element's. */
  readonly policy?: ExpirationPolicy;
}

/** A window of a result. */
export interface CustomersPage {
  /** The rows, in the order of the query; at most `page.limit`. Fewer say where the list ends, if no total does. */
  readonly items: readonly Customer[];
  /** Where the window begins, counted in rows from 0; absent: where it was asked to. */
  readonly offset?: number;
  /** What the next page of a `cursor` list is asked with; absent at its end. */
  readonly nextCursor?: string;
  /**
   * Names the result that this is a window of, the same in every window of it, so that rows of two results are never
   * mixed. Another name than the one given back with the query says that the result is another by now: the list is read
   * anew. Absent: the provider cannot tell.
   */
  readonly snapshot?: string;
  /**
   * How many customers the query finds. `exact` is taken at its word, `estimate` may be off either way, and of
   * `at-least` there may be more; of both, the rows that come decide. Absent: the list grows as it is scrolled.
   */
  readonly total?: { readonly value: number; readonly precision: 'exact' | 'estimate' | 'at-least' };
  /** How many customers have each status: ignores `statuses` and keeps every other part of the query. Keys: each status, `none`, `unknown`, `all`. */
  readonly statusCounts?: Readonly<Record<string, number>>;
  /** The result was sorted or filtered by a column (`field`) that is there for `known` of `of` customers as yet. */
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
    readonly error?: {
      readonly code: ErrorCode;
      /** Why it was refused, where the code alone says too little. */
      readonly reason?: RefusalReason;
      /** The same in the server's words, for this item. */
      readonly message?: string;
      /** Which fields of a draft are to blame. */
      readonly fields?: readonly RefusedField[];
    };
  }[];
}

/**
 * A hint that something changed; never rows.
 *
 * - `changed`: facts of these customers, by organization ID. They are asked for by `query.ids`; none moves.
 * - `invalidated`: anything else, such as customers that are new or gone. The description is read anew, and a newer list
 *   is offered.
 * - `progress`: a late column (`field`) is there for `known` of `of` customers.
 */
export type CustomersHint =
  | { readonly type: 'changed'; readonly ids: readonly string[] }
  | { readonly type: 'invalidated' }
  | { readonly type: 'progress'; readonly field: string; readonly known: number; readonly of: number };

/**
 * The data boundary: questions of the domain, each a promise that takes an `AbortSignal`. Only `listCustomers` is
 * required; the elements offer only what is there.
 *
 * A question that fails rejects with a {@link ProviderError}, or with anything else that has its `code`
 * (`docs/decisions/0007-coded-errors.md`). Whatever is asked, that is `unauthenticated` where the session has ended,
 * `forbidden` where the viewer may not see it, and `rate-limited`, `timeout`, `offline` or `unavailable` where asking
 * again may help. Once `signal` has aborted nobody looks at the outcome.
 */
export interface CustomersProvider {
  /**
   * A window of the customers that a query finds, in its order. A part of the query that is not understood has to be
   * refused, never passed over: who filters and gets everybody is misled. With {@link subscribe}, `query.ids` is asked
   * for after each hint that customers have changed.
   *
   * @throws `invalid-query` for a query that cannot be answered, `unsupported` for a part of it that is not offered.
   */
  listCustomers(query: CustomersQuery, call: Call): Promise<CustomersPage>;
  /**
   * What the provider offers and the viewer may do. Asked when an element gets the provider, and again on a refresh.
   * Until a first answer is there, nothing is permitted and the defaults hold.
   */
  describe?(call: Call): Promise<ProviderDescription>;
  /**
   * Late columns of some customers, one call for the rows in view. An ID that is missing from the map means:
   * unavailable.
   */
  enrichCustomers?(ids: readonly string[], call: Call): Promise<ReadonlyMap<string, CustomerEnrichment>>;
  /**
   * One customer with what its details show.
   *
   * @throws `not-found` where there is none by that ID.
   */
  getCustomer?(id: string, call: Call): Promise<CustomerDetails>;
  /**
   * Everything that a customer is entitled to, of every product, counted or not, in any order. An empty list says that
   * there is nothing (`docs/rules.md §2.5`), so what is not known has to be refused.
   *
   * @throws `not-found` for a customer that does not exist, or no longer; `unsupported` for one whose entitlements the
   *   provider does not have.
   */
  listEntitlements?(customerId: string, call: Call): Promise<readonly Entitlement[]>;
  /**
   * Every beacon of a customer, in any order. An empty list says that there is none.
   *
   * @throws As {@link listEntitlements}.
   */
  listBeacons?(customerId: string, call: Call): Promise<readonly Beacon[]>;
  /**
   * Creates at most 100 customers, and says for each draft, by its `key`, what became of it. Rejects only where nothing
   * was created. Called again with the same `idempotencyKey`, it creates nothing twice.
   *
   * @throws `invalid-input` for more than 100: none is left out in silence.
   */
  createCustomers?(drafts: readonly CustomerDraft[], call: MutationCall): Promise<BulkResult>;
  /**
   * Changes the fields that the patch names, and gives the customer as it is then.
   *
   * @throws `conflict` where the customer is at another version than `call.ifVersion`, `not-found` where it is gone,
   *   `invalid-input` for a patch that cannot be carried out.
   */
  updateCustomer?(id: string, patch: CustomerPatch, call: MutationCall): Promise<CustomerDetails>;
  /**
   * Deletes at most 100 customers for good, and says for each, by its ID, what became of it. Rejects only where nothing
   * was deleted.
   *
   * @throws As {@link createCustomers}.
   */
  deleteCustomers?(ids: readonly string[], call: MutationCall): Promise<BulkResult>;
  /** Tells of changes by calling `listener`, until `signal` aborts. The changes themselves are asked for. */
  subscribe?(listener: (hint: CustomersHint) => void, options: { readonly signal: AbortSignal }): void;
}
