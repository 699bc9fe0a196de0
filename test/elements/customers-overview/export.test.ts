import { expect, fixtureSync, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { MemoryProvider } from '../../../src/providers/memory/memory-provider.js';
import { ProviderError } from '../../../src/providers/provider-error.js';
import type { CustomersProvider } from '../../../src/providers/customers-provider.js';
import type { Customer } from '../../../src/domain/customer.js';
import { ScriptedProvider } from '../../../src/testing/scripted-provider.js';
import './export-host.js';
import type { ExportHost } from './export-host.js';
import { customer, customers, expirationsIn, textOf } from './fixtures.js';
import { saved } from './saved-files.js';

async function hostOf(provider: CustomersProvider, properties: Partial<ExportHost> = {}): Promise<ExportHost> {
  const element = fixtureSync<ExportHost>(html`<export-host></export-host>`);
  Object.assign(element, { provider, ...properties });
  await element.updateComplete;
  return element;
}
async function listed(list: readonly Customer[], properties: Partial<ExportHost> = {}): Promise<ExportHost> {
  const element = await hostOf(new MemoryProvider(list), properties);
  await waitUntil(() => element.list.status === 'ready');
  await element.updateComplete;
  return element;
}

function one<Found extends HTMLElement = HTMLElement>(element: ExportHost, selector: string): Found {
  const found = element.renderRoot.querySelector<Found>(selector);
  if (found === null) throw new Error(`nothing matches ${selector}`);
  return found;
}
const button = (element: ExportHost) => one<HTMLButtonElement>(element, '[part=export]');
const dialog = (element: ExportHost) => one<HTMLDialogElement>(element, 'dialog');
const status = (element: ExportHost) => textOf(one(element, '[role=status]'));
const labels = (element: ExportHost) => [...dialog(element).querySelectorAll('.choice')].map((label) => textOf(label));
const buttonWith = (element: ExportHost, text: string) => {
  const found = [...dialog(element).querySelectorAll('button')].find((each) => textOf(each) === text);
  if (found === undefined) throw new Error(`no button ${text}`);
  return found;
};
const focusedId = (element: ExportHost) => element.shadowRoot?.activeElement?.id;

/** Opens the dialog by the keyboard. */
async function open(element: ExportHost): Promise<void> {
  button(element).focus();
  await sendKeys({ press: 'Enter' });
  await waitUntil(() => dialog(element).open, 'never opened');
}
async function choose(element: ExportHost, text: string): Promise<void> {
  const label = [...dialog(element).querySelectorAll('.choice')].find((each) => textOf(each).startsWith(text));
  label?.querySelector('input')?.click();
  await element.updateComplete;
}
/** Exports as CSV, and gives the lines of the file. */
async function csvOf(element: ExportHost, ...choices: readonly string[]): Promise<readonly string[]> {
  await open(element);
  for (const choice of ['CSV', ...choices]) await choose(element, choice);
  buttonWith(element, 'Export').click();
  await waitUntil(() => saved.length === 1, 'no file came', { timeout: 8000 });
  const text = (await saved[0]?.text()) ?? '';
  return text.split('\r\n').slice(0, -1);
}

describe('the export of the overview', () => {
  it('gives a CSV file of all customers, with the columns and the order of the list', async () => {
    const list = [customer({ id: '1', name: 'Beta' }), customer({ id: '2', name: 'Alpha' })];
    const element = await listed(list, {
      columns: ['id', 'name', 'upcomingExpiration'],
      query: { sort: [{ field: 'name', direction: 'ascending' }] },
    });
    const lines = await csvOf(element);
    expect(lines).to.deep.equal([
      'Organization ID,Customer name,Upcoming Expirations',
      '2,Alpha,2026-06-25',
      '1,Beta,2026-06-25',
    ]);
    expect(saved[0]?.name).to.equal('customers-2026-06-15.csv');
    await waitUntil(() => status(element) === '2 customers exported');
  });

  it('gives a workbook unless told otherwise', async () => {
    const element = await listed(customers(3));
    await open(element);
    buttonWith(element, 'Export').click();
    await waitUntil(() => saved.length === 1, 'no file came', { timeout: 8000 });
    expect(saved[0]?.name).to.equal('customers-2026-06-15.xlsx');
    expect(await saved[0]?.slice(0, 2).text()).to.equal('PK');
  });

  it('respects the search, and reaches rows that were never on screen', async () => {
    const element = await listed(customers(500), { columns: ['id'], query: { search: 'Customer 004' } });
    expect((await csvOf(element)).length).to.equal(1 + 100);
  });

  it('offers what is selected, whatever the search, and gives that', async () => {
    const element = await listed(customers(50), {
      columns: ['id'],
      query: { search: 'Customer 00001', sort: [{ field: 'id', direction: 'descending' }] },
      selection: { ids: ['00007', '00009'] },
    });
    await open(element);
    expect(labels(element).slice(2)).to.deep.equal(['2 customers selected', 'All 1 customer in the list']);
    dialog(element).close();
    expect((await csvOf(element)).slice(1)).to.deep.equal(['00009', '00007']);
  });

  it('gives all that a query finds but some', async () => {
    const query = { search: 'Customer' };
    const element = await listed(customers(120), { columns: ['id'], query, selection: { query, except: ['00001'] } });
    await open(element);
    expect(labels(element)[2]).to.equal('119 customers selected');
    dialog(element).close();
    const lines = await csvOf(element);
    expect([lines.length, lines[1]]).to.deep.equal([1 + 119, '00002']);
  });

  it('writes what has not come as not loaded, in the language of the page', async () => {
    const pending = { state: 'pending' } as const;
    const list = [customer({ id: '1', name: 'A', beacons: pending, expirations: expirationsIn([-100]) })];
    const element = await listed(list, { columns: ['name', 'beacons', 'upcomingExpiration'] });
    expect((await csvOf(element))[1]).to.equal('A,Not loaded,No entitlements');
  });

  it('loads what is missing first where the provider can, unless told not to', async () => {
    const beacons = { state: 'ready', value: { total: 8 } } as const;
    const list = customers(3, { beacons: { state: 'pending' } });
    const provider = Object.assign(new MemoryProvider(list), {
      enrichCustomers: async (ids: readonly string[]) => new Map(ids.map((id) => [id, { beacons }])),
    });
    for (const [choices, expected] of [
      [[], '8'],
      [['Load what is still missing first'], 'Not loaded'],
    ] as const) {
      saved.splice(0);
      const element = await hostOf(provider, { columns: ['beacons'] });
      await waitUntil(() => element.list.status === 'ready');
      expect((await csvOf(element, ...choices)).slice(1)).to.deep.equal([expected, expected, expected]);
      element.remove();
    }
  });

  it('does not offer to load where no column may be late, or the provider loads none', async () => {
    const provider = new ScriptedProvider({ offers: ['enrichCustomers'] });
    const element = await hostOf(provider, { columns: ['name', 'id'] });
    (await provider.nextCall('listCustomers')).resolve({ items: customers(3) });
    await waitUntil(() => element.list.status === 'ready');
    await element.updateComplete;
    await open(element);
    expect(labels(element).length).to.equal(2);
    element.remove();
    const without = await listed(customers(3));
    await open(without);
    expect(labels(without).length).to.equal(2);
  });
});

describe('the dialog of the export', () => {
  const running = async () => {
    const provider = new ScriptedProvider();
    const element = await hostOf(provider, { columns: ['id'] });
    const total = { value: 150, precision: 'exact' };
    (await provider.nextCall('listCustomers')).resolve({ items: customers(100), total });
    await waitUntil(() => element.list.status === 'ready');
    await element.updateComplete;
    await open(element);
    buttonWith(element, 'Export').click();
    (await provider.nextCall('listCustomers')).resolve({ items: customers(100), total });
    const rest = await provider.nextCall('listCustomers');
    await waitUntil(() => dialog(element).querySelector('progress')?.value === 100);
    return {
      provider,
      element,
      rest: { ...rest, come: () => rest.resolve({ items: customers(150).slice(100), total }) },
    };
  };

  it('takes the focus, keeps it, and gives it back', async () => {
    const { element, rest } = await running();
    // its button is gone
    expect(focusedId(element)).to.equal('export-heading');
    rest.come();
    await waitUntil(() => status(element) === '150 customers exported');
    expect(focusedId(element)).to.equal('export-heading');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !dialog(element).open);
    expect(element.shadowRoot?.activeElement).to.equal(button(element));
  });

  it('shows how far it is, and can be given up', async () => {
    const { element, rest } = await running();
    expect(textOf(one(element, '.progress'))).to.equal('100 of 150 customers');
    expect(textOf(button(element))).to.equal('Exporting 66%');
    await expect(element).to.be.accessible();
    buttonWith(element, 'Cancel export').click();
    expect(rest.call.signal.aborted).to.equal(true);
    await element.updateComplete;
    expect(textOf(button(element))).to.equal('Export');
    expect(saved).to.deep.equal([]);
  });

  it('may be closed meanwhile: the export goes on, and says when it is done', async () => {
    const { element, rest } = await running();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !dialog(element).open);
    expect(textOf(button(element))).to.equal('Exporting 66%');
    rest.come();
    await waitUntil(() => saved.length === 1, 'no file came', { timeout: 8000 });
    await waitUntil(() => textOf(button(element)) === 'Export');
    expect(element.said).to.deep.equal(['150 customers exported']);
  });

  it('says why it has stopped, tells the host, and goes on from there', async () => {
    const { provider, element, rest } = await running();
    const failure = new ProviderError('timeout');
    rest.reject(failure);
    await waitUntil(() => status(element).startsWith('The export has stopped. '));
    expect(element.errors).to.deep.equal([failure]);
    expect(textOf(button(element))).to.equal('Export stopped');
    await expect(element).to.be.accessible();
    buttonWith(element, 'Try again').click();
    (await provider.nextCall('listCustomers')).resolve({ items: customers(150).slice(100) });
    await waitUntil(() => saved.length === 1, 'no file came', { timeout: 8000 });
    expect((await saved[0]?.text())?.length).to.be.greaterThan(0);
  });

  it('saves the file once more on request', async () => {
    const { element, rest } = await running();
    rest.come();
    await waitUntil(() => saved.length === 1, 'no file came', { timeout: 8000 });
    await element.updateComplete;
    buttonWith(element, 'Save again').click();
    expect(saved.length).to.equal(2);
    expect(saved[1]).to.equal(saved[0]);
  });

  it('cannot be opened while there is nothing to export', async () => {
    const element = await listed([]);
    expect(button(element).disabled).to.equal(true);
  });

  it('is accessible while it offers its choices', async () => {
    const element = await listed(customers(3), { selection: { ids: ['00001'] } });
    await open(element);
    await expect(element).to.be.accessible();
  });
});
