import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/define/expirations-slideout.js';
import type { Entitlement } from '../src/domain/expirations.js';
import type { ExpirationsSlideout } from '../src/elements/expirations-slideout/expirations-slideout.element.js';
import type { CustomersProvider } from '../src/providers/customers-provider.js';
import { ProviderError } from '../src/providers/provider-error.js';
import { controlsOf, ownFrame, partnerTheme, themed } from './controls.js';
import { never } from './lists.js';
import { all, one, shown, slidIn, textOf, toBeIn, toSay } from './looking.js';
import { dateIn, now } from './moment.js';

type Args = Pick<ExpirationsSlideout, 'provider' | 'missing' | 'policy' | 'now' | 'open'> & {
  readonly 'customer-id': string;
  readonly 'customer-name': string;
  readonly 'time-zone': string;
};
type Story = StoryObj<Args>;

/** A provider whose only question with an answer is that for the entitlements. */
const entitled = (listEntitlements: () => Promise<readonly Entitlement[]>): CustomersProvider => ({
  listCustomers: never,
  listEntitlements,
});

const entitlement = (product: string, capability: string, expires: string | null): Entitlement => ({
  id: `${product} ${capability}`,
  product,
  capability,
  expires,
});

/** One in each status, and both kinds of expiry. */
const everyStatus: readonly Entitlement[] = [
  entitlement('Flexera One', 'iam', null),
  entitlement('Flexera One', 'IT Visibility', dateIn(10)),
  entitlement('Flexera One', 'IT Asset Management', dateIn(45)),
  entitlement('Flexera One', 'Cloud Cost Optimization', dateIn(-5)),
  entitlement('Flexera One', 'Automation', dateIn(-200)),
  entitlement('Snow Atlas', 'SaaS Management', `${dateIn(0)}T18:00:00Z`),
  entitlement('Snow Atlas', 'Software Asset Management', dateIn(400)),
  entitlement('Another product', 'Something long that a partner sells beside the others', 'next spring'),
];

const meta: Meta<Args> = {
  title: 'Expirations slideout',
  component: 'expirations-slideout',
  decorators: [themed],
  parameters: ownFrame,
  argTypes: controlsOf('expirations-slideout'),
  args: {
    provider: entitled(async () => everyStatus),
    open: true,
    now,
    'customer-id': '32175',
    'customer-name': 'Acme Corporation',
    'time-zone': 'UTC',
  },
  render: (args) =>
    html`<expirations-slideout
      .provider=${args.provider}
      .missing=${args.missing}
      .policy=${args.policy}
      .now=${args.now}
      ?open=${args.open}
      customer-id=${args['customer-id']}
      customer-name=${args['customer-name']}
      time-zone=${args['time-zone']}
    ></expirations-slideout>`,
};
export default meta;

/** Finds this state, so many entitlements, and the heading for the customer. */
const showing =
  (state: string, rows: number, heading = 'Upcoming Expirations'): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const slideout = await shown(canvasElement, 'expirations-slideout');
    await toBeIn(slideout, state);
    await waitFor(() => expect(all(slideout, '[part~="row"]')).toHaveLength(rows));
    await toSay(one(slideout, '[part~="heading"]'), heading);
    await expect(textOf(one(slideout, '[part~="customer"]'))).toContain('Acme Corporation');
    await slidIn(slideout);
  };

/** Finds these words in a part. */
const saying =
  (state: string, part: string, words: string, rows = 0): NonNullable<Story['play']> =>
  async (context) => {
    await showing(state, rows)(context);
    const slideout = await shown(context.canvasElement, 'expirations-slideout');
    await expect(textOf(one(slideout, `[part~="${part}"]`))).toContain(words);
  };

/** Every status once, soonest first. */
export const Ready: Story = {
  play: async (context) => {
    await showing('ready', everyStatus.length)(context);
    const slideout = await shown(context.canvasElement, 'expirations-slideout');
    await expect(all(slideout, '[role="rowheader"]').map(textOf)).toEqual([
      'Automation',
      'Cloud Cost Optimization',
      'SaaS Management',
      'IT Visibility',
      'IT Asset Management',
      'Software Asset Management',
      'iam',
      'Something long that a partner sells beside the others',
    ]);
  },
};

export const Closed: Story = {
  args: { open: false },
  play: async ({ canvasElement }) => {
    const slideout = await shown(canvasElement, 'expirations-slideout');
    await expect(one(slideout, 'dialog')).not.toBeVisible();
  },
};

export const Loading: Story = { args: { provider: entitled(never) }, play: showing('loading', 0) };

export const Empty: Story = {
  args: { provider: entitled(async () => []) },
  play: saying('empty', 'state', 'No entitlements'),
};

export const Failed: Story = {
  args: {
    provider: entitled(async () => {
      throw new ProviderError('unavailable');
    }),
  },
  play: saying('failed', 'state', 'The service cannot be reached.'),
};

/** The permission ended meanwhile. */
export const Forbidden: Story = {
  args: {
    provider: entitled(async () => {
      throw new ProviderError('forbidden');
    }),
  },
  play: saying('failed', 'state', 'You do not have permission to see this.'),
};

/** The provider has no entitlements to give. */
export const Unsupported: Story = {
  args: { provider: { listCustomers: never } },
  play: saying('unsupported', 'state', 'not available here'),
};

/** A source could not be read: what is missing is named. */
export const MissingSource: Story = {
  args: { provider: entitled(async () => everyStatus.slice(0, 3)), missing: ['Snow Atlas'] },
  play: saying('ready', 'note', 'Snow Atlas', 3),
};

/** Nothing came, and a source could not be read: it is not said that there is nothing. */
export const EmptyMissingSource: Story = {
  args: { provider: entitled(async () => []), missing: ['Snow Atlas'] },
  play: saying('empty', 'state', 'No entitlements known'),
};

/** An entry that is no entitlement is counted, and takes nothing with it. */
export const UnreadableEntries: Story = {
  // a backend answers what it likes
  args: { provider: entitled(async () => [...everyStatus.slice(0, 3), 42 as unknown as Entitlement]) },
  play: saying('ready', 'note', '1 more entry could not be read.', 3),
};

/** Thirty entitlements: the head stays while the rest scrolls. */
export const Long: Story = {
  args: {
    provider: entitled(async () =>
      Array.from({ length: 30 }, (_, index) =>
        entitlement('Flexera One', `Capability ${index + 1}`, dateIn(9 * index)),
      ),
    ),
  },
  play: showing('ready', 30),
};

export const Dark: Story = { globals: { scheme: 'dark' }, play: showing('ready', everyStatus.length) };

/** A phone: the table becomes cards. */
export const Narrow: Story = {
  globals: { viewport: { value: 'mobile1' } },
  play: async (context) => {
    await showing('ready', everyStatus.length)(context);
    const slideout = await shown(context.canvasElement, 'expirations-slideout');
    await expect(getComputedStyle(one(slideout, 'table')).display).toBe('block');
  },
};

export const NarrowDark: Story = { ...Narrow, globals: { viewport: { value: 'mobile1' }, scheme: 'dark' } };

export const RightToLeft: Story = { globals: { direction: 'rtl' }, play: showing('ready', everyStatus.length) };

export const German: Story = {
  globals: { language: 'de' },
  play: showing('ready', everyStatus.length, 'Nächste Abläufe'),
};

export const Text400: Story = {
  name: 'Text 400 %',
  globals: { text: '400%' },
  play: showing('ready', everyStatus.length),
};

export const Theme: Story = {
  args: { ...partnerTheme, 'customer-name': 'Acme Corporation' },
  play: showing('ready', everyStatus.length),
};
