import { css } from 'lit';

/** What comes with finding customers: tiles, the popover of the filters, chips, marks. */
export const findingStyles = css`
  ::highlight(customers-search) {
    background: light-dark(#ffe9a8, #6b4e00);
    color: light-dark(#1c2024, #fff6db);
  }

  .scope {
    color: var(--_muted);
  }

  .tiles {
    display: flex;
    flex: none;
    gap: var(--_space);
    margin-block-end: calc(1.5 * var(--_space));
    /* the ring around a tile that has the focus is not cut */
    margin-inline: -4px;
    padding: 4px;
    overflow-x: auto;
    scrollbar-width: none;
  }

  button.tile {
    flex: none;
    gap: calc(1.25 * var(--_space));
    border-color: var(--_border);
    color: var(--_muted);
    white-space: nowrap;
  }

  .tile .count {
    color: var(--_text);
    font-weight: 640;
    font-variant-numeric: tabular-nums;
  }

  .tile[data-urgency='soon'] .count {
    color: var(--_warning);
  }

  .tile[data-urgency='expired'] .count {
    color: var(--_danger);
  }

  button.tile[aria-pressed='true'] {
    border-color: var(--_accent);
    background: color-mix(in oklab, var(--_accent) 10%, var(--_surface));
    box-shadow: inset 0 0 0 1px var(--_accent);
    color: var(--_text);
  }

  .add-filter::before {
    content: '';
    inline-size: 0.75em;
    block-size: 0.75em;
    background:
      linear-gradient(currentcolor, currentcolor) center / 100% 0.125em no-repeat,
      linear-gradient(currentcolor, currentcolor) center / 0.125em 100% no-repeat;
  }

  .finding-popover {
    inline-size: 22rem;
  }

  .finding-popover:popover-open {
    display: grid;
    gap: calc(1.5 * var(--_space));
  }

  fieldset.filter-field {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr));
    column-gap: var(--_space);
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .filter-field > :is(legend, span:first-child) {
    padding: 0;
    color: var(--_muted);
  }

  .filter-field > legend {
    padding-block-end: calc(0.5 * var(--_space));
  }

  label.filter-field {
    display: grid;
    grid-template-columns: 8rem minmax(0, 1fr);
    align-items: center;
    gap: var(--_space);
  }

  fieldset.filter-field label {
    display: flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: 1.75rem;
    cursor: pointer;
  }

  .filter-field input[type='checkbox'] {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
    min-block-size: 0;
    margin: 0;
    padding: 0;
    accent-color: var(--_accent);
    cursor: inherit;
  }

  .filter-field .days {
    display: flex;
    align-items: center;
    gap: var(--_space);
  }

  .filter-field input[type='number'] {
    inline-size: 6rem;
    padding-inline: 0.5em;
  }

  .filter-field select {
    min-inline-size: 0;
    inline-size: 100%;
  }

  .chips {
    display: flex;
    flex: 1 0 100%;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space);
  }

  button.chip {
    min-block-size: 1.75rem;
    max-inline-size: 100%;
    padding: 0 0.625rem 0 0.75rem;
    border-color: var(--_border);
    border-radius: 99px;
    background: var(--_surface-raised);
    font-weight: 400;
  }

  .chip span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  /* a cross */
  .chip::after,
  .remove-view::before {
    flex: none;
    content: '';
    inline-size: 0.6em;
    block-size: 0.6em;
    rotate: 45deg;
    background:
      linear-gradient(currentcolor, currentcolor) center / 100% 0.125em no-repeat,
      linear-gradient(currentcolor, currentcolor) center / 0.125em 100% no-repeat;
  }

  .chips .link {
    margin-inline-start: 0;
  }

  @media (forced-colors: active) {
    ::highlight(customers-search) {
      background: Mark;
      color: MarkText;
    }

    button.tile[aria-pressed='true'] {
      border: 2px solid Highlight;
      box-shadow: none;
    }

    .add-filter::before,
    .remove-view::before,
    .chip::after {
      background-color: transparent;
      color: ButtonText;
      forced-color-adjust: none;
    }
  }
`;
