import { css } from 'lit';

/** The list in pages: a native table, laid out by the browser, whose rows may be as tall as their text. */
export const pageStyles = css`
  .paged tbody tr {
    position: static;
    margin-block-end: calc(1.5 * var(--_space));
    contain: none;
  }

  @container customers-overview (inline-size >= 70rem) {
    table.paged {
      display: table;
      inline-size: 100%;
    }

    .paged thead {
      display: table-header-group;
    }

    .paged tbody {
      display: table-row-group;
      contain: none;
    }

    .paged tr {
      display: table-row;
    }

    .paged :is(th, td) {
      display: table-cell;
      padding-inline: var(--_space);
      overflow-wrap: anywhere;
      white-space: normal;
    }

    .paged .control {
      inline-size: 1.25rem;
      padding-inline: calc(0.5 * var(--_space));
      text-align: center;
    }

    .paged :is(th, td):first-child {
      padding-inline-start: calc(2 * var(--_space));
    }

    .paged :is(th, td):last-child {
      padding-inline-end: calc(2 * var(--_space));
    }

    /* behind the numbers is room for the sign of problems */
    .paged [data-column='beacons'] {
      padding-inline-end: 4rem;
    }

    .paged tbody :is(th, td) {
      border-block-end: 1px solid var(--_border);
    }

    .paged .customer-name {
      display: inline;
      margin-inline-end: 0; /* with the space after it the gap before "View only" */
      white-space: normal;
    }
  }

  .pages {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    padding-block-start: calc(1.5 * var(--_space));
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }

  .pages :is(label, .turn) {
    display: flex;
    align-items: center;
    gap: var(--_space);
  }

  /* so that all is on one line; the buttons beside it say enough to the eye */
  @container customers-overview (inline-size < 30rem) {
    .pages label span {
      position: absolute;
      clip-path: inset(50%);
    }
  }

  .pages .turn {
    margin-inline-start: auto;
  }

  .pages [aria-disabled='true'] {
    opacity: 0.4;
  }

  .pages button::before {
    content: '';
    inline-size: 0.5em;
    block-size: 0.5em;
    border-block-start: 2px solid;
    border-inline-end: 2px solid;
    rotate: 45deg;
  }

  .pages :is(.previous:dir(ltr), .next:dir(rtl))::before {
    rotate: -135deg;
  }
`;
