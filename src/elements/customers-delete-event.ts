/** The viewer wants to delete customers. Nothing is deleted yet; cancel it to do that elsewhere. */
export class CustomersDeleteEvent extends Event {
  static readonly type = 'customers-delete';
  /** Their organization IDs. */
  readonly customerIds: readonly string[];

  constructor(customerIds: readonly string[]) {
    super(CustomersDeleteEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.customerIds = customerIds;
  }
}

declare global {
  interface HTMLElementEventMap {
    'customers-delete': CustomersDeleteEvent;
  }
}
