import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define/customers-overview.js';
import type { Customer } from '../../../src/domain/customer.js';
import type { CustomersOverview } from '../../../src/elements/customers-overview/customers-overview.element.js';
import type { CustomersProvider } from '../../../src/providers/customers-provider.js';
import { MemoryProvider } from '../../../src/providers/memory/memory-provider.js';
import { ScriptedProvider } from '../../../src/testing/scripted-provider.js';
import { cell, customer, customers, expirationsIn, focused, inState, one, overview, rows, textOf } from './fixtures.js';

const allowed: Partial<Customer> = { can: { edit: true, delete: true } };
const ids = (...numbers: readonly number[]): string[] => numbers.map((each) => String(each).padStart(5, '0'));
const barOf = (element: CustomersOverview) =>
  element.renderRoot.querySelector('[part=bulk-bar] .selected')?.textContent?.trim() ?? '';

/** What matches in the content of a panel, once it is there. */
async function found(element: CustomersOverview, panel: string, selector: string): Promise<HTMLElement> {
  const find = () => element.renderRoot.querySelector(panel)?.shadowRoot?.querySelector<HTMLElement>(selector);
  await waitUntil(find, `no ${selector} in ${panel}`, { timeout: 5000 });
  const match = find();
  if (!match) throw new Error(`no ${selector} any more`);
  return match;
}

const partsOf = (element: CustomersOverview, panel: string, selector: string) =>
  [...(one(element, panel).shadowRoot?.querySelectorAll(selector) ?? [])].map(textOf);

/** Customers that are deleted where a test asks for it, and the questions about the list. */
function deleting(list: readonly Customer[]) {
  const memory = new MemoryProvider(list);
  const asked: unknown[] = [];
  const provider: CustomersProvider = {
    describe: (call) => memory.describe(call),
    listCustomers: (query, call) => {
      asked.push(query);
      return memory.listCustomers(query, call);
    },
    deleteCustomers: async (gone) => {
      memory.removeCustomers(gone);
      return { outcomes: gone.map((key) => ({ key })) };
    },
  };
  return { provider, asked };
}

async function select(element: CustomersOverview, ...at: readonly number[]): Promise<void> {
  for (const row of at) cell(element, row, 'select').querySelector('input')?.click();
  await element.updateComplete;
}

async function confirmDeletion(element: CustomersOverview): Promise<void> {
  (await found(element, 'delete-customers', '[part=confirm]')).click();
  (await found(element, 'delete-customers', '#word')).focus();
  await sendKeys({ type: 'delete' });
  await sendKeys({ press: 'Enter' });
}

afterEach(() => {
  for (const element of document.querySelectorAll('customers-overview')) element.remove();
});

describe('the deletion of those selected', () => {
  it('says whom of them the search hides', async () => {
    const element = await overview(deleting(customers(9, allowed)).provider);
    await inState(element, 'ready');
    await select(element, 4, 5);
    element.query = { search: '00006' };
    await waitUntil(() => rows(element).length === 1);
    one(element, '.bulk-bar [part=delete]').click();
    await found(element, 'delete-customers', '[part=hidden]');
    expect(partsOf(element, 'delete-customers', '[part=customer]').sort()).to.deep.equal([
      'Customer 00005 Organization ID 00005 Hidden by a filter',
      'Customer 00006 Organization ID 00006',
    ]);
  });

  it('is followed by the list, read anew, and by the selection, which lets them go', async () => {
    const { provider, asked } = deleting(customers(9, allowed));
    const element = await overview(provider);
    await inState(element, 'ready');
    const heard: string[] = [];
    element.addEventListener('customers-deleted', ({ ids: gone }) => heard.push(...gone));
    const selections: unknown[] = [];
    element.addEventListener('selection-change', ({ selection }) => selections.push(selection));
    await select(element, 0, 1, 2);
    element.query = { search: '0000', ids: ids(1, 3, 4, 5) };
    await waitUntil(() => rows(element).length === 4);
    const before = asked.length;
    one(element, '.bulk-bar [part=delete]').click();
    await confirmDeletion(element);
    await waitUntil(() => heard.length > 0, 'never told', { timeout: 5000 });
    expect(heard.sort()).to.deep.equal(ids(1, 2, 3));
    await waitUntil(() => rows(element).length === 2, 'never read anew', { timeout: 5000 });
    expect(asked.length).to.be.greaterThan(before);
    expect(barOf(element)).to.equal('');
    expect(selections.at(-1)).to.deep.equal({ ids: [] });
  });
});

describe('the menu of a row', () => {
  async function itemsOf(element: CustomersOverview, row: number): Promise<readonly string[]> {
    cell(element, row, 'menu').querySelector('button')?.click();
    await waitUntil(() => one(element, '[part=menu]').matches(':popover-open'));
    const items = [...one(element, '[part=menu]').querySelectorAll('[role=menuitem]')].map(textOf);
    one(element, '[part=menu]').hidePopover();
    return items;
  }

  it('offers the expirations only where their cell is a link', async () => {
    const cases: readonly Customer['expirations'][] = [
      expirationsIn([10]),
      expirationsIn([Infinity]),
      expirationsIn([]),
      { state: 'forbidden' },
      { state: 'unavailable' },
    ];
    const list = cases.map((expirations, index) => customer({ id: `${index}`, expirations }));
    const element = await overview(new MemoryProvider(list));
    await inState(element, 'ready');
    const isOffered: boolean[] = [];
    for (const row of list.keys()) isOffered.push((await itemsOf(element, row)).includes('Upcoming expirations'));
    expect(isOffered).to.deep.equal([true, true, false, false, false]);
    const isLink = list.map((_, row) => cell(element, row, 'upcomingExpiration').querySelector('.link') !== null);
    expect(isOffered).to.deep.equal(isLink);
  });
});

describe('a customer who was just created', () => {
  const created = { ...customer({ id: '99999', name: 'Zephyr', ...allowed }), owners: { state: 'ready', value: [] } };

  /** An overview in whose panel a customer was created, whom the list does not have. */
  async function withCreated() {
    const provider = new ScriptedProvider({
      offers: ['describe', 'createCustomers', 'getCustomer', 'updateCustomer', 'deleteCustomers'],
    });
    const element = await overview(provider);
    (await provider.nextCall('describe')).resolve({ version: 1, can: { add: true } });
    (await provider.nextCall('listCustomers')).resolve({ items: customers(3) });
    await inState(element, 'ready');
    one(element, '[part~=add]').click();
    await waitUntil(() => provider.calls.filter(({ method }) => method === 'describe').length === 2);
    (await provider.nextCall('describe')).resolve({ version: 1, can: { add: true } });
    const name = await found(element, 'add-customers', '[id$="-name"]');
    name.focus();
    await sendKeys({ type: 'Zephyr' });
    const fields = ['owner-0-firstName', 'owner-0-lastName', 'owner-0-email'] as const;
    for (const [index, text] of ['Ada', 'Byron', 'ada@acme.example'].entries()) {
      (await found(element, 'add-customers', `[id$="-${fields[index]}"]`)).focus();
      await sendKeys({ type: text });
    }
    (await found(element, 'add-customers', '[part~=create]')).click();
    const { asked, resolve } = await provider.nextCall('createCustomers');
    const [[draft]] = asked as [[{ key: string }]];
    resolve({ outcomes: [{ key: draft.key, id: '99999' }] });
    (await provider.nextCall('listCustomers')).resolve({ items: customers(3) });
    const link = await found(element, 'add-customers', '[part~=customer-link]');
    return { element, provider, link };
  }

  it('has details, which open above the panel, and give the focus back to it', async () => {
    const { element, provider, link } = await withCreated();
    link.focus();
    await sendKeys({ press: 'Enter' });
    const { asked, resolve } = await provider.nextCall('getCustomer');
    expect(asked).to.deep.equal(['99999']);
    resolve(created);
    await found(element, 'customer-details', '[part=edit]');
    expect(textOf(await found(element, 'customer-details', '[part=heading]'))).to.equal('Zephyr');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => focused() === link, 'the focus never came back');
  });

  it('can be deleted from there, though the list has not loaded it', async () => {
    const { element, provider, link } = await withCreated();
    link.click();
    (await provider.nextCall('getCustomer')).resolve(created);
    (await found(element, 'customer-details', '[part=delete]')).click();
    const { asked, resolve } = await provider.nextCall('listCustomers');
    expect(asked[0]).to.deep.include({ ids: ['99999'] });
    resolve({ items: [created] });
    await found(element, 'delete-customers', '[part=customer]');
    expect(partsOf(element, 'delete-customers', '[part=customer]')).to.deep.equal(['Zephyr Organization ID 99999']);
  });

  it('is the affair of a host that cancels the event', async () => {
    const { element, provider, link } = await withCreated();
    const opened = new Promise((done) => {
      element.addEventListener('customer-open', (event) => {
        event.preventDefault();
        done(event.customerId);
      });
    });
    link.click();
    expect(await opened).to.equal('99999');
    await element.updateComplete;
    expect(provider.calls.filter(({ method }) => method === 'getCustomer')).to.deep.equal([]);
    expect(element.renderRoot.querySelector('customer-details')).to.equal(null);
  });
});
