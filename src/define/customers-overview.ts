import type { AddCustomers } from '../elements/add-customers/add-customers.element.js';
import type { CustomerDetailsElement } from '../elements/customer-details/customer-details.element.js';
import { CustomersOverview } from '../elements/customers-overview/customers-overview.element.js';
import type { CustomersPanel } from '../elements/customers-panel/customers-panel.element.js';
import type { DeleteCustomers } from '../elements/delete-customers/delete-customers.element.js';
import type { EditCustomer } from '../elements/edit-customer/edit-customer.element.js';
import type { ExpirationsSlideout } from '../elements/expirations-slideout/expirations-slideout.element.js';

// What a panel's tag is registered as by now: by its module, or before it by another copy of the library, which is as good.
CustomersOverview.panels = {
  expirations: async () => {
    await import('./expirations-slideout.js');
    return customElements.get('expirations-slideout') as new () => ExpirationsSlideout;
  },
  panel: async () => {
    await import('./customers-panel.js');
    return customElements.get('customers-panel') as new () => CustomersPanel;
  },
  details: async () => {
    await import('./customer-details.js');
    return customElements.get('customer-details') as new () => CustomerDetailsElement;
  },
  edit: async () => {
    await import('./edit-customer.js');
    return customElements.get('edit-customer') as new () => EditCustomer;
  },
  add: async () => {
    await import('./add-customers.js');
    return customElements.get('add-customers') as new () => AddCustomers;
  },
  delete: async () => {
    await import('./delete-customers.js');
    return customElements.get('delete-customers') as new () => DeleteCustomers;
  },
};

if (!customElements.get('customers-overview')) customElements.define('customers-overview', CustomersOverview);

declare global {
  interface HTMLElementTagNameMap {
    'customers-overview': CustomersOverview;
  }
}
