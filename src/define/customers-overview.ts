import { CustomersOverview } from '../elements/customers-overview/customers-overview.element.js';
import type { ExpirationsSlideout } from '../elements/expirations-slideout/expirations-slideout.element.js';

CustomersOverview.panels = {
  expirations: async () => {
    await import('./expirations-slideout.js');
    // registered by now: by that module, or before it by another copy of the library, whose class is as good
    return customElements.get('expirations-slideout') as new () => ExpirationsSlideout;
  },
};

if (!customElements.get('customers-overview')) customElements.define('customers-overview', CustomersOverview);

declare global {
  interface HTMLElementTagNameMap {
    'customers-overview': CustomersOverview;
  }
}
