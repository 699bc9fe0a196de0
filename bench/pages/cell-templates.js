// What stands in a cell, as templates, for peers that are rendered by Lit.
import { html, nothing } from 'lit';
import {
  beaconsHref,
  beaconsText,
  customerHref,
  distanceText,
  expiryText,
  externalIdText,
  hasExpiryLink,
  statusClass,
  statusText,
} from '../data/row.js';

/** One template for each column. */
export const cellTemplates = {
  name: (row) => html`<a class="name" href=${customerHref(row)}>${row.name}</a>`,
  id: (row) => html`${row.id}`,
  externalId: (row) => html`${externalIdText(row)}`,
  beacons: (row) =>
    row.beacons < 0
      ? html`${beaconsText(row)}`
      : html`<a class="beacons" href=${beaconsHref(row)} data-problems=${row.problems || nothing}
          >${beaconsText(row)}</a
        >`,
  expiryDay: (row) =>
    hasExpiryLink(row)
      ? html`<a class="expiry" href="#expirations">${expiryText(row)}</a>${distanceText(row)}`
      : html`${expiryText(row)}`,
  status: (row) => html`<span class=${statusClass(row)}>${statusText(row)}</span>`,
};
