import { css } from 'lit';

/** A modal panel at the end side of the window, as high as it, its head always in view. */
export const slideoutFrame = css`
  :host {
    --_from: 100%;
    font-size: var(--_font-size);
    line-height: 1.5;
  }

  :host(:dir(rtl)) {
    --_from: -100%;
  }

  dialog {
    container: slideout entitlements / size;
    inset: 0;
    inline-size: min(48rem, 100%);
    max-inline-size: none;
    block-size: 100%;
    max-block-size: none;
    margin: 0;
    margin-inline-start: auto;
    padding: 0;
    border: 0;
    overflow: auto;
    overscroll-behavior: contain;
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }

  dialog::backdrop {
    background: var(--_backdrop);
  }

  .header {
    display: flex;
    align-items: start;
    gap: calc(var(--_space) * 2);
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3) calc(var(--_space) * 2);
    border-block-end: 1px solid var(--_border);
    background: var(--_surface);
  }

  .header > div {
    flex: 1;
    min-inline-size: 0;
  }

  .icon {
    flex: none;
    margin-block-start: calc(var(--_space) * -0.5);
    margin-inline-end: calc(var(--_space) * -1);
  }

  .icon svg {
    inline-size: 1.15em;
    block-size: 1.15em;
  }

  @media (prefers-reduced-motion: no-preference) {
    dialog {
      translate: var(--_from);
      transition:
        translate 0.22s cubic-bezier(0.2, 0, 0, 1),
        overlay 0.22s allow-discrete,
        display 0.22s allow-discrete;
    }

    dialog::backdrop {
      opacity: 0;
      transition:
        opacity 0.22s,
        overlay 0.22s allow-discrete,
        display 0.22s allow-discrete;
    }

    dialog[open] {
      translate: 0;
    }

    dialog[open]::backdrop {
      opacity: 1;
    }

    @starting-style {
      dialog[open] {
        translate: var(--_from);
      }

      dialog[open]::backdrop {
        opacity: 0;
      }
    }
  }

  @media (forced-colors: active) {
    dialog {
      border-inline-start: 1px solid CanvasText;
    }
  }

  /* where the head would take too much of the height, it scrolls away */
  @container slideout (max-height: 24rem) {
    .header {
      position: static;
    }
  }
`;
