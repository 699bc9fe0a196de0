import { css } from 'lit';

/** The table, its header and its rows. */
export const tableStyles = css`
  .scroller {
    --_row-block-size: var(--_row-height);
    position: relative;
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .probe {
    position: absolute;
    inset-block-start: 0;
    inline-size: 1px;
    block-size: var(--_row-block-size);
    visibility: hidden;
  }

  table,
  thead,
  tbody {
    display: block;
  }

  /* rows are out of the flow: the header makes the table as wide as its columns need */
  table {
    min-inline-size: min-content;
    border-collapse: collapse;
    --_columns: 1rem 1.25rem var(--_tracks) 1.25rem;
  }

  /* the line is a shadow, because the first row has one in the same place */
  thead {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    background: var(--_surface-raised);
    box-shadow: 0 1px var(--_border);
  }

  tbody {
    position: relative;
    contain: layout style;
  }

  tr {
    display: grid;
    grid-template-columns: var(--_columns);
    align-items: center;
    column-gap: calc(1.5 * var(--_space));
    padding-inline: calc(2 * var(--_space));
  }

  tbody tr {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    block-size: var(--_row-block-size);
    border-block-start: 1px solid var(--_border);
    background: var(--_surface);
    contain: strict;
  }

  tbody tr:hover {
    background: var(--_hover);
  }

  th,
  td {
    min-inline-size: 0;
    overflow: hidden;
    font-weight: inherit;
    text-align: start;
    text-overflow: ellipsis;
    /* browsers let cells inherit it, and then style all of them anew when their row moves */
    vertical-align: middle;
    white-space: nowrap;
    border-radius: calc(var(--_radius) / 2);
  }

  /* what is cut is cut outside of the ring around a link that has the focus */
  tbody :is(th, td) {
    margin-inline: -0.375rem;
    padding: 0.375rem;
  }

  [dir] {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  thead th {
    display: flex;
    align-items: center;
    min-block-size: 2.5rem;
    padding: 0;
    overflow: visible;
    color: var(--_muted);
    font-size: 0.9285em;
    font-weight: 500;
  }

  thead button {
    position: relative;
    padding: 0;
    border: 0;
    border-radius: calc(var(--_radius) / 2);
    background: none;
    color: inherit;
    white-space: nowrap;
  }

  thead button:hover,
  thead [aria-sort='ascending'],
  thead [aria-sort='descending'] {
    background: none;
    color: var(--_text);
  }

  /* out of the flow, so that a word ends where its column does */
  thead button::after {
    content: '';
    position: absolute;
    inset-inline-start: calc(100% + 0.375em);
    inline-size: 0.625em;
    block-size: 0.625em;
    background: currentcolor;
    clip-path: polygon(50% 10%, 100% 85%, 0 85%);
    opacity: 0;
  }

  thead [aria-sort='none'] button:hover::after {
    opacity: 0.4;
  }

  thead [aria-sort='ascending'] ::after,
  thead [aria-sort='descending'] ::after {
    opacity: 1;
  }

  thead [aria-sort='descending'] ::after {
    rotate: 180deg;
  }

  /* Numbers end under each other and under their word; behind them is room for the sign of problems. */
  [data-column='beacons'] {
    --_text-length: 2ch;
    justify-content: end;
    padding-inline-end: 3rem;
    text-align: end;
  }

  /* "Not applicable" and large numbers may use that room, and the gap behind it. */
  tbody [data-column='beacons'] {
    padding-inline-end: 3.375rem;
    overflow: clip;
    overflow-clip-margin: 1rem;
    text-overflow: clip;
  }

  tbody [data-column='beacons'] .link {
    position: relative;
    justify-content: end;
  }

  tbody [data-column='beacons'] .problems {
    position: absolute;
    inset-inline-start: 100%;
    padding-inline-start: 0.125rem;
  }

  td {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }

  td[data-column='id'] {
    color: var(--_text);
  }

  [role='rowheader'] {
    --_text-length: 20ch;
    display: flex;
    align-items: center;
    gap: var(--_space);
    font-weight: 560;
  }

  [data-column='upcomingExpiration'] {
    --_text-length: 18ch;
  }

  [data-column='expirationStatus'] {
    --_text-length: 14ch;
  }

  tr:nth-child(2n) {
    --_variation: 0.8;
  }

  tr:nth-child(3n) {
    --_variation: 1.2;
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
    font-weight: 400;
  }

  :is(th, td):focus-visible {
    outline-offset: -2px;
  }

  @media (forced-colors: active) {
    thead button::after {
      background: ButtonText;
      forced-color-adjust: none;
    }
  }
`;
