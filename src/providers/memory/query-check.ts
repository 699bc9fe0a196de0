import { customersSortFields, type CustomersQuery, type CustomersSort } from '../../domain/query.js';
import { ProviderError } from '../provider-error.js';
import { isCount, isListOf, isObject, isText } from '../value-checks.js';

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
  const isSound: { readonly [Part in keyof CustomersQuery]-?: (value: unknown) => boolean } = {
    search: isText,
    statuses: (value) => isListOf(value, isStatus),
    expiresWithinDays: isCount,
    relationship: (value) => value === 'managed' || value === 'granted',
    tiered: isBoolean,
    beaconProblems: isBoolean,
    tags: isTexts,
    ids: isTexts,
    pinned: (value) => isTexts(value) && value.length <= mostPinned,
    sort: (value) => isListOf(value, isSort),
    page: isPage,
    snapshot: isText,
    include: (value) => isListOf(value, isIncluded),
  };
  // the keys are those of a query by the type of the table
  const parts = Object.keys(isSound) as (keyof CustomersQuery)[];
  return parts.find((part) => (part === 'page' || query[part] !== undefined) && !isSound[part](query[part]));
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean';
}

function isTexts(value: unknown): value is readonly string[] {
  return isListOf(value, isText);
}

function isStatus(value: unknown): boolean {
  return isText(value) && statusPattern.test(value);
}

function isIncluded(value: unknown): boolean {
  return value === 'total' || value === 'statusCounts';
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
