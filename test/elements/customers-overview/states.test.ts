import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CustomersOverview } from '../../../src/elements/customers-overview/customers-overview.element.js';
import { MemoryProvider } from '../../../src/providers/memory/memory-provider.js';
import { ProviderError } from '../../../src/providers/provider-error.js';
import { ScriptedProvider } from '../../../src/testing/scripted-provider.js';
import {
  columnTexts,
  customer,
  customers,
  focused,
  inState,
  nextEvent,
  one,
  overview,
  readyOverview,
  rows,
  scrollerOf,
  scrollTo,
  textOf,
} from './fixtures.js';

const abc = () => [
  customer({ id: '2', name: 'Beta', externalId: 'W9', beacons: { state: 'ready', value: { total: 1 } } }),
  customer({ id: '3', name: 'Alpha', externalId: 'W7', beacons: { state: 'ready', value: { total: 9 } } }),
  customer({ id: '1', name: 'Gamma', externalId: 'W8', beacons: { state: 'ready', value: { total: 5 } } }),
];

const stateText = (element: CustomersOverview) => textOf(one(element, '[part~=state]'));
const searchOf = (element: CustomersOverview) => one<HTMLInputElement>(element, 'input[type=search]');
const sortOf = (element: CustomersOverview, column: string) =>
  one(element, `thead [data-column=${column}]`).getAttribute('aria-sort');

async function first(provider: ScriptedProvider, element: CustomersOverview): Promise<void> {
  (await provider.nextCall('listCustomers')).resolve({ items: abc(), total: { value: 3, precision: 'exact' } });
  await inState(element, 'ready');
}

describe('sorting', () => {
  it('by a click on a header: ascending, then descending', async () => {
    const element = await readyOverview(abc());
    expect(sortOf(element, 'name')).to.equal('ascending');
    expect(columnTexts(element, 'name')).to.deep.equal(['Alpha', 'Beta', 'Gamma']);

    const asked = nextEvent(element, 'query-change');
    one(element, 'thead [data-column=beacons] button').click();
    expect((await asked).query.sort).to.deep.equal([{ field: 'beacons', direction: 'ascending' }]);
    await waitUntil(() => columnTexts(element, 'beacons').join() === '1,5,9');
    expect([sortOf(element, 'beacons'), sortOf(element, 'name')]).to.deep.equal(['ascending', 'none']);

    one(element, 'thead [data-column=beacons] button').click();
    await waitUntil(() => columnTexts(element, 'beacons').join() === '9,5,1');
    expect(sortOf(element, 'beacons')).to.equal('descending');
  });

  it('by the keyboard, with the focus left on the header', async () => {
    const element = await readyOverview(abc());
    const button = one(element, 'thead [data-column=id] button');
    button.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => columnTexts(element, 'id').join() === '1,2,3');
    await sendKeys({ press: ' ' });
    await waitUntil(() => columnTexts(element, 'id').join() === '3,2,1');
    expect(focused()).to.equal(button);
  });

  it('by the menu where rows are cards', async () => {
    const element = await readyOverview(abc(), {}, 400);
    const menu = one<HTMLSelectElement>(element, '.sort-by select');
    menu.selectedIndex = [...menu.options].findIndex((option) => textOf(option) === 'Organization ID, descending');
    menu.dispatchEvent(new Event('change'));
    await waitUntil(() => columnTexts(element, 'id').join() === '3,2,1');
  });

  it('by the menu says no order that the list does not have', async () => {
    const element = await readyOverview(abc(), { query: {} }, 400);
    const menu = one<HTMLSelectElement>(element, '.sort-by select');
    const shown = () => textOf(menu.selectedOptions[0] ?? menu);
    expect(shown()).to.equal('Choose an order');
    menu.focus();
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => columnTexts(element, 'name').join() === 'Alpha,Beta,Gamma');
    expect(shown()).to.equal('Customer name, ascending');
    element.query = { sort: [{ field: 'beacons', direction: 'descending' }] };
    await element.updateComplete;
    expect(shown()).to.equal('Total Beacons, descending');
    element.query = {};
    await element.updateComplete;
    expect(shown()).to.equal('Choose an order');
  });

  it('by the menu offers no order that the provider does not have, and claims none', async () => {
    const provider = new ScriptedProvider({ offers: ['describe'] });
    const element = await overview(provider, {}, 400);
    (await provider.nextCall('describe')).resolve({ version: 1, sortable: ['id'] });
    await first(provider, element);
    const menu = one<HTMLSelectElement>(element, '.sort-by select');
    await waitUntil(() => menu.options.length === 3);
    expect(textOf(menu.selectedOptions[0] ?? menu)).to.equal('Choose an order');
  });

  it('is offered only where the provider can', async () => {
    const provider = new ScriptedProvider({ offers: ['describe'] });
    const element = await overview(provider);
    (await provider.nextCall('describe')).resolve({ version: 1, sortable: ['name'] });
    await first(provider, element);
    await waitUntil(() => element.renderRoot.querySelectorAll('thead button').length === 1);
    expect(one(element, 'thead [data-column=id]').hasAttribute('aria-sort')).to.equal(false);
  });
});

describe('searching', () => {
  it('follows what is typed, and its clearing', async () => {
    const element = await readyOverview(abc());
    searchOf(element).focus();
    const asked = nextEvent(element, 'query-change');
    await sendKeys({ type: 'W7' });
    expect((await asked).query.search).to.equal('W');
    await waitUntil(() => columnTexts(element, 'name').join() === 'Alpha');
    await sendKeys({ press: 'Backspace' });
    await sendKeys({ press: 'Backspace' });
    await waitUntil(() => rows(element).length === 3);
    expect(element.query).to.not.have.property('search');
  });

  it('that matches nobody says so, and clears by a button', async () => {
    const element = await readyOverview(abc());
    searchOf(element).focus();
    await sendKeys({ type: 'zq' });
    await inState(element, 'no-match');
    await waitUntil(() => element.query?.search === 'zq', 'not all keys have come');
    await element.updateComplete;
    expect(stateText(element)).to.contain('No customer matches “zq”').and.to.contain('Clear search');
    expect(scrollerOf(element).checkVisibility()).to.equal(false);
    // "0 customers" beside the heading would say that there are none
    expect(textOf(one(element, '.header'))).to.equal('Customers Overview');
    one(element, '[part~=state] button').click();
    await inState(element, 'ready');
    expect(searchOf(element).value).to.equal('');
    expect(focused()).to.equal(searchOf(element));
  });

  it('is not spoken of where only filters of the host match nobody', async () => {
    const element = await readyOverview(abc());
    element.query = { relationship: 'granted' };
    await inState(element, 'no-match');
    expect(stateText(element)).to.equal(
      'No customer matches the filters The list shows only some of the customers. Show all customers',
    );
    one(element, '[part~=state] button').click();
    await inState(element, 'ready');
    expect(rows(element)).to.have.length(3);
  });

  it('that matches nobody offers to clear what leaves them out, whatever that is', async () => {
    const element = await readyOverview(abc());
    const buttons = () => [...element.renderRoot.querySelectorAll('[part~=state] button')].map(textOf);
    for (const [query, offered] of [
      [{ search: 'zq' }, ['Clear search']],
      [{ search: 'zq', relationship: 'managed' }, ['Show all customers']],
      [{ search: 'zq', tiered: true }, ['Show all customers']],
      [{ search: 'zq', ids: ['1'] }, ['Clear search']],
      [{ ids: ['9'] }, []],
    ] as const) {
      element.query = query;
      await waitUntil(() => element.matches(':state(no-match)') && !element.matches(':state(refreshing)'));
      await element.updateComplete;
      await waitUntil(() => buttons().join() === offered.join(), JSON.stringify(query));
    }
  });

  it('that matches nobody is cleared within what the host lets be listed', async () => {
    const element = await readyOverview(abc());
    const [id = ''] = columnTexts(element, 'id');
    const asked = nextEvent(element, 'query-change');
    element.query = { search: 'zq', tiered: true, ids: [id], pinned: [id] };
    await inState(element, 'no-match');
    one(element, '[part~=state] button').click();
    expect((await asked).query).to.deep.equal({ ids: [id], pinned: [id] });
    await inState(element, 'ready');
    expect(columnTexts(element, 'id')).to.deep.equal([id]);
  });

  it('shows what the host made of it', async () => {
    const element = await readyOverview(abc());
    element.addEventListener('query-change', () => (element.query = {}));
    searchOf(element).focus();
    await sendKeys({ type: 'x' });
    await element.updateComplete;
    expect(searchOf(element).value).to.equal('');
  });

  it('shows the last question, whatever the order of the answers', async () => {
    const provider = new ScriptedProvider({ ignoresAbort: true });
    const element = await overview(provider);
    await first(provider, element);
    element.query = { search: 'a' };
    const a = await provider.nextCall('listCustomers');
    element.query = { search: 'b' };
    const b = await provider.nextCall('listCustomers');
    expect(a.call.signal.aborted).to.equal(true);
    b.resolve({ items: [customer({ id: '2', name: 'B' })] });
    await waitUntil(() => columnTexts(element, 'name').join() === 'B');
    a.resolve({ items: [customer({ id: '1', name: 'A' })] });
    await new Promise(requestAnimationFrame);
    expect(columnTexts(element, 'name')).to.deep.equal(['B']);
  });
});

describe('the state of the list', () => {
  it('is loading, with bones in the place of rows, until there is an answer', async () => {
    for (const provider of [undefined, new ScriptedProvider()]) {
      const element = await overview(provider);
      await inState(element, 'loading');
      expect(rows(element)).to.not.be.empty;
      expect(element.renderRoot.querySelectorAll('tbody .skeleton')).to.not.be.empty;
      expect(one(element, 'table').getAttribute('aria-busy')).to.equal('true');
      expect(one(element, 'table').getAttribute('aria-rowcount')).to.equal('-1');
    }
  });

  it('is ready, with the total', async () => {
    const element = await readyOverview(abc());
    expect(textOf(one(element, '.total'))).to.equal('3 customers');
    expect(one(element, 'table').getAttribute('aria-busy')).to.equal('false');
  });

  it('is ready without a total while nobody knows it, and with one when the end was seen', async () => {
    const provider = new ScriptedProvider();
    const element = await overview(provider);
    const change = nextEvent(element, 'customers-change');
    const list = customers(150);
    (await provider.nextCall('listCustomers')).resolve({ items: list.slice(0, 100) });
    const { total, totalIsExact } = await change;
    expect([total, totalIsExact]).to.deep.equal([101, false]);
    await inState(element, 'ready');
    expect(element.renderRoot.querySelectorAll('.total').length).to.equal(0);
    (await provider.nextCall('listCustomers')).resolve({ items: list.slice(100) });
    await waitUntil(() => element.renderRoot.querySelector('.total'));
    expect(textOf(one(element, '.total'))).to.equal('150 customers');
  });

  it('is empty where there are no customers', async () => {
    const provider = new ScriptedProvider();
    const element = await overview(provider);
    (await provider.nextCall('listCustomers')).resolve({ items: [], total: { value: 0, precision: 'exact' } });
    await inState(element, 'empty');
    expect(stateText(element)).to.contain('No customers yet');
  });

  it('is failed, with the reason, and loads again on request', async () => {
    const provider = new ScriptedProvider();
    const element = await overview(provider);
    const failure = nextEvent(element, 'provider-error');
    (await provider.nextCall('listCustomers')).reject(new ProviderError('offline'));
    expect((await failure).code).to.equal('offline');
    await inState(element, 'failed');
    expect(stateText(element)).to.contain('could not be loaded').and.to.contain('You are offline.');
    const retry = one(element, '[part~=state] button');
    retry.focus();
    await sendKeys({ press: 'Enter' });
    await inState(element, 'loading');
    expect(focused(), 'the button went, the focus did not').to.not.equal(document.body);
    await first(provider, element);
  });

  it('is refreshing, then stale where that fails: the rows stay, and a retry brings new ones', async () => {
    const provider = new ScriptedProvider();
    const element = await overview(provider);
    await first(provider, element);
    element.refresh();
    await inState(element, 'refreshing');
    expect(textOf(one(element, '.activity'))).to.equal('Updating…');
    (await provider.nextCall('listCustomers')).reject(new ProviderError('unavailable'));
    await inState(element, 'stale');
    expect(element.matches(':state(ready)')).to.equal(true);
    expect(rows(element)).to.have.length(3);
    expect(textOf(one(element, '[part~=notice]'))).to.contain('may be out of date');
    one(element, '[part~=notice] button').click();
    (await provider.nextCall('listCustomers')).resolve({ items: [customer({ id: '7', name: 'New' })] });
    await waitUntil(() => columnTexts(element, 'name').join() === 'New');
    expect(element.matches(':state(stale)')).to.equal(false);
  });

  it('is failed where a refresh is refused: no row stays', async () => {
    const provider = new ScriptedProvider();
    const element = await overview(provider);
    await first(provider, element);
    element.refresh();
    (await provider.nextCall('listCustomers')).reject(new ProviderError('forbidden'));
    await inState(element, 'failed');
    expect(element.matches(':state(ready), :state(stale)')).to.equal(false);
    expect(stateText(element)).to.contain('You do not have permission');
    expect(scrollerOf(element).checkVisibility()).to.equal(false);
    expect(element.shadowRoot?.textContent).to.not.contain('Alpha').and.to.not.contain('3 customers');
    one(element, '[part~=state] button').click();
    await first(provider, element);
  });

  it('is loading-more while rows in view are on their way', async () => {
    const provider = new ScriptedProvider();
    const element = await overview(provider);
    const list = customers(300);
    const total = { value: 300, precision: 'exact' };
    (await provider.nextCall('listCustomers')).resolve({ items: list.slice(0, 100), total });
    await inState(element, 'ready');
    expect(element.matches(':state(loading-more)')).to.equal(false);
    scrollerOf(element).scrollTop = 1e6;
    await inState(element, 'loading-more');
    const { asked, resolve } = await provider.nextCall('listCustomers');
    expect(asked[0]).to.deep.include({ page: { limit: 100, offset: 200 } });
    resolve({ items: list.slice(200) });
    await waitUntil(() => !element.matches(':state(loading-more)'));
    expect(columnTexts(element, 'name').at(-1)).to.equal('Customer 00300');
  });

  it('is that of the list as it has become, when it is asked anew far below and is shorter now', async () => {
    const provider = new MemoryProvider(customers(600));
    const element = await overview(provider);
    await inState(element, 'ready');
    await scrollTo(element, 1e6);
    provider.replaceCustomers(customers(10));
    element.refresh();
    await waitUntil(() => rows(element).length === 10);
    expect(textOf(one(element, '.total'))).to.equal('10 customers');
    expect(columnTexts(element, 'name')[0]).to.equal('Customer 00001');
    expect(one(element, 'table').getAttribute('aria-rowcount')).to.equal('11');
  });
});
