import { CustomerBeacons } from '../elements/customer-beacons/customer-beacons.element.js';

if (!customElements.get('customer-beacons')) customElements.define('customer-beacons', CustomerBeacons);

declare global {
  interface HTMLElementTagNameMap {
    'customer-beacons': CustomerBeacons;
  }
}
