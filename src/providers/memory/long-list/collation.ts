import { collatorOf } from '../collator.js';
import { isStride, type Slices } from './slices.js';
import {
  allRows,
  at,
  bucketed,
  merged,
  parted,
  placesFor,
  sorted,
  type ColumnOrder,
  type CompareRows,
} from './sort-order.js';
import { TextWeights } from './text-weights.js';

/** Fewer texts than this are sorted before they are weighed. */
const fewTexts = 1_000;

/** A whole number that is written in one way only, and that a number holds. */
const plainNumber = /^[1-9][0-9]{0,14}$/;

/**
 * Sorts rows by their texts in the order of a language: case and accents decide only between texts that are equal
 * otherwise, and numbers in a text count as numbers. There is one order, whichever way it comes about.
 *
 * @param compareEqual Orders rows that the language finds equal; those with the same text have to stand so already, and
 *   so have the blank ones.
 */
export async function collated(
  rows: Uint32Array,
  textOf: (row: number) => string,
  locale: string,
  compareEqual: CompareRows,
  slices: Slices,
): Promise<ColumnOrder> {
  if (areRisingNumbers(rows, textOf))
    return { rows, begins: new Uint8Array(rows.length).fill(1), blanksFrom: rows.length };
  // names repeat themselves, and each is worth the work once
  const { texts, numberOf } = await distinct(rows, textOf, slices);
  const [filled, blank] = parted(allRows(texts.length), (number) => !isBlank(texts[number] ?? ''));
  const { order, begins } = await collatedTexts(filled, texts, locale, slices);
  const groupOf = new Uint32Array(texts.length);
  const textsOf = new Uint32Array(filled.length);
  let groups = 0;
  for (let index = 0; index < order.length; index += 1) {
    if (begins[index]) groups += 1;
    groupOf[at(order, index)] = groups - 1;
    textsOf[groups - 1] = at(textsOf, groups - 1) + 1;
  }
  for (const number of blank) groupOf[number] = groups;
  for (let row = 0; row < numberOf.length; row += 1) numberOf[row] = at(groupOf, at(numberOf, row));
  if (slices.isOver) await slices.pause();
  return grouped(rows, numberOf, textsOf.subarray(0, groups), compareEqual);
}

/** The different texts of rows, and by row the number of its text among them. */
async function distinct(
  rows: Uint32Array,
  textOf: (row: number) => string,
  slices: Slices,
): Promise<{ readonly texts: readonly string[]; readonly numberOf: Uint32Array }> {
  const numbers = new Map<string, number>();
  const numberOf = new Uint32Array(placesFor(rows));
  for (let index = 0; index < rows.length; index += 1) {
    const row = at(rows, index);
    const text = textOf(row);
    let number = numbers.get(text);
    if (number === undefined) numbers.set(text, (number = numbers.size));
    numberOf[row] = number;
    if (isStride(index) && slices.isOver) await slices.pause();
  }
  return { texts: [...numbers.keys()], numberOf };
}

/**
 * Sorts different texts. Asking the collator takes most of the time of a sort, so many texts are sorted by the weights
 * of their letters, and the collator is asked where those do not decide.
 *
 * @returns The texts' numbers in order, and 1 where a group of equal ones begins.
 */
async function collatedTexts(all: Uint32Array, texts: readonly string[], locale: string, slices: Slices) {
  const collator = collatorOf(locale);
  const textOf = (number: number): string => texts[number] ?? '';
  const byCollator: CompareRows = (a, b) => collator.compare(textOf(a), textOf(b));
  if (all.length < fewTexts) return beginsOf(await sorted(all, byCollator, slices), byCollator, slices);
  const weights = await TextWeights.of(all, textOf, collatorOf(locale, { sensitivity: 'base' }), slices);
  const [weighed, others] = parted(all, (number) => weights.has(number));
  const order = await merged(
    await weights.sort(weighed, byCollator, slices),
    await sorted(others, byCollator, slices),
    byCollator,
    slices,
  );
  const compare: CompareRows = (a, b) =>
    (weights.has(a) && weights.has(b) && weights.compare(a, b)) || byCollator(a, b);
  return beginsOf(order, compare, slices);
}

/** Finds where groups of texts begin that a language finds equal. */
async function beginsOf(order: Uint32Array, compare: CompareRows, slices: Slices) {
  const begins = new Uint8Array(order.length).fill(1);
  for (let index = 1; index < order.length; index += 1) {
    if (compare(at(order, index - 1), at(order, index)) === 0) begins[index] = 0;
    if (isStride(index) && slices.isOver) await slices.pause();
  }
  return { order, begins };
}

/**
 * Brings rows into the order of their groups, and those of a group that has several texts into their own.
 *
 * @param textsOf By group: how many different texts it has. Rows of the group after the last one are blank.
 */
function grouped(
  rows: Uint32Array,
  groupOf: Uint32Array,
  textsOf: Uint32Array,
  compareEqual: CompareRows,
): ColumnOrder {
  const ordered = bucketed(rows, groupOf, textsOf.length + 1);
  const begins = new Uint8Array(ordered.length);
  let begin = 0;
  for (let group = 0; group < textsOf.length; group += 1) {
    begins[begin] = 1;
    let end = begin + 1;
    while (end < ordered.length && groupOf[at(ordered, end)] === group) end += 1;
    if (at(textsOf, group) > 1) ordered.subarray(begin, end).sort(compareEqual);
    begin = end;
  }
  // the blank ones are a group, too; beyond the end nothing is written
  begins[begin] = 1;
  return { rows: ordered, begins, blanksFrom: begin };
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

/** Whether a text shows nothing. */
export function isBlank(text: string): boolean {
  // nearly every text begins with a character that is seen
  const code = text.charCodeAt(0);
  return !(code > 0x20 && code < 0x7f) && text.trim() === '';
}
