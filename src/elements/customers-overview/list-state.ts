import type { CustomerWindow } from '../../controllers/customer-window.js';
import { isRefusal } from '../../domain/refusal.js';
import { errorCodeOf } from '../../providers/provider-error.js';

/** The states of the list as a whole; each is a `:state(…)` of the element. */
export type ListState =
  | 'loading'
  | 'ready'
  | 'empty'
  | 'no-match'
  | 'failed'
  | 'stale'
  | 'refreshing'
  | 'loading-more'
  | 'changed'
  | 'offline';

/** Whether rows stand where the viewer may be about to click. */
export function hasRowsOnScreen({ status, total, hasFailed }: CustomerWindow): boolean {
  return status === 'ready' && total > 0 && !hasFailed;
}

/** Which states a list is in: one of the first five, and what else is true of it. */
export function listStatesOf(list: CustomerWindow, isNarrowed: boolean): ReadonlySet<ListState> {
  const states = new Set<ListState>();
  if (list.status === 'failed') states.add('failed');
  else if (list.status !== 'ready') states.add('loading');
  else if (list.total > 0) states.add('ready');
  else states.add(isNarrowed ? 'no-match' : 'empty');
  if (list.status === 'ready' && list.hasFailed) states.add('stale');
  if (list.isRefreshing) states.add('refreshing');
  if (list.status === 'ready' && !list.hasFailed && list.isLoadingMore) states.add('loading-more');
  return states;
}

/** Whether the list was refused: nothing that it brought before may be shown any longer (`docs/rules.md §3.5`). */
export function isRefused({ hasFailed, error }: CustomerWindow): boolean {
  return hasFailed && isRefusal(errorCodeOf(error));
}
