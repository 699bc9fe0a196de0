import { css } from 'lit';

/** The same table where there is no room for columns: each row a card, each fact with its column's word. */
export const cardStyles = css`
  @container customers-overview (inline-size < 60rem) {
    .scroller,
    .probe {
      --_row-block-size: var(--customers-card-height, calc(10.25lh + 3 * var(--_space)));
    }

    .scroller {
      border: 0;
      border-radius: 0;
    }

    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      visibility: hidden;
    }

    tbody tr {
      grid-template: auto repeat(3, 1fr) / 2fr 3fr;
      gap: 0 calc(2 * var(--_space));
      block-size: calc(var(--_row-block-size) - 1.5 * var(--_space));
      padding: calc(1.25 * var(--_space)) calc(2 * var(--_space));
      border: 1px solid var(--_border);
      border-radius: calc(1.5 * var(--_radius));
    }

    tbody tr:hover {
      background: var(--_surface);
    }

    tbody th[role='rowheader'] {
      grid-column: 1 / -1;
      font-size: 1.0715em;
    }

    tbody td[data-column='expirationStatus'] {
      grid-column: 1 / -1;
    }

    tbody td[data-column] {
      padding: 0.125em 0;
      text-align: start;
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
      content: var(--_label-id) / '';
    }

    tbody td[data-column='externalId']::before {
      content: var(--_label-externalId) / '';
    }

    tbody td[data-column='beacons']::before {
      content: var(--_label-beacons) / '';
    }

    tbody td[data-column='upcomingExpiration']::before {
      content: var(--_label-upcomingExpiration) / '';
    }

    tbody td[data-column='expirationStatus']::before {
      content: var(--_label-expirationStatus) / '';
    }
  }
`;
