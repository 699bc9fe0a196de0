import { css } from 'lit';

/** The list on paper: its rows one below the other, without what can only be done on a screen. */
export const printStyles = css`
  @media print {
    /* paper is white, whatever the page is */
    :host {
      display: block;
      max-block-size: none;
      color-scheme: light;
    }

    :is(.tiles-room, .toolbar, .bulk-bar, .control, .pages, .probe, .activity),
    :is(.header, .notice, .state) :is(button, slot[name='actions']) {
      display: none;
    }

    .scroller {
      overflow: visible;
      border: 0;
    }

    thead,
    tbody tr {
      position: static;
    }

    /* where they stand on the screen is set on each of them */
    tbody {
      block-size: auto !important;
      contain: none;
    }

    tbody tr {
      block-size: auto;
      min-block-size: calc(0.8 * var(--_row-height));
      transform: none !important;
      contain: none;
      break-inside: avoid;
      background: none !important;
    }

    table {
      --_columns: var(--_tracks);
    }

    tbody :is(th, td) {
      overflow: visible;
      white-space: normal;
    }

    .customer-name {
      white-space: normal;
    }

    @container customers-overview (inline-size < 70rem) {
      tbody tr {
        margin-block-end: var(--_space);
        padding-block: var(--_space);
      }

      tbody th[data-column='name'] {
        margin-inline: -0.375rem;
      }
    }
  }
`;
