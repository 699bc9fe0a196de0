/** The header row's index; data rows count from 0. */
export const headerRow = -1;

/** A cell by its place in the data, whatever element shows it. */
export interface GridPosition {
  readonly row: number;
  readonly column: number;
}
