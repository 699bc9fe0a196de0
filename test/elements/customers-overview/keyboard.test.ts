import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { MemoryProvider } from '../../../src/providers/memory/memory-provider.js';
import type { CustomersOverview } from '../../../src/elements/customers-overview/customers-overview.element.js';
import { ScriptedProvider } from '../../../src/testing/scripted-provider.js';
import {
  cell,
  customer,
  customers,
  expirationsIn,
  focused,
  focusedCell,
  inState,
  one,
  overview,
  readyOverview,
  rows,
  samples,
  scrollerOf,
  scrollTo,
  withControl,
} from './fixtures.js';

/** Presses keys one after another and says where the focus stands after each. */
async function walk(...keys: readonly string[]): Promise<string[]> {
  const places: string[] = [];
  for (const press of keys) {
    await sendKeys({ press });
    places.push(focusedCell());
  }
  return places;
}

/** Presses Tab through the toolbar until the focus is in the grid, and says where. */
async function tabIntoGrid(element: CustomersOverview): Promise<string> {
  one(element, 'input').focus();
  for (let presses = 0; presses < 10; presses += 1) {
    await sendKeys({ press: 'Tab' });
    if (scrollerOf(element).contains(focused() ?? null)) return focusedCell();
  }
  return 'nowhere';
}

describe('the tab key', () => {
  it('takes one step into the grid and one out of it', async () => {
    const element = await readyOverview(samples(50));
    const after = document.createElement('button');
    element.after(after);
    expect(await tabIntoGrid(element)).to.equal('-1 name');
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal(after);
    after.remove();
  });

  it('comes back to the cell that was left', async () => {
    const element = await readyOverview(samples(50));
    cell(element, 3, 'beacons').querySelector<HTMLElement>('a, button')?.focus();
    await walk('ArrowRight', 'ArrowDown');
    const place = focusedCell();
    expect(place).to.equal('4 upcomingExpiration');
    expect(await tabIntoGrid(element)).to.equal(place);
  });

  it('meets exactly one stop in the grid, also after scrolling and sorting', async () => {
    const element = await readyOverview(samples(500));
    const stops = () => scrollerOf(element).querySelectorAll('[tabindex="0"], :is(a, button):not([tabindex="-1"])');
    expect(stops()).to.have.length(1);
    await scrollTo(element, 6000);
    expect(stops()).to.have.length(1);
    element.query = { sort: [{ field: 'beacons', direction: 'descending' }] };
    await waitUntil(() => scrollerOf(element).scrollTop === 0);
    await element.updateComplete;
    expect(stops()).to.have.length(1);
    for (const stop of stops()) expect(stop.checkVisibility()).to.equal(true);
  });

  it('meets a row where the header goes away with the room for it, and the header once it is back', async () => {
    const element = await readyOverview(samples(50));
    const stop = () => scrollerOf(element).querySelector('[tabindex="0"]');
    expect(stop()?.closest('tr')?.getAttribute('part')).to.equal('header');
    const box = element.parentElement ?? expect.fail('not in a box');
    box.style.width = '400px';
    await waitUntil(() => stop()?.closest('tr')?.getAttribute('part') === 'row', 'the stop stayed in the header');
    expect(stop()?.checkVisibility()).to.equal(true);
    box.style.width = '1200px';
    cell(element, 0, 'name').querySelector<HTMLElement>('a, button')?.focus();
    await waitUntil(async () => (await walk('ArrowUp'))[0] === '-1 name', 'the header was never reached');
  });
});

describe('the arrow keys', () => {
  it('go by cell, up to the headers and no further', async () => {
    const element = await readyOverview(customers(5));
    one(element, 'thead button').focus();
    expect(await walk('ArrowUp', 'ArrowLeft', 'ArrowDown', 'ArrowRight', 'ArrowRight')).to.deep.equal([
      '-1 name',
      '-1 favourite',
      '0 favourite',
      '0 name',
      '0 id',
    ]);
    expect(await walk('ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowRight')).to.deep.equal([
      '1 id',
      '0 id',
      '-1 id',
      '-1 externalId',
    ]);
  });

  it('land on the link where the cell has one, else on the cell', async () => {
    const element = await readyOverview([
      customer({ id: '1', beacons: { state: 'not-applicable' }, expirations: expirationsIn([]) }),
      customer({ id: '2' }),
    ]);
    one(element, 'thead [data-column=beacons] button').focus();
    const tags: (string | undefined)[] = [];
    for (const press of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowUp']) {
      await sendKeys({ press });
      tags.push(focused()?.localName);
    }
    expect(tags).to.deep.equal(['td', 'button', 'button', 'td']);
  });

  it('mirror where the page is written from right to left', async () => {
    const element = await overview(new MemoryProvider(customers(5)));
    element.parentElement?.setAttribute('dir', 'rtl');
    await inState(element, 'ready');
    await waitUntil(() => element.matches(':dir(rtl)'));
    element.requestUpdate();
    await element.updateComplete;
    one(element, 'thead button').focus();
    expect(await walk('ArrowLeft', 'ArrowLeft', 'ArrowRight')).to.deep.equal(['-1 id', '-1 externalId', '-1 id']);
  });

  it('are the browser’s own with Alt', async () => {
    const element = await readyOverview(customers(5));
    one(element, 'thead button').focus();
    const key = new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true, cancelable: true });
    expect(focused()?.dispatchEvent(key)).to.equal(true);
    expect(focusedCell()).to.equal('-1 name');
  });
});

describe('the keys for longer ways', () => {
  it('Home and End go to the ends of the row', async () => {
    const element = await readyOverview(customers(5));
    one(element, 'thead button').focus();
    expect(await walk('ArrowDown', 'End', 'Home')).to.deep.equal(['0 name', '0 menu', '0 select']);
  });

  it('with Control to the corners, also of rows that are not in the page, and on from there', async () => {
    const element = await readyOverview(customers(2000));
    one(element, 'thead button').focus();
    expect(withControl('End')).to.equal('1999 menu');
    await waitUntil(() => cell(element, 1999, 'name').textContent?.includes('Customer 02000'));
    await element.updateComplete;
    expect(focusedCell()).to.equal('1999 menu');
    expect(await walk('ArrowLeft', 'ArrowUp')).to.deep.equal(['1999 expirationStatus', '1998 expirationStatus']);
    expect(withControl('Home')).to.equal('-1 select');
    expect(await walk('ArrowDown')).to.deep.equal(['0 select']);
    expect(scrollerOf(element).scrollTop).to.equal(0);
  });

  it('page keys go by what is in view', async function () {
    // more than a hundred real keys, each through the driver
    this.timeout(60_000);
    const element = await readyOverview(customers(500));
    one(element, 'thead button').focus();
    const [, page = '', farther = '', back = ''] = await walk('ArrowDown', 'PageDown', 'PageDown', 'PageUp');
    expect(Number.parseInt(page)).to.be.within(5, 20);
    expect(Number.parseInt(farther)).to.equal(2 * Number.parseInt(page));
    expect(back).to.equal(page);
    const box = scrollerOf(element).getBoundingClientRect();
    const row = focused()?.closest('tr')?.getBoundingClientRect();
    expect(row?.top).to.be.at.least(box.top);
    expect(row?.bottom).to.be.at.most(box.bottom);
    expect((await walk(...Array<string>(60).fill('PageDown'))).at(-1)).to.equal('499 name');
    expect((await walk(...Array<string>(60).fill('PageUp'))).at(-1)).to.equal('0 name');
  });

  it('never leave the focus under the header', async () => {
    const element = await readyOverview(customers(500));
    one(element, 'thead button').focus();
    await walk('ArrowDown', 'PageDown', 'PageDown', 'PageDown', ...Array<string>(20).fill('ArrowUp'));
    const head = one(element, 'thead').getBoundingClientRect().bottom;
    expect(focused()?.closest('tr')?.getBoundingClientRect().top).to.be.at.least(head - 1);
  });

  it('reach a row that is not loaded yet, and keep the focus when it comes', async () => {
    const provider = new ScriptedProvider();
    const element = await overview(provider);
    const list = customers(300);
    (await provider.nextCall('listCustomers')).resolve({
      items: list.slice(0, 100),
      total: { value: 300, precision: 'exact' },
    });
    await inState(element, 'ready');
    one(element, 'thead button').focus();
    withControl('End');
    expect(await walk('Home', 'ArrowRight', 'ArrowRight')).to.deep.equal(['299 select', '299 favourite', '299 name']);
    expect(focused()?.localName).to.equal('th');
    (await provider.nextCall('listCustomers')).resolve({ items: list.slice(200) });
    await waitUntil(() => focused()?.localName === 'button');
    expect(focusedCell()).to.equal('299 name');
  });
});

describe('the focus', () => {
  it('outlives being scrolled away, and goes on from there', async () => {
    const element = await readyOverview(customers(2000));
    one(element, 'thead button').focus();
    await walk('ArrowDown', 'ArrowDown');
    await scrollTo(element, 20_000);
    expect(focusedCell()).to.equal('1 name');
    expect(await walk('ArrowDown')).to.deep.equal(['2 name']);
    expect(scrollerOf(element).scrollTop).to.be.below(200);
  });

  it('stays on its cell when what that shows becomes another kind of thing', async () => {
    const list = customers(5);
    const provider = new MemoryProvider(list);
    const element = await overview(provider);
    await inState(element, 'ready');
    cell(element, 1, 'upcomingExpiration').querySelector('button')?.focus();
    provider.replaceCustomers(list.map((each) => ({ ...each, expirations: { state: 'forbidden' } })));
    element.refresh();
    await waitUntil(() => cell(element, 1, 'upcomingExpiration').querySelector('button') === null);
    await element.updateComplete;
    expect(focusedCell()).to.equal('1 upcomingExpiration');
    expect(await walk('ArrowDown')).to.deep.equal(['2 upcomingExpiration']);
  });

  it('stays in the grid when the order changes under it', async () => {
    const element = await readyOverview(samples(500));
    cell(element, 2, 'name').querySelector('button')?.focus();
    element.query = { sort: [{ field: 'id', direction: 'descending' }] };
    await waitUntil(() => cell(element, 0, 'id').textContent?.startsWith('33'));
    await element.updateComplete;
    expect(focusedCell()).to.equal('2 name');
  });

  it('goes to the last row when its own is gone', async () => {
    const provider = new MemoryProvider(customers(5));
    const element = await overview(provider);
    await inState(element, 'ready');
    cell(element, 4, 'id').click();
    cell(element, 4, 'name').querySelector('button')?.focus();
    provider.replaceCustomers(customers(2));
    element.refresh();
    await waitUntil(() => rows(element).length === 2);
    await element.updateComplete;
    expect(focusedCell()).to.equal('1 name');
  });
});
