/** The viewer wants to see a customer's expirations. Cancel it to show them yourself. */
export class ExpirationsOpenEvent extends Event {
  static readonly type = 'expirations-open';
  /** The organization ID. */
  readonly customerId: string;

  constructor(customerId: string) {
    super(ExpirationsOpenEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.customerId = customerId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'expirations-open': ExpirationsOpenEvent;
  }
}
