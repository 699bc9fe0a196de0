import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Customer } from '../../../src/domain/customer.js';
import type { CustomersOverview } from '../../../src/elements/customers-overview/customers-overview.element.js';
import type { ExpirationsSlideout } from '../../../src/elements/expirations-slideout/expirations-slideout.element.js';
import { MemoryProvider } from '../../../src/providers/memory/memory-provider.js';
import { ScriptedProvider } from '../../../src/testing/scripted-provider.js';
import {
  cell,
  customer,
  customers,
  expirationsIn,
  focused,
  focusedCell,
  inState,
  overview,
  samples,
  textOf,
} from './fixtures.js';

const entitlements = (capability: string) => [
  { id: '1', product: 'Flexera One', capability, expires: '2026-06-25', quantity: 1 },
];

/** A list that is there, whose entitlements a test answers by hand. */
async function scripted(list: readonly Customer[]) {
  const provider = new ScriptedProvider({ offers: ['listEntitlements'], ignoresAbort: true });
  const element = await overview(provider);
  (await provider.nextCall('listCustomers')).resolve({
    items: list,
    total: { value: list.length, precision: 'exact' },
  });
  await inState(element, 'ready');
  return { provider, element };
}

const linkOf = (element: CustomersOverview, row: number) => {
  const link = cell(element, row, 'upcomingExpiration').querySelector<HTMLElement>('[part~=expirations-link]');
  if (link === null) throw new Error(`no link in row ${row}`);
  return link;
};

const slideoutOf = (element: CustomersOverview) =>
  element.renderRoot.querySelector<ExpirationsSlideout>('expirations-slideout');

async function opened(element: CustomersOverview): Promise<ExpirationsSlideout> {
  await waitUntil(() => slideoutOf(element)?.shadowRoot?.querySelector('dialog')?.open, 'the slideout never opened');
  const slideout = slideoutOf(element);
  if (slideout === null) throw new Error('no slideout');
  return slideout;
}

async function closeByEscape(slideout: ExpirationsSlideout): Promise<void> {
  const closed = new Promise((done) => slideout.addEventListener('expirations-close', done, { once: true }));
  await sendKeys({ press: 'Escape' });
  await closed;
}

const contentOf = (slideout: ExpirationsSlideout) => textOf(slideout.shadowRoot?.querySelector('dialog') ?? slideout);

describe('the slideout', () => {
  it('calls a customer without a name by its ID', async () => {
    const { element } = await scripted([customer({ id: '00001', name: ' ' })]);
    linkOf(element, 0).click();
    expect((await opened(element)).customerName).to.equal('00001');
  });

  it('does not exist before it is first opened, and is one however often it is', async () => {
    const { provider, element } = await scripted(customers(3));
    expect(slideoutOf(element)).to.equal(null);
    for (const row of [0, 1]) {
      linkOf(element, row).click();
      const slideout = await opened(element);
      (await provider.nextCall('listEntitlements')).resolve([]);
      await closeByEscape(slideout);
    }
    expect(element.renderRoot.querySelectorAll('expirations-slideout')).to.have.length(1);
  });

  it('opens from a click, under the name of its customer, with the focus in it', async () => {
    const { provider, element } = await scripted([customer({ id: '7', name: 'Acme' })]);
    linkOf(element, 0).click();
    const slideout = await opened(element);
    const { asked, resolve } = await provider.nextCall('listEntitlements');
    expect(asked).to.deep.equal(['7']);
    resolve(entitlements('optima'));
    await waitUntil(() => contentOf(slideout).includes('optima'));
    expect(contentOf(slideout)).to.contain('Acme').and.to.contain('Organization ID 7');
    expect(slideout.shadowRoot?.activeElement).to.not.equal(null);
  });

  it('opens from the keyboard, and Escape gives the focus back to the link', async () => {
    const { provider, element } = await scripted(customers(3));
    linkOf(element, 1).focus();
    await sendKeys({ press: 'Enter' });
    const slideout = await opened(element);
    (await provider.nextCall('listEntitlements')).resolve([]);
    await closeByEscape(slideout);
    expect(focused()).to.equal(linkOf(element, 1));
    await sendKeys({ press: 'ArrowDown' });
    expect(focusedCell()).to.equal('2 upcomingExpiration');
  });

  it('gives the focus back to the same customer when the order has changed meanwhile', async () => {
    const list = samples(500).map((each) => customer({ id: each.id, name: each.name }));
    const provider = new MemoryProvider(list, { entitlements: () => [] });
    const element = await overview(provider, { query: { sort: [{ field: 'id', direction: 'ascending' }] } });
    await inState(element, 'ready');
    linkOf(element, 3).focus();
    await sendKeys({ press: 'Enter' });
    const slideout = await opened(element);
    // the provider's list in the order of arrival: the same customers, each elsewhere
    provider.replaceCustomers([...list.slice(4, 60), ...list.slice(0, 4)]);
    element.query = { sort: [{ field: 'id', direction: 'descending' }] };
    await waitUntil(() => cell(element, 0, 'id').textContent === list[59]?.id);
    await closeByEscape(slideout);
    expect(textOf(focused()?.closest('tr')?.querySelector('[data-column=id]') ?? element)).to.equal(list[3]?.id);
    expect(focusedCell()).to.contain('upcomingExpiration');
  });

  it('gives the focus back to the cell when its link has become text meanwhile', async () => {
    const provider = new MemoryProvider(customers(3), { entitlements: () => [] });
    const element = await overview(provider);
    await inState(element, 'ready');
    linkOf(element, 1).focus();
    await sendKeys({ press: 'Enter' });
    const slideout = await opened(element);
    provider.replaceCustomers(customers(3, { expirations: { state: 'forbidden' } }));
    element.refresh();
    await waitUntil(() => cell(element, 1, 'upcomingExpiration').querySelector('button') === null);
    await closeByEscape(slideout);
    expect(focusedCell()).to.equal('1 upcomingExpiration');
  });

  it('never shows one customer’s data under another’s name, when the replies come in the wrong order', async () => {
    const { provider, element } = await scripted([customer({ id: '1', name: 'A' }), customer({ id: '2', name: 'B' })]);
    linkOf(element, 0).click();
    const slideout = await opened(element);
    const a = await provider.nextCall('listEntitlements');
    await closeByEscape(slideout);
    linkOf(element, 1).click();
    await opened(element);
    const b = await provider.nextCall('listEntitlements');
    expect([a.asked, b.asked]).to.deep.equal([['1'], ['2']]);
    b.resolve(entitlements('of B'));
    await waitUntil(() => contentOf(slideout).includes('of B'));
    a.resolve(entitlements('of A'));
    await new Promise(requestAnimationFrame);
    await slideout.updateComplete;
    expect(contentOf(slideout)).to.contain('Organization ID 2').and.to.contain('of B').and.to.not.contain('of A');
  });

  it('shows the last customer asked for when its file comes late', async () => {
    const { provider, element } = await scripted([customer({ id: '1', name: 'A' }), customer({ id: '2', name: 'B' })]);
    linkOf(element, 0).click();
    linkOf(element, 1).click();
    const slideout = await opened(element);
    expect((await provider.nextCall('listEntitlements')).asked).to.deep.equal(['2']);
    expect(contentOf(slideout)).to.contain('Organization ID 2');
    expect(provider.calls.filter(({ method }) => method === 'listEntitlements')).to.have.length(1);
  });

  it('does not open where the host cancels the event', async () => {
    const { provider, element } = await scripted(customers(2));
    const asked: string[] = [];
    document.body.addEventListener(
      'expirations-open',
      (event) => {
        asked.push(event.customerId);
        event.preventDefault();
      },
      { once: true },
    );
    linkOf(element, 0).click();
    linkOf(element, 1).click();
    await opened(element);
    expect(asked).to.deep.equal(['00001']);
    expect((await provider.nextCall('listEntitlements')).asked).to.deep.equal(['00002']);
  });

  it('says what it could not read, and reads it on request', async () => {
    const { provider, element } = await scripted(customers(1));
    linkOf(element, 0).click();
    const slideout = await opened(element);
    (await provider.nextCall('listEntitlements')).reject();
    await waitUntil(() => contentOf(slideout).includes('could not be loaded'));
    slideout.shadowRoot?.querySelector<HTMLElement>('[part~=state] button')?.click();
    (await provider.nextCall('listEntitlements')).resolve(entitlements('optima'));
    await waitUntil(() => contentOf(slideout).includes('optima'));
  });

  it('has its overview tell of a provider that failed', async () => {
    const { provider, element } = await scripted(customers(1));
    const codes: string[] = [];
    element.addEventListener('provider-error', ({ code }) => codes.push(code));
    for (const code of ['timeout', 'forbidden']) {
      linkOf(element, 0).click();
      const slideout = await opened(element);
      (await provider.nextCall('listEntitlements')).reject({ code });
      await waitUntil(() => contentOf(slideout).includes('could not be loaded'));
      await closeByEscape(slideout);
    }
    expect(codes).to.deep.equal(['timeout', 'forbidden']);
  });

  it('names the sources that are missing', async () => {
    const { element } = await scripted([customer({ id: '1', expirations: expirationsIn([10], ['Snow Atlas']) })]);
    linkOf(element, 0).click();
    const slideout = await opened(element);
    await waitUntil(() => contentOf(slideout).includes('could not be read: Snow Atlas'));
  });
});
