/** Shows what state an element is in to style sheets, as `:state(…)`. */
export class CustomStates<State extends string> {
  readonly #states: CustomStateSet;

  /** @param host An element that has not attached its internals elsewhere. */
  constructor(host: HTMLElement) {
    this.#states = host.attachInternals().states;
  }

  /** These states, and no others. */
  show(...states: readonly State[]): void {
    this.#states.clear();
    for (const state of states) this.#states.add(state);
  }
}
