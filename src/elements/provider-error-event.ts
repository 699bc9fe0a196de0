import type { ErrorCode } from '../domain/availability.js';
import { errorCodeOf } from '../providers/provider-error.js';

/**
 * A provider failed. Where that leaves something unread, the element says so on screen as well; where a provider only
 * could not say what it offers, or took no subscription, this event is all there is. Neither bubbles nor cancels.
 */
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
