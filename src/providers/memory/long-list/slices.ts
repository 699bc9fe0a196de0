/** How long work may keep the page waiting, in milliseconds: half a frame. */
const sliceLength = 8;

/** How many steps of a loop go by between two looks at the clock; a power of two. */
const stride = 512;

/** After how many milliseconds work that waits for idle time takes a slice nevertheless. */
const longestIdleWait = 100;

/** Whether a loop at this step should look at the clock. */
export function isStride(step: number): boolean {
  return (step & (stride - 1)) === 0;
}

const notWanted = new Error('Nobody waits for this any more');

/** Cuts long work into slices, between which the page has its turn, and ends it once nobody wants it any more. */
export class Slices {
  /** What is called once somebody waits for the work after all. */
  readonly whenHurried = new Set<() => void>();
  #end = 0;

  /** @param canWait Whether nobody waits for the work yet, so that its slices are left to idle time. Default: never. */
  constructor(
    readonly isWanted: () => boolean,
    readonly canWait: () => boolean = () => false,
  ) {
    this.#begin();
  }

  /** Whether it is time for a {@link pause}. Looks at the clock: ask at each {@link isStride}. */
  get isOver(): boolean {
    return performance.now() > this.#end;
  }

  /** Lets the page have its turn. Throws where the work is not wanted any more. */
  async pause(): Promise<void> {
    await (this.canWait() ? this.#idleTime() : nextTask());
    if (!this.isWanted()) throw notWanted;
    this.#begin();
  }

  /** Ends a pause that lasts until idle time, here and in the work that this one waits for. */
  hurry(): void {
    for (const hurry of this.whenHurried) hurry();
  }

  async #idleTime(): Promise<void> {
    let resume = (): void => undefined;
    const hurried = new Promise<void>((resolve) => (resume = resolve));
    this.whenHurried.add(resume);
    await Promise.race([idleTime(), hurried]);
    this.whenHurried.delete(resume);
  }

  #begin(): void {
    this.#end = performance.now() + sliceLength;
  }
}

function nextTask(): Promise<void> {
  return new Promise((resume) => {
    // a timer would wait four milliseconds more
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resume();
    };
    port2.postMessage(null);
  });
}

/** The next moment in which the page has nothing to do; where it cannot tell, after a pause of a few frames. */
function idleTime(): Promise<void> {
  // Safari and workers have no idle callbacks, and the types of this folder know only what all have
  const { requestIdleCallback } = globalThis as {
    requestIdleCallback?: (callback: () => void, options: { readonly timeout: number }) => unknown;
  };
  return new Promise((resume) => {
    if (requestIdleCallback) requestIdleCallback(() => resume(), { timeout: longestIdleWait });
    else setTimeout(resume, longestIdleWait / 2);
  });
}

/** Work that several may wait for: done once, kept, and given up when none of them waits any more. */
export class SharedWork<T> {
  readonly #work: (slices: Slices) => Promise<T>;
  readonly #waiting = new Set<Slices>();
  #job: Promise<T> | undefined;
  #slices: Slices | undefined;
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
    const hurry = (): void => this.#slices?.hurry();
    this.#waiting.add(slices);
    slices.whenHurried.add(hurry);
    if (!slices.canWait()) hurry();
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
      slices.whenHurried.delete(hurry);
    }
  }

  async #run(): Promise<T> {
    try {
      const waiting = () => [...this.#waiting].filter((each) => each.isWanted());
      const slices = (this.#slices = new Slices(
        () => waiting().length > 0,
        () => waiting().every((each) => each.canWait()),
      ));
      return (this.#value = await this.#work(slices));
    } finally {
      this.#job = undefined;
      this.#slices = undefined;
    }
  }
}
