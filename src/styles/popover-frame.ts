import { css } from 'lit';

/** What floats above the page beside its button. A dark page shows no shadow: what floats there is lighter than it. */
export const popoverFrame = css`
  [popover] {
    inset: auto;
    inline-size: max-content;
    max-inline-size: calc(100vi - 1rem);
    max-block-size: calc(100vb - 1rem);
    margin: 0;
    padding: calc(2 * var(--_space));
    border: 1px solid var(--_border);
    border-radius: calc(1.5 * var(--_radius));
    overflow: auto;
    overscroll-behavior: contain;
    background: light-dark(var(--_surface), var(--_surface-raised));
    box-shadow: var(--_shadow);
    color: var(--_text);
    font-size: inherit;
    overflow-wrap: anywhere;
  }

  /* focused so that the keyboard goes on there; it does nothing, so that there is nothing to point out */
  [popover]:focus-visible {
    outline: 0;
  }

  [popover].menu {
    padding: calc(0.5 * var(--_space));
  }

  .menu:popover-open {
    display: grid;
    min-inline-size: 11rem;
  }

  .menu button {
    justify-content: start;
    border-color: transparent;
    background: none;
    font-weight: 400;
    text-align: start;
  }

  .menu button:is(:hover, :focus-visible) {
    background: color-mix(in oklab, currentcolor 9%, transparent);
  }
`;
