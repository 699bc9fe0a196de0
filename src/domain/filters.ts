import type { ExpirationPolicy } from './expirations.js';
import { customersFilters, type CustomersFilter, type ListQuery, type StatusFilter } from './query.js';

/** One thing that a list is filtered by, as it is shown and taken away. */
export type FilterChip =
  | { readonly filter: 'statuses'; readonly value: StatusFilter }
  | { readonly filter: 'tags'; readonly value: string }
  | { readonly filter: 'expiresWithinDays'; readonly value: number }
  | { readonly filter: 'relationship'; readonly value: 'managed' | 'granted' }
  | { readonly filter: 'tiered' | 'beaconProblems'; readonly value: boolean };

/** Every status that a customer can have, the most pressing first. */
export function statusFilters({ horizons }: Pick<ExpirationPolicy, 'horizons'>): readonly StatusFilter[] {
  const days = [...new Set(horizons)].sort((a, b) => a - b);
  return ['expired', ...days.map((each) => `expires-in-${each}` as const), 'none', 'unknown'];
}

/** The days of `expires-in-30`; undefined for the other statuses. */
export function daysOfStatus(status: StatusFilter): number | undefined {
  const [, days] = /^expires-in-(\d+)$/.exec(status) ?? [];
  return days === undefined ? undefined : Number(days);
}

/** What a question is filtered by, in the order of {@link customersFilters}. */
export function filterChips(query: ListQuery): readonly FilterChip[] {
  const { statuses = [], tags = [], expiresWithinDays, relationship, tiered, beaconProblems } = query;
  return [
    ...statuses.map((value) => ({ filter: 'statuses', value }) as const),
    ...(expiresWithinDays === undefined ? [] : [{ filter: 'expiresWithinDays', value: expiresWithinDays } as const]),
    ...(relationship === undefined ? [] : [{ filter: 'relationship', value: relationship } as const]),
    ...(tiered === undefined ? [] : [{ filter: 'tiered', value: tiered } as const]),
    ...(beaconProblems === undefined ? [] : [{ filter: 'beaconProblems', value: beaconProblems } as const]),
    ...tags.map((value) => ({ filter: 'tags', value }) as const),
  ];
}

/** The same question, with another filter in the place of one; without it where that is undefined or empty. */
export function withFilter<Filter extends CustomersFilter>(
  query: ListQuery,
  filter: Filter,
  value: ListQuery[Filter] | undefined,
): ListQuery {
  const { [filter]: _before, ...others } = query;
  return value === undefined || (Array.isArray(value) && value.length === 0) ? others : { ...others, [filter]: value };
}

/** The same question, with one more status or tag, or without it where it was there. */
export function withToggled<Filter extends 'statuses' | 'tags'>(
  query: ListQuery,
  filter: Filter,
  value: Required<ListQuery>[Filter][number],
): ListQuery {
  const before: readonly string[] = query[filter] ?? [];
  const after = before.includes(value) ? before.filter((each) => each !== value) : [...before, value];
  // what was added is of the filter's own type, and so was what was there
  return withFilter(query, filter, after as ListQuery[Filter]);
}

/** The same question, without one of the things that it is filtered by. */
export function withoutChip(query: ListQuery, { filter, value }: FilterChip): ListQuery {
  return filter === 'statuses' || filter === 'tags'
    ? withFilter(query, filter, query[filter]?.filter((each) => each !== value) as ListQuery[typeof filter])
    : withFilter(query, filter, undefined);
}

/** The same search in the same order, without anything that it is filtered by. */
export function withoutChips(query: ListQuery): ListQuery {
  return customersFilters.reduce<ListQuery>((rest, filter) => withFilter(rest, filter, undefined), query);
}
