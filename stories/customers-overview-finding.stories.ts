import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../src/define/customers-overview.js';
import type { SavedView } from '../src/domain/preferences.js';
import type { CustomersOverview } from '../src/elements/customers-overview/customers-overview.element.js';
import type { CustomersProvider } from '../src/providers/customers-provider.js';
import { sampleCustomers } from '../src/testing/index.js';
import { controlsOf, ownFrame, themed } from './controls.js';
import { providerOf } from './lists.js';
import { all, one, shown, textOf, toBeIn } from './looking.js';
import { now } from './moment.js';

type Args = Pick<CustomersOverview, 'query'> & {
  /** What the viewer has saved before. */
  readonly views: readonly SavedView[];
};
type Story = StoryObj<Args>;

const tagged = sampleCustomers(120, { now }).map((customer, index) => ({
  ...customer,
  tags: index % 3 === 0 ? ['gold', 'Nordics'] : ['silver'],
}));

const meta: Meta<Args> = {
  title: 'Customers overview, finding',
  component: 'customers-overview',
  decorators: [themed],
  parameters: { layout: 'padded', ...ownFrame },
  argTypes: controlsOf('customers-overview'),
  args: { query: { sort: [{ field: 'name', direction: 'ascending' }] }, views: [] },
  render: ({ query, views }) =>
    html`<customers-overview
      .provider=${providerOf(tagged)}
      .query=${query}
      .preferences=${{ read: () => ({ views }), write: () => undefined }}
      .now=${now}
    ></customers-overview>`,
};
export default meta;

async function ready(canvasElement: HTMLElement): Promise<CustomersOverview> {
  const overview = await shown(canvasElement, 'customers-overview');
  await toBeIn(overview, 'ready');
  await waitFor(() => expect(all(overview, '.tile').length).toBeGreaterThan(3));
  return overview;
}

const chips = (overview: Element): readonly string[] => all(overview, '.chip').map(textOf);

/** A tile shows the customers of one status, and everybody again. */
export const CountsOfEachStatus: Story = {
  play: async ({ canvasElement }) => {
    const overview = await ready(canvasElement);
    const [everybody, expired] = all(overview, '.tile');
    if (!everybody || !expired) throw new Error('no tiles');
    await expect(textOf(everybody)).toBe('All 120');
    await userEvent.click(expired);
    await waitFor(() => expect(expired).toHaveAttribute('aria-pressed', 'true'));
    await waitFor(() => expect(chips(overview)).toEqual(['Expired']));
    await expect(textOf(everybody)).toBe('All 120');
  },
};

/** Everything that the provider can filter by, chosen at once. */
export const FiltersOpen: Story = {
  play: async ({ canvasElement }) => {
    const overview = await ready(canvasElement);
    await userEvent.click(one(overview, '[part="filter"]'));
    await waitFor(() => expect(all(overview, '#filters fieldset')).toHaveLength(2));
    await waitFor(() => expect(one(overview, '#filters')).toBeVisible());
  },
};

/** What the list is filtered by can be taken away, one by one or all at once. */
export const Filtered: Story = {
  args: { query: { relationship: 'managed', expiresWithinDays: 200, tags: ['silver'] } },
  play: async ({ canvasElement }) => {
    const overview = await ready(canvasElement);
    await expect(chips(overview)).toEqual(['Expires within 200 days', 'Managed by you', 'Tag: silver']);
  },
};

/** What was searched for is marked where it was found. */
export const MarkedMatches: Story = {
  args: { query: { search: 'an' } },
  play: async ({ canvasElement }) => {
    await ready(canvasElement);
    await waitFor(() => expect(CSS.highlights.get('customers-search')?.size ?? 0).toBeGreaterThan(3));
  },
};

/** Nobody can tell here who granted access: beside the number it is said that the others are not listed. */
export const ManagedCustomersOnly: Story = {
  render: ({ query }) => {
    const provider = providerOf(tagged.filter(({ relationship }) => relationship === 'managed'));
    const managed: CustomersProvider = {
      describe: async (call) => ({ ...(await provider.describe(call)), scope: 'managed' }),
      listCustomers: (asked, call) => provider.listCustomers(asked, call),
    };
    return html`<customers-overview .provider=${managed} .query=${query} .now=${now}></customers-overview>`;
  },
  play: async ({ canvasElement }) => {
    const overview = await ready(canvasElement);
    await waitFor(() =>
      expect(textOf(one(overview, '.header'))).toContain('Only customers that you manage are listed.'),
    );
  },
};

/** Views that were saved before; the list begins with the default. */
export const Views: Story = {
  args: {
    views: [
      { name: 'Expired', query: '?view.statuses=expired', isDefault: true },
      { name: 'Nordics, soon', query: '?view.tag=Nordics&view.expires-within=60' },
    ],
  },
  play: async ({ canvasElement }) => {
    const overview = await ready(canvasElement);
    await expect(chips(overview)).toEqual(['Expired']);
    await userEvent.click(one(overview, '[part="views"]'));
    await waitFor(() => expect(one(overview, '#views')).toBeVisible());
    await expect(all(overview, '.view').map(textOf)).toEqual(['Expired', 'Nordics, soon']);
  },
};
