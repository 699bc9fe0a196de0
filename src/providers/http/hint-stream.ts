import type { CustomersHint } from '../customers-provider.js';
import { errorCodeOf } from '../provider-error.js';
import { readHintEvents } from './hint-events.js';
import { onHidden, untilVisible } from './page-visibility.js';
import { delay, jittered, longestWait, unlessAborted, type Backoff } from './waiting.js';

/** When a stream of hints is opened again. */
interface HintStreamTiming extends Backoff {
  /** Milliseconds without any sign of life, after which the connection counts as broken. */
  readonly longestSilenceMs: number;
}

/** The server gives a sign of life every 20 seconds: three of them have not come. */
const defaultTiming: HintStreamTiming = { firstDelayMs: 1000, longestDelayMs: 60_000, longestSilenceMs: 60_000 };

/** Opens the stream after an event; the body of the answer is still to come. */
type OpenStream = (lastEventId: string | undefined, signal: AbortSignal) => Promise<Response>;

/** Where a stream stands from one connection to the next. */
interface Progress {
  lastEventId: string | undefined;
  firstDelayMs: number;
  /** Attempts that failed in a row. */
  failures: number;
  /** Hints may have been missed. */
  hasGap: boolean;
}

/**
 * One stream of hints for everybody who listens. It is open while somebody does and the page can be seen, and is opened
 * again whenever it breaks. What the server cannot make good for is told as `invalidated`.
 */
export class HintStream {
  readonly #open: OpenStream;
  readonly #timing: HintStreamTiming;
  readonly #hints = new EventTarget();
  #listeners = 0;
  #running: AbortController | undefined;

  constructor(open: OpenStream, timing: Partial<HintStreamTiming> = {}) {
    this.#open = open;
    this.#timing = { ...defaultTiming, ...timing };
  }

  /** Calls the listener for each hint, until the signal aborts. */
  subscribe(listener: (hint: CustomersHint) => void, signal: AbortSignal): void {
    if (signal.aborted) return;
    const hear = (event: Event) => {
      // nothing else is dispatched on this target
      listener((event as CustomEvent<CustomersHint>).detail);
    };
    this.#hints.addEventListener('hint', hear, { signal });
    this.#listeners += 1;
    signal.addEventListener('abort', () => this.#leave(), { once: true });
    if (!this.#running) void this.#run((this.#running = new AbortController()));
  }

  #leave(): void {
    this.#listeners -= 1;
    if (this.#listeners > 0) return;
    this.#running?.abort();
    this.#running = undefined;
  }

  async #run(running: AbortController): Promise<void> {
    const { signal } = running;
    const progress: Progress = { lastEventId: undefined, firstDelayMs: 0, failures: 0, hasGap: false };
    progress.firstDelayMs = this.#timing.firstDelayMs;
    try {
      for (;;) {
        await untilVisible(signal);
        if (!(await this.#connect(progress, signal))) break;
        progress.failures += 1;
        progress.hasGap = true;
        const { firstDelayMs, failures } = progress;
        await delay(jittered(longestWait(failures, { ...this.#timing, firstDelayMs })), signal);
      }
    } catch {
      // nobody listens any more
    }
    if (this.#running === running) this.#running = undefined;
  }

  /** Reads the stream for as long as the connection holds; says whether there may be more to come. */
  async #connect(progress: Progress, running: AbortSignal): Promise<boolean> {
    const connection = new AbortController();
    const signal = AbortSignal.any([running, connection.signal]);
    const end = () => connection.abort();
    let silence: ReturnType<typeof setTimeout> | undefined;
    const onLife = () => {
      clearTimeout(silence);
      silence = setTimeout(end, this.#timing.longestSilenceMs);
    };
    onHidden(end, signal);
    onLife();
    try {
      const { status, headers, body } = await unlessAborted(this.#open(progress.lastEventId, signal), signal);
      if (status === 204) return false;
      if (!body || !headers.get('content-type')?.startsWith('text/event-stream')) return true;
      if (progress.hasGap && progress.lastEventId === undefined) this.#hint({ type: 'invalidated' });
      await readHintEvents(
        body,
        {
          onHint: (hint) => this.#hint(hint),
          onId: (id) => (progress.lastEventId = id),
          onRetry: (milliseconds) => (progress.firstDelayMs = milliseconds),
          onLife: () => {
            progress.failures = 0;
            onLife();
          },
        },
        signal,
      );
      return true;
    } catch (error) {
      const code = errorCodeOf(error);
      return code !== 'unsupported' && code !== 'not-found';
    } finally {
      clearTimeout(silence);
      end();
    }
  }

  #hint(detail: CustomersHint): void {
    this.#hints.dispatchEvent(new CustomEvent<CustomersHint>('hint', { detail }));
  }
}
