import type { Customer } from '../../../domain/customer.js';
import type { CustomersQuery } from '../../../domain/query.js';
import { foldText } from '../../../domain/search-text.js';
import type { Call } from '../../customers-provider.js';
import { Recent } from '../recent.js';
import { CustomerColumns, isExpirationField } from './customer-columns.js';
import { ExpirationFacts } from './expiration-facts.js';
import { conditionsOf } from './query-match.js';
import { textOf } from '../row-fields.js';
import { SearchIndex } from './search-index.js';
import { isStride, SharedWork, type Slices } from './slices.js';
import { allRows, at, directed, joined, marked, parted, sortedBy } from './sort-order.js';

/** How many languages, and how many time zones and policies, the work for is kept. */
const keptSettings = 2;

/** All rows that a query is about, in order, whatever window of them it asks for. */
export interface Result {
  /** Their places in the list; absent where the result is the whole list as it stands. */
  readonly rows: Uint32Array | undefined;
  /** Rows by status, where the query wants them counted. */
  readonly statusCounts: Readonly<Record<string, number>> | undefined;
  /** What it depends on that changes by itself. */
  readonly facts: ExpirationFacts | undefined;
}

/** A list of customers, and what was worked out about it: what a row or a column needs once is done once. */
export class CustomersIndex {
  #customers: readonly Customer[];
  #search: SharedWork<SearchIndex>;
  readonly #columns = new Recent<CustomerColumns>(keptSettings);
  readonly #facts = new Recent<SharedWork<ExpirationFacts>>(keptSettings);

  constructor(customers: readonly Customer[]) {
    this.#customers = customers;
    this.#search = this.#searchOf(undefined);
  }

  /**
   * Takes note of what is known of some rows before those change.
   *
   * @param changedRows Their places, in order; those of rows that are added come last.
   * @returns To be called with the list after the change: brings what was finished up to date.
   */
  changing(changedRows: Uint32Array): (customers: readonly Customer[]) => void {
    const known = [...this.#columns.entries()].map(([, columns]) => {
      return { facts: columns.facts, changed: columns.changing(changedRows) };
    });
    return (customers) => {
      this.#customers = customers;
      this.#search = this.#searchOf(this.#search.value?.changed(customers, changedRows));
      const factsAfter = this.#changeFacts((facts) => facts.changed(customers, changedRows));
      for (const { facts, changed } of known) changed(customers, facts && factsAfter.get(facts));
    };
  }

  /**
   * What is known of the list after some rows were taken out.
   *
   * @param placeOf By place before: the place now, or `gone`.
   */
  remaining(customers: readonly Customer[], placeOf: Uint32Array): CustomersIndex {
    const index = new CustomersIndex(customers);
    for (const [key, facts] of this.#facts.entries()) index.#facts.set(key, facts);
    const factsAfter = index.#changeFacts((facts) => facts.remaining(customers.length, placeOf));
    for (const [locale, columns] of this.#columns.entries()) {
      const facts = columns.facts && factsAfter.get(columns.facts);
      index.#columns.set(locale, columns.remaining(customers, placeOf, facts));
    }
    return index;
  }

  /** Puts other facts in the place of those that are finished, and forgets the others. */
  #changeFacts(change: (facts: ExpirationFacts) => ExpirationFacts): ReadonlyMap<ExpirationFacts, ExpirationFacts> {
    const after = new Map<ExpirationFacts, ExpirationFacts>();
    for (const [key, { value }] of [...this.#facts.entries()]) {
      if (value) after.set(value, change(value));
      const changed = value && after.get(value);
      if (changed) this.#facts.set(key, SharedWork.done(changed));
      else this.#facts.delete(key);
    }
    return after;
  }

  #searchOf(search: SearchIndex | undefined): SharedWork<SearchIndex> {
    if (search) return SharedWork.done(search);
    const customers = this.#customers;
    return new SharedWork((slices) => SearchIndex.of(customers, slices));
  }

  /** Works out what is asked for next as a rule: the orders of names and expirations, and the texts for a search. */
  async prepare(call: Call, slices: Slices): Promise<void> {
    await slices.pause();
    await this.#search.wait(slices);
    const columns = this.#columnsIn(call.locale);
    await columns.order('name', undefined, slices);
    const facts = await this.#factsAt(call, slices);
    await columns.order('upcomingExpiration', facts, slices);
    await columns.order('expirationStatus', facts, slices);
  }

  /** Works out a result. */
  async result(query: CustomersQuery, call: Call, slices: Slices): Promise<Result> {
    const wantsCounts = query.include?.includes('statusCounts') ?? false;
    const facts = wantsCounts || dependsOnMoment(query) ? await this.#factsAt(call, slices) : undefined;
    const matching = await this.#matching(query, facts, slices);
    const wanted = query.statuses && facts ? withStatus(matching, query.statuses, facts) : matching;
    const ordered = await this.#ordered(query, facts, call.locale, slices);
    const rows = wanted ? marked(wanted, ordered) : ordered;
    return {
      rows: query.pinned?.length ? this.#pinnedFirst(rows ?? this.#allRows(), query.pinned) : rows,
      statusCounts: wantsCounts && facts ? countStatuses(matching, facts) : undefined,
      facts,
    };
  }

  /** 1 for each row that is what the query asks for, whatever its status; `undefined` where all are. */
  async #matching(query: CustomersQuery, facts: ExpirationFacts | undefined, slices: Slices) {
    const word = foldText(query.search ?? '').trim();
    const hits = word === '' ? undefined : await (await this.#search.wait(slices)).find(word, slices);
    const conditions = conditionsOf(query, facts);
    if (conditions.length === 0) return hits;
    // the hits are remembered by the search, so what comes of them is another list
    const matching = hits?.slice() ?? new Uint8Array(this.#customers.length).fill(1);
    for (let row = 0; row < matching.length; row += 1) {
      if (matching[row] && !conditions.every((isMet) => isMet(this.#customers[row], row))) matching[row] = 0;
      if (isStride(row) && slices.isOver) await slices.pause();
    }
    return matching;
  }

  /** All rows in the order that a query asks for; `undefined` for the order that they came in. */
  async #ordered({ sort = [] }: CustomersQuery, facts: ExpirationFacts | undefined, locale: string, slices: Slices) {
    const columns = this.#columnsIn(locale);
    let rows: Uint32Array | undefined;
    for (const { field, direction } of [...sort].reverse()) {
      const order = await columns.order(field, facts, slices);
      rows = rows ? sortedBy(rows, order, direction) : directed(order, direction);
      if (slices.isOver) await slices.pause();
    }
    return rows;
  }

  #columnsIn(locale: string): CustomerColumns {
    const columns = this.#columns.get(locale) ?? new CustomerColumns(this.#customers, locale);
    this.#columns.set(locale, columns);
    return columns;
  }

  #pinnedFirst(rows: Uint32Array, pinned: readonly string[]): Uint32Array {
    const ids = new Set(pinned);
    return joined(...parted(rows, (row) => ids.has(textOf(this.#customers[row], 'id'))));
  }

  async #factsAt({ now, timeZone, policy }: Call, slices: Slices): Promise<ExpirationFacts> {
    const key = JSON.stringify([timeZone, policy.graceDays, policy.horizons]);
    const known = await this.#facts.get(key)?.wait(slices);
    if (known?.holdAt(now)) return known;
    const clock = { now: new Date(now), timeZone, policy };
    const work = new SharedWork((own) => ExpirationFacts.of(this.#customers, clock, own));
    this.#facts.set(key, work);
    return work.wait(slices);
  }

  #allRows(): Uint32Array {
    return allRows(this.#customers.length);
  }
}

function dependsOnMoment({ statuses, expiresWithinDays, sort = [] }: CustomersQuery): boolean {
  return (
    statuses !== undefined || expiresWithinDays !== undefined || sort.some(({ field }) => isExpirationField(field))
  );
}

function withStatus(matching: Uint8Array | undefined, statuses: readonly string[], facts: ExpirationFacts): Uint8Array {
  const isWanted = facts.statuses.map((status) => statuses.includes(status));
  return Uint8Array.from(facts.statusOf, (status, row) => ((matching?.[row] ?? 1) && isWanted[status] ? 1 : 0));
}

function countStatuses(matching: Uint8Array | undefined, facts: ExpirationFacts): Readonly<Record<string, number>> {
  const counts = new Uint32Array(facts.statuses.length);
  facts.statusOf.forEach((status, row) => {
    counts[status] = at(counts, status) + (matching?.[row] ?? 1);
  });
  const all = counts.reduce((sum, count) => sum + count, 0);
  const byStatus = facts.statuses.map((status, number) => [status, at(counts, number)] as const);
  return { ...Object.fromEntries(byStatus), all };
}
