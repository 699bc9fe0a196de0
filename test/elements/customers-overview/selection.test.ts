import { expect, waitUntil } from '@open-wc/testing';
import { isFirefox, isWebKit } from '../../browser.js';
import { sendKeys } from '@web/test-runner-commands';
import type { Customer } from '../../../src/domain/customer.js';
import type { CustomersProvider } from '../../../src/providers/customers-provider.js';
import { MemoryProvider } from '../../../src/providers/memory/memory-provider.js';
import { ProviderError } from '../../../src/providers/provider-error.js';
import {
  customers,
  focusedCell,
  inState,
  one,
  overview,
  readyOverview,
  rows,
  rowsOnScreen,
  scrollTo,
  scrollerOf,
  textOf,
} from './fixtures.js';
import { ask, barOf, box, choose, click, headerBox, ids, said, selectionsOf, ticked, withShift } from './selecting.js';

/** Answers questions, and counts them. */
function counting(provider: MemoryProvider): { provider: CustomersProvider; asked: () => number } {
  let asked = 0;
  return {
    asked: () => asked,
    provider: {
      describe: (call) => provider.describe(call),
      listCustomers: (query, call) => {
        asked += 1;
        return provider.listCustomers(query, call);
      },
    },
  };
}

describe('the check box of a row', () => {
  it('selects its customer by a click, and lets it go by another', async () => {
    const element = await readyOverview(customers(5));
    const heard = selectionsOf(element);
    expect(box(element, 1).ariaLabel).to.equal('Select Customer 00002');
    await click(box(element, 1));
    await element.updateComplete;
    expect([ticked(element), barOf(element)]).to.deep.equal([ids(2), '1 selected']);
    expect(headerBox(element).indeterminate).to.equal(true);
    await expect(element).to.be.accessible();
    await click(box(element, 1));
    await element.updateComplete;
    expect([ticked(element), barOf(element)]).to.deep.equal([[], '']);
    expect(heard).to.deep.equal([{ ids: ids(2) }, { ids: [] }]);
  });

  it('is toggled by the space bar, and keeps the focus; Escape clears nothing', async () => {
    const element = await readyOverview(customers(5));
    box(element, 2).focus();
    await sendKeys({ press: ' ' });
    await element.updateComplete;
    expect([ticked(element), focusedCell()]).to.deep.equal([ids(3), '2 select']);
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(ticked(element)).to.deep.equal(ids(3));
    await sendKeys({ press: ' ' });
    await element.updateComplete;
    expect(ticked(element)).to.deep.equal([]);
  });

  it('selects a range with the Shift key, by click and by space bar, and lets one go', async function () {
    // its driver holds no key down
    if (isWebKit) this.skip();
    const element = await readyOverview(customers(9));
    await click(box(element, 1));
    await withShift(() => click(box(element, 3)));
    await element.updateComplete;
    expect(ticked(element)).to.deep.equal(ids(2, 3, 4));
    box(element, 6).focus();
    await withShift(() => sendKeys({ press: ' ' }));
    await element.updateComplete;
    expect(ticked(element)).to.deep.equal(ids(2, 3, 4, 5, 6, 7));
    await withShift(() => click(box(element, 4)));
    await element.updateComplete;
    expect(ticked(element)).to.deep.equal(ids(2, 3, 4));
  });

  it('selects of a range the rows that are loaded, and says how many are not', async function () {
    // its driver holds no key down
    if (isWebKit) this.skip();
    const element = await readyOverview(customers(3000));
    await click(box(element, 0));
    await scrollTo(element, scrollerOf(element).scrollHeight / 2);
    const last = Number(rowsOnScreen(element).at(8)?.getAttribute('aria-rowindex')) - 2;
    await withShift(() => click(box(element, last)));
    await element.updateComplete;
    const selected = Number(/^\d+/.exec(barOf(element))?.[0]);
    expect(selected).to.be.greaterThan(100).and.lessThan(last);
    const skipped = (last + 1 - selected).toLocaleString('en');
    const text = `${skipped} customers in between are not loaded and were not selected.`;
    await waitUntil(() => said(element) === text, `said "${said(element)}", not "${text}"`);
    expect([box(element, last).checked, ticked(element).length > 0]).to.deep.equal([true, true]);
  });

  it('never shows the state of another row, however far the list is scrolled', async () => {
    const element = await readyOverview(customers(3000));
    for (const row of [0, 1, 2, 3, 4, 5]) await click(box(element, row));
    await element.updateComplete;
    // the row that has the focus stays in the page wherever the list is scrolled to
    one(element, '[type=search]').focus();
    for (const top of [4000, 9000, 30_000]) {
      await scrollTo(element, top);
      expect(ticked(element), `at ${top}`).to.deep.equal([]);
    }
    await scrollTo(element, 0);
    expect(ticked(element)).to.deep.equal(ids(1, 2, 3, 4, 5, 6));
    expect(Math.max(...rows(element).map((row) => row.querySelectorAll('*').length))).to.be.at.most(20);
  });

  it('does not move a row when the bar comes and goes', async () => {
    const element = await readyOverview(customers(300));
    const top = () => box(element, 0).getBoundingClientRect().top;
    const before = top();
    await click(box(element, 0));
    await element.updateComplete;
    expect([barOf(element), top()]).to.deep.equal(['1 selected', before]);
    await click(box(element, 0));
    await element.updateComplete;
    expect([barOf(element), top()]).to.deep.equal(['', before]);
  });

  it('stays in view where the bar takes its room', async function () {
    // Firefox leaves the row under the bar; the cause is not known yet
    if (isFirefox) this.skip();
    const element = await readyOverview(customers(300));
    const { bottom } = scrollerOf(element).getBoundingClientRect();
    const last = rows(element).findLast((row) => row.getBoundingClientRect().bottom <= bottom);
    last?.querySelector<HTMLElement>('.select')?.focus();
    await sendKeys({ press: ' ' });
    const end = (of: Element | undefined) => of?.getBoundingClientRect().bottom ?? Infinity;
    await waitUntil(() => end(last) <= end(scrollerOf(element)), 'the bar covers the row');
  });
});

describe('the check box in the header', () => {
  it('selects the page, and lets it go', async () => {
    const element = await readyOverview(customers(60), { paging: 'pages' });
    await click(headerBox(element));
    await element.updateComplete;
    expect([ticked(element).length, barOf(element)]).to.deep.equal([50, '50 selected']);
    expect(headerBox(element).checked).to.equal(true);
    one(element, '.next').click();
    await element.updateComplete;
    await waitUntil(() => !headerBox(element).checked);
    expect([ticked(element), barOf(element), headerBox(element).indeterminate]).to.deep.equal([
      [],
      '50 selected',
      false,
    ]);
    one(element, '.previous').click();
    await waitUntil(() => headerBox(element).checked);
    await click(headerBox(element));
    await element.updateComplete;
    expect(barOf(element)).to.equal('');
  });

  it('selects a list that is loaded as a whole', async () => {
    const element = await readyOverview(customers(28));
    const heard = selectionsOf(element);
    await click(headerBox(element));
    await element.updateComplete;
    expect([ticked(element).length, barOf(element)]).to.deep.equal([28, '28 selected']);
    expect(heard).to.have.length(1);
  });

  it('asks in a long list who is meant: the loaded ones', async () => {
    const element = await readyOverview(customers(1204));
    await click(headerBox(element));
    await sendKeys({ press: 'Escape' });
    expect([focusedCell(), barOf(element)]).to.deep.equal(['-1 select', '']);
    await choose(element, 'The 100 customers loaded so far');
    expect(barOf(element)).to.equal('100 selected');
    expect(headerBox(element).indeterminate).to.equal(true);
    expect(focusedCell()).to.equal('-1 select');
  });

  it('selects all of a million without reading them, and all but one', async () => {
    const [first] = customers(1);
    if (!first) throw new Error('no customer');
    const million = Array.from({ length: 1_000_000 }, (_, index): Customer => ({ ...first, id: `c${index}` }));
    const { provider, asked } = counting(new MemoryProvider(million));
    const element = await overview(provider, { query: {} });
    await inState(element, 'ready');
    const heard = selectionsOf(element);
    const before = asked();
    await choose(element, 'All 1,000,000 customers');
    expect([barOf(element), headerBox(element).checked]).to.deep.equal(['1,000,000 selected', true]);
    await click(box(element, 3));
    await element.updateComplete;
    expect([barOf(element), headerBox(element).indeterminate]).to.deep.equal(['999,999 selected', true]);
    expect(heard).to.deep.equal([
      { query: {}, except: [] },
      { query: {}, except: ['c3'] },
    ]);
    expect(asked()).to.equal(before);
  });
});

describe('a selection', () => {
  it('outlives searches and sorts, and says how many of it are hidden', async () => {
    const element = await readyOverview(customers(30));
    for (const row of [0, 1, 2]) await click(box(element, row));
    await ask(element, { search: '00002' });
    expect([ticked(element), barOf(element)]).to.deep.equal([ids(2), '3 selected 2 hidden by the filter']);
    await ask(element, { sort: [{ field: 'id', direction: 'descending' }] });
    expect([ticked(element), barOf(element)]).to.deep.equal([ids(1, 2, 3), '3 selected']);
  });

  it('of all that match outlives another search, where nobody else can join it', async () => {
    const element = await readyOverview(customers(1204), { query: { search: '1' } });
    const heard = selectionsOf(element);
    await click(headerBox(element));
    const [, all] = element.renderRoot.querySelectorAll('.selection-choice button');
    expect(all && textOf(all)).to.match(/^All \d+ customers that match$/);
    if (all) await click(all);
    await ask(element, { search: '0000' });
    expect(ticked(element)).to.deep.equal(ids(1));
    expect(barOf(element)).to.contain('some may be hidden by the filter');
    expect(box(element, 1).ariaDisabled).to.equal('true');
    await click(box(element, 1));
    await element.updateComplete;
    expect(ticked(element)).to.deep.equal(ids(1));
    expect(heard).to.deep.equal([{ query: { search: '1' }, except: [] }]);
  });

  it('is cleared by its button, and the grid takes the focus', async () => {
    const element = await readyOverview(customers(9));
    await click(box(element, 4));
    one(element, '[part=clear-selection]').focus();
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect([ticked(element), barOf(element), focusedCell()]).to.deep.equal([[], '', '4 select']);
  });

  it('keeps who is not in the list any more, until something is done with them', async () => {
    const provider = new MemoryProvider(customers(9));
    const element = await overview(provider);
    await inState(element, 'ready');
    for (const row of [0, 1, 2]) await click(box(element, row));
    provider.removeCustomers(ids(2));
    element.refresh();
    await waitUntil(() => rows(element).length === 8, 'never read anew');
    expect([ticked(element), barOf(element)]).to.deep.equal([ids(1, 3), '3 selected']);
  });

  it('goes with its provider', async () => {
    const element = await readyOverview(customers(9));
    const heard = selectionsOf(element);
    await click(box(element, 4));
    element.provider = new MemoryProvider(customers(9));
    await waitUntil(() => heard.length === 2);
    expect(heard[1]).to.deep.equal({ ids: [] });
    await inState(element, 'ready');
    expect([ticked(element), barOf(element)]).to.deep.equal([[], '']);
  });

  for (const code of ['forbidden', 'unauthenticated'] as const)
    it(`goes when the list is ${code}`, async () => {
      const list = new MemoryProvider(customers(9));
      let isRefused = false;
      const element = await overview({
        listCustomers: (query, call) =>
          isRefused ? Promise.reject(new ProviderError(code)) : list.listCustomers(query, call),
      });
      await inState(element, 'ready');
      await click(box(element, 4));
      expect(barOf(element)).to.equal('1 selected');
      isRefused = true;
      element.refresh();
      await inState(element, 'failed');
      expect(barOf(element)).to.equal('');
    });

  it('is said', async () => {
    const element = await readyOverview(customers(9));
    await click(box(element, 4));
    await waitUntil(() => said(element) === '1 selected', 'never said', { timeout: 3000 });
  });

  it('can be made where rows are cards, which have no header', async () => {
    const element = await readyOverview(customers(9), {}, 375);
    await click(one(element, '.select-all'));
    await element.updateComplete;
    expect(barOf(element)).to.equal('9 selected');
    await expect(element).to.be.accessible();
  });
});
