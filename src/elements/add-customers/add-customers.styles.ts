import { css } from 'lit';
import { dangerButton } from '../../styles/danger-button.js';
import { panelStates } from '../../styles/panel-states.js';

/** The panel around the grid. */
const ownStyles = css`
  :host {
    display: grid;
    container: add-customers / inline-size;
    gap: calc(var(--_space) * 2);
    color: var(--_text);
    font-size: var(--_font-size);
    line-height: 1.5;
  }

  h2,
  h3,
  p {
    margin: 0;
  }

  h2 {
    font-size: 1.25em;
    font-weight: 600;
    letter-spacing: -0.01em;
    line-height: 1.35;
    /* what it is for stands close below it */
    margin-block-end: calc(-1.5 * var(--_space));
  }

  h3 {
    font-size: 1em;
    font-weight: 600;
  }

  /* focused so that a screen reader goes on there; it does nothing, so that there is nothing to point out */
  [tabindex='-1']:focus {
    outline: none;
  }

  .quiet {
    color: var(--_muted);
  }

  button.icon svg {
    inline-size: 1.15rem;
    block-size: 1.15rem;
  }

  .file {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 2);
  }

  .upload {
    display: inline-flex;
    align-items: center;
    position: relative;
    min-block-size: 2.25rem;
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    font-weight: 500;
    cursor: pointer;
  }

  .upload:hover {
    background: var(--_hover);
  }

  .upload:focus-within:has(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .upload[data-disabled] {
    opacity: 0.6;
    cursor: default;
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 2);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }

  .notice > p {
    flex: 1 1 16rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .notice.warning {
    background: var(--_warning-surface);
  }

  .notice.warning > p {
    color: var(--_warning);
  }

  .notice.danger {
    background: var(--_danger-surface);
  }

  .notice.danger > :is(p, h3) {
    color: var(--_danger);
  }

  section.notice {
    display: block;
  }

  section.notice ul {
    display: grid;
    gap: calc(var(--_space) * 0.5);
    max-block-size: 14rem;
    margin: calc(var(--_space) * 0.5) 0 0;
    padding: calc(var(--_space) * 0.5);
    margin-inline: calc(var(--_space) * -0.5);
    overflow: auto;
    list-style: none;
  }

  section.notice li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 calc(var(--_space) * 1.5);
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .summary .link {
    color: var(--_danger);
    text-decoration: underline;
  }

  .more-rows {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 1.5);
    padding-block-start: calc(var(--_space) * 1.5);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    gap: var(--_space) calc(var(--_space) * 1.5);
    padding-block-start: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_border);
  }

  .confirm p {
    flex: 1 1 12rem;
    font-weight: 500;
  }

  [aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }

  @media (forced-colors: active) {
    .notice {
      border: 1px solid CanvasText;
    }
  }
`;

export const addCustomersStyles = [panelStates, dangerButton, ownStyles];
