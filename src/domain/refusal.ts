import type { ErrorCode } from './availability.js';

/** Whether a failure is a refusal: what was shown until then may not be shown any longer (`docs/rules.md §3.5`). */
export function isRefusal(code: ErrorCode): boolean {
  return code === 'forbidden' || code === 'unauthenticated';
}
