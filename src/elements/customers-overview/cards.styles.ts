import { css } from 'lit';

/** The same table where there is no room for columns: each row a card, each fact with its column's word. */
export const cardStyles = css`
  @container customers-overview (inline-size < 70rem) {
    .scroller {
      --_row-block-size: var(--customers-card-height, calc(8.375lh + 4 * var(--_space)));
      border: 0;
      border-radius: 0;
    }

    thead {
      display: none;
    }

    tbody tr {
      grid-template: repeat(4, auto) / minmax(6rem, 2fr) minmax(10.625rem, 3fr);
      align-content: space-between;
      align-items: start;
      column-gap: var(--_space);
      block-size: calc(var(--_row-block-size) - 1.5 * var(--_space));
      padding: calc(1.25 * var(--_space));
      border: 1px solid var(--_border);
      border-radius: calc(1.5 * var(--_radius));
    }

    tbody th[role='rowheader'] {
      grid-column: 1 / -1;
      font-size: 1.0715em;
    }

    /* beside the name, at the corners of the card */
    tbody th[data-column='name'] {
      margin-inline: 2.875rem 2rem;
    }

    tbody td[data-column='select'] {
      inset-inline-start: calc(1.25 * var(--_space));
    }

    tbody td[data-column='favourite'] {
      inset-inline-start: calc(1.25 * var(--_space) + 1.75rem);
    }

    tbody td[data-column='menu'] {
      inset-inline-end: calc(0.75 * var(--_space));
    }

    /* beside its word, under the dates */
    tbody td[data-column='expirationStatus'] {
      display: grid;
      grid-column: 1 / -1;
      grid-template-columns: subgrid;
      align-items: baseline;
      justify-items: start;
    }

    tbody td[data-column] {
      padding: 0.125em 0.375rem 0.3125rem;
      text-align: start;
    }

    /* each centred on the line of the name */
    tbody td.control {
      position: absolute;
      inset-block-start: calc(1.25 * var(--_space) + 0.375rem + 0.5lh - 1rem);
      block-size: 2rem;
      padding: 0;
    }

    /* there is room for one more line */
    tbody td:is([data-column='beacons'], [data-column='upcomingExpiration']) {
      white-space: normal;
    }

    /* flush with its word, not with the numbers of other rows */
    tbody td[data-column='beacons'] .link {
      justify-content: start;
    }

    tbody td[data-column]::before {
      display: block;
      overflow: hidden;
      color: var(--_muted);
      font-size: 0.8571em;
      line-height: 1.5;
      text-overflow: ellipsis;
    }

    tbody td[data-column='id']::before {
      content: var(--_label-id);
    }

    tbody td[data-column='externalId']::before {
      content: var(--_label-externalId);
    }

    tbody td[data-column='beacons']::before {
      content: var(--_label-beacons);
    }

    tbody td[data-column='upcomingExpiration']::before {
      content: var(--_label-upcomingExpiration);
    }

    tbody td[data-column='expirationStatus']::before {
      content: var(--_label-expirationStatus);
    }
  }

  /* two lines of facts, and one where they fit on it */
  @container customers-overview (36rem <= inline-size < 70rem) {
    .scroller {
      --_row-block-size: var(--customers-card-height, calc(6.25lh + 4 * var(--_space)));
    }

    tbody tr {
      grid-template: repeat(3, auto) / 1.25fr 1fr 1fr;
    }

    tbody td[data-column='expirationStatus'] {
      display: block;
      grid-column: auto;
    }
  }

  @container customers-overview (44rem <= inline-size < 70rem) {
    .scroller {
      --_row-block-size: var(--customers-card-height, calc(4lh + 4 * var(--_space)));
    }

    tbody tr {
      grid-template: auto auto / 1.1fr 0.95fr 1.35fr 2.15fr 1.95fr;
    }
  }
`;
