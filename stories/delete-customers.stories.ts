import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent } from 'storybook/test';
import '../src/define/delete-customers.js';
import type { Customer } from '../src/domain/customer.js';
import type { DeleteCustomers } from '../src/elements/delete-customers/delete-customers.element.js';
import type { CustomersProvider } from '../src/providers/customers-provider.js';
import { ProviderError } from '../src/providers/provider-error.js';
import { controlsOf, ownFrame, themed } from './controls.js';
import { never } from './lists.js';
import { one, shown, toBeIn } from './looking.js';
import { now } from './moment.js';

type Args = Pick<DeleteCustomers, 'provider' | 'now' | 'customers' | 'hiddenIds'>;
type Story = StoryObj<Args>;

const customer = (id: string, name: string, over: Partial<Customer> = {}): Customer => ({
  id,
  name,
  relationship: 'managed',
  beacons: { state: 'unavailable' },
  expirations: { state: 'unavailable' },
  can: { delete: true },
  ...over,
});

const customers = [
  customer('40981', 'Acme Industries'),
  customer('40982', 'Birch & Sons'),
  customer('40983', 'Cedar Logistics'),
];

const deleting = (deleteCustomers: Required<CustomersProvider>['deleteCustomers']): CustomersProvider => ({
  listCustomers: never,
  getCustomer: never,
  deleteCustomers,
});

const meta: Meta<Args> = {
  title: 'Delete customers',
  component: 'delete-customers',
  decorators: [themed],
  parameters: ownFrame,
  argTypes: controlsOf('delete-customers'),
  args: {
    provider: deleting(async (ids) => ({ outcomes: ids.map((key) => ({ key })) })),
    customers,
    hiddenIds: [],
    now,
  },
  render: ({ provider, customers: all, hiddenIds, now: moment }) =>
    html`<delete-customers
      .provider=${provider}
      .customers=${all}
      .hiddenIds=${hiddenIds}
      .now=${moment}
    ></delete-customers>`,
};
export default meta;

type Context = Parameters<NonNullable<Story['play']>>[0];

/** Goes on to the word, types it and confirms. */
const confirm =
  (state: string, word = 'delete') =>
  async ({ canvasElement }: Context) => {
    const panel = await shown(canvasElement, 'delete-customers');
    await userEvent.click(one(panel, '[part="confirm"]'));
    await toBeIn(panel, 'confirming');
    await userEvent.type(one(panel, '[part="word"]'), word);
    await userEvent.click(one(panel, '[part="confirm"]'));
    await toBeIn(panel, state);
  };

/** One is hidden by a filter of the list, one may not be deleted. */
export const Listed: Story = {
  args: {
    customers: [...customers, customer('40984', 'Dune Partners', { relationship: 'granted' })],
    hiddenIds: ['40982'],
  },
};

export const NobodyMayBeDeleted: Story = { args: { customers: [customer('40984', 'Dune Partners', { can: {} })] } };

export const Unsupported: Story = { args: { provider: { listCustomers: never } } };

export const AnotherWord: Story = { play: confirm('confirming', 'remove') };

export const Deleting: Story = { args: { provider: deleting(never) }, play: confirm('deleting') };

export const Deleted: Story = { play: confirm('done') };

/** One has customers of its own. */
export const SomeRefused: Story = {
  args: {
    provider: deleting(async ([first = '', ...others]) => ({
      outcomes: [
        { key: first, error: { code: 'conflict', reason: 'organization-has-children' } },
        ...others.map((key) => ({ key })),
      ],
    })),
  },
  play: confirm('done'),
};

export const LostReply: Story = {
  args: {
    provider: deleting(async () => {
      throw new ProviderError('timeout');
    }),
  },
  play: confirm('unknown'),
};

export const PermissionLost: Story = {
  args: {
    provider: deleting(async () => {
      throw new ProviderError('forbidden');
    }),
  },
  play: confirm('done'),
};
