import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../src/define/customers-overview.js';
import type { CustomersPreferences, PreferencesStore } from '../src/domain/preferences.js';
import { controlsOf, ownFrame, themed } from './controls.js';
import { sampleProvider } from './lists.js';
import { all, customerRows, one, shown, textOf, toBeIn, toBeNamed, toShowCustomers } from './looking.js';
import { now } from './moment.js';

interface Args {
  /** What the viewer has chosen before. */
  readonly kept: CustomersPreferences;
}
type Story = StoryObj<Args>;

/** A store that forgets, so that a story shown twice looks the same. */
function storeOf(kept: CustomersPreferences): PreferencesStore {
  return { read: () => kept, write: () => undefined };
}

const meta: Meta<Args> = {
  title: 'Customers overview, choices of the viewer',
  component: 'customers-overview',
  decorators: [themed],
  parameters: { layout: 'padded', ...ownFrame },
  argTypes: controlsOf('customers-overview'),
  args: { kept: {} },
  render: ({ kept }) =>
    html`<customers-overview
      .provider=${sampleProvider(12)}
      .preferences=${storeOf(kept)}
      .now=${now}
    ></customers-overview>`,
};
export default meta;

async function ready(canvasElement: HTMLElement): Promise<HTMLElement> {
  const overview = await shown(canvasElement, 'customers-overview');
  await toBeIn(overview, 'ready');
  await toShowCustomers(overview, 12);
  await waitFor(() => expect(all(overview, '.star').length).toBe(12));
  return overview;
}

const headers = (overview: Element): readonly string[] =>
  all(overview, 'thead th:not(.control)').map((header) => textOf(header));
const stars = (overview: Element): readonly HTMLElement[] =>
  customerRows(overview).flatMap((row) => [...row.querySelectorAll<HTMLElement>('.star')]);

/** A star is pressed: it changes at once, and the rows stay until they are shown on top. */
export const FavouriteMarked: Story = {
  play: async ({ canvasElement }) => {
    const overview = await ready(canvasElement);
    const [, , star] = stars(overview);
    if (!star) throw new Error('no third star');
    await userEvent.click(star);
    await waitFor(() => expect(star).toHaveAttribute('aria-pressed', 'true'));
    await waitFor(() => expect(one(overview, '[part~="favourites-on-top"]')).toHaveAttribute('aria-disabled', 'false'));
  },
};

/** The same, after "Show favourites on top". */
export const FavouritesOnTop: Story = {
  play: async (context) => {
    await FavouriteMarked.play?.(context);
    const overview = await ready(context.canvasElement);
    const button = one(overview, '[part~="favourites-on-top"]');
    await toBeNamed(button, 'Show favourites on top');
    await userEvent.click(button);
    await waitFor(() => expect(stars(overview)[0]).toHaveAttribute('aria-pressed', 'true'));
    await expect(button).toHaveAttribute('aria-disabled', 'true');
  },
};

/** What the viewer chooses from. */
export const ColumnsOpen: Story = {
  play: async ({ canvasElement }) => {
    const overview = await ready(canvasElement);
    await userEvent.click(one(overview, '[part~="columns"]'));
    await waitFor(() => expect(one(overview, '#columns')).toBeVisible());
    await expect(one(overview, '[data-choice="name"] [type="checkbox"]')).toBeDisabled();
  },
};

/** A column is hidden, and another one is moved. */
export const ColumnsChanged: Story = {
  play: async (context) => {
    await ColumnsOpen.play?.(context);
    const overview = await ready(context.canvasElement);
    await userEvent.click(one(overview, '[data-choice="id"] [type="checkbox"]'));
    await userEvent.click(one(overview, '[data-choice="expirationStatus"] .up'));
    await waitFor(() =>
      expect(headers(overview)).toEqual([
        'Customer name',
        'External ID',
        'Total Beacons',
        'Expiration Status',
        'Upcoming Expirations',
      ]),
    );
  },
};

const rearranged: CustomersPreferences = {
  columns: [
    { id: 'name' },
    { id: 'expirationStatus' },
    { id: 'upcomingExpiration' },
    { id: 'beacons' },
    { id: 'id', width: 12 },
    { id: 'externalId', hidden: true },
  ],
};

const asKept: Story['play'] = async ({ canvasElement }) => {
  const overview = await ready(canvasElement);
  await expect(headers(overview)).toEqual([
    'Customer name',
    'Expiration Status',
    'Upcoming Expirations',
    'Total Beacons',
    'Organization ID',
  ]);
};

/** Columns as they were chosen before. */
export const ColumnsKept: Story = { args: { kept: rearranged }, play: asKept };

/** The same columns as the facts of cards. */
export const ColumnsKeptMedium: Story = { ...ColumnsKept, globals: { width: '768px' } };

export const ColumnsKeptNarrow: Story = { ...ColumnsKept, globals: { width: '320px' } };

const showingAll: Story['play'] = async ({ canvasElement }) => {
  await ready(canvasElement);
};

const compact: CustomersPreferences = { density: 'compact' };

export const Compact: Story = {
  args: { kept: compact },
  play: showingAll,
};

export const CompactNarrow: Story = { ...Compact, globals: { width: '320px' } };

export const ColumnsOpenDark: Story = { ...ColumnsOpen, globals: { scheme: 'dark' } };

export const ColumnsOpenNarrow: Story = { ...ColumnsOpen, globals: { width: '320px' } };

export const ColumnsOpenRightToLeft: Story = { ...ColumnsOpen, globals: { direction: 'rtl' } };

export const ColumnsOpenText200: Story = {
  ...ColumnsOpen,
  name: 'Columns Open, Text 200 %',
  globals: { text: '200%' },
};
