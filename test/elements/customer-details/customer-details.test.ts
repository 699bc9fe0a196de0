import { expect, fixtureSync, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define/customer-details.js';
import type { CustomerDetails } from '../../../src/domain/customer.js';
import type { CustomerDetailsElement } from '../../../src/elements/customer-details/customer-details.element.js';
import type { CustomersProvider } from '../../../src/providers/customers-provider.js';
import { ProviderError } from '../../../src/providers/provider-error.js';
import { ScriptedProvider } from '../../../src/testing/scripted-provider.js';

const now = new Date('2026-06-15T12:00:00Z');

const acme: CustomerDetails = {
  id: '42',
  name: 'Acme',
  externalId: 'W42',
  description: 'First line\nSecond line',
  relationship: 'managed',
  tiered: true,
  beacons: { state: 'ready', value: { total: 12, unhealthy: 2 } },
  expirations: { state: 'ready', value: { undated: 0, unreadable: 0, dates: [] } },
  can: { edit: true, delete: true },
  owners: {
    state: 'ready',
    value: [
      { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@acme.example' },
      { firstName: 'Eve', lastName: '', email: 'javascript:alert(1)' },
    ],
  },
  capabilities: {
    state: 'ready',
    value: [
      { capability: 'iam' },
      { capability: 'optima', expires: '2026-06-24' },
      { capability: 'fcm', expires: '2026-06-10' },
    ],
  },
};

const having = (customer: CustomerDetails): CustomersProvider => ({
  listCustomers: () => new Promise(() => undefined),
  getCustomer: async () => customer,
  listBeacons: async () => [{ id: 'b', name: 'Berlin', connectivity: 'ok' }],
  updateCustomer: () => new Promise(() => undefined),
  deleteCustomers: () => new Promise(() => undefined),
});

async function details(
  provider: CustomersProvider,
  properties: Partial<CustomerDetailsElement> = {},
  sections = html`<section slot="tab" tab-id="spend" tab-label="Cloud Spend Overview">Spent</section>`,
): Promise<CustomerDetailsElement> {
  const element = fixtureSync<CustomerDetailsElement>(html`<customer-details>${sections}</customer-details>`);
  Object.assign(element, { provider, now, customerId: '42', customerName: 'Acme', ...properties });
  await element.updateComplete;
  return element;
}

async function inState(element: CustomerDetailsElement, state: string): Promise<void> {
  await waitUntil(() => element.matches(`:state(${state})`), `never came to be ${state}`);
  await element.updateComplete;
}

const all = (element: CustomerDetailsElement, selector: string) => [
  ...element.renderRoot.querySelectorAll<HTMLElement>(selector),
];

function one(element: CustomerDetailsElement, selector: string): HTMLElement {
  const [found] = all(element, selector);
  if (found === undefined) throw new Error(`nothing matches ${selector}`);
  return found;
}

const textOf = (node: Element) => node.textContent.replace(/\s+/g, ' ').trim();
const tabsOf = (element: CustomerDetailsElement) => all(element, '[role=tab]').map(textOf);
const selectedOf = (element: CustomerDetailsElement) => textOf(one(element, '[role=tab][aria-selected=true]'));
const shownPanel = (element: CustomerDetailsElement) => one(element, '[role=tabpanel]:not([hidden])').id;

describe('the details of a customer', () => {
  it('are asked for, with the customer named meanwhile', async () => {
    const provider = new ScriptedProvider({ offers: ['getCustomer'] });
    const element = await details(provider);
    expect(element.matches(':state(loading)')).to.equal(true);
    expect(textOf(one(element, '[part=heading]'))).to.equal('Acme');
    expect(textOf(one(element, '[role=status]'))).to.equal('Loading details…');
    expect((await provider.nextCall('getCustomer')).asked).to.deep.equal(['42']);
    await expect(element).to.be.accessible();
  });

  it('show every fact, owner and capability', async () => {
    const element = await details(having(acme));
    await inState(element, 'ready');
    expect(all(element, 'dl > div').map((fact) => [...fact.children].map(textOf))).to.deep.equal([
      ['Customer name', 'Acme'],
      ['Organization ID', '42'],
      ['External ID', 'W42'],
      ['Tiered', 'Yes: it has customers of its own'],
      ['Total Beacons', '12'],
      ['Description', 'First line Second line'],
    ]);
    expect(all(element, '.owners li').map(textOf)).to.deep.equal([
      'Ada Lovelace ada@acme.example',
      'Eve javascript:alert(1)',
    ]);
    expect(all(element, '.owners a').map((link) => link.getAttribute('href'))).to.deep.equal([
      'mailto:ada@acme.example',
    ]);
    expect(all(element, 'tbody tr').map((row) => [...row.children].map(textOf))).to.deep.equal([
      ['fcm', 'Jun 10, 2026', '5 days ago', 'Expired'],
      ['optima', 'Jun 24, 2026', '9 days', 'Expires in 30 days'],
      ['iam', 'Does not expire', '', ''],
    ]);
    await expect(element).to.be.accessible();
  });

  it('say what may not be read, and what there is none of', async () => {
    const { externalId: _externalId, description: _description, tiered: _tiered, ...rest } = acme;
    const element = await details(
      having({
        ...rest,
        owners: { state: 'forbidden' },
        capabilities: { state: 'unavailable' },
        beacons: { state: 'forbidden' },
      }),
    );
    await inState(element, 'ready');
    expect(textOf(one(element, '.owners'))).to.equal('Owners You do not have access');
    expect(textOf(one(element, '.capabilities'))).to.equal('Capabilities Not available');
    expect(all(element, 'dd [role=img]').map(({ ariaLabel }) => ariaLabel)).to.deep.equal([
      'None',
      'Not available',
      'Beacons: you do not have access',
      'None',
    ]);
  });

  it('ask for the entitlements where they do not say the capabilities', async () => {
    const { capabilities: _capabilities, ...rest } = acme;
    const provider = new ScriptedProvider({ offers: ['getCustomer', 'listEntitlements'] });
    const element = await details(provider);
    (await provider.nextCall('getCustomer')).resolve(rest);
    const call = await provider.nextCall('listEntitlements');
    await inState(element, 'ready');
    expect(one(element, '.capabilities .skeleton').ariaLabel).to.equal('Loading…');
    call.resolve([{ id: '1', product: 'Snow Atlas', capability: 'SaaS', expires: null }]);
    await waitUntil(() => all(element, 'tbody tr').length === 1, 'never came');
    expect(textOf(one(element, 'tbody tr'))).to.equal('SaaS Snow Atlas Does not expire');
  });

  it('come from the list where the provider gives no details', async () => {
    const provider = new ScriptedProvider();
    const element = await details(provider);
    const { asked, resolve } = await provider.nextCall('listCustomers');
    expect(asked).to.deep.equal([{ ids: ['42'], page: { limit: 1, offset: 0 } }]);
    resolve({ items: [acme] });
    await inState(element, 'ready');
    expect(textOf(one(element, '.owners'))).to.equal('Owners Not available');
    expect(textOf(one(element, '.capabilities'))).to.equal('Capabilities Not available');
  });

  it('are not available where the list cannot be asked for one customer either', async () => {
    const provider = new ScriptedProvider();
    const element = await details(provider);
    (await provider.nextCall('listCustomers')).reject(new ProviderError('unsupported'));
    await inState(element, 'unsupported');
    expect(textOf(one(element, '[part=state]'))).to.contain('not available here');
  });

  it('that failed say so, tell the host, and are asked for again', async () => {
    const provider = new ScriptedProvider();
    const element = await details(provider);
    const told = oneEvent(element, 'provider-error');
    (await provider.nextCall('listCustomers')).resolve({ items: [] });
    expect(await told).to.include({ code: 'not-found' });
    await inState(element, 'failed');
    expect(textOf(one(element, '[part=state]'))).to.contain('This no longer exists.');
    await expect(element).to.be.accessible();
    one(element, '[part=retry]').focus();
    await sendKeys({ press: 'Enter' });
    (await provider.nextCall('listCustomers')).resolve({ items: [acme] });
    await inState(element, 'ready');
    expect(element.shadowRoot?.activeElement?.id).to.equal('heading');
  });
});

describe('what may be done with a customer', () => {
  const actionsOf = (element: CustomerDetailsElement) => all(element, '.actions button').map(textOf);

  for (const [what, more, actions] of [
    ['both', {}, ['Edit', 'Delete']],
    ['one', { can: { delete: true } }, ['Delete']],
    ['nothing that is not said', { can: undefined }, []],
    ['nothing with one that owns its system', { relationship: 'granted' }, []],
  ] as const) {
    it(`is ${what}`, async () => {
      const element = await details(having({ ...acme, ...more }));
      await inState(element, 'ready');
      expect(actionsOf(element)).to.deep.equal(actions);
      expect(element.matches(':state(view-only)')).to.equal('relationship' in more);
      expect(all(element, '.view-only').map(textOf)).to.deep.equal('relationship' in more ? ['View only'] : []);
    });
  }

  for (const [what, lost, actions] of [
    ['no editing where nobody can be changed', { updateCustomer: undefined }, ['Delete']],
    ['no deletion where nobody can be deleted', { deleteCustomers: undefined }, ['Edit']],
  ] as const) {
    it(`is ${what} here, whatever the customer allows`, async () => {
      const element = await details(Object.assign(having(acme), lost));
      await inState(element, 'ready');
      expect(actionsOf(element)).to.deep.equal(actions);
    });
  }

  it('is asked of the host', async () => {
    const element = await details(having(acme));
    await inState(element, 'ready');
    const edit = oneEvent(document.body, 'customer-edit');
    one(element, '[part=edit]').focus();
    await sendKeys({ press: 'Enter' });
    expect(await edit).to.include({ customerId: '42', cancelable: true, composed: true });
    const remove = oneEvent(document.body, 'customers-delete');
    one(element, '[part=delete]').focus();
    await sendKeys({ press: ' ' });
    expect(await remove).to.deep.include({ customerIds: ['42'] });
  });
});

describe('the tabs of a customer', () => {
  it('are the details, those of the host, and the beacons', async () => {
    const element = await details(having(acme));
    await inState(element, 'ready');
    expect(tabsOf(element)).to.deep.equal(['Customer Details', 'Cloud Spend Overview', 'Beacons']);
    expect(shownPanel(element)).to.equal('panel-details');
  });

  it('have no beacons where there can be none, and are no choice alone', async () => {
    const element = await details(
      having({ ...acme, beacons: { state: 'not-applicable' } }),
      { tab: 'beacons' },
      html``,
    );
    await inState(element, 'ready');
    expect(all(element, '[role=tablist], [role=tabpanel]')).to.have.length(0);
    expect(one(element, 'dl').checkVisibility()).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('are gone through with the arrows, Home and End, each shown and told', async () => {
    const element = await details(having(acme));
    await inState(element, 'ready');
    const told: string[] = [];
    element.addEventListener('tab-change', ({ tab }) => told.push(tab));
    one(element, '[role=tab]').focus();
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowLeft', 'Home', 'End', 'ArrowRight']) {
      await sendKeys({ press: key });
      expect(textOf(element.shadowRoot?.activeElement ?? element), key).to.equal(selectedOf(element));
    }
    expect(told).to.deep.equal(['spend', 'details', 'beacons', 'details', 'beacons', 'details']);
    await sendKeys({ press: 'ArrowRight' });
    expect(element.getAttribute('tab')).to.equal('spend');
    expect(shownPanel(element)).to.equal('panel-host-0');
    expect(element.querySelector('section')?.checkVisibility()).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('open at the one that a link names, once it is there', async () => {
    const element = await details(having(acme), { tab: 'licences' });
    await inState(element, 'ready');
    expect(selectedOf(element)).to.equal('Customer Details');
    const section = Object.assign(document.createElement('section'), { slot: 'tab', textContent: 'Licences' });
    section.setAttribute('tab-id', 'licences');
    element.append(section);
    await waitUntil(() => selectedOf(element) === 'licences', 'never came');
    expect(section.checkVisibility()).to.equal(true);
    expect(element.querySelector('[tab-id=spend]')?.checkVisibility()).to.equal(false);
    section.setAttribute('tab-label', 'Licence use');
    await waitUntil(() => selectedOf(element) === 'Licence use', 'never renamed');
    section.remove();
    await waitUntil(() => selectedOf(element) === 'Customer Details', 'never went');
  });

  it('leave out what has no name of its own', async () => {
    const sections = html`<section slot="tab">Nameless</section>
      <section slot="tab" tab-id="details">Taken</section>
      <section slot="tab" tab-id="a" tab-label="A">A</section>
      <section slot="tab" tab-id="a" tab-label="Again">A</section>
      <section tab-id="b">In no slot</section>`;
    const element = await details(having(acme), {}, sections);
    await inState(element, 'ready');
    expect(tabsOf(element)).to.deep.equal(['Customer Details', 'A', 'Beacons']);
  });

  it('load the beacons when they are first shown, with what the customer’s row says', async () => {
    const element = await details(having(acme));
    await inState(element, 'ready');
    const beacons = () => all(element, '#panel-beacons > *');
    expect(beacons()).to.have.length(0);
    one(element, '[part~=beacons-link]').focus();
    await sendKeys({ press: 'Enter' });
    expect(element.tab).to.equal('beacons');
    await waitUntil(() => beacons()[0]?.matches(':state(ready)'), 'never came');
    expect(textOf(beacons()[0]?.shadowRoot?.querySelector('tbody tr:not([hidden]) th') ?? element)).to.equal('Berlin');
  });

  it('stay where they are when the host goes to the beacons itself', async () => {
    const element = await details(having(acme));
    await inState(element, 'ready');
    element.addEventListener('beacons-open', (event) => event.preventDefault());
    one(element, '[part~=beacons-link]').click();
    await element.updateComplete;
    expect(element.tab).to.equal('details');
  });
});
