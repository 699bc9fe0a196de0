import { EditCustomer } from '../elements/edit-customer/edit-customer.element.js';

if (!customElements.get('edit-customer')) customElements.define('edit-customer', EditCustomer);

declare global {
  interface HTMLElementTagNameMap {
    'edit-customer': EditCustomer;
  }
}
