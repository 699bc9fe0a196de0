import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CustomersOverview } from '../../../src/elements/customers-overview/customers-overview.element.js';
import { ScriptedProvider } from '../../../src/testing/scripted-provider.js';
import { exact, providerOf } from './hostile.js';
import {
  columnTexts,
  customers,
  focused,
  inState,
  one,
  overview,
  readyOverview,
  rows,
  scrollerOf,
  textOf,
  withControl,
  withLaterParts,
} from './fixtures.js';

const paged = (count: number, width?: number): Promise<CustomersOverview> =>
  readyOverview(customers(count), { paging: 'pages' }, width);

const pagesOf = (element: CustomersOverview): HTMLElement => one(element, '[part=pages]');
const rangeOf = (element: CustomersOverview): string => textOf(one(element, '[part=pages] bdi'));
const button = (element: CustomersOverview, name: string): HTMLButtonElement =>
  one(element, `button[aria-label="${name}"]`);

async function press(element: CustomersOverview, name: string): Promise<void> {
  button(element, name).focus();
  await sendKeys({ press: 'Enter' });
  await element.updateComplete;
}

describe('a list in pages', () => {
  it('shows one page of rows, in order, and where it is in the list', async () => {
    const element = await paged(120);
    expect(columnTexts(element, 'id')).to.deep.equal(customers(50).map(({ id }) => id));
    expect(rangeOf(element)).to.equal('1–50 of 120');
    await press(element, 'Next page');
    expect(columnTexts(element, 'id')[0]).to.equal('00051');
    await press(element, 'Next page');
    expect([rows(element).length, rangeOf(element)]).to.deep.equal([20, '101–120 of 120']);
  });

  it('keeps the focus on its buttons, also where they lead no further', async () => {
    const element = await paged(60);
    expect(button(element, 'Previous page').ariaDisabled).to.equal('true');
    await press(element, 'Next page');
    expect(focused()).to.equal(button(element, 'Next page'));
    expect(button(element, 'Next page').ariaDisabled).to.equal('true');
    await press(element, 'Next page');
    expect(rangeOf(element)).to.equal('51–60 of 60');
    await press(element, 'Previous page');
    expect(rangeOf(element)).to.equal('1–50 of 60');
  });

  it('keeps the first row in the page when the page takes another size', async () => {
    const element = await paged(300);
    await press(element, 'Next page');
    const select = one<HTMLSelectElement>(element, '[part=pages] select');
    expect([...select.options].map(({ text }) => text)).to.deep.equal(['25', '50', '100']);
    select.focus();
    await sendKeys({ press: 'ArrowUp' });
    await waitUntil(() => rows(element).length === 25);
    expect(rangeOf(element)).to.equal('51–75 of 300');
    await sendKeys({ press: 'End' });
    await waitUntil(() => rows(element).length === 100);
    expect(rangeOf(element)).to.equal('1–100 of 300');
  });

  it('is a native table: laid out by the browser, its rows counted by the browser', async () => {
    const element = await paged(60);
    expect(getComputedStyle(one(element, 'table')).display).to.equal('table');
    expect(one(element, 'table').hasAttribute('aria-rowcount')).to.equal(false);
    expect(element.renderRoot.querySelectorAll('[aria-rowindex]')).to.have.length(0);
    const [first, second] = rows(element);
    expect(second?.getBoundingClientRect().top).to.be.closeTo(first?.getBoundingClientRect().bottom ?? NaN, 1);
    expect(first?.style.transform).to.equal('');
  });

  it('gives the one cell of a row that cannot be read the room of all', async () => {
    const items = [...customers(2), { id: '3', name: 'Broken' }];
    const element = await overview(
      providerOf(() => ({ items, total: exact(3) })),
      { paging: 'pages' },
    );
    await inState(element, 'ready');
    const marked = one<HTMLTableCellElement>(element, '.unreadable');
    expect(marked.getBoundingClientRect().width).to.be.closeTo(one(element, 'table').getBoundingClientRect().width, 2);
    expect([marked.colSpan, marked.ariaColSpan]).to.deep.equal([9, '9']);
    await expect(element).to.be.accessible();
  });

  it('shows long names whole', async () => {
    const name = 'A very long name of a customer organization that goes on and on '.repeat(4).trim();
    const element = await readyOverview([{ ...customers(1)[0], name } as never], { paging: 'pages' });
    const link = one(element, '[part~=customer-link]');
    expect(link.scrollWidth).to.be.at.most(link.clientWidth || link.getBoundingClientRect().width + 1);
    expect(rows(element)[0]?.offsetHeight).to.be.above(60);
  });

  it('has the keyboard of the grid within the page', async () => {
    const element = await paged(120);
    await press(element, 'Next page');
    one(element, 'thead button').focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(textOf(focused() ?? element)).to.equal('Customer 00051');
    withControl('End');
    expect(focused()?.closest('tr')).to.equal(rows(element).at(-1));
    await sendKeys({ press: 'ArrowDown' });
    expect(focused()?.closest('tr'), 'no further').to.equal(rows(element).at(-1));
  });

  it('opens the slideout of the customer in the row, and gives the focus back to it', async () => {
    const element = await paged(120);
    await press(element, 'Next page');
    const link = one(element, '[part~=expirations-link]');
    link.focus();
    await sendKeys({ press: 'Enter' });
    const slideout = () => element.renderRoot.querySelector('expirations-slideout');
    await waitUntil(() => slideout()?.open === true, 'never opened', { timeout: 8000 });
    expect(slideout()?.customerId).to.equal('00051');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => focused() === link);
  });

  it('begins at the first page with another question, and keeps the page with the same one', async () => {
    const element = await paged(120);
    await press(element, 'Next page');
    element.refresh();
    await inState(element, 'ready');
    expect(rangeOf(element)).to.equal('51–100 of 120');
    element.query = { sort: [{ field: 'id', direction: 'descending' }] };
    await waitUntil(() => columnTexts(element, 'id')[0] === '00120');
    expect(rangeOf(element)).to.equal('1–50 of 120');
  });

  it('shows the last page that there is while the list is shorter, and turns from there', async () => {
    const provider = new ScriptedProvider({ ignoresAbort: true });
    const element = await overview(provider, { paging: 'pages' });
    const answer = async (count: number): Promise<void> => {
      const { resolve, asked } = await provider.nextCall('listCustomers');
      const { page } = asked[0] as { page: { offset: number; limit: number } }; // what is asked of listCustomers
      const items = customers(count).slice(page.offset, page.offset + page.limit);
      resolve({ items, total: { value: count, precision: 'exact' } });
      await element.updateComplete;
    };
    const become = async (count: number): Promise<void> => {
      element.refresh();
      await element.updateComplete;
      await answer(count);
    };
    await answer(90);
    await inState(element, 'ready');
    one(element, '[part=pages] select').focus();
    await sendKeys({ press: 'ArrowUp' });
    await press(element, 'Next page');
    await press(element, 'Next page');
    expect(rangeOf(element)).to.equal('51–75 of 90');
    await become(30);
    await waitUntil(() => rangeOf(element) === '26–30 of 30');
    await become(90);
    await waitUntil(() => rangeOf(element) === '51–75 of 90', 'it is the page that the viewer turned to');
    await become(30);
    await waitUntil(() => rangeOf(element) === '26–30 of 30');
    await press(element, 'Previous page');
    expect(rangeOf(element)).to.equal('1–25 of 30');
  });

  it('can be turned on and off while it is on screen', async () => {
    const element = await readyOverview(customers(300));
    expect(element.renderRoot.querySelector('[part=pages]')).to.equal(null);
    element.setAttribute('paging', 'pages');
    await withLaterParts(element);
    expect([rows(element).length, rangeOf(element)]).to.deep.equal([50, '1–50 of 300']);
    element.paging = 'window';
    await element.updateComplete;
    expect(one(element, 'table').getAttribute('aria-rowcount')).to.equal('301');
    expect(rows(element)[1]?.getAttribute('aria-rowindex')).to.equal('3');
    expect(rows(element)[1]?.style.transform).to.match(/translateY/);
  });

  it('is cards in a narrow place, too, one below the other', async () => {
    const element = await paged(60, 400);
    const [first, second] = rows(element);
    expect(second?.getBoundingClientRect().top).to.be.at.least(first?.getBoundingClientRect().bottom ?? NaN);
    expect(pagesOf(element).scrollWidth).to.be.at.most(pagesOf(element).clientWidth);
  });

  it('turns by buttons that stand beside each other, however narrow the place', async () => {
    const element = await paged(2000, 320);
    const [previous, next] = ['Previous page', 'Next page'].map((name) =>
      button(element, name).getBoundingClientRect(),
    );
    expect(next?.top).to.equal(previous?.top);
    expect(next?.right).to.be.at.most(element.getBoundingClientRect().right + 0.5);
  });

  it('sizes its pages on the line on which they are turned where there is little room, and says so', async () => {
    const element = await paged(2000, 358);
    const [select, next] = [one(element, '[part=pages] select'), button(element, 'Next page')];
    expect(select.getBoundingClientRect().top).to.equal(next.getBoundingClientRect().top);
    const word = one(element, '[part=pages] label span');
    expect(textOf(word)).to.equal('Customers per page');
    expect(word.checkVisibility(), 'is there for a screen reader').to.equal(true);
  });

  it('begins and ends its lines as far from the edge as the list in one, and sets "View only" apart', async () => {
    const element = await readyOverview(customers(1, { relationship: 'granted' }), { paging: 'pages' });
    const edge = scrollerOf(element).getBoundingClientRect();
    for (const line of element.renderRoot.querySelectorAll('tr')) {
      const [first, last] = [line.firstElementChild, line.lastElementChild].map(
        (cell) => cell && getComputedStyle(cell),
      );
      expect([first?.paddingInlineStart, last?.paddingInlineEnd]).to.deep.equal(['16px', '16px']);
    }
    const name = document.createRange();
    name.selectNodeContents(one(element, '.customer-name'));
    const text = name.getBoundingClientRect();
    expect(text.left - edge.left, 'after what can be done with the row').to.be.within(17, 90);
    expect(one(element, '.view-only').getBoundingClientRect().left - text.right).to.be.closeTo(8, 1.5);
  });

  it('leaves the sign of problems its room', async () => {
    const beacons = { state: 'ready', value: { total: 1234, unhealthy: 99 } } as const;
    const element = await readyOverview(customers(3, { beacons }), { paging: 'pages' });
    const sign = one(element, '.problems').getBoundingClientRect();
    const link = one(element, '[part~=expirations-link]').getBoundingClientRect();
    expect(sign.right).to.be.at.most(link.left);
  });

  it('asks only for what it shows', async () => {
    const provider = new ScriptedProvider({ ignoresAbort: true });
    const element = await overview(provider, { paging: 'pages' });
    const { resolve } = await provider.nextCall('listCustomers');
    resolve({ items: customers(100), total: { value: 100_000, precision: 'exact' } });
    await inState(element, 'ready');
    expect(provider.calls).to.have.length(1);
  });
});
