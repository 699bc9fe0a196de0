import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../src/define/customer-beacons.js';
import type { Beacon } from '../src/domain/beacons.js';
import type { CustomerBeacons } from '../src/elements/customer-beacons/customer-beacons.element.js';
import type { CustomersProvider } from '../src/providers/customers-provider.js';
import { ProviderError } from '../src/providers/provider-error.js';
import { minutesAgo, sampleBeacons } from './beacons.js';
import { controlsOf, ownFrame, partnerTheme, themed } from './controls.js';
import { never } from './lists.js';
import { all, one, shown, textOf, toBeIn, toSay } from './looking.js';
import { now } from './moment.js';

type Args = Pick<CustomerBeacons, 'provider' | 'beacons' | 'tree' | 'now'> & {
  readonly 'customer-id': string;
  readonly 'time-zone': string;
};
type Story = StoryObj<Args>;

/** A provider whose only question with an answer is that for the beacons. */
const having = (listBeacons: () => Promise<readonly Beacon[]>): CustomersProvider => ({
  listCustomers: never,
  listBeacons,
});

const some = sampleBeacons(12);

/** Beacons whose parents are gone, themselves, or each other. */
const tangled: readonly Beacon[] = [
  { id: 'gone', name: 'Parent is gone', connectivity: 'ok', parentId: 'b-404' },
  { id: 'own', name: 'Its own parent', connectivity: 'ok', parentId: 'own' },
  { id: 'left', name: 'Left of a circle', connectivity: 'warning', parentId: 'right' },
  { id: 'right', name: 'Right of a circle', connectivity: 'ok', parentId: 'left' },
];

/** As little, and as much, as a beacon may say of itself. */
const extremes: readonly Beacon[] = [
  { id: 'bare', name: '', connectivity: 'unknown' },
  {
    id: 'full',
    name: 'A beacon with a name that is far longer than any column has room for, whatever the screen',
    connectivity: 'ok',
    version: '20.1.0-preview.20261124.1',
    upgradeDue: true,
    policy: 'out-of-date',
    lastReported: minutesAgo(45),
    operatingSystem: 'Red Hat Enterprise Linux 9.4 (Plow), x86_64',
    ipAddress: '2001:0db8:85a3:0000:0000:8a2e:0370:7334',
    subnets: Array.from({ length: 1200 }, (_, index) => `10.${index >> 8}.${index % 256}.0/24`),
  },
  { id: 'never', name: 'Never reported', connectivity: 'disabled', lastReported: 'yesterday', subnets: [] },
];

const meta: Meta<Args> = {
  title: 'Customer beacons',
  component: 'customer-beacons',
  decorators: [themed],
  parameters: { layout: 'padded', docs: ownFrame.docs },
  argTypes: controlsOf('customer-beacons'),
  args: { provider: having(async () => some), now, 'customer-id': '32175', 'time-zone': 'UTC', tree: false },
  render: (args) =>
    html`<customer-beacons
      .provider=${args.provider}
      .beacons=${args.beacons}
      .now=${args.now}
      ?tree=${args.tree}
      customer-id=${args['customer-id']}
      time-zone=${args['time-zone']}
    ></customer-beacons>`,
};
export default meta;

const rowsOf = (element: Element) => all(element, 'tbody tr:not([hidden])');
const namesOf = (element: Element) => rowsOf(element).map((row) => textOf(row.querySelector('bdi') ?? row));

/** Finds this state, and so many rows. */
const showing =
  (state: string, rows: number): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const element = await shown(canvasElement, 'customer-beacons');
    await toBeIn(element, state);
    await waitFor(() => expect(rowsOf(element)).toHaveLength(rows));
  };

/** Finds these words in a part. */
const saying =
  (state: string, part: string, words: string, rows = 0): NonNullable<Story['play']> =>
  async (context) => {
    const element = await shown(context.canvasElement, 'customer-beacons');
    await toBeIn(element, state);
    await expect(textOf(one(element, `[part~="${part}"]`))).toContain(words);
    if (rows > 0) await showing(state, rows)(context);
  };

/** Those that need attention first. */
export const Ready: Story = {
  play: async (context) => {
    await showing('ready', some.length)(context);
    const element = await shown(context.canvasElement, 'customer-beacons');
    await expect(textOf(rowsOf(element)[0] ?? element)).toContain('Offline');
    await expect(all(element, '[part~="filter"]').map(textOf)[0]).toBe('Offline 1');
  },
};

/** Children below their parents; branches that need attention first. */
export const Tree: Story = {
  args: { tree: true },
  play: async (context) => {
    await showing('ready', some.length)(context);
    const element = await shown(context.canvasElement, 'customer-beacons');
    await userEvent.click(all(element, '[part~="toggle"]')[0] ?? element);
    await showing('ready', some.length - 3)(context);
  },
};

/** Parents that are gone, and circles: every beacon still stands somewhere, once. */
export const TangledTree: Story = {
  args: { tree: true, provider: having(async () => tangled) },
  play: showing('ready', tangled.length),
};

/** Each count is a filter. */
export const Filtered: Story = {
  play: async (context) => {
    await showing('ready', some.length)(context);
    const element = await shown(context.canvasElement, 'customer-beacons');
    const [offline, warning] = all(element, '[part~="filter"]');
    await userEvent.click(offline ?? element);
    await userEvent.click(warning ?? element);
    await expect(offline).toHaveAttribute('aria-pressed', 'true');
    await showing('ready', 2)(context);
  },
};

/** The subnets of one beacon, on demand. */
export const Subnets: Story = {
  play: async (context) => {
    await showing('ready', some.length)(context);
    const element = await shown(context.canvasElement, 'customer-beacons');
    await userEvent.click(all(element, '[part~="subnets-button"]')[0] ?? element);
    await waitFor(() => expect(one(element, '[part~="subnets"]')).toBeVisible());
    await expect(textOf(one(element, '[part~="subnets"]'))).toContain('/24');
  },
};

export const NoMatch: Story = {
  play: async (context) => {
    await showing('ready', some.length)(context);
    const element = await shown(context.canvasElement, 'customer-beacons');
    await userEvent.type(one(element, '[part~="search"]'), 'nowhere');
    await saying('no-match', 'state', 'No beacon matches')(context);
  },
};

export const Loading: Story = { args: { provider: having(never) }, play: showing('loading', 6) };

export const Empty: Story = {
  args: { provider: having(async () => []) },
  play: saying('empty', 'state', 'No beacons'),
};

/** Nothing came, and a source could not be read: it is not said that there is nothing. */
export const EmptyMissingSource: Story = {
  args: {
    provider: having(async () => []),
    beacons: { state: 'ready', value: { total: 0 }, missing: ['Snow Atlas'] },
  },
  play: saying('empty', 'state', 'No beacons known'),
};

export const Failed: Story = {
  args: {
    provider: having(async () => {
      throw new ProviderError('unavailable');
    }),
  },
  play: saying('failed', 'state', 'The service cannot be reached.'),
};

/** A fresh read failed: what was there before stays. */
export const FailedStale: Story = {
  render: (args, context) => {
    const answers = [async () => some, async () => Promise.reject(new ProviderError('timeout'))];
    args.provider = having(async () => (answers.shift() ?? never)());
    return meta.render?.(args, context) ?? html``;
  },
  play: async (context) => {
    await showing('ready', some.length)(context);
    const element = await shown(context.canvasElement, 'customer-beacons');
    element.refresh();
    await saying('failed', 'note', 'may be out of date', some.length)(context);
  },
};

/** The provider has no beacons to give. */
export const Unsupported: Story = {
  args: { provider: { listCustomers: never } },
  play: saying('unsupported', 'state', 'not available here'),
};

/** No capability of the customer brings beacons: nothing is asked. */
export const NotApplicable: Story = {
  args: { beacons: { state: 'not-applicable' } },
  play: saying('not-applicable', 'state', 'Not applicable'),
};

/** An entry that is no beacon is counted, and takes nothing with it. */
export const UnreadableEntries: Story = {
  // a backend answers what it likes
  args: { provider: having(async () => [...some, 42 as unknown as Beacon]) },
  play: saying('ready', 'note', '1 more entry could not be read.', some.length),
};

/** As little, and as much, as a beacon may say of itself. */
export const Extremes: Story = {
  args: { provider: having(async () => extremes) },
  play: showing('ready', extremes.length),
};

/** Only the rows in view stand in the page. */
export const Thousands: Story = {
  args: { provider: having(async () => sampleBeacons(5000)) },
  play: async ({ canvasElement }) => {
    const element = await shown(canvasElement, 'customer-beacons');
    await toBeIn(element, 'ready');
    await waitFor(() => expect(namesOf(element).length).toBeGreaterThan(5));
    await expect(namesOf(element).length).toBeLessThan(60);
  },
};

export const Dark: Story = { globals: { scheme: 'dark' }, play: showing('ready', some.length) };

/** A phone: the rows become cards. */
export const Narrow: Story = {
  globals: { viewport: { value: 'mobile1' } },
  play: async (context) => {
    await showing('ready', some.length)(context);
    const element = await shown(context.canvasElement, 'customer-beacons');
    await expect(one(element, 'thead')).not.toBeVisible();
  },
};

export const NarrowDark: Story = { ...Narrow, globals: { viewport: { value: 'mobile1' }, scheme: 'dark' } };

export const RightToLeft: Story = {
  args: { tree: true },
  globals: { direction: 'rtl' },
  play: showing('ready', some.length),
};

export const German: Story = {
  globals: { language: 'de' },
  play: async (context) => {
    await showing('ready', some.length)(context);
    const element = await shown(context.canvasElement, 'customer-beacons');
    await toSay(one(element, 'thead [data-column="lastReported"]'), 'Letzte Meldung');
  },
};

export const Text400: Story = {
  name: 'Text 400 %',
  globals: { text: '400%' },
  play: showing('ready', some.length),
};

export const Theme: Story = { args: { tree: false, ...partnerTheme }, play: showing('ready', some.length) };
