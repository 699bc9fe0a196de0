import { CustomersPanel } from '../elements/customers-panel/customers-panel.element.js';

if (!customElements.get('customers-panel')) customElements.define('customers-panel', CustomersPanel);

declare global {
  interface HTMLElementTagNameMap {
    'customers-panel': CustomersPanel;
  }
}
