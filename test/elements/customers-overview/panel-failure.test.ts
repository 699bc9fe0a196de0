import { expect, fixtureSync, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { CustomersOverview } from '../../../src/elements/customers-overview/customers-overview.element.js';
import type { ExpirationsSlideout } from '../../../src/elements/expirations-slideout/expirations-slideout.element.js';
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

/** An overview whose slideout is on its way until a test lets it come. */
class LatePanelOverview extends CustomersOverview {
  static come: () => void;
  static override panels = {
    expirations: async () => {
      await new Promise<void>((come) => (LatePanelOverview.come = come));
      if (load === undefined) throw new Error('no slideout');
      return load();
    },
  };
}
customElements.define('late-panel-overview', LatePanelOverview);

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
    await waitUntil(() => textOf(one(element, '.visually-hidden[role=status]')) === words, 'never said', {
      timeout: 5000,
    });
    expect(codes, 'no provider failed').to.deep.equal([]);
    expect(reported.map(String)).to.deep.equal(['Error: 404']);
    const { provider } = element;
    element.provider = new MemoryProvider(customers(3));
    await element.updateComplete;
    expect(element.renderRoot.querySelectorAll('[part~=notice]').length, 'under another provider').to.equal(0);
    element.provider = provider;
    await inState(element, 'ready');
    LostPanelOverview.isLost = false;
    one(element, '[part~=notice] button').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => element.renderRoot.querySelector('expirations-slideout')?.open === true);
    expect(element.renderRoot.querySelector('[part~=notice]')).to.equal(null);
  });
});

const scripted = () => new ScriptedProvider({ offers: ['listEntitlements'], ignoresAbort: true });

/** An overview of three customers, with the slideout of the first one open. */
async function withOpenSlideout(provider: ScriptedProvider): Promise<CustomersOverview> {
  const element = await overview(provider);
  (await provider.nextCall('listCustomers')).resolve({ items: customers(3) });
  await inState(element, 'ready');
  await openFirst(element);
  return element;
}

describe('an open slideout', () => {
  it('has what its overview has, as another zone', async () => {
    const provider = scripted();
    const element = await withOpenSlideout(provider);
    await provider.nextCall('listEntitlements');
    element.timeZone = 'Asia/Tokyo';
    const { asked, call } = await provider.nextCall('listEntitlements');
    expect([asked[0], call.timeZone]).to.deep.equal(['00001', 'Asia/Tokyo']);
  });

  it('closes when its overview has another provider, which is asked nothing under the customer’s name', async () => {
    const provider = scripted();
    const element = await withOpenSlideout(provider);
    const { call } = await provider.nextCall('listEntitlements');
    const slideout = one<ExpirationsSlideout>(element, 'expirations-slideout');
    const closed = oneEvent(slideout, 'expirations-close');
    const other = scripted();
    element.provider = other;
    await closed;
    expect([slideout.open, call.signal.aborted]).to.deep.equal([false, true]);
    (await other.nextCall('listCustomers')).resolve({ items: customers(3) });
    await inState(element, 'ready');
    expect(other.calls.map(({ method }) => method)).to.deep.equal(['listCustomers']);
    await openFirst(element);
    expect((await other.nextCall('listEntitlements')).asked).to.deep.equal(['00001']);
  });

  it('does not open where its file comes when the provider is another by now', async () => {
    const provider = scripted();
    const element = fixtureSync<LatePanelOverview>(html`<late-panel-overview></late-panel-overview>`);
    Object.assign(element, { now, provider });
    (await provider.nextCall('listCustomers')).resolve({ items: customers(3) });
    await inState(element, 'ready');
    await openFirst(element);
    const other = scripted();
    element.provider = other;
    await element.updateComplete;
    LatePanelOverview.come();
    await waitUntil(() => element.renderRoot.querySelector('expirations-slideout'));
    await one<ExpirationsSlideout>(element, 'expirations-slideout').updateComplete;
    expect(one<ExpirationsSlideout>(element, 'expirations-slideout').open).to.equal(false);
    expect(other.calls.map(({ method }) => method)).to.deep.equal(['listCustomers']);
  });
});
