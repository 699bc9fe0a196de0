import { dayLength } from '../../../src/domain/calendar.js';
import { fixtureSync, html, waitUntil } from '@open-wc/testing';
import '../../../src/define/customers-overview.js';
import { summarizeEntitlements } from '../../../src/domain/entitlements.js';
import type { Customer } from '../../../src/domain/customer.js';
import { defaultExpirationPolicy } from '../../../src/domain/expirations.js';
import type { CustomersOverview } from '../../../src/elements/customers-overview/customers-overview.element.js';
import type { CustomersProvider } from '../../../src/providers/customers-provider.js';
import { MemoryProvider } from '../../../src/providers/memory/memory-provider.js';
import { sampleCustomers } from '../../../src/testing/sample-customers.js';

export const now = new Date('2026-06-15T12:00:00Z');

/** The date that lies so many days from {@link now}. */
export function dateIn(days: number): string {
  return new Date(now.getTime() + days * dayLength).toISOString().slice(0, 10);
}

/** What a customer's entitlements come to, by their days left; `Infinity` is undated. */
export function expirationsIn(days: readonly number[], missing?: readonly string[]): Customer['expirations'] {
  const entitlements = days.map((left, index) => ({
    id: String(index),
    product: 'Flexera One',
    capability: 'optima',
    expires: left === Infinity ? null : Number.isNaN(left) ? 'soon' : dateIn(left),
  }));
  const value = summarizeEntitlements(entitlements, { timeZone: 'UTC', policy: defaultExpirationPolicy });
  return { state: 'ready', value, ...(missing && { missing }) };
}

/** A managed customer, plain in every respect that a test does not name. */
export function customer(more: Partial<Customer> & Pick<Customer, 'id'>): Customer {
  return {
    name: `Customer ${more.id}`,
    externalId: `W${more.id}`,
    relationship: 'managed',
    beacons: { state: 'ready', value: { total: 3, unhealthy: 0 } },
    expirations: expirationsIn([10]),
    ...more,
  };
}

/** Customers whose ids and names count from 1, in the order of both. */
export function customers(count: number, more: Partial<Customer> = {}): Customer[] {
  return Array.from({ length: count }, (_, index) => {
    const id = String(index + 1).padStart(5, '0');
    return customer({ id, name: `Customer ${id}`, ...more });
  });
}

export const samples = (count: number) => sampleCustomers(count, { now });

/** An overview in a box of a fixed size, so that the browser's window decides nothing. */
export async function overview(
  provider: CustomersProvider | undefined,
  properties: Partial<CustomersOverview> = {},
  width = 1200,
): Promise<CustomersOverview> {
  const box = fixtureSync<HTMLElement>(html`<div></div>`);
  box.style.width = `${width}px`;
  const element = document.createElement('customers-overview');
  element.style.setProperty('--customers-max-height', '600px');
  Object.assign(element, { provider, now, ...properties });
  box.append(element);
  await element.updateComplete;
  return element;
}

/** An overview with its first rows on screen. */
export async function readyOverview(
  list: readonly Customer[],
  properties: Partial<CustomersOverview> = {},
  width?: number,
): Promise<CustomersOverview> {
  const element = await overview(new MemoryProvider(list), properties, width);
  await inState(element, 'ready');
  return element;
}

/** Waits for a state, and for what it renders. */
export async function inState(element: CustomersOverview, state: string): Promise<void> {
  await waitUntil(() => element.matches(`:state(${state})`), `never came to be ${state}`, { timeout: 8000 });
  await element.updateComplete;
  if (state === 'ready') await withLaterParts(element);
}

/** Waits for what comes after the first view: the keyboard of the grid, and the pages where there are any. */
export async function withLaterParts(element: CustomersOverview): Promise<void> {
  const { renderRoot, paging } = element;
  await waitUntil(() => renderRoot.querySelector('.scroller [tabindex="0"]'), 'no keyboard came', { timeout: 8000 });
  if (paging === 'pages') await waitUntil(() => renderRoot.querySelector('[part=pages]'), 'no pages came');
  await element.updateComplete;
}

/** Resolves with the next event of a type. */
export function nextEvent<Type extends keyof HTMLElementEventMap>(
  element: HTMLElement,
  type: Type,
): Promise<HTMLElementEventMap[Type]> {
  return new Promise((resolve) => element.addEventListener(type, resolve, { once: true }));
}

/** What matches in the element; a test that names what is not there fails here. */
export function one<Found extends Element = HTMLElement>(element: CustomersOverview, selector: string): Found {
  const found = element.renderRoot.querySelector<Found>(selector);
  if (found === null) throw new Error(`nothing matches ${selector}`);
  return found;
}

/** The data rows in the page, spare ones left out, in the order of the document. */
export function rows(element: CustomersOverview): HTMLElement[] {
  return [...element.renderRoot.querySelectorAll<HTMLElement>('tbody > tr:not([hidden])')];
}

/** The data rows in the order on screen. */
export function rowsOnScreen(element: CustomersOverview): HTMLElement[] {
  return rows(element).sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
}

export function textOf(node: Element): string {
  return (node.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The text of the column's cells, from the top of the screen down. */
export function columnTexts(element: CustomersOverview, column: string): string[] {
  return rowsOnScreen(element).map((row) => textOf(row.querySelector(`[data-column=${column}]`) ?? row));
}

export function cell(element: CustomersOverview, row: number, column: string): HTMLElement {
  return one(element, `tbody > tr:not([hidden])[aria-rowindex="${row + 2}"] > [data-column=${column}]`);
}

export const scrollerOf = (element: CustomersOverview): HTMLElement => one(element, '.scroller');

/** Scrolls, and waits until the scrolling rests and what it asked for is on screen. */
export async function scrollTo(element: CustomersOverview, top: number): Promise<void> {
  const scroller = scrollerOf(element);
  const before = scroller.scrollTop;
  scroller.scrollTop = top;
  if (scroller.scrollTop !== before) await new Promise((done) => onceScrolled(scroller, done));
  await new Promise((painted) => requestAnimationFrame(painted));
  await waitUntil(() => !element.matches(':state(loading-more)'), 'rows in view never came');
  await element.updateComplete;
}

function onceScrolled(scroller: HTMLElement, done: (event: Event) => void): void {
  scroller.addEventListener('onscrollend' in window ? 'scrollend' : 'scroll', done, { once: true });
}

/** What has the focus, through the element's shadow root. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** Row (from 0; -1 is the header) and column of the cell that has the focus or holds it. */
export function focusedCell(): string {
  const active = focused();
  const place = active?.closest('th, td');
  const row = Number(place?.closest('tr')?.getAttribute('aria-rowindex')) - 2;
  return place instanceof HTMLElement ? `${row} ${place.dataset['column'] ?? 'whole'}` : `outside: ${active?.tagName}`;
}

/** A key with Control held; dispatched, because not every driver holds a key down. */
export function withControl(key: string): string {
  focused()?.dispatchEvent(
    new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, composed: true, cancelable: true }),
  );
  return focusedCell();
}

/** Errors that reached the page while a test ran. */
export class UncaughtErrors {
  readonly seen: unknown[] = [];
  readonly #onError = (event: ErrorEvent) => this.seen.push(event.error ?? event.message);
  readonly #onRejection = (event: PromiseRejectionEvent) => this.seen.push(event.reason);

  constructor() {
    window.addEventListener('error', this.#onError);
    window.addEventListener('unhandledrejection', this.#onRejection);
  }

  /** A rejection is reported after the task that it happened in, so two frames are let pass. */
  async stop(): Promise<void> {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    window.removeEventListener('error', this.#onError);
    window.removeEventListener('unhandledrejection', this.#onRejection);
  }
}
