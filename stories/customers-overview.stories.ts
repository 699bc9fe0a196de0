import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../src/define/customers-overview.js';
import type { CustomersOverview } from '../src/elements/customers-overview/customers-overview.element.js';
import type { CustomersProvider } from '../src/providers/customers-provider.js';
import { ProviderError } from '../src/providers/provider-error.js';
import { sampleCustomers } from '../src/testing/index.js';
import { controlsOf, ownFrame, partnerTheme, themed } from './controls.js';
import { answering, carelessProvider, never, providerOf, sampleProvider } from './lists.js';
import { all, customerRows, one, shown, skeletonRows, textOf, toBeIn, toShowCustomers } from './looking.js';
import { now } from './moment.js';
import { customersOfRules } from './rules.js';

interface Args {
  readonly provider?: CustomersProvider;
  readonly now: Date;
  readonly 'customer-href'?: string;
  readonly 'beacons-href'?: string;
  readonly 'time-zone'?: string;
}
type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const meta: Meta<Args> = {
  title: 'Customers overview',
  component: 'customers-overview',
  decorators: [themed],
  parameters: { layout: 'padded' },
  argTypes: controlsOf('customers-overview'),
  args: { now, 'customer-href': '#/customers/{id}', 'beacons-href': '#/customers/{id}/beacons' },
  render: (args) =>
    html`<customers-overview
      .provider=${args.provider}
      .now=${args.now}
      customer-href=${args['customer-href'] ?? ''}
      beacons-href=${args['beacons-href'] ?? ''}
      time-zone=${args['time-zone'] ?? 'UTC'}
    ></customers-overview>`,
};
export default meta;

/** Runs more once the overview shows so many customers. */
const showing =
  (count: number, more?: (overview: CustomersOverview) => Promise<void>): Play =>
  async ({ canvasElement }) => {
    const overview = await shown(canvasElement, 'customers-overview');
    await toShowCustomers(overview, count);
    await more?.(overview);
  };

/** Finds these states, and this text in the place of the rows. */
const stating =
  (state: string, text: string): Play =>
  async ({ canvasElement }) => {
    const overview = await shown(canvasElement, 'customers-overview');
    await toBeIn(overview, state);
    await expect(customerRows(overview)).toHaveLength(0);
    await expect(textOf(one(overview, '[part~="state"]'))).toContain(text);
  };

const loading: Play = async ({ canvasElement }) => {
  const overview = await shown(canvasElement, 'customers-overview');
  await toBeIn(overview, 'loading');
  await waitFor(() => expect(skeletonRows(overview).length).toBeGreaterThan(3));
};

export const Ready: Story = { args: { provider: sampleProvider(12, { add: true }) }, play: showing(12) };

/** Only the rows in view are in the page. */
export const TwoThousand: Story = {
  args: { provider: sampleProvider(2000, { add: true }) },
  play: async ({ canvasElement }) => {
    const overview = await shown(canvasElement, 'customers-overview');
    await toBeIn(overview, 'ready');
    await waitFor(() => expect(customerRows(overview).length).toBeGreaterThan(5));
    await expect(customerRows(overview).length).toBeLessThan(80);
  },
};

/** Missing at first is no error. */
export const WaitingForProvider: Story = { play: loading };

export const Loading: Story = { args: { provider: answering(10, () => false, never) }, play: loading };

export const Empty: Story = { args: { provider: sampleProvider(0) }, play: stating('empty', 'No customers yet') };

export const NoMatch: Story = {
  args: { provider: sampleProvider(12) },
  play: async (context) => {
    const overview = await shown(context.canvasElement, 'customers-overview');
    await toShowCustomers(overview, 12);
    await userEvent.type(one(overview, 'input'), 'zzz');
    await stating('no-match', 'No customer matches “zzz”')(context);
  },
};

export const Failed: Story = {
  args: {
    provider: answering(
      10,
      () => false,
      () => Promise.reject(new ProviderError('unavailable')),
    ),
  },
  play: stating('failed', 'The service cannot be reached.'),
};

/** The rows that were there stay. */
export const Stale: Story = {
  args: {
    provider: answering(
      12,
      ({ search }) => !search,
      () => Promise.reject(new ProviderError('timeout')),
    ),
  },
  play: showing(12, async (overview) => {
    await userEvent.type(one(overview, 'input'), 'a');
    await toBeIn(overview, 'ready', 'stale');
    await expect(textOf(one(overview, '[part~="notice"]'))).toContain('The answer took too long.');
    await expect(customerRows(overview)).toHaveLength(12);
  }),
};

export const Refreshing: Story = {
  args: { provider: answering(12, ({ search }) => !search, never) },
  play: showing(12, async (overview) => {
    await userEvent.type(one(overview, 'input'), 'a');
    await toBeIn(overview, 'ready', 'refreshing');
    await expect(customerRows(overview)).toHaveLength(12);
  }),
};

/** The rows scrolled to are not there yet: skeletons in their place. */
export const LoadingMore: Story = {
  args: { provider: answering(2000, ({ page }) => 'offset' in page && page.offset === 0, never) },
  play: async ({ canvasElement }) => {
    const overview = await shown(canvasElement, 'customers-overview');
    await waitFor(() => expect(customerRows(overview).length).toBeGreaterThan(5));
    one(overview, '.scroller').scrollTop = 20_000;
    await toBeIn(overview, 'ready', 'loading-more');
    await waitFor(() => expect(skeletonRows(overview).length).toBeGreaterThan(5));
  },
};

/** A row that cannot be read is marked; the rows around it stand. */
export const QuarantinedRows: Story = {
  args: {
    provider: carelessProvider([
      ...sampleCustomers(3, { now }),
      null,
      { id: '7', name: 7 },
      ...sampleCustomers(1, { now }),
    ]),
  },
  play: showing(3, async (overview) => {
    await expect(all(overview, '.unreadable')).toHaveLength(3);
    await expect(textOf(one(overview, '[part~="notice"]'))).toContain('3 customers could not be read');
  }),
};

/** Every row of the table in `docs/rules.md §2.7`. */
export const EveryRule: Story = {
  args: { provider: providerOf(customersOfRules) },
  play: showing(customersOfRules.length),
};

export const MayNotAdd: Story = {
  args: { provider: sampleProvider(12) },
  play: showing(12, async (overview) => {
    await expect(all(overview, '[part~="add"]')).toHaveLength(0);
  }),
};

/** The customers own their systems: the viewer may look, not change. */
export const ViewOnly: Story = {
  args: {
    provider: providerOf(
      sampleCustomers(6, { now }).map((customer) => ({ ...customer, relationship: 'granted' as const })),
      { add: true },
    ),
  },
  play: showing(6, async (overview) => {
    await expect(all(overview, '.view-only')).toHaveLength(6);
    await expect(all(overview, '[part~="add"]')).toHaveLength(1);
  }),
};

/** Without templates the links are buttons. */
export const WithoutTemplates: Story = {
  args: { provider: sampleProvider(12), 'customer-href': '', 'beacons-href': '' },
  play: showing(12, async (overview) => {
    await expect(all(overview, 'a')).toHaveLength(0);
  }),
};

export const Dark: Story = { ...Ready, globals: { scheme: 'dark' }, parameters: ownFrame };

export const Narrow: Story = {
  ...Ready,
  globals: { width: '400px' },
  play: showing(12, async (overview) => {
    await expect(overview.clientWidth).toBeLessThan(420);
    await expect(one(overview, 'select')).toBeVisible();
  }),
};

export const RightToLeft: Story = { ...Ready, globals: { direction: 'rtl' }, parameters: ownFrame };

export const German: Story = {
  ...Ready,
  globals: { language: 'de' },
  play: showing(12, async (overview) => {
    await waitFor(() => expect(textOf(one(overview, '[part~="heading"]'))).not.toBe('Customers Overview'));
  }),
};

export const Text400: Story = { ...Ready, name: 'Text 400 %', globals: { text: '400%' }, parameters: ownFrame };

export const Theme: Story = { ...Ready, args: { ...Ready.args, ...partnerTheme } };
