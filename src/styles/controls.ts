import { css } from 'lit';

/** What every element shares: links, the focus ring, skeletons. */
export const controls = css`
  :host {
    font-family: var(--_font);
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  /* The padding makes a target of at least 24 px, the margin gives its room back to the text around it. */
  .link {
    display: inline-flex;
    align-items: center;
    justify-content: start;
    gap: 0.5em;
    min-block-size: 1.5rem;
    min-inline-size: 1.5rem;
    margin: -0.25rem;
    padding: 0.25rem;
    border: 0;
    border-radius: calc(var(--_radius) * 0.67);
    background: none;
    color: var(--_accent);
    font: inherit;
    text-align: start;
    text-decoration: none;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }

  .link:hover {
    background: none;
    text-decoration: underline;
  }

  .link:focus-visible {
    outline-offset: -1px;
  }

  /* as long as the text that it stands for usually is */
  .skeleton {
    display: inline-block;
    inline-size: calc(var(--_text-length, 6ch) * var(--_variation, 1));
    max-inline-size: 100%;
    block-size: 0.7em;
    border-radius: 0.25em;
    background: var(--_skeleton);
    animation: skeleton 1.2s ease-in-out infinite alternate;
  }

  @keyframes skeleton {
    to {
      opacity: 0.65;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .skeleton {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .link {
      color: LinkText;
      text-decoration: underline;
    }

    .skeleton {
      border: 1px solid GrayText;
    }
  }
`;
