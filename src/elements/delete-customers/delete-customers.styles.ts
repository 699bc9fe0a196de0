import { css } from 'lit';
import { dangerButton } from '../../styles/danger-button.js';

/** The lists of customers, and the word to type. */
const ownStyles = css`
  :host,
  form {
    display: grid;
    gap: calc(var(--_space) * 2.5);
    color: var(--_text);
    font-size: var(--_font-size);
    line-height: 1.5;
  }

  h2,
  h3,
  p,
  ul {
    margin: 0;
    padding: 0;
    overflow-wrap: anywhere;
  }

  h2 {
    font-size: 1.25em;
    font-weight: 600;
    line-height: 1.35;
  }

  h3 {
    font-size: 1em;
    font-weight: 600;
  }

  /* focused so that a screen reader goes on there; it does nothing, so that there is nothing to point out */
  [tabindex='-1']:focus {
    outline: none;
  }

  section {
    display: grid;
    gap: var(--_space);
    min-inline-size: 0;
  }

  ul {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    list-style: none;
  }

  li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 calc(var(--_space) * 2);
    padding: var(--_space) calc(var(--_space) * 1.5);
    overflow-wrap: anywhere;
  }

  li + li {
    border-block-start: 1px solid var(--_border);
  }

  .who {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 1.5);
    min-inline-size: 0;
  }

  .name {
    font-weight: 500;
  }

  .quiet,
  .outcome {
    color: var(--_muted);
  }

  [data-outcome='refused'] .outcome,
  [data-outcome='unknown'] .outcome,
  .problem {
    color: var(--_danger);
  }

  [data-outcome='deleted'] .name {
    text-decoration: line-through;
  }

  .warning {
    padding: calc(var(--_space) * 1.25) calc(var(--_space) * 1.5);
    border-radius: var(--_radius);
    background: var(--_warning-surface);
    font-weight: 500;
  }

  .field {
    display: grid;
    gap: calc(var(--_space) * 0.5);
    max-inline-size: 24rem;
  }

  .field label {
    font-weight: 500;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: var(--_space) calc(var(--_space) * 1.5);
    padding-block-start: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_border);
  }

  button[aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }

  @media (forced-colors: active) {
    .warning {
      border: 1px solid CanvasText;
    }
  }
`;

export const deleteCustomersStyles = [dangerButton, ownStyles];
