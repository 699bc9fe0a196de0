import type { ReactiveController, ReactiveElement } from 'lit';

/** Lets the browser ask before its page is left, for as long as the host is in it and holds what would be lost. */
export class UnloadGuard implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #hasUnsavedChanges: () => boolean;
  #window: Window | null = null;

  constructor(host: ReactiveElement, hasUnsavedChanges: () => boolean) {
    this.#host = host;
    this.#hasUnsavedChanges = hasUnsavedChanges;
    host.addController(this);
  }

  hostConnected(): void {
    // the host may not render by itself on its return
    this.#guard();
  }

  hostUpdated(): void {
    this.#guard();
  }

  hostDisconnected(): void {
    this.#watch(null);
  }

  /** A page that is always guarded would never be kept for the way back to it. */
  #guard(): void {
    this.#watch(this.#host.isConnected && this.#hasUnsavedChanges() ? this.#host.ownerDocument.defaultView : null);
  }

  #watch(window: Window | null): void {
    if (window === this.#window) return;
    this.#window?.removeEventListener('beforeunload', ask);
    this.#window = window;
    window?.addEventListener('beforeunload', ask);
  }
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
