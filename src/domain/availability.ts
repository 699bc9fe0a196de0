/**
 * What went wrong, as a word that survives two copies of this library on one page (an error class would not).
 * Every code has its own words on screen; the read codes `rate-limited`, `timeout`, `offline` and `unavailable`
 * may succeed when tried again.
 */
export const errorCodes = [
  'unauthenticated',
  'forbidden',
  'not-found',
  'invalid-query',
  'invalid-input',
  'conflict',
  'rate-limited',
  'timeout',
  'offline',
  'unavailable',
  'unsupported',
  'invalid-data',
  'unknown',
] as const;

/** One of {@link errorCodes}. */
export type ErrorCode = (typeof errorCodes)[number];

/**
 * A value that may be late, withheld or lost. Absent is not empty, and pending is neither (`docs/rules.md §2.5`).
 *
 * - `ready`: the value; `missing` names sources that could not be read for it, for example `'Snow Atlas'`.
 * - `pending`: not loaded yet; shown as a skeleton, never as a dash.
 * - `forbidden`: the viewer may not read it.
 * - `not-applicable`: the customer cannot have it.
 * - `unavailable`: it could not be read.
 */
export type Availability<T> =
  | { readonly state: 'ready'; readonly value: T; readonly missing?: readonly string[] }
  | { readonly state: 'pending' | 'forbidden' | 'not-applicable' }
  | { readonly state: 'unavailable'; readonly code?: ErrorCode };
