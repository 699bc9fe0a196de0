import type { Slices } from './slices.js';
import { bucketed, type ColumnOrder } from './sort-order.js';

/** So many groups of equal rows cost nothing, even if most are empty. */
const fewGroups = 1_000;

/**
 * The order of a column of numbers.
 *
 * @param byId All rows by organization ID.
 * @param keys A whole number a row, or `Infinity`.
 * @param firstBlank Numbers from this one on stand for blank rows, which keep their order in both directions.
 */
export async function numberOrder(
  byId: Uint32Array,
  keys: NumberKeys,
  firstBlank: number,
  slices: Slices,
): Promise<ColumnOrder> {
  const { ranks, count, blanksFrom } = denseRanks(keys, firstBlank) ?? sparseRanks(keys, firstBlank);
  if (slices.isOver) await slices.pause();
  const rows = bucketed(byId, ranks, count);
  const begins = new Uint8Array(rows.length);
  let before = -1;
  for (let index = 0; index < rows.length; index += 1) {
    const rank = ranks[rows[index] ?? 0] ?? 0;
    if (rank !== before) begins[index] = 1;
    before = rank;
  }
  return { rows, begins, blanksFrom };
}

type NumberKeys = Float64Array | Int32Array | Uint16Array;

/** By row: its place among `count` groups of equal rows, some of which may be empty. */
interface Ranks {
  readonly ranks: Uint32Array;
  readonly count: number;
  readonly blanksFrom: number;
}

/** Takes each number for a group, as with the days of a few years; `undefined` where that would be too many. */
function denseRanks(keys: NumberKeys, firstBlank: number): Ranks | undefined {
  let least = Infinity;
  let most = -Infinity;
  let lastBlank = -Infinity;
  let blanksFrom = 0;
  // over indexes, because an iterator takes ten times as long before the loop is compiled
  for (let row = 0; row < keys.length; row += 1) {
    const key = keys[row] ?? firstBlank;
    if (key < firstBlank) {
      blanksFrom += 1;
      if (key < least) least = key;
      if (key > most) most = key;
    } else if (key > lastBlank) lastBlank = key;
  }
  const span = blanksFrom > 0 ? most - least + 1 : 0;
  const count = span + (blanksFrom < keys.length ? lastBlank - firstBlank + 1 : 0);
  // not a number where a key has no end
  if (!(count <= 2 * keys.length + fewGroups)) return undefined;
  const ranks = new Uint32Array(keys.length);
  for (let row = 0; row < keys.length; row += 1) {
    const key = keys[row] ?? firstBlank;
    ranks[row] = key < firstBlank ? key - least : span + (key - firstBlank);
  }
  return { ranks, count, blanksFrom };
}

function sparseRanks(keys: NumberKeys, firstBlank: number): Ranks {
  const values = Float64Array.from(new Set<number>(keys)).sort();
  const rankOf = new Map<number, number>();
  for (const value of values) rankOf.set(value, rankOf.size);
  const ranks = Uint32Array.from(keys, (key) => rankOf.get(key) ?? 0);
  return { ranks, count: values.length, blanksFrom: keys.length - keys.filter((key) => key >= firstBlank).length };
}
