import { css } from 'lit';

/** The frame: counts, search, states, the list of subnets. */
export const customerBeaconsStyles = css`
  :host {
    display: block;
    color: var(--_text);
    font-size: var(--_font-size);
    line-height: 1.45;
    container: customer-beacons / inline-size;
  }

  .body {
    outline: none;
  }

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space);
    min-block-size: 2.25rem;
    margin-block-end: calc(1.5 * var(--_space));
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.75 * var(--_space));
  }

  .filters:empty {
    display: none;
  }

  .search {
    flex: 1 1 16rem;
    min-inline-size: 0;
  }

  .filters + .search {
    max-inline-size: 26rem;
    margin-inline-start: auto;
  }

  input {
    inline-size: 100%;
    min-block-size: 2.25rem;
    padding-inline: 0.75em;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    text-overflow: ellipsis;
  }

  /* iOS zooms into a field of smaller letters */
  @media (pointer: coarse) {
    input {
      font-size: max(1rem, 1em);
    }
  }

  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  .pressable .count {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
    font-weight: 400;
  }

  .filters .pressable {
    border-color: var(--_border);
    border-radius: 2rem;
  }

  .filters .pressable:not([aria-pressed='true']) {
    color: var(--_text);
  }

  .pressable[aria-pressed='true'],
  .pressable[aria-pressed='true'] .count {
    border-color: var(--_accent);
    background: color-mix(in oklab, var(--_accent) 12%, var(--_surface));
    color: var(--_text);
  }

  .pressable[aria-pressed='true'] {
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .pressable[aria-pressed='true'] .count {
    background: none;
  }

  .icon svg {
    inline-size: 1.15em;
    block-size: 1.15em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  [popover] {
    max-inline-size: min(22rem, calc(100vi - 1rem));
    max-block-size: min(20rem, calc(100vb - 1rem));
  }

  .note {
    margin-block-end: calc(1.5 * var(--_space));
  }

  [popover] p,
  [popover] ul {
    margin: 0;
  }

  .subnets-heading {
    padding-block-end: calc(0.75 * var(--_space));
    font-weight: 600;
  }

  ul {
    padding: 0;
    list-style: none;
    font-variant-numeric: tabular-nums;
  }

  .quiet {
    color: var(--_muted);
  }

  @media (forced-colors: active) {
    .pressable[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -3px;
    }
  }
`;
