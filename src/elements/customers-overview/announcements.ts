import type { CustomerWindow } from '../../controllers/customer-window.js';
import type { Localization } from '../../controllers/localization.js';
import type { CustomersSort } from '../../domain/query.js';
import { errorCodeOf } from '../../providers/provider-error.js';

/** What is said when another result is on screen; `sort` is what the viewer has just sorted by. */
export function resultAnnouncement(
  l10n: Localization<'upkeep'>,
  list: CustomerWindow,
  sort: CustomersSort | undefined,
): string {
  const { overview, upkeep } = l10n.messages;
  if (sort) return upkeep.sorted(overview.columns[sort.field], sort.direction);
  if (list.totalIsExact) return upkeep.found(l10n.count(list.total));
  return loadedAnnouncement(l10n, list);
}

function loadedAnnouncement(l10n: Localization<'upkeep'>, { result }: CustomerWindow): string {
  return l10n.messages.upkeep.loaded(l10n.count(result?.loadedCount ?? 0));
}

/** What is said when a key has led to the last row there is; nothing where that is the end of the list. */
export function endAnnouncement(l10n: Localization<'upkeep'>, list: CustomerWindow): string | undefined {
  const isEnd = list.totalIsExact && list.rowCount === list.total;
  return isEnd ? undefined : loadedAnnouncement(l10n, list);
}

/** What is said when the customers could not be loaded. */
export function errorAnnouncement({ messages }: Localization, error: unknown): string {
  return `${messages.overview.failed}. ${messages.errors[errorCodeOf(error)]}`;
}

/** What is said when a panel that the viewer asked for did not come. */
export function panelAnnouncement({ messages: { overview } }: Localization): string {
  return `${overview.panelFailed}. ${overview.panelFailedHint}`;
}
