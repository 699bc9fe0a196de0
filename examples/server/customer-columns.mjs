// @ts-check
// What customers are found and sorted by, in memory: a column of numbers each, a customer at the same place of all.
// The places are in the order of the organization IDs.
import { SearchColumn } from './search-column.mjs';

/** A customer is there. One that was deleted keeps its place, empty. */
export const isThere = 1;
export const isGranted = 2;
export const isTiered = 4;
export const hasBeaconProblems = 8;
export const hasUndated = 16;

/** How much is known of the expirations. */
export const knowledge = /** @type {const} */ (['complete', 'incomplete', 'unknown']);

/** Stands for no number in a column of numbers. */
export const blank = 2 ** 31 - 1;

export class CustomerColumns {
  /** The revision of the data that the columns show. */
  revision = 0;
  /** Places that are taken, empty ones included. */
  count = 0;
  ids = new BigInt64Array(1024);
  traits = new Uint8Array(1024);
  /** The number of beacons, or `blank`. */
  beacons = new Int32Array(1024);
  /** The place of the customer's tags among `tagLists`. */
  tags = new Uint32Array(1024);
  /** @type {(readonly string[])[]} each list of tags once */
  tagLists = [];
  /** A place in `knowledge`. */
  known = new Uint8Array(1024);
  /** The dates and instants of all customers one after the other, where those of each begin, and how many these are. */
  days = new Int32Array(1024);
  instants = new Float64Array(64);
  daysFrom = new Uint32Array(1024);
  daysCount = new Uint16Array(1024);
  instantsFrom = new Uint32Array(1024);
  instantsCount = new Uint16Array(1024);
  search = new SearchColumn();
  #daysEnd = 0;
  #instantsEnd = 0;
  /** @type {Map<string, number>} */
  #tagPlaces = new Map();
  /** @type {Set<number>} */
  #moments = new Set();
  /** @type {readonly number[] | undefined} */
  #sortedMoments;

  /**
   * The place of a customer; -1 where there is none.
   *
   * @param {string} id
   */
  placeOf(id) {
    const wanted = BigInt(id);
    let low = 0;
    let high = this.count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.ids[middle] ?? 0n;
      if (found === wanted) return middle;
      if (found < wanted) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /**
   * Puts customers in their places: those of before, or the next ones.
   *
   * @param {readonly any[]} rows Of the table of customers, by their IDs.
   * @returns {boolean} Whether each has a place. Where a new one belongs between others, nothing is changed.
   */
  put(rows) {
    const last = this.ids[this.count - 1] ?? -1n;
    if (this.count > 0 && rows.some(({ id }) => BigInt(id) < last && this.placeOf(id) < 0)) return false;
    /** @type {number[]} */
    const places = [];
    for (const row of rows) {
      const place = this.#placeFor(row.id);
      places.push(place);
      this.traits[place] =
        isThere |
        (row.relationship === 'granted' ? isGranted : 0) |
        (row.tiered ? isTiered : 0) |
        (row.beacon_problems ? hasBeaconProblems : 0) |
        (row.undated ? hasUndated : 0);
      this.beacons[place] = row.beacons_total ?? blank;
      this.tags[place] = this.#tagPlaceOf(row.tags ?? []);
      this.known[place] = knowledge.indexOf(row.expirations_known);
      this.#putExpirations(place, row.days, row.instants ?? []);
    }
    this.search.put(
      places,
      rows.map((row) => row.search_text),
    );
    return true;
  }

  /** @param {number} place */
  remove(place) {
    this.traits[place] = 0;
  }

  /** All instants at which an expiry passes, in their order: between two of them, and on one day, no answer depends on the time. */
  get moments() {
    this.#sortedMoments ??= [...this.#moments].sort((a, b) => a - b);
    return this.#sortedMoments;
  }

  /** @param {string} id */
  #placeFor(id) {
    const before = this.placeOf(id);
    if (before >= 0) return before;
    const place = this.count;
    if (place === this.ids.length) this.#grow();
    this.ids[place] = BigInt(id);
    this.count += 1;
    return place;
  }

  /**
   * @param {number} place
   * @param {readonly number[]} days
   * @param {readonly (number | string)[]} instants
   */
  #putExpirations(place, days, instants) {
    // what was there before stays where it is, unused
    this.days = withRoom(this.days, this.#daysEnd + days.length);
    this.days.set(days, this.#daysEnd);
    this.daysFrom[place] = this.#daysEnd;
    this.daysCount[place] = days.length;
    this.#daysEnd += days.length;
    this.instants = withRoom(this.instants, this.#instantsEnd + instants.length);
    this.instants.set(instants.map(Number), this.#instantsEnd);
    this.instantsFrom[place] = this.#instantsEnd;
    this.instantsCount[place] = instants.length;
    this.#instantsEnd += instants.length;
    for (const instant of instants) {
      if (this.#moments.has(Number(instant))) continue;
      this.#moments.add(Number(instant));
      this.#sortedMoments = undefined;
    }
  }

  /** @param {readonly string[]} tags */
  #tagPlaceOf(tags) {
    const key = JSON.stringify(tags);
    const before = this.#tagPlaces.get(key);
    if (before !== undefined) return before;
    this.#tagPlaces.set(key, this.tagLists.length);
    return this.tagLists.push(tags) - 1;
  }

  #grow() {
    const room = this.ids.length + 1;
    this.ids = withRoom(this.ids, room);
    this.traits = withRoom(this.traits, room);
    this.beacons = withRoom(this.beacons, room);
    this.tags = withRoom(this.tags, room);
    this.known = withRoom(this.known, room);
    this.daysFrom = withRoom(this.daysFrom, room);
    this.daysCount = withRoom(this.daysCount, room);
    this.instantsFrom = withRoom(this.instantsFrom, room);
    this.instantsCount = withRoom(this.instantsCount, room);
  }
}

/**
 * An array with room for so many numbers: the same one, or a larger copy.
 *
 * @template {BigInt64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array | Float64Array} TNumbers
 * @param {TNumbers} numbers
 * @param {number} room
 * @returns {TNumbers}
 */
export function withRoom(numbers, room) {
  if (numbers.length >= room) return numbers;
  const Numbers = /** @type {new (length: number) => any} */ (numbers.constructor);
  const larger = new Numbers(Math.max(room, Math.ceil(numbers.length * 1.5)));
  larger.set(numbers);
  return larger;
}
