/** The provider said that customers were created. Neither bubbles nor cancels. */
export class CustomersCreatedEvent extends Event {
  static readonly type = 'customers-created';
  /** Their organization IDs, as far as the provider says them. */
  readonly customerIds: readonly string[];

  constructor(customerIds: readonly string[]) {
    super(CustomersCreatedEvent.type);
    this.customerIds = customerIds;
  }
}

declare global {
  interface HTMLElementEventMap {
    'customers-created': CustomersCreatedEvent;
  }
}
