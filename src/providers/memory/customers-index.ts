import type { Customer } from '../../domain/customer.js';
import { expirationStatus, upcomingExpiration } from '../../domain/expirations.js';
import { parseExpiry } from '../../domain/expiry.js';
import type { CustomersQuery, CustomersSort } from '../../domain/query.js';
import { foldText, matchesSearch, searchTextOf } from '../../domain/search-text.js';
import type { Call } from '../customers-provider.js';
import { beaconsOf, expirationsOf, tagsOf, textOf, type Row } from './row-fields.js';

export interface Result {
  readonly rows: readonly Customer[];
  readonly statusCounts: Readonly<Record<string, number>>;
}

export function answer(customers: readonly Customer[], query: CustomersQuery, call: Call): Result {
  const { search = '', statuses, expiresWithinDays, relationship, tiered, beaconProblems, tags, ids } = query;
  const word = foldText(search);
  const matching = customers.filter((row: Row) => {
    const next = upcomingExpiration(expirationsOf(row), call);
    return (
      matchesSearch(
        searchTextOf({ name: textOf(row, 'name'), id: textOf(row, 'id'), externalId: textOf(row, 'externalId') }),
        word,
      ) &&
      (expiresWithinDays === undefined || (next.kind === 'date' && next.daysLeft <= expiresWithinDays)) &&
      (relationship === undefined || row?.relationship === relationship) &&
      (tiered === undefined || (row?.tiered === true) === tiered) &&
      (beaconProblems === undefined || (beaconsOf(row).unhealthy ?? 0) > 0 === beaconProblems) &&
      (tags === undefined || tagsOf(row).some((tag) => (tags as readonly unknown[]).includes(tag))) &&
      (ids === undefined || ids.includes(textOf(row, 'id')))
    );
  });
  const statusCounts: Record<string, number> = { expired: 0, none: 0, unknown: 0, all: matching.length };
  for (const horizon of call.policy.horizons) statusCounts[`expires-in-${horizon}`] = 0;
  for (const row of matching) {
    const status = statusOf(row, call);
    statusCounts[status] = (statusCounts[status] ?? 0) + 1;
  }
  const pinned = new Set(query.pinned);
  const keys = query.sort ?? [];
  const rows = matching
    .filter((row) => statuses === undefined || (statuses as readonly string[]).includes(statusOf(row, call)))
    .map((row, index) => ({ row, index, keys: keys.map((key) => keyOf(row, key, call)) }))
    .sort((a, b) => {
      const pin = Number(pinned.has(textOf(b.row, 'id'))) - Number(pinned.has(textOf(a.row, 'id')));
      if (pin || !keys.length) return pin || a.index - b.index;
      for (const [at, { direction }] of keys.entries()) {
        const x = a.keys[at];
        const y = b.keys[at];
        if (!x || !y) continue;
        const blank = x.blank - y.blank;
        if (blank) return blank;
        const order = compare(x.value, y.value, call.locale);
        if (order) return direction === 'ascending' ? order : -order;
      }
      return compare(textOf(a.row, 'id'), textOf(b.row, 'id'), call.locale) || a.index - b.index;
    })
    .map(({ row }) => row);
  return { rows, statusCounts };
}

function statusOf(row: Row, call: Call): string {
  const status = expirationStatus(expirationsOf(row), call);
  if (status.kind === 'expires-in') return `expires-in-${status.days}`;
  return status.kind === 'pending' ? 'unknown' : status.kind;
}

function keyOf(row: Row, { field }: CustomersSort, call: Call): { blank: number; value: string | number } {
  switch (field) {
    case 'name':
    case 'id':
    case 'externalId': {
      const value = textOf(row, field);
      return { blank: value.trim() ? 0 : 1, value };
    }
    case 'beacons': {
      const { total } = beaconsOf(row);
      return { blank: total === undefined ? 1 : 0, value: total ?? 0 };
    }
    case 'upcomingExpiration': {
      const next = upcomingExpiration(expirationsOf(row), call);
      if (next.kind === 'date') return { blank: 0, value: parseExpiry(next.expiry, call.timeZone)?.day ?? 0 };
      return { blank: next.kind === 'no-expirations' ? 1 : next.kind === 'no-entitlements' ? 2 : 3, value: 0 };
    }
    case 'expirationStatus': {
      const status = expirationStatus(expirationsOf(row), call);
      if (status.kind === 'expired') return { blank: 0, value: -1 };
      if (status.kind === 'expires-in') return { blank: 0, value: status.days };
      return { blank: status.kind === 'none' ? 1 : 2, value: 0 };
    }
  }
}

function compare(a: string | number, b: string | number, locale: string): number {
  if (typeof a === 'number' || typeof b === 'number') return Number(a) - Number(b);
  return new Intl.Collator(locale, { numeric: true }).compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
