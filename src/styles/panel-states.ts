import { css } from 'lit';

/** What a panel shows beside its content or in the place of it: bones, notes, states. */
export const panelStates = css`
  .skeletons {
    display: grid;
    gap: calc(3 * var(--_space));
    padding-block: calc(1.5 * var(--_space));
  }

  .skeletons .skeleton {
    --_text-length: 78%;
  }

  .skeleton:nth-child(2n) {
    --_variation: 0.8;
  }

  .skeleton:nth-child(3n) {
    --_variation: 1.2;
  }

  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space);
    margin: 0;
    padding: var(--_space) calc(1.5 * var(--_space));
    border: 1px solid transparent; /* forced colours show it */
    border-radius: var(--_radius);
    background: var(--_warning-surface);
    color: var(--_warning);
    overflow-wrap: anywhere;
  }

  .note.failed {
    background: var(--_danger-surface);
    color: var(--_danger);
  }

  .state {
    display: grid;
    justify-items: center;
    gap: var(--_space);
    margin: 0;
    padding: calc(6 * var(--_space)) calc(2 * var(--_space));
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    color: var(--_muted);
    text-align: center;
    text-wrap: balance;
  }

  .state h3 {
    margin: 0;
    color: var(--_text);
    font-size: 1.0715em;
    font-weight: 600;
  }

  .state p {
    max-inline-size: 46ch;
    margin: 0;
  }

  .state :is(button, .actions) {
    margin-block-start: var(--_space);
  }

  .state .actions button {
    margin: 0;
  }
`;
