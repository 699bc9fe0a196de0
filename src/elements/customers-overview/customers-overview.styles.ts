import { css } from 'lit';

/** The frame: heading, toolbar, states. */
export const overviewStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    box-sizing: border-box;
    inline-size: 100%;
    max-block-size: var(--customers-max-height, 100dvh);
    min-block-size: 0;
    color: var(--_text);
    font-size: var(--_font-size);
    line-height: 1.45;
    overflow-wrap: anywhere;
    container: customers-overview / inline-size;
  }

  .header {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: baseline;
    gap: calc(1.5 * var(--_space));
    min-block-size: calc(2.25rem + 1.5 * var(--_space)); /* a button that comes later moves nothing */
    padding-block-end: calc(1.5 * var(--_space));
  }

  .heading {
    margin: 0;
    font-size: 1.375em;
    font-weight: 640;
    letter-spacing: -0.012em;
    line-height: 1.3;
  }

  .total,
  .activity {
    color: var(--_muted);
  }

  /* takes no gap of its own, so that it never begins a line */
  .spacer {
    flex: 1;
    margin-inline-start: calc(-1.5 * var(--_space));
  }

  /* a button, and the ring around it */
  .tiles-room {
    flex: none;
    min-block-size: calc(2.25rem + 8px + 1.5 * var(--_space));
  }

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space);
    padding-block-end: calc(1.5 * var(--_space));
  }

  .search {
    position: relative;
    flex: 0 1 26rem;
    min-inline-size: 0;
  }

  /* a lens: a ring and its handle */
  .search::before,
  .search::after {
    content: '';
    position: absolute;
    pointer-events: none;
  }

  .search::before {
    inset-block-start: calc(50% - 0.5em);
    inset-inline-start: 0.75em;
    inline-size: 0.75em;
    block-size: 0.75em;
    border: 0.125em solid var(--_muted);
    border-radius: 50%;
  }

  .search::after {
    inset-block-start: calc(50% + 0.25em);
    inset-inline-start: 1.3em;
    inline-size: 0.45em;
    border-block-start: 0.125em solid var(--_muted); /* forced colours show no background */
    rotate: 45deg;
  }

  .search:dir(rtl)::after {
    rotate: -45deg;
  }

  input,
  select {
    min-block-size: 2.25rem;
    padding-inline: 0.5em;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    color: var(--_text);
    background: var(--_surface);
    font: inherit;
    text-overflow: ellipsis;
  }

  input {
    inline-size: 100%;
    padding-inline: 2.25em 0.75em;
  }

  /* iOS zooms into a field of smaller letters */
  @media (pointer: coarse) {
    input,
    select {
      font-size: max(1rem, 1em);
    }
  }

  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  .sort-by {
    display: none;
    flex: 1 1 auto;
    flex-wrap: wrap;
    min-inline-size: 0;
    align-items: center;
    gap: var(--_space);
    color: var(--_muted);
  }

  /* beside its word while there is room for a word of its own */
  .sort-by select {
    flex: 1 1 9rem;
    min-inline-size: 0;
    max-inline-size: 100%;
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space);
    margin-block-end: calc(1.5 * var(--_space));
    padding: var(--_space) calc(1.5 * var(--_space));
    border: 1px solid transparent; /* forced colours show it */
    border-radius: var(--_radius);
    background: var(--_warning-surface);
  }

  .notice.failed {
    background: var(--_danger-surface);
  }

  .state {
    display: grid;
    justify-items: center;
    gap: var(--_space);
    padding: calc(6 * var(--_space)) calc(2 * var(--_space));
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    text-align: center;
    text-wrap: balance;
  }

  .state h3 {
    margin: 0;
    font-size: 1.0715em;
    font-weight: 600;
  }

  .state p {
    margin: 0;
    max-inline-size: 46ch;
    color: var(--_muted);
  }

  @container customers-overview (inline-size < 70rem) {
    .sort-by {
      display: flex;
    }

    .search {
      flex: 99 1 16rem;
    }
  }
`;
