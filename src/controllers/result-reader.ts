import type { CustomersQuery, ListQuery } from '../domain/query.js';
import { checkEnrichments } from '../providers/checked-enrichment.js';
import { checkPage, type CheckedRow } from '../providers/checked-page.js';
import type { Call, CustomersProvider } from '../providers/customers-provider.js';
import { Slices } from '../providers/memory/long-list/slices.js';
import { ProviderError } from '../providers/provider-error.js';
import { chunkOf, CustomerResult, type ListRow } from './customer-result.js';
import { completed, isPending } from './late-columns.js';

/** What of a provider's customers is read. */
export interface WantedResult {
  readonly provider: CustomersProvider;
  readonly query: ListQuery;
  /** Customers of the result that are left out, by organization ID. */
  readonly except: ReadonlySet<string>;
  /** Whether the provider's lists only go forward, page by page. */
  readonly goesByCursor: boolean;
  /** Whether what has not come yet of a customer is asked for. */
  readonly loadsLateColumns: boolean;
}

/** How a {@link readResult} asks, and whom it tells how far it is. */
export interface ResultReaderOptions extends WantedResult {
  /** Whether rows of another result are taken for those of this one. */
  readonly ignoresSnapshots: boolean;
  /** Puts a question to the provider, as often as it takes; rejects once nobody wants the answer. */
  readonly ask: <Answer>(question: (call: Call) => Promise<Answer>) => Promise<Answer>;
  readonly isWanted: () => boolean;
  /** So many rows have been read, of so many where that is certain. */
  readonly onProgress: (done: number, total: number | undefined) => void;
}

/** The provider says that the result is another by now: what was read does not go together with the rest. */
export class ResultChanged extends Error {}

/**
 * Every row of a result from its first to its last, some at a time, each customer once. No more of them are kept than of
 * a list on screen, and the page has its turn in between.
 *
 * @throws ResultChanged unless told to ignore it; ProviderError `invalid-data` where the rows asked for never come.
 */
export async function* readResult(options: ResultReaderOptions): AsyncGenerator<readonly CheckedRow[], void> {
  const { except, onProgress } = options;
  const result = new CustomerResult(options.provider, options.query, '', () => options.goesByCursor);
  const slices = new Slices(options.isWanted);
  const seen = new Set(except);
  let done = 0;
  for (let position = 0, hasMore = true; hasMore;) {
    const chunk = chunkOf(position);
    await fill(result, chunk, options);
    const rows: CheckedRow[] = [];
    for (let row = result.row(position); row !== undefined && chunkOf(position) === chunk; row = result.row(position)) {
      if (isNew(row, seen)) rows.push(row);
      position += 1;
    }
    // a chunk that did not fill is the last
    hasMore = chunkOf(position) > chunk && position < result.rowCount;
    if (rows.length > 0) yield await withLateColumns(rows, options);
    done += rows.length;
    onProgress(done, result.totalIsExact ? Math.max(done, result.total - except.size) : undefined);
    await slices.pause();
  }
}

/** Asks for the rows of a chunk until they are all there: a backend may give fewer at once than it was asked for. */
async function fill(result: CustomerResult, chunk: number, options: ResultReaderOptions): Promise<void> {
  for (let wanted = result.missing(chunk); wanted !== undefined;) {
    const isFirst = result.row(0) === undefined;
    const query: CustomersQuery = { ...result.queryOf(wanted), ...(isFirst && { include: ['total'] as const }) };
    const page = await options.ask(async (call) => checkPage(await options.provider.listCustomers(query, call)));
    if (result.isAnother(page) && !options.ignoresSnapshots) throw new ResultChanged();
    result.take(wanted, page);
    const before = JSON.stringify(wanted);
    wanted = result.missing(chunk);
    if (JSON.stringify(wanted) === before) throw new ProviderError('invalid-data', 'Page has other rows');
  }
}

/** Whether a row stands for a customer who was neither read before nor left out. */
function isNew(row: ListRow, seen: Set<string>): row is CheckedRow {
  if (row.kind === 'gone' || (row.kind === 'unreadable' && row.reason === 'duplicate')) return false;
  const id = row.kind === 'customer' ? row.customer.id : row.id;
  if (id === undefined) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  return true;
}

async function withLateColumns(
  rows: readonly CheckedRow[],
  { provider, loadsLateColumns, ask }: ResultReaderOptions,
): Promise<readonly CheckedRow[]> {
  const ids = rows.flatMap((row) => (row.kind === 'customer' && isPending(row.customer) ? row.customer.id : []));
  if (!loadsLateColumns || ids.length === 0 || typeof provider.enrichCustomers !== 'function') return rows;
  const late = await ask(async (call) => checkEnrichments(await provider.enrichCustomers?.(ids, call), ids));
  return rows.map((row) =>
    row.kind === 'customer'
      ? { ...row, customer: completed(row.customer, late.get(row.customer.id) ?? {}, { state: 'unavailable' }) }
      : row,
  );
}
