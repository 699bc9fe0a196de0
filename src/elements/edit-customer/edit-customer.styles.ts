import { css } from 'lit';
import { dangerButton } from '../../styles/danger-button.js';
import { panelStates } from '../../styles/panel-states.js';

/** The panel around the fields, and the versions side by side. */
const ownStyles = css`
  :host {
    display: grid;
    gap: calc(var(--_space) * 2.5);
    color: var(--_text);
    font-size: var(--_font-size);
    line-height: 1.5;
  }

  h2,
  h3,
  p {
    margin: 0;
    overflow-wrap: anywhere;
  }

  h2 {
    font-size: 1.25em;
    font-weight: 600;
    letter-spacing: -0.01em;
    line-height: 1.35;
  }

  h3 {
    font-size: 1.1em;
    font-weight: 600;
  }

  /* focused so that a screen reader goes on there; it does nothing, so that there is nothing to point out */
  [tabindex='-1']:focus {
    outline: none;
  }

  .customer {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 1.5);
    color: var(--_muted);
  }

  .name {
    color: var(--_text);
    font-weight: 500;
  }

  .quiet {
    color: var(--_muted);
  }

  form {
    display: grid;
    gap: calc(var(--_space) * 3);
    min-inline-size: 0;
  }

  .texts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
    gap: calc(var(--_space) * 2);
  }

  .texts .field:last-child {
    grid-column: 1 / -1;
  }

  .confirmation,
  .notice,
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 1.5);
  }

  .confirmation,
  .notice {
    padding: calc(var(--_space) * 1.25) calc(var(--_space) * 1.5);
    border-radius: var(--_radius);
    background: var(--_warning-surface);
  }

  li .confirmation {
    margin-block: var(--_space);
  }

  .confirmation p,
  .notice p {
    flex: 1 1 14rem;
    min-inline-size: 0;
    font-weight: 500;
  }

  .notice {
    background: var(--_danger-surface);
  }

  .notice p {
    color: var(--_danger);
  }

  .notice[data-look='ok'] {
    background: var(--_surface-raised);
  }

  .notice[data-look='ok'] p {
    color: var(--_text);
  }

  .actions {
    justify-content: end;
  }

  form > .actions {
    padding-block-start: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_border);
  }

  button[aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }

  .comparison {
    display: grid;
    gap: calc(var(--_space) * 2);
  }

  .comparison h3 + p {
    margin-block-start: calc(var(--_space) * -1.5);
  }

  .versions {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));
    gap: var(--_space);
  }

  .version {
    display: grid;
    gap: calc(var(--_space) * 0.25);
    align-content: start;
    min-inline-size: 0;
    padding: var(--_space) calc(var(--_space) * 1.5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    overflow-wrap: anywhere;
  }

  label.version {
    cursor: pointer;
  }

  label.version:has(:checked) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .whose {
    display: flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: 1.5rem;
    color: var(--_muted);
    font-size: 0.92em;
    font-weight: 500;
  }

  .version input[type='radio'] {
    flex: none;
    inline-size: 1.125rem;
    min-block-size: 0;
    block-size: 1.125rem;
    margin: 0;
    padding: 0;
    accent-color: var(--_accent);
  }

  .value {
    white-space: pre-line;
  }

  @media (forced-colors: active) {
    .notice,
    .confirmation {
      border: 1px solid CanvasText;
    }

    label.version:has(:checked) {
      border: 2px solid Highlight;
    }
  }
`;

export const editCustomerStyles = [panelStates, dangerButton, ownStyles];
