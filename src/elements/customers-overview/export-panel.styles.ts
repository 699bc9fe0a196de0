import { css } from 'lit';

/** The dialog of the export. */
export const exportPanelStyles = css`
  dialog.export {
    inline-size: min(30rem, 100% - 2 * var(--_space));
    max-block-size: calc(100% - 2 * var(--_space));
    padding: calc(3 * var(--_space));
    border: 1px solid transparent; /* forced colours show it */
    border-radius: calc(2 * var(--_radius));
    overflow: auto;
    overscroll-behavior: contain;
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }

  dialog.export::backdrop {
    background: var(--_backdrop);
  }

  .export .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(2 * var(--_space));
  }

  .export h2 {
    margin: 0;
    font-size: 1.25em;
    font-weight: 600;
    letter-spacing: -0.01em;
    line-height: 1.35;
  }

  /* focused so that a screen reader starts here; it does nothing, so that there is nothing to point out */
  .export h2:focus {
    outline: none;
  }

  .export .icon {
    flex: none;
    margin: calc(-1 * var(--_space));
    margin-inline-start: 0;
  }

  .export .icon svg {
    inline-size: 1.15em;
    block-size: 1.15em;
  }

  .export p,
  .export fieldset {
    margin: calc(2 * var(--_space)) 0 0;
    padding: 0;
    border: 0;
  }

  /* not hidden: a live region has to be there before it speaks */
  .export .status:empty {
    margin: 0;
  }

  .export .status[data-state='failed'] {
    padding: var(--_space) calc(1.5 * var(--_space));
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_danger-surface);
  }

  .export legend {
    padding: 0;
    font-weight: 600;
  }

  .choice {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--_space);
    align-items: start;
    padding-block: calc(0.5 * var(--_space));
    cursor: pointer;
  }

  fieldset + .choice {
    margin-block-start: calc(1.5 * var(--_space));
  }

  .choice input {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    min-block-size: 0;
    margin: 0.1em 0 0;
    padding: 0;
    accent-color: var(--_accent);
  }

  .choice small {
    display: block;
  }

  .choice small,
  .export .quiet {
    color: var(--_muted);
    font-size: 0.92em;
  }

  .progress {
    display: grid;
    gap: calc(0.5 * var(--_space));
    margin-block-start: calc(1.5 * var(--_space));
    font-variant-numeric: tabular-nums;
  }

  .progress progress {
    inline-size: 100%;
    block-size: 0.5rem;
    accent-color: var(--_accent);
  }

  .export .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: var(--_space);
    margin-block-start: calc(3 * var(--_space));
  }

  @media (forced-colors: active) {
    dialog.export {
      border-color: CanvasText;
    }
  }
`;
