import type { Availability } from '../src/domain/availability.js';
import type { Customer } from '../src/domain/customer.js';
import { summarizeEntitlements } from '../src/domain/entitlements.js';
import { defaultExpirationPolicy, type ExpirationSummary } from '../src/domain/expirations.js';
import { dateIn, now } from './moment.js';

/** One row of the table in `docs/rules.md §2.7`. */
export interface RulesRow {
  /** Its number in the table. */
  readonly row: number;
  /** Days left, as the table writes them; ∞ is undated. */
  readonly capabilities: string;
  /** The cases that the row names, in its order, each with the date that it shows where it shows one. */
  readonly cases: readonly { readonly expirations: Availability<ExpirationSummary>; readonly date?: string }[];
  /** What Upcoming Expirations shows. */
  readonly upcoming: 'date' | 'No expirations' | 'No entitlements' | '-';
  readonly status: 'Expired' | 'Expires in 30 days' | 'Expires in 60 days' | '-';
}

/** Days left; a date-time or an unreadable date as it is; `null` is undated. */
type Expires = number | string | null;

function having(expires: readonly Expires[], missing?: readonly string[]): Availability<ExpirationSummary> {
  const entitlements = expires.map((expiry, index) => ({
    id: String(index),
    product: 'Flexera One',
    capability: 'optima',
    expires: typeof expiry === 'number' ? dateIn(expiry) : expiry,
  }));
  return {
    state: 'ready',
    value: summarizeEntitlements(entitlements, { timeZone: 'UTC', policy: defaultExpirationPolicy }),
    ...(missing && { missing }),
  };
}

const onlyPlatform: Availability<ExpirationSummary> = {
  state: 'ready',
  value: summarizeEntitlements([{ id: '0', product: 'Flexera One', capability: 'iam', expires: null }], {
    timeZone: 'UTC',
    policy: defaultExpirationPolicy,
  }),
};

const earlierToday = new Date(now.getTime() - 3 * 3_600_000).toISOString();
const withoutAtlas = ['Snow Atlas'];

/** A case that shows the date with so many days left. */
const showing = (daysLeft: number, expires: readonly Expires[], missing?: readonly string[]) => ({
  expirations: having(expires, missing),
  date: dateIn(daysLeft),
});
const without = (expires: readonly Expires[], missing?: readonly string[]) => ({
  expirations: having(expires, missing),
});

/** Every row of the table in `docs/rules.md §2.7`. */
// prettier-ignore
export const rules: readonly RulesRow[] = [
  { row: 1, capabilities: '+10, +200', cases: [showing(10, [10, 200])], upcoming: 'date', status: 'Expires in 30 days' },
  { row: 2, capabilities: '0, not yet past', cases: [showing(0, [0])], upcoming: 'date', status: 'Expires in 30 days' },
  { row: 3, capabilities: '+30', cases: [showing(30, [30])], upcoming: 'date', status: 'Expires in 30 days' },
  { row: 4, capabilities: '+31 or +60', cases: [showing(31, [31]), showing(60, [60])], upcoming: 'date', status: 'Expires in 60 days' },
  { row: 5, capabilities: '+61', cases: [showing(61, [61])], upcoming: 'date', status: '-' },
  { row: 6, capabilities: '−5, +90', cases: [showing(90, [-5, 90])], upcoming: 'date', status: 'Expired' },
  { row: 7, capabilities: '−5 or −30', cases: [without([-5]), without([-30])], upcoming: 'No expirations', status: 'Expired' },
  { row: 8, capabilities: '−31', cases: [without([-31])], upcoming: 'No entitlements', status: '-' },
  { row: 9, capabilities: '−31, +20', cases: [showing(20, [-31, 20])], upcoming: 'date', status: 'Expires in 30 days' },
  { row: 10, capabilities: '−31, +90', cases: [showing(90, [-31, 90])], upcoming: 'date', status: '-' },
  { row: 11, capabilities: '∞ or (∞, −31)', cases: [without([null]), without([null, -31])], upcoming: 'No expirations', status: '-' },
  { row: 12, capabilities: '∞, −5', cases: [without([null, -5])], upcoming: 'No expirations', status: 'Expired' },
  { row: 13, capabilities: 'none, or only iam ∞', cases: [without([]), { expirations: onlyPlatform }], upcoming: 'No entitlements', status: '-' },
  { row: 14, capabilities: 'absent, forbidden or failed', cases: [{ expirations: { state: 'unavailable' } }, { expirations: { state: 'forbidden' } }, { expirations: { state: 'unavailable', code: 'timeout' } }], upcoming: '-', status: '-' },
  { row: 15, capabilities: '−5, +10', cases: [showing(10, [-5, 10])], upcoming: 'date', status: 'Expired' },
  { row: 16, capabilities: 'a date-time earlier today', cases: [without([earlierToday])], upcoming: 'No expirations', status: 'Expired' },
  { row: 17, capabilities: 'only unreadable dates', cases: [without(['next spring'])], upcoming: '-', status: '-' },
  { row: 18, capabilities: '+10, a source missing', cases: [showing(10, [10], withoutAtlas)], upcoming: 'date', status: 'Expires in 30 days' },
  { row: 19, capabilities: '∞ or none, a source missing', cases: [without([null], withoutAtlas), without([], withoutAtlas)], upcoming: '-', status: '-' },
];

/** One row of the table, by its number. */
export function rulesRow(row: number): RulesRow {
  const found = rules.find((candidate) => candidate.row === row);
  if (!found) throw new RangeError(`The table has no row ${row}`);
  return found;
}

/** One customer for each case of each row, named after it. */
export const customersOfRules: readonly Customer[] = rules.flatMap(({ row, capabilities, cases }) =>
  cases.map(({ expirations }, index) => ({
    id: String(1000 + 10 * row + index),
    name: `Row ${String(row).padStart(2, '0')}: ${capabilities}${cases.length > 1 ? ` (${index + 1})` : ''}`,
    externalId: `§2.7 #${row}`,
    relationship: 'managed',
    beacons: { state: 'ready', value: { total: row, unhealthy: 0 } },
    expirations,
  })),
);
