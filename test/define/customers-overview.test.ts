import { expect, waitUntil } from '@open-wc/testing';
import { ExpirationsSlideout } from '../../src/elements/expirations-slideout/expirations-slideout.element.js';
import { customers, one, readyOverview } from '../elements/customers-overview/fixtures.js';

/** The slideout as another copy of the library has it, on the page before this one. */
class OtherSlideout extends ExpirationsSlideout {}
customElements.define('expirations-slideout', OtherSlideout);

describe('two copies of the library on a page', () => {
  it('share the slideout that was registered first', async () => {
    const element = await readyOverview(customers(1));
    one(element, '[part~=expirations-link]').click();
    await waitUntil(() => element.renderRoot.querySelector('expirations-slideout')?.open === true, 'it never opened');
    expect(one(element, 'expirations-slideout')).to.be.instanceOf(OtherSlideout);
  });
});
