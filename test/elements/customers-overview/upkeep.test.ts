import { expect, waitUntil } from '@open-wc/testing';
import type { CustomersOverview } from '../../../src/elements/customers-overview/customers-overview.element.js';
import { ProviderError } from '../../../src/providers/provider-error.js';
import { ScriptedProvider } from '../../../src/testing/scripted-provider.js';
import { customers, focused, inState, now, one, overview, rows, textOf } from './fixtures.js';

const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();

async function ready(page: object = {}, properties: Partial<CustomersOverview> = {}) {
  const provider = new ScriptedProvider();
  const element = await overview(provider, properties);
  (await provider.nextCall('listCustomers')).resolve({ items: customers(3), ...page });
  await inState(element, 'ready');
  return { provider, element };
}

const said = (element: CustomersOverview) => textOf(one(element, '.visually-hidden[role=status]'));
const noticesOf = (element: CustomersOverview) =>
  [...element.renderRoot.querySelectorAll('[part~=notice]')].map((notice) => textOf(notice));
const activities = (element: CustomersOverview) =>
  [...element.renderRoot.querySelectorAll('.activity')].map((activity) => textOf(activity));
const frames = async (count: number) => {
  for (let frame = 0; frame < count; frame += 1) await new Promise(requestAnimationFrame);
};

/** Whether the browser says that there is a network. */
let isOnline = true;
function goOnline(online: boolean): void {
  isOnline = online;
  dispatchEvent(new Event(online ? 'online' : 'offline'));
}
beforeEach(() => Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => isOnline }));
afterEach(() => {
  isOnline = true;
  Reflect.deleteProperty(navigator, 'onLine');
});

describe('the age of the list', () => {
  for (const [minutes, text] of [
    [0, 'Updated just now'],
    [2, 'Updated 2 minutes ago'],
    [125, 'Updated 2 hours ago'],
    [3000, 'Updated 2 days ago'],
    [-5, 'Updated just now'],
  ] as const)
    it(`is said as "${text}" after ${minutes} minutes`, async () => {
      const { element } = await ready({ asOf: before(minutes) });
      await waitUntil(() => activities(element).join() === text);
    });

  it('is not said where the provider does not, or in a way that is none', async () => {
    for (const page of [{}, { asOf: 'yesterday' }]) {
      const { element } = await ready(page);
      await frames(20);
      expect(activities(element)).to.deep.equal([]);
    }
  });

  it('is counted on the clock of the server, and in the language of the page', async () => {
    const asOf = '2020-01-01T12:00:00Z';
    const { element } = await ready({ asOf, serverTime: '2020-01-01T12:07:30Z' }, { now: undefined, lang: 'de' });
    await waitUntil(() => activities(element).join() === 'Aktualisiert vor 7 Minuten');
  });

  it('comes with a button that reads the list anew, says so, and keeps the focus', async () => {
    const { provider, element } = await ready({ asOf: before(2) });
    await waitUntil(() => element.renderRoot.querySelector('[part~=refresh]'));
    const button = one(element, '[part~=refresh]');
    button.focus();
    button.click();
    (await provider.nextCall('listCustomers')).resolve({ items: customers(4), asOf: before(0) });
    await waitUntil(() => rows(element).length === 4);
    await waitUntil(() => activities(element).join() === 'Updated just now');
    expect(focused() === button).to.equal(true);
    await waitUntil(() => said(element) === '4 customers found', 'never said', { timeout: 3000 });
    await expect(element).to.be.accessible();
  });
});

describe('the way of a late column', () => {
  it('shows beside the heading until it is at its end, and is not spoken', async () => {
    const { provider, element } = await ready();
    await waitUntil(() => said(element) !== '', 'the result', { timeout: 3000 });
    const spoken = said(element);
    for (const known of [320, 640]) {
      provider.hint({ type: 'progress', field: 'expirations', known, of: 1000 });
      await waitUntil(() => activities(element).join() === `Expirations: ${known} of 1,000`);
    }
    provider.hint({ type: 'progress', field: 'expirations', known: 1000, of: 1000 });
    await waitUntil(() => activities(element).length === 0);
    expect(said(element)).to.equal(spoken);
  });

  it('is told of a list that was sorted by it, which is sorted again on request once more is known', async () => {
    const incomplete = { field: 'upcomingExpiration', known: 320, of: 1000 };
    const { provider, element } = await ready({ incomplete });
    const text =
      'Upcoming Expirations: known for 320 of 1,000 customers. ' +
      'Until the rest is there, customers may be missing here or stand in another place.';
    await waitUntil(() => noticesOf(element).join() === text);
    provider.hint({ type: 'progress', field: 'upcomingExpiration', known: 1000, of: 1000 });
    await waitUntil(() => noticesOf(element).join() === `${text} Update`);
    one(element, '[part~=notice] button').click();
    (await provider.nextCall('listCustomers')).resolve({ items: customers(3) });
    await waitUntil(() => noticesOf(element).length === 0);
  });
});

describe('without a network', () => {
  it('says that what is shown may be old, until it is back', async () => {
    const { element } = await ready({ asOf: before(0) });
    await waitUntil(() => activities(element).length === 1);
    goOnline(false);
    await inState(element, 'offline');
    expect(noticesOf(element).join()).to.contain('You are offline.');
    await expect(element).to.be.accessible();
    await waitUntil(() => said(element).includes('You are offline.'), 'never said', { timeout: 3000 });
    goOnline(true);
    await waitUntil(() => noticesOf(element).length === 0);
    expect(element.matches(':state(offline)')).to.equal(false);
  });

  it('lets nobody wait for a list whose provider was taken away meanwhile', async () => {
    const provider = new ScriptedProvider();
    const [first, second] = [await overview(provider), await overview(provider)];
    for (const element of [first, second]) {
      (await provider.nextCall('listCustomers')).reject(new ProviderError('offline'));
      await inState(element, 'failed');
      // what tries again comes later, with the menu
      await waitUntil(() => element.renderRoot.querySelector('[part=menu]'));
    }
    goOnline(false);
    first.provider = undefined;
    await inState(first, 'loading');
    goOnline(true);
    // the turn of one that does not ask would last a minute
    (await provider.nextCall('listCustomers')).resolve({ items: customers(3) });
    await inState(second, 'ready');
    expect(provider.calls).to.have.length(3);
  });

  it('asks once for all when it is back: the others follow when that is answered', async () => {
    const provider = new ScriptedProvider();
    const elements = [await overview(provider), await overview(provider), await overview(provider)];
    goOnline(false);
    for (const element of elements) {
      (await provider.nextCall('listCustomers')).reject(new ProviderError('offline'));
      await inState(element, 'failed');
    }
    await frames(5);
    goOnline(true);
    const first = await provider.nextCall('listCustomers');
    await frames(30);
    expect(provider.calls, 'nobody else').to.have.length(4);
    first.resolve({ items: customers(3) });
    for (let others = 0; others < 2; others += 1)
      (await provider.nextCall('listCustomers')).resolve({ items: customers(3) });
    for (const element of elements) await inState(element, 'ready');
    expect(provider.calls).to.have.length(6);
  });
});
