import type { CustomerBeacons } from '../elements/customer-beacons/customer-beacons.element.js';
import { CustomerDetailsElement } from '../elements/customer-details/customer-details.element.js';

CustomerDetailsElement.panels = {
  beacons: async () => {
    await import('./customer-beacons.js');
    // registered by now: by that module, or before it by another copy of the library, whose class is as good
    return customElements.get('customer-beacons') as new () => CustomerBeacons;
  },
};

if (!customElements.get('customer-details')) customElements.define('customer-details', CustomerDetailsElement);

declare global {
  interface HTMLElementTagNameMap {
    'customer-details': CustomerDetailsElement;
  }
}
