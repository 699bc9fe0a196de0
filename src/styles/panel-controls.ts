import { css } from 'lit';

/** What the overview and its panels have besides the shared controls: buttons, text for screen readers alone. */
export const panelControls = css`
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space);
    min-block-size: 2.25rem;
    margin: 0;
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-weight: 500;
    cursor: pointer;
  }

  button:hover {
    background: var(--_hover);
  }

  button.primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_accent-contrast);
  }

  button.primary:hover {
    background: color-mix(in oklab, var(--_accent) 88%, var(--_text));
  }

  button.icon {
    inline-size: 2.25rem;
    padding: 0;
    border-color: transparent;
    background: transparent;
    color: var(--_muted);
  }

  button.icon:hover {
    background: var(--_hover);
    color: var(--_text);
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    button.primary {
      border-color: ButtonBorder;
    }
  }
`;
