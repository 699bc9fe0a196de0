/** Customers were deleted, and no others: who was refused is not among them. Neither bubbles nor cancels. */
export class CustomersDeletedEvent extends Event {
  static readonly type = 'customers-deleted';
  /** Their organization IDs. */
  readonly ids: readonly string[];

  constructor(ids: readonly string[]) {
    super(CustomersDeletedEvent.type);
    this.ids = ids;
  }
}

declare global {
  interface HTMLElementEventMap {
    'customers-deleted': CustomersDeletedEvent;
  }
}
