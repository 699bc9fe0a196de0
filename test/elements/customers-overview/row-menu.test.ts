import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Customer } from '../../../src/domain/customer.js';
import type { CustomersOverview } from '../../../src/elements/customers-overview/customers-overview.element.js';
import { cell, customers, focused, focusedCell, one, readyOverview, textOf } from './fixtures.js';

const menuOf = (element: CustomersOverview) => one(element, '[role=menu]');
const isOpen = (element: CustomersOverview) => menuOf(element).matches(':popover-open');
const focusedText = () => textOf(focused() ?? document.body);

/** An overview with the menu of its second row opened by a key. */
async function opened(key = 'Enter', more: Partial<Customer> = {}): Promise<CustomersOverview> {
  const element = await readyOverview(customers(5, more));
  cell(element, 1, 'menu').querySelector('button')?.focus();
  await sendKeys({ press: key });
  await waitUntil(() => isOpen(element) && focused()?.role === 'menuitem', 'the menu never opened');
  return element;
}

describe('the menu of a row, by keyboard', () => {
  it('opens by Enter, at its first item', async () => {
    const element = await opened();
    expect([focusedText(), menuOf(element).ariaLabel]).to.deep.equal([
      'Customer details',
      'Actions for Customer 00002',
    ]);
    await expect(element).to.be.accessible();
  });

  it('opens by the space bar, at its first item', async () => {
    await opened(' ');
    expect(focusedText()).to.equal('Customer details');
  });

  it('is gone through with the arrows, around its ends, and with Home and End', async () => {
    await opened();
    const texts: string[] = [];
    for (const press of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'End']) {
      await sendKeys({ press });
      texts.push(focusedText());
    }
    const [first, second, last] = ['Customer details', 'Beacons', 'Upcoming expirations'];
    expect(texts).to.deep.equal([second, last, first, last, first, last]);
  });

  it('says of a customer that can only be viewed why it is short', async () => {
    const element = await opened('Enter', { relationship: 'granted' });
    expect(textOf(one(element, '[role=menu] p'))).to.equal('This customer owns the system: you have view-only access.');
    await expect(element).to.be.accessible();
  });

  it('does by Enter what the item says', async () => {
    const element = await opened();
    const asked: string[] = [];
    element.addEventListener('beacons-open', (event) => {
      event.preventDefault();
      asked.push(event.customerId);
    });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => asked.length > 0, 'never asked');
    expect([asked, isOpen(element)]).to.deep.equal([['00002'], false]);
  });

  it('closes by Escape, and gives the focus back', async () => {
    const element = await opened();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !isOpen(element), 'never closed');
    await waitUntil(() => focusedCell() === '1 menu', 'the focus never came back');
  });

  it('closes by Tab, which goes on from the list', async () => {
    const element = await opened();
    const after = document.createElement('button');
    element.after(after);
    await sendKeys({ press: 'Tab' });
    await waitUntil(() => !isOpen(element), 'never closed');
    await waitUntil(() => focused() === after, 'the focus never went on');
  });
});
