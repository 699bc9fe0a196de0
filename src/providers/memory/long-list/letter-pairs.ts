import { isDigit, longestNumber, zero, type LetterWeights } from './letter-weights.js';
import { isStride, type Slices } from './slices.js';
import { at } from './sort-order.js';

/** Lists with more different pairs of letters than this are noise; proving them would take longer than sorting. */
const mostPairs = 20_000;

/** Ignored by collators, except that they never read the letters on both sides of it as one. */
const joiner = '\u034f';

const met = 1;
const refuted = 2;

/** The pairs of letters that texts have, and in which of them the letters do not keep their own weights. */
export class LetterPairs {
  readonly #letters: LetterWeights;
  readonly #count: number;
  readonly #states: Uint8Array;

  constructor(letters: LetterWeights) {
    this.#letters = letters;
    this.#count = letters.codes.length;
    this.#states = new Uint8Array(this.#count ** 2);
  }

  /**
   * Takes note of the pairs of a text.
   *
   * @returns How many weights it takes at most: a number takes one more than it has digits, and the end takes one.
   */
  meet(text: string): number {
    let before = 0;
    for (let index = 0; index < text.length; index += 1) {
      const number = at(this.#letters.numbers, text.charCodeAt(index));
      if (number === 0) return 0;
      this.#states[before * this.#count + number] = met;
      before = number;
    }
    return Math.ceil(text.length * 1.5) + 1;
  }

  /** Asks a collator at `sensitivity: 'base'` about every pair met. */
  async prove(base: Intl.Collator, slices: Slices): Promise<void> {
    const states = this.#states;
    if (states.reduce((count, state) => count + state, 0) > mostPairs) {
      states.fill(refuted, this.#count);
      return;
    }
    for (let pair = this.#count; pair < states.length; pair += 1) {
      const first = this.#codeOf(Math.floor(pair / this.#count));
      if (states[pair] === met && !isPlain(first, this.#codeOf(pair % this.#count), base)) states[pair] = refuted;
      if (isStride(pair) && slices.isOver) await slices.pause();
    }
  }

  /**
   * Writes the weights of a text that was met, closed by a 0. A number is written as its length and then its digits, so
   * that 9 is less than 10.
   *
   * @returns Where they end, or -1 where a letter does not keep its own weight.
   */
  write(text: string, weights: Uint16Array, begin: number): number {
    let place = begin;
    let before = 0;
    for (let index = 0; index < text.length;) {
      const code = text.charCodeAt(index);
      const number = at(this.#letters.numbers, code);
      if (number === 0 || this.#states[before * this.#count + number] === refuted) return -1;
      before = number;
      if (isDigit(code)) {
        while (text.charCodeAt(index) === zero) index += 1;
        let end = index;
        while (isDigit(text.charCodeAt(end))) end += 1;
        if (end - index > longestNumber) return -1;
        weights[place++] = at(this.#letters.weights, code) + end - index;
        // any digit stands for the number before what follows it
        for (; index < end; index += 1) weights[place++] = text.charCodeAt(index) - zero + 1;
        before = at(this.#letters.numbers, text.charCodeAt(index - 1));
      } else {
        weights[place++] = at(this.#letters.weights, code);
        index += 1;
      }
    }
    weights[place++] = 0;
    return place;
  }

  #codeOf(number: number): number {
    return this.#letters.codes[number] ?? 0;
  }
}

function isPlain(first: number, second: number, base: Intl.Collator): boolean {
  if (isDigit(first) && isDigit(second)) return true;
  const [a, b] = [String.fromCharCode(first), String.fromCharCode(second)];
  return base.compare(a + b, a + joiner + b) === 0;
}
