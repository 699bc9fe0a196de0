import { errorCodes, type ErrorCode } from '../domain/availability.js';
import type { RefusalReason } from '../domain/refusal-reason.js';

/** A field of a customer that was refused. */
export interface RefusedField {
  /**
   * Its address in the draft or patch: owners by their place from 0 on (`owners.0.email`), capabilities by their name
   * (`capabilities.optima`).
   */
  readonly field: string;
  /** Why, in the server's words. */
  readonly detail?: string;
}

/** RFC 9457 problem details, as far as the server gave any, with an extension of the contract (`fields`). */
export interface ProblemDetails {
  readonly type?: string;
  readonly title?: string;
  readonly status?: number;
  readonly detail?: string;
  /** Which fields of a change are to blame. */
  readonly fields?: readonly RefusedField[];
}

/** What a provider rejects with. Recognized by its `code`, not by its class: two copies of the library may meet. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';
  readonly code: ErrorCode;
  /** Milliseconds to wait before a retry, where the server said so. */
  readonly retryAfterMs?: number;
  readonly problem?: ProblemDetails;
  /** Why a change was refused, where the code alone says too little. */
  readonly reason?: RefusalReason;

  constructor(
    code: ErrorCode,
    message: string = code,
    options: {
      readonly retryAfterMs?: number;
      readonly problem?: ProblemDetails;
      readonly reason?: RefusalReason;
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.code = code;
    if (options.retryAfterMs !== undefined) this.retryAfterMs = options.retryAfterMs;
    if (options.problem !== undefined) this.problem = options.problem;
    if (options.reason !== undefined) this.reason = options.reason;
  }
}

/**
 * The code of whatever was thrown; `unknown` for everything that carries none. Never throws: what a host rejects with
 * may be anything, a revoked proxy or an object whose getter throws included.
 */
export function errorCodeOf(thrown: unknown): ErrorCode {
  try {
    const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : undefined;
    return errorCodes.find((known) => known === code) ?? 'unknown';
  } catch {
    return 'unknown';
  }
}
