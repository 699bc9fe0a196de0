import { css } from 'lit';

/** The table; cards where five columns have no room. */
export const entitlementsStyles = css`
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  th,
  td {
    padding: calc(var(--_space) * 1.25) calc(var(--_space) * 2) calc(var(--_space) * 1.25) 0;
    border-block-end: 1px solid var(--_border);
    text-align: start;
    vertical-align: baseline;
    overflow-wrap: anywhere;
  }

  :is(th, td):last-child {
    padding-inline-end: 0;
  }

  thead th {
    padding-block-start: 0;
    color: var(--_muted);
    font-size: 0.92em;
    font-weight: 500;
  }

  tbody th {
    font-weight: 500;
  }

  .product,
  .days {
    color: var(--_muted);
  }

  time,
  .days {
    white-space: nowrap;
  }

  @container slideout (max-width: 38rem) {
    table,
    tbody {
      display: block;
    }

    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    tbody tr {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: calc(var(--_space) * 0.25) calc(var(--_space) * 2);
      padding-block: calc(var(--_space) * 1.5);
      border-block-end: 1px solid var(--_border);
    }

    tbody tr:first-child {
      border-block-start: 1px solid var(--_border);
    }

    tbody :is(th, td) {
      padding: 0;
      border: 0;
    }

    .status {
      grid-area: 1 / 2;
    }

    .product {
      grid-area: 2 / 1 / auto / -1;
    }

    .days {
      text-align: end;
    }
  }
`;
