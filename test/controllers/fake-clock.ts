const real = { Date, setTimeout, clearTimeout };

/** Stands in for the page's clock and its `setTimeout`: time passes only when a test lets it. */
export class FakeClock {
  now: number;
  readonly #timers = new Map<number, { readonly at: number; readonly run: () => void }>();
  #lastTimer = 0;

  constructor(start: string) {
    this.now = real.Date.parse(start);
    const moment = () => this.now;
    globalThis.Date = class extends real.Date {
      constructor(...args: [] | [number | string | Date]) {
        super(args.length === 0 ? moment() : args[0]);
      }

      static override now = moment;
    } as DateConstructor;
    globalThis.setTimeout = ((run: () => void, delay = 0) => {
      this.#timers.set(++this.#lastTimer, { at: this.now + delay, run });
      return this.#lastTimer;
      // only the form that the sources use
    }) as unknown as typeof setTimeout;
    globalThis.clearTimeout = (id) => {
      this.#timers.delete(Number(id));
    };
  }

  /** How long each timer still has, in milliseconds. */
  get delays(): number[] {
    return [...this.#timers.values()].map(({ at }) => at - this.now);
  }

  /** Lets time pass to a moment, and the timers that are due on the way run when they are. */
  advanceTo(moment: string): void {
    const end = real.Date.parse(moment);
    for (;;) {
      const [due] = [...this.#timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
      if (due === undefined) break;
      this.#timers.delete(due[0]);
      this.now = Math.max(this.now, due[1].at);
      due[1].run();
    }
    this.now = end;
  }

  /** Lets so many milliseconds pass, as {@link advanceTo} does. */
  advanceBy(milliseconds: number): void {
    this.advanceTo(new real.Date(this.now + milliseconds).toISOString());
  }

  /** Moves the clock without running any timer, as when a computer slept. */
  sleepUntil(moment: string): void {
    this.now = real.Date.parse(moment);
  }

  restore(): void {
    Object.assign(globalThis, real);
  }
}
