import { customersSortFields, type CustomersQuery, type CustomersSort } from '../../domain/query.js';
import { ProviderError } from '../provider-error.js';

/** How many customers may be pinned ({@link CustomersQuery.pinned}). */
const mostPinned = 500;

const statusPattern = /^(?:expired|expires-in-\d+|none|unknown)$/;
const cursorPattern = /^\d{1,15}$/;

type Unchecked<T> = { readonly [Part in keyof T]?: unknown };

/**
 * Refuses a query that cannot be meant: it may come from an address or a saved view, not only from typed code.
 *
 * @returns Where the window that it asks for begins.
 * @throws {@link ProviderError} `invalid-query`, naming the part.
 */
export function checkQuery(query: CustomersQuery): number {
  const problem = isObject(query) ? problemOf(query) : 'form';
  if (problem) throw new ProviderError('invalid-query', `The query's ${problem} cannot be understood`);
  return 'offset' in query.page ? query.page.offset : Number(query.page.cursor ?? 0);
}

function problemOf(query: Unchecked<CustomersQuery>): string | undefined {
  const sound: Record<keyof CustomersQuery, boolean> = {
    search: isAbsentOr(query.search, 'string'),
    statuses: isListOf(query.statuses, (status) => isText(status) && statusPattern.test(status)),
    expiresWithinDays: query.expiresWithinDays === undefined || isCount(query.expiresWithinDays),
    relationship: [undefined, 'managed', 'granted'].some((known) => known === query.relationship),
    tiered: isAbsentOr(query.tiered, 'boolean'),
    beaconProblems: isAbsentOr(query.beaconProblems, 'boolean'),
    tags: isListOf(query.tags, isText),
    ids: isListOf(query.ids, isText),
    pinned: isListOf(query.pinned, isText, mostPinned),
    sort: isListOf(query.sort, isSort),
    page: isPage(query.page),
    snapshot: isAbsentOr(query.snapshot, 'string'),
    include: isListOf(query.include, (part) => part === 'total' || part === 'statusCounts'),
  };
  return Object.entries(sound).find(([, isSound]) => !isSound)?.[0];
}

function isAbsentOr(value: unknown, type: 'string' | 'boolean'): boolean {
  return value === undefined || typeof value === type;
}

function isListOf(value: unknown, isSound: (item: unknown) => boolean, most = Infinity): boolean {
  return value === undefined || (Array.isArray(value) && value.length <= most && value.every(isSound));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isSort(value: unknown): boolean {
  const { field, direction }: Unchecked<CustomersSort> = isObject(value) ? value : {};
  return (
    customersSortFields.some((known) => known === field) && (direction === 'ascending' || direction === 'descending')
  );
}

function isPage(value: unknown): boolean {
  if (!isObject(value) || !('limit' in value && isCount(value.limit))) return false;
  if ('offset' in value) return isCount(value.offset);
  return (
    !('cursor' in value) || value.cursor === undefined || (isText(value.cursor) && cursorPattern.test(value.cursor))
  );
}
