import { html, nothing, type TemplateResult } from 'lit';
import { formatDay } from '../../controllers/day-format.js';
import type { Localization } from '../../controllers/localization.js';
import { entitlementStatus, sortEntitlements, type EntitlementStatus } from '../../domain/entitlements.js';
import { urgencyOf, type Entitlement, type ExpirationClock } from '../../domain/expirations.js';
import { expirationStatusTemplate } from '../expiration-status/expiration-status.template.js';
import { shownText } from '../shown-text.js';

/** What is shown of a customer's entitlements, in the slideout and in the details. */
export interface EntitlementsView {
  readonly entitlements: readonly Entitlement[];
  readonly clock: ExpirationClock;
  readonly l10n: Localization<'expirationsSlideout'>;
}

/** How many entitlements there are of one status. */
export interface StatusCount {
  /** As in "Expired: 2". */
  readonly text: string;
  /** What its badge looks like. */
  readonly look: string;
}

/** The order of the counts: what is most urgent first. */
const statusOrder: readonly EntitlementStatus['kind'][] = [
  'expired',
  'expires-in',
  'active',
  'undated',
  'long-expired',
  'unreadable',
];

/** How many entitlements there are of each status, as words and as badges. */
export function statusCounts({ entitlements, clock, l10n }: EntitlementsView): readonly StatusCount[] {
  const counts = new Map<string, { readonly status: EntitlementStatus; count: number }>();
  for (const entitlement of entitlements) {
    const status = entitlementStatus(entitlement, clock);
    const key = status.kind === 'expires-in' ? `expires-in-${status.days}` : status.kind;
    const counted = counts.get(key);
    if (counted === undefined) counts.set(key, { status, count: 1 });
    else counted.count++;
  }
  return [...counts.values()]
    .sort((a, b) => orderOf(a.status) - orderOf(b.status) || daysOf(a.status) - daysOf(b.status))
    .map(({ status, count }) => ({
      text: l10n.messages.expirationsSlideout.countOf(statusText(status, l10n), l10n.count(count)),
      look: lookOf(status, clock),
    }));
}

/** The counts above the table. */
export function statusCountsTemplate(counts: readonly StatusCount[]): TemplateResult {
  return html`<ul class="counts" part="counts">
    ${counts.map(({ text, look }) => html`<li class="badge" data-status=${look}>${text}</li>`)}
  </ul>`;
}

/**
 * Every entitlement, soonest first. The roles are spelled out because where it is narrow the table is laid out as cards.
 *
 * @param labelledBy The ID of what heads the table.
 */
export function entitlementsTemplate(view: EntitlementsView, labelledBy: string): TemplateResult {
  const words = view.l10n.messages.expirationsSlideout.columns;
  // a backend of one product need not name it
  const hasProducts = view.entitlements.some(({ product }) => product.trim() !== '');
  const columns = [
    words.capability,
    ...(hasProducts ? [words.product] : []),
    words.expires,
    words.daysLeft,
    words.status,
  ];
  return html`<table part="table" role="table" aria-labelledby=${labelledBy}>
    <thead>
      <tr role="row">
        ${columns.map((column) => html`<th role="columnheader" scope="col">${column}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${sortEntitlements(view.entitlements, view.clock).map((entitlement) => row(entitlement, hasProducts, view))}
    </tbody>
  </table>`;
}

function row(entitlement: Entitlement, hasProducts: boolean, { clock, l10n }: EntitlementsView): TemplateResult {
  const status = entitlementStatus(entitlement, clock);
  return html`<tr role="row" part="row" data-status=${lookOf(status, clock)}>
    <th role="rowheader" scope="row" class="capability" dir="auto">${shownText(entitlement.capability)}</th>
    ${hasProducts ? html`<td role="cell" class="product" dir="auto">${shownText(entitlement.product)}</td>` : nothing}
    <td role="cell" class="expires" dir="auto">${expiryCell(entitlement, status, clock.timeZone, l10n)}</td>
    <td role="cell" class="days" dir="auto">${'daysLeft' in status ? distance(status, l10n) : nothing}</td>
    <td role="cell" class="status">${statusCell(status, clock, l10n)}</td>
  </tr>`;
}

function expiryCell(
  { expires }: Entitlement,
  status: EntitlementStatus,
  timeZone: string,
  l10n: Localization<'expirationsSlideout'>,
) {
  const words = l10n.messages.expirationsSlideout;
  if (expires === null) return html`<span class="quiet">${words.doesNotExpire}</span>`;
  if (status.kind === 'unreadable') return html`<span class="quiet">${words.unreadable}</span>`;
  return html`<time datetime=${expires}>${formatDay(expires, timeZone, l10n.locale)}</time>`;
}

function distance({ daysLeft }: { readonly daysLeft: number }, l10n: Localization<'expirationsSlideout'>): string {
  const words = l10n.messages.expirationsSlideout;
  if (daysLeft === 0) return words.today;
  return daysLeft > 0 ? words.daysLeft(l10n.count(daysLeft)) : words.daysSince(l10n.count(-daysLeft));
}

function statusCell(status: EntitlementStatus, { policy }: ExpirationClock, l10n: Localization<'expirationsSlideout'>) {
  switch (status.kind) {
    case 'expired':
      return expirationStatusTemplate({ status: { kind: 'expired' }, policy, l10n });
    case 'expires-in':
      return expirationStatusTemplate({ status, policy, l10n });
    case 'active':
    case 'long-expired':
      return html`<span class="quiet">${statusText(status, l10n)}</span>`;
    case 'undated':
    case 'unreadable':
      // the date column says it in words
      return nothing;
  }
}

function statusText(status: EntitlementStatus, l10n: Localization<'expirationsSlideout'>): string {
  const { expirationsSlideout: slideout, expirations } = l10n.messages;
  switch (status.kind) {
    case 'expired':
      return expirations.status.expired;
    case 'expires-in':
      return expirations.status.expiresIn(l10n.count(status.days));
    case 'active':
      return slideout.active;
    case 'undated':
      return slideout.doesNotExpire;
    case 'long-expired':
      return slideout.longExpired;
    case 'unreadable':
      return slideout.unreadable;
  }
}

/** What the badge and the line of a status look like. */
function lookOf(status: EntitlementStatus, { policy }: ExpirationClock): string {
  if (status.kind === 'expired') return 'expired';
  return status.kind === 'expires-in' ? urgencyOf(status.days, policy) : 'none';
}

function orderOf({ kind }: EntitlementStatus): number {
  return statusOrder.indexOf(kind);
}

/** The horizon of a status that has one: the statuses of one kind are told apart by it. */
function daysOf(status: EntitlementStatus): number {
  return status.kind === 'expires-in' ? status.days : 0;
}
