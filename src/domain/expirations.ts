/**
 * When something expires. `'YYYY-MM-DD'` lasts through that day in the time zone and is never converted; a date-time
 * with `Z` or an offset has passed once its instant has. Everything else is unreadable (`docs/rules.md §2.1`).
 */
export type Expiry = string;

/** A right of a customer to use a capability of a product. */
export interface Entitlement {
  readonly id: string;
  /** `'Flexera One'`, `'Snow Atlas'`, or another product's name. */
  readonly product: string;
  readonly capability: string;
  /** `null` never expires. */
  readonly expires: Expiry | null;
  readonly quantity?: number;
}

/** The thresholds that a host may change; labels follow the numbers. */
export interface ExpirationPolicy {
  /** How many days an expiry counts as recent. Default 30. */
  readonly graceDays: number;
  /** "Expires in n days", ascending. Default 30 and 60. */
  readonly horizons: readonly number[];
  /**
   * Whether an entitlement is a product right that can expire. Default: all but the platform capabilities `iam` and
   * `msp`, which every organization always has.
   */
  readonly countsCapability: (entitlement: Entitlement) => boolean;
}

/** The moment, place and thresholds that expirations are judged by. */
export interface ExpirationClock {
  readonly now: Date;
  /** IANA time zone. Default of the elements: `UTC`. */
  readonly timeZone: string;
  readonly policy: ExpirationPolicy;
}

/** What the overview needs of a customer's counted entitlements; right at any later `now`. */
export interface ExpirationSummary {
  /** Counted entitlements that never expire. */
  readonly undated: number;
  /** Counted entitlements whose date could not be read. */
  readonly unreadable: number;
  /** Every counted dated expiry, earliest first. */
  readonly dates: readonly Expiry[];
}

/** The Upcoming Expirations cell (`docs/rules.md §2.2`). */
export type UpcomingExpiration =
  | { readonly kind: 'date'; readonly expiry: Expiry; readonly daysLeft: number }
  | { readonly kind: 'no-expirations' }
  | { readonly kind: 'no-entitlements' }
  | { readonly kind: 'unknown'; readonly reason: 'forbidden' | 'not-applicable' | 'unavailable' | 'incomplete' }
  | { readonly kind: 'pending' };

/** The Expiration Status cell (`docs/rules.md §2.3`). */
export type ExpirationStatus =
  | { readonly kind: 'expired' }
  | { readonly kind: 'expires-in'; readonly days: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly reason: 'forbidden' | 'not-applicable' | 'unavailable' | 'incomplete' }
  | { readonly kind: 'pending' };
