import type { CustomerDetails } from '../../domain/customer.js';

/** A customer was changed, and is so now. Neither bubbles nor cancels. */
export class CustomerUpdatedEvent extends Event {
  static readonly type = 'customer-updated';
  readonly customer: CustomerDetails;

  constructor(customer: CustomerDetails) {
    super(CustomerUpdatedEvent.type);
    this.customer = customer;
  }
}

declare global {
  interface HTMLElementEventMap {
    'customer-updated': CustomerUpdatedEvent;
  }
}
