import type { ErrorCode } from './availability.js';

/** What is thrown where no answer came, or none that could be read: the change may have been made all the same. */
const unanswered: ReadonlySet<ErrorCode> = new Set(['timeout', 'offline', 'unavailable', 'invalid-data', 'unknown']);

/** Whether nobody knows if a change was made that failed as a whole with this code (`docs/rules.md §5.2`). */
export function isOutcomeUnknown(code: ErrorCode): boolean {
  return unanswered.has(code);
}
