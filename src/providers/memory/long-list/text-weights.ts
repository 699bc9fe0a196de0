import { LetterPairs } from './letter-pairs.js';
import { weighLetters } from './letter-weights.js';
import { isStride, type Slices } from './slices.js';
import { at, placesFor, sorted, sortRun, type CompareRows } from './sort-order.js';

/** Groups of so few rows are sorted by comparing them. */
const fewRows = 24;

/** What a row has whose text cannot be weighed, instead of a place among the weights. */
const unweighed = 0xffff_ffff;

/**
 * The weights of the texts of rows, one text after another, each closed by a 0. Where two of them differ, comparing them
 * from left to right gives the answer of the collator. Texts with a letter that has no weight of its own have none.
 */
export class TextWeights {
  /** By row: where its weights begin. */
  readonly #begins: Uint32Array;
  readonly #weights: Uint16Array;
  /** Room to count the rows of each weight, and then for their places; all 0 in between. */
  readonly #places: Uint32Array;
  /** Room for rows as they stood before, and for the weight of each. */
  readonly #before: Uint32Array;
  readonly #weightsBefore: Uint32Array;

  private constructor(begins: Uint32Array, weights: Uint16Array, highest: number) {
    this.#begins = begins;
    this.#weights = weights;
    this.#places = new Uint32Array(highest + 1);
    this.#before = new Uint32Array(begins.length);
    this.#weightsBefore = new Uint32Array(begins.length);
  }

  /**
   * Weighs the texts of rows.
   *
   * @param base The collator at `sensitivity: 'base'` with `numeric: true`.
   */
  static async of(
    rows: Uint32Array,
    textOf: (row: number) => string,
    base: Intl.Collator,
    slices: Slices,
  ): Promise<TextWeights> {
    const letters = await weighLetters(rows, textOf, base, slices);
    const pairs = new LetterPairs(letters);
    let size = 0;
    for (let index = 0; index < rows.length; index += 1) {
      size += pairs.meet(textOf(at(rows, index)));
      if (isStride(index) && slices.isOver) await slices.pause();
    }
    await pairs.prove(base, slices);
    const begins = new Uint32Array(placesFor(rows)).fill(unweighed);
    const weights = new Uint16Array(size);
    let begin = 0;
    for (let index = 0; index < rows.length; index += 1) {
      const row = at(rows, index);
      const end = pairs.write(textOf(row), weights, begin);
      if (end > 0) {
        begins[row] = begin;
        begin = end;
      }
      if (isStride(index) && slices.isOver) await slices.pause();
    }
    return new TextWeights(begins, weights, letters.highest);
  }

  /** Whether the text of a row is weighed. */
  has(row: number): boolean {
    return at(this.#begins, row) !== unweighed;
  }

  /**
   * Sorts weighed rows, by one weight after another; `compareEqual` decides between rows whose weights are equal.
   */
  async sort(rows: Uint32Array, compareEqual: CompareRows, slices: Slices): Promise<Uint32Array> {
    const order = rows.slice();
    const groups: Group[] = [{ begin: 0, end: order.length, depth: 0 }];
    for (let group = groups.pop(); group; group = groups.pop()) {
      const { begin, end, depth } = group;
      const part = order.subarray(begin, end);
      if (depth > 0 && this.#weightOf(at(part, 0), depth - 1) === 0) {
        if (part.length <= fewRows) sortRun(part, compareEqual);
        else part.set(await sorted(part, compareEqual, slices));
      } else if (part.length <= fewRows) {
        sortRun(part, (a, b) => this.compare(a, b, depth) || compareEqual(a, b));
      } else {
        this.#divide(part, begin, depth, groups);
      }
      if (slices.isOver) await slices.pause();
    }
    return order;
  }

  /** Compares two weighed rows that are equal up to a weight. */
  compare(a: number, b: number, depth = 0): number {
    for (let index = depth; ; index += 1) {
      const first = this.#weightOf(a, index);
      const second = this.#weightOf(b, index);
      if (first !== second) return first - second;
      if (first === 0) return 0;
    }
  }

  /** Sorts rows that are equal up to a weight by that weight, and adds the groups that are still to be sorted. */
  #divide(part: Uint32Array, begin: number, depth: number, groups: Group[]): void {
    const places = this.#places;
    const before = this.#before.subarray(0, part.length);
    const weights = this.#weightsBefore;
    before.set(part);
    let lowest = places.length;
    let highest = 0;
    for (let index = 0; index < before.length; index += 1) {
      const weight = this.#weightOf(at(before, index), depth);
      weights[index] = weight;
      places[weight] = at(places, weight) + 1;
      if (weight < lowest) lowest = weight;
      if (weight > highest) highest = weight;
    }
    let place = 0;
    for (let weight = lowest; weight <= highest; weight += 1) {
      const size = at(places, weight);
      if (size > 1) groups.push({ begin: begin + place, end: begin + place + size, depth: depth + 1 });
      places[weight] = place;
      place += size;
    }
    for (let index = 0; index < before.length; index += 1) {
      const weight = at(weights, index);
      part[at(places, weight)] = at(before, index);
      places[weight] = at(places, weight) + 1;
    }
    places.fill(0, lowest, highest + 1);
  }

  #weightOf(row: number, index: number): number {
    // every text is closed by a 0, and nobody looks beyond it
    return this.#weights[at(this.#begins, row) + index] as number;
  }
}

/** Rows side by side that are equal up to a weight. */
interface Group {
  readonly begin: number;
  readonly end: number;
  readonly depth: number;
}
