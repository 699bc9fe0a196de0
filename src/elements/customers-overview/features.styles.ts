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

  .menu {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: calc(0.5 * var(--_space));
    border: 1px solid var(--_border);
    border-radius: calc(1.5 * var(--_radius));
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
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
  }

  .menu button:is(:hover, :focus-visible) {
    background: var(--_hover);
  }

  /* the frame has the title */
  .panel-form::part(heading) {
    display: none;
  }

  @media (forced-colors: active) {
    .row-menu::before {
      background: ButtonText;
      box-shadow:
        0 -0.3125rem ButtonText,
        0 0.3125rem ButtonText;
      forced-color-adjust: none;
    }
  }
`;
