import { css } from 'lit';

/** A button whose work cannot be undone. */
export const dangerButton = css`
  button.danger {
    border-color: transparent;
    background: var(--_danger);
    color: var(--_surface);
  }

  button.danger:hover {
    background: color-mix(in oklab, var(--_danger) 88%, var(--_text));
  }

  @media (forced-colors: active) {
    button.danger {
      border: 1px solid CanvasText;
    }
  }
`;
