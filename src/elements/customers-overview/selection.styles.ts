import { css } from 'lit';

/** What comes with the selection: check boxes, the look of selected rows, the bar below the rows. */
export const selectionStyles = css`
  :host {
    --_selected: var(--customers-selected, light-dark(#e8f0fd, #1d2b45));
  }

  .select {
    inline-size: 1rem;
    block-size: 1rem;
    min-block-size: 0;
    margin: 0;
    padding: 0;
    accent-color: var(--_accent);
    cursor: pointer;
  }

  /* the whole cell, so that the target is large enough */
  .control > .select {
    position: relative;
  }

  .control > .select::before {
    content: '';
    position: absolute;
    inset: -0.375rem;
  }

  .select[aria-disabled='true'] {
    opacity: 0.5;
    cursor: default;
  }

  /* a range is selected, and no text */
  [data-column='select'] {
    user-select: none;
  }

  thead [data-column='select'] {
    justify-content: center;
  }

  tbody tr:has(.select:checked) {
    background: var(--_selected);
  }

  .select-all {
    display: none;
  }

  .bulk-bar {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space);
    margin-block-start: var(--_space);
    padding: var(--_space) calc(1.5 * var(--_space));
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_selected);
  }

  .bulk-bar .selected {
    display: flex;
    flex: 1 1 auto;
    flex-wrap: wrap;
    column-gap: var(--_space);
    font-variant-numeric: tabular-nums;
  }

  .bulk-bar .selected :first-child {
    font-weight: 560;
  }

  .bulk-bar .hidden-count {
    color: var(--_muted);
  }

  .bulk-bar .delete {
    color: var(--_danger);
  }

  .bulk-bar [aria-disabled='true'] {
    opacity: 0.5;
    cursor: default;
  }

  .bulk-bar .problem {
    flex: 1 0 100%;
    margin: 0;
    color: var(--_danger);
  }

  @container customers-overview (inline-size < 70rem) {
    .select-all {
      display: inline-flex;
    }

    .select-all svg {
      inline-size: 1rem;
      block-size: 1rem;
    }

    tbody tr:has(.select:checked) {
      border-color: var(--_accent);
    }
  }

  @media (forced-colors: active) {
    tbody tr:has(.select:checked) {
      outline: 2px solid Highlight;
      outline-offset: -3px;
    }
  }
`;
