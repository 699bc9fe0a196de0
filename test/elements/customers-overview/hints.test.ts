import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CustomersQuery } from '../../../src/domain/query.js';
import type { CustomersOverview } from '../../../src/elements/customers-overview/customers-overview.element.js';
import { ScriptedProvider } from '../../../src/testing/scripted-provider.js';
import {
  columnTexts,
  customers,
  focused,
  focusedCell,
  inState,
  one,
  overview,
  rows,
  textOf,
  withControl,
} from './fixtures.js';

describe('a provider that says what has changed', () => {
  it('has the row read anew, where it stands', async () => {
    const provider = new ScriptedProvider();
    const element = await overview(provider);
    (await provider.nextCall('listCustomers')).resolve({ items: customers(5) });
    await inState(element, 'ready');
    const [, second] = rows(element);
    provider.hint({ type: 'changed', ids: ['00002'] });
    const { asked, resolve } = await provider.nextCall('listCustomers');
    expect(asked[0]).to.deep.include({ ids: ['00002'] });
    resolve({ items: [{ ...customers(2)[1], name: 'Zulu' }] });
    await waitUntil(() => textOf(second ?? element).startsWith('Zulu'));
    expect(columnTexts(element, 'id'), 'no row moves').to.deep.equal(customers(5).map(({ id }) => id));
  });

  const noticeOf = (element: CustomersOverview) => element.renderRoot.querySelector('[part~=notice]');

  it('has a newer list offered, with the rows where they stand until it is asked for', async () => {
    const provider = new ScriptedProvider();
    const element = await overview(provider);
    (await provider.nextCall('listCustomers')).resolve({ items: customers(5) });
    await inState(element, 'ready');
    provider.hint({ type: 'invalidated' });
    await inState(element, 'changed');
    expect(textOf(noticeOf(element) ?? element)).to.equal('The list has changed. Show');
    expect([rows(element).length, provider.calls.length]).to.deep.equal([5, 1]);
    one(element, '[part~=notice] button').focus();
    await sendKeys({ press: 'Enter' });
    await inState(element, 'refreshing');
    expect(noticeOf(element) === null, 'it is on its way').to.equal(true);
    expect(focused()?.localName, 'the button went, the focus did not').to.equal('input');
    expect(rows(element)).to.have.length(5);
    (await provider.nextCall('listCustomers')).resolve({ items: customers(3) });
    await waitUntil(() => rows(element).length === 3);
    expect(element.matches(':state(changed)')).to.equal(false);
  });

  it('has customers that are gone emptied where they stood, and counted', async () => {
    const provider = new ScriptedProvider();
    const element = await overview(provider);
    (await provider.nextCall('listCustomers')).resolve({ items: customers(5) });
    await inState(element, 'ready');
    for (const [id, text] of [
      ['00002', '1 customer changed. Show'],
      ['00004', '2 customers changed. Show'],
    ] as const) {
      provider.hint({ type: 'changed', ids: [id] });
      (await provider.nextCall('listCustomers')).resolve({ items: [] });
      await waitUntil(() => textOf(noticeOf(element) ?? element) === text);
    }
    expect(textOf(rows(element)[1] ?? element)).to.equal('This customer is no longer in the list.');
    expect(element.shadowRoot?.textContent).to.not.contain('Customer 00002');
    expect(columnTexts(element, 'id')[2]).to.equal('00003');
    await expect(element).to.be.accessible();
  });

  it('offers again what is said while a newer list is on its way', async () => {
    const provider = new ScriptedProvider();
    const element = await overview(provider);
    (await provider.nextCall('listCustomers')).resolve({ items: customers(5) });
    await inState(element, 'ready');
    element.refresh();
    const { resolve } = await provider.nextCall('listCustomers');
    provider.hint({ type: 'invalidated' });
    await inState(element, 'changed');
    resolve({ items: customers(4) });
    await waitUntil(() => rows(element).length === 4);
    expect(element.matches(':state(changed)'), 'that answer may be older').to.equal(true);
  });

  it('is asked anew at once where no row can move: there are none', async () => {
    const provider = new ScriptedProvider();
    const element = await overview(provider);
    (await provider.nextCall('listCustomers')).resolve({ items: [] });
    await inState(element, 'empty');
    provider.hint({ type: 'invalidated' });
    (await provider.nextCall('listCustomers')).resolve({ items: customers(2) });
    await waitUntil(() => rows(element).length === 2);
  });

  it('may say what nobody understands', async () => {
    const provider = new ScriptedProvider();
    const element = await overview(provider);
    const codes: string[] = [];
    element.addEventListener('provider-error', ({ code }) => codes.push(code));
    (await provider.nextCall('listCustomers')).resolve({ items: customers(5) });
    await inState(element, 'ready');
    provider.hint({ type: 'tomorrow' } as never);
    provider.hint(null as never);
    expect(codes).to.deep.equal(['unknown']);
    expect(rows(element)).to.have.length(5);
  });
});

describe('the order that the header shows', () => {
  it('is that of the rows on screen, also while another one is on its way', async () => {
    const provider = new ScriptedProvider();
    const element = await overview(provider);
    const sortOf = (column: string) => one(element, `thead [data-column=${column}]`).ariaSort;
    expect(sortOf('name'), 'with no rows, what is asked for').to.equal('ascending');
    (await provider.nextCall('listCustomers')).resolve({ items: customers(5) });
    await inState(element, 'ready');
    one(element, 'thead [data-column=id] button').focus();
    await sendKeys({ press: 'Enter' });
    await inState(element, 'refreshing');
    expect([sortOf('name'), sortOf('id')]).to.deep.equal(['ascending', 'none']);
    (await provider.nextCall('listCustomers')).reject(new Error('no'));
    await inState(element, 'stale');
    expect([sortOf('name'), sortOf('id')]).to.deep.equal(['ascending', 'none']);
    one(element, '[part~=notice] button').click();
    (await provider.nextCall('listCustomers')).resolve({ items: customers(5) });
    await waitUntil(() => sortOf('id') === 'ascending');
    expect(sortOf('name')).to.equal('none');
  });
});

describe('a list that only goes forward', () => {
  it('goes as far as it has loaded, and the End key says so', async () => {
    const provider = new ScriptedProvider({ offers: ['describe'], ignoresAbort: true });
    const element = await overview(provider);
    const list = customers(1000);
    (await provider.nextCall('describe')).resolve({ version: 1, paging: 'cursor' });
    (await provider.nextCall('listCustomers')).resolve({
      items: list.slice(0, 100),
      nextCursor: 'b',
      total: { value: 1000, precision: 'exact' },
    });
    await inState(element, 'ready');
    expect(textOf(one(element, '.total'))).to.equal('1,000 customers');
    one(element, 'thead button').focus();
    withControl('End');
    const { asked, resolve } = await provider.nextCall('listCustomers');
    expect((asked[0] as CustomersQuery).page).to.deep.equal({ limit: 100, cursor: 'b' });
    resolve({ items: list.slice(100, 200), nextCursor: 'c' });
    const said = (): string => textOf(one(element, '.visually-hidden[role=status]'));
    await waitUntil(() => said().includes('100 customers loaded so far'), 'never said', { timeout: 5000 });
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => focusedCell() === '101 menu');
  });
});

describe('a query that a host takes away', () => {
  it('asks for every customer', async () => {
    const provider = new ScriptedProvider();
    const element = await overview(provider, { query: undefined });
    const { asked, resolve } = await provider.nextCall('listCustomers');
    expect(asked[0]).to.not.have.any.keys('search', 'sort');
    resolve({ items: customers(2) });
    await inState(element, 'ready');
    expect(rows(element)).to.have.length(2);
  });
});
