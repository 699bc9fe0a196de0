import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../src/define/customers-overview.js';
import type { Availability } from '../src/domain/availability.js';
import type { BeaconSummary } from '../src/domain/beacons.js';
import type { Customer } from '../src/domain/customer.js';
import type { ExpirationSummary } from '../src/domain/expirations.js';
import type { CustomersOverview } from '../src/elements/customers-overview/customers-overview.element.js';
import { ProviderError } from '../src/providers/provider-error.js';
import { sampleCustomers } from '../src/testing/index.js';
import { controlsOf, ownFrame, partnerTheme, themed } from './controls.js';
import { answering, carelessProvider, lateProvider, never, providerOf, sampleProvider } from './lists.js';
import {
  all,
  customerRows,
  one,
  shown,
  skeletonRows,
  slidIn,
  textOf,
  toBeIn,
  toSay,
  toShowCustomers,
} from './looking.js';
import { dateIn, now } from './moment.js';
import { customersOfRules, rules } from './rules.js';

type Args = Pick<CustomersOverview, 'provider' | 'query' | 'paging' | 'policy' | 'now' | 'messages'> & {
  readonly 'customer-href'?: string;
  readonly 'beacons-href'?: string;
  readonly 'time-zone': string;
  readonly '--customers-max-height': string;
};
type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const byName: Args['query'] = { sort: [{ field: 'name', direction: 'ascending' }] };

const meta: Meta<Args> = {
  title: 'Customers overview',
  component: 'customers-overview',
  decorators: [themed],
  parameters: { layout: 'padded', ...ownFrame },
  argTypes: controlsOf('customers-overview'),
  args: { query: byName, paging: 'window', now, 'time-zone': 'UTC', '--customers-max-height': 'calc(100dvh - 2rem)' },
  render: (args) =>
    html`<customers-overview
      .provider=${args.provider}
      .query=${args.query}
      .policy=${args.policy}
      .now=${args.now}
      .messages=${args.messages}
      customer-href=${ifDefined(args['customer-href'])}
      beacons-href=${ifDefined(args['beacons-href'])}
      paging=${args.paging}
      time-zone=${args['time-zone']}
    ></customers-overview>`,
};
export default meta;

/** Finds this list state and so many customers. */
const showing =
  (state: string, customers: number): Play =>
  async ({ canvasElement }) => {
    const overview = await shown(canvasElement, 'customers-overview');
    await toShowCustomers(overview, customers);
    await toBeIn(overview, state);
  };

/** Finds this list state, no rows, and these words. */
const saying =
  (state: string, words: string): Play =>
  async ({ canvasElement }) => {
    const overview = await shown(canvasElement, 'customers-overview');
    await toBeIn(overview, state);
    await expect(customerRows(overview)).toHaveLength(0);
    await expect(textOf(one(overview, '[part~="state"]'))).toContain(words);
  };

/** Finds rows that are not loaded, and no customer. */
const waiting: Play = async ({ canvasElement }) => {
  const overview = await shown(canvasElement, 'customers-overview');
  await waitFor(() => expect(skeletonRows(overview)).toHaveLength(8));
  await toBeIn(overview, 'loading');
  await expect(customerRows(overview)).toHaveLength(0);
};

/** Sorts the names downwards, which is another question. */
async function askAgain(overview: Element): Promise<void> {
  await userEvent.click(one(overview, 'thead th[data-column="name"] button'));
}

const isFirstQuestion = ({ sort }: NonNullable<Args['query']>): boolean => sort?.[0]?.direction === 'ascending';

export const Ready: Story = { args: { provider: sampleProvider(12) }, play: showing('ready', 12) };

/** The provider comes later than the element: bones, no error. */
export const WaitingForProvider: Story = { play: waiting };

/** The first rows are under way. */
export const Loading: Story = { args: { provider: { listCustomers: never } }, play: waiting };

/** Only the rows in view exist. */
export const Ready2000: Story = {
  name: 'Ready, 2,000 customers',
  args: { provider: sampleProvider(2000) },
  play: async ({ canvasElement }) => {
    const overview = await shown(canvasElement, 'customers-overview');
    await toBeIn(overview, 'ready');
    await waitFor(() => expect(customerRows(overview).length).toBeGreaterThan(10));
    await expect(customerRows(overview).length).toBeLessThan(100);
    await expect(one(overview, 'table')).toHaveAttribute('aria-rowcount', '2001');
  },
};

export const Empty: Story = { args: { provider: sampleProvider(0) }, play: saying('empty', 'No customers yet') };

export const NoMatch: Story = {
  args: { provider: sampleProvider(12), query: { ...byName, search: 'nobody is called this' } },
  play: saying('no-match', 'No customer matches “nobody is called this”'),
};

export const Failed: Story = {
  args: { provider: { listCustomers: () => Promise.reject(new ProviderError('unavailable')) } },
  play: saying('failed', 'The service cannot be reached.'),
};

/** The viewer's session has ended. */
export const FailedUnauthenticated: Story = {
  args: { provider: { listCustomers: () => Promise.reject(new ProviderError('unauthenticated')) } },
  play: saying('failed', 'Your session has ended. Sign in again.'),
};

/** An answer without a list. */
export const FailedUnreadable: Story = {
  // a backend answers what it likes
  args: { provider: { listCustomers: () => Promise.resolve(null as never) } },
  play: saying('failed', 'The answer could not be read.'),
};

/** Rows shown stay when the next question fails. */
export const Stale: Story = {
  args: {
    provider: answering(12, isFirstQuestion, () => Promise.reject(new ProviderError('offline'))),
  },
  play: async ({ canvasElement }) => {
    const overview = await shown(canvasElement, 'customers-overview');
    await toShowCustomers(overview, 12);
    await askAgain(overview);
    await toBeIn(overview, 'ready', 'stale');
    await expect(customerRows(overview)).toHaveLength(12);
    await expect(textOf(one(overview, '[part~="notice"]'))).toContain('You are offline.');
  },
};

/** Finds these words in the place that they belong to, once the part that says them is there. */
const sayingIn =
  (part: string, words: string): Play =>
  async ({ canvasElement }) => {
    const overview = await shown(canvasElement, 'customers-overview');
    await toBeIn(overview, 'ready');
    await waitFor(() => expect(all(overview, part).map(textOf).join(' ')).toContain(words));
  };

/** The expirations come later than their rows: bones in their cells. */
export const LateColumns: Story = {
  args: { provider: lateProvider(12, () => never()) },
  play: async ({ canvasElement }) => {
    const overview = await shown(canvasElement, 'customers-overview');
    await toShowCustomers(overview, 12);
    await waitFor(() => expect(all(overview, 'tbody [data-column="expirationStatus"] .skeleton')).toHaveLength(12));
  },
};

/** How far they are, and what that means for a list in their order. */
export const LateColumnsUnderWay: Story = {
  args: {
    provider: {
      ...lateProvider(12, () => never(), { incomplete: { field: 'upcomingExpiration', known: 320, of: 1000 } }),
      subscribe: (listener) => {
        listener({ type: 'progress', field: 'expirations', known: 480, of: 1000 });
        listener({ type: 'progress', field: 'upcomingExpiration', known: 480, of: 1000 });
      },
    },
  },
  play: async (context) => {
    await sayingIn('.activity', 'Expirations: 480 of 1,000')(context);
    await sayingIn('[part~="notice"]', 'Upcoming Expirations: known for 320 of 1,000 customers')(context);
  },
};

/** How old the data is, with a button that reads it anew. */
export const Aged: Story = {
  args: { provider: lateProvider(12, undefined, { asOf: new Date(now.getTime() - 120_000).toISOString() }) },
  play: sayingIn('.activity', 'Updated 2 minutes ago'),
};

/** Rows shown stay while the next answer is under way. */
export const Refreshing: Story = {
  args: { provider: answering(12, isFirstQuestion, never) },
  play: async ({ canvasElement }) => {
    const overview = await shown(canvasElement, 'customers-overview');
    await toShowCustomers(overview, 12);
    await askAgain(overview);
    await toBeIn(overview, 'ready', 'refreshing');
    await expect(customerRows(overview)).toHaveLength(12);
  },
};

/** A part of the way to other pages, once that is there: it comes with a file of its own. */
function pagesPart(overview: Element, selector: string): Promise<HTMLElement> {
  return waitFor(() => one(overview, `[part~="pages"] ${selector}`));
}

/** Finds a page of the list: so many customers, these words for its place, and which buttons lead further. */
async function toShowPage(overview: Element, customers: number, place: string, ...leads: boolean[]): Promise<void> {
  await toSay(await pagesPart(overview, 'bdi'), place);
  await toShowCustomers(overview, customers);
  await expect(all(overview, '[part~="pages"] button').map(({ ariaDisabled }) => ariaDisabled === 'false')).toEqual(
    leads,
  );
}

/** A page of fifty customers in a native table. */
export const FirstPage: Story = {
  args: { provider: sampleProvider(120), paging: 'pages' },
  play: async ({ canvasElement }) => {
    const overview = await shown(canvasElement, 'customers-overview');
    await toBeIn(overview, 'ready');
    await toShowPage(overview, 50, '1–50 of 120', false, true);
  },
};

/** The rest of the customers; the button that led here leads no further. */
export const LastPage: Story = {
  ...FirstPage,
  play: async ({ canvasElement }) => {
    const overview = await shown(canvasElement, 'customers-overview');
    await toBeIn(overview, 'ready');
    const next = await pagesPart(overview, '.next');
    await userEvent.click(next);
    await toShowPage(overview, 50, '51–100 of 120', true, true);
    await userEvent.click(next);
    await toShowPage(overview, 20, '101–120 of 120', true, false);
  },
};

/** Scrolled faster than the rows come. */
export const LoadingMore: Story = {
  args: { provider: answering(2000, ({ page }) => !('offset' in page) || page.offset === 0, never) },
  play: async ({ canvasElement }) => {
    const overview = await shown(canvasElement, 'customers-overview');
    await toBeIn(overview, 'ready');
    await waitFor(() => expect(customerRows(overview).length).toBeGreaterThan(10));
    const scroller = one(overview, '.scroller');
    const rowHeight = customerRows(overview)[0]?.offsetHeight ?? 0;
    // the first hundred are there: the view begins with the last of them
    scroller.scrollTop = rowHeight * 95;
    await toBeIn(overview, 'ready', 'loading-more');
    await waitFor(() => expect(skeletonRows(overview).length).toBeGreaterThan(5));
    await expect(customerRows(overview).length).toBeGreaterThan(2);
  },
};

/** One bad row becomes one marked row: an invalid one, and one whose organization ID is taken. */
export const QuarantinedRows: Story = {
  args: {
    provider: carelessProvider([
      ...sampleCustomers(3, { now }),
      { id: '40000', relationship: 'managed' },
      ...sampleCustomers(1, { now }),
      null,
      ...sampleCustomers(6, { now }).slice(3),
    ]),
  },
  play: async ({ canvasElement }) => {
    const overview = await shown(canvasElement, 'customers-overview');
    await toShowCustomers(overview, 6);
    await expect(all(overview, '.unreadable')).toHaveLength(3);
    await expect(textOf(one(overview, '[part~="notice"]'))).toContain('3 customers could not be read');
  },
};

const acme: Customer = {
  id: '32175',
  name: 'Acme Corporation',
  externalId: 'W12345',
  relationship: 'managed',
  beacons: { state: 'ready', value: { total: 5, unhealthy: 0 } },
  expirations: { state: 'ready', value: { undated: 0, unreadable: 0, dates: [dateIn(10)] } },
};

const beaconCells: Readonly<Record<string, Availability<BeaconSummary>>> = {
  Healthy: { state: 'ready', value: { total: 5, unhealthy: 0 } },
  'Health not known': { state: 'ready', value: { total: 5 } },
  'With problems': { state: 'ready', value: { total: 124, unhealthy: 12 } },
  None: { state: 'ready', value: { total: 0 } },
  Pending: { state: 'pending' },
  'Not applicable': { state: 'not-applicable' },
  Forbidden: { state: 'forbidden' },
  Unavailable: { state: 'unavailable', code: 'timeout' },
};

/** Total Beacons in each of its states. */
export const BeaconCells: Story = {
  args: {
    query: {},
    provider: providerOf(
      Object.entries(beaconCells).map(([name, beacons], index) => ({ ...acme, id: String(index), name, beacons })),
    ),
  },
  play: async ({ canvasElement }) => {
    const overview = await shown(canvasElement, 'customers-overview');
    await toShowCustomers(overview, 8);
    await expect(all(overview, '[part~="beacons-link"]')).toHaveLength(4);
  },
};

const expirationCells: Readonly<Record<string, Availability<ExpirationSummary>>> = {
  Date: { state: 'ready', value: { undated: 0, unreadable: 0, dates: [dateIn(10)] } },
  'No expirations': { state: 'ready', value: { undated: 1, unreadable: 0, dates: [] } },
  'No entitlements': { state: 'ready', value: { undated: 0, unreadable: 0, dates: [] } },
  Pending: { state: 'pending' },
  'Not applicable': { state: 'not-applicable' },
  Forbidden: { state: 'forbidden' },
  Unavailable: { state: 'unavailable', code: 'timeout' },
  Incomplete: { state: 'ready', value: { undated: 1, unreadable: 0, dates: [] }, missing: ['Snow Atlas'] },
};

/** Both expiration columns in each of their states. */
export const ExpirationCells: Story = {
  args: {
    query: {},
    provider: providerOf(
      Object.entries(expirationCells).map(([name, expirations], index) => ({
        ...acme,
        id: String(index),
        name,
        expirations,
      })),
    ),
  },
  play: async ({ canvasElement }) => {
    const overview = await shown(canvasElement, 'customers-overview');
    await toShowCustomers(overview, 8);
    await expect(all(overview, '[part~="expirations-link"]')).toHaveLength(2);
  },
};

/** Every row of the table in `docs/rules.md §2.7`, with a customer for each case of it. */
export const Rules: Story = {
  args: { provider: providerOf(customersOfRules), '--customers-max-height': '200rem' },
  parameters: { docs: { story: { height: '1400px' } } },
  play: async ({ canvasElement }) => {
    const overview = await shown(canvasElement, 'customers-overview');
    await toShowCustomers(overview, customersOfRules.length);
    const cells = new Map(
      customerRows(overview).map((row) => [
        textOf(cell(row, 'id')),
        {
          dates: [...row.querySelectorAll('time')].map((time) => time.getAttribute('datetime')),
          upcoming: textOf(cell(row, 'upcomingExpiration')),
          links: row.querySelectorAll('[part~="expirations-link"]').length,
          status: textOf(cell(row, 'expirationStatus')),
        },
      ]),
    );
    for (const { row, cases, upcoming, status } of rules) {
      for (const [index, { date }] of cases.entries()) {
        const shownCells = cells.get(String(1000 + 10 * row + index));
        await expect(shownCells, `row ${row}`).toMatchObject({
          dates: date === undefined ? [] : [date],
          links: upcoming === 'date' || upcoming === 'No expirations' ? 1 : 0,
          status,
        });
        if (upcoming !== 'date') await expect(shownCells?.upcoming, `row ${row}`).toBe(upcoming);
      }
    }
  },
};

function cell(row: Element, column: string): Element {
  const found = row.querySelector(`[data-column="${column}"]`);
  if (!found) throw new Error(`no cell of ${column}`);
  return found;
}

/** The viewer may add customers. */
export const AddAllowed: Story = {
  args: { provider: sampleProvider(5, { add: true }) },
  play: async (context) => {
    await showing('ready', 5)(context);
    const overview = await shown(context.canvasElement, 'customers-overview');
    await waitFor(() => expect(one(overview, '[part~="add"]')).toBeVisible());
  },
};

/** The viewer may not: there is no button. */
export const AddNotAllowed: Story = {
  args: { provider: sampleProvider(5, { add: false }) },
  play: async (context) => {
    await showing('ready', 5)(context);
    const overview = await shown(context.canvasElement, 'customers-overview');
    await expect(all(overview, '[part~="add"]')).toHaveLength(0);
  },
};

/** Customers that own their system are marked, whatever else the data allows; the others are not. */
export const ViewOnly: Story = {
  args: {
    provider: providerOf([
      { ...acme, can: { edit: true, delete: true } },
      { ...acme, id: '2', name: 'Borealis', relationship: 'granted', expirations: { state: 'forbidden' } },
      { ...acme, id: '3', name: 'Cascade', relationship: 'granted', can: { edit: true, delete: true } },
    ]),
  },
  play: async (context) => {
    await showing('ready', 3)(context);
    const overview = await shown(context.canvasElement, 'customers-overview');
    await expect(customerRows(overview).map((row) => row.textContent.includes('View only'))).toEqual([
      false,
      true,
      true,
    ]);
  },
};

/** Templates of the host make real links. */
export const RealLinks: Story = {
  args: {
    provider: providerOf([acme]),
    'customer-href': '/orgs/{id}',
    'beacons-href': '/orgs/{id}/beacons',
  },
  play: async (context) => {
    await showing('ready', 1)(context);
    const overview = await shown(context.canvasElement, 'customers-overview');
    await expect(one(overview, '[part~="customer-link"]')).toHaveAttribute('href', '/orgs/32175');
    await expect(one(overview, '[part~="beacons-link"]')).toHaveAttribute('href', '/orgs/32175/beacons');
  },
};

/** Names of every length and script, and what only looks like markup. */
export const HardNames: Story = {
  args: {
    query: {},
    provider: providerOf(
      [
        'A',
        'An organization whose name goes on and on until no table of the world has room for it on one line '.repeat(4),
        'Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle',
        'النخيل للتقنية',
        'さくらシステムズ',
        '<b>Bold & Sons</b>',
        '\u202Edesrever',
      ].map((name, index) => ({ ...acme, id: String(index), name, externalId: name })),
    ),
  },
  play: async (context) => {
    await showing('ready', 7)(context);
    const overview = await shown(context.canvasElement, 'customers-overview');
    await expect(all(overview, 'b')).toHaveLength(0);
  },
};

/** A host's own thresholds; the words follow them. */
export const OwnPolicy: Story = {
  args: { provider: providerOf([acme]), policy: { horizons: [7, 14] } },
  play: async (context) => {
    await showing('ready', 1)(context);
    const overview = await shown(context.canvasElement, 'customers-overview');
    await toSay(one(overview, '[part~="status"]'), 'Expires in 14 days');
  },
};

/** A host says some words differently. */
export const OwnWords: Story = {
  args: {
    provider: sampleProvider(5, { add: true }),
    messages: { overview: { heading: 'Clients', add: 'New client' } },
  },
  play: async (context) => {
    await showing('ready', 5)(context);
    const overview = await shown(context.canvasElement, 'customers-overview');
    await toSay(one(overview, '[part~="heading"]'), 'Clients');
  },
};

/** A host's own heading and actions. */
export const Slots: Story = {
  args: { provider: sampleProvider(5, { add: true }) },
  render: ({ provider, query, now }) =>
    html`<customers-overview .provider=${provider} .query=${query} .now=${now}>
      <h1 slot="heading">Our customers</h1>
      <button slot="actions" type="button">Download</button>
    </customers-overview>`,
  play: showing('ready', 5),
};

/** The slideout opens over the list. */
export const SlideoutOpen: Story = {
  args: { provider: sampleProvider(12) },
  play: async (context) => {
    await showing('ready', 12)(context);
    const overview = await shown(context.canvasElement, 'customers-overview');
    const [link] = all(overview, '[part~="expirations-link"]');
    if (!link) throw new Error('no customer has a date');
    await userEvent.click(link);
    const slideout = await waitFor(() => one(overview, 'expirations-slideout'));
    await toBeIn(slideout, 'ready');
    await waitFor(() => expect(all(slideout, '[part~="row"]').length).toBeGreaterThan(0));
    await slidIn(slideout);
  },
};

const twelve: Story = { args: { provider: sampleProvider(12, { add: true }) }, play: showing('ready', 12) };

export const Dark: Story = { ...twelve, globals: { scheme: 'dark' } };

export const DarkStale: Story = { ...Stale, globals: { scheme: 'dark' } };

export const DarkRules: Story = { ...Rules, globals: { scheme: 'dark' } };

/** Cards, with a menu in the place of the headers. */
const asCards: Play = async ({ canvasElement }) => {
  const overview = await shown(canvasElement, 'customers-overview');
  await toBeIn(overview, 'ready');
  await waitFor(() => expect(customerRows(overview).length).toBeGreaterThan(1));
  await expect(one(overview, 'select')).toBeVisible();
};

export const Narrow: Story = { ...twelve, globals: { width: '320px' }, play: asCards };

export const NarrowDark: Story = { ...twelve, globals: { width: '320px', scheme: 'dark' }, play: asCards };

/** Cards as high as what they say, with the pages below. */
export const NarrowPage: Story = { ...FirstPage, globals: { width: '320px' } };

export const NarrowLoading: Story = {
  ...Loading,
  globals: { width: '320px' },
  play: async ({ canvasElement }) => {
    const overview = await shown(canvasElement, 'customers-overview');
    await toBeIn(overview, 'loading');
    await waitFor(() => expect(skeletonRows(overview).length).toBeGreaterThan(1));
  },
};

/** Room for cards of two columns, not yet for a table. */
export const Medium: Story = { ...twelve, globals: { width: '768px' }, play: asCards };

export const RightToLeft: Story = { ...twelve, globals: { direction: 'rtl' } };

/** The buttons that turn pages point the other way. */
export const RightToLeftPage: Story = { ...LastPage, globals: { direction: 'rtl' } };

export const RightToLeftNarrow: Story = { ...Narrow, globals: { direction: 'rtl', width: '320px' } };

export const German: Story = {
  ...twelve,
  globals: { language: 'de' },
  play: async (context) => {
    await showing('ready', 12)(context);
    const overview = await shown(context.canvasElement, 'customers-overview');
    await toSay(one(overview, '[part~="heading"]'), 'Kundenübersicht');
  },
};

export const Text200: Story = { ...twelve, name: 'Text 200 %', globals: { text: '200%' }, play: asCards };

export const Text400: Story = {
  ...twelve,
  name: 'Text 400 %',
  args: { ...twelve.args, '--customers-max-height': '300rem' },
  globals: { text: '400%' },
  play: asCards,
};

/** Custom properties of the host's page. */
export const Theme: Story = { ...twelve, args: { ...twelve.args, ...partnerTheme } };
