import type { ReactiveController, ReactiveElement } from 'lit';
import type { CheckedRow } from '../providers/checked-page.js';
import type { Call, CustomersProvider } from '../providers/customers-provider.js';
import { ProviderError } from '../providers/provider-error.js';
import { readResult, ResultChanged, type WantedResult } from './result-reader.js';

/** How often an export begins again because the provider says that the result is another by now. */
const restarts = 3;

/** What is exported, and how. */
export interface ExportRequest extends WantedResult {
  /** The call that goes with each question: one moment and one language for the whole file. */
  readonly call: Omit<Call, 'signal'>;
  /** Makes the file of rows that come as it takes them. */
  readonly write: (rows: AsyncIterable<readonly CheckedRow[]>) => Promise<File>;
}

/** How far an export is: how many customers of how many, where that is certain. */
export interface ExportProgress {
  readonly done: number;
  readonly total: number | undefined;
}

/**
 * - `idle`: nothing is exported.
 * - `running`: on its way.
 * - `failed`: a question failed; what was read until then is kept for the retry.
 * - `done`: the file is there.
 */
export type ExportState =
  | { readonly kind: 'idle' }
  | ({ readonly kind: 'running' } & ExportProgress)
  | ({ readonly kind: 'failed'; readonly error: unknown } & ExportProgress)
  | { readonly kind: 'done'; readonly file: File; readonly count: number };

/** What a {@link ResultExport} is told by its element. */
export interface ResultExportOptions {
  readonly provider: () => CustomersProvider | undefined;
  readonly onProviderError: (error: unknown) => void;
  /** It is done, or has failed. */
  readonly onSettled: (state: ExportState) => void;
}

interface Run extends AbortController {
  readonly request: ExportRequest;
  /** Goes on after a failure. */
  goOn?: (() => void) | undefined;
}

const idle = { kind: 'idle' } as const;

/**
 * Makes a file of a whole result: asks for one part after the other, and stops where one fails until it is told to go
 * on. Ends with the provider, and when the host leaves the page for good.
 */
export class ResultExport implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #options: ResultExportOptions;
  #state: ExportState = idle;
  /** The last export, and whose customers it is about. */
  #run: Run | undefined;

  constructor(host: ReactiveElement, options: ResultExportOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get state(): ExportState {
    return this.#state;
  }

  /** Begins, in the place of whatever was exported before. */
  start(request: ExportRequest): void {
    this.cancel();
    const run: Run = Object.assign(new AbortController(), { request });
    this.#run = run;
    this.#show({ kind: 'running', done: 0, total: undefined });
    void this.#export(run);
  }

  /** Goes on with an export that has failed. */
  retry(): void {
    const run = this.#run;
    if (run === undefined || this.#state.kind !== 'failed') return;
    const { done, total } = this.#state;
    if (run.goOn === undefined) return this.start(run.request);
    this.#show({ kind: 'running', done, total });
    run.goOn();
  }

  /** Gives up the export, or its file. */
  cancel(): void {
    this.#run?.abort();
    this.#run = undefined;
    if (this.#state !== idle) this.#show(idle);
  }

  hostUpdate(): void {
    // neither rows nor a file of one provider stand under another, whose viewer may be somebody else
    if (this.#run !== undefined && this.#run.request.provider !== this.#options.provider()) this.cancel();
  }

  hostDisconnected(): void {
    // by then, an element that was only moved is back
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.cancel();
    });
  }

  async #export(run: Run): Promise<void> {
    const { request, signal } = run;
    const isWanted = (): boolean => !signal.aborted;
    for (let attempt = 0; isWanted(); attempt += 1) {
      let count = 0;
      const rows = readResult({
        ...request,
        // a provider that gives every page another name means nothing by it
        ignoresSnapshots: attempt >= restarts,
        ask: (question) => this.#ask(run, question),
        isWanted,
        onProgress: (done, total) => {
          count = done;
          this.#show({ kind: 'running', done, total });
        },
      });
      try {
        const file = await request.write(rows);
        if (isWanted()) this.#settle({ kind: 'done', file, count });
        return;
      } catch (error) {
        if (error instanceof ResultChanged) continue;
        if (isWanted()) this.#fail(error, error instanceof ProviderError);
        return;
      }
    }
  }

  /** Asks until there is an answer, each time after a failure only once it is told to. */
  async #ask<Answer>(run: Run, question: (call: Call) => Promise<Answer>): Promise<Answer> {
    const { request, signal } = run;
    for (;;) {
      try {
        // whether or not the provider heeds the signal
        return await unlessAborted(question({ ...request.call, signal }), signal);
      } catch (error) {
        signal.throwIfAborted();
        const decision = new Promise<void>((resolve) => (run.goOn = resolve));
        this.#fail(error, true);
        await unlessAborted(decision, signal);
        run.goOn = undefined;
      }
    }
  }

  #fail(error: unknown, isProviders: boolean): void {
    if (isProviders) this.#options.onProviderError(error);
    // what watches the host's page has to learn of a file that did not come
    else reportError(error);
    const { done, total } = this.#state.kind === 'running' ? this.#state : { done: 0, total: undefined };
    this.#settle({ kind: 'failed', error, done, total });
  }

  #settle(state: ExportState): void {
    this.#show(state);
    this.#options.onSettled(state);
  }

  #show(state: ExportState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}

/** The outcome, unless the signal aborts first. */
function unlessAborted<Outcome>(outcome: Promise<Outcome>, signal: AbortSignal): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason instanceof Error ? signal.reason : new Error('Aborted'));
    // before anything else, so that nobody is told of a rejection which nobody waits for
    outcome.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort);
  });
}
