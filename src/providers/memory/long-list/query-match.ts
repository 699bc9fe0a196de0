import type { CustomersQuery } from '../../../domain/query.js';
import type { ExpirationFacts } from './expiration-facts.js';
import { beaconsOf, tagsOf, textOf, type Row } from '../row-fields.js';

/** Whether a row is what a query asks for. */
type Condition = (row: Row, index: number) => boolean;

/**
 * What a query asks of a row, besides its search and its status. A list that is there but empty is met by none; a
 * `false` by all that a `true` is not met by.
 */
export function conditionsOf(query: Omit<CustomersQuery, 'page'>, facts: ExpirationFacts | undefined): Condition[] {
  const { relationship, tiered, beaconProblems, expiresWithinDays } = query;
  const conditions: Condition[] = [];
  if (relationship !== undefined) conditions.push((row) => row?.relationship === relationship);
  if (tiered !== undefined) conditions.push((row) => (row?.tiered === true) === tiered);
  if (beaconProblems !== undefined) {
    conditions.push((row) => (beaconsOf(row).unhealthy ?? 0) > 0 === beaconProblems);
  }
  if (query.tags) {
    const tags = new Set<unknown>(query.tags);
    conditions.push((row) => tagsOf(row).some((tag) => tags.has(tag)));
  }
  if (query.ids) {
    const ids = new Set(query.ids);
    conditions.push((row) => ids.has(textOf(row, 'id')));
  }
  if (expiresWithinDays !== undefined && facts) {
    // later than any day is what rows without one have
    conditions.push((_, index) => (facts.nextDayOf[index] ?? Infinity) - facts.today <= expiresWithinDays);
  }
  return conditions;
}
