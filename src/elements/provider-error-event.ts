import type { ErrorCode } from '../domain/availability.js';
import { errorCodeOf } from '../providers/provider-error.js';

/** A provider failed; the element says so on screen as well. Neither bubbles nor cancels. */
export class ProviderErrorEvent extends Event {
  static readonly type = 'provider-error';
  readonly code: ErrorCode;
  /** What the provider threw, as it came. */
  readonly error: unknown;

  constructor(error: unknown) {
    super(ProviderErrorEvent.type);
    this.code = errorCodeOf(error);
    this.error = error;
  }
}

declare global {
  interface HTMLElementEventMap {
    'provider-error': ProviderErrorEvent;
  }
}
