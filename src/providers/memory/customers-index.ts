import type { Customer } from '../../domain/customer.js';
import { expirationStatus, upcomingExpiration } from '../../domain/expirations.js';
import { parseExpiry } from '../../domain/expiry.js';
import type { CustomersQuery, CustomersSort } from '../../domain/query.js';
import { foldText, matchesSearch, searchTextOf } from '../../domain/search-text.js';
import type { Call } from '../customers-provider.js';
import { beaconsOf, expirationsOf, tagsOf, textOf, type Row } from './row-fields.js';

/** Results kept, so that each window of one costs a slice: the one in view, and those just before it. */
const keptResults = 4;

/** All rows of one query, in order. */
interface Result {
  readonly rows: readonly Customer[];
  /** Rows by status, whatever statuses the query asks for. */
  readonly statusCounts: () => Readonly<Record<string, number>>;
}

/** Customers in memory, and what was worked out about them: work that a row or a result needs once is done once. */
export class CustomersIndex {
  readonly #customers: readonly Customer[];
  #searchTexts: readonly string[] | undefined;
  readonly #results = new Map<string, Result>();

  constructor(customers: readonly Customer[]) {
    this.#customers = customers;
  }

  /** The whole result of a query, whatever window of it was asked for. */
  answer({ page: _page, snapshot: _snapshot, include: _include, ...query }: CustomersQuery, call: Call): Result {
    const { graceDays, horizons } = call.policy;
    const key = JSON.stringify([query, call.locale, call.timeZone, call.now.getTime(), graceDays, horizons]);
    const result = this.#results.get(key) ?? this.#workOut(query, call);
    this.#results.delete(key);
    this.#results.set(key, result);
    for (const oldest of this.#results.keys()) if (this.#results.size > keptResults) this.#results.delete(oldest);
    return result;
  }

  #workOut(query: Omit<CustomersQuery, 'page'>, call: Call): Result {
    const matching = this.#matching(query, call);
    const { statuses } = query;
    const wanted = statuses === undefined ? undefined : new Set<string>(statuses);
    const rows = wanted === undefined ? matching : matching.filter((row) => wanted.has(statusOf(row, call)));
    let counts: Readonly<Record<string, number>> | undefined;
    return { rows: sorted(rows, query, call), statusCounts: () => (counts ??= countStatuses(matching, call)) };
  }

  #matching(query: Omit<CustomersQuery, 'page'>, call: Call): readonly Customer[] {
    const word = foldText(query.search ?? '');
    const ids = query.ids && new Set(query.ids);
    const tags = query.tags && new Set<unknown>(query.tags);
    const { expiresWithinDays, relationship, tiered, beaconProblems } = query;
    return this.#customers.filter((row: Row, index) => {
      if (word !== '' && !matchesSearch(this.#searchText(index), word)) return false;
      if (relationship !== undefined && row?.relationship !== relationship) return false;
      if (tiered !== undefined && (row?.tiered === true) !== tiered) return false;
      if (beaconProblems !== undefined && (beaconsOf(row).unhealthy ?? 0) > 0 !== beaconProblems) return false;
      if (tags !== undefined && !tagsOf(row).some((tag) => tags.has(tag))) return false;
      if (ids !== undefined && !ids.has(textOf(row, 'id'))) return false;
      if (expiresWithinDays === undefined) return true;
      const next = upcomingExpiration(expirationsOf(row), call);
      return next.kind === 'date' && next.daysLeft <= expiresWithinDays;
    });
  }

  #searchText(index: number): string {
    this.#searchTexts ??= this.#customers.map((row: Row) =>
      searchTextOf({ name: textOf(row, 'name'), id: textOf(row, 'id'), externalId: textOf(row, 'externalId') }),
    );
    return this.#searchTexts[index] ?? '';
  }
}

function countStatuses(rows: readonly Customer[], call: Call): Readonly<Record<string, number>> {
  const counts: Record<string, number> = { expired: 0, none: 0, unknown: 0, all: rows.length };
  for (const horizon of call.policy.horizons) counts[`expires-in-${horizon}`] = 0;
  for (const row of rows) {
    const status = statusOf(row, call);
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
}

/** Pinned rows first, then by the sort keys, blanks last in both directions, then by ID; without keys as they came. */
function sorted(rows: readonly Customer[], { pinned, sort = [] }: Pick<CustomersQuery, 'pinned' | 'sort'>, call: Call) {
  if (sort.length === 0 && !pinned?.length) return rows;
  const first = new Set(pinned);
  // a collator is costly to make: one for the whole sort
  const collator = new Intl.Collator(call.locale, { numeric: true });
  const compare = (a: string | number, b: string | number): number =>
    typeof a === 'number' || typeof b === 'number'
      ? Number(a) - Number(b)
      : collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
  return rows
    .map((row, index) => ({
      row,
      index,
      id: textOf(row, 'id'),
      pinned: first.has(textOf(row, 'id')) ? 0 : 1,
      keys: sort.map((key) => keyOf(row, key, call)),
    }))
    .sort((a, b) => {
      if (a.pinned !== b.pinned || sort.length === 0) return a.pinned - b.pinned || a.index - b.index;
      for (const [at, { direction }] of sort.entries()) {
        const x = a.keys[at];
        const y = b.keys[at];
        if (!x || !y) continue;
        if (x.blank !== y.blank) return x.blank - y.blank;
        const order = compare(x.value, y.value);
        if (order !== 0) return direction === 'ascending' ? order : -order;
      }
      return compare(a.id, b.id) || a.index - b.index;
    })
    .map(({ row }) => row);
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
