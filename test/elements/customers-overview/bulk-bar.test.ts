import { expect, waitUntil } from '@open-wc/testing';
import '../../../src/define/customers-overview.js';
import { CustomersOverview } from '../../../src/elements/customers-overview/customers-overview.element.js';
import { MemoryProvider } from '../../../src/providers/memory/memory-provider.js';
import { columnTexts, customers, inState, one, overview, readyOverview, rows, textOf } from './fixtures.js';
import { ask, barOf, box, choose, click, headerBox, ids, said, selectionsOf } from './selecting.js';

describe('the bar of the selected customers', () => {
  const { panels } = CustomersOverview;
  /** Never opened: what is asked for is not done here. */
  const never = () => new Promise<never>(() => {});
  before(() => {
    CustomersOverview.panels = { ...panels, panel: never, delete: never };
  });
  after(() => {
    CustomersOverview.panels = panels;
  });

  /** An overview where customers can be deleted, and what is to be deleted. */
  async function deletable(count: number, properties: Partial<CustomersOverview> = {}) {
    const list = new MemoryProvider(customers(count));
    const element = await overview(
      {
        describe: (call) => list.describe(call),
        listCustomers: (asked, call) => list.listCustomers(asked, call),
        deleteCustomers: never,
      },
      properties,
    );
    await inState(element, 'ready');
    const intended: (readonly string[])[] = [];
    element.addEventListener('customers-delete', (event) => {
      event.preventDefault();
      intended.push(event.customerIds);
    });
    return { element, intended, list };
  }
  const problem = (element: CustomersOverview) => textOf(one(element, '.bulk-bar .problem'));

  it('offers no deletion where the provider has none', async () => {
    const element = await readyOverview(customers(9));
    await click(box(element, 4));
    await element.updateComplete;
    expect(element.renderRoot.querySelector('.bulk-bar [part=delete]')).to.equal(null);
  });

  it('asks to delete those selected, the hidden ones too', async () => {
    const { element, intended } = await deletable(9);
    await click(box(element, 4));
    await click(box(element, 5));
    await ask(element, { search: '00006' });
    one(element, '.bulk-bar [part=delete]').click();
    await waitUntil(() => intended.length === 1);
    expect([...(intended[0] ?? [])].sort()).to.deep.equal(ids(5, 6));
  });

  it('asks to delete all of a list but one', async () => {
    const { element, intended } = await deletable(1204, { query: { search: '0120' } });
    await click(headerBox(element));
    await click(box(element, 1));
    one(element, '.bulk-bar [part=delete]').click();
    await waitUntil(() => intended.length === 1);
    expect(intended[0]).to.deep.equal(ids(120, 1201, 1202, 1203, 1204));
  });

  it('stops at 100, and says why', async () => {
    const { element, intended } = await deletable(1204);
    await choose(element, 'All 1,204 customers');
    one(element, '.bulk-bar [part=delete]').click();
    await element.updateComplete;
    expect(problem(element)).to.equal('No more than 100 customers can be deleted at a time. Select fewer.');
    expect(intended).to.deep.equal([]);
    await expect(element).to.be.accessible();
    await click(box(element, 1));
    await element.updateComplete;
    expect(element.renderRoot.querySelector('.bulk-bar .problem')).to.equal(null);
  });

  it('stops at 100 who were selected one by one, too, and no earlier', async () => {
    const { element, intended } = await deletable(120, { paging: 'pages' });
    const selectPage = async () => {
      await click(headerBox(element));
      await element.updateComplete;
    };
    const turn = async (to: string, from: string) => {
      one(element, to).click();
      await waitUntil(() => columnTexts(element, 'id')[0] === from, 'never turned');
    };
    await selectPage();
    await turn('.next', '00051');
    await selectPage();
    await turn('.next', '00101');
    rows(element)[0]?.querySelector<HTMLElement>('.select')?.click();
    await element.updateComplete;
    expect(barOf(element)).to.equal('101 selected');
    one(element, '.bulk-bar [part=delete]').click();
    await element.updateComplete;
    expect(problem(element)).to.equal('No more than 100 customers can be deleted at a time. Select fewer.');
    await waitUntil(() => said(element) === problem(element), 'never said');
    rows(element)[0]?.querySelector<HTMLElement>('.select')?.click();
    await element.updateComplete;
    one(element, '.bulk-bar [part=delete]').click();
    await waitUntil(() => intended.length === 1, 'never asked');
    expect([...(intended[0] ?? [])].sort()).to.deep.equal(customers(100).map(({ id }) => id));
  });

  it('lets go who is no longer there, before the others are to be deleted', async () => {
    const { element, intended, list } = await deletable(9);
    const heard = selectionsOf(element);
    for (const row of [3, 4, 5]) await click(box(element, row));
    list.removeCustomers(ids(5));
    element.refresh();
    await waitUntil(() => rows(element).length === 8, 'never read anew');
    one(element, '.bulk-bar [part=delete]').click();
    await waitUntil(() => intended.length === 1, 'never asked');
    await element.updateComplete;
    expect([[...(intended[0] ?? [])].sort(), barOf(element)]).to.deep.equal([ids(4, 6), '2 selected']);
    expect(heard.at(-1)).to.deep.equal({ ids: ids(4, 6) });
  });

  it('says so where nobody of them is there any more', async () => {
    const { element, intended, list } = await deletable(9);
    for (const row of [3, 4]) await click(box(element, row));
    list.removeCustomers(ids(4, 5));
    element.refresh();
    await waitUntil(() => rows(element).length === 7, 'never read anew');
    one(element, '.bulk-bar [part=delete]').click();
    await waitUntil(() => said(element) === 'These customers are no longer there.', 'never said');
    expect([intended, barOf(element)]).to.deep.equal([[], '']);
  });
});
