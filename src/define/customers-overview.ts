import { CustomersOverview } from '../elements/customers-overview/customers-overview.element.js';

CustomersOverview.panels = {
  expirations: async () => {
    const [{ ExpirationsSlideout }] = await Promise.all([
      import('../elements/expirations-slideout/expirations-slideout.element.js'),
      import('./expirations-slideout.js'),
    ]);
    return ExpirationsSlideout;
  },
};

if (!customElements.get('customers-overview')) customElements.define('customers-overview', CustomersOverview);

declare global {
  interface HTMLElementTagNameMap {
    'customers-overview': CustomersOverview;
  }
}
