import type { ListQuery } from './query.js';
import { haveSameFilters } from './query-match.js';

/** The customers that a viewer has selected: these, or all that a list finds but these. */
export type CustomersSelection =
  | { readonly ids: readonly string[] }
  | {
      readonly query: ListQuery;
      /** Customers that it finds and that are not selected. */
      readonly except: readonly string[];
    };

/** How many customers there are, as far as it is known. */
export interface KnownTotal {
  readonly value: number;
  readonly isExact: boolean;
}

/** What a selection begins as. */
export const nothingSelected: CustomersSelection = { ids: [] };

/** Everybody whom a list finds, without reading any of them. */
export const allThatMatch = (query: ListQuery): CustomersSelection => ({ query, except: [] });

/** The customers whom a selection names one by one: those selected, or those that are not. */
export function namedIn(selection: CustomersSelection): readonly string[] {
  return 'ids' in selection ? selection.ids : selection.except;
}

/** The same selection, with these customers too. */
export function withSelected(selection: CustomersSelection, ids: readonly string[]): CustomersSelection {
  return 'ids' in selection ? { ids: union(selection.ids, ids) } : { ...selection, except: without(selection, ids) };
}

/** The same selection, without these customers. */
export function withoutSelected(selection: CustomersSelection, ids: readonly string[]): CustomersSelection {
  return 'ids' in selection ? { ids: without(selection, ids) } : { ...selection, except: union(selection.except, ids) };
}

/** The same selection, once there are no such customers any more. */
export function withoutGone(selection: CustomersSelection, ids: readonly string[]): CustomersSelection {
  const named = without(selection, ids);
  return 'ids' in selection ? { ids: named } : { ...selection, except: named };
}

/**
 * How many customers are selected.
 *
 * @param total How many there are in the selection's own list, where it is all of them but some.
 * @returns `undefined` where that is not certain.
 */
export function selectedCount(selection: CustomersSelection, total: KnownTotal | undefined): number | undefined {
  if ('ids' in selection) return selection.ids.length;
  return total?.isExact ? Math.max(0, total.value - selection.except.length) : undefined;
}

/** Whether nobody is selected for certain. */
export function isNothingSelected(selection: CustomersSelection, total: KnownTotal | undefined): boolean {
  return selectedCount(selection, total) === 0;
}

/** Whether a selection is of all that a list finds, whatever its order, but some. */
export function isOfList(selection: CustomersSelection, query: ListQuery): boolean {
  return 'query' in selection && haveSameFilters(selection.query, query);
}

function union(before: readonly string[], ids: readonly string[]): readonly string[] {
  return [...new Set([...before, ...ids])];
}

function without(selection: CustomersSelection, ids: readonly string[]): readonly string[] {
  const gone = new Set(ids);
  return namedIn(selection).filter((id) => !gone.has(id));
}
