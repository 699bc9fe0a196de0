// @ts-check
// The first windows of a long list, straight from an index: nobody waits for an order that most never scroll into.
import { sql } from 'kysely';
import { expectationOf } from './counts.mjs';
import { candidatesOf, foundOf, walkOf } from './listing.mjs';

/** @import { Kysely, RawBuilder } from 'kysely' */
/** @import { Question } from './listing.mjs' */

/** An index is walked so far, and so many customers are put in order at once. */
const most = 20_000;

/** Where those that fit stand far from the beginning of the order, an index is walked so far before the order is made. */
const furthest = 200_000;

/** What a step along an index costs, in the planner's unit: as much as a page that is somewhere else. */
const stepCost = 4;

/**
 * @typedef {object} Head
 * @property {any[]} rows Of the table of customers: the first `end`, or all.
 * @property {number} [total] Where all were found.
 */

/**
 * The first `end` customers of a question. Nothing where no index leads to them, or the data changed.
 *
 * @param {Kysely<any>} database
 * @param {Question} question
 * @param {number} end
 * @returns {Promise<Head | undefined>}
 */
export async function readHead(database, question, end) {
  const { pinned = [], ids } = question.query;
  if (pinned.length > 0) return readPinnedHead(database, question, end);
  if (ids !== undefined) return undefined;
  const found = await expectationOf(database, foundOf(question));
  const steps = (end * question.clock.customers) / Math.max(1, found.rows);
  const walk = (/** @type {number} */ length) =>
    readWalk(database, question, { end, walk: walkOf(question, { end, most: length }) });
  const isWalkShorter = steps <= most && steps * stepCost < found.cost;
  return (
    (isWalkShorter && (await walk(most))) ||
    (found.rows <= 2 * most && (await readCandidates(database, question, candidatesOf(question, { end, most })))) ||
    walk(furthest)
  );
}

/**
 * The pinned ones first, each group in the same order.
 *
 * @param {Kysely<any>} database
 * @param {Question} question
 * @param {number} end
 */
async function readPinnedHead(database, question, end) {
  const { pinned = [], ...query } = question.query;
  const ofPinned = { ...question, query: { ...query, ids: pinned } };
  const first = await readCandidates(database, question, candidatesOf(ofPinned, { end: pinned.length, most }));
  const rest = await readHead(database, { ...question, query, exceptIds: pinned }, end);
  if (!first || !rest) return undefined;
  const rows = [...first.rows, ...rest.rows].slice(0, end);
  return { rows, ...(rest.total !== undefined && { total: first.rows.length + rest.total }) };
}

/**
 * @param {Kysely<any>} database
 * @param {Question} question
 * @param {{ end: number, walk: RawBuilder<unknown> | undefined }} options
 * @returns {Promise<Head | undefined>} Nothing where the walk ended before it found enough.
 */
async function readWalk(database, question, { end, walk }) {
  const rows = walk && (await readPlaces(database, question, walk));
  return rows?.length === end ? { rows } : undefined;
}

/**
 * @param {Kysely<any>} database
 * @param {Question} question
 * @param {RawBuilder<unknown>} candidates
 * @returns {Promise<Head | undefined>} Nothing where there are too many.
 */
async function readCandidates(database, question, candidates) {
  const rows = await readPlaces(database, question, candidates);
  const total = rows?.[0]?.found ?? 0;
  return rows && total <= most ? { rows, total } : undefined;
}

/**
 * The customers at these places. Nothing where the data is not that of the question any more.
 *
 * @param {Kysely<any>} database
 * @param {Question} question
 * @param {RawBuilder<unknown>} places
 * @returns {Promise<any[] | undefined>}
 */
async function readPlaces(database, { clock }, places) {
  const { rows } = await sql`
    select c.*, places.*, state.revision, state.key
    from (select (select value from revision) as revision, (select key from standings_clock) as key) state
    left join (${places}) places on true
    left join customers c on c.id = places.id
    order by places.place`.execute(database);
  const [{ revision, key }] = /** @type {[any]} */ (rows);
  if (revision !== clock.revision || (clock.stands && key !== clock.key)) return undefined;
  return rows.filter((row) => /** @type {any} */ (row).id !== null);
}
