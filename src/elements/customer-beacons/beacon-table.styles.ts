import { css } from 'lit';

/** The table: nine facts in five columns of two lines, each row as tall as every other. */
export const beaconTableStyles = css`
  .scroller {
    --_row-block-size: calc(3lh + 1.5 * var(--_space));
    position: relative;
    max-block-size: var(--customers-beacons-max-height, 36rem);
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

  table {
    min-inline-size: min-content;
    border-collapse: collapse;
  }

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
    grid-template:
      'name connectivity reported version address' auto
      'parent policy reported system subnets' auto
      / minmax(12rem, 2fr) minmax(8.5rem, 1fr) minmax(10.5rem, 1.1fr) minmax(12rem, 1.3fr) minmax(9rem, 1fr);
    align-content: center;
    column-gap: calc(2 * var(--_space));
    padding-inline: calc(2 * var(--_space));
  }

  thead tr {
    padding-block: calc(0.75 * var(--_space));
    color: var(--_muted);
    font-size: 0.9285em;
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
    padding: 0;
    overflow: hidden;
    font-weight: 500;
    text-align: start;
    text-overflow: ellipsis;
    vertical-align: middle;
    white-space: nowrap;
    border-radius: calc(var(--_radius) / 2);
  }

  /* what is cut is cut outside of the ring around what has the focus */
  tbody :is(th, td) {
    margin-inline: -0.375rem;
    padding: 0.125rem 0.375rem;
    font-variant-numeric: tabular-nums;
    font-weight: 400;
  }

  tbody td {
    color: var(--_muted);
  }

  tbody :is([data-column='connectivity'], [data-column='version'], [data-column='ipAddress']),
  .age {
    color: var(--_text);
  }

  tbody th[data-column='name'] {
    display: flex;
    align-items: center;
    padding-inline-start: calc(0.375rem + 1.5rem * (min(var(--_level, 1), 8) - 1));
    font-weight: 560;
  }

  .beacon-name {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .context .beacon-name,
  .context td {
    color: var(--_muted);
    font-weight: 400;
  }

  [data-column='name'] {
    grid-area: name;
  }

  [data-column='parent'] {
    grid-area: parent;
  }

  [role='treegrid'] tbody [data-column='parent'] {
    padding-inline-start: calc(1.875rem + 1.5rem * (min(var(--_level, 1), 8) - 1));
  }

  [data-column='connectivity'] {
    grid-area: connectivity;
  }

  [data-column='policy'] {
    grid-area: policy;
  }

  [data-column='lastReported'] {
    grid-area: reported;
  }

  /* on the lines of the cells beside it */
  tbody [data-column='lastReported'] time {
    display: block;
    padding-block-start: 0.25rem;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  /* what is due is seen, however long the version is */
  .version {
    display: flex;
    gap: 0.5em;
  }

  .version bdi {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .version .due {
    flex: none;
  }

  [data-column='version'] {
    grid-area: version;
  }

  [data-column='operatingSystem'] {
    grid-area: system;
  }

  [data-column='ipAddress'] {
    grid-area: address;
  }

  [data-column='subnets'] {
    grid-area: subnets;
  }

  .due {
    color: var(--_warning);
    font-weight: 500;
  }

  .overdue::before {
    content: ' · ' / '';
    white-space: pre;
  }

  .branch {
    flex: none;
    inline-size: 1.5rem;
  }

  button.toggle {
    inline-size: 1.5rem;
    min-block-size: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_muted);
    vertical-align: middle;
  }

  button.toggle:hover {
    color: var(--_text);
  }

  .toggle svg {
    inline-size: 1em;
    block-size: 1em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .toggle:dir(rtl) svg {
    rotate: 180deg;
  }

  .toggle[aria-expanded='true'] svg {
    rotate: 90deg;
  }

  td .link {
    margin-block: -0.125rem;
    padding-block: 0.125rem;
  }

  .skeleton {
    --_text-length: 70%;
  }

  tr:nth-child(2n) {
    --_variation: 0.8;
  }

  :is(th, td):focus-visible,
  td .link:focus-visible,
  .toggle:focus-visible {
    outline-offset: -2px;
  }
`;
