/** How long work may keep the page waiting, in milliseconds: half a frame. */
const sliceLength = 8;

/** How many steps of a loop go by between two looks at the clock; a power of two. */
const stride = 512;

/** Whether a loop at this step should look at the clock. */
export function isStride(step: number): boolean {
  return (step & (stride - 1)) === 0;
}

const notWanted = new Error('Nobody waits for this any more');

/** Cuts long work into slices, between which the page has its turn, and ends it once nobody wants it any more. */
export class Slices {
  #end = 0;

  constructor(readonly isWanted: () => boolean) {
    this.#begin();
  }

  /** Whether it is time for a {@link pause}. Looks at the clock: ask at each {@link isStride}. */
  get isOver(): boolean {
    return performance.now() > this.#end;
  }

  /** Lets the page have its turn. Throws where the work is not wanted any more. */
  async pause(): Promise<void> {
    await new Promise<void>((resume) => {
      // a timer would wait four milliseconds more
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resume();
      };
      port2.postMessage(null);
    });
    if (!this.isWanted()) throw notWanted;
    this.#begin();
  }

  #begin(): void {
    this.#end = performance.now() + sliceLength;
  }
}

/** Work that several may wait for: done once, kept, and given up when none of them waits any more. */
export class SharedWork<T> {
  readonly #work: (slices: Slices) => Promise<T>;
  readonly #waiting = new Set<Slices>();
  #job: Promise<T> | undefined;
  #value: T | undefined;

  constructor(work: (slices: Slices) => Promise<T>) {
    this.#work = work;
  }

  /** Work that is done already. */
  static done<T>(value: T): SharedWork<T> {
    const work = new SharedWork<T>(async () => value);
    work.#value = value;
    return work;
  }

  /** What came of it; `undefined` until it is done. */
  get value(): T | undefined {
    return this.#value;
  }

  /** Waits for it, for as long as the caller's own work is wanted. */
  async wait(slices: Slices): Promise<T> {
    this.#waiting.add(slices);
    try {
      for (;;) {
        try {
          return this.#value ?? (await (this.#job ??= this.#run()));
        } catch (error) {
          // those who wanted it before gave it up just when this caller came
          if (error !== notWanted || !slices.isWanted()) throw error;
        }
      }
    } finally {
      this.#waiting.delete(slices);
    }
  }

  async #run(): Promise<T> {
    try {
      const slices = new Slices(() => [...this.#waiting].some((waiting) => waiting.isWanted()));
      return (this.#value = await this.#work(slices));
    } finally {
      this.#job = undefined;
    }
  }
}
