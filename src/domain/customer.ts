import type { Availability } from './availability.js';
import type { BeaconSummary } from './beacons.js';
import type { ExpirationSummary, Expiry } from './expirations.js';

/**
 * Who owns the customer's system and its commercial relationship.
 *
 * - `managed`: the viewer's organization does; the customer is one of its child organizations.
 * - `granted`: the customer does, and granted the viewer access: never edited, never deleted (`docs/rules.md §3.1`).
 */
export type Relationship = 'managed' | 'granted';

/** One row of the overview. */
export interface Customer {
  /** The organization ID, as shown. Unique within a provider. */
  readonly id: string;
  readonly name: string;
  readonly externalId?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly relationship: Relationship;
  /** Has child organizations of its own. */
  readonly tiered?: boolean;
  readonly beacons: Availability<BeaconSummary>;
  readonly expirations: Availability<ExpirationSummary>;
  /** What the viewer may do with this customer. Absent means denied. */
  readonly can?: { readonly edit?: boolean; readonly delete?: boolean };
  /** An opaque version for conflict detection. */
  readonly version?: string;
}

/** What a customer is called: its name, or its organization ID where the name is blank, so that no link is nameless. */
export function displayName({ name, id }: Pick<Customer, 'name' | 'id'>): string {
  return name.trim() || id;
}

/** A customer organization's owner. */
export interface Owner {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
}

/** A capability that a customer has, as patches name it. */
export interface CustomerCapability {
  /** As in `optima`. */
  readonly capability: string;
  /** Absent: it does not expire. */
  readonly expires?: Expiry;
  /** The customer's own customers use it, so that it cannot be removed (`docs/rules.md §5.3`). */
  readonly inUse?: boolean;
}

/** One customer with what the details show besides the row. */
export interface CustomerDetails extends Customer {
  readonly owners: Availability<readonly Owner[]>;
  /** What may be given and taken by a patch, at this version. Absent: not known here, and left as it is. */
  readonly capabilities?: Availability<readonly CustomerCapability[]>;
}
