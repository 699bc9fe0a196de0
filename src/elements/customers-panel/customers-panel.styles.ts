import { css } from 'lit';

/** What frames the content of a panel. */
export const customersPanelStyles = css`
  dialog {
    inline-size: min(60rem, 100%);
  }

  h2 {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    margin: 0;
    font-size: 1.25em;
    font-weight: 600;
    letter-spacing: -0.01em;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }

  /* focused so that a screen reader starts here; it does nothing, so that there is nothing to point out */
  h2:focus {
    outline: none;
  }

  .body {
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3) calc(var(--_space) * 4);
  }
`;
