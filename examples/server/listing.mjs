// @ts-check
// Whom a question finds, and in which order: from the columns in memory.
import { blank, hasBeaconProblems, isGranted, isThere, isTiered } from './customer-columns.mjs';
import { isStorable } from './facts.mjs';
import { foldText } from './sources.mjs';

/** @import { CustomersQuery } from '../../src/domain/query.js' */
/** @import { Clock } from './clock.mjs' */
/** @import { CustomerColumns } from './customer-columns.mjs' */
/** @import { Standings } from './standings.mjs' */
/** @import { TextColumn } from './text-ranks.mjs' */

/**
 * A query by whoever may see what `onlyTag` marks, or everything without it.
 *
 * @typedef {{ query: CustomersQuery, clock: Clock, language: string, onlyTag?: string }} Question
 */

/**
 * What is known of all customers at one moment.
 *
 * @typedef {object} Known
 * @property {CustomerColumns} columns
 * @property {(clock: Clock) => Standings} standings
 * @property {(column: TextColumn, language: string) => Int32Array} ranks
 * @property {(searched: string) => Uint8Array} matches
 */

/** The columns that depend on the time. */
const byClock = new Set(['upcomingExpiration', 'expirationStatus']);

/** @type {Readonly<Partial<Record<string, TextColumn>>>} */
const textColumns = { name: 'name_order', externalId: 'external_id_order' };

/** @param {CustomersQuery} query The columns of text that its order needs. */
export function textColumnsOf({ sort = [] }) {
  return sort.flatMap(({ field }) => textColumns[field] ?? []);
}

/** @param {CustomersQuery} query Whether its answer depends on the time. */
export function dependsOnClock({ statuses, expiresWithinDays, sort = [] }) {
  return statuses !== undefined || expiresWithinDays !== undefined || sort.some(({ field }) => byClock.has(field));
}

/** The largest organization ID: that of a `bigint`. */
const largestId = 2n ** 63n - 1n;

/**
 * The places of those of some customers that there are, each once and in their order.
 *
 * @param {CustomerColumns} columns
 * @param {readonly string[]} ids
 */
function placesOf(columns, ids) {
  const possible = ids.filter((id) => /^[1-9]\d{0,18}$/.test(id) && BigInt(id) <= largestId);
  const places = possible.map((id) => columns.placeOf(id)).filter((place) => place >= 0);
  return Int32Array.from(new Set(places)).sort();
}

/**
 * The places of the customers that a question finds, by their organization IDs.
 *
 * @param {Question} question
 * @param {Known} known
 */
export function placesFound({ query, clock, onlyTag }, known) {
  const { columns } = known;
  const { search, statuses, expiresWithinDays, relationship, tiered, beaconProblems, tags, ids } = query;
  const searched = foldText(search ?? '').trim();
  if (!isStorable(searched)) return new Int32Array(0);
  const matches = searched === '' ? undefined : known.matches(searched);
  const standings = statuses || expiresWithinDays !== undefined ? known.standings(clock) : undefined;
  const hasStatus =
    statuses &&
    standings &&
    Uint8Array.from(standings.names, (name) => Number(statuses.some((status) => status === name)));
  const lastDay = expiresWithinDays === undefined ? undefined : Math.min(clock.today + expiresWithinDays, blank - 1);
  const hasTag = tags && tagged(columns, (list) => list.some((tag) => tags.includes(tag)));
  const mayBeSeen = onlyTag === undefined ? undefined : tagged(columns, (list) => list.includes(onlyTag));
  const wanted = [
    /** @type {const} */ ([isThere, true]),
    /** @type {const} */ ([isGranted, relationship === undefined ? undefined : relationship === 'granted']),
    /** @type {const} */ ([isTiered, tiered]),
    /** @type {const} */ ([hasBeaconProblems, beaconProblems]),
  ].filter(([, value]) => value !== undefined);
  const asked = wanted.reduce((bits, [trait]) => bits | trait, 0);
  const traits = wanted.reduce((bits, [trait, value]) => (value ? bits | trait : bits), 0);

  const among = ids && placesOf(columns, ids);
  const length = among?.length ?? columns.count;
  const found = new Int32Array(length);
  let count = 0;
  for (let index = 0; index < length; index += 1) {
    const place = among ? (among[index] ?? 0) : index;
    if (((columns.traits[place] ?? 0) & asked) !== traits) continue;
    if (matches && matches[place] !== 1) continue;
    if (hasStatus && standings && hasStatus[standings.status[place] ?? 0] !== 1) continue;
    if (lastDay !== undefined && standings && (standings.nextDay[place] ?? blank) > lastDay) continue;
    if (hasTag && hasTag[columns.tags[place] ?? 0] !== 1) continue;
    if (mayBeSeen && mayBeSeen[columns.tags[place] ?? 0] !== 1) continue;
    found[count] = place;
    count += 1;
  }
  return found.slice(0, count);
}

/**
 * The places in the order of a question.
 *
 * @param {Int32Array} found By their organization IDs, which break ties.
 * @param {Question} question
 * @param {Known} known
 */
export function inOrder(found, { query: { sort = [], pinned = [] }, clock, language }, known) {
  let order = found;
  // from the last key to the first: what one leaves as it is has the order of those after it
  for (const { field, direction } of sort.toReversed()) {
    const descending = direction === 'descending';
    if (field === 'id') order = descending ? found.toReversed() : found;
    else if (field === 'beacons') order = byNumber(order, known.columns.beacons, descending);
    else if (field === 'upcomingExpiration') {
      const { nextDay, upcomingRank } = known.standings(clock);
      order = byNumber(byNumber(order, nextDay, descending), upcomingRank, false);
    } else if (field === 'expirationStatus') {
      const { status, dated } = known.standings(clock);
      order = byNumber(order, status, descending, dated);
    } else order = byNumber(order, known.ranks(textColumns[field] ?? 'name_order', language), descending);
  }
  if (pinned.length === 0) return order;
  const isFirst = new Set(placesOf(known.columns, pinned));
  const first = order.filter((place) => isFirst.has(place));
  const others = order.filter((place) => !isFirst.has(place));
  order = new Int32Array(order.length);
  order.set(first);
  order.set(others, first.length);
  return order;
}

/**
 * How many customers have each status.
 *
 * @param {Int32Array} found
 * @param {Standings} standings
 */
export function statusCounts(found, { names, status }) {
  const counted = new Uint32Array(names.length);
  for (const place of found) {
    const index = status[place] ?? 0;
    counted[index] = (counted[index] ?? 0) + 1;
  }
  /** @type {Record<string, number>} */
  const counts = { all: found.length };
  for (const [index, name] of names.entries()) counts[name] = counted[index] ?? 0;
  return counts;
}

/**
 * @param {CustomerColumns} columns
 * @param {(tags: readonly string[]) => boolean} fits
 */
function tagged({ tagLists }, fits) {
  return Uint8Array.from(tagLists, (tags) => Number(fits(tags)));
}

/** Bits of a number that one pass of {@link byNumber} goes by. */
const passBits = 11;
const buckets = 2 ** passBits;

/** Room to sort in, which is used again: fresh memory of that size takes as long as the sorting. */
let keyRooms = [new Uint32Array(0), new Uint32Array(0)];
let placeRooms = [new Int32Array(0), new Int32Array(0)];
const starts = new Uint32Array(buckets + 1);

/**
 * Places by the number of each, those of one number in the order that they have: a radix sort, which asks nothing twice.
 *
 * @param {Int32Array} places
 * @param {Int32Array | Uint8Array} numbers
 * @param {boolean} descending
 * @param {number} [end] Numbers from here on are blank: at the end either way, in their own order.
 */
function byNumber(places, numbers, descending, end = blank) {
  const { length } = places;
  if ((keyRooms[0]?.length ?? 0) < length) {
    keyRooms = [new Uint32Array(length), new Uint32Array(length)];
    placeRooms = [new Int32Array(length), new Int32Array(length)];
  }
  let [keys = starts, otherKeys = starts] = keyRooms;
  let [to = places, other = places] = placeRooms;
  let least = blank;
  let most = 0;
  let mostBlank = 0;
  for (let index = 0; index < length; index += 1) {
    const number = numbers[places[index] ?? 0] ?? blank;
    keys[index] = number;
    if (number >= end) {
      if (number > mostBlank) mostBlank = number;
    } else {
      if (number < least) least = number;
      if (number > most) most = number;
    }
  }
  const span = most >= least ? most - least + 1 : 0;
  const largest = mostBlank >= end ? span + mostBlank - end : span - 1;
  if (largest <= 0) return places;
  for (let index = 0; index < length; index += 1) {
    // numbers below 0 come back as they were
    const number = (keys[index] ?? 0) | 0;
    keys[index] = number >= end ? span + number - end : descending ? most - number : number - least;
  }
  let from = places;
  for (let shift = 0; largest >>> shift > 0; shift += passBits) {
    starts.fill(0);
    for (let index = 0; index < length; index += 1) {
      const next = (((keys[index] ?? 0) >>> shift) & (buckets - 1)) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
    for (let bucket = 1; bucket <= buckets; bucket += 1) {
      starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
    }
    for (let index = 0; index < length; index += 1) {
      const key = keys[index] ?? 0;
      const bucket = (key >>> shift) & (buckets - 1);
      const at = starts[bucket] ?? 0;
      starts[bucket] = at + 1;
      to[at] = from[index] ?? 0;
      otherKeys[at] = key;
    }
    [keys, otherKeys] = [otherKeys, keys];
    [from, to, other] = [to, other, to];
    if (shift + passBits >= 32) break;
  }
  return from.slice(0, length);
}
