import { DeleteCustomers } from '../elements/delete-customers/delete-customers.element.js';

if (!customElements.get('delete-customers')) customElements.define('delete-customers', DeleteCustomers);

declare global {
  interface HTMLElementTagNameMap {
    'delete-customers': DeleteCustomers;
  }
}
