import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import '../src/define/customer-details.js';
import type { CustomerDetails } from '../src/domain/customer.js';
import type { CustomerDetailsElement } from '../src/elements/customer-details/customer-details.element.js';
import type { CustomersProvider } from '../src/providers/customers-provider.js';
import { ProviderError } from '../src/providers/provider-error.js';
import { sampleBeacons } from './beacons.js';
import { controlsOf, ownFrame, partnerTheme, themed } from './controls.js';
import { never } from './lists.js';
import { all, one, shown, textOf, toBeIn, toSay } from './looking.js';
import { dateIn, now } from './moment.js';

type Args = Pick<CustomerDetailsElement, 'provider' | 'now' | 'tab'> & {
  readonly 'customer-id': string;
  readonly 'customer-name': string;
  readonly 'time-zone': string;
};
type Story = StoryObj<Args>;

const acme: CustomerDetails = {
  id: '32175',
  name: 'Acme Corporation',
  externalId: 'W12345',
  description: 'Migrated from the previous portal.\nRenewal is negotiated by the local office.',
  relationship: 'managed',
  tiered: true,
  beacons: { state: 'ready', value: { total: 12, unhealthy: 2 } },
  expirations: { state: 'ready', value: { undated: 1, unreadable: 0, dates: [dateIn(10)] } },
  can: { edit: true, delete: true },
  owners: {
    state: 'ready',
    value: [
      { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@acme.example' },
      { firstName: 'Charles', lastName: 'Babbage', email: 'charles at acme' },
    ],
  },
  capabilities: {
    state: 'ready',
    value: [
      { capability: 'iam' },
      { capability: 'optima', expires: dateIn(10) },
      { capability: 'policy', expires: dateIn(-4) },
      { capability: 'fcm', expires: dateIn(361) },
    ],
  },
};

/** A provider that answers about one customer alone. */
const answering = (getCustomer: () => Promise<CustomerDetails>): CustomersProvider => ({
  listCustomers: never,
  getCustomer,
  updateCustomer: never,
  deleteCustomers: never,
  listBeacons: async () => sampleBeacons(12),
});

const having = (more: Partial<CustomerDetails>) => answering(async () => ({ ...acme, ...more }));

const meta: Meta<Args> = {
  title: 'Customer details',
  component: 'customer-details',
  decorators: [themed],
  parameters: { layout: 'padded', docs: ownFrame.docs },
  argTypes: controlsOf('customer-details'),
  args: {
    provider: having({}),
    now,
    tab: 'details',
    'customer-id': '32175',
    'customer-name': 'Acme Corporation',
    'time-zone': 'UTC',
  },
  render: (args) =>
    html`<customer-details
      .provider=${args.provider}
      .now=${args.now}
      tab=${args.tab}
      customer-id=${args['customer-id']}
      customer-name=${args['customer-name']}
      time-zone=${args['time-zone']}
    >
      <section slot="tab" tab-id="spend" tab-label="Cloud Spend Overview">What the host shows here.</section>
    </customer-details>`,
};
export default meta;

/** Finds this state, and these words in a part. */
const saying =
  (state: string, part: string, words: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const element = await shown(canvasElement, 'customer-details');
    await toBeIn(element, state);
    await expect(textOf(one(element, `[part~="${part}"]`))).toContain(words);
  };

export const Ready: Story = { play: saying('ready', 'owners', 'Ada Lovelace') };

/** The customer owns its system: nothing can be changed. */
export const ViewOnly: Story = {
  args: { provider: having({ relationship: 'granted' }) },
  play: async (context) => {
    await saying('view-only', 'header', 'View only')(context);
    const element = await shown(context.canvasElement, 'customer-details');
    await expect(all(element, '[part~="edit"], [part~="delete"]')).toHaveLength(0);
  },
};

/** A tab of the host. */
export const HostTab: Story = {
  args: { tab: 'spend' },
  play: async ({ canvasElement }) => {
    const element = await shown(canvasElement, 'customer-details');
    await toBeIn(element, 'ready');
    await expect(element.querySelector('section')).toBeVisible();
  },
};

/** The beacons, loaded when their tab is first shown. */
export const Beacons: Story = {
  play: async ({ canvasElement }) => {
    const element = await shown(canvasElement, 'customer-details');
    await toBeIn(element, 'ready');
    await userEvent.click(one(element, '[part~="beacons-link"]'));
    await expect(element).toHaveAttribute('tab', 'beacons');
  },
};

/** No capability of the customer brings beacons: there is no tab for them. */
export const WithoutBeacons: Story = {
  args: { provider: having({ beacons: { state: 'not-applicable' } }) },
  play: saying('ready', 'facts', 'Not applicable'),
};

/** Owners and capabilities that may not, or could not, be read. */
export const Withheld: Story = {
  args: { provider: having({ owners: { state: 'forbidden' }, capabilities: { state: 'unavailable' } }) },
  play: saying('ready', 'owners', 'You do not have access'),
};

export const Loading: Story = { args: { provider: answering(never) }, play: saying('loading', 'heading', 'Acme') };

export const Failed: Story = {
  args: {
    provider: answering(async () => {
      throw new ProviderError('not-found');
    }),
  },
  play: saying('failed', 'state', 'This no longer exists.'),
};

/** The provider can neither give details nor look one customer up. */
export const Unsupported: Story = {
  args: {
    provider: {
      listCustomers: async () => {
        throw new ProviderError('unsupported');
      },
    },
  },
  play: saying('unsupported', 'state', 'not available here'),
};

export const Dark: Story = { ...Ready, globals: { scheme: 'dark' } };

export const Narrow: Story = { ...Ready, globals: { viewport: { value: 'mobile1' } } };

export const NarrowDark: Story = { ...Ready, globals: { viewport: { value: 'mobile1' }, scheme: 'dark' } };

export const RightToLeft: Story = { ...Ready, globals: { direction: 'rtl' } };

export const German: Story = {
  globals: { language: 'de' },
  play: async ({ canvasElement }) => {
    const element = await shown(canvasElement, 'customer-details');
    await toBeIn(element, 'ready');
    await toSay(one(element, '#tab-details'), 'Kundendetails');
  },
};

export const Text400: Story = { ...Ready, name: 'Text 400 %', globals: { text: '400%' } };

export const Theme: Story = { ...Ready, args: { tab: 'details', ...partnerTheme } };
