import { ExpirationsSlideout } from '../elements/expirations-slideout/expirations-slideout.element.js';

if (!customElements.get('expirations-slideout')) customElements.define('expirations-slideout', ExpirationsSlideout);

declare global {
  interface HTMLElementTagNameMap {
    'expirations-slideout': ExpirationsSlideout;
  }
}
