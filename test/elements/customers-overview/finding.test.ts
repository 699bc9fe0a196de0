import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CustomersOverview } from '../../../src/elements/customers-overview/customers-overview.element.js';
import type { ProviderDescription } from '../../../src/providers/customers-provider.js';
import { isWebKit } from '../../browser.js';
import { MemoryProvider } from '../../../src/providers/memory/memory-provider.js';
import { ProviderError } from '../../../src/providers/provider-error.js';
import { ScriptedProvider } from '../../../src/testing/scripted-provider.js';
import {
  columnTexts,
  customer,
  customers,
  expirationsIn,
  focused,
  inState,
  one,
  overview,
  readyOverview,
  rowsOnScreen,
  scrollTo,
  textOf,
  withLaterParts,
} from './fixtures.js';

const list = [
  customer({ id: '1', name: 'Ångström', expirations: expirationsIn([-5]), tags: ['gold', '<b>'] }),
  customer({ id: '2', name: 'Bånk', expirations: expirationsIn([-3]), relationship: 'granted' }),
  customer({ id: '3', name: 'Contoso', expirations: expirationsIn([10]), tiered: true }),
  customer({ id: '4', name: 'Dank', expirations: expirationsIn([45]), tags: ['gold'] }),
  customer({ id: '5', name: 'Elk', expirations: expirationsIn([Infinity]) }),
];

const all = (element: CustomersOverview, selector: string) => [
  ...element.renderRoot.querySelectorAll<HTMLElement>(selector),
];
const tiles = (element: CustomersOverview) => all(element, '.tile').map(textOf);
const pressed = (element: CustomersOverview) => all(element, '.tile[aria-pressed=true]').map(textOf);
const chips = (element: CustomersOverview) => all(element, '.chip').map(textOf);
const names = (element: CustomersOverview) =>
  rowsOnScreen(element)
    .map((row) => textOf(row.querySelector('.customer-name') ?? row))
    .join();
const tile = (element: CustomersOverview, name: string) => {
  const found = all(element, '.tile').find((each) => textOf(each).startsWith(name));
  if (!found) throw new Error(`no tile ${name}`);
  return found;
};

async function withTiles(element: CustomersOverview): Promise<CustomersOverview> {
  await waitUntil(() => tiles(element).length > 0, 'no tiles came');
  return element;
}

/** The text of each mark, in the order of the document. */
function marks(): readonly string[] {
  const ranges = [...(CSS.highlights.get('customers-search') ?? [])];
  return ranges.map(({ startContainer, startOffset, endOffset }) =>
    (startContainer.textContent ?? '').slice(startOffset, endOffset),
  );
}

async function search(element: CustomersOverview, text: string): Promise<void> {
  one(element, '[part=search]').focus();
  await sendKeys({ type: text });
}

/** An overview whose provider describes itself so, with its first rows. */
async function described(description: Partial<ProviderDescription>) {
  const provider = new ScriptedProvider({ offers: ['describe'] });
  const element = await overview(provider);
  (await provider.nextCall('describe')).resolve({ version: 1, ...description });
  (await provider.nextCall('listCustomers')).resolve({ items: customers(3) });
  await inState(element, 'ready');
  return { provider, element };
}

describe('whose customers are listed', () => {
  const header = (element: CustomersOverview) => textOf(one(element, '.header'));

  it('is said in words beside the number where it is not everybody', async () => {
    const { element } = await described({ scope: 'managed' });
    await waitUntil(() => header(element).includes('Only customers that you manage are listed.'));
    await expect(element).to.be.accessible();
    element.lang = 'de';
    await waitUntil(() => header(element).includes('Nur Kunden, die Sie verwalten, sind aufgeführt.'));
  });

  it('is not said of a list of everybody, nor where there is no list', async () => {
    const { element } = await described({});
    expect(header(element)).to.not.contain('manage');
    const provider = new ScriptedProvider({ offers: ['describe'] });
    const failed = await overview(provider);
    (await provider.nextCall('describe')).resolve({ version: 1, scope: 'managed' });
    (await provider.nextCall('listCustomers')).reject(new ProviderError('forbidden'));
    await inState(failed, 'failed');
    await withLaterParts(failed);
    expect(header(failed)).to.not.contain('manage');
  });
});

describe('the tiles of the statuses', () => {
  it('count the customers of each, and show those alone or everybody again', async () => {
    const element = await withTiles(await readyOverview(list));
    const counted = ['All 5', 'Expired 2', 'Expires in 30 days 1', 'Expires in 60 days 1', 'Nothing soon 1'];
    expect(tiles(element)).to.deep.equal(counted);
    expect(pressed(element)).to.deep.equal(['All 5']);
    await expect(element).to.be.accessible();
    tile(element, 'Expired').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => names(element) === 'Ångström,Bånk');
    expect(pressed(element)).to.deep.equal(['Expired 2']);
    expect(tiles(element), 'the others are counted as before').to.deep.equal(counted);
    expect(focused()).to.equal(tile(element, 'Expired'));
    tile(element, 'Expires in 30').click();
    await waitUntil(() => names(element) === 'Contoso');
    tile(element, 'Expires in 30').click();
    await waitUntil(() => columnTexts(element, 'name').length === 5);
    expect(pressed(element)).to.deep.equal(['All 5']);
  });

  it('count what is searched for', async () => {
    const element = await withTiles(await readyOverview(list));
    await search(element, 'nk');
    await waitUntil(() => tiles(element)[0] === 'All 2');
    expect(tiles(element)).to.include('Expired 1');
  });

  it('are counted again once the customers are others', async () => {
    const provider = new MemoryProvider(list);
    const element = await overview(provider);
    await inState(element, 'ready');
    await withTiles(element);
    provider.replaceCustomers(list.slice(0, 4));
    element.refresh();
    await waitUntil(() => tiles(element)[0] === 'All 4');
  });

  it('ask nothing for another order, or other statuses', async () => {
    const { provider, element } = await described({ statusCounts: true });
    const counts = await provider.nextCall('listCustomers');
    expect(counts.asked[0]).to.deep.include({ include: ['statusCounts'], page: { limit: 1, offset: 0 } });
    counts.resolve({ items: [], statusCounts: { all: 3, expired: 1 } });
    await withTiles(element);
    tile(element, 'Expired').click();
    const filtered = await provider.nextCall('listCustomers');
    expect(filtered.asked[0]).to.deep.include({ statuses: ['expired'], include: ['total'] });
    filtered.resolve({ items: customers(1) });
    await waitUntil(() => columnTexts(element, 'name').length === 1);
    one(element, 'thead [data-column=id] button').click();
    (await provider.nextCall('listCustomers')).resolve({ items: customers(1) });
    await waitUntil(() => element.renderRoot.querySelector('[data-column=id][aria-sort=ascending]'));
    await inState(element, 'ready');
    expect(provider.calls.filter(({ method }) => method === 'listCustomers')).to.have.length(4);
  });

  it('are not there where nobody counts, or the provider cannot filter by status', async () => {
    for (const description of [{}, { statusCounts: false }, { statusCounts: true, filterable: ['tags'] as const }]) {
      const { provider, element } = await described(description);
      expect(tiles(element)).to.deep.equal([]);
      expect(provider.calls.filter(({ method }) => method === 'listCustomers')).to.have.length(1);
    }
  });

  it('have their room before they come, so that no row moves', async () => {
    const { provider, element } = await described({ statusCounts: true });
    const top = () => rowsOnScreen(element)[0]?.getBoundingClientRect().top;
    const before = top();
    const statusCounts = { all: 3, expired: 1, 'expires-in-30': 0, 'expires-in-60': 0, none: 2, unknown: 0 };
    (await provider.nextCall('listCustomers')).resolve({ items: customers(1), statusCounts });
    await withTiles(element);
    expect(top()).to.equal(before);
  });

  it('go where counting fails', async () => {
    const { provider, element } = await described({ statusCounts: true });
    (await provider.nextCall('listCustomers')).reject(new ProviderError('unavailable'));
    await inState(element, 'ready');
    expect(tiles(element)).to.deep.equal([]);
    expect(columnTexts(element, 'name')).to.have.length(3);
  });
});

describe('the filters', () => {
  const field = (element: CustomersOverview, label: string) => {
    const found = all(element, '#filters label').find((each) => textOf(each).startsWith(label));
    const control = found?.querySelector<HTMLInputElement | HTMLSelectElement>('input, select');
    if (!control) throw new Error(`no field ${label}`);
    return control;
  };

  it('are chosen and taken away by keyboard alone', async () => {
    const element = await withTiles(await readyOverview(list));
    one(element, '[part=filter]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused() === one(element, '#filters'));
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: ' ' });
    await waitUntil(() => names(element) === 'Ångström,Bånk');
    field(element, 'Relationship').focus();
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => names(element) === 'Ångström');
    await sendKeys({ press: 'Escape' });
    expect(focused()).to.equal(one(element, '[part=filter]'));
    expect(chips(element)).to.deep.equal(['Expired', 'Managed by you']);
    await expect(element).to.be.accessible();
    one(element, '.chip').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => chips(element).join() === 'Managed by you');
    expect(textOf(focused() ?? element)).to.equal('Managed by you');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => chips(element).length === 0);
    expect(focused()).to.equal(one(element, '[part=filter]'));
    await waitUntil(() => columnTexts(element, 'name').length === 5);
  });

  it('narrow the list to days, tags, customers of their own and beacons, all at once', async () => {
    const element = await withTiles(await readyOverview(list));
    one(element, '[part=filter]').click();
    await waitUntil(() => all(element, '#filters fieldset').length === 2, 'the tags of the list');
    const days = field(element, 'Expires within');
    days.focus();
    await sendKeys({ type: '45' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => names(element) === 'Contoso,Dank');
    field(element, 'gold').click();
    await waitUntil(() => names(element) === 'Dank');
    field(element, 'Beacons').focus();
    await sendKeys({ press: 'ArrowDown' });
    await inState(element, 'no-match');
    expect(chips(element)).to.deep.equal(['Expires within 45 days', 'Beacons with problems', 'Tag: gold']);
    expect(element.query).to.deep.include({ expiresWithinDays: 45, beaconProblems: true, tags: ['gold'] });
    one(element, '#filters').hidePopover();
    one(element, '.chips .link').click();
    await waitUntil(() => columnTexts(element, 'name').length === 5);
    expect(element.query).to.deep.equal({ sort: [{ field: 'name', direction: 'ascending' }] });
  });

  it('take no number of days that is none', async function () {
    // with its driver the field takes a number in between while it is typed; the cause is not known yet
    if (isWebKit) this.skip();
    const element = await withTiles(await readyOverview(list));
    one(element, '[part=filter]').click();
    const days = field(element, 'Expires within');
    for (const text of ['-1', '4.5', '99999']) {
      days.focus();
      await sendKeys({ type: text });
      await sendKeys({ press: 'Enter' });
      expect(element.query, text).to.not.have.property('expiresWithinDays');
      days.value = '';
    }
  });

  it('are those that the provider has', async () => {
    const { element } = await described({ filterable: ['relationship'] });
    expect(all(element, '#filters label').map((label) => label.firstElementChild?.textContent)).to.deep.equal([
      'Relationship',
    ]);
    const without = await described({ filterable: [] });
    expect(all(without.element, '[part=filter]')).to.deep.equal([]);
  });

  it('say why where the provider refuses one after all', async () => {
    const { provider, element } = await described({});
    element.query = { tiered: true };
    (await provider.nextCall('listCustomers')).reject(new ProviderError('invalid-query'));
    await waitUntil(() =>
      all(element, '[part~=notice]').map(textOf).join().includes('This search cannot be answered.'),
    );
    expect(chips(element)).to.deep.equal(['With customers of its own']);
  });
});

describe('what was searched for', () => {
  it('is marked in name, ID and external ID, and nowhere else', async () => {
    const element = await readyOverview([
      customer({ id: '17', name: 'View only Ångström', externalId: 'ANGS-17', relationship: 'granted' }),
      customer({ id: '170', name: 'Other 17', externalId: '' }),
    ]);
    await search(element, 'angs');
    await waitUntil(() => marks().length > 1 && columnTexts(element, 'name').length === 1);
    expect(marks()).to.deep.equal(['Ångs', 'ANGS']);
    one<HTMLInputElement>(element, '[part=search]').select();
    await sendKeys({ type: '17' });
    await waitUntil(() => marks().length === 4, 'twice in each');
    one<HTMLInputElement>(element, '[part=search]').select();
    await sendKeys({ press: 'Backspace' });
    await waitUntil(() => marks().length === 0);
    element.remove();
  });

  it('stays marked in rows that are used again, and goes with the element', async () => {
    const element = await readyOverview(customers(2000));
    await search(element, 'customer');
    await waitUntil(() => marks().length > 10);
    await scrollTo(element, 20_000);
    const shown = columnTexts(element, 'name').length;
    await waitUntil(() => marks().length >= shown);
    expect(new Set(marks())).to.deep.equal(new Set(['Customer']));
    element.remove();
    expect(marks()).to.deep.equal([]);
  });
});
