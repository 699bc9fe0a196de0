import type { SortDirection } from '../../../domain/query.js';
import { isStride, type Slices } from './slices.js';

/**
 * The rows of a list in the ascending order of one column: first those with a value, then the blank ones; equal ones by
 * organization ID. Both directions come from it, because turning it round leaves equals and blanks as they are.
 */
export interface ColumnOrder {
  readonly rows: Uint32Array;
  /** 1 where a group of equal rows begins; the first blank row always begins one. */
  readonly begins: Uint8Array;
  /** Where the blank ones begin. */
  readonly blanksFrom: number;
}

/** Negative where row `a` comes first, positive where row `b` does. */
export type CompareRows = (a: number, b: number) => number;

/** Rows are sorted one by one into runs of this length, and the runs then merged. */
const runLength = 8;

/** Reads a number within the bounds of an array. */
export function at(numbers: Uint32Array, index: number): number {
  // a type of indexed reads cannot know the bounds, and every index here comes from a loop within them
  return numbers[index] as number;
}

/** The rows from 0 on. */
export function allRows(count: number): Uint32Array {
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row += 1) rows[row] = row;
  return rows;
}

/** How many places a list needs to have one for each of some rows. */
export function placesFor(rows: Uint32Array): number {
  return rows.reduce((count, row) => Math.max(count, row + 1), 0);
}

/**
 * The rows that are marked.
 *
 * @param marks By row: 1 where it is.
 * @param rows All rows in an order to keep; without it from the first to the last.
 */
export function marked(marks: Uint8Array, rows?: Uint32Array): Uint32Array {
  const found = new Uint32Array(marks.length);
  let count = 0;
  for (let index = 0; index < marks.length; index += 1) {
    const row = rows ? at(rows, index) : index;
    // written in any case, and over again: which rows are marked is no pattern that a processor could guess
    found[count] = row;
    count += marks[row] === 1 ? 1 : 0;
  }
  return found.slice(0, count);
}

/** The rows that are so, and the others, both as they stand. */
export function parted(rows: Uint32Array, isSo: (row: number) => boolean): [Uint32Array, Uint32Array] {
  const so = new Uint32Array(rows.length);
  const others = new Uint32Array(rows.length);
  let count = 0;
  let otherCount = 0;
  for (const row of rows) {
    if (isSo(row)) so[count++] = row;
    else others[otherCount++] = row;
  }
  return [so.slice(0, count), others.slice(0, otherCount)];
}

/** Sorts rows, equal ones as they stand; the nearer they are to the order already, the less it takes. */
export async function sorted(rows: Uint32Array, compare: CompareRows, slices: Slices): Promise<Uint32Array> {
  const { length } = rows;
  let from = rows.slice();
  let to = new Uint32Array(length);
  for (let begin = 0; begin < length; begin += runLength) {
    sortRun(from.subarray(begin, begin + runLength), compare);
    if (isStride(begin) && slices.isOver) await slices.pause();
  }
  for (let width = runLength; width < length; width *= 2) {
    to.set(from);
    for (let begin = 0; begin + width < length; begin += 2 * width) {
      const middle = begin + width;
      if (compare(at(from, middle - 1), at(from, middle)) <= 0) continue;
      await merge(from, to, begin, middle, Math.min(middle + width, length), compare, slices);
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Merges two sorted lists; of equal rows those of the first come first. */
export async function merged(
  first: Uint32Array,
  second: Uint32Array,
  compare: CompareRows,
  slices: Slices,
): Promise<Uint32Array> {
  const from = joined(first, second);
  const to = from.slice();
  await merge(from, to, 0, first.length, from.length, compare, slices);
  return to;
}

/** One list after the other. */
export function joined(first: Uint32Array, second: Uint32Array): Uint32Array {
  const all = new Uint32Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

/** Merges two sorted runs that lie side by side, where `to` has the same rows as `from` so far. */
async function merge(
  from: Uint32Array,
  to: Uint32Array,
  begin: number,
  middle: number,
  end: number,
  compare: CompareRows,
  slices: Slices,
): Promise<void> {
  if (begin === middle || middle === end) return;
  // what comes before the whole other run, or after it, stays where it is
  let left = boundary(from, begin, middle, (row) => compare(row, at(from, middle)) <= 0);
  const last = at(from, middle - 1);
  const stop = boundary(from, middle, end, (row) => compare(row, last) < 0);
  let right = middle;
  for (let place = left; place < stop; place += 1) {
    const takeLeft = right >= stop || (left < middle && compare(at(from, left), at(from, right)) <= 0);
    to[place] = takeLeft ? at(from, left++) : at(from, right++);
    if (isStride(place) && slices.isOver) await slices.pause();
  }
}

/** Where the rows end that come first and are `before` something. */
export function boundary(rows: Uint32Array, begin: number, end: number, isBefore: (row: number) => boolean): number {
  let low = begin;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(at(rows, middle))) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sorts few rows in their place, equal ones as they stand. */
export function sortRun(rows: Uint32Array, compare: CompareRows): void {
  for (let index = 1; index < rows.length; index += 1) {
    const row = at(rows, index);
    let place = index;
    for (; place > 0 && compare(at(rows, place - 1), row) > 0; place -= 1) rows[place] = at(rows, place - 1);
    rows[place] = row;
  }
}

/** Sorts rows by small numbers, one a row, without comparing any; equal ones as they stand. */
export function bucketed(rows: Uint32Array, ranks: Uint32Array, count: number): Uint32Array {
  // no call in these loops: they run once, mostly before they are compiled
  const places = new Uint32Array(count);
  for (let index = 0; index < rows.length; index += 1) {
    const rank = ranks[rows[index] ?? 0] ?? 0;
    places[rank] = (places[rank] ?? 0) + 1;
  }
  let place = 0;
  for (let rank = 0; rank < count; rank += 1) {
    const size = places[rank] ?? 0;
    places[rank] = place;
    place += size;
  }
  const result = new Uint32Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const rank = ranks[row] ?? 0;
    const next = places[rank] ?? 0;
    result[next] = row;
    places[rank] = next + 1;
  }
  return result;
}

/** The rows in one direction. */
export function directed({ rows, begins, blanksFrom }: ColumnOrder, direction: SortDirection): Uint32Array {
  if (direction === 'ascending') return rows;
  const turned = rows.slice();
  let place = 0;
  let end = blanksFrom;
  for (let begin = blanksFrom - 1; begin >= 0; begin -= 1) {
    if (!begins[begin]) continue;
    for (let index = begin; index < end; index += 1) turned[place++] = rows[index] ?? 0;
    end = begin;
  }
  return turned;
}

/** Sorts all rows by one more column, which comes before those that they are sorted by already. */
export function sortedBy(rows: Uint32Array, order: ColumnOrder, direction: SortDirection): Uint32Array {
  const ranks = new Uint32Array(rows.length);
  let groups = 0;
  let valued = 0;
  for (let index = 0; index < rows.length; index += 1) {
    if (order.begins[index] || index === order.blanksFrom) groups += 1;
    if (index < order.blanksFrom) valued = groups;
    ranks[at(order.rows, index)] = groups - 1;
  }
  if (direction === 'descending') {
    for (let row = 0; row < ranks.length; row += 1) {
      const rank = at(ranks, row);
      if (rank < valued) ranks[row] = valued - 1 - rank;
    }
  }
  return bucketed(rows, ranks, groups);
}
