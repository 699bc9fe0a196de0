/** How long to wait between attempts. */
export interface Backoff {
  /** Milliseconds, the longest wait before the first repetition; every further one may be twice as long. */
  readonly firstDelayMs: number;
  /** Milliseconds, the longest wait of all. */
  readonly longestDelayMs: number;
}

/** The longest wait before an attempt is repeated for the nth time, counted from 1. */
export function longestWait(repetition: number, { firstDelayMs, longestDelayMs }: Backoff): number {
  return Math.min(longestDelayMs, firstDelayMs * 2 ** (repetition - 1));
}

/** A random part of a wait, so that everybody who was cut off at one moment does not come back at one. */
export function jittered(wait: number): number {
  return Math.random() * wait;
}

/** A promise that nobody waits for any longer once the signal aborts: it rejects at once, with the signal's reason. */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    // a signal's reason is whatever the caller gave, and is passed on as it is
    const abort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    void promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** Waits; rejects with the signal's reason when it aborts meanwhile, and leaves no timer behind. */
export async function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const elapsed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  try {
    await unlessAborted(elapsed, signal);
  } finally {
    clearTimeout(timer);
  }
}
