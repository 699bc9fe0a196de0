import { fixtureSync, html, waitUntil } from '@open-wc/testing';
import '../../../src/define/customer-beacons.js';
import type { Beacon } from '../../../src/domain/beacons.js';
import type { CustomerBeacons } from '../../../src/elements/customer-beacons/customer-beacons.element.js';
import type { CustomersProvider } from '../../../src/providers/customers-provider.js';

export const now = new Date('2026-06-15T12:00:00Z');

/** A beacon, plain in every respect that a test does not name. */
export function beacon(id: string, more: Partial<Beacon> = {}): Beacon {
  return { id, name: `Beacon ${id}`, connectivity: 'ok', ...more };
}

export function beacons(count: number, more: Partial<Beacon> = {}): Beacon[] {
  return Array.from({ length: count }, (_, index) => beacon(String(index + 1).padStart(4, '0'), more));
}

export const having = (list: readonly Beacon[]): CustomersProvider => ({
  listCustomers: () => new Promise(() => undefined),
  listBeacons: async () => list,
});

/** The beacons of a customer, in a box of a fixed width. */
export async function customerBeacons(
  provider: CustomersProvider | undefined,
  properties: Partial<CustomerBeacons> = {},
  width = 1200,
): Promise<CustomerBeacons> {
  const box = fixtureSync<HTMLElement>(html`<div></div>`);
  box.style.width = `${width}px`;
  const element = document.createElement('customer-beacons');
  Object.assign(element, { provider, now, customerId: '42', ...properties });
  box.append(element);
  await element.updateComplete;
  return element;
}

export async function inState(element: CustomerBeacons, state: string): Promise<void> {
  await waitUntil(() => element.matches(`:state(${state})`), `never came to be ${state}`);
  await element.updateComplete;
}

export function one(element: CustomerBeacons, selector: string): HTMLElement {
  const found = element.renderRoot.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`nothing matches ${selector}`);
  return found;
}

export const all = (element: CustomerBeacons, selector: string) => [
  ...element.renderRoot.querySelectorAll<HTMLElement>(selector),
];

export const textOf = (node: Element) => node.textContent.replace(/\s+/g, ' ').trim();

/** The rows in the page, in the order on screen. */
export const rowsOf = (element: CustomerBeacons) =>
  all(element, 'tbody tr:not([hidden])').sort((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex));

export const namesOf = (element: CustomerBeacons) =>
  rowsOf(element).map((row) => textOf(row.querySelector('.beacon-name') ?? row));

export function rowOf(element: CustomerBeacons, name: string): HTMLElement {
  const row = rowsOf(element).find((each) => textOf(each.querySelector('.beacon-name') ?? each) === name);
  if (row === undefined) throw new Error(`there is no ${name}`);
  return row;
}

/** What a row says in each column. */
export const factsOf = (row: HTMLElement) =>
  Object.fromEntries(
    [...row.children].map((cell) => [cell.getAttribute('data-column') ?? '', textOf(cell).replaceAll(/\s/g, ' ')]),
  );

export const focusedIn = (element: CustomerBeacons) => element.shadowRoot?.activeElement;

export function filterButton(element: CustomerBeacons, connectivity: string): HTMLElement {
  return one(element, `[part~=filter][data-connectivity=${connectivity}]`);
}
