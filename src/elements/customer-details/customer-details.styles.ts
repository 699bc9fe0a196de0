import { css } from 'lit';

/** The head, the tabs and what they show. */
export const customerDetailsStyles = css`
  :host {
    display: block;
    color: var(--_text);
    font-size: var(--_font-size);
    line-height: 1.5;
    overflow-wrap: anywhere;
    container: customer-details / inline-size;
  }

  .header {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: calc(2 * var(--_space));
    padding-block-end: calc(2 * var(--_space));
  }

  .header > div:first-child {
    flex: 1 1 16rem;
    min-inline-size: 0;
  }

  h2 {
    margin: 0;
    font-size: 1.375em;
    font-weight: 640;
    letter-spacing: -0.012em;
    line-height: 1.3;
  }

  /* focused so that a screen reader starts here; it does nothing, so that there is nothing to point out */
  h2:focus {
    outline: none;
  }

  h2 bdi {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
  }

  .about {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(0.5 * var(--_space)) var(--_space);
    margin: calc(0.5 * var(--_space)) 0 0;
    color: var(--_muted);
  }

  .mark {
    padding: 0.0625em 0.5em;
    border: 1px solid var(--_border);
    border-radius: 99px;
    font-size: 0.8571em;
  }

  .actions {
    display: flex;
    gap: var(--_space);
  }

  button.danger {
    color: var(--_danger);
  }

  .tabs {
    display: flex;
    gap: calc(1.5 * var(--_space));
    margin-block-end: calc(2.5 * var(--_space));
    overflow: auto hidden;
    /* the line under the chosen tab lies on that under all of them */
    box-shadow: inset 0 -1px var(--_border);
  }

  [role='tab'] {
    flex: none;
    min-block-size: 2.5rem;
    padding: 0 calc(0.5 * var(--_space));
    border: 0;
    border-block-end: 2px solid transparent;
    border-radius: 0;
    background: none;
    color: var(--_muted);
  }

  [role='tab']:hover {
    background: none;
    color: var(--_text);
  }

  [role='tab'][aria-selected='true'] {
    scroll-initial-target: nearest;
    border-block-end-color: var(--_accent);
    color: var(--_text);
  }

  [role='tab']:focus-visible,
  [role='tabpanel']:focus-visible {
    outline-offset: -2px;
  }

  /* room for the ring around it */
  [role='tabpanel'] {
    margin: -0.375rem;
    padding: 0.375rem;
  }

  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
    gap: calc(2 * var(--_space)) calc(3 * var(--_space));
    margin: 0;
  }

  .description {
    grid-column: 1 / -1;
  }

  dt {
    color: var(--_muted);
    font-size: 0.92em;
  }

  dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .description dd {
    max-inline-size: 80ch;
    white-space: pre-line;
  }

  section {
    margin-block-start: calc(3.5 * var(--_space));
  }

  .capabilities {
    container: entitlements / inline-size;
  }

  h3 {
    margin: 0 0 calc(1.25 * var(--_space));
    font-size: 1.0715em;
    font-weight: 600;
  }

  p {
    margin: 0;
  }

  ul {
    display: grid;
    gap: calc(0.75 * var(--_space));
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(1.5 * var(--_space));
  }

  .owner {
    flex: 0 0 min(12rem, 100%);
  }

  @container customer-details (inline-size < 30rem) {
    .owner {
      flex-basis: 100%;
    }
  }

  .quiet {
    color: var(--_muted);
  }

  .capabilities .skeleton {
    --_text-length: 24ch;
  }

  .note {
    margin-block-end: calc(1.5 * var(--_space));
  }

  @media (forced-colors: active) {
    [role='tab'][aria-selected='true'] {
      border-block-end-color: Highlight;
    }
  }
`;
