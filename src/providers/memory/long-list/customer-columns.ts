import type { CustomersSortField } from '../../../domain/query.js';
import { collated } from './collation.js';
import { noExpirations, type ExpirationFacts } from './expiration-facts.js';
import { beaconsOf, textOf, type Row, type TextField } from '../row-fields.js';
import { isStride, SharedWork, type Slices } from './slices.js';
import { allRows, joined, numberOrder, parted, type ColumnOrder } from './sort-order.js';

/** Whether the order of a column depends on the moment. */
export function isExpirationField(field: CustomersSortField): boolean {
  return field === 'upcomingExpiration' || field === 'expirationStatus';
}

/** The orders of the columns in one language, each worked out when it is first asked for and kept. */
export class CustomerColumns {
  readonly #rows: readonly Row[];
  readonly #locale: string;
  readonly #orders = new Map<CustomersSortField, SharedWork<ColumnOrder>>();
  /** What the orders of the expiration columns were made of. */
  #facts: ExpirationFacts | undefined;

  constructor(rows: readonly Row[], locale: string) {
    this.#rows = rows;
    this.#locale = locale;
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

  /** @param rows All rows, in the order of those with the same text. */
  async #textOrder(rows: Uint32Array, field: TextField, slices: Slices): Promise<ColumnOrder> {
    // each is looked at many times, and looking into a row takes longer than looking into a list
    const texts = this.#rows.map((row) => textOf(row, field));
    const [filled, blank] = parted(rows, (row) => !isBlank(texts[row] ?? ''));
    const { order, begins } = await collated(filled, (row) => texts[row] ?? '', this.#locale, slices);
    return { rows: joined(order, blank), begins, blanksFrom: filled.length };
  }

  async #beaconsOrder(byId: Uint32Array, slices: Slices): Promise<ColumnOrder> {
    const totals = new Float64Array(this.#rows.length);
    for (let row = 0; row < totals.length; row += 1) {
      totals[row] = beaconsOf(this.#rows[row]).total ?? Infinity;
      if (isStride(row) && slices.isOver) await slices.pause();
    }
    return numberOrder(byId, totals, Infinity, slices);
  }
}

function isBlank(text: string): boolean {
  // nearly every text begins with a character that is seen
  const code = text.charCodeAt(0);
  return !(code > 0x20 && code < 0x7f) && text.trim() === '';
}
