import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../src/define/customers-overview.js';
import { errorCodes } from '../src/domain/availability.js';
import { isRefusal } from '../src/domain/refusal.js';
import type { CustomersOverview } from '../src/elements/customers-overview/customers-overview.element.js';
import { en } from '../src/messages/en.js';
import type { CustomersProvider } from '../src/providers/customers-provider.js';
import { ProviderError } from '../src/providers/provider-error.js';
import { ownFrame } from './controls.js';
import { answering, hintingProvider, lateProvider, never, sampleProvider, type HintingProvider } from './lists.js';
import { all, customerRows, one, shown, textOf, toBeIn, toShowCustomers } from './looking.js';
import { now } from './moment.js';

type Args = Pick<CustomersOverview, 'provider' | 'query'>;
type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const byName: Args['query'] = { sort: [{ field: 'name', direction: 'ascending' }] };

const meta: Meta<Args> = {
  title: 'Customers overview, failures and changes',
  component: 'customers-overview',
  parameters: { layout: 'padded', ...ownFrame },
  args: { query: byName },
  render: ({ provider, query }) =>
    html`<customers-overview .provider=${provider} .query=${query} .now=${now}></customers-overview>`,
};
export default meta;

/** Waits until a part of the overview says this. */
async function toSayIn(overview: Element, part: string, words: string): Promise<void> {
  await waitFor(() => expect(all(overview, part).map(textOf).join(' ')).toContain(words));
}

/** One overview for each code, over the other. */
const forEachCode = (provider: (error: ProviderError) => CustomersProvider) => () =>
  html`${errorCodes.map(
    (code) =>
      html`<customers-overview .provider=${provider(new ProviderError(code))} .query=${byName} .now=${now}>
        <h2 slot="heading">${code}</h2>
      </customers-overview>`,
  )}`;

const tall = { docs: { story: { inline: false, height: '3200px' } } };

/** What is said where the customers could not be loaded, for each code of `docs/rules.md §7.1`. */
export const EveryCode: Story = {
  parameters: tall,
  render: forEachCode((error) => ({ listCustomers: () => Promise.reject(error) })),
  play: async ({ canvasElement }) => {
    await shown(canvasElement, 'customers-overview');
    for (const [index, overview] of [...canvasElement.querySelectorAll('customers-overview')].entries()) {
      await toBeIn(overview, 'failed');
      await expect(textOf(one(overview, '[part~="state"] p'))).toBe(en.errors[errorCodes[index] ?? 'unknown']);
    }
  },
};

/** The same where rows were on screen before: they stay, or they are refused by now and go. */
export const EveryCodeWithRows: Story = {
  parameters: tall,
  render: forEachCode((error) =>
    answering(
      2,
      ({ sort }) => sort?.[0]?.direction === 'ascending',
      () => Promise.reject(error),
    ),
  ),
  play: async ({ canvasElement }) => {
    await shown(canvasElement, 'customers-overview');
    for (const [index, overview] of [...canvasElement.querySelectorAll('customers-overview')].entries()) {
      await toShowCustomers(overview, 2);
      await userEvent.click(one(overview, 'thead th[data-column="name"] button'));
      const code = errorCodes[index] ?? 'unknown';
      await toBeIn(overview, isRefusal(code) ? 'failed' : 'stale');
      await expect(customerRows(overview)).toHaveLength(isRefusal(code) ? 0 : 2);
      await toSayIn(overview, isRefusal(code) ? '[part~="state"]' : '[part~="notice"]', en.errors[code]);
    }
  },
};

const failed: Story = { args: { provider: { listCustomers: () => Promise.reject(new ProviderError('unavailable')) } } };

/** Finds the words for a service that cannot be reached, and the way to ask it again. */
const unreachable: Play = async ({ canvasElement }) => {
  const overview = await shown(canvasElement, 'customers-overview');
  await toBeIn(overview, 'failed');
  await expect(textOf(one(overview, '[part~="state"]'))).toContain('The service cannot be reached.');
  await expect(one(overview, '[part~="state"] button')).toBeVisible();
};

export const DarkFailed: Story = { ...failed, globals: { scheme: 'dark' }, play: unreachable };

export const NarrowFailed: Story = { ...failed, globals: { width: '320px' }, play: unreachable };

/** The session has ended, the page has let the viewer sign in, and the list has gone on by itself. */
export const SessionResumed: Story = {
  render: () => {
    let isSignedIn = false;
    const list = sampleProvider(12);
    const provider: CustomersProvider = {
      listCustomers: (query, call) =>
        isSignedIn ? list.listCustomers(query, call) : Promise.reject(new ProviderError('unauthenticated')),
    };
    const signIn = async (): Promise<void> => {
      isSignedIn = true;
    };
    return html`<customers-overview
      .provider=${provider}
      .query=${byName}
      .now=${now}
      @session-ended=${(event: HTMLElementEventMap['session-ended']) => event.resumeAfter(signIn())}
    ></customers-overview>`;
  },
  play: async ({ canvasElement }) => {
    const overview = await shown(canvasElement, 'customers-overview');
    await toShowCustomers(overview, 12);
  },
};

/** Gives a hint once the rows stand. */
async function hint(canvasElement: HTMLElement, args: Args, ...hints: Parameters<HintingProvider['hint']>) {
  const overview = await shown(canvasElement, 'customers-overview');
  await toShowCustomers(overview, 12);
  const { provider } = args;
  if (!provider || !('hint' in provider)) throw new Error('a provider without hints');
  // the stories below have no other
  (provider as HintingProvider).hint(...hints);
  return overview;
}

/** Customers are new or gone: nothing moves, a newer list is on offer. */
export const Changed: Story = {
  args: { provider: hintingProvider(12) },
  play: async ({ canvasElement, args }) => {
    const overview = await hint(canvasElement, args, { type: 'invalidated' });
    await toBeIn(overview, 'changed');
    await toSayIn(overview, '[part~="notice"]', 'The list has changed. Show');
    await expect(customerRows(overview)).toHaveLength(12);
  },
};

export const DarkChanged: Story = { ...Changed, globals: { scheme: 'dark' } };

/** Customers who are gone leave their places empty, and are counted. */
export const Gone: Story = {
  args: { provider: hintingProvider(12) },
  play: async ({ canvasElement, args }) => {
    const ids = await shown(canvasElement, 'customers-overview').then(async (overview) => {
      await toShowCustomers(overview, 12);
      return all(overview, 'tbody [data-column="id"]').slice(2, 5).map(textOf);
    });
    const overview = await hint(canvasElement, args, { type: 'changed', ids });
    await toSayIn(overview, '[part~="notice"]', '3 customers changed. Show');
    await expect(all(overview, '.unreadable').map(textOf)).toEqual(
      Array(3).fill('This customer is no longer in the list.'),
    );
  },
};

export const NarrowGone: Story = { ...Gone, globals: { width: '320px' } };

/** What the browser says of the network while a story is offline. */
let isOnline = true;

/** No network: what is shown may be old, and says so. */
export const Offline: Story = {
  args: { provider: hintingProvider(12) },
  beforeEach: () => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => isOnline });
    return () => {
      isOnline = true;
      Reflect.deleteProperty(navigator, 'onLine');
      dispatchEvent(new Event('online'));
    };
  },
  play: async ({ canvasElement }) => {
    const overview = await shown(canvasElement, 'customers-overview');
    await toSayIn(overview, '.age', 'Updated just now');
    isOnline = false;
    dispatchEvent(new Event('offline'));
    await toBeIn(overview, 'ready', 'offline');
    await toSayIn(overview, '[part~="notice"]', 'You are offline.');
  },
};

export const NarrowOffline: Story = { ...Offline, globals: { width: '320px' } };

/** A list sorted by a column that is not all there, of which more is known by now. */
export const SortIncomplete: Story = {
  args: {
    provider: {
      ...lateProvider(12, () => never(), { incomplete: { field: 'upcomingExpiration', known: 320, of: 1000 } }),
      subscribe: (listener) => {
        listener({ type: 'progress', field: 'beacons', known: 480, of: 1000 });
        listener({ type: 'progress', field: 'upcomingExpiration', known: 480, of: 1000 });
      },
    },
  },
  play: async ({ canvasElement }) => {
    const overview = await shown(canvasElement, 'customers-overview');
    await toSayIn(overview, '.activity', 'Beacons: 480 of 1,000');
    await toSayIn(overview, '[part~="notice"]', 'Upcoming Expirations: known for 320 of 1,000 customers');
    await expect(textOf(one(overview, '[part~="notice"] button'))).toBe('Update');
  },
};

export const NarrowSortIncomplete: Story = { ...SortIncomplete, globals: { width: '320px' } };

export const DarkSortIncomplete: Story = { ...SortIncomplete, globals: { scheme: 'dark' } };

/** How far a late column is, and how old the list. */
export const ProgressAndAge: Story = {
  args: {
    provider: {
      ...lateProvider(12, () => never(), { asOf: new Date(now.getTime() - 7_200_000).toISOString() }),
      subscribe: (listener) => listener({ type: 'progress', field: 'expirations', known: 320, of: 1000 }),
    },
  },
  play: async ({ canvasElement }) => {
    const overview = await shown(canvasElement, 'customers-overview');
    await toSayIn(overview, '.activity', 'Expirations: 320 of 1,000');
    await toSayIn(overview, '.age', 'Updated 2 hours ago');
    await expect(one(overview, '[part~="refresh"]')).toHaveAccessibleName('Refresh');
  },
};

export const NarrowProgressAndAge: Story = { ...ProgressAndAge, globals: { width: '320px' } };
