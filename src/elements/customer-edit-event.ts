/** The viewer wants to edit a customer. Cancel it to do that elsewhere. */
export class CustomerEditEvent extends Event {
  static readonly type = 'customer-edit';
  /** The organization ID. */
  readonly customerId: string;

  constructor(customerId: string) {
    super(CustomerEditEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.customerId = customerId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'customer-edit': CustomerEditEvent;
  }
}
