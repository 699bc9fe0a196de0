import { errorCodeOf } from '../../providers/provider-error.js';
import { ProviderErrorEvent } from '../provider-error-event.js';
import { SessionEndedEvent } from './session-ended-event.js';

/** What a {@link FailureReport} is told by its element. */
export interface FailureReportOptions {
  /** Asks again for everything, once the viewer is signed in. */
  readonly resume: () => void;
  /** Something was refused, of these customers: what the viewer may do is another by now (`docs/rules.md §3.5`). */
  readonly onForbidden: (customerIds: readonly string[]) => void;
}

/** Tells the host's page what failed; that the session has ended only once, until {@link goOn}. */
export class FailureReport {
  readonly #host: HTMLElement;
  readonly #options: FailureReportOptions;
  #isTold = false;

  constructor(host: HTMLElement, options: FailureReportOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** @param customerIds Whom the question was about, where it was about single customers. */
  tell(error: unknown, customerIds: readonly string[] = []): void {
    const code = errorCodeOf(error);
    this.#host.dispatchEvent(new ProviderErrorEvent(error));
    if (code === 'forbidden') this.#options.onForbidden(customerIds);
    if (this.#isTold || code !== 'unauthenticated') return;
    this.#isTold = true;
    this.#host.dispatchEvent(new SessionEndedEvent(this.#options.resume));
  }

  /** The provider has answered, or the viewer asks: another end of the session is news. */
  goOn(): void {
    this.#isTold = false;
  }
}
