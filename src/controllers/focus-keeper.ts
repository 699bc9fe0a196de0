import type { ReactiveController, ReactiveElement } from 'lit';

/**
 * Keeps the focus in its host when an update takes away, or hides, what had it: it would fall to the page. Made after
 * the other controllers, so that it sees what they have done.
 */
export class FocusKeeper implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #fallback: () => HTMLElement | null;
  #hadFocus = false;

  /** @param fallback What is always there. */
  constructor(host: ReactiveElement, fallback: () => HTMLElement | null) {
    this.#host = host;
    this.#fallback = fallback;
    host.addController(this);
  }

  /** Gives the focus to what is always there. */
  give(): void {
    this.#fallback()?.focus();
  }

  hostUpdate(): void {
    this.#hadFocus = Boolean(this.#host.shadowRoot?.activeElement);
  }

  hostUpdated(): void {
    if (!this.#hadFocus) return;
    const focused = this.#host.shadowRoot?.activeElement;
    const { activeElement, body } = this.#host.ownerDocument;
    // what is hidden keeps the focus until the next frame
    if (focused ? focused.closest('[hidden]') : activeElement === body) this.give();
  }
}
