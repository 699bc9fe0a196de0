/** The viewer wants to see a customer's beacons. Cancel it to route there yourself. */
export class BeaconsOpenEvent extends Event {
  static readonly type = 'beacons-open';
  /** The organization ID. */
  readonly customerId: string;

  constructor(customerId: string) {
    super(BeaconsOpenEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.customerId = customerId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'beacons-open': BeaconsOpenEvent;
  }
}
