import { css } from 'lit';

/** The same table where there is no room for columns: each beacon a card, each fact with its column's word. */
export const beaconCardStyles = css`
  @container customer-beacons (inline-size < 56rem) {
    .scroller {
      --_row-block-size: calc(13.5lh + 6 * var(--_space));
      border: 0;
      border-radius: 0;
    }

    thead {
      display: none;
    }

    tbody tr {
      grid-template:
        'name name' auto
        'connectivity policy' auto
        'reported version' auto
        'system address' auto
        'parent subnets' auto
        / minmax(0, 1.15fr) minmax(0, 1fr);
      align-content: space-between;
      block-size: calc(var(--_row-block-size) - 1.5 * var(--_space));
      padding: calc(1.5 * var(--_space));
      border: 1px solid var(--_border);
      border-radius: calc(1.5 * var(--_radius));
    }

    tbody th[data-column='name'] {
      font-size: 1.0715em;
    }

    tbody td::before {
      display: block;
      overflow: hidden;
      color: var(--_muted);
      font-size: 0.8571em;
      text-overflow: ellipsis;
      content: attr(data-label) / '';
    }

    tbody td {
      color: var(--_text);
    }

    /* there is room for one more line */
    tbody td[data-column='lastReported'] {
      white-space: normal;
    }

    tbody [data-column='lastReported'] time {
      color: var(--_muted);
      font-size: 0.92em;
    }

    [role='treegrid'] tbody [data-column='parent'] {
      padding-inline-start: 0.375rem;
    }
  }

  @container customer-beacons (34rem <= inline-size < 56rem) {
    .scroller {
      --_row-block-size: calc(8lh + 4 * var(--_space));
    }

    tbody tr {
      grid-template:
        'name name name name' auto
        'connectivity reported version address' auto
        'policy parent system subnets' auto
        / minmax(0, 1fr) minmax(0, 1.1fr) minmax(0, 1.2fr) minmax(0, 1fr);
    }
  }

  @container customer-beacons (inline-size < 56rem) {
    .filters {
      flex: 1 1 100%;
    }

    .filters + .search {
      flex-basis: 12rem;
      max-inline-size: none;
    }
  }
`;
