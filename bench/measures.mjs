// What is measured: the names of the figures, how they are written, and what they mean to the reader.

const milliseconds = (value) => (value === Infinity ? 'never' : value.toFixed(value < 10 ? 1 : 0));
const kilobytes = (value) => (value / 1000).toFixed(1);
const megabytes = (value) => (value / 1_000_000).toFixed(2);
const whole = (value) => String(Math.round(value));
const percent = (value) => value.toFixed(1);

/** Figures of a page, whatever the number of rows. */
export const pageMeasures = [
  { id: 'raw', title: 'page, kB', write: kilobytes },
  { id: 'gzip', title: 'page, kB gzip', write: kilobytes },
  { id: 'brotli', title: 'page, kB brotli', write: kilobytes },
  { id: 'laterGzip', title: 'loaded later, kB gzip', write: kilobytes },
  { id: 'scriptEvaluation', title: 'script evaluation, ms', write: milliseconds },
  { id: 'cycleBytes', title: 'left behind a mount cycle, bytes', write: whole },
  { id: 'cycleNodes', title: 'left behind a mount cycle, nodes', write: percent },
  { id: 'cycleListeners', title: 'left behind a mount cycle, listeners', write: percent },
];

/** Figures at each number of rows. */
export const sizeMeasures = [
  { id: 'firstRows', title: 'first rows, ms', write: milliseconds },
  { id: 'nameSort', title: 'sort by name, cold, ms', write: milliseconds },
  { id: 'nameSortAfterIdle', title: 'sort by name, after idle, ms', write: milliseconds },
  { id: 'flip', title: 'flip, ms', write: milliseconds },
  { id: 'expirySort', title: 'sort by expiry, ms', write: milliseconds },
  { id: 'worstKey', title: 'worst keystroke, ms', write: milliseconds },
  { id: 'worstKeyScript', title: 'worst keystroke without style and layout, ms', write: milliseconds },
  ...[1, 2, 3, 4, 5, 6].map((key) => ({ id: `key${key}`, title: `keystroke ${key}, ms`, write: milliseconds })),
  { id: 'searchWhileSorted', title: 'filter while sorted, ms', write: milliseconds },
  { id: 'firstUpdate', title: 'first update of one row, ms', write: milliseconds },
  { id: 'update', title: 'update of one row, ms', write: milliseconds },
  { id: 'wheel', title: 'wheel, ms a frame', write: milliseconds },
  { id: 'wheel95', title: 'wheel, 95th percentile, ms', write: milliseconds },
  { id: 'fling', title: 'fling, ms a frame', write: milliseconds },
  { id: 'fling95', title: 'fling, 95th percentile, ms', write: milliseconds },
  { id: 'drag', title: 'scroll bar, ms a frame', write: milliseconds },
  { id: 'drag95', title: 'scroll bar, 95th percentile, ms', write: milliseconds },
  { id: 'blank', title: 'blank rows, %', write: percent, isPlain: true },
  { id: 'stale', title: 'stale rows, %', write: percent, isPlain: true },
  { id: 'blankSearching', title: 'blank rows, filtered, %', write: percent, isPlain: true },
  { id: 'staleSearching', title: 'stale rows, filtered, %', write: percent, isPlain: true },
  { id: 'jumpToEnd', title: 'jump to the end, ms', write: milliseconds },
  { id: 'heapFirst', title: 'heap at first, MB', write: megabytes, isPlain: true },
  { id: 'heapLater', title: 'heap after sorts and searches, MB', write: megabytes, isPlain: true },
  { id: 'nodes', title: 'DOM nodes', write: whole },
  { id: 'elementsPerRow', title: 'elements a row', write: whole },
];
