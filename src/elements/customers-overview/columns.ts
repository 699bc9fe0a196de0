import { html, nothing, type TemplateResult } from 'lit';
import { beaconCount } from '../../domain/beacons.js';
import { displayName, type Customer } from '../../domain/customer.js';
import { expirationStatus, upcomingExpiration } from '../../domain/expirations.js';
import { linkFromTemplate } from '../../domain/link.js';
import { isViewOnly } from '../../domain/permissions.js';
import type { CustomersSortField } from '../../domain/query.js';
import { beaconCountTemplate } from '../beacon-count-link/beacon-count.template.js';
import { BeaconsOpenEvent } from '../beacon-count-link/beacons-open-event.js';
import { expirationStatusTemplate } from '../expiration-status/expiration-status.template.js';
import { ExpirationsOpenEvent } from '../upcoming-expiration/expirations-open-event.js';
import { shownText } from '../shown-text.js';
import { upcomingExpirationTemplate } from '../upcoming-expiration/upcoming-expiration.template.js';
import { CustomerOpenEvent } from './events.js';
import type { RowContext } from './row-context.js';

/** One column of the overview. Its header's word is `messages.overview.columns[id]`. */
export interface Column {
  /** Names the column in the page, in its words and in a query's sort. */
  readonly id: CustomersSortField;
  /** How wide it is, as a grid track of CSS. */
  readonly track: string;
  /** The whole cell, so that its static parts cost a row nothing. */
  readonly cell: (customer: Customer, context: RowContext) => TemplateResult;
  /** The intent of the cell's link, and the part that the link is. */
  readonly link?: { readonly part: string; readonly intent: (customerId: string) => Event };
}

/** An absent external ID is no value: a template that needs it makes no link (`docs/rules.md §1.4`). */
const linkTo = (template: string | undefined, { id, name, externalId }: Customer, base: string) =>
  linkFromTemplate(template, { id, name, ...(externalId !== undefined && { externalId }) }, base);

/** The columns, in the order on screen. */
export const columns: readonly Column[] = [
  {
    id: 'name',
    track: 'minmax(10rem, 2.1fr)',
    link: { part: 'customer-link', intent: (customerId) => new CustomerOpenEvent(customerId) },
    cell: (customer, { customerHref, base, l10n }) => {
      const href = linkTo(customerHref, customer, base);
      const name = shownText(displayName(customer));
      const words = l10n.messages.overview;
      const description = isViewOnly(customer) ? 'view-only' : nothing;
      return html`<th role="rowheader" scope="row" data-column="name" part="cell">
        ${
          href === undefined
            ? html`<button
                type="button"
                class="link customer-name"
                part="customer-link"
                dir="auto"
                aria-describedby=${description}
              >
                ${name}
              </button>`
            : html`<a
                class="link customer-name"
                part="customer-link"
                dir="auto"
                href=${href}
                aria-describedby=${description}
                >${name}</a
              >`
        }
        ${
          isViewOnly(customer)
            ? html`<span class="view-only" title=${words.viewOnlyHint}>${words.viewOnly}</span>`
            : nothing
        }
      </th>`;
    },
  },
  {
    id: 'id',
    track: 'minmax(7rem, 0.8fr)',
    cell: ({ id }) => html`<td role="gridcell" data-column="id" part="cell" dir="auto">${shownText(id)}</td>`,
  },
  {
    id: 'externalId',
    track: 'minmax(6rem, 0.9fr)',
    cell: ({ externalId }, { l10n }) =>
      html`<td role="gridcell" data-column="externalId" part="cell" dir="auto">
        ${
          externalId
            ? shownText(externalId)
            : html`<span role="img" aria-label=${l10n.messages.overview.noExternalId}>-</span>`
        }
      </td>`,
  },
  {
    id: 'beacons',
    track: 'minmax(9rem, 0.7fr)',
    link: { part: 'beacons-link', intent: (customerId) => new BeaconsOpenEvent(customerId) },
    cell: (customer, { beaconsHref, base, l10n }) =>
      html`<td role="gridcell" data-column="beacons" part="cell">
        ${beaconCountTemplate({
          count: beaconCount(customer.beacons),
          href: linkTo(beaconsHref, customer, base),
          customer: displayName(customer),
          l10n,
        })}
      </td>`,
  },
  {
    id: 'upcomingExpiration',
    track: 'minmax(11rem, 1.3fr)',
    link: { part: 'expirations-link', intent: (customerId) => new ExpirationsOpenEvent(customerId) },
    cell: (customer, context) =>
      html`<td role="gridcell" data-column="upcomingExpiration" part="cell">
        ${upcomingExpirationTemplate({
          expiration: upcomingExpiration(customer.expirations, context),
          timeZone: context.timeZone,
          opensDialog: true,
          customer: displayName(customer),
          l10n: context.l10n,
        })}
      </td>`,
  },
  {
    id: 'expirationStatus',
    track: 'minmax(10rem, 1.1fr)',
    cell: (customer, context) =>
      html`<td role="gridcell" data-column="expirationStatus" part="cell">
        ${expirationStatusTemplate({
          status: expirationStatus(customer.expirations, context),
          policy: context.policy,
          l10n: context.l10n,
        })}
      </td>`,
  },
];
