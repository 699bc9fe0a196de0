import { fixtureSync, html, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../../src/define/add-customers.js';
import type { AddCustomers } from '../../../src/elements/add-customers/add-customers.element.js';
import type { CustomerDraft, CustomersProvider, MutationCall } from '../../../src/providers/customers-provider.js';
import { ScriptedProvider, type ScriptedCall } from '../../../src/testing/scripted-provider.js';

export const description = {
  version: 1,
  can: { add: true },
  capabilities: [{ capability: 'iam' }, { capability: 'fcm', name: 'Cloud migration' }],
};

export const scripted = () => new ScriptedProvider({ offers: ['describe', 'createCustomers'] });

/** A panel in the page, in whatever state that is. */
export async function panelOf(provider: CustomersProvider | undefined): Promise<AddCustomers> {
  const element = fixtureSync<AddCustomers>(html`<add-customers .provider=${provider}></add-customers>`);
  await element.updateComplete;
  return element;
}

/** A panel in which customers can be filled in. */
export async function readyPanel(): Promise<{ readonly panel: AddCustomers; readonly provider: ScriptedProvider }> {
  const provider = scripted();
  const panel = await panelOf(provider);
  (await provider.nextCall('describe')).resolve(description);
  await inState(panel, 'ready');
  return { panel, provider };
}

export async function inState(panel: AddCustomers, state: string): Promise<void> {
  await waitUntil(() => panel.matches(`:state(${state})`), `never came to be ${state}`);
  await panel.updateComplete;
}

export const all = (panel: AddCustomers, selector: string) => [
  ...panel.renderRoot.querySelectorAll<HTMLElement>(selector),
];

export function one(panel: AddCustomers, selector: string): HTMLElement {
  const [found] = all(panel, selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}

export const textOf = (node: Element) => node.textContent.replace(/\s+/g, ' ').trim();
export const textIn = (panel: AddCustomers) => textOf(panel.renderRoot as unknown as Element);
export const draftsIn = (panel: AddCustomers) => all(panel, '[part~="draft"]');

/** A field of a row, by the end of its id. */
export function field(panel: AddCustomers, row: number, name: string): HTMLInputElement {
  const found = draftsIn(panel)[row]?.querySelector<HTMLInputElement>(`[id$="-${name}"]`);
  if (!found) throw new Error(`row ${row} has no ${name}`);
  return found;
}

export async function click(target: HTMLElement): Promise<void> {
  target.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = target.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
}

export async function type(target: HTMLElement, text: string): Promise<void> {
  await click(target);
  await sendKeys({ type: text });
}

/** Types everything that a customer needs into a row. */
export async function fill(panel: AddCustomers, row: number, name: string): Promise<void> {
  await type(field(panel, row, 'name'), name);
  await type(field(panel, row, 'owner-0-firstName'), 'Ada');
  await sendKeys({ press: 'Tab' });
  await sendKeys({ type: 'Byron' });
  await sendKeys({ press: 'Tab' });
  await sendKeys({ type: 'ada@acme.example' });
}

/** Lets the reader choose a file, as far as a page can do that. */
export async function choose(panel: AddCustomers, content: BlobPart): Promise<void> {
  const transfer = new DataTransfer();
  transfer.items.add(new File([content], 'customers.csv', { type: 'text/csv' }));
  const input = one(panel, '#file') as HTMLInputElement;
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await panel.updateComplete;
  await waitUntil(() => !textOf(one(panel, '#csv-notice p')).endsWith('…'), 'never read the file');
}

/** Presses the button that sends, and gives what was sent. */
export async function send(panel: AddCustomers, provider: ScriptedProvider): Promise<ScriptedCall> {
  const call = provider.nextCall('createCustomers');
  await click(one(panel, '[part~="create"]'));
  return call;
}

export const draftsOf = ({ asked }: ScriptedCall) => asked[0] as readonly CustomerDraft[];
export const keyOf = ({ call }: ScriptedCall) => (call as MutationCall).idempotencyKey;
export const focusedIn = (panel: AddCustomers) => panel.shadowRoot?.activeElement?.id;
