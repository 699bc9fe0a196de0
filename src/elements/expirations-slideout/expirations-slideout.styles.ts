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
`;
