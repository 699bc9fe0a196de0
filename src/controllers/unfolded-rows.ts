import type { ReactiveControllerHost } from 'lit';

/** Which rows show more than their line. */
export class UnfoldedRows {
  readonly #host: ReactiveControllerHost;
  readonly #keys = new Set<string>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  unfold(key: string): void {
    this.#keys.add(key);
    this.#host.requestUpdate();
  }

  toggle(key: string): void {
    if (!this.#keys.delete(key)) this.#keys.add(key);
    this.#host.requestUpdate();
  }
}
