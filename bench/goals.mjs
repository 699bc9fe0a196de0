// What this package wants to reach: `customers-overview` against `ideal`, or against a number. A goal is never dropped,
// only met or missed.

/** The sizes at which a goal with a ratio holds. */
const everySize = [1_000, 10_000, 100_000];

/** A figure of ours is at most so many times that of `ideal`. */
const ratio = (measure, most, sizes = everySize) => sizes.map((size) => ({ kind: 'ratio', measure, most, size }));

/** A figure of ours is at most so much. */
const limit = (measure, most, sizes) => sizes.map((size) => ({ kind: 'limit', measure, most, size }));

/** A figure of ours at one size is at most so many times the one at another. */
const growth = (measure, most, size, from) => [{ kind: 'growth', measure, most, size, from }];

export const goals = [
  ...ratio('firstRows', 1.4),
  ...growth('firstRows', 1.4, 100_000, 1_000),
  ...growth('firstRows', 1.5, 1_000_000, 100_000),
  ...ratio('nameSort', 0.7, [100_000]),
  ...limit('nameSortAfterIdle', 25, [100_000]),
  ...ratio('flip', 1.3),
  ...ratio('expirySort', 0.6, [100_000]),
  ...ratio('worstKey', 1.2),
  ...limit('worstKeyScript', 16.7, [100_000]),
  ...limit('update', 2.5, everySize),
  ...growth('update', 1.5, 100_000, 1_000),
  ...ratio('wheel', 1.2),
  ...ratio('fling', 1.2),
  ...limit('blank', 0, [...everySize, 1_000_000]),
  ...limit('stale', 0, [...everySize, 1_000_000]),
  ...limit('blankSearching', 0, [...everySize, 1_000_000]),
  ...limit('staleSearching', 0, [...everySize, 1_000_000]),
  ...limit('elementsPerRow', 12, [100_000]),
  ...limit('heapFirst', 2_000_000, [100_000]),
  ...limit('heapLater', 8_000_000, [100_000]),
  ...limit('cycleBytes', 100, [undefined]),
  ...limit('cycleNodes', 0, [undefined]),
  ...limit('cycleListeners', 0, [undefined]),
  ...limit('gzip', 30_000, [undefined]),
  ...limit('scriptEvaluation', 20, [undefined]),
  // reached at all: the step fails where the last row does not come
  ...limit('jumpToEnd', Number.MAX_VALUE, [1_000_000]),
];

/**
 * What a quick run is failed by: what was reached, and room for a busy machine, so that none fails by chance. They are
 * lowered with every gain, and raised only by what the element has to do more.
 */
export const gates = [
  ...ratio('firstRows', 8, [10_000]),
  ...ratio('nameSort', 5, [10_000]),
  ...limit('nameSortAfterIdle', 60, [10_000]),
  ...ratio('flip', 5, [10_000]),
  // what follows the search besides the rows (marks, tiles, chips) is in it
  ...ratio('worstKey', 6, [10_000]),
  ...limit('update', 8, [10_000]),
  ...ratio('wheel', 3, [10_000]),
  ...ratio('fling', 3, [10_000]),
  ...limit('blank', 0, [10_000]),
  ...limit('stale', 0, [10_000]),
  ...limit('blankSearching', 0, [10_000]),
  ...limit('staleSearching', 0, [10_000]),
  // cells for the check box, the star and the menu, and what stands in them
  ...limit('elementsPerRow', 17, [10_000]),
];
