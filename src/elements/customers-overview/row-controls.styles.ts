import { css } from 'lit';

/** The columns that hold something to do, which have their room from the first view on. */
export const rowControlStyles = css`
  .control {
    display: grid;
    place-items: center;
    overflow: visible;
  }

  tbody .control {
    margin: 0;
    padding: 0;
  }
`;
