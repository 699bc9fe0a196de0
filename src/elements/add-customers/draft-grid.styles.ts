import { css } from 'lit';

/** The grid, whose rows unfold; cards where its columns have no room. */
export const draftGridStyles = css`
  .drafts {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .columns,
  .draft {
    display: grid;
    grid-template-columns: 7.5rem minmax(0, 1.4fr) minmax(0, 1fr) minmax(0, 1.6fr) 2.25rem;
    gap: var(--_space) calc(var(--_space) * 1.5);
  }

  .columns {
    padding-block-end: calc(var(--_space) * 0.75);
    border-block-end: 1px solid var(--_border);
    color: var(--_muted);
    font-size: 0.92em;
    font-weight: 500;
  }

  .draft {
    align-items: start;
    padding-block: calc(var(--_space) * 1.25);
    border-block-end: 1px solid var(--_border);
  }

  .place {
    padding-block: 0.375rem;
    font-weight: 500;
  }

  /* the heading of the column stands for them */
  .draft > .field label {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .details {
    justify-content: start;
    gap: calc(var(--_space) * 0.75);
    min-inline-size: 0;
    padding-inline: 0.375rem 0.75rem;
    border-color: transparent;
    background: none;
    font-weight: 400;
    text-align: start;
  }

  .details svg {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
    color: var(--_muted);
  }

  .details:dir(rtl) svg {
    scale: -1 1;
  }

  .details[aria-expanded='true'] svg {
    rotate: 90deg;
  }

  .details:dir(rtl)[aria-expanded='true'] svg {
    rotate: -90deg;
  }

  .facts {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .facts .quiet::before {
    content: '· ';
  }

  .marked {
    flex: none;
    color: var(--_danger);
    font-weight: 500;
  }

  .more {
    display: grid;
    grid-template-columns: minmax(0, 1.25fr) minmax(0, 1fr);
    gap: calc(var(--_space) * 2.5) calc(var(--_space) * 4);
    grid-column: 2 / -1;
    padding-block: var(--_space) calc(var(--_space) * 1.5);
  }

  .more > div {
    display: grid;
    gap: calc(var(--_space) * 2);
    align-content: start;
    min-inline-size: 0;
  }

  .outcome {
    grid-column: 2 / -1;
    color: var(--_danger);
    overflow-wrap: anywhere;
  }

  .outcome.doubt {
    color: var(--_warning);
  }

  @container add-customers (max-width: 44rem) {
    .columns {
      display: none;
    }

    .draft {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: calc(var(--_space) * 1.25);
      padding-block: calc(var(--_space) * 2);
    }

    .drafts {
      border-block-start: 1px solid var(--_border);
    }

    .place {
      grid-area: 1 / 1;
      font-weight: 600;
    }

    .draft > .icon {
      grid-area: 1 / 2;
    }

    .draft > :is(.field, .details, .outcome, .more) {
      grid-column: 1 / -1;
    }

    .draft > .field label {
      position: static;
      inline-size: auto;
      block-size: auto;
      clip-path: none;
      white-space: normal;
    }

    .details {
      margin-inline: -0.375rem;
    }

    .more {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
