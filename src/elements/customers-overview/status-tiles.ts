import { html, nothing, type TemplateResult } from 'lit';
import type { Localization } from '../../controllers/localization.js';
import { daysOfStatus, statusFilters } from '../../domain/filters.js';
import { urgencyOf, type ExpirationPolicy } from '../../domain/expirations.js';
import type { ListQuery, StatusFilter } from '../../domain/query.js';
import type { CustomersPage } from '../../providers/customers-provider.js';
import { statusName } from './filter-names.js';

/** What the tiles show, and what they are for. */
export interface StatusTilesView {
  readonly counts: NonNullable<CustomersPage['statusCounts']>;
  readonly statuses: ListQuery['statuses'];
  readonly policy: ExpirationPolicy;
  readonly l10n: Localization<'finding'>;
  /** `undefined`: whatever their status. */
  readonly onChoose: (statuses: readonly StatusFilter[] | undefined) => void;
}

/** How many customers have each status; each tile shows those alone, or everybody again. */
export function statusTilesTemplate({ counts, statuses, policy, l10n, onChoose }: StatusTilesView): TemplateResult {
  const words = l10n.messages.finding;
  const countOf = (key: string): number | undefined => (Object.hasOwn(counts, key) ? counts[key] : undefined);
  const tile = (status: StatusFilter | undefined): TemplateResult | typeof nothing => {
    const count = countOf(status ?? 'all');
    const isPressed = status === undefined ? statuses === undefined : (statuses?.includes(status) ?? false);
    // that nothing is unknown needs no tile
    if (count === undefined || (status === 'unknown' && count === 0 && !isPressed)) return nothing;
    const isOnly = isPressed && statuses?.length === 1;
    return html`<button
      type="button"
      class="tile"
      part="tile"
      data-urgency=${urgency(status, policy) ?? nothing}
      aria-pressed=${isPressed}
      @click=${() => onChoose(status === undefined || isOnly ? undefined : [status])}
    >
      <span>${status === undefined ? words.all : statusName(status, l10n)}</span>
      <span class="count">${l10n.formatNumber(count)}</span>
    </button>`;
  };
  return html`<div class="tiles" part="tiles" role="group" aria-label=${words.status}>
    ${tile(undefined)}${statusFilters(policy).map(tile)}
  </div>`;
}

function urgency(status: StatusFilter | undefined, policy: ExpirationPolicy): string | undefined {
  if (status === 'expired') return status;
  const days = status === undefined ? undefined : daysOfStatus(status);
  return days === undefined ? undefined : urgencyOf(days, policy);
}
