/**
 * The provider no longer knows the viewer. Whoever can let the viewer sign in again does so, and says with
 * {@link resumeAfter} when it is done: the list then goes on at the same place. Bubbles, is composed, and comes once, until
 * the provider has answered again or the viewer has asked for it. Nothing happens without a listener.
 */
export class SessionEndedEvent extends Event {
  static readonly type = 'session-ended';
  readonly #resume: () => void;

  constructor(resume: () => void) {
    super(SessionEndedEvent.type, { bubbles: true, composed: true });
    this.#resume = resume;
  }

  /** @param signedIn Resolves when the viewer is signed in again; where it rejects, everything stays as it is. */
  resumeAfter(signedIn: Promise<unknown>): void {
    void signedIn.then(this.#resume, () => undefined);
  }
}

declare global {
  interface HTMLElementEventMap {
    'session-ended': SessionEndedEvent;
  }
}
