import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { calendarDayOf } from '../domain/calendar.js';
import type { CustomersQuery, ListQuery } from '../domain/query.js';
import { isRefusal } from '../domain/refusal.js';
import { checkPage } from '../providers/checked-page.js';
import type { Call, CustomersProvider } from '../providers/customers-provider.js';
import { errorCodeOf, ProviderError } from '../providers/provider-error.js';
import type { ChangedCustomers, ChangedCustomersOptions } from './changed-customers.js';
import { chunkOf, chunksFor, CustomerResult, type ListRow } from './customer-result.js';
import type { RowRange } from './row-window.js';

/** How often in a row a result is asked anew because the provider says that it is another by now. */
const restartsInARow = 3;

/** What a {@link CustomerWindow} is told by its element. */
export interface CustomerWindowOptions {
  readonly provider: () => CustomersProvider | undefined;
  readonly query: () => ListQuery;
  readonly call: () => Omit<Call, 'signal'>;
  /** Whether the provider's lists only go forward, page by page. */
  readonly goesByCursor: () => boolean;
  /** The first rows of a result are there; `isNewQuestion` is false when the same one was asked again. */
  readonly onResult: (isNewQuestion: boolean) => void;
  readonly onError: (error: unknown) => void;
}

/**
 * The rows of a list, asked for as they come into view. Owns the requests and which result is shown; knows nothing of
 * scrolling or rendering. The rows of the result before stay until the next one has its first rows, unless the provider
 * is another: rows of one provider never stand under another.
 */
export class CustomerWindow implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: CustomerWindowOptions;
  /** What is shown. */
  #shown: CustomerResult | undefined;
  /** The question of the rows that were shown last. Outlives them: a list that was refused goes on at its place. */
  #answered: Pick<CustomerResult, 'provider' | 'query'> | undefined;
  /** What is asked for; the same as `#shown` once its first rows are there. */
  #wanted: CustomerResult | undefined;
  /** The requests for chunks of `#wanted`. */
  readonly #requests = new Map<number, AbortController>();
  #changed: ChangedCustomers | undefined;
  /** The rows are to be asked for anew once those that are on their way are there. */
  #isOutdated = false;
  #restarts = 0;
  #range: RowRange = { first: 0, end: 0 };
  #failure: { readonly error: unknown } | undefined;
  #connected = false;

  constructor(host: ReactiveControllerHost, options: CustomerWindowOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** `waiting`: no provider yet · `loading`: no rows yet · `ready` · `failed`: no rows, and none on their way. */
  get status(): 'waiting' | 'loading' | 'ready' | 'failed' {
    if (this.#shown !== undefined) return 'ready';
    if (this.hasFailed) return 'failed';
    return this.#wanted === undefined ? 'waiting' : 'loading';
  }

  /** Rows are shown while a newer result is on its way. */
  get isRefreshing(): boolean {
    return this.#shown !== undefined && this.#wanted !== this.#shown && !this.hasFailed;
  }

  /** The last request failed; rows shown before it stay, unless it was refused. */
  get hasFailed(): boolean {
    return this.#failure !== undefined;
  }

  /** What the last failed request rejected with. */
  get error(): unknown {
    return this.#failure?.error;
  }

  /** What is shown; undefined while there are no rows. */
  get result(): CustomerResult | undefined {
    return this.#shown;
  }

  /** How many rows the result has; grows as it becomes known where the provider gives no exact total. */
  get total(): number {
    return this.#shown?.total ?? 0;
  }

  /** Whether {@link total} is certain: the provider's own exact number, or the end of the list was seen. */
  get totalIsExact(): boolean {
    return this.#shown?.totalIsExact ?? false;
  }

  /** How many rows can be scrolled to; fewer than {@link total} where a list only goes forward. */
  get rowCount(): number {
    return this.#shown?.rowCount ?? 0;
  }

  /** Some rows in view are not loaded yet. */
  get isLoadingMore(): boolean {
    return this.#shown?.lacksRowsOf(this.#range) ?? false;
  }

  /** The row at a position of the result; undefined while it is not loaded. */
  row(index: number): ListRow | undefined {
    return this.#shown?.row(index);
  }

  /** The position of a customer among the rows loaded; -1 where it is not among them. */
  positionOf(id: string): number {
    return this.#shown?.positionOf(id) ?? -1;
  }

  /** Asks for the rows of a range that are not there yet, and gives up requests for rows that went out of view. */
  ensure(range: RowRange): void {
    const result = this.#shown;
    if (result === undefined) return;
    this.#range = range;
    if (result !== this.#wanted || !this.#connected) return;
    const chunks = chunksFor(range, result.rowCount);
    for (const [chunk, request] of this.#requests) {
      if (chunks.includes(chunk)) continue;
      request.abort();
      this.#requests.delete(chunk);
    }
    if (this.hasFailed) return;
    for (const chunk of chunks)
      if (!this.#requests.has(chunk) && result.missing(chunk) !== undefined) void this.#load(result, chunk);
  }

  /** Asks anew, because the data may have changed. Rows shown stay until the answer is there. */
  refresh(): void {
    this.#giveUp();
    this.#host.requestUpdate();
  }

  /** Asks anew once the rows on their way are there: hints that come faster than answers must not keep them away. */
  invalidate(): void {
    this.#isOutdated = true;
    if (this.hasFailed) this.refresh();
    else this.#catchUp();
  }

  /** Gives the list what reads single customers anew, which comes after the first view. */
  rereadBy(changed: (options: Omit<ChangedCustomersOptions, 'onGone'>) => ChangedCustomers): void {
    this.#changed = changed({
      ask: (result, query, signal) => this.#ask(result.provider, signal, query),
      onRead: () => {
        this.#catchUp();
        this.#host.requestUpdate();
      },
      onError: (error) => this.#fail(error),
    });
  }

  /** Reads some customers anew, and shows what they are now where they stand: no row moves under the pointer. */
  reread(ids: readonly string[]): void {
    this.#changed?.add(ids);
    this.#catchUp();
  }

  /** Asks again for what failed. */
  retry(): void {
    if (!this.hasFailed) return;
    if (this.#shown === undefined || this.#shown !== this.#wanted || this.#isOutdated) return this.refresh();
    this.#failure = undefined;
    this.ensure(this.#range);
    this.#catchUp();
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#connected = true;
    this.#host.requestUpdate();
    // a move in the page has given up what was being read anew
    this.#catchUp();
  }

  hostDisconnected(): void {
    this.#connected = false;
    if (this.#wanted !== this.#shown) this.#giveUp();
    else this.#abortRequests();
  }

  hostUpdate(): void {
    const provider = this.#options.provider();
    if (!this.#connected) return;
    if (provider === undefined) {
      this.#giveUp();
      this.#shown = this.#failure = undefined;
      return;
    }
    const query = this.#options.query();
    const { locale, timeZone, policy, now } = this.#options.call();
    const key = JSON.stringify([query, locale, timeZone, policy, calendarDayOf(now, timeZone)]);
    if (this.#wanted?.provider === provider && this.#wanted.key === key) return;
    this.#giveUp();
    if (this.#shown?.provider !== provider) this.#shown = undefined;
    this.#failure = undefined;
    this.#isOutdated = false;
    this.#wanted = new CustomerResult(provider, query, key, this.#options.goesByCursor);
    void this.#load(this.#wanted, this.#isAnswered(this.#wanted) ? chunkOf(this.#range.first) : 0);
  }

  #isAnswered({ provider, query }: CustomerResult): boolean {
    return this.#answered?.provider === provider && JSON.stringify(this.#answered.query) === JSON.stringify(query);
  }

  #giveUp(): void {
    this.#abortRequests();
    this.#wanted = undefined;
  }

  #abortRequests(): void {
    for (const request of this.#requests.values()) request.abort();
    this.#requests.clear();
    this.#changed?.giveUp();
  }

  /** Asks for the rows of a chunk until they are all there: a backend may give fewer at once than it was asked for. */
  async #load(result: CustomerResult, chunk: number): Promise<void> {
    const request = new AbortController();
    this.#requests.set(chunk, request);
    const isCurrent = (): boolean => this.#requests.get(chunk) === request && this.#wanted === result;
    try {
      for (let wanted = result.missing(chunk); wanted !== undefined;) {
        const page = checkPage(
          await this.#ask(result.provider, request.signal, {
            ...result.queryOf(wanted),
            ...(this.#shown === result ? {} : { include: ['total'] as const }),
          }),
        );
        if (!isCurrent()) return;
        // a provider that gives every page another name means nothing by it
        if (result.isAnother(page) && this.#restarts < restartsInARow) {
          this.#restarts += 1;
          this.refresh();
          return;
        }
        if (result.snapshot !== undefined && !result.isAnother(page)) this.#restarts = 0;
        result.take(wanted, page);
        const before = wanted;
        // asked anew where the list reached to before, it may have become shorter
        const isBeyondEnd = wanted.position > 0 && result.row(wanted.position) === undefined;
        wanted = result.missing(isBeyondEnd && this.#shown !== result ? 0 : chunk);
        if (wanted !== undefined && JSON.stringify(wanted) === JSON.stringify(before))
          throw new ProviderError('invalid-data', 'Page has other rows');
        this.#failure = undefined;
        if (!isBeyondEnd || wanted === undefined) this.#show(result);
        this.#host.requestUpdate();
      }
    } catch (error) {
      if (isCurrent()) this.#fail(error);
    } finally {
      if (this.#requests.get(chunk) === request) this.#requests.delete(chunk);
      this.#catchUp();
    }
  }

  // async, so that what a provider throws at once is heard of after the host's update, not within it
  async #ask(provider: CustomersProvider, signal: AbortSignal, query: CustomersQuery): Promise<unknown> {
    return provider.listCustomers(query, { ...this.#options.call(), signal });
  }

  #fail(error: unknown): void {
    this.#failure = { error };
    if (isRefusal(errorCodeOf(error))) {
      // an answer still to come would bring the rows back
      this.#abortRequests();
      this.#shown = undefined;
    }
    this.#options.onError(error);
    this.#host.requestUpdate();
  }

  #show(result: CustomerResult): void {
    if (this.#shown === result) return;
    const isNewQuestion = !this.#isAnswered(result);
    this.#shown = result;
    this.#answered = { provider: result.provider, query: result.query };
    this.#options.onResult(isNewQuestion);
  }

  /** Asks for what has changed; not beside a request for rows, which may bring the older facts. */
  #catchUp(): void {
    if (!this.#connected || this.hasFailed || this.#requests.size > 0 || this.#shown === undefined) return;
    if (!this.#isOutdated) void this.#changed?.read(this.#shown);
    else if (!this.isLoadingMore) this.refresh();
  }
}
