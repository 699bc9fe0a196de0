import type { ErrorCode } from './availability.js';

const repeatable: readonly ErrorCode[] = ['rate-limited', 'timeout', 'offline', 'unavailable'];

/** Whether a failure passes by itself, so that a read that failed is worth asking again (`docs/rules.md §7.1`). */
export function isRepeatable(code: ErrorCode): boolean {
  return repeatable.includes(code);
}
