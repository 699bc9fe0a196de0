import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import '../src/define/expirations-slideout.js';
import type { Entitlement } from '../src/domain/expirations.js';
import type { CustomersProvider } from '../src/providers/customers-provider.js';
import { MemoryProvider } from '../src/providers/memory/memory-provider.js';
import { ProviderError } from '../src/providers/provider-error.js';
import { controlsOf, ownFrame, themed } from './controls.js';
import { never } from './lists.js';
import { all, shown, textOf, toBeIn } from './looking.js';
import { dateIn, now } from './moment.js';

interface Args {
  readonly provider: CustomersProvider;
  readonly now: Date;
  readonly missing?: readonly string[];
}
type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const entitlement = (capability: string, expires: string | null, product = 'Flexera One'): Entitlement => ({
  id: capability,
  product,
  capability,
  expires,
});

const entitlements = [
  entitlement('IT Visibility', dateIn(10)),
  entitlement('Cloud Cost Optimization', dateIn(45)),
  entitlement('SaaS Management', dateIn(-5), 'Snow Atlas'),
  entitlement('IT Asset Management', dateIn(-40)),
  entitlement('Automation', dateIn(200)),
  entitlement('iam', null),
  entitlement('Data feed', 'soon'),
];

const answeredBy = (listEntitlements: NonNullable<CustomersProvider['listEntitlements']>): CustomersProvider => ({
  listCustomers: async () => ({ items: [] }),
  listEntitlements,
});

const meta: Meta<Args> = {
  title: 'Expirations slideout',
  component: 'expirations-slideout',
  decorators: [themed],
  parameters: ownFrame,
  argTypes: controlsOf('expirations-slideout'),
  args: { now, provider: answeredBy(async () => entitlements) },
  render: ({ provider, now, missing }) =>
    html`<expirations-slideout
      open
      customer-id="32175"
      customer-name="Acme Corporation"
      .provider=${provider}
      .now=${now}
      .missing=${missing}
    ></expirations-slideout>`,
};
export default meta;

/** Finds this state, so many entitlements, and these words. */
const showing =
  (state: string, count: number, ...words: readonly string[]): Play =>
  async ({ canvasElement }) => {
    const slideout = await shown(canvasElement, 'expirations-slideout');
    await toBeIn(slideout, state);
    await expect(all(slideout, '[part~="row"]')).toHaveLength(count);
    for (const word of words) await expect(textOf(slideout)).toContain(word);
  };

/** Soonest first, undated and unreadable last. */
export const Ready: Story = {
  play: showing('ready', entitlements.length, 'Acme Corporation', 'Expires in 30 days: 1', 'Does not expire'),
};

export const MissingSource: Story = {
  args: { missing: ['Snow Atlas'] },
  play: showing('ready', entitlements.length, 'could not be read: Snow Atlas'),
};

export const Loading: Story = { args: { provider: answeredBy(never) }, play: showing('loading', 0) };

export const Failed: Story = {
  args: { provider: answeredBy(() => Promise.reject(new ProviderError('timeout'))) },
  play: showing('failed', 0, 'The answer took too long.', 'Try again'),
};

export const Forbidden: Story = {
  args: { provider: answeredBy(() => Promise.reject(new ProviderError('forbidden'))) },
  play: showing('failed', 0, 'You do not have permission to see this.'),
};

export const Empty: Story = { args: { provider: answeredBy(async () => []) }, play: showing('empty', 0) };

export const Unsupported: Story = { args: { provider: new MemoryProvider([]) }, play: showing('unsupported', 0) };

export const Dark: Story = { ...Ready, globals: { scheme: 'dark' } };

export const Narrow: Story = { ...Ready, globals: { viewport: { value: 'mobile1' } } };

export const RightToLeft: Story = { ...Ready, globals: { direction: 'rtl' } };
