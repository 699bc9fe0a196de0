import { expect, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import type { CustomersOverview } from '../../../src/elements/customers-overview/customers-overview.element.js';
import { MemoryProvider } from '../../../src/providers/memory/memory-provider.js';
import { sampleEntitlements } from '../../../src/testing/sample-expirations.js';
import { ScriptedProvider } from '../../../src/testing/scripted-provider.js';
import { isChromium } from '../../browser.js';
import { cell, columnTexts, inState, one, overview, readyOverview, rows, samples, textOf } from './fixtures.js';

const regionOf = (element: CustomersOverview) => one(element, '.visually-hidden[role=status]');

/** What the live region says, one entry a change. */
function announcements(element: CustomersOverview): { said: string[]; stop: () => void } {
  const said: string[] = [];
  const observer = new MutationObserver(() => {
    const text = regionOf(element).textContent?.trim();
    if (text) said.push(text);
  });
  observer.observe(regionOf(element), { childList: true, characterData: true, subtree: true });
  return { said, stop: () => observer.disconnect() };
}

describe('the live region', () => {
  it('is one, and there before it speaks', async () => {
    const element = await overview(new ScriptedProvider());
    expect(element.renderRoot.querySelectorAll('[role=status], [aria-live]')).to.have.length(1);
    expect(regionOf(element).textContent).to.equal('');
  });

  it('says how many were found, once a settled question', async () => {
    const element = await overview(new MemoryProvider(samples(30)));
    const { said, stop } = announcements(element);
    await waitUntil(() => said.length > 0, 'never said', { timeout: 8000 });
    expect(said).to.deep.equal(['30 customers found']);
    const region = regionOf(element);
    one(element, 'thead [data-column=id] button').click();
    await waitUntil(() => said.length > 1, 'never said', { timeout: 8000 });
    expect(said[1]).to.equal('Sorted by Organization ID, ascending');
    expect(regionOf(element)).to.equal(region);
    stop();
  });

  it('says how many are loaded where nobody knows how many there are', async () => {
    for (const total of [undefined, { value: 5000, precision: 'estimate' }, { value: 5000, precision: 'at-least' }]) {
      const provider = new ScriptedProvider();
      const element = await overview(provider);
      const { said, stop } = announcements(element);
      (await provider.nextCall('listCustomers')).resolve({ items: samples(100), total });
      await waitUntil(() => said.length > 0, 'never said', { timeout: 8000 });
      expect(said).to.deep.equal(['100 customers loaded so far. More are loaded as you go on.']);
      stop();
    }
  });

  it('says at most two things over fifty keystrokes', async () => {
    const element = await readyOverview(samples(300));
    const { said, stop } = announcements(element);
    one(element, 'input').focus();
    // WebKitGTK's driver presses a key that is repeated only once
    await sendKeys({ type: 'qx'.repeat(25) });
    await waitUntil(() => said.some((text) => text.startsWith('0 customers')), 'the last one', { timeout: 5000 });
    expect(said.length).to.be.within(1, 2);
    stop();
  });

  it('says the same again when it is so again', async () => {
    const element = await readyOverview(samples(30));
    const { said, stop } = announcements(element);
    await waitUntil(() => said.length === 1);
    element.query = { ...element.query, search: '' };
    await waitUntil(() => said.length === 2, 'silent', { timeout: 3000 });
    expect(said[0]).to.equal(said[1]);
    stop();
  });

  it('says what failed, and why', async () => {
    const provider = new ScriptedProvider();
    const element = await overview(provider);
    const { said, stop } = announcements(element);
    (await provider.nextCall('listCustomers')).reject({ code: 'forbidden' });
    await waitUntil(() => said.length > 0, 'never said', { timeout: 8000 });
    expect(said[0]).to.equal('The customers could not be loaded. You do not have permission to see this.');
    stop();
  });
});

describe('axe finds nothing', () => {
  it('in a list that is ready', async () => {
    const element = await readyOverview(samples(90));
    expect(rows(element)).to.have.length(90);
    await expect(element).to.be.accessible();
  });

  it('in a list of which a window is shown', async () => {
    const element = await readyOverview(samples(2000));
    expect(rows(element).length).to.be.within(10, 80);
    await expect(element).to.be.accessible();
  });

  it('in a list with links and marked rows', async () => {
    const provider = new ScriptedProvider();
    const element = await overview(provider, { customerHref: '/orgs/{id}', beaconsHref: '/orgs/{id}/beacons' });
    (await provider.nextCall('listCustomers')).resolve({ items: [null, ...samples(20)] });
    await inState(element, 'ready');
    expect(rows(element)).to.have.length(21);
    expect(element.renderRoot.querySelectorAll('tbody a').length).to.be.above(20);
    await expect(element).to.be.accessible();
  });

  it('while it is loading', async () => {
    const element = await overview(new ScriptedProvider());
    await inState(element, 'loading');
    expect(rows(element)).to.have.length(8);
    await expect(element).to.be.accessible();
  });

  it('where there are no customers', async () => {
    const element = await overview(new MemoryProvider([], { can: { add: true } }));
    await inState(element, 'empty');
    expect(rows(element)).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('where none matches', async () => {
    const element = await readyOverview(samples(5), { query: {} });
    element.query = { search: 'zzzz' };
    await inState(element, 'no-match');
    expect(rows(element)).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('where it failed, at first and later', async () => {
    const provider = new ScriptedProvider();
    const element = await overview(provider);
    (await provider.nextCall('listCustomers')).reject();
    await inState(element, 'failed');
    expect(columnTexts(element, 'name').every((text) => text === '')).to.equal(true);
    await expect(element).to.be.accessible();
    one(element, '[part~=state] button').click();
    (await provider.nextCall('listCustomers')).resolve({ items: samples(10) });
    await inState(element, 'ready');
    element.refresh();
    (await provider.nextCall('listCustomers')).reject();
    await inState(element, 'stale');
    expect(rows(element)).to.have.length(10);
    await expect(element).to.be.accessible();
  });

  it('in a narrow container', async () => {
    const element = await readyOverview(samples(90), {}, 400);
    expect(rows(element)).to.have.length(90);
    expect(one(element, 'thead').checkVisibility({ visibilityProperty: true })).to.equal(false);
    expect(cell(element, 0, 'name').getBoundingClientRect().width).to.be.above(200);
    await expect(element).to.be.accessible();
  });

  it('in the dark', async function () {
    // only Chromium's driver emulates the colour scheme
    if (!isChromium) this.skip();
    await emulateMedia({ colorScheme: 'dark' });
    try {
      const element = await overview(new MemoryProvider(samples(90)));
      // the page behind the element is the host's
      element.parentElement?.style.setProperty('color-scheme', 'light dark');
      element.parentElement?.style.setProperty('background', 'Canvas');
      await inState(element, 'ready');
      expect(rows(element)).to.have.length(90);
      const [red = 255] = (getComputedStyle(one(element, 'tbody tr')).backgroundColor.match(/[\d.]+/g) ?? []).map(
        Number,
      );
      expect(red, 'it is dark').to.be.below(128);
      await expect(element).to.be.accessible();
    } finally {
      await emulateMedia({ colorScheme: 'light' });
    }
  });

  it('with the slideout open', async () => {
    const list = samples(20);
    const byId = new Map(list.map((each) => [each.id, sampleEntitlements(each)]));
    const element = await overview(new MemoryProvider(list, { entitlements: byId }));
    await inState(element, 'ready');
    expect(rows(element)).to.have.length(20);
    one(element, 'tbody [part~=expirations-link]').click();
    const capabilities = () =>
      element.renderRoot.querySelector('expirations-slideout')?.shadowRoot?.querySelectorAll('tbody tr').length ?? 0;
    await waitUntil(() => capabilities() > 0);
    await expect(element).to.be.accessible();
  });
});

describe('what is spoken', () => {
  it('names each link so that it stands alone, its visible text included', async () => {
    const element = await readyOverview(samples(60));
    for (const row of rows(element)) {
      const name = textOf(row.querySelector('[part~=customer-link]') ?? row);
      for (const link of row.querySelectorAll('[part~=beacons-link], [part~=expirations-link]')) {
        const label = link.getAttribute('aria-label') ?? '';
        expect(label).to.contain(name);
        const visible = textOf(link).replace(
          textOf(link.querySelector('.problems') ?? document.createElement('i')),
          '',
        );
        expect(label).to.contain(visible);
      }
    }
  });
});
