import type { CustomersSortField } from '../../../domain/query.js';
import { movedOrder, remainingOrder, type ColumnKeys } from './changed-order.js';
import { collatorOf } from '../collator.js';
import { collated, isBlank } from './collation.js';
import { noExpirations, type ExpirationFacts } from './expiration-facts.js';
import { beaconsOf, textOf, type Row, type TextField } from '../row-fields.js';
import { isStride, SharedWork, type Slices } from './slices.js';
import { numberOrder } from './number-order.js';
import { allRows, type ColumnOrder, type CompareRows } from './sort-order.js';

/** What a row has instead of its total of beacons where that is not known: more than any. */
const unknownTotal = 2 ** 53;

/** Whether the order of a column depends on the moment. */
export function isExpirationField(field: CustomersSortField): boolean {
  return field === 'upcomingExpiration' || field === 'expirationStatus';
}

/** The orders of the columns in one language, each worked out when it is first asked for and kept. */
export class CustomerColumns {
  #rows: readonly Row[];
  readonly #locale: string;
  readonly #orders = new Map<CustomersSortField, SharedWork<ColumnOrder>>();
  #facts: ExpirationFacts | undefined;
  /** Asked where single rows are compared; costly to make. */
  #collator: Intl.Collator | undefined;

  constructor(rows: readonly Row[], locale: string) {
    this.#rows = rows;
    this.#locale = locale;
  }

  /** What the orders of the expiration columns were made of. */
  get facts(): ExpirationFacts | undefined {
    return this.#facts;
  }

  /**
   * The order of a column.
   *
   * @param facts The expirations at the moment; without them the expiration columns have no order but that by ID.
   */
  order(field: CustomersSortField, facts: ExpirationFacts | undefined, slices: Slices): Promise<ColumnOrder> {
    if (isExpirationField(field) && facts !== this.#facts) {
      // as time goes by, nobody asks for the orders of before again
      this.#orders.delete('upcomingExpiration');
      this.#orders.delete('expirationStatus');
      this.#facts = facts;
    }
    let order = this.#orders.get(field);
    if (!order) {
      order = new SharedWork((own) => this.#work(field, facts, own));
      this.#orders.set(field, order);
    }
    return order.wait(slices);
  }

  /**
   * Takes note of what the columns say of some rows before those change.
   *
   * @returns To be called after the change: brings finished orders up to date, and leaves them alone where what their
   *   column says is the same. The others are worked out when they are asked for.
   */
  changing(changedRows: Uint32Array): (rows: readonly Row[], facts: ExpirationFacts | undefined) => void {
    const rowCount = this.#rows.length;
    const noted = [...this.#orders].map(([field, { value: order }]) => {
      const keys = this.#keys(field);
      return { field, order, before: keys && Array.from(changedRows, (row) => keys.valueOf(row)) };
    });
    return (rows, facts) => {
      this.#rows = rows;
      this.#facts = facts;
      this.#orders.clear();
      for (const { field, order, before } of noted) {
        const keys = this.#keys(field);
        if (!order || !before || !keys) continue;
        const moved = changedRows.filter((row, index) => row >= rowCount || before[index] !== keys.valueOf(row));
        const after = movedOrder(order, rows.length, moved, keys, (a, b) => this.#compareIds(a, b));
        this.#orders.set(field, SharedWork.done(after));
      }
    };
  }

  /** The columns after some rows were taken out: with the finished orders of those that are left. */
  remaining(rows: readonly Row[], placeOf: Uint32Array, facts: ExpirationFacts | undefined): CustomerColumns {
    const columns = new CustomerColumns(rows, this.#locale);
    columns.#facts = facts;
    for (const [field, { value }] of this.#orders) {
      if (value) columns.#orders.set(field, SharedWork.done(remainingOrder(value, placeOf)));
    }
    return columns;
  }

  /** What a column says; `undefined` for one whose order is worked out anew after each change. */
  #keys(field: CustomersSortField): (ColumnKeys & { readonly valueOf: (row: number) => string | number }) | undefined {
    const facts = this.#facts;
    switch (field) {
      case 'name':
      case 'id':
      case 'externalId':
        return this.#textKeys(field);
      case 'beacons':
        return numberKeys((row) => beaconsOf(this.#rows[row]).total ?? unknownTotal, unknownTotal);
      case 'upcomingExpiration':
        return facts && numberKeys((row) => facts.nextDayOf[row] ?? noExpirations, noExpirations);
      case 'expirationStatus':
        return facts && numberKeys((row) => facts.statusOf[row] ?? facts.none, facts.none);
      default:
        return undefined;
    }
  }

  #textKeys(field: TextField) {
    const valueOf = (row: number): string => {
      const text = textOf(this.#rows[row], field);
      return isBlank(text) ? '' : text;
    };
    const isBlankRow = (row: number): boolean => valueOf(row) === '';
    const compare: CompareRows = (a, b) => {
      const [first, second] = [valueOf(a), valueOf(b)];
      if (first === second) return 0;
      if (first === '' || second === '') return first === '' ? 1 : -1;
      this.#collator ??= collatorOf(this.#locale);
      return this.#collator.compare(first, second);
    };
    return { valueOf, isBlank: isBlankRow, compare };
  }

  /** Orders rows that are equal in everything that was asked for; also those with IDs such as 7 and 007. */
  #compareIds(a: number, b: number): number {
    const { valueOf, compare } = this.#textKeys('id');
    const [first, second] = [valueOf(a), valueOf(b)];
    return compare(a, b) || (first < second ? -1 : first > second ? 1 : a - b);
  }

  async #work(field: CustomersSortField, facts: ExpirationFacts | undefined, slices: Slices): Promise<ColumnOrder> {
    if (field === 'id') return this.#textOrder(allRows(this.#rows.length), field, slices);
    const byId = await this.order('id', facts, slices);
    // without a default, so that the compiler asks a new column for its order
    switch (field) {
      case 'name':
      case 'externalId':
        return this.#textOrder(byId.rows, field, slices);
      case 'beacons':
        return this.#beaconsOrder(byId.rows, slices);
      case 'upcomingExpiration':
        return facts ? numberOrder(byId.rows, facts.nextDayOf, noExpirations, slices) : byId;
      case 'expirationStatus':
        return facts ? numberOrder(byId.rows, facts.statusOf, facts.none, slices) : byId;
    }
  }

  /** @param rows All rows, by ID where that is not what is to be worked out. */
  #textOrder(rows: Uint32Array, field: TextField, slices: Slices): Promise<ColumnOrder> {
    const compareIds: CompareRows = (a, b) => this.#compareIds(a, b);
    return collated(rows, (row) => textOf(this.#rows[row], field), this.#locale, compareIds, slices);
  }

  async #beaconsOrder(byId: Uint32Array, slices: Slices): Promise<ColumnOrder> {
    const totals = new Float64Array(this.#rows.length);
    for (let row = 0; row < totals.length; row += 1) {
      totals[row] = beaconsOf(this.#rows[row]).total ?? unknownTotal;
      if (isStride(row) && slices.isOver) await slices.pause();
    }
    return numberOrder(byId, totals, unknownTotal, slices);
  }
}

function numberKeys(valueOf: (row: number) => number, firstBlank: number) {
  const compare: CompareRows = (a, b) => Math.sign(valueOf(a) - valueOf(b)) || 0;
  return { valueOf, isBlank: (row: number) => valueOf(row) >= firstBlank, compare };
}
