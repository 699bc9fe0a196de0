import { customersSortFields, type CustomersSort, type ListQuery, type StatusFilter } from './query.js';

/*
 * An address is written by anybody: whatever in it is not meant as a query is left out, and nothing in it is longer
 * than a viewer would make it.
 */
const longestText = 512;
const mostTags = 50;
const mostDays = 36_500;
const statusPattern = /^(?:expired|expires-in-\d{1,5}|none|unknown)$/;
const directions = { asc: 'ascending', desc: 'descending' } as const;

/** A parameter of ours, after the name of its view and a dot. */
type ViewParameter =
  'search' | 'sort' | 'statuses' | 'expires-within' | 'relationship' | 'tiered' | 'beacon-problems' | 'tag';

/**
 * The question that an address asks of the view that goes by this name, as in `?customers.search=contoso`.
 *
 * @param search The part of the address from `?` on.
 * @returns `undefined` where the address says nothing of this view.
 */
export function queryFromUrl(search: string, name: string): ListQuery | undefined {
  const parameters = new URLSearchParams(search);
  if (![...parameters.keys()].some((key) => key.startsWith(`${name}.`))) return undefined;
  const valueOf = (parameter: ViewParameter): string | undefined => parameters.get(`${name}.${parameter}`) ?? undefined;
  const text = Array.from(valueOf('search') ?? '')
    .slice(0, longestText)
    .join('');
  const statuses = unique(listOf(valueOf('statuses')).filter(isStatus));
  const days = daysOf(valueOf('expires-within'));
  const relationship = valueOf('relationship');
  const tiered = flagOf(valueOf('tiered'));
  const beaconProblems = flagOf(valueOf('beacon-problems'));
  const tags = unique(parameters.getAll(`${name}.tag`).filter((tag) => tag !== '' && tag.length <= longestText));
  const sort = sortOf(valueOf('sort'));
  return {
    ...(text && { search: text }),
    ...(statuses.length > 0 && { statuses }),
    ...(days !== undefined && { expiresWithinDays: days }),
    ...((relationship === 'managed' || relationship === 'granted') && { relationship }),
    ...(tiered !== undefined && { tiered }),
    ...(beaconProblems !== undefined && { beaconProblems }),
    ...(tags.length > 0 && { tags: tags.slice(0, mostTags) }),
    ...(sort.length > 0 && { sort }),
  };
}

/**
 * The address that asks a question of the view that goes by this name. Every other parameter stays as it is written.
 * Single customers (`ids`, `pinned`) stay out of addresses.
 *
 * @param search The part of the address from `?` on.
 * @param query `undefined`: the address is to say nothing of this view.
 * @returns The part from `?` on, empty where nothing is left of it.
 */
export function urlWithQuery(search: string, name: string, query: ListQuery | undefined): string {
  const others = search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '' && !nameOf(part).startsWith(`${name}.`));
  const ours = query === undefined ? [] : parametersOf(query);
  const written = ours.map(([key, value]) => new URLSearchParams({ [`${name}.${key}`]: value }).toString());
  // a comma needs no escape there, and reads better
  const parts = [...others, ...written.map((part) => part.replaceAll('%2C', ','))];
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

function parametersOf(query: ListQuery): readonly (readonly [ViewParameter, string])[] {
  const { search, sort, statuses, expiresWithinDays, relationship, tiered, beaconProblems, tags = [] } = query;
  const all: readonly (readonly [ViewParameter, string | undefined])[] = [
    ['search', search],
    ['sort', sort?.map(({ field, direction }) => `${field}.${direction === 'ascending' ? 'asc' : 'desc'}`).join()],
    ['statuses', statuses?.join()],
    ['expires-within', expiresWithinDays?.toString()],
    ['relationship', relationship],
    ['tiered', tiered?.toString()],
    ['beacon-problems', beaconProblems?.toString()],
    ...tags.map((tag) => ['tag', tag] as const),
  ];
  const said = all.flatMap(([key, value]) => (value ? [[key, value] as const] : []));
  // an address that says nothing would leave it to the host what is asked
  return said.length > 0 ? said : [['search', '']];
}

/** Of a parameter as it is written in an address. */
function nameOf(part: string): string {
  return [...new URLSearchParams(part).keys()][0] ?? '';
}

function listOf(value: string | undefined): readonly string[] {
  return value?.split(',') ?? [];
}

function unique<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Set(items)];
}

function isStatus(value: string): value is StatusFilter {
  return statusPattern.test(value);
}

function daysOf(value: string | undefined): number | undefined {
  const days = value !== undefined && /^\d{1,5}$/.test(value) ? Number(value) : Infinity;
  return days <= mostDays ? days : undefined;
}

function flagOf(value: string | undefined): boolean | undefined {
  return value === 'true' ? true : value === 'false' ? false : undefined;
}

/** Each column once: a second direction of it would decide nothing. */
function sortOf(value: string | undefined): readonly CustomersSort[] {
  const sorts = new Map<string, CustomersSort>();
  for (const part of listOf(value)) {
    const [name, short = ''] = part.split('.');
    const field = customersSortFields.find((known) => known === name);
    const direction = Object.hasOwn(directions, short) ? directions[short as keyof typeof directions] : undefined;
    if (field && direction && !sorts.has(field)) sorts.set(field, { field, direction });
  }
  return [...sorts.values()];
}
