import type { ErrorCode } from '../../../src/domain/availability.js';
import type { RefusalReason } from '../../../src/domain/refusal-reason.js';
import type { ProblemDetails } from '../../../src/providers/provider-error.js';
import { json, problem, type Reply } from './reply-server.js';

/** What comes of a reply: either what is given, or a code with what goes with it. */
export type Outcome = (
  | { readonly gives: unknown }
  | {
      readonly code: ErrorCode;
      readonly retryAfterMs?: readonly [from: number, to: number];
      readonly problem?: ProblemDetails;
      readonly reason?: RefusalReason;
    }
) & {
  /** How often the server was asked. */
  readonly requests: number;
};

/** One reply, or several in a row, and what comes of it. */
export interface ReplyCase {
  readonly name: string;
  readonly replies: readonly Reply[];
  readonly read: Outcome;
  readonly mutation: Outcome;
}

/** How the provider of the table is set: a read that may be asked again is, twice; no wait is longer than this. */
export const mostRequests = 3;
export const longestDelayMs = 1500;

export const answer = { items: [] };
const html = '<!doctype html><title>Sign in</title>';
const soon = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();

/** The same for a read and for a change: it is not asked again. */
function final(outcome: Outcome): Pick<ReplyCase, 'read' | 'mutation'> {
  return { read: outcome, mutation: outcome };
}

/** A read is asked again until it may not any more, a change is not. */
function repeated(code: ErrorCode, more: { retryAfterMs?: readonly [number, number]; problem?: ProblemDetails } = {}) {
  return { read: { code, ...more, requests: mostRequests }, mutation: { code, ...more, requests: 1 } };
}

const failed = (code: ErrorCode, status: number) => final({ code, problem: { status }, requests: 1 });
/** What cannot be answered is a query; what cannot be carried out is a change. */
const invalid = (problem: ProblemDetails): Pick<ReplyCase, 'read' | 'mutation'> => ({
  read: { code: 'invalid-query', problem, requests: 1 },
  mutation: { code: 'invalid-input', problem, requests: 1 },
});
const unreadable = final({ code: 'invalid-data', requests: 1 });

export const replyCases: readonly ReplyCase[] = [
  // successes, and what looks like one
  { name: '200', replies: [json(answer)], ...final({ gives: answer, requests: 1 }) },
  {
    name: '200 under a JSON type of its own',
    replies: [json(answer, { headers: { 'content-type': 'application/vnd.x+json' } })],
    ...final({ gives: answer, requests: 1 }),
  },
  { name: '200 without a content type', replies: [{ body: '{"items":[]}' }], ...final({ gives: answer, requests: 1 }) },
  { name: '204', replies: [{ status: 204 }], ...unreadable },
  {
    name: '206',
    replies: [json(answer, { status: 206, headers: { 'content-range': 'bytes 0-11/40' } })],
    ...unreadable,
  },
  { name: 'an empty body', replies: [{ headers: { 'content-type': 'application/json' } }], ...unreadable },
  { name: 'HTML instead of JSON', replies: [{ headers: { 'content-type': 'text/html' }, body: html }], ...unreadable },
  {
    name: 'JSON that is cut off',
    replies: [{ headers: { 'content-type': 'application/json' }, body: '{"items":[{"id":"1"' }],
    ...unreadable,
  },
  {
    name: 'a reply that is too large',
    replies: [{ headers: { 'content-length': '9999999999' }, body: '{', ends: 'stream' }],
    ...unreadable,
  },

  // redirects, which the contract does not have
  { name: '301', replies: [{ status: 301, headers: { location: '/elsewhere' } }], ...unreadable },
  {
    name: '302 to a page for signing in',
    replies: [{ status: 302, headers: { location: '/sign-in' } }],
    ...unreadable,
  },
  { name: '304 that nobody asked for', replies: [{ status: 304 }], ...unreadable },

  // refusals: asking again would not help
  { name: '400', replies: [{ status: 400 }], ...invalid({ status: 400 }) },
  {
    name: '400 with problem details',
    replies: [
      problem(400, {
        type: '/problems/sort',
        title: 'Unknown sort',
        status: 400,
        detail: 'No column x.',
        code: 'unsupported',
        extra: 1,
      }),
    ],
    ...final({
      code: 'unsupported',
      problem: { type: '/problems/sort', title: 'Unknown sort', status: 400, detail: 'No column x.' },
      requests: 1,
    }),
  },
  { name: '401', replies: [{ status: 401 }], ...failed('unauthenticated', 401) },
  { name: '403', replies: [{ status: 403 }], ...failed('forbidden', 403) },
  { name: '404', replies: [{ status: 404 }], ...failed('not-found', 404) },
  { name: '405', replies: [{ status: 405 }], ...failed('unsupported', 405) },
  { name: '409', replies: [{ status: 409 }], ...failed('conflict', 409) },
  { name: '410', replies: [{ status: 410 }], ...failed('not-found', 410) },
  { name: '412', replies: [{ status: 412 }], ...failed('conflict', 412) },
  { name: '413', replies: [{ status: 413 }], ...invalid({ status: 413 }) },
  { name: '418', replies: [{ status: 418 }], ...failed('unknown', 418) },
  { name: '422', replies: [{ status: 422 }], ...invalid({ status: 422 }) },
  { name: '414', replies: [{ status: 414 }], ...invalid({ status: 414 }) },
  {
    name: '422 that calls a change a query',
    replies: [problem(422, { code: 'invalid-query' })],
    ...invalid({ status: 422 }),
  },
  {
    name: '422 with a reason and fields',
    replies: [
      problem(422, {
        code: 'invalid-input',
        reason: 'capabilities-not-allowed',
        fields: [
          { field: 'owners.0.email', detail: 'No such domain.', more: 1 },
          { field: 'name', detail: 5 },
          { field: '', detail: 'Of no field.' },
          { detail: 'Of no field.' },
          'externalId',
          { field: 'description', detail: 'You sent secret-of-the-viewer.' },
        ],
      }),
    ],
    ...final({
      code: 'invalid-input',
      reason: 'capabilities-not-allowed',
      problem: {
        status: 422,
        fields: [{ field: 'owners.0.email', detail: 'No such domain.' }, { field: 'name' }, { field: 'description' }],
      },
      requests: 1,
    }),
  },
  {
    name: '409 with a reason and fields that nobody knows',
    replies: [problem(409, { reason: 'bad-weather', fields: 'all of them' })],
    ...failed('conflict', 409),
  },
  { name: '428', replies: [{ status: 428 }], ...failed('conflict', 428) },
  { name: '451', replies: [{ status: 451 }], ...failed('forbidden', 451) },
  { name: '501', replies: [{ status: 501 }], ...failed('unsupported', 501) },

  // what asking again may help with
  { name: '408', replies: [{ status: 408 }], ...repeated('timeout', { problem: { status: 408 } }) },
  { name: '425', replies: [{ status: 425 }], ...repeated('unavailable', { problem: { status: 425 } }) },
  { name: '429', replies: [{ status: 429 }], ...repeated('rate-limited', { problem: { status: 429 } }) },
  {
    name: '429 for one second, then 200',
    replies: [{ status: 429, headers: { 'retry-after': '1' } }, json(answer)],
    read: { gives: answer, requests: 2 },
    mutation: { code: 'rate-limited', retryAfterMs: [1000, 1000], problem: { status: 429 }, requests: 1 },
  },
  {
    name: '429 for two minutes, in seconds',
    replies: [
      problem(
        429,
        { title: 'Too many requests', detail: '400 a minute.', code: 'rate-limited' },
        { 'retry-after': '120' },
      ),
    ],
    ...final({
      code: 'rate-limited',
      retryAfterMs: [120_000, 120_000],
      problem: { title: 'Too many requests', status: 429, detail: '400 a minute.' },
      requests: 1,
    }),
  },
  {
    name: '429 for two minutes, as a date',
    replies: [{ status: 429, headers: { 'retry-after': soon(120) } }],
    ...final({ code: 'rate-limited', retryAfterMs: [60_000, 120_000], problem: { status: 429 }, requests: 1 }),
  },
  {
    name: '429 until a date that has passed',
    replies: [{ status: 429, headers: { 'retry-after': soon(-60) } }],
    ...repeated('rate-limited', { retryAfterMs: [0, 0], problem: { status: 429 } }),
  },
  {
    name: '429 until nobody knows when',
    replies: [{ status: 429, headers: { 'retry-after': 'later' } }],
    ...repeated('rate-limited', { problem: { status: 429 } }),
  },
  { name: '500', replies: [{ status: 500 }], ...repeated('unavailable', { problem: { status: 500 } }) },
  {
    name: '500, then 200',
    replies: [{ status: 500 }, json(answer)],
    read: { gives: answer, requests: 2 },
    mutation: { code: 'unavailable', problem: { status: 500 }, requests: 1 },
  },
  {
    name: '500 with problem details that are none',
    replies: [problem(500, { type: 1, title: {}, status: '500', detail: null, code: 'toString' })],
    ...repeated('unavailable', { problem: { status: 500 } }),
  },
  { name: '500 with a list', replies: [problem(500, [])], ...repeated('unavailable', { problem: { status: 500 } }) },
  {
    name: '502 with HTML',
    replies: [{ status: 502, body: html }],
    ...repeated('unavailable', { problem: { status: 502 } }),
  },
  {
    name: '503 that says to come back at once',
    replies: [problem(503, { title: 'Restarting' }, { 'retry-after': '0' })],
    ...repeated('unavailable', { retryAfterMs: [0, 0], problem: { title: 'Restarting', status: 503 } }),
  },
  { name: '504', replies: [{ status: 504 }], ...repeated('timeout', { problem: { status: 504 } }) },
  {
    name: '500 with a code that asking again does not help with',
    replies: [problem(500, { code: 'unsupported' })],
    ...final({ code: 'unsupported', problem: { status: 500 }, requests: 1 }),
  },

  // no reply, or not all of it
  { name: 'a network error', replies: [{ ends: 'reset' }], ...repeated('unavailable') },
  { name: 'a CORS error', replies: [{ ...json(answer), hides: true }], ...repeated('unavailable') },
  { name: 'no reply in time', replies: [{ ends: 'never' }], ...repeated('timeout') },
  { name: 'a slow drip', replies: [{ ...json(answer), ends: 'drip' }], ...repeated('timeout') },
  {
    name: 'a connection that breaks in the middle of the body',
    replies: [
      { headers: { 'content-type': 'application/json', 'content-length': '400' }, body: '{"items":[', ends: 'cut' },
    ],
    ...repeated('unavailable'),
  },
];
