import { css } from 'lit';

/** The fields of a customer: labels, what is filled in, and what is wrong there. */
export const customerFieldsStyles = css`
  .field {
    display: grid;
    gap: calc(var(--_space) * 0.5);
    align-content: start;
    min-inline-size: 0;
  }

  .field label {
    font-weight: 500;
  }

  legend {
    font-weight: 600;
  }

  :is(input:not([type='checkbox']), textarea, select) {
    inline-size: 100%;
    min-block-size: 2.25rem;
    padding: 0.25rem 0.5rem;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }

  textarea {
    resize: vertical;
  }

  [aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }

  input[type='checkbox'] {
    flex: none;
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0;
    accent-color: var(--_accent);
  }

  input[aria-disabled='true'] {
    accent-color: var(--_muted);
  }

  :disabled {
    opacity: 0.6;
    cursor: default;
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    margin-block-end: calc(var(--_space) * 0.5);
    padding: 0;
  }

  fieldset ul {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .owners {
    gap: calc(var(--_space) * 1.5);
  }

  .owner {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: var(--_space) calc(var(--_space) * 1.5);
  }

  .owner .field {
    flex: 1 1 8rem;
  }

  .owner .field:nth-child(3) {
    flex: 1.5 1 10rem;
  }

  .owner .field label {
    color: var(--_muted);
    font-size: 0.92em;
  }

  /* stands beside what is filled in, not beside the label above */
  .owner > .link {
    margin-block-start: calc(0.92 * 1.5em + var(--_space) * 0.5);
    min-block-size: 2.25rem;
  }

  .add {
    margin-block-start: calc(var(--_space) * 0.75);
  }

  .capability {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 0.25) calc(var(--_space) * 1.25);
    min-block-size: 2.75rem;
    border-block-end: 1px solid var(--_border);
  }

  .capabilities li:first-child .capability {
    border-block-start: 1px solid var(--_border);
  }

  .capability > label {
    flex: 1 1 8rem;
    min-inline-size: 0;
    padding-block: calc(var(--_space) * 0.75);
    overflow-wrap: anywhere;
  }

  .kept {
    color: var(--_muted);
    font-size: 0.92em;
  }

  .expiry {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    gap: 0 var(--_space);
    margin-inline-start: auto;
    padding-block: calc(var(--_space) * 0.5);
  }

  .expiry label {
    color: var(--_muted);
    font-size: 0.92em;
  }

  .expiry input:not([type='checkbox']) {
    inline-size: 10rem;
  }

  .problem {
    margin: 0;
    color: var(--_danger);
    font-size: 0.92em;
    overflow-wrap: anywhere;
  }

  .expiry .problem {
    flex-basis: 100%;
    text-align: end;
  }

  @media (forced-colors: active) {
    [aria-invalid='true'] {
      border-width: 2px;
    }
  }
`;
