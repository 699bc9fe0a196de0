import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CustomersQuery } from '../domain/query.js';
import { checkPage, type CheckedRow } from '../providers/checked-page.js';
import type { Call, CustomersProvider } from '../providers/customers-provider.js';
import type { RowRange } from './row-window.js';

/** Rows asked for at once, aligned: a jump into the middle of any list costs at most two requests. */
const chunkSize = 100;
/** Rows beyond the view that are asked for before they are scrolled to. */
const lookahead = 30;
/** Chunks kept; the farthest from the view are forgotten first. */
const keptChunks = 60;

/** A question for a list, without the window of it. */
export type ListQuery = Omit<CustomersQuery, 'page' | 'snapshot' | 'include'>;

/** What a {@link CustomerWindow} is told by its element. */
export interface CustomerWindowOptions {
  readonly provider: () => CustomersProvider | undefined;
  readonly query: () => ListQuery;
  readonly call: () => Omit<Call, 'signal'>;
  /** The first rows of a result are there; `isNewQuestion` is false when the same one was asked again. */
  readonly onResult: (isNewQuestion: boolean) => void;
  readonly onError: (error: unknown) => void;
}

/** Rows of one query to one provider, as far as they are known. */
interface Result {
  readonly provider: CustomersProvider;
  readonly key: string;
  readonly query: ListQuery;
  readonly chunks: Map<number, readonly CheckedRow[]>;
  readonly positions: Map<string, number>;
  readonly requests: Map<number, AbortController>;
  total: number;
  totalIsExact: boolean;
  snapshot: string | undefined;
  asOf: string | undefined;
}

/**
 * The rows of a list, asked for as they come into view. Owns the requests and a bounded cache of what they brought;
 * knows nothing of scrolling or rendering. The rows of the result before stay until the next one has its first rows,
 * unless the provider is another: rows of one provider never stand under another.
 */
export class CustomerWindow implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: CustomerWindowOptions;
  /** What is shown. */
  #shown: Result | undefined;
  /** What is asked for; the same as `#shown` once its first rows are there. */
  #wanted: Result | undefined;
  #range: RowRange = { first: 0, end: 0 };
  #error: unknown;
  #failed = false;
  #connected = false;

  constructor(host: ReactiveControllerHost, options: CustomerWindowOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** `waiting`: no provider yet · `loading`: no rows yet · `ready` · `failed`: no rows, and none on their way. */
  get status(): 'waiting' | 'loading' | 'ready' | 'failed' {
    if (this.#shown !== undefined) return 'ready';
    if (this.#failed) return 'failed';
    return this.#wanted === undefined ? 'waiting' : 'loading';
  }

  /** Rows are shown while a newer result is on its way. */
  get isRefreshing(): boolean {
    return this.#shown !== undefined && this.#wanted !== this.#shown && !this.#failed;
  }

  /** The last request failed; rows shown before it stay. */
  get hasFailed(): boolean {
    return this.#failed;
  }

  /** What the last failed request rejected with. */
  get error(): unknown {
    return this.#error;
  }

  /** How many rows the result has; grows as it becomes known where the provider gives no exact total. */
  get total(): number {
    return this.#shown?.total ?? 0;
  }

  /** Whether {@link total} is certain: the provider's own exact number, or the end of the list was seen. */
  get totalIsExact(): boolean {
    return this.#shown?.totalIsExact ?? false;
  }

  /** ISO 8601 instant: the age of the data, where the provider says it. */
  get asOf(): string | undefined {
    return this.#shown?.asOf;
  }

  /** Rows loaded so far that could not be read. */
  get unreadableCount(): number {
    let count = 0;
    for (const rows of this.#shown?.chunks.values() ?? [])
      for (const row of rows) if (row.kind === 'unreadable') count += 1;
    return count;
  }

  /** Some rows in view are not loaded yet. */
  get isLoadingMore(): boolean {
    const { first, end } = this.#range;
    for (let index = first; index < Math.min(end, this.total); index += 1)
      if (this.row(index) === undefined) return true;
    return false;
  }

  /** The row at a position of the result; undefined while it is not loaded. */
  row(index: number): CheckedRow | undefined {
    return this.#shown?.chunks.get(Math.floor(index / chunkSize))?.[index % chunkSize];
  }

  /** The position of a customer among the rows loaded; -1 where it is not among them. */
  positionOf(id: string): number {
    return this.#shown?.positions.get(id) ?? -1;
  }

  /** Asks for the rows of a range that are not there yet, and gives up requests for rows that went out of view. */
  ensure(range: RowRange): void {
    this.#range = range;
    const result = this.#shown;
    if (result === undefined || result !== this.#wanted || !this.#connected) return;
    const first = Math.floor(Math.max(0, range.first - lookahead) / chunkSize);
    const last = Math.floor(Math.max(0, Math.min(result.total, range.end + lookahead) - 1) / chunkSize);
    for (const [chunk, request] of result.requests) {
      if (chunk >= first && chunk <= last) continue;
      request.abort();
      result.requests.delete(chunk);
    }
    if (this.#failed) return;
    const inView = Math.floor(range.first / chunkSize);
    // what is in view is asked for first, then what may come into view next
    const chunks = Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step).sort(
      (a, b) => Number(a < inView) - Number(b < inView) || a - b,
    );
    for (const chunk of chunks)
      if (!result.chunks.has(chunk) && !result.requests.has(chunk)) void this.#load(result, chunk);
  }

  /** Asks anew, because the data may have changed. Rows shown stay until the answer is there. */
  refresh(): void {
    this.#giveUp();
    this.#host.requestUpdate();
  }

  /** Asks again for what failed. */
  retry(): void {
    if (!this.#failed) return;
    if (this.#shown === undefined || this.#shown !== this.#wanted) {
      this.refresh();
      return;
    }
    this.#failed = false;
    this.ensure(this.#range);
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#connected = true;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#connected = false;
    for (const request of this.#shown?.requests.values() ?? []) request.abort();
    this.#shown?.requests.clear();
    if (this.#wanted !== this.#shown) this.#giveUp();
  }

  hostUpdate(): void {
    const provider = this.#options.provider();
    if (!this.#connected) return;
    if (provider === undefined) {
      this.#giveUp();
      this.#shown = undefined;
      this.#failed = false;
      return;
    }
    const query = this.#options.query();
    const { locale, timeZone } = this.#options.call();
    const key = JSON.stringify([query, locale, timeZone]);
    if (this.#wanted?.provider === provider && this.#wanted.key === key) return;
    this.#giveUp();
    if (this.#shown?.provider !== provider) this.#shown = undefined;
    this.#failed = false;
    this.#error = undefined;
    this.#wanted = {
      provider,
      key,
      query,
      chunks: new Map(),
      positions: new Map(),
      requests: new Map(),
      total: 0,
      totalIsExact: false,
      snapshot: undefined,
      asOf: undefined,
    };
    const isSameQuestion = this.#shown?.key === key;
    void this.#load(this.#wanted, isSameQuestion ? Math.floor(this.#range.first / chunkSize) : 0);
  }

  #giveUp(): void {
    for (const request of this.#wanted?.requests.values() ?? []) request.abort();
    this.#wanted?.requests.clear();
    this.#wanted = undefined;
  }

  async #load(result: Result, chunk: number): Promise<void> {
    const request = new AbortController();
    result.requests.set(chunk, request);
    const isCurrent = (): boolean => result.requests.get(chunk) === request && this.#wanted === result;
    const isFirst = this.#shown !== result;
    try {
      // in an async function, so that what a provider throws at once is heard of after the host's update, not within it
      const answer = await (async () =>
        result.provider.listCustomers(
          {
            ...result.query,
            page: { limit: chunkSize, offset: chunk * chunkSize },
            ...(result.snapshot === undefined ? {} : { snapshot: result.snapshot }),
            ...(isFirst ? { include: ['total'] as const } : {}),
          },
          { ...this.#options.call(), signal: request.signal },
        ))();
      if (!isCurrent()) return;
      this.#take(result, chunk, answer);
      this.#failed = false;
      this.#error = undefined;
      if (isFirst && chunk > 0 && !result.chunks.has(chunk)) {
        // asked anew where the list reached to before, and it has become shorter
        void this.#load(result, 0);
        return;
      }
      if (isFirst) {
        const isNewQuestion = this.#shown?.key !== result.key;
        this.#shown = result;
        this.#options.onResult(isNewQuestion);
      }
    } catch (error) {
      if (!isCurrent()) return;
      this.#failed = true;
      this.#error = error;
      this.#options.onError(error);
    } finally {
      if (result.requests.get(chunk) === request) result.requests.delete(chunk);
    }
    this.#host.requestUpdate();
  }

  #take(result: Result, chunk: number, answer: unknown): void {
    const page = checkPage(answer);
    const offset = chunk * chunkSize;
    const ahead = offset - (page.offset ?? offset);
    const rows = page.items.slice(Math.max(0, ahead), Math.max(0, ahead) + chunkSize);
    const marked = rows.map((row, position) => this.#markRepeated(result, row, offset + position));
    if (marked.length > 0 || chunk === 0) result.chunks.set(chunk, marked);
    result.snapshot = page.snapshot ?? result.snapshot;
    result.asOf = page.asOf ?? result.asOf;
    if (page.total !== undefined && this.#shown !== result) {
      result.total = page.total.value;
      result.totalIsExact = page.total.precision === 'exact';
    }
    this.#judgeTotal(result, chunk, rows.length);
    this.#forgetFarChunks(result, chunk);
  }

  /** What came decides where the total is missing or wrong: a short page is the end, a full one may have a next. */
  #judgeTotal(result: Result, chunk: number, length: number): void {
    const end = chunk * chunkSize + length;
    if (length === chunkSize) {
      if (end > result.total) result.totalIsExact = false;
      if (!result.totalIsExact) result.total = Math.max(result.total, end + 1);
    } else if (length > 0 || chunk === 0) {
      result.total = end;
      result.totalIsExact = true;
    } else if (end <= result.total) {
      // nothing here: the end is known only where the rows before are
      result.total = end;
      result.totalIsExact = result.chunks.has(chunk - 1);
    }
  }

  /** A customer that stands at another position already is marked there, not shown twice. */
  #markRepeated(result: Result, row: CheckedRow, position: number): CheckedRow {
    if (row.kind !== 'customer') return row;
    const { id } = row.customer;
    const before = result.positions.get(id);
    if (before !== undefined && before !== position) return { kind: 'unreadable', id, reason: 'duplicate' };
    result.positions.set(id, position);
    return row;
  }

  #forgetFarChunks(result: Result, near: number): void {
    if (result.chunks.size <= keptChunks) return;
    const farthest = [...result.chunks.keys()].sort((a, b) => Math.abs(b - near) - Math.abs(a - near))[0];
    for (const row of result.chunks.get(farthest ?? -1) ?? [])
      if (row.kind === 'customer') result.positions.delete(row.customer.id);
    result.chunks.delete(farthest ?? -1);
  }
}
