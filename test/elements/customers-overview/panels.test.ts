import { expect, waitUntil } from '@open-wc/testing';
import '../../../src/define/customers-overview.js';
import type { Customer } from '../../../src/domain/customer.js';
import type { CustomersOverview } from '../../../src/elements/customers-overview/customers-overview.element.js';
import type { CustomersProvider } from '../../../src/providers/customers-provider.js';
import { MemoryProvider } from '../../../src/providers/memory/memory-provider.js';
import { cell, customers, inState, one, overview, rows, textOf } from './fixtures.js';

const allowed: Partial<Customer> = { can: { edit: true, delete: true } };

/** What matches in the content of a panel, once it is there. */
async function found(element: CustomersOverview, panel: string, selector: string): Promise<HTMLElement> {
  const find = () => element.renderRoot.querySelector(panel)?.shadowRoot?.querySelector<HTMLElement>(selector);
  await waitUntil(find, `no ${selector} in ${panel}`, { timeout: 5000 });
  const match = find();
  if (!match) throw new Error(`no ${selector} any more`);
  return match;
}

const partsOf = (element: CustomersOverview, panel: string, selector: string) =>
  [...(one(element, panel).shadowRoot?.querySelectorAll(selector) ?? [])].map(textOf);

/** Customers that are deleted where a test asks for it, and the questions about the list. */
function deleting(list: readonly Customer[]) {
  const memory = new MemoryProvider(list);
  const asked: unknown[] = [];
  const provider: CustomersProvider = {
    describe: (call) => memory.describe(call),
    listCustomers: (query, call) => {
      asked.push(query);
      return memory.listCustomers(query, call);
    },
    deleteCustomers: async (gone) => {
      memory.removeCustomers(gone);
      return { outcomes: gone.map((key) => ({ key })) };
    },
  };
  return { provider, asked };
}

async function select(element: CustomersOverview, ...at: readonly number[]): Promise<void> {
  for (const row of at) cell(element, row, 'select').querySelector('input')?.click();
  await element.updateComplete;
}

afterEach(() => {
  for (const element of document.querySelectorAll('customers-overview')) element.remove();
});

describe('the deletion of those selected', () => {
  it('says whom of them the search hides', async () => {
    const element = await overview(deleting(customers(9, allowed)).provider);
    await inState(element, 'ready');
    await select(element, 4, 5);
    element.query = { search: '00006' };
    await waitUntil(() => rows(element).length === 1);
    one(element, '.bulk-bar [part=delete]').click();
    await found(element, 'delete-customers', '[part=hidden]');
    expect(partsOf(element, 'delete-customers', '[part=customer]').sort()).to.deep.equal([
      'Customer 00005 Organization ID 00005 Hidden by a filter',
      'Customer 00006 Organization ID 00006',
    ]);
  });
});
