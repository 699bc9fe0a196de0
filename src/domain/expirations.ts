import type { Availability } from './availability.js';
import { calendarDayOf } from './calendar.js';
import { compareExpiries, daysLeft, hasExpired, parseExpiry, type ParsedExpiry } from './expiry.js';

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
   * `msp`, which every organization always has. Read where a summary is made: by `summarizeEntitlements`, and by a
   * provider that gets it with each call. Elements show summaries, so it changes nothing that was summed up before.
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

const platformCapabilities: ReadonlySet<string> = new Set(['iam', 'msp']);

/** 30 days of grace; horizons 30 and 60; every capability counts but the platform's `iam` and `msp`, in any case. */
export const defaultExpirationPolicy: ExpirationPolicy = Object.freeze({
  graceDays: 30,
  horizons: Object.freeze([30, 60]),
  countsCapability: (entitlement: Entitlement) => !platformCapabilities.has(entitlement.capability.toLowerCase()),
});

/** The smallest horizon that a coming expiry lies within, whatever the order of the horizons; else `undefined`. */
export function horizonOf(daysLeft: number, policy: ExpirationPolicy): number | undefined {
  let smallest: number | undefined;
  for (const horizon of policy.horizons) {
    if (daysLeft <= horizon && (smallest === undefined || horizon < smallest)) smallest = horizon;
  }
  return smallest;
}

/** How urgent an expiry is that lies within this horizon: `soon` for the nearest of the policy, `later` for others. */
export function urgencyOf(horizon: number, { horizons }: Pick<ExpirationPolicy, 'horizons'>): 'soon' | 'later' {
  return horizon === Math.min(...horizons) ? 'soon' : 'later';
}

/**
 * What the Upcoming Expirations cell says (`docs/rules.md §2.2`). What is incomplete is said as far as it is known,
 * and never more than that (`docs/rules.md §2.4`). An invalid `now` makes a summary unavailable, an unknown time
 * zone counts as UTC. Never throws for values of its types.
 */
export function upcomingExpiration(
  expirations: Availability<ExpirationSummary>,
  clock: ExpirationClock,
): UpcomingExpiration {
  if (expirations.state !== 'ready') return withoutSummary(expirations.state);
  const reading = readSummary(expirations.value, expirations.missing, clock);
  if (!reading) return withoutSummary('unavailable');
  if (reading.next) return { kind: 'date', ...reading.next };
  if (reading.incomplete) return { kind: 'unknown', reason: 'incomplete' };
  return { kind: reading.lasting || reading.recentlyExpired ? 'no-expirations' : 'no-entitlements' };
}

/**
 * What the Expiration Status cell says (`docs/rules.md §2.3`); incomplete data, an invalid `now` and an unknown time
 * zone as in {@link upcomingExpiration}. Never throws for values of its types.
 */
export function expirationStatus(
  expirations: Availability<ExpirationSummary>,
  clock: ExpirationClock,
): ExpirationStatus {
  if (expirations.state !== 'ready') return withoutSummary(expirations.state);
  const reading = readSummary(expirations.value, expirations.missing, clock);
  if (!reading) return withoutSummary('unavailable');
  if (reading.recentlyExpired) return { kind: 'expired' };
  const days = reading.next && horizonOf(reading.next.daysLeft, clock.policy);
  if (days !== undefined) return { kind: 'expires-in', days };
  return reading.incomplete ? { kind: 'unknown', reason: 'incomplete' } : { kind: 'none' };
}

interface SummaryReading {
  readonly next?: { readonly expiry: Expiry; readonly daysLeft: number };
  readonly recentlyExpired: boolean;
  /** Something counted never expires. */
  readonly lasting: boolean;
  /** Something may be counted that is not known here. */
  readonly incomplete: boolean;
}

/** Looks at every date: which comes first may depend on the time zone, and the summary may come from elsewhere. */
function readSummary(
  { undated, unreadable, dates }: ExpirationSummary,
  missing: readonly string[] = [],
  { now, timeZone, policy }: ExpirationClock,
): SummaryReading | undefined {
  const today = calendarDayOf(now, timeZone);
  if (Number.isNaN(today)) return undefined;
  let incomplete = unreadable > 0 || missing.length > 0;
  let recentlyExpired = false;
  let next: { readonly expiry: Expiry; readonly parsed: ParsedExpiry } | undefined;
  for (const expiry of dates) {
    const parsed = parseExpiry(expiry, timeZone);
    if (!parsed) incomplete = true;
    else if (hasExpired(parsed, now, today)) recentlyExpired ||= daysLeft(parsed, today) >= -policy.graceDays;
    else if (!next || compareExpiries(parsed, next.parsed) < 0) next = { expiry, parsed };
  }
  return {
    next: next && { expiry: next.expiry, daysLeft: daysLeft(next.parsed, today) },
    recentlyExpired,
    lasting: undated > 0,
    incomplete,
  };
}

/** What both cells say where there is no summary. */
function withoutSummary(state: 'pending' | 'forbidden' | 'not-applicable' | 'unavailable') {
  return state === 'pending' ? ({ kind: 'pending' } as const) : ({ kind: 'unknown', reason: state } as const);
}
