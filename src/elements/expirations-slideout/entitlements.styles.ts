import { css } from 'lit';

/** The table; cards where five columns have no room in the container `entitlements`. */
export const entitlementsStyles = css`
  /* its lines reach out, its text stands under the heading */
  table {
    inline-size: calc(100% + 2 * var(--_space));
    margin-inline: calc(-1 * var(--_space));
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  th,
  td {
    /* the same on both sides: a cell whose text runs the other way must not turn its padding around */
    padding: calc(var(--_space) * 1.25) var(--_space);
    border-block-end: 1px solid var(--_border);
    text-align: start;
    vertical-align: baseline;
    overflow-wrap: anywhere;
  }

  /* a cell whose text runs the other way still stands in its column */
  [dir] {
    text-align: -webkit-match-parent;
    text-align: match-parent;
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

  .product,
  .expires,
  .days {
    white-space: nowrap;
  }

  /* a product's name is short; one that is not leaves room for the others */
  .product {
    max-inline-size: 9rem;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  @container entitlements (max-width: 38rem) {
    table,
    tbody {
      display: block;
    }

    table {
      inline-size: auto;
      margin: 0;
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
      justify-self: end;
    }

    .product {
      grid-area: 2 / 1 / auto / -1;
      max-inline-size: none;
    }

    .days {
      justify-self: end;
    }
  }
`;
