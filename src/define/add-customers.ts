import { AddCustomers } from '../elements/add-customers/add-customers.element.js';

if (!customElements.get('add-customers')) customElements.define('add-customers', AddCustomers);

declare global {
  interface HTMLElementTagNameMap {
    'add-customers': AddCustomers;
  }
}
