import { UpcomingExpirationElement } from '../elements/upcoming-expiration/upcoming-expiration.element.js';

if (!customElements.get('upcoming-expiration')) customElements.define('upcoming-expiration', UpcomingExpirationElement);

declare global {
  interface HTMLElementTagNameMap {
    'upcoming-expiration': UpcomingExpirationElement;
  }
}
