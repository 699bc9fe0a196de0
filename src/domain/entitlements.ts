import { calendarDayOf } from './calendar.js';
import { compareExpiries, daysLeft, hasExpired, parseExpiry, type ParsedExpiry } from './expiry.js';
import {
  horizonOf,
  type Entitlement,
  type Expiry,
  type ExpirationClock,
  type ExpirationSummary,
} from './expirations.js';

/**
 * Where one entitlement stands (`docs/rules.md §2.6`). `daysLeft` is in calendar days and negative in the past.
 *
 * - `expired`: recently, within the days of grace; `long-expired`: before them.
 * - `expires-in`: within `days`, the smallest horizon that fits; `active`: later than every horizon.
 * - `undated`: never expires.
 * - `unreadable`: its date could not be read, or there is no valid `now` to judge it by.
 */
export type EntitlementStatus =
  | { readonly kind: 'expired' | 'long-expired' | 'active'; readonly daysLeft: number }
  | { readonly kind: 'expires-in'; readonly days: number; readonly daysLeft: number }
  | { readonly kind: 'undated' | 'unreadable' };

/**
 * What the overview's cells need to know of a customer's entitlements; only those go in that the policy's
 * `countsCapability` counts. Never throws for values of their types, unless `countsCapability` does.
 */
export function summarizeEntitlements(
  entitlements: Iterable<Entitlement>,
  { timeZone, policy }: Omit<ExpirationClock, 'now'>,
): ExpirationSummary {
  let undated = 0;
  let unreadable = 0;
  const dated: { readonly expiry: Expiry; readonly parsed: ParsedExpiry }[] = [];
  for (const entitlement of entitlements) {
    if (!policy.countsCapability(entitlement)) continue;
    const expiry = entitlement.expires;
    const parsed = parseExpiry(expiry, timeZone);
    if (expiry === null) undated += 1;
    else if (!parsed) unreadable += 1;
    else dated.push({ expiry, parsed });
  }
  // two spellings of one instant keep one order, so that equal lists have equal summaries
  dated.sort((a, b) => compareExpiries(a.parsed, b.parsed) || compareText(a.expiry, b.expiry));
  return { undated, unreadable, dates: dated.map(({ expiry }) => expiry) };
}

/**
 * The status of one line of the expirations slideout. Counted or not, every entitlement has one. Never throws for
 * values of its types, however the date reads.
 */
export function entitlementStatus(
  { expires }: Pick<Entitlement, 'expires'>,
  { now, timeZone, policy }: ExpirationClock,
): EntitlementStatus {
  if (expires === null) return { kind: 'undated' };
  const expiry = parseExpiry(expires, timeZone);
  const today = calendarDayOf(now, timeZone);
  if (!expiry || Number.isNaN(today)) return { kind: 'unreadable' };
  const left = daysLeft(expiry, today);
  if (hasExpired(expiry, now, today)) {
    return { kind: left >= -policy.graceDays ? 'expired' : 'long-expired', daysLeft: left };
  }
  const days = horizonOf(left, policy);
  return days === undefined ? { kind: 'active', daysLeft: left } : { kind: 'expires-in', days, daysLeft: left };
}

/**
 * The order of the expirations slideout (`docs/rules.md §2.6`): soonest first, then undated, then unreadable ones;
 * of what is equal there Flexera One first, then Snow Atlas, then other products. Leaves the given list as it is.
 */
export function sortEntitlements(
  entitlements: Iterable<Entitlement>,
  { timeZone }: Pick<ExpirationClock, 'timeZone'>,
): Entitlement[] {
  return Array.from(entitlements, (entitlement) => ({ entitlement, ...placeOf(entitlement, timeZone) }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        (a.parsed && b.parsed ? compareExpiries(a.parsed, b.parsed) : 0) ||
        productRank(a.entitlement) - productRank(b.entitlement) ||
        compareText(a.entitlement.product, b.entitlement.product) ||
        compareText(a.entitlement.capability, b.entitlement.capability) ||
        compareText(a.entitlement.id, b.entitlement.id),
    )
    .map(({ entitlement }) => entitlement);
}

function placeOf({ expires }: Entitlement, timeZone: string): { rank: number; parsed?: ParsedExpiry } {
  if (expires === null) return { rank: 1 };
  const parsed = parseExpiry(expires, timeZone);
  return parsed ? { rank: 0, parsed } : { rank: 2 };
}

const firstProducts = ['Flexera One', 'Snow Atlas'];

function productRank({ product }: Entitlement): number {
  const index = firstProducts.indexOf(product);
  return index < 0 ? firstProducts.length : index;
}

/** By code unit: the same in every language, as an order that only breaks ties should be. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
