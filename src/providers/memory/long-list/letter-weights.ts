import { isStride, type Slices } from './slices.js';
import { allRows, at, sorted } from './sort-order.js';

/** At most so many different letters are weighed; larger scripts, which come later in Unicode, are left out. */
const mostLetters = 1_024;

/** The longest number that is weighed, in digits. */
export const longestNumber = 30;

/** The code unit of the first digit. */
export const zero = 0x30;

/** Comes after every letter in every language. */
const lastLetter = '\uffff';

/** Control characters, halves of characters, and marks, whose order may change, have no weight of their own. */
const unweighable = /[\p{C}\p{M}]/u;

const codeUnits = 0x1_0000;

/** Whether a code unit is a digit; `NaN`, as beyond the end of a text, is none. */
export function isDigit(code: number): boolean {
  return code >= zero && code <= zero + 9;
}

/**
 * The weights of letters. A collator compares two texts by such weights, which ignore case and accents, and looks at
 * the rest only where those are equal. Mostly the weight of a letter stands on its own; but in some languages two
 * letters count as one (`ch` in Czech), and some letters as two (`æ` as `ae`). Which is which is asked of the collator,
 * for the letters and pairs that a list really has, so that no language needs to be known here.
 */
export interface LetterWeights {
  /** By code unit, from 1 on; 0 where a letter has no weight of its own. All digits have that of a number of length 0. */
  readonly weights: Uint32Array;
  /** The highest of them, those of numbers included. */
  readonly highest: number;
  /** Numbers the letters that have a weight from 1 on, by code unit. */
  readonly numbers: Uint32Array;
  /** The code units of those letters, by number; nothing has number 0. */
  readonly codes: readonly number[];
}

/** Weighs the letters of texts. `base` is the collator at `sensitivity: 'base'` with `numeric: true`. */
export async function weighLetters(
  rows: Uint32Array,
  textOf: (row: number) => string,
  base: Intl.Collator,
  slices: Slices,
): Promise<LetterWeights> {
  const letters = await lettersOf(rows, textOf, slices);
  const order = await sorted(
    allRows(letters.length),
    (a, b) => base.compare(letters[a] ?? '', letters[b] ?? ''),
    slices,
  );
  const weights = new Uint32Array(codeUnits);
  let weight = 0;
  let before = '';
  for (const index of order) {
    const letter = letters[index] ?? '';
    const code = letter.charCodeAt(0);
    if (weight > 0 && base.compare(before, letter) === 0) {
      weights[code] = weight;
      continue;
    }
    // a letter that is ignored, or that comes amid the texts that begin with the one before it, counts as none or two
    if (base.compare(weight > 0 ? before + lastLetter : '', letter) >= 0) continue;
    weight += 1;
    weights[code] = weight;
    before = letter;
    if (code !== zero) continue;
    weights.fill(weight, zero, zero + 10);
    weight += longestNumber;
    before = '9'.repeat(longestNumber);
  }
  return numbered(base.compare(before, lastLetter) < 0 ? weights : weights.fill(0), weight);
}

/** The letters of texts that may be weighed, and the digit zero. */
async function lettersOf(
  rows: Uint32Array,
  textOf: (row: number) => string,
  slices: Slices,
): Promise<readonly string[]> {
  const seen = new Uint8Array(codeUnits);
  for (let step = 0; step < rows.length; step += 1) {
    const row = at(rows, step);
    const text = textOf(row);
    for (let index = 0; index < text.length; index += 1) seen[text.charCodeAt(index)] = 1;
    if (isStride(step) && slices.isOver) await slices.pause();
  }
  seen.fill(0, zero, zero + 10)[zero] = 1;
  const letters: string[] = [];
  for (let code = 0; code < codeUnits && letters.length < mostLetters; code += 1) {
    const letter = String.fromCharCode(code);
    if (seen[code] && !unweighable.test(letter)) letters.push(letter);
  }
  return letters;
}

function numbered(weights: Uint32Array, highest: number): LetterWeights {
  const numbers = new Uint32Array(codeUnits);
  const codes = [0];
  for (let code = 0; code < codeUnits; code += 1) {
    if (at(weights, code) > 0) numbers[code] = codes.push(code) - 1;
  }
  return { weights, highest, numbers, codes };
}
