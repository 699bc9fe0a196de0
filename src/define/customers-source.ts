import { CustomersSource } from '../elements/customers-source/customers-source.element.js';

if (!customElements.get('customers-source')) customElements.define('customers-source', CustomersSource);

declare global {
  interface HTMLElementTagNameMap {
    'customers-source': CustomersSource;
  }
}
