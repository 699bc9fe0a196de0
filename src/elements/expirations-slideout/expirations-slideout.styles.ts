import { css } from 'lit';

/** What stands in the slideout. */
export const slideoutStyles = css`
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

  @media (forced-colors: active) {
    .note {
      border: 1px solid CanvasText;
    }
  }
`;
