import type { Customer } from '../../domain/customer.js';
import { expirationStatus, upcomingExpiration } from '../../domain/expirations.js';
import { parseExpiry } from '../../domain/expiry.js';
import type { CustomersQuery, CustomersSortField } from '../../domain/query.js';
import { foldText, matchesSearch, searchTextOf } from '../../domain/search-text.js';
import type { Call } from '../customers-provider.js';
import { isText } from '../value-checks.js';
import { collatorOf } from './collator.js';
import { keptResults, resultKey, type CustomersList, type ResultWindow } from './customers-list.js';
import { Recent } from './recent.js';
import { beaconsOf, expirationsOf, tagsOf, textOf, type Row } from './row-fields.js';

/** All rows of one query, in order. */
interface Result {
  readonly rows: readonly Customer[];
  /** Rows by status, whatever statuses the query asks for. */
  readonly statusCounts: () => Readonly<Record<string, number>>;
  readonly snapshot: string;
  /** When it was worked out, in milliseconds since 1970. */
  readonly moment: number;
}

/** A list that is short enough to be gone through for every new result. */
export class ShortList implements CustomersList {
  readonly customers: readonly Customer[];
  readonly #nextSnapshot: () => string;
  #searchTexts: readonly string[] | undefined;
  readonly #results = new Recent<Result>(keptResults);

  /** @param nextSnapshot Names a result as no other one is named. */
  constructor(customers: readonly Customer[], nextSnapshot: () => string) {
    this.customers = customers;
    this.#nextSnapshot = nextSnapshot;
  }

  window(query: CustomersQuery, offset: number, call: Call): ResultWindow {
    const { rows, snapshot, statusCounts } = this.#result(query, call);
    return {
      items: rows.slice(offset, offset + query.page.limit),
      length: rows.length,
      snapshot,
      ...(query.include?.includes('statusCounts') && { statusCounts: statusCounts() }),
    };
  }

  put(customers: readonly Customer[]): ShortList {
    const others = new Map(customers.map((row) => [textOf(row, 'id'), row]));
    const rows = this.customers.map((row) => {
      const id = textOf(row, 'id');
      const other = others.get(id);
      // another row with the same ID is none: it stays as it is
      others.delete(id);
      return other ?? row;
    });
    return new ShortList([...rows, ...others.values()], this.#nextSnapshot);
  }

  without(ids: ReadonlySet<string>): ShortList {
    return new ShortList(
      this.customers.filter((row) => !ids.has(textOf(row, 'id'))),
      this.#nextSnapshot,
    );
  }

  #result(query: CustomersQuery, call: Call): Result {
    const key = resultKey(query, call);
    const known = this.#results.get(key);
    if (known && (known.snapshot === query.snapshot || Object.is(known.moment, call.now.getTime()))) return known;
    const result = this.#workOut(query, call);
    this.#results.set(key, result);
    return result;
  }

  #workOut(query: CustomersQuery, call: Call): Result {
    const matching = this.#matching(query, call);
    const { statuses } = query;
    const wanted = statuses === undefined ? undefined : new Set<string>(statuses);
    const rows = wanted === undefined ? matching : matching.filter((row) => wanted.has(statusOf(row, call)));
    let counts: Readonly<Record<string, number>> | undefined;
    return {
      rows: sorted(rows, query, call),
      statusCounts: () => (counts ??= countStatuses(matching, call)),
      snapshot: this.#nextSnapshot(),
      moment: call.now.getTime(),
    };
  }

  #matching(query: CustomersQuery, call: Call): readonly Customer[] {
    const word = foldText(query.search ?? '');
    const ids = query.ids && new Set(query.ids);
    const tags = query.tags && new Set<unknown>(query.tags);
    const { expiresWithinDays, relationship, tiered, beaconProblems } = query;
    return this.customers.filter((row: Row, index) => {
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
    this.#searchTexts ??= this.customers.map((row: Row) =>
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

/** Where a row stands in one column: blank ones, by their `blank`, after all others. */
interface Place {
  readonly blank: number;
  readonly value: string | number;
}

/** Pinned rows first, then by the sort keys, blanks last in both directions, then by ID; without keys as they came. */
function sorted(
  rows: readonly Customer[],
  { pinned = [], sort = [] }: CustomersQuery,
  call: Call,
): readonly Customer[] {
  if (sort.length + pinned.length === 0) return rows;
  const first = new Set(pinned);
  // a collator is costly to make: one for the whole sort
  const collator = collatorOf(call.locale);
  const compare = (a: string | number, b: string | number): number =>
    isText(a) && isText(b) ? collator.compare(a, b) : Number(a) - Number(b);
  const signs = [1, ...sort.map(({ direction }) => (direction === 'ascending' ? 1 : -1)), 1];
  return rows
    .map((row, index) => {
      const id = textOf(row, 'id');
      const places: Place[] = [{ blank: first.has(id) ? 0 : 1, value: 0 }];
      for (const { field } of sort) places.push(placeOf(row, field, call));
      const last = placeOf(row, 'id', call);
      if (sort.length > 0) places.push(last);
      return { row, index, places, id: sort.length > 0 ? last.value : '' };
    })
    .sort((a, b) => {
      for (const [at, place] of a.places.entries()) {
        const other = b.places[at] ?? place;
        const order = place.blank - other.blank || compare(place.value, other.value) * (signs[at] ?? 1);
        if (order !== 0) return order;
      }
      // IDs that the language finds equal, such as 7 and 007
      return a.id < b.id ? -1 : a.id > b.id ? 1 : a.index - b.index;
    })
    .map(({ row }) => row);
}

function placeOf(row: Row, field: CustomersSortField, call: Call): Place {
  if (field === 'beacons') {
    const { total } = beaconsOf(row);
    return total === undefined ? { blank: 1, value: 0 } : { blank: 0, value: total };
  }
  if (field === 'upcomingExpiration') {
    const next = upcomingExpiration(expirationsOf(row), call);
    if (next.kind === 'date') return { blank: 0, value: parseExpiry(next.expiry, call.timeZone)?.day ?? 0 };
    return { blank: next.kind === 'no-expirations' ? 1 : next.kind === 'no-entitlements' ? 2 : 3, value: 0 };
  }
  if (field === 'expirationStatus') {
    const status = expirationStatus(expirationsOf(row), call);
    if (status.kind === 'expires-in') return { blank: 0, value: status.days };
    return { blank: status.kind === 'expired' ? 0 : status.kind === 'none' ? 1 : 2, value: -1 };
  }
  const value = textOf(row, field);
  return value.trim() ? { blank: 0, value } : { blank: 1, value: '' };
}

function statusOf(row: Row, call: Call): string {
  const status = expirationStatus(expirationsOf(row), call);
  if (status.kind === 'expires-in') return `expires-in-${status.days}`;
  return status.kind === 'pending' ? 'unknown' : status.kind;
}
