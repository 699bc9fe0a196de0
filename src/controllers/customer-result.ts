import type { CustomersQuery, ListQuery, PageRequest } from '../domain/query.js';
import type { CheckedPage, CheckedRow } from '../providers/checked-page.js';
import type { CustomersProvider } from '../providers/customers-provider.js';
import { ProviderError } from '../providers/provider-error.js';
import type { RowRange } from './row-window.js';

/** Rows asked for at once, aligned: a jump into the middle of any list costs at most two requests. */
const chunkSize = 100;
/** Rows beyond the view that are asked for before they are scrolled to. */
const lookahead = 30;
/** Chunks kept; the farthest from the view are forgotten first. */
const keptChunks = 60;
/** Empty pages that only name a next one, in a row; a backend that goes on longer is not getting anywhere. */
const emptyPagesFollowed = 50;

/** The chunk that a row belongs to. */
export const chunkOf = (position: number): number => Math.floor(position / chunkSize);

/** The chunks that a view needs: what is in view first, then what may come into view next. */
export function chunksFor(view: RowRange, rowCount: number): readonly number[] {
  const first = chunkOf(Math.max(0, view.first - lookahead));
  const last = chunkOf(Math.max(0, Math.min(rowCount, view.end + lookahead) - 1));
  const inView = chunkOf(view.first);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step).sort(
    (a, b) => Number(a < inView) - Number(b < inView) || a - b,
  );
}

/** A row of a list. `gone`: the customer was in the list when it was read, and is not any more. */
export type ListRow = CheckedRow | { readonly kind: 'gone'; readonly id: string };

/** How old the data of a page is, and when the page came: epoch milliseconds on the reader's own clock. */
export type DataTime = Required<Pick<CheckedPage, 'asOf'>> &
  Pick<CheckedPage, 'serverTime'> & { readonly receivedAt: number };

/** What a page was asked for: where its first row stands, and how to ask for it. */
export interface WantedPage {
  readonly position: number;
  readonly page: PageRequest;
}

/**
 * The rows of one question to one provider, as far as they are known: a bounded cache of them, how many there are, and
 * what has to be asked for the rest. Believes rows more than totals: what came decides where the two differ.
 */
export class CustomerResult {
  readonly provider: CustomersProvider;
  readonly query: ListQuery;
  /** Names the question with all that its answer depends on. */
  readonly key: string;
  /** When it was first asked for, on the clock of `performance.now()`. */
  readonly askedAt = performance.now();
  readonly #goesByCursor: () => boolean;
  readonly #chunks = new Map<number, (ListRow | undefined)[]>();
  readonly #positions = new Map<string, number>();
  /** Where the next pages begin, and by which cursor they are asked for, in their order. */
  readonly #cursors: { readonly position: number; readonly cursor: string }[] = [];
  #hasAnswered = false;
  #total = 0;
  #totalIsExact = false;
  #claimedTotal = 0;
  #unreadable = 0;
  #emptyPages = 0;
  #endWasSeen = false;
  #snapshot: string | undefined;
  #dated: DataTime | undefined;
  #incomplete: CheckedPage['incomplete'];

  constructor(provider: CustomersProvider, query: ListQuery, key: string, goesByCursor: () => boolean) {
    this.provider = provider;
    this.query = query;
    this.key = key;
    this.#goesByCursor = goesByCursor;
  }

  /** How many rows there are; grows as it becomes known where the provider gives no exact total. */
  get total(): number {
    return this.#total;
  }

  /** Whether {@link total} is certain: the provider's own exact number, or the end of the list was seen. */
  get totalIsExact(): boolean {
    return this.#totalIsExact;
  }

  /** How many rows can be scrolled to: all, or as far as a list has loaded that only goes forward, and one to load. */
  get rowCount(): number {
    const next = this.#goesByCursor() && !this.#endWasSeen ? this.#cursors.at(-1) : undefined;
    return next === undefined ? this.#total : next.position + 1;
  }

  /** Rows in the cache that could not be read. */
  get unreadableCount(): number {
    return this.#unreadable;
  }

  /** How many customers have been loaded, from the beginning of the list to the last row in the cache. */
  get loadedCount(): number {
    return this.#lastKnown() + 1;
  }

  /** How old the oldest data of it is, where the provider says so. */
  get dated(): DataTime | undefined {
    return this.#dated;
  }

  /** What the last page was sorted or filtered by although it is not all there yet. */
  get incomplete(): CheckedPage['incomplete'] {
    return this.#incomplete;
  }

  /** What the provider called this result; given back with each later question. */
  get snapshot(): string | undefined {
    return this.#snapshot;
  }

  /** How a page is asked for. */
  queryOf({ page }: WantedPage): CustomersQuery {
    return { ...this.query, page, ...(this.#snapshot === undefined ? {} : { snapshot: this.#snapshot }) };
  }

  row(position: number): ListRow | undefined {
    return this.#chunks.get(chunkOf(position))?.[position % chunkSize];
  }

  /** The position of a customer among the rows in the cache; -1 where it is not among them. */
  positionOf(id: string): number {
    return this.#positions.get(id) ?? -1;
  }

  /** Whether rows of a range are not in the cache, as far as there are any. */
  lacksRowsOf({ first, end }: RowRange): boolean {
    const last = Math.min(end, this.rowCount) - 1;
    // from the end, which is what is not there as a rule
    for (let index = last; index >= first; index -= 1) if (this.row(index) === undefined) return true;
    return false;
  }

  /** Whether a page is one of another result by now: rows of two results would be doubled or lost. */
  isAnother({ snapshot }: CheckedPage): boolean {
    return this.#snapshot !== undefined && snapshot !== undefined && snapshot !== this.#snapshot;
  }

  /** What has to be asked next for the rows of a chunk; undefined once they are all there, or out of reach. */
  missing(chunk: number): WantedPage | undefined {
    const end = (chunk + 1) * chunkSize;
    // asked with each step of scrolling, so the chunk is looked up once
    const rows = this.#chunks.get(chunk) ?? [];
    let filled = 0;
    while (filled < chunkSize && rows[filled] !== undefined) filled += 1;
    const position = chunk * chunkSize + filled;
    if (position === end || (this.#hasAnswered && position >= this.rowCount)) return undefined;
    if (!this.#goesByCursor()) return { position, page: { limit: end - position, offset: position } };
    const start = this.#cursors.findLast((known) => known.position <= position);
    // the beginning has no cursor
    return start === undefined
      ? { position: 0, page: { limit: chunkSize, offset: 0 } }
      : { position: start.position, page: { limit: chunkSize, cursor: start.cursor } };
  }

  /**
   * Takes in what came for {@link missing}.
   *
   * @throws ProviderError `invalid-data` where the page begins after what was asked for, or the list never ends.
   */
  take({ position, page: { limit } }: WantedPage, page: CheckedPage): void {
    const ahead = position - this.#startOf(page, position, limit);
    if (ahead < 0) throw new ProviderError('invalid-data', 'Page begins too late');
    const rows = page.items.slice(ahead);
    for (const [step, row] of rows.entries()) this.#place(row, position + step);
    this.#believe(page.total, rows.length > 0);
    this.#snapshot = page.snapshot ?? this.#snapshot;
    this.#incomplete = page.incomplete;
    const { asOf, serverTime } = page;
    // pages that come later are younger, and the rows of this one stay
    if (asOf !== undefined) this.#dated ??= { asOf, serverTime, receivedAt: Date.now() };
    const end = position + rows.length;
    this.#noteCursor(end, page.nextCursor);
    if (this.#goesByCursor()) this.#learnEndByCursor(end, page.nextCursor, rows.length);
    else this.#learnEndByLength(position, end, limit);
    this.#hasAnswered = true;
    this.#forgetFarChunks(chunkOf(position));
  }

  /** Shows another row where a customer stands, if it stands anywhere: its newer facts, or that it is gone. */
  replace(id: string, row: ListRow): void {
    const position = this.positionOf(id);
    const rows = this.#chunks.get(chunkOf(position));
    if (rows === undefined) return;
    this.#unreadable += Number(row.kind === 'unreadable') - Number(rows[position % chunkSize]?.kind === 'unreadable');
    rows[position % chunkSize] = row;
  }

  /** Where a page begins. One that is longer than it may be, and is all there is, is the list from its beginning. */
  #startOf({ offset, items, total }: CheckedPage, asked: number, limit: number): number {
    if (this.#goesByCursor()) return asked;
    return offset ?? (items.length > limit && items.length >= (total?.value ?? 0) ? 0 : asked);
  }

  /** A customer that stands at another position already is marked there, not shown twice. */
  #place(row: CheckedRow, position: number): void {
    const chunk = chunkOf(position);
    let rows = this.#chunks.get(chunk);
    if (rows === undefined) this.#chunks.set(chunk, (rows = []));
    this.#forget(rows[position % chunkSize], position);
    let placed = row;
    if (row.kind === 'customer') {
      const { id } = row.customer;
      const before = this.#positions.get(id);
      if (before === undefined || before === position) this.#positions.set(id, position);
      else placed = { kind: 'unreadable', id, reason: 'duplicate' };
    }
    if (placed.kind === 'unreadable') this.#unreadable += 1;
    rows[position % chunkSize] = placed;
  }

  /** What is not kept any more, or has another row in its place, does not count and stands nowhere. */
  #forget(row: ListRow | undefined, position: number): void {
    if (row === undefined) return;
    const id = row.kind === 'customer' ? row.customer.id : row.id;
    // the ID of a row that could not be read may be that of another one
    if (id !== undefined && this.#positions.get(id) === position) this.#positions.delete(id);
    if (row.kind === 'unreadable') this.#unreadable -= 1;
  }

  #believe(total: CheckedPage['total'], hasRows: boolean): void {
    // only an exact total may correct an earlier one, and none can be less than the rows that are there
    if (total === undefined || (this.#hasAnswered && (total.precision !== 'exact' || !hasRows))) return;
    if (total.value <= this.#lastKnown()) return;
    this.#claimedTotal = this.#total = total.value;
    this.#totalIsExact = total.precision === 'exact';
  }

  /**
   * Three pages say something of the end: an empty one, that it lies before; one shorter than asked, that it is here,
   * unless a total says that there is more (then the rest is asked for); one that goes as far as the total or beyond,
   * that there may be one more row.
   */
  #learnEndByLength(position: number, end: number, limit: number): void {
    if (end === position) {
      // nothing here: the end is known only where the row before is
      const last = this.#lastKnown();
      this.#totalIsExact = last + 1 === position;
      this.#total = this.#totalIsExact ? position : last + 2;
    } else if (end - position < limit && this.#claimedTotal <= end) {
      this.#total = Math.max(end, this.#lastKnown() + 1);
      this.#totalIsExact = true;
    } else if (end > this.#total || (end === this.#total && !this.#totalIsExact)) {
      this.#total = end + 1;
      this.#totalIsExact = false;
    }
  }

  #learnEndByCursor(end: number, next: string | undefined, rows: number): void {
    this.#emptyPages = rows > 0 ? 0 : this.#emptyPages + 1;
    if (this.#emptyPages > emptyPagesFollowed) throw new ProviderError('invalid-data', 'Endless empty pages');
    if (next === undefined) {
      this.#endWasSeen = this.#totalIsExact = true;
      this.#total = end;
    } else if (end >= this.#total) {
      this.#total = end + 1;
      this.#totalIsExact = false;
    }
  }

  #noteCursor(position: number, cursor: string | undefined): void {
    if (cursor === undefined) return;
    const known = this.#cursors.findIndex((each) => each.position >= position);
    if (known < 0) this.#cursors.push({ position, cursor });
    else if (this.#cursors[known]?.position === position) this.#cursors[known] = { position, cursor };
  }

  #lastKnown(): number {
    const chunk = Math.max(-1, ...this.#chunks.keys());
    return chunk < 0 ? -1 : chunk * chunkSize + (this.#chunks.get(chunk)?.length ?? 0) - 1;
  }

  #forgetFarChunks(near: number): void {
    const chunks = [...this.#chunks.keys()].sort((a, b) => Math.abs(a - near) - Math.abs(b - near));
    for (const chunk of chunks.slice(keptChunks)) {
      for (const [index, row] of (this.#chunks.get(chunk) ?? []).entries())
        this.#forget(row, chunk * chunkSize + index);
      this.#chunks.delete(chunk);
    }
  }
}
