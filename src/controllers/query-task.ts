import { initialState, shallowArrayEquals, Task, TaskStatus } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isRefusal } from '../domain/refusal.js';
import { errorCodeOf } from '../providers/provider-error.js';

/** How an element's question and its answer are told apart. */
export interface QueryTaskOptions<Args extends readonly unknown[], Value> {
  /** What the question depends on; read at each update, asked anew when one part of it is another. */
  readonly args: () => Args;
  /** Asks. May throw, never settle, or ignore the signal: none of it reaches the page. */
  readonly run: (args: Args, signal: AbortSignal) => Promise<Value>;
  /** Whether there is anything to ask yet. Default: always. */
  readonly isReady?: (args: Args) => boolean;
  /**
   * Whether an answer to `before` may stay on screen while `after` is asked, for example the same customer in another
   * language. Default: only while nothing changed (a retry).
   */
  readonly sameSubject?: (before: Args, after: Args) => boolean;
}

/**
 * - `idle`: nothing to ask yet.
 * - `pending`: asked, with nothing to show.
 * - `refreshing`: asked again, with the last good value still there.
 * - `ready`: answered.
 * - `failed`: see `error`; the last good value is still there where it is about the same subject and was not refused.
 */
export type QueryStatus = 'idle' | 'pending' | 'refreshing' | 'ready' | 'failed';

/**
 * A question to a provider that follows the host's properties. Adds to `@lit/task` what it leaves open: it aborts when
 * the host leaves the page and asks again when it comes back, keeps the last good value through a failure that is no
 * refusal, and shows it only for the subject that it is about. The last intent wins, also when an abort is ignored.
 */
export class QueryTask<Args extends readonly unknown[], Value> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: QueryTaskOptions<Args, Value>;
  readonly #task: Task<Args, Value>;
  #connected = false;
  /** What was asked last; `undefined` while nothing was. */
  #asked: Args | undefined;
  #good: { readonly args: Args; readonly value: Value } | undefined;
  /** The question has to be put again, although it is the same. */
  #again = false;
  /** Counts intents: an answer to an older one is dropped. */
  #generation = 0;

  constructor(host: ReactiveControllerHost, options: QueryTaskOptions<Args, Value>) {
    this.#host = host;
    this.#options = options;
    this.#task = new Task<Args, Value>(host, {
      autoRun: false,
      args: options.args,
      task: (args, { signal }) => this.#ask(args, signal),
    });
    host.addController(this);
  }

  get status(): QueryStatus {
    if (this.#asked === undefined) return 'idle';
    const status = this.#task.status;
    if (!this.#again && status === TaskStatus.COMPLETE) return 'ready';
    if (!this.#again && status === TaskStatus.ERROR) return 'failed';
    return this.#keeps() ? 'refreshing' : 'pending';
  }

  /** The last good answer, as long as the host still asks about the same subject. */
  get value(): Value | undefined {
    return this.#keeps() ? this.#good?.value : undefined;
  }

  /** What was thrown; anything, `undefined` too. Only meaningful while `status` is `failed`. */
  get error(): unknown {
    return this.status === 'failed' ? this.#task.error : undefined;
  }

  /** Puts the same question again. */
  retry(): void {
    if (this.#asked === undefined) return;
    this.#again = true;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#connected = true;
    // the host may not render by itself on its return
    if (this.#again) this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#connected = false;
    if (this.#task.status !== TaskStatus.PENDING) return;
    this.#again = true;
    this.#drop();
  }

  hostUpdate(): void {
    // outside the page nothing is asked; the return asks for what changed meanwhile
    if (!this.#connected) return;
    const args = this.#options.args();
    if (this.#options.isReady?.(args) === false) {
      this.#drop();
      this.#asked = this.#good = undefined;
      this.#again = false;
      return;
    }
    if (!this.#again && this.#asked !== undefined && shallowArrayEquals(this.#asked, args)) return;
    this.#asked = args;
    this.#again = false;
    if (!this.#keeps()) this.#good = undefined;
    // never rejects: the task catches what the question throws
    void this.#task.run(args);
  }

  /** Lets nobody wait for the question under way. */
  #drop(): void {
    this.#generation++;
    this.#task.abort();
  }

  async #ask(args: Args, signal: AbortSignal): Promise<Value | typeof initialState> {
    const generation = ++this.#generation;
    try {
      const value = await this.#options.run(args, signal);
      if (generation !== this.#generation) return initialState;
      this.#good = { args, value };
      return value;
    } catch (error) {
      if (generation !== this.#generation) return initialState;
      if (isRefusal(errorCodeOf(error))) this.#good = undefined;
      throw error;
    }
  }

  #keeps(): boolean {
    if (this.#good === undefined) return false;
    const before = this.#good.args;
    const args = this.#options.args();
    if (this.#options.isReady?.(args) === false) return false;
    return shallowArrayEquals(before, args) || (this.#options.sameSubject?.(before, args) ?? false);
  }
}
