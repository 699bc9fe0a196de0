import { dayLength } from '../domain/calendar.js';
import type { Availability } from '../domain/availability.js';
import type { Customer } from '../domain/customer.js';
import { summarizeEntitlements } from '../domain/entitlements.js';
import {
  defaultExpirationPolicy,
  type Entitlement,
  type Expiry,
  type ExpirationSummary,
} from '../domain/expirations.js';
import type { Chance } from './chance.js';

/** Days left of each entitlement; `Infinity` never expires, `NaN` cannot be read. */
type DaysLeft = readonly number[];

type Case =
  | { readonly days: DaysLeft; readonly missing?: readonly string[] }
  | { readonly hours: number }
  | { readonly state: 'pending' | 'forbidden' | 'not-applicable' | 'unavailable' };

/** Every case of the rules for the two columns (`docs/rules.md §2`), at the default thresholds. */
const cases: readonly Case[] = [
  ...[[10, 200], [0], [30], [31], [60], [61], [-5, 90], [-5], [-30], [-31], [-31, 20], [-31, 90]].map((days) => ({
    days,
  })),
  ...[[Infinity], [Infinity, -31], [Infinity, -5], [], [-5, 10], [NaN], [NaN, 45]].map((days) => ({ days })),
  ...[[10], [Infinity], []].map((days) => ({ days, missing: ['Snow Atlas'] })),
  { hours: -3 },
  { hours: 3 },
  { state: 'pending' },
  { state: 'forbidden' },
  { state: 'not-applicable' },
  { state: 'unavailable' },
];

/** Every third customer is one of the {@link cases}, in turn; the others are what a healthy list mostly holds. */
export function sampleExpirations(index: number, now: Date, chance: Chance): Availability<ExpirationSummary> {
  const usual = { days: Array.from({ length: chance.between(1, 5) }, () => usualDaysLeft(chance)) };
  const one: Case = (index % 3 === 0 ? cases[(index / 3) % cases.length] : undefined) ?? usual;
  if ('state' in one) return { state: one.state };
  if ('hours' in one) {
    const expiry = new Date(now.getTime() + one.hours * 3_600_000).toISOString();
    return { state: 'ready', value: summaryOf([expiry]) };
  }
  const value = summaryOf(one.days.map((days) => expiryIn(days, now)));
  return one.missing ? { state: 'ready', value, missing: one.missing } : { state: 'ready', value };
}

/**
 * The entitlements behind a customer's summary: summarized, they give the summary again. Every organization also has
 * the platform capability `iam`, which is not counted. Empty where the customer has no summary.
 */
export function sampleEntitlements(customer: Customer): readonly Entitlement[] {
  const { expirations } = customer;
  if (expirations.state !== 'ready') return [];
  const { dates, undated, unreadable } = expirations.value;
  const missing = expirations.missing ?? [];
  const rights = capabilities.filter(({ product }) => !missing.includes(product));
  const expiries: readonly (Expiry | null)[] = [
    ...dates,
    ...Array<null>(undated).fill(null),
    ...Array<Expiry>(unreadable).fill(unreadableExpiry),
  ];
  const counted = expiries.map((expires, index): Entitlement => {
    // starts elsewhere in the list for each customer, so that they do not all have the same ones
    const right = rights[(customer.name.length + index) % rights.length] ?? capabilities[0];
    return {
      id: `${customer.id}-${index + 1}`,
      ...right,
      expires,
      quantity: 50 * (1 + ((customer.name.length + index) % 9)),
    };
  });
  return [{ id: `${customer.id}-0`, product: 'Flexera One', capability: 'iam', expires: null }, ...counted];
}

const unreadableExpiry = 'next spring';

const capabilities = [
  { product: 'Flexera One', capability: 'IT Visibility' },
  { product: 'Snow Atlas', capability: 'Software Asset Management' },
  { product: 'Flexera One', capability: 'IT Asset Management' },
  { product: 'Flexera One', capability: 'Cloud Cost Optimization' },
  { product: 'Snow Atlas', capability: 'SaaS Management' },
  { product: 'Flexera One', capability: 'Cloud Migration and Modernization' },
  { product: 'Flexera One', capability: 'Automation' },
] as const;

function usualDaysLeft(chance: Chance): number {
  if (chance.happens(0.1)) return Infinity;
  if (chance.happens(0.03)) return chance.between(-90, -1);
  return chance.happens(0.08) ? chance.between(0, 60) : chance.between(61, 1000);
}

function expiryIn(days: number, now: Date): Expiry | null {
  if (days === Infinity) return null;
  return Number.isNaN(days) ? unreadableExpiry : new Date(now.getTime() + days * dayLength).toISOString().slice(0, 10);
}

function summaryOf(expiries: readonly (Expiry | null)[]): ExpirationSummary {
  const entitlements = expiries.map((expires, index) => ({ id: `${index}`, product: '', capability: '', expires }));
  return summarizeEntitlements(entitlements, { timeZone: 'UTC', policy: defaultExpirationPolicy });
}
