import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CustomersOverview } from '../../../src/elements/customers-overview/customers-overview.element.js';
import { MemoryProvider } from '../../../src/providers/memory/memory-provider.js';
import { ScriptedProvider } from '../../../src/testing/scripted-provider.js';
import {
  cell,
  columnTexts,
  customers,
  focused,
  inState,
  one,
  overview,
  readyOverview,
  rows,
  rowsOnScreen,
  textOf,
} from './fixtures.js';

const key = 'viewer-17';
const item = `customers-overview:${key}`;
const kept = (): unknown => JSON.parse(localStorage.getItem(item) ?? 'null');
const headers = (element: CustomersOverview) =>
  [...element.renderRoot.querySelectorAll('thead th:not(.control)')].map((header) => textOf(header));
const names = (element: CustomersOverview) => columnTexts(element, 'name');
const star = (element: CustomersOverview, row: number) =>
  one(element, `tbody > tr[aria-rowindex="${row + 2}"] > [data-column=favourite] button`);
const onTop = (element: CustomersOverview) => one(element, '[part~=favourites-on-top]');
const isOffered = (element: CustomersOverview) => onTop(element).getAttribute('aria-disabled') === 'false';
const said = (element: CustomersOverview) => textOf(one(element, '.visually-hidden[role=status]'));
const choice = (element: CustomersOverview, column: string, control: string) =>
  one<HTMLInputElement>(element, `[data-choice=${column}] ${control}`);

async function openColumns(element: CustomersOverview): Promise<HTMLElement> {
  one(element, '[part~=columns]').focus();
  await sendKeys({ press: 'Enter' });
  const popover = one(element, '#columns');
  await waitUntil(() => popover.matches(':focus'), 'the popover never opened');
  return popover;
}

afterEach(() => localStorage.clear());

describe('favourites', () => {
  it('are marked by a star, which changes at once; no row moves until they are shown on top', async () => {
    const element = await readyOverview(customers(5));
    expect(star(element, 3).getAttribute('aria-label')).to.equal('Favourite: Customer 00004');
    expect(isOffered(element)).to.equal(false);
    const before = rowsOnScreen(element).map((row) => row.getBoundingClientRect().top);
    star(element, 3).click();
    await waitUntil(() => star(element, 3).ariaPressed === 'true');
    expect(names(element)[0]).to.equal('Customer 00001');
    expect(rowsOnScreen(element).map((row) => row.getBoundingClientRect().top)).to.deep.equal(before);
    await waitUntil(() => said(element).startsWith('Favourites changed.'), 'never said', { timeout: 3000 });
    onTop(element).focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => names(element)[0] === 'Customer 00004');
    expect(names(element).slice(1)).to.deep.equal([
      'Customer 00001',
      'Customer 00002',
      'Customer 00003',
      'Customer 00005',
    ]);
    expect(star(element, 0).ariaPressed).to.equal('true');
    expect(isOffered(element)).to.equal(false);
    expect(focused() === onTop(element), 'the focus stays').to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('offer nothing once a star is taken back', async () => {
    const element = await readyOverview(customers(3));
    star(element, 1).click();
    await waitUntil(() => isOffered(element));
    star(element, 1).click();
    await waitUntil(() => !isOffered(element));
  });

  it('are marked by keyboard, and the focus stays on the star', async () => {
    const element = await readyOverview(customers(3));
    cell(element, 1, 'name').querySelector<HTMLElement>('button')?.focus();
    await sendKeys({ press: 'ArrowLeft' });
    await sendKeys({ press: ' ' });
    await waitUntil(() => star(element, 1).ariaPressed === 'true');
    expect(focused() === star(element, 1)).to.equal(true);
  });

  it('come first in the next question, whatever it is', async () => {
    const element = await readyOverview(customers(5));
    star(element, 2).click();
    await waitUntil(() => isOffered(element));
    one(element, 'thead [data-column=name] button').click();
    await waitUntil(() => names(element)[1] === 'Customer 00005');
    expect(names(element)[0]).to.equal('Customer 00003');
  });

  it('come first when the list is read anew', async () => {
    const element = await readyOverview(customers(3));
    star(element, 2).click();
    await waitUntil(() => isOffered(element));
    element.refresh();
    await waitUntil(() => names(element)[0] === 'Customer 00003');
  });

  it('stand behind those that the host puts first', async () => {
    const provider = new ScriptedProvider({ offers: ['describe'] });
    const element = await overview(provider, { query: { pinned: ['9', '00002'] } });
    (await provider.nextCall('describe')).resolve({ pins: true });
    (await provider.nextCall('listCustomers')).resolve({ items: customers(3) });
    await inState(element, 'ready');
    await waitUntil(() => rows(element)[0]?.querySelector('.star'));
    star(element, 0).click();
    star(element, 1).click();
    await waitUntil(() => isOffered(element));
    onTop(element).click();
    const { asked } = await provider.nextCall('listCustomers');
    expect(asked[0]).to.have.deep.property('pinned', ['9', '00002', '00001']);
  });

  it('are not on offer where the provider cannot put customers first', async () => {
    for (const description of [{}, { pins: false }]) {
      const provider = new ScriptedProvider({ offers: ['describe'] });
      localStorage.setItem(item, '{"favourites":["00002"]}');
      const element = await overview(provider, { preferencesKey: key });
      (await provider.nextCall('describe')).resolve(description);
      const call = await provider.nextCall('listCustomers');
      expect(call.asked[0]).not.to.have.property('pinned');
      call.resolve({ items: customers(3) });
      await inState(element, 'ready');
      await waitUntil(() => element.renderRoot.querySelector('[part~=columns]'));
      expect(element.renderRoot.querySelector('.star, [part~=favourites-on-top]')).to.equal(null);
    }
  });

  it('are no more than 500, which is said', async () => {
    const favourites = Array.from({ length: 500 }, (_, index) => `elsewhere-${index}`);
    localStorage.setItem(item, JSON.stringify({ favourites }));
    const element = await readyOverview(customers(3), { preferencesKey: key });
    star(element, 0).click();
    const text = 'There can be 500 favourites. Remove one to add another.';
    await waitUntil(() => element.renderRoot.querySelector('[part~=notice]'));
    expect(textOf(one(element, '[part~=notice]'))).to.equal(text);
    expect(star(element, 0).ariaPressed).to.equal('false');
    await waitUntil(() => said(element) === text, 'never said', { timeout: 3000 });
    expect(kept()).to.deep.equal({ favourites });
  });
});

describe('preferences that are kept', () => {
  it('are there in the next element with the same key: the first question has the favourites first', async () => {
    const first = await readyOverview(customers(5), { preferencesKey: key });
    expect(localStorage.getItem(item), 'nothing is written before a choice').to.equal(null);
    star(first, 4).click();
    await openColumns(first);
    choice(first, 'externalId', '[type=checkbox]').click();
    await waitUntil(() => headers(first).length === 5);
    first.remove();

    const provider = new ScriptedProvider({ offers: ['describe'] });
    const next = await overview(provider, { preferencesKey: key });
    (await provider.nextCall('describe')).resolve({ pins: true });
    const question = await provider.nextCall('listCustomers');
    expect(question.asked[0]).to.have.deep.property('pinned', ['00005']);
    question.resolve({ items: customers(5).reverse() });
    await inState(next, 'ready');
    expect(headers(next)).not.to.include('External ID');
    expect(star(next, 0).ariaPressed).to.equal('true');
    expect(isOffered(next)).to.equal(false);
    expect(provider.calls.filter(({ method }) => method === 'listCustomers')).to.have.length(1);
  });

  it('are waited for, and for no longer than two seconds', async () => {
    const provider = new ScriptedProvider();
    const reads: ((preferences: unknown) => void)[] = [];
    const store = {
      read: () => new Promise((resolve) => reads.push(resolve)),
      write: () => undefined,
    };
    const element = await overview(provider, { preferences: store });
    await waitUntil(() => reads.length === 1);
    expect(element.matches(':state(loading)')).to.equal(true);
    expect(provider.calls).to.have.length(0);
    const began = performance.now();
    (await provider.nextCall('listCustomers')).resolve({ items: customers(3) });
    expect(performance.now() - began).to.be.within(1000, 4000);
    await inState(element, 'ready');
    reads[0]?.({ density: 'compact', columns: [{ id: 'id', hidden: true }] });
    await waitUntil(() => headers(element).length === 5);
  });

  it('do not hold a list back where the part that reads them cannot come, and are followed once it does', async () => {
    let isOnline = false;
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => isOnline });
    try {
      localStorage.setItem(item, '{"columns":[{"id":"id","hidden":true}]}');
      const provider = new ScriptedProvider();
      const element = await overview(provider, { preferencesKey: key });
      (await provider.nextCall('listCustomers')).resolve({ items: customers(3) });
      await waitUntil(() => rows(element)[0]?.querySelector('[part~=customer-link]'));
      expect(headers(element)).to.have.length(6);
      isOnline = true;
      dispatchEvent(new Event('online'));
      await waitUntil(() => headers(element).length === 5);
      expect(rows(element), 'the rows stay').to.have.length(3);
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('do not hold a list back that is on screen already', async () => {
    const provider = new ScriptedProvider();
    const element = await overview(provider);
    (await provider.nextCall('listCustomers')).resolve({ items: customers(3) });
    await inState(element, 'ready');
    element.preferences = { read: () => new Promise(() => undefined), write: () => undefined };
    await element.updateComplete;
    expect(rows(element)).to.have.length(3);
    expect(provider.calls).to.have.length(1);
  });

  it('are followed from another page', async () => {
    const element = await readyOverview(customers(3), { preferencesKey: key });
    localStorage.setItem(item, '{"favourites":["00002"],"columns":[{"id":"beacons","hidden":true}]}');
    dispatchEvent(new StorageEvent('storage', { key: item }));
    await waitUntil(() => headers(element).length === 5);
    expect(star(element, 1).ariaPressed).to.equal('true');
    expect(names(element)[0], 'no row moves').to.equal('Customer 00001');
    expect(isOffered(element)).to.equal(true);
  });

  it('are as nothing chosen where they are broken', async () => {
    localStorage.setItem(item, '{"columns":[{"id":"name","hidden":true},{"id":"id","width":"1e9"}],"density":7}');
    const element = await readyOverview(customers(3), { preferencesKey: key });
    expect(headers(element)).to.have.length(6);
    expect(headers(element)[0]).to.equal('Customer name');
  });
});

describe('columns', () => {
  it('are hidden and shown again, the name never', async () => {
    const element = await readyOverview(customers(3));
    await openColumns(element);
    expect(choice(element, 'name', '[type=checkbox]').disabled).to.equal(true);
    choice(element, 'beacons', '[type=checkbox]').focus();
    await sendKeys({ press: ' ' });
    await waitUntil(() => !headers(element).includes('Total Beacons'));
    expect(rows(element)[0]?.querySelector('[data-column=beacons]')).to.equal(null);
    expect(one(element, 'table').getAttribute('aria-colcount')).to.equal('8');
    await expect(element).to.be.accessible();
    await sendKeys({ press: ' ' });
    await waitUntil(() => headers(element).includes('Total Beacons'));
  });

  it('that the list is sorted by may be hidden: the order stays, and another one can be asked for', async () => {
    const element = await readyOverview(customers(3), { query: { sort: [{ field: 'id', direction: 'descending' }] } });
    await openColumns(element);
    choice(element, 'id', '[type=checkbox]').click();
    await waitUntil(() => !headers(element).includes('Organization ID'));
    expect(names(element)[0]).to.equal('Customer 00003');
    one(element, 'thead [data-column=name] button').click();
    await waitUntil(() => names(element)[0] === 'Customer 00001');
  });

  it('are moved by their buttons, and the focus goes along', async () => {
    const element = await readyOverview(customers(3));
    await openColumns(element);
    choice(element, 'externalId', '.up').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => headers(element)[1] === 'External ID');
    expect(columnTexts(element, 'externalId')[0]).to.equal('W00001');
    await waitUntil(() => focused() === choice(element, 'externalId', '.up'));
    await waitUntil(() => said(element) === 'External ID: 2 of 6', 'never said', { timeout: 3000 });
    expect(choice(element, 'externalId', '.up').getAttribute('aria-disabled')).to.equal('true');
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(headers(element)[1]).to.equal('External ID');
  });

  it('are moved by Alt and an arrow from whatever stands for them', async () => {
    const element = await readyOverview(customers(3));
    await openColumns(element);
    choice(element, 'id', '[type=checkbox]').focus();
    focused()?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true, composed: true, cancelable: true }),
    );
    await waitUntil(() => headers(element)[2] === 'Organization ID');
    await waitUntil(() => focused() === choice(element, 'id', '[type=checkbox]'));
    expect(choice(element, 'id', '[type=checkbox]').checked).to.equal(true);
  });

  it('are made wider and narrower by the arrow keys, from the width that they have', async () => {
    const element = await readyOverview(customers(3));
    const width = () => one(element, 'thead [data-column=id]').getBoundingClientRect().width;
    const before = width();
    await openColumns(element);
    await waitUntil(() => Math.abs(choice(element, 'id', '[type=range]').valueAsNumber - before / 16) <= 1);
    expect(choice(element, 'id', '[type=range]').getAttribute('aria-valuetext')).to.equal('Automatic');
    choice(element, 'id', '[type=range]').focus();
    for (let press = 0; press < 3; press += 1) await sendKeys({ press: 'ArrowRight' });
    const wanted = choice(element, 'id', '[type=range]').valueAsNumber * 16;
    await waitUntil(() => Math.abs(width() - wanted) < 1);
    expect(wanted).to.be.greaterThan(before);
    expect(choice(element, 'id', '[type=range]').hasAttribute('aria-valuetext')).to.equal(false);
  });

  it('and rows are as they were at first after a reset, which keeps the favourites', async () => {
    localStorage.setItem(
      item,
      '{"favourites":["00002"],"columns":[{"id":"beacons","hidden":true}],"density":"compact"}',
    );
    const element = await readyOverview(customers(3), { preferencesKey: key });
    const popover = await openColumns(element);
    const reset = popover.querySelector<HTMLElement>(':scope > button');
    reset?.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => headers(element).length === 6);
    expect(kept()).to.deep.equal({ favourites: ['00002'] });
    expect(focused() === reset).to.equal(true);
  });

  it('stay open to the keyboard: Escape closes them and gives the focus back', async () => {
    const element = await readyOverview(customers(3));
    await openColumns(element);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => focused() === one(element, '[part~=columns]'));
  });

  it('are facts of the cards in the same order', async () => {
    localStorage.setItem(item, '{"columns":[{"id":"name"},{"id":"expirationStatus"},{"id":"id","hidden":true}]}');
    for (const width of [360, 900]) {
      const element = await readyOverview(customers(3), { preferencesKey: key }, width);
      const [card] = rowsOnScreen(element);
      const facts = [...(card?.querySelectorAll<HTMLElement>('td:not(.control)') ?? [])];
      expect(facts.map(({ dataset }) => dataset['column'])).to.deep.equal([
        'expirationStatus',
        'externalId',
        'beacons',
        'upcomingExpiration',
      ]);
      const bottom = card?.getBoundingClientRect().bottom ?? 0;
      for (const fact of facts)
        expect(fact.getBoundingClientRect().bottom, `within the card, ${width}`).to.be.at.most(bottom);
    }
  });
});

describe('density', () => {
  it('makes rows lower, and is kept', async () => {
    const element = await readyOverview(customers(3), { preferencesKey: key });
    const height = () => rows(element)[0]?.getBoundingClientRect().height ?? 0;
    const before = height();
    const popover = await openColumns(element);
    popover.querySelector<HTMLElement>('[type=radio]')?.focus();
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => height() < before, 'no lower rows');
    expect(height()).to.be.at.least(35);
    expect(kept()).to.deep.equal({ density: 'compact' });
    await waitUntil(() => {
      const [first, second] = rowsOnScreen(element).map((row) => row.getBoundingClientRect());
      return first && second && Math.abs(first.bottom - second.top) < 1;
    }, 'rows never closed ranks');
  });
});

describe('a provider of another list', () => {
  it('is asked for the favourites first as well, once it has said that it can', async () => {
    const element = await readyOverview(customers(3));
    star(element, 2).click();
    await waitUntil(() => star(element, 2).ariaPressed === 'true');
    element.provider = new MemoryProvider(customers(4));
    await waitUntil(() => rows(element).length === 4);
    expect(names(element)[0]).to.equal('Customer 00003');
  });
});
