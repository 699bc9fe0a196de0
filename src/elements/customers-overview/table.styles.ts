import { css } from 'lit';

/** The table, its header and its rows. */
export const tableStyles = css`
  .scroller {
    position: relative;
    flex: 0 1 auto;
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    scrollbar-gutter: auto;
  }

  .probe {
    position: absolute;
    inset-block-start: 0;
    inline-size: 1px;
    block-size: var(--_row-block-size);
    visibility: hidden;
    pointer-events: none;
  }

  .scroller,
  .probe {
    --_row-block-size: var(--_row-height);
  }

  table,
  thead,
  tbody {
    display: block;
  }

  table {
    min-inline-size: 100%;
    border-collapse: collapse;
    --_columns: minmax(12rem, 2.1fr) minmax(7rem, 0.8fr) minmax(7rem, 0.9fr) minmax(6.5rem, 0.7fr) minmax(13rem, 1.4fr)
      minmax(10.5rem, 1.1fr);
  }

  thead {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    background: var(--_surface-raised);
    border-block-end: 1px solid var(--_border);
  }

  tbody {
    position: relative;
    contain: layout style;
  }

  tr {
    display: grid;
    grid-template-columns: var(--_columns);
    align-items: center;
    column-gap: calc(2 * var(--_space));
    padding-inline: calc(2 * var(--_space));
  }

  tbody tr {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    block-size: var(--_row-block-size);
    border-block-end: 1px solid var(--_border);
    background: var(--_surface);
    contain: strict;
  }

  tbody tr[hidden] {
    display: none;
  }

  tbody tr:hover {
    background: var(--_hover);
  }

  th,
  td {
    min-inline-size: 0;
    padding: 0.25em 0;
    overflow: hidden;
    font-weight: inherit;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
    border-radius: calc(var(--_radius) / 2);
  }

  th[dir],
  td[dir] {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  thead th {
    padding: 0;
    overflow: visible;
  }

  thead button {
    display: inline-flex;
    align-items: center;
    gap: 0.375em;
    max-inline-size: 100%;
    min-block-size: 2.5rem;
    padding: 0;
    border: 0;
    border-radius: calc(var(--_radius) / 2);
    color: var(--_muted);
    background: none;
    font: inherit;
    font-size: 0.9285em;
    font-weight: 560;
    text-align: start;
    white-space: nowrap;
    cursor: pointer;
  }

  thead button:hover,
  thead th[aria-sort='ascending'] button,
  thead th[aria-sort='descending'] button {
    color: var(--_text);
  }

  thead button::after {
    content: '';
    flex: none;
    inline-size: 0.625em;
    block-size: 0.625em;
    background: currentcolor;
    clip-path: polygon(50% 10%, 100% 85%, 0 85%);
    opacity: 0;
  }

  thead button:hover::after {
    opacity: 0.4;
  }

  thead th[aria-sort='ascending'] button::after,
  thead th[aria-sort='descending'] button::after {
    opacity: 1;
  }

  thead th[aria-sort='descending'] button::after {
    rotate: 180deg;
  }

  /* Numbers stand under each other; behind them is room for the sign of problems. */
  [data-column='beacons'] {
    padding-inline-end: 3.25rem;
    text-align: end;
  }

  thead [data-column='beacons'] button {
    flex-direction: row-reverse;
  }

  /* "Not applicable" may use that room. */
  tbody [data-column='beacons'] {
    text-overflow: clip;
  }

  tbody [data-column='beacons'] .link {
    position: relative;
    justify-content: end;
  }

  tbody [data-column='beacons'] .problems {
    position: absolute;
    inset-inline-start: 100%;
    padding-inline-start: 0.25rem;
  }

  td[data-column] {
    font-variant-numeric: tabular-nums;
  }

  td {
    color: var(--_muted);
  }

  td[data-column='id'] {
    color: var(--_text);
  }

  [role='rowheader'] {
    display: flex;
    align-items: center;
    gap: var(--_space);
    font-weight: 560;
  }

  .customer-name {
    display: block;
    min-inline-size: 0;
    overflow: hidden;
    color: var(--_text);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .customer-name:hover {
    color: var(--_accent);
  }

  .view-only {
    flex: none;
    padding: 0.0625em 0.5em;
    border: 1px solid var(--_border);
    border-radius: 99px;
    color: var(--_muted);
    font-size: 0.8571em;
    font-weight: 400;
  }

  .unreadable {
    grid-column: 1 / -1;
    color: var(--_danger);
  }

  :is(th, td):focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }

  :is(th, td) :is(a, button):focus-visible {
    outline-offset: -2px;
  }

  @media (forced-colors: active) {
    thead button::after {
      background: ButtonText;
      forced-color-adjust: none;
    }
  }
`;
