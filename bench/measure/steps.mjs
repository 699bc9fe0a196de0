// All that is measured of one peer at one size, in one page.
import { Session } from './session.mjs';

/** What is typed into the search, key by key: the beginning of an external ID, which every key narrows. */
const typed = '000273';
/** What is searched for while the rows stand in the order of their names. */
const wordWhileSorted = 'media';
/** Keys so far, as words. */
const words = [...typed].map((_, index) => typed.slice(0, index + 1));

/** Pixels that the wheel turns a frame: a reader's, and a fling. */
const wheelStep = 120;
const flingStep = 600;
const draggedFrames = 60;
const updates = 5;
/** Milliseconds that a reader looks at the first rows before doing anything. */
const firstLook = 1500;
const cycles = 50;
const cycleRounds = 3;

const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
const quantile = (numbers, share) =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(share * numbers.length))];
const median = (numbers) => quantile(numbers, 0.5);

/** Works out what has to be seen at one size, in a page of its own. */
export async function expectationsFor(origin, count) {
  const session = await Session.open(origin, 'ideal');
  try {
    await session.drive();
    return await session.call('expectations', count, words, wordWhileSorted);
  } finally {
    await session.close();
  }
}

/** Loads the page of a peer and does all steps. @returns {Promise<Record<string, number>>} by the name of the measure */
export async function measure(origin, peer, count, expected) {
  const session = await Session.open(origin, peer);
  try {
    const results = { scriptEvaluation: await session.scriptTime() };
    await session.drive();
    await session.call('makeData', count);
    await session.rest();
    Object.assign(results, await firstView(session, expected));
    Object.assign(results, await laterView(session, expected));
    if (session.problems.length) throw new Error(session.problems.join(', '));
    return results;
  } finally {
    await session.close();
  }
}

/** From the first rows through the sorts, nothing known before. */
async function firstView(session, { first, byName, byNameDescending, byExpiry }) {
  // one right after the other: a pause would let a peer prepare what is to be measured cold
  const cold = {
    firstRows: await session.step('mount', [], first),
    nameSort: await session.step('sort', ['name', 'ascending'], byName),
    flip: await session.step('sort', ['name', 'descending'], byNameDescending),
    expirySort: await session.step('sort', ['expiryDay', 'ascending'], byExpiry),
  };
  await session.step('reset', [], first);
  await session.calibrate(first);
  const results = Object.fromEntries(Object.entries(cold).map(([name, time]) => [name, session.withoutLooking(time)]));
  const times = [];
  for (let index = 0; index < updates; index++) {
    const total = String(900 + index);
    await session.call('prepareUpdate', 0, Number(total));
    const seen = { column: 'beacons', from: 0, texts: [total], total: first.total };
    times.push(await session.step('update', [], seen));
  }
  // a peer may have to find out first where its rows are
  results.firstUpdate = times[0];
  results.update = median(times);
  await session.call('unmount');
  return results;
}

/** From a view that has come to rest through search and scrolling. */
async function laterView(session, { first, byName, searches, searchWhileSorted, end, ids, idsWhileSearching }) {
  const results = {};
  const heapBefore = await session.heap();
  await session.step('mount', [], first);
  // what peers do in idle time may begin late
  await session.rest(firstLook);
  results.heapFirst = (await session.heap()) - heapBefore;
  const { all, row, rows } = await session.call('elements');
  Object.assign(results, { elements: all, elementsPerRow: row, rowsInPage: rows });
  results.nodes = (await session.metrics()).Nodes;

  await session.call('focusSearch');
  const keys = [];
  for (const [index, key] of [...typed].entries()) keys.push(await session.press(key, searches[index]));
  for (const [index, { time }] of keys.entries()) results[`key${index + 1}`] = time;
  results.worstKey = Math.max(...keys.map(({ time }) => time));
  results.worstKeyScript = Math.max(...keys.map(({ script }) => script));
  await session.step('reset', [], first);

  await session.rest();
  results.nameSortAfterIdle = await session.step('sort', ['name', 'ascending'], byName);
  results.searchWhileSorted = await session.step('search', [wordWhileSorted], searchWhileSorted);
  Object.assign(results, await faults(session, idsWhileSearching, 'Searching'));
  await session.step('search', [''], byName);

  const frames = await session.frames({
    wheel: () => session.wheel(wheelStep),
    fling: () => session.wheel(flingStep),
    drag: () => session.call('drag', draggedFrames),
  });
  for (const [name, times] of Object.entries(frames)) {
    results[name] = mean(times);
    results[`${name}95`] = quantile(times, 0.95);
  }
  Object.assign(results, await faults(session, ids, ''));
  results.jumpToEnd = await session.jumpToEnd(end);
  await session.call('scrollToTop');
  await session.rest();
  results.heapLater = (await session.heap()) - heapBefore;
  return results;
}

/** Looks at each frame of a fling and of a drag; not while anything is timed, because looking takes its time. */
async function faults(session, ids, suffix) {
  await session.call('scrollToTop');
  await session.rest();
  const watched = session.call('watch', ids);
  await session.wheel(flingStep);
  await session.call('drag', draggedFrames);
  const { blank, stale } = await session.call('faults');
  await watched;
  await session.call('scrollToTop');
  await session.rest();
  return { [`blank${suffix}`]: 100 * blank, [`stale${suffix}`]: 100 * stale };
}

/** What a cycle of mounting and unmounting leaves behind: the median of some rounds, because a leak is in each. */
export async function measureCycles(origin, peer, count, { first }) {
  const session = await Session.open(origin, peer);
  try {
    await session.drive();
    await session.call('makeData', count);
    // what is made once is made in the first round, which does not count
    await session.call('cycle', cycles, first);
    const state = async () => ({ heap: await session.heap(), ...(await session.metrics()) });
    const states = [await state()];
    for (let round = 0; round < cycleRounds; round++) {
      await session.call('cycle', cycles, first);
      states.push(await state());
    }
    const left = (name) => median(states.slice(1).map((after, round) => (after[name] - states[round][name]) / cycles));
    return { cycleBytes: left('heap'), cycleNodes: left('Nodes'), cycleListeners: left('JSEventListeners') };
  } finally {
    await session.close();
  }
}
