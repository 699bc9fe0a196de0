import { isRefusalReason, type RefusalReason } from '../domain/refusal-reason.js';

/**
 * Why a change was refused, of whatever was thrown or of the `error` of an outcome; `undefined` where it does not say, or
 * says what is not known here. Never throws: what a host rejects with may be anything.
 */
export function refusalReasonOf(failure: unknown): RefusalReason | undefined {
  try {
    const reason = typeof failure === 'object' && failure !== null && 'reason' in failure ? failure.reason : undefined;
    return isRefusalReason(reason) ? reason : undefined;
  } catch {
    return undefined;
  }
}
