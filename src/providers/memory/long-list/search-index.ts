import { searchSeparator, searchTextOf } from '../../../domain/search-text.js';
import { textOf, type Row } from '../row-fields.js';
import { isStride, type Slices } from './slices.js';
import { at } from './sort-order.js';

/** Rows a block; looking through one takes far less than a slice of work. */
const blockRows = 16_384;

/** A character that takes two bytes. Texts that have one are kept apart, so that those of the others take one each. */
const wide = /[^\0-\xff]/;

/** Where no more than one row in this many is left of a search, a longer word is looked for in those alone. */
const few = 16;

/** The rows that a word was found in: 1 for each of them. */
interface Hits {
  readonly word: string;
  readonly mask: Uint8Array;
  /** How many they are, or more. */
  readonly count: number;
}

/** Finds words in the names and IDs of a list, whose texts it folds once. */
export class SearchIndex {
  readonly #rowCount: number;
  readonly #blocks: readonly Block[];
  /** The rows whose texts are others by now than those in the blocks. */
  readonly #changedRows: readonly number[];
  readonly #changed: Block;
  #last: Hits | undefined;

  private constructor(rowCount: number, blocks: readonly Block[], changedRows: readonly number[], changed: Block) {
    this.#rowCount = rowCount;
    this.#blocks = blocks;
    this.#changedRows = changedRows;
    this.#changed = changed;
  }

  static async of(rows: readonly Row[], slices: Slices): Promise<SearchIndex> {
    const blocks: Block[] = [];
    const narrowTexts = new Draft();
    const wideTexts = new Draft();
    for (let index = 0; index < rows.length; index += 1) {
      const text = textIn(rows[index]);
      const draft = wide.test(text) ? wideTexts : narrowTexts;
      draft.add(index, text);
      if (draft.isFull) blocks.push(draft.take());
      if (isStride(index) && slices.isOver) await slices.pause();
    }
    return new SearchIndex(rows.length, [...blocks, narrowTexts.take(), wideTexts.take()], [], new Block([], []));
  }

  /** The same after some rows changed or were added; `undefined` where so many did that it is better made anew. */
  changed(rows: readonly Row[], others: Uint32Array): SearchIndex | undefined {
    const changedRows = [...new Set([...this.#changedRows, ...others])];
    if (changedRows.length * few > rows.length) return undefined;
    const texts = changedRows.map((row) => textIn(rows[row]));
    const index = new SearchIndex(rows.length, this.#blocks, changedRows, new Block(changedRows, texts));
    if (this.#last) {
      const { word, mask } = this.#last;
      const hits = new Uint8Array(rows.length);
      hits.set(mask);
      index.#last = index.#hits(word, hits, this.#last.count);
    }
    return index;
  }

  /**
   * Finds the rows that contain a word.
   *
   * @param word Folded, without white space around it, and not empty.
   * @returns 1 for each row that does.
   */
  async find(word: string, slices: Slices): Promise<Uint8Array> {
    const before = this.#last;
    if (before?.word === word) return before.mask;
    // what contains a word contains every part of it
    const isPart = before !== undefined && word.includes(before.word) && before.count * few <= this.#rowCount;
    const candidates = isPart ? before.mask : undefined;
    const mask = new Uint8Array(this.#rowCount);
    let count = 0;
    for (const block of this.#blocks) {
      count += candidates ? block.findAmong(candidates, word, mask) : block.find(word, mask);
      if (slices.isOver) await slices.pause();
    }
    this.#last = this.#hits(word, mask, count);
    return mask;
  }

  /** What was found, with the changed rows as they are now. The count is at least that of the hits. */
  #hits(word: string, mask: Uint8Array, count: number): Hits {
    for (const row of this.#changedRows) mask[row] = 0;
    return { word, mask, count: count + this.#changed.find(word, mask) };
  }
}

function textIn(row: Row): string {
  return searchTextOf({ name: textOf(row, 'name'), id: textOf(row, 'id'), externalId: textOf(row, 'externalId') });
}

/** The texts of some rows, in one. */
class Block {
  readonly #text: string;
  readonly #rows: Uint32Array;
  /** Where the text of each row ends. */
  readonly #ends: Uint32Array;

  constructor(rows: readonly number[], texts: readonly string[]) {
    this.#text = texts.join(searchSeparator);
    this.#rows = Uint32Array.from(rows);
    this.#ends = new Uint32Array(texts.length);
    let end = -searchSeparator.length;
    for (const [index, text] of texts.entries()) this.#ends[index] = end += searchSeparator.length + text.length;
  }

  /** Marks the rows that contain a word, and counts them. */
  find(word: string, mask: Uint8Array): number {
    let count = 0;
    let index = 0;
    for (let place = this.#text.indexOf(word); place >= 0; place = this.#text.indexOf(word, at(this.#ends, index++))) {
      while (at(this.#ends, index) <= place) index += 1;
      mask[at(this.#rows, index)] = 1;
      count += 1;
    }
    return count;
  }

  /** Marks those of the candidates that contain a word, and counts them. */
  findAmong(candidates: Uint8Array, word: string, mask: Uint8Array): number {
    let count = 0;
    for (let index = 0; index < this.#rows.length; index += 1) {
      const row = at(this.#rows, index);
      if (!candidates[row]) continue;
      const begin = index === 0 ? 0 : at(this.#ends, index - 1) + searchSeparator.length;
      if (!this.#text.slice(begin, at(this.#ends, index)).includes(word)) continue;
      mask[row] = 1;
      count += 1;
    }
    return count;
  }
}

/** Texts that are collected for a block. */
class Draft {
  #rows: number[] = [];
  #texts: string[] = [];

  get isFull(): boolean {
    return this.#rows.length >= blockRows;
  }

  add(row: number, text: string): void {
    this.#rows.push(row);
    this.#texts.push(text);
  }

  /** Gives the block, and begins another one. */
  take(): Block {
    const block = new Block(this.#rows, this.#texts);
    this.#rows = [];
    this.#texts = [];
    return block;
  }
}
