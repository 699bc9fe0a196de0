import type { ErrorCode } from '../domain/availability.js';
import type { RefusalReason } from '../domain/refusal-reason.js';

/**
 * Where an edit is.
 *
 * - `editing`: the form is the viewer's.
 * - `saving`: sent, or being compared with what is there.
 * - `comparing`: somebody else has changed the customer meanwhile, and the viewer chooses.
 * - `unknown`: sent, and nobody knows what came of it.
 * - `closed`: the customer is gone, or may not be edited any more.
 */
export type EditPhase = 'editing' | 'saving' | 'comparing' | 'unknown' | 'closed';

/** What became of the last try to save. */
export type EditOutcome =
  | { readonly kind: 'saved' | 'not-saved' | 'forbidden' | 'gone' }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly reason: RefusalReason | undefined };
