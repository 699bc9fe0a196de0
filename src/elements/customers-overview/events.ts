import type { ListQuery } from '../../domain/query.js';

const intent = { bubbles: true, composed: true, cancelable: true } as const;

/** The viewer wants to see a customer. Cancel it to route there yourself. */
export class CustomerOpenEvent extends Event {
  static readonly type = 'customer-open';
  /** The organization ID. */
  readonly customerId: string;

  constructor(customerId: string) {
    super(CustomerOpenEvent.type, intent);
    this.customerId = customerId;
  }
}

/** The viewer wants to add customers. */
export class CustomersAddEvent extends Event {
  static readonly type = 'customers-add';

  constructor() {
    super(CustomersAddEvent.type, intent);
  }
}

/** The viewer asked another question of the list: another search, another sort. Neither bubbles nor cancels. */
export class QueryChangeEvent extends Event {
  static readonly type = 'query-change';
  readonly query: ListQuery;

  constructor(query: ListQuery) {
    super(QueryChangeEvent.type);
    this.query = query;
  }
}

/** Another result is on screen. Neither bubbles nor cancels. */
export class CustomersChangeEvent extends Event {
  static readonly type = 'customers-change';
  /** How many customers the result has, as far as it is known. */
  readonly total: number;
  /** Whether `total` is certain; else there may be more, or fewer. */
  readonly totalIsExact: boolean;

  constructor(total: number, totalIsExact: boolean) {
    super(CustomersChangeEvent.type);
    this.total = total;
    this.totalIsExact = totalIsExact;
  }
}

declare global {
  interface HTMLElementEventMap {
    'customer-open': CustomerOpenEvent;
    'customers-add': CustomersAddEvent;
    'query-change': QueryChangeEvent;
    'customers-change': CustomersChangeEvent;
  }
}
