import { collatorOf } from '../collator.js';
import { isStride, type Slices } from './slices.js';
import { at, merged, parted, sorted, type CompareRows } from './sort-order.js';
import { TextWeights } from './text-weights.js';

/** Fewer rows than this are sorted before their texts are weighed. */
const fewRows = 1_000;

/** A whole number that is written in one way only, and that a number holds. */
const plainNumber = /^[1-9][0-9]{0,14}$/;

/**
 * Sorts rows by their texts in the order of a language: case and accents decide only between texts that are equal
 * otherwise, and numbers in a text count as numbers.
 *
 * Asking the collator takes most of the time of a sort, so a long list is sorted by the weights of its letters, and the
 * collator asked where they do not decide. There is one order, whichever way it came about.
 *
 * @param compareEqual Orders rows that the language finds equal; those with the same text have to stand so already.
 * @returns The rows in order, and 1 where a group of equal ones begins.
 */
export async function collated(
  rows: Uint32Array,
  textOf: (row: number) => string,
  locale: string,
  compareEqual: CompareRows,
  slices: Slices,
): Promise<{ readonly order: Uint32Array; readonly begins: Uint8Array }> {
  if (areRisingNumbers(rows, textOf)) return { order: rows, begins: new Uint8Array(rows.length).fill(1) };
  const collator = collatorOf(locale);
  const byCollator: CompareRows = (a, b) => {
    const first = textOf(a);
    const second = textOf(b);
    return first === second ? 0 : collator.compare(first, second);
  };
  const group = (order: Uint32Array, compare: CompareRows) => grouped(order, compare, textOf, compareEqual, slices);
  if (rows.length < fewRows) return group(await sorted(rows, byCollator, slices), byCollator);
  const weights = await TextWeights.of(rows, textOf, collatorOf(locale, { sensitivity: 'base' }), slices);
  const [weighed, others] = parted(rows, (row) => weights.has(row));
  const order = await merged(
    await weights.sort(weighed, byCollator, slices),
    await sorted(others, byCollator, slices),
    byCollator,
    slices,
  );
  const compare: CompareRows = (a, b) =>
    (weights.has(a) && weights.has(b) && weights.compare(a, b)) || byCollator(a, b);
  return group(order, compare);
}

/** Brings rows that a language finds equal into order, and finds where others begin. */
async function grouped(
  order: Uint32Array,
  compare: CompareRows,
  textOf: (row: number) => string,
  compareEqual: CompareRows,
  slices: Slices,
): Promise<{ readonly order: Uint32Array; readonly begins: Uint8Array }> {
  const begins = new Uint8Array(order.length).fill(1, 0, 1);
  let begin = 0;
  let areSame = true;
  for (let index = 1; index <= order.length; index += 1) {
    if (isStride(index) && slices.isOver) await slices.pause();
    if (index < order.length) {
      const [before, row] = [at(order, index - 1), at(order, index)];
      if (textOf(before) === textOf(row)) continue;
      if (compare(before, row) === 0) {
        areSame = false;
        continue;
      }
    }
    if (!areSame) order.subarray(begin, index).sort(compareEqual);
    if (index < order.length) begins[index] = 1;
    begin = index;
    areSame = true;
  }
  return { order, begins };
}

/** Whether texts are plain whole numbers that rise, as IDs often do: then they are in the order of every language. */
function areRisingNumbers(rows: Uint32Array, textOf: (row: number) => string): boolean {
  let before = -1;
  for (const row of rows) {
    const text = textOf(row);
    const number = plainNumber.test(text) ? Number(text) : -1;
    if (number <= before) return false;
    before = number;
  }
  return true;
}
