import type { ErrorCode } from '../../domain/availability.js';
import type { BulkResult } from '../customers-provider.js';
import { errorCodeOf, ProviderError } from '../provider-error.js';
import { refusalReasonOf } from '../refusal-reason.js';
import type { ApiBulkResult } from './api-schema.js';
import { reasonOf } from './refusal-reason.js';

/** What became of one item. */
export type Outcome = BulkResult['outcomes'][number];

/** Bulk results name their failures by codes of their own. */
const codesOfResults: ReadonlyMap<string, ErrorCode> = new Map([
  ['bad_request', 'invalid-input'],
  ['unprocessable_entity', 'invalid-input'],
  ['msp_capability_validation_failed', 'invalid-input'],
  ['validation_failed', 'invalid-input'],
  ['not_found', 'not-found'],
  ['forbidden', 'forbidden'],
  ['unauthorized', 'unauthenticated'],
  ['too_many_requests', 'rate-limited'],
  ['internal_error', 'unavailable'],
  ['bad_gateway', 'unavailable'],
]);

/** The outcome of an item that failed. */
export function failedOutcome(key: string, failure: unknown, reason = refusalReasonOf(failure)): Outcome {
  const message = failure instanceof ProviderError ? failure.problem?.detail : undefined;
  return {
    key,
    error: { code: errorCodeOf(failure), ...(message !== undefined && { message }), ...(reason && { reason }) },
  };
}

/** The outcome that a bulk call gives for an item. */
export function resultOutcome(key: string, { status, customerId, errorCode, errorMessage }: ApiBulkResult): Outcome {
  if (status === 'success') return { key, ...(customerId !== undefined && { id: String(customerId) }) };
  const name = errorCode?.toLowerCase() ?? '';
  const reason = reasonOf(name);
  // what is not known by its name was refused for what the item is
  const code = codesOfResults.get(name) ?? (name === '' ? 'unknown' : 'conflict');
  return {
    key,
    error: { code, ...(errorMessage !== undefined && { message: errorMessage }), ...(reason && { reason }) },
  };
}

/** Whether nobody knows what a change has come to: only a refusal says that nothing was done. */
export function isInDoubt(error: unknown): boolean {
  if (!(error instanceof ProviderError)) return true;
  const status = error.problem?.status;
  if (status === undefined) return error.code !== 'unauthenticated' && error.code !== 'forbidden';
  return status >= 500 || status === 408;
}

/** Whether a refusal is about the item that was sent, and not about the viewer, the session or the limits. */
export function isAboutItem(error: unknown): boolean {
  const code = errorCodeOf(error);
  return code === 'conflict' || code === 'invalid-input' || code === 'not-found';
}
