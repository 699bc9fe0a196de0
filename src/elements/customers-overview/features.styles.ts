import { css } from 'lit';

/** What comes after the first view. */
export const featureStyles = css`
  button.row-menu {
    inline-size: 1.75rem;
    min-block-size: 1.75rem;
  }

  /* three dots, one above the other */
  .row-menu::before {
    content: '';
    inline-size: 0.1875rem;
    block-size: 0.1875rem;
    border-radius: 50%;
    background: currentcolor;
    box-shadow:
      0 -0.3125rem currentcolor,
      0 0.3125rem currentcolor;
  }

  select {
    appearance: none;
    padding-inline-end: 2em;
    background: conic-gradient(from -45deg at 50% 100%, var(--_muted) 90deg, transparent 0) no-repeat
      calc(100% - 0.75em) calc(50% + 0.05em) / 0.7em 0.35em var(--_surface);
  }

  select:dir(rtl) {
    background-position-x: 0.75em;
  }

  .menu .hint {
    max-inline-size: 15rem;
    margin: calc(0.5 * var(--_space)) 0 0;
    padding: var(--_space) 0.75rem;
    border-block-start: 1px solid var(--_border);
    color: var(--_muted);
    font-size: 0.92em;
  }

  /* all of the toolbar on three lines: a sign says enough where a word has no room */
  @container customers-overview (inline-size < 30rem) {
    /* with the sign beside it as wide as the toolbar */
    .sort-by {
      flex-basis: calc(100% - 2.625rem - var(--_space));
    }

    .toolbar button > .word {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }

  /* the frame has the title */
  .panel-form::part(heading) {
    display: none;
  }

  @media (forced-colors: active) {
    select {
      appearance: auto;
      padding-inline-end: 0.5em;
      background: Field;
    }

    .row-menu::before {
      background: ButtonText;
      box-shadow:
        0 -0.3125rem ButtonText,
        0 0.3125rem ButtonText;
      forced-color-adjust: none;
    }
  }
`;
