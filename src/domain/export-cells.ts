import { beaconCount } from './beacons.js';
import { dayLength } from './calendar.js';
import { displayName, type Customer } from './customer.js';
import {
  expirationStatus,
  upcomingExpiration,
  type ExpirationClock,
  type ExpirationStatus,
  type UpcomingExpiration,
} from './expirations.js';
import { parseExpiry } from './expiry.js';
import type { CustomersSortField } from './query.js';

/** A cell of an exported file: a text, a number, or a calendar day as days since 1970-01-01. */
export type ExportCell = string | number | { readonly day: number };

/** What cells say that hold no value of their own, as on screen. */
export interface ExportWords {
  /** In the place of what has not come yet: an empty cell would read as nothing at all (`docs/rules.md §2.5`). */
  readonly notLoaded: string;
  /** In the place of a customer that could not be read. */
  readonly unreadable: string;
  readonly beacons: {
    readonly notApplicable: string;
    readonly unknown: Readonly<Record<'forbidden' | 'unavailable', string>>;
  };
  readonly expirations: {
    readonly noExpirations: string;
    readonly noEntitlements: string;
    readonly unknown: Readonly<Record<(UpcomingExpiration & { kind: 'unknown' })['reason'], string>>;
    readonly expired: string;
    readonly expiresIn: (days: number) => string;
    /** Of a status that says that nothing is due. */
    readonly none: string;
  };
}

/** What the cells of an exported file are made by. */
export interface ExportContext {
  readonly clock: ExpirationClock;
  readonly words: ExportWords;
}

const cells: Readonly<Record<CustomersSortField, (customer: Customer, context: ExportContext) => ExportCell>> = {
  name: displayName,
  id: ({ id }) => id,
  externalId: ({ externalId = '' }) => externalId,
  beacons: ({ beacons }, { words }) => {
    const count = beaconCount(beacons);
    if (count.kind === 'count') return count.total;
    if (count.kind === 'pending') return words.notLoaded;
    return count.kind === 'not-applicable' ? words.beacons.notApplicable : words.beacons.unknown[count.reason];
  },
  upcomingExpiration: ({ expirations }, context) =>
    upcomingExpirationCell(upcomingExpiration(expirations, context.clock), context),
  expirationStatus: ({ expirations }, { clock, words }) => statusCell(expirationStatus(expirations, clock), words),
};

/** A customer's cells, in the order of the columns; only an external ID may be empty. */
export function exportCells(
  customer: Customer,
  columns: readonly CustomersSortField[],
  context: ExportContext,
): readonly ExportCell[] {
  return columns.map((column) => cells[column](customer, context));
}

/** The cells of a customer that could not be read: its ID, as far as it is known, and that it could not. */
export function unreadableCells(
  id: string | undefined,
  columns: readonly CustomersSortField[],
  words: ExportWords,
): readonly ExportCell[] {
  const saying = columns.find((column) => column !== 'id');
  return columns.map((column) => (column === saying ? words.unreadable : column === 'id' ? (id ?? '') : ''));
}

function upcomingExpirationCell(expiration: UpcomingExpiration, { clock, words }: ExportContext): ExportCell {
  switch (expiration.kind) {
    case 'date': {
      const parsed = parseExpiry(expiration.expiry, clock.timeZone);
      return parsed ? { day: parsed.day } : expiration.expiry;
    }
    case 'no-expirations':
      return words.expirations.noExpirations;
    case 'no-entitlements':
      return words.expirations.noEntitlements;
    case 'unknown':
      return words.expirations.unknown[expiration.reason];
    case 'pending':
      return words.notLoaded;
  }
}

function statusCell(status: ExpirationStatus, { expirations, notLoaded }: ExportWords): string {
  switch (status.kind) {
    case 'expires-in':
      return expirations.expiresIn(status.days);
    case 'unknown':
      return expirations.unknown[status.reason];
    case 'pending':
      return notLoaded;
    case 'expired':
    case 'none':
      return expirations[status.kind];
  }
}

/** A calendar day as `YYYY-MM-DD`. */
export function isoDay(day: number): string {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}

/**
 * What a spreadsheet takes for the beginning of a formula: in any width, and behind what nobody sees, because some
 * spreadsheets take that away first. A tab, a line end and NUL at the beginning have let formulas through by themselves.
 */
const formula = /^[\s\p{C}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n\0]/u;

/** Text that no spreadsheet computes when it opens a CSV file, where quotes do not stop it: an apostrophe does. */
export function withoutFormula(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}
