import { BeaconCountLink } from '../elements/beacon-count-link/beacon-count-link.element.js';

if (!customElements.get('beacon-count-link')) customElements.define('beacon-count-link', BeaconCountLink);

declare global {
  interface HTMLElementTagNameMap {
    'beacon-count-link': BeaconCountLink;
  }
}
