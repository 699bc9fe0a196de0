import { expect, fixtureSync, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { CustomersOverview } from '../../../src/elements/customers-overview/customers-overview.element.js';
import { MemoryProvider } from '../../../src/providers/memory/memory-provider.js';
import { ScriptedProvider } from '../../../src/testing/scripted-provider.js';
import { customers, inState, now, one, overview, textOf } from './fixtures.js';

const load = CustomersOverview.panels.expirations;

/** An overview whose slideout is on a server that is gone, until a test brings it back. */
class LostPanelOverview extends CustomersOverview {
  static isLost = true;
  static override panels = {
    expirations: () => {
      if (LostPanelOverview.isLost || load === undefined) return Promise.reject(new Error('404'));
      return load();
    },
  };
}
customElements.define('lost-panel-overview', LostPanelOverview);

async function openFirst(element: CustomersOverview): Promise<void> {
  one(element, '[part~=expirations-link]').focus();
  await sendKeys({ press: 'Enter' });
}

describe('a slideout that cannot be loaded', () => {
  const reported: unknown[] = [];
  const { reportError } = window;
  before(() => (window.reportError = (error) => void reported.push(error)));
  after(() => (window.reportError = reportError));

  it('is said on screen and by voice, told to the page, and asked for again', async () => {
    const element = fixtureSync<LostPanelOverview>(html`<lost-panel-overview></lost-panel-overview>`);
    const codes: string[] = [];
    element.addEventListener('provider-error', ({ code }) => codes.push(code));
    Object.assign(element, { now, provider: new MemoryProvider(customers(3), { entitlements: new Map() }) });
    await inState(element, 'ready');
    await openFirst(element);
    await waitUntil(() => element.renderRoot.querySelector('[part~=notice]'));
    const words = 'The details could not be opened. Try again. If that does not help, reload the page.';
    expect(textOf(one(element, '[part~=notice] span'))).to.equal(words);
    await waitUntil(() => textOf(one(element, '[role=status]')) === words, 'never said', { timeout: 5000 });
    expect(codes, 'no provider failed').to.deep.equal([]);
    expect(reported.map(String)).to.deep.equal(['Error: 404']);
    LostPanelOverview.isLost = false;
    one(element, '[part~=notice] button').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => element.renderRoot.querySelector('expirations-slideout')?.open === true);
    expect(element.renderRoot.querySelector('[part~=notice]')).to.equal(null);
  });
});

describe('an open slideout', () => {
  it('has what its overview has: another provider, other words, another zone', async () => {
    const provider = new ScriptedProvider({ offers: ['listEntitlements'], ignoresAbort: true });
    const element = await overview(provider);
    (await provider.nextCall('listCustomers')).resolve({ items: customers(3) });
    await inState(element, 'ready');
    await openFirst(element);
    await provider.nextCall('listEntitlements');
    const other = new ScriptedProvider({ offers: ['listEntitlements'], ignoresAbort: true });
    element.provider = other;
    element.timeZone = 'Asia/Tokyo';
    const { asked, call } = await other.nextCall('listEntitlements');
    expect([asked[0], call.timeZone]).to.deep.equal(['00001', 'Asia/Tokyo']);
  });
});
