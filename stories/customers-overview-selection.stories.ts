import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../src/define/customers-overview.js';
import type { CustomersOverview } from '../src/elements/customers-overview/customers-overview.element.js';
import { ownFrame, themed } from './controls.js';
import { sampleProvider } from './lists.js';
import { all, one, shown, textOf, toBeIn } from './looking.js';
import { now } from './moment.js';

type Args = Pick<CustomersOverview, 'provider' | 'paging'>;

const meta: Meta<Args> = {
  title: 'Customers overview/Selection',
  component: 'customers-overview',
  decorators: [themed],
  parameters: { layout: 'padded', ...ownFrame },
  args: { paging: 'window' },
  render: ({ provider, paging }) =>
    html`<customers-overview .provider=${provider} .now=${now} paging=${paging}></customers-overview>`,
};
export default meta;

const toHaveSelected = (overview: Element, text: string): Promise<void> =>
  waitFor(() => expect(textOf(one(overview, '.bulk-bar .selected'))).toBe(text));

/** The overview, once its rows can be selected. */
async function selectable(canvasElement: HTMLElement): Promise<Element> {
  const overview = await shown(canvasElement, 'customers-overview');
  await toBeIn(overview, 'ready');
  await waitFor(() => expect(all(overview, 'tbody .select').length).toBeGreaterThan(2), { timeout: 5000 });
  return overview;
}

export const Some: StoryObj<Args> = {
  args: { provider: sampleProvider(12) },
  play: async ({ canvasElement }) => {
    const overview = await selectable(canvasElement);
    for (const box of all(overview, 'tbody .select').slice(0, 3)) await userEvent.click(box);
    await toHaveSelected(overview, '3 selected');
  },
};

/** Nobody is read for it. */
export const AllOfALongList: StoryObj<Args> = {
  args: { provider: sampleProvider(1204) },
  play: async ({ canvasElement }) => {
    const overview = await selectable(canvasElement);
    await userEvent.click(one(overview, 'thead .select'));
    await userEvent.click(one(overview, '.selection-choice button:nth-child(2)'));
    await toHaveSelected(overview, '1,204 selected');
  },
};

export const Page: StoryObj<Args> = {
  args: { provider: sampleProvider(120), paging: 'pages' },
  play: async ({ canvasElement }) => {
    const overview = await selectable(canvasElement);
    await userEvent.click(one(overview, 'thead .select'));
    await toHaveSelected(overview, '50 selected');
  },
};
