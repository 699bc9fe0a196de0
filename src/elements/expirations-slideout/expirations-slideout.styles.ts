import { css } from 'lit';

/** The panel: at the end side of the window, as high as it, its head always in view. */
export const slideoutStyles = css`
  :host {
    --_from: 100%;
    font-size: var(--_font-size);
    line-height: 1.5;
  }

  :host(:dir(rtl)) {
    --_from: -100%;
  }

  dialog {
    container: slideout / size;
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

  /* says what kind of list this is; the customer's name heads it */
  h2 {
    margin: 0;
    color: var(--_muted);
    font-size: 1em;
    font-weight: 500;
  }

  /* focused so that a screen reader starts here; it does nothing, so that there is nothing to point out */
  h2:focus {
    outline: none;
  }

  #customer {
    display: flex;
    flex-wrap: wrap;
    align-items: last baseline;
    column-gap: calc(var(--_space) * 1.5);
    margin: 0;
    color: var(--_muted);
  }

  #customer > * {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .name {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    color: var(--_text);
    font-size: 1.25em;
    font-weight: 600;
    letter-spacing: -0.01em;
    line-height: 1.35;
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

  .body {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3) calc(var(--_space) * 4);
  }

  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    margin: 0 0 var(--_space);
    padding: 0;
    list-style: none;
  }

  .badge[data-status='none']::before {
    content: none;
  }

  .badge[data-status='none'] {
    padding-inline: 0.625rem;
  }

  .note {
    margin: 0;
    padding: calc(var(--_space) * 1.25) calc(var(--_space) * 1.5);
    border-radius: var(--_radius);
    background: var(--_warning-surface);
    color: var(--_warning);
    overflow-wrap: anywhere;
  }

  .state {
    display: grid;
    justify-items: center;
    gap: var(--_space);
    margin: 0;
    padding: calc(var(--_space) * 6) calc(var(--_space) * 2);
    color: var(--_muted);
    text-align: center;
  }

  .state > * {
    margin: 0;
  }

  h3 {
    color: var(--_text);
    font-size: 1em;
    font-weight: 600;
  }

  .state button {
    margin-block-start: var(--_space);
  }

  .skeletons {
    display: grid;
    gap: calc(var(--_space) * 3);
    padding-block: calc(var(--_space) * 1.5);
  }

  .skeleton {
    --_text-length: 78%;
  }

  .skeleton:nth-child(2n) {
    --_variation: 0.8;
  }

  .skeleton:nth-child(3n) {
    --_variation: 1.2;
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

    .note {
      border: 1px solid CanvasText;
    }
  }

  /* where the head would take too much of the height, it scrolls away */
  @container slideout (max-height: 24rem) {
    .header {
      position: static;
    }
  }
`;
