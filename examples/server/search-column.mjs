// @ts-check
// The texts that customers are searched by, many in one long string each: to look through a few long strings takes a
// fraction of the time that a million short ones take.
import { withRoom } from './customer-columns.mjs';

/** Customers of one string. */
const segmentSize = 4_096;

/** Stands after each text; no folded text has it, because it is a lower-case letter. */
const end = 'y';

export class SearchColumn {
  /** @type {string[]} */
  #segments = [];
  /** Where the text of each customer begins in its string. */
  #from = new Uint32Array(1024);
  #count = 0;

  /**
   * @param {readonly number[]} places
   * @param {readonly string[]} texts
   */
  put(places, texts) {
    /** @type {Map<number, Map<number, string>>} */
    const bySegment = new Map();
    for (const [index, place] of places.entries()) {
      const segment = Math.floor(place / segmentSize);
      const changed = bySegment.get(segment) ?? new Map();
      changed.set(place, texts[index] ?? '');
      bySegment.set(segment, changed);
      this.#count = Math.max(this.#count, place + 1);
    }
    this.#from = withRoom(this.#from, this.#count);
    for (const [segment, changed] of bySegment) this.#putSegment(segment, changed);
  }

  /**
   * The customers whose text holds this one: 1 at the place of each.
   *
   * @param {string} searched Folded.
   */
  matches(searched) {
    const matches = new Uint8Array(this.#count);
    for (const [index, text] of this.#segments.entries()) {
      const last = Math.min(this.#count, (index + 1) * segmentSize) - 1;
      let place = index * segmentSize;
      for (let at = text.indexOf(searched); at >= 0;) {
        while (place < last && (this.#from[place + 1] ?? 0) <= at) place += 1;
        matches[place] = 1;
        if (place === last) break;
        at = text.indexOf(searched, this.#from[place + 1]);
      }
    }
    return matches;
  }

  /**
   * @param {number} segment
   * @param {Map<number, string>} changed
   */
  #putSegment(segment, changed) {
    const before = this.#segments[segment] ?? '';
    const first = segment * segmentSize;
    const last = Math.min(this.#count, first + segmentSize) - 1;
    const texts = [];
    for (let place = first; place <= last; place += 1) {
      const from = this.#from[place] ?? 0;
      texts.push(changed.get(place) ?? before.slice(from, before.indexOf(end, from)));
    }
    let from = 0;
    for (const [index, text] of texts.entries()) {
      this.#from[first + index] = from;
      from += text.length + end.length;
    }
    // the text after the last one is empty: what is joined at once is one string in memory, too
    this.#segments[segment] = [...texts, ''].join(end);
  }
}
