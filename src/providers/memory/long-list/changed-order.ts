import { at, boundary, type ColumnOrder, type CompareRows } from './sort-order.js';

/** The place of a row that was taken out. */
export const gone = 0xffff_ffff;

/** What a column says of the rows of a list. */
export interface ColumnKeys {
  /** Compares by what the column shows alone; what is blank comes after all else. */
  readonly compare: CompareRows;
  readonly isBlank: (row: number) => boolean;
}

/**
 * Brings the order of a column up to date after some rows changed or were added: they are taken out of it, and put in
 * where they belong now, so that no two of the others are compared. Where no row was added it happens within the arrays
 * of the order, because fresh ones of that size take longer than all of the rest.
 *
 * @param rowCount How many rows there are now.
 * @param moved The rows that may stand elsewhere now, and those that were added.
 * @param keys What the column says now.
 * @param compareTies Orders rows that are equal in the column.
 */
export function movedOrder(
  order: ColumnOrder,
  rowCount: number,
  moved: Uint32Array,
  keys: ColumnKeys,
  compareTies: CompareRows,
): ColumnOrder {
  if (moved.length === 0) return order;
  const compare: CompareRows = (a, b) => keys.compare(a, b) || compareTies(a, b);
  const { rows, begins } = rowCount > order.rows.length ? grown(order, rowCount) : order;
  const isMoved = new Uint8Array(rowCount);
  for (const row of moved) isMoved[row] = 1;
  const left = takeOut(order, rows, begins, (row) => (isMoved[row] ? gone : row));
  const sorted = moved.slice().sort(compare);
  const places = sorted.slice();
  let { blanksFrom } = left;
  let place = 0;
  for (const [index, row] of sorted.entries()) {
    place = boundary(rows, place, left.count, (other) => compare(other, row) < 0);
    places[index] = place;
    if (!keys.isBlank(row)) blanksFrom += 1;
  }
  let end = left.count;
  for (let index = sorted.length - 1; index >= 0; index -= 1) {
    const begin = at(places, index);
    rows.copyWithin(begin + index + 1, begin, end);
    begins.copyWithin(begin + index + 1, begin, end);
    rows[begin + index] = at(sorted, index);
    end = begin;
  }
  for (const [index, begin] of places.entries()) {
    for (const near of [begin + index, begin + index + 1]) {
      if (near < rowCount) begins[near] = near === 0 || keys.compare(at(rows, near - 1), at(rows, near)) ? 1 : 0;
    }
  }
  return { rows, begins, blanksFrom };
}

/**
 * The order of a column after some rows were taken out.
 *
 * @param placeOf By place before: the place now, or {@link gone}.
 */
export function remainingOrder(order: ColumnOrder, placeOf: Uint32Array): ColumnOrder {
  const { rows, begins } = grown(order, order.rows.length);
  const { count, blanksFrom } = takeOut(order, rows, begins, (row) => at(placeOf, row));
  return { rows: rows.slice(0, count), begins: begins.slice(0, count), blanksFrom };
}

function grown({ rows, begins }: ColumnOrder, length: number): Pick<ColumnOrder, 'rows' | 'begins'> {
  const longer = { rows: new Uint32Array(length), begins: new Uint8Array(length) };
  longer.rows.set(rows);
  longer.begins.set(begins);
  return longer;
}

/** Closes the gaps that rows leave which are gone. `rows` and `begins` are those of the order, or copies of them. */
function takeOut(
  order: ColumnOrder,
  rows: Uint32Array,
  begins: Uint8Array,
  placeOf: (row: number) => number,
): { readonly count: number; readonly blanksFrom: number } {
  const { length } = order.rows;
  let count = 0;
  let blanksFrom = 0;
  let isBegin = 0;
  for (let index = 0; index < length; index += 1) {
    const row = placeOf(at(rows, index));
    // where the first of a group leaves, the next one begins it
    isBegin |= begins[index] ?? 0;
    if (row === gone) continue;
    rows[count] = row;
    begins[count] = isBegin;
    isBegin = 0;
    count += 1;
    if (index < order.blanksFrom) blanksFrom = count;
  }
  return { count, blanksFrom };
}
