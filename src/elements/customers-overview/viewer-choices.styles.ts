import { css } from 'lit';

/** What comes with the viewer's choices: stars, the popover of the columns, compact rows, cards of other facts. */
export const viewerChoicesStyles = css`
  :host {
    --_star:
      50% 1%, 63.5% 34.4%, 99.5% 36.9%, 71.9% 60.1%, 80.6% 95.1%, 50% 76%, 19.4% 95.1%, 28.1% 60.1%, 0.5% 36.9%,
      36.5% 34.4%;
    --_hole:
      50% 15.6%, 59.7% 39.6%, 85.6% 41.4%, 65.7% 58.1%, 72% 83.3%, 50% 69.6%, 28% 83.3%, 34.3% 58.1%, 14.4% 41.4%,
      40.3% 39.6%;
  }

  .star {
    flex: none;
    inline-size: 1.75rem;
    min-block-size: 1.75rem;
    margin-inline: -0.25rem;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_border-strong);
  }

  .star:hover {
    background: none;
    color: var(--_text);
  }

  .star:focus-visible {
    outline-offset: -2px;
  }

  .star::before,
  .favourites-on-top::before {
    content: '';
    inline-size: 1rem;
    block-size: 1rem;
    background: currentcolor;
    clip-path: polygon(evenodd, var(--_star), 50% 1%, 50% 15.6%, var(--_hole), 50% 15.6%);
  }

  .star[aria-pressed='true'] {
    color: var(--_accent);
  }

  .star[aria-pressed='true']::before,
  .favourites-on-top:not([aria-disabled='true'])::before {
    clip-path: polygon(var(--_star));
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: var(--_space);
    margin-inline-start: auto;
  }

  button.favourites-on-top {
    flex-direction: column-reverse;
    gap: 0.125rem;
  }

  /* a star at the upper end */
  .favourites-on-top::before {
    inline-size: 0.875rem;
    block-size: 0.875rem;
  }

  .favourites-on-top::after {
    content: '';
    inline-size: 0.875rem;
    border-block-start: 0.125rem solid;
  }

  button.favourites-on-top:not([aria-disabled='true']) {
    border-color: var(--_border-strong);
    color: var(--_accent);
  }

  .choices .icon[aria-disabled='true'] {
    opacity: 0.5;
    cursor: default;
  }

  /* two bars of three: a column is chosen */
  .choose-columns::before {
    content: '';
    inline-size: 0.875rem;
    block-size: 0.75rem;
    border: solid currentcolor;
    border-width: 0.125rem 0.0625rem;
    border-radius: 0.125rem;
    background: linear-gradient(90deg, currentcolor 0.0625rem, transparent 0) 0.1875rem 0 / 0.25rem;
  }

  #columns ul {
    display: grid;
    grid-template-columns: 1fr auto auto auto;
    align-items: center;
    column-gap: var(--_space);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  #columns li {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    align-items: center;
    min-block-size: 2.25rem;
  }

  #columns label {
    display: flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: 1.5rem;
    cursor: pointer;
  }

  #columns input {
    inline-size: 1rem;
    block-size: 1rem;
    min-block-size: 0;
    margin: 0;
    padding: 0;
    accent-color: var(--_accent);
    cursor: inherit;
  }

  #columns input[type='range'] {
    inline-size: 6rem;
    block-size: 1.5rem;
    border: 0;
    background: none;
    cursor: pointer;
  }

  #columns .icon {
    inline-size: 1.75rem;
    min-block-size: 1.75rem;
  }

  :is(.up, .down)::before {
    content: '';
    inline-size: 0.5rem;
    block-size: 0.5rem;
    border: solid currentcolor;
    border-width: 0.125rem 0 0 0.125rem;
    rotate: 45deg;
    translate: 0 0.125rem;
  }

  .down::before {
    rotate: 225deg;
    translate: 0 -0.125rem;
  }

  #columns fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(2 * var(--_space));
    margin: var(--_space) 0 calc(1.5 * var(--_space));
    padding: calc(1.5 * var(--_space)) 0 0;
    border: 0;
    border-block-start: 1px solid var(--_border);
  }

  #columns legend {
    float: inline-start;
    padding: 0;
    color: var(--_muted);
    line-height: 1.5rem;
  }

  .compact {
    --_row-height: max(2.25rem, 0.8 * var(--customers-row-height, 2.75rem));
  }

  @container customers-overview (inline-size < 70rem) {
    .compact {
      --_space: calc(0.5 * var(--customers-space, 0.5rem));
    }

    /* a card is as wide as it is */
    #columns [type='range'] {
      display: none;
    }

    .rearranged {
      --_row-block-size: var(--customers-card-height, calc(1.8lh + 2.9lh * var(--_fact-lines) + 4 * var(--_space)));
    }

    .rearranged tbody tr {
      grid-template: none / 1fr 1fr;
    }

    .rearranged tbody td[data-column='expirationStatus'] {
      display: block;
      grid-column: auto;
    }
  }

  @container customers-overview (36rem <= inline-size < 44rem) {
    .rearranged {
      --_row-block-size: var(
        --customers-card-height,
        calc(1.8lh + 2.9lh * round(up, var(--_facts) / 3, 1) + 4 * var(--_space))
      );
    }

    .rearranged tbody tr {
      grid-template: none / repeat(3, 1fr);
    }
  }

  @container customers-overview (44rem <= inline-size < 70rem) {
    .rearranged {
      --_row-block-size: var(--customers-card-height, calc(4lh + 4 * var(--_space)));
    }

    .rearranged tbody tr {
      grid-template: none / repeat(var(--_facts), 1fr);
    }
  }

  @media (forced-colors: active) {
    .star::before,
    .favourites-on-top::before {
      background: ButtonText;
      forced-color-adjust: none;
    }

    .star[aria-pressed='true']::before {
      background: Highlight;
    }
  }
`;
