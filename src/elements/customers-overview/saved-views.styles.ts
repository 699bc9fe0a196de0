import { css } from 'lit';

/** The popover of the saved views. */
export const savedViewsStyles = css`
  #views :is(p, ul) {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  #views li,
  #views form,
  #views .pass-on {
    display: flex;
    align-items: center;
    gap: var(--_space);
  }

  button.view {
    flex: 1;
    justify-content: start;
    min-inline-size: 0;
    padding-inline: var(--_space);
    border-color: transparent;
    background: none;
    font-weight: 400;
    text-align: start;
  }

  button.view:hover {
    background: var(--_hover);
  }

  button.view[aria-current] {
    font-weight: 640;
  }

  button.default-view {
    min-block-size: 1.5rem;
    padding: 0 0.625em;
    border-color: transparent;
    border-radius: 99px;
    background: none;
    color: var(--_muted);
    font-size: 0.8571em;
    font-weight: 400;
  }

  button.default-view:hover {
    background: var(--_hover);
  }

  button.default-view[aria-pressed='true'] {
    border-color: var(--_accent);
    color: var(--_accent);
  }

  #views form {
    padding-block-start: calc(1.5 * var(--_space));
    border-block-start: 1px solid var(--_border);
  }

  #views input[type='text'] {
    flex: 1;
    inline-size: auto;
    min-inline-size: 0;
    padding-inline: 0.75em;
  }

  #views .pass-on {
    flex-wrap: wrap;
  }

  #views .pass-on :is(button, .import span) {
    display: inline-flex;
    align-items: center;
    min-block-size: 2rem;
    padding: 0 0.625rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    font-weight: 500;
    cursor: pointer;
  }

  #views .pass-on :is(button, .import span):hover {
    background: var(--_hover);
  }

  #views .pass-on :disabled {
    color: var(--_muted);
    cursor: default;
    opacity: 0.6;
  }

  .import {
    position: relative;
  }

  .import :focus-visible + span {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  #views .outcome:empty {
    display: none;
  }
`;
