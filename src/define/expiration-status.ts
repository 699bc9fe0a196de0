import { ExpirationStatusElement } from '../elements/expiration-status/expiration-status.element.js';

if (!customElements.get('expiration-status')) customElements.define('expiration-status', ExpirationStatusElement);

declare global {
  interface HTMLElementTagNameMap {
    'expiration-status': ExpirationStatusElement;
  }
}
