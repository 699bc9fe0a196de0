import { expect, waitUntil } from '@open-wc/testing';
import { isFirefox, isWebKit } from '../../browser.js';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../../src/define/customers-overview.js';
import type { Customer } from '../../../src/domain/customer.js';
import type { CustomersSelection } from '../../../src/domain/selection.js';
import { CustomersOverview } from '../../../src/elements/customers-overview/customers-overview.element.js';
import type { CustomersProvider } from '../../../src/providers/customers-provider.js';
import { MemoryProvider } from '../../../src/providers/memory/memory-provider.js';
import { ProviderError } from '../../../src/providers/provider-error.js';
import {
  cell,
  customers,
  focusedCell,
  inState,
  one,
  overview,
  readyOverview,
  rows,
  scrollTo,
  scrollerOf,
  textOf,
} from './fixtures.js';

/** The check box of a row, counted from 0. */
const box = (element: CustomersOverview, row: number): HTMLInputElement => {
  const found = cell(element, row, 'select').querySelector('input');
  if (found === null) throw new Error('no check box');
  return found;
};
const headerBox = (element: CustomersOverview): HTMLInputElement => one(element, 'thead .select');
const barOf = (element: CustomersOverview): string => {
  const bar = element.renderRoot.querySelector('[part=bulk-bar] .selected');
  return bar ? textOf(bar) : '';
};
const ticked = (element: CustomersOverview): string[] =>
  rows(element)
    .filter((row) => row.querySelector<HTMLInputElement>('.select')?.checked)
    .map((row) => textOf(row.querySelector('[data-column=id]') ?? row))
    .sort();
const ids = (...numbers: readonly number[]): string[] => numbers.map((each) => String(each).padStart(5, '0'));

async function click(target: Element): Promise<void> {
  const { left, top, width, height } = target.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
}
async function withShift(act: () => Promise<void>): Promise<void> {
  await sendKeys({ down: 'Shift' });
  await act();
  await sendKeys({ up: 'Shift' });
}
async function ask(element: CustomersOverview, query: CustomersOverview['query']): Promise<void> {
  const answered = new Promise((done) => element.addEventListener('customers-change', done, { once: true }));
  element.query = query;
  await answered;
  await element.updateComplete;
}
const choose = async (element: CustomersOverview, label: string): Promise<void> => {
  await click(headerBox(element));
  const choice = [...element.renderRoot.querySelectorAll('.selection-choice button')].find(
    (button) => textOf(button) === label,
  );
  if (!choice) throw new Error(`no ${label}`);
  await click(choice);
  await element.updateComplete;
};
const selectionsOf = (element: CustomersOverview): CustomersSelection[] => {
  const heard: CustomersSelection[] = [];
  element.addEventListener('selection-change', ({ selection }) => heard.push(selection));
  return heard;
};
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
    const said = () => textOf(one(element, '.visually-hidden[role=status]'));
    await waitUntil(() => said() === '1 selected', 'never said', { timeout: 3000 });
  });

  it('can be made where rows are cards, which have no header', async () => {
    const element = await readyOverview(customers(9), {}, 375);
    await click(one(element, '.select-all'));
    await element.updateComplete;
    expect(barOf(element)).to.equal('9 selected');
    await expect(element).to.be.accessible();
  });
});

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
  async function deletable(count: number, query: CustomersOverview['query'] = {}) {
    const list = new MemoryProvider(customers(count));
    const element = await overview(
      {
        describe: (call) => list.describe(call),
        listCustomers: (asked, call) => list.listCustomers(asked, call),
        deleteCustomers: never,
      },
      { query },
    );
    await inState(element, 'ready');
    const intended: (readonly string[])[] = [];
    element.addEventListener('customers-delete', (event) => {
      event.preventDefault();
      intended.push(event.customerIds);
    });
    return { element, intended };
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
    const { element, intended } = await deletable(1204, { search: '0120' });
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
});
