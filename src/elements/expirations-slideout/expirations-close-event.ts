/** The slideout has closed; the focus is back where it was before. Neither bubbles nor cancels. */
export class ExpirationsCloseEvent extends Event {
  static readonly type = 'expirations-close';
  /** The organization ID. */
  readonly customerId: string;

  constructor(customerId: string) {
    super(ExpirationsCloseEvent.type);
    this.customerId = customerId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'expirations-close': ExpirationsCloseEvent;
  }
}
