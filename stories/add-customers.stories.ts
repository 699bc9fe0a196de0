import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../src/define/add-customers.js';
import type { AddCustomers } from '../src/elements/add-customers/add-customers.element.js';
import type { CustomersProvider, ProviderDescription } from '../src/providers/customers-provider.js';
import { ProviderError } from '../src/providers/provider-error.js';
import { controlsOf, ownFrame, partnerTheme, themed } from './controls.js';
import { never } from './lists.js';
import { all, one, shown, textOf, toBeIn } from './looking.js';
import { now } from './moment.js';

type Args = Pick<AddCustomers, 'provider' | 'now'>;
type Story = StoryObj<Args>;

const description: ProviderDescription = {
  version: 1,
  can: { add: true },
  capabilities: [
    { capability: 'iam', name: 'Identity and access' },
    { capability: 'optima', name: 'Cloud Cost Optimization' },
    { capability: 'fcm', name: 'Cloud migration' },
    { capability: 'fss', name: 'SaaS Management' },
  ],
};

/** A provider that adds customers as this says. */
const adding = (
  createCustomers: Required<CustomersProvider>['createCustomers'],
  describe: Required<CustomersProvider>['describe'] = async () => description,
): CustomersProvider => ({ listCustomers: never, describe, createCustomers });

const creating = adding(async (drafts) => ({
  outcomes: drafts.map(({ key }, index) => ({ key, id: String(40981 + index) })),
}));

const failing = (error: ProviderError) =>
  adding(async () => {
    throw error;
  });

const meta: Meta<Args> = {
  title: 'Add customers',
  component: 'add-customers',
  decorators: [themed],
  parameters: ownFrame,
  argTypes: controlsOf('add-customers'),
  args: { provider: creating, now },
  render: ({ provider, now: moment }) => html`<add-customers .provider=${provider} .now=${moment}></add-customers>`,
};
export default meta;

type Context = Parameters<NonNullable<Story['play']>>[0];

const panelIn = ({ canvasElement }: Context) => shown(canvasElement, 'add-customers');

/** Types into the field of a label, in a row. */
async function type(panel: AddCustomers, row: number, field: string, text: string): Promise<void> {
  const draft = all(panel, '[part~="draft"]')[row];
  const input = draft?.querySelector<HTMLElement>(`[id$="-${field}"]`);
  if (!input) throw new Error(`row ${row} has no ${field}`);
  await userEvent.type(input, text);
}

/** Fills in everything that a customer needs. */
async function fill(panel: AddCustomers, row: number, name: string): Promise<void> {
  await type(panel, row, 'name', name);
  await type(panel, row, 'owner-0-firstName', 'Ada');
  await type(panel, row, 'owner-0-lastName', 'Byron');
  await type(panel, row, 'owner-0-email', 'ada@acme.example');
}

async function choose(panel: AddCustomers, text: string): Promise<void> {
  await userEvent.upload(one(panel, '#file'), new File([text], 'customers.csv', { type: 'text/csv' }));
}

const send = (panel: AddCustomers) => userEvent.click(one(panel, '[part~="create"]'));

/** Finds the panel in a state, with these words in it. */
const saying =
  (state: string, words: string): NonNullable<Story['play']> =>
  async (context) => {
    const panel = await panelIn(context);
    await toBeIn(panel, state);
    await waitFor(() => expect(textOf(panel)).toContain(words));
  };

/** Fills in one customer, sends it, and finds this. */
const sending =
  (state: string, words: string): NonNullable<Story['play']> =>
  async (context) => {
    const panel = await panelIn(context);
    await toBeIn(panel, 'ready');
    await fill(panel, 0, 'Acme Corporation');
    await send(panel);
    await saying(state, words)(context);
  };

/** One customer to fill in. */
export const Ready: Story = { play: saying('ready', 'Add customers') };

export const Loading: Story = {
  args: { provider: adding(never, never) },
  play: saying('loading', 'Loading'),
};

export const Denied: Story = {
  args: { provider: adding(never, async () => ({ version: 1 })) },
  play: saying('denied', 'You do not have permission to add customers.'),
};

/** It could not be read what can be added. */
export const Failed: Story = {
  args: {
    provider: adding(never, async () => {
      throw new ProviderError('unavailable');
    }),
  },
  play: saying('failed', 'The service cannot be reached.'),
};

export const Unsupported: Story = {
  args: { provider: { listCustomers: never } },
  play: saying('unsupported', 'Customers cannot be added here.'),
};

/** What is wrong stands beside its field, and above all of them as links. */
export const Problems: Story = {
  play: async (context) => {
    const panel = await panelIn(context);
    await toBeIn(panel, 'ready');
    await type(panel, 0, 'owner-0-email', 'ada at acme');
    await send(panel);
    await waitFor(() => expect(textOf(one(panel, '[part~="summary"]'))).toContain('4 problems need mending first'));
  },
};

/** Three customers from a file, one of them with problems. */
export const FromFile: Story = {
  play: async (context) => {
    const panel = await panelIn(context);
    await toBeIn(panel, 'ready');
    await choose(
      panel,
      'Customer name;External ID;Owner first name;Owner last name;Owner e-mail;Capabilities;Colour\n' +
        'Acme Corporation;00123;Ada;Byron;ada@acme.example;optima=2027-03-04, fcm;red\n' +
        'Borealis;=1+1;Bo;Real;bo@borealis.example;fss=04.03.2027;blue\n' +
        '"Cetus\nLtd";00124;Cy;Etus;cy@cetus.example;unheard of;\n',
    );
    await waitFor(() => expect(all(panel, '[part~="draft"]')).toHaveLength(3));
    await expect(textOf(panel)).toContain('Not used, because no such column is known: Colour');
    await expect(textOf(one(panel, '[part~="summary"]'))).toContain('Customer 2, SaaS Management: This is not a date.');
  },
};

/** More than fit: the reader chooses. */
export const TooMany: Story = {
  play: async (context) => {
    const panel = await panelIn(context);
    await toBeIn(panel, 'ready');
    const names = Array.from({ length: 120 }, (_, index) => `Customer ${index + 1}`);
    await choose(panel, ['Customer name', ...names].join('\n'));
    await waitFor(() => expect(textOf(panel)).toContain('There are 120 customers in this file'));
  },
};

/** A file that holds no customers. */
export const BadFile: Story = {
  play: async (context) => {
    const panel = await panelIn(context);
    await toBeIn(panel, 'ready');
    await choose(panel, 'Acme,00123\nBorealis,00124');
    await waitFor(() => expect(textOf(panel)).toContain('does not name the columns'));
  },
};

export const Sending: Story = {
  args: { provider: adding(never) },
  play: sending('sending', 'Creating 1 customer…'),
};

export const Created: Story = { play: sending('ready', '1 customer was created') };

/** One was created, one was refused and stays. */
export const PartlyRefused: Story = {
  args: {
    provider: adding(async (drafts) => ({
      outcomes: drafts.map(({ key }, index) =>
        index === 0 ? { key, id: '40981' } : { key, error: { code: 'conflict', reason: 'name-taken' } },
      ),
    })),
  },
  play: async (context) => {
    const panel = await panelIn(context);
    await toBeIn(panel, 'ready');
    await fill(panel, 0, 'Acme Corporation');
    await userEvent.click(one(panel, '[part~="add-row"]'));
    await fill(panel, 1, 'Borealis');
    await send(panel);
    await saying('ready', 'Another customer has this name.')(context);
    await expect(all(panel, '[part~="draft"]')).toHaveLength(1);
  },
};

/** Nobody knows whether it was created: nothing can be changed until that is found out. */
export const InDoubt: Story = {
  args: { provider: failing(new ProviderError('timeout')) },
  play: sending('in-doubt', 'Check and send again'),
};

/** The permission ended meanwhile. */
export const PermissionLost: Story = {
  args: { provider: failing(new ProviderError('forbidden')) },
  play: sending('denied', 'You do not have permission to add customers any more.'),
};

export const RateLimited: Story = {
  args: { provider: failing(new ProviderError('rate-limited')) },
  play: sending('ready', 'Nothing was created. Too many requests at the moment.'),
};

/** What would be lost is asked about first. */
export const Leaving: Story = {
  play: async (context) => {
    const panel = await panelIn(context);
    await toBeIn(panel, 'ready');
    await type(panel, 0, 'name', 'Acme');
    await userEvent.click(one(panel, '[part~="cancel"]'));
    await waitFor(() => expect(textOf(panel)).toContain('Discard 1 customer that has not been created?'));
  },
};

export const Dark: Story = { ...FromFile, globals: { scheme: 'dark' } };

/** A phone: each customer is a card. */
export const Narrow: Story = { ...FromFile, globals: { viewport: { value: 'mobile1' } } };

export const NarrowDark: Story = { ...FromFile, globals: { viewport: { value: 'mobile1' }, scheme: 'dark' } };

export const RightToLeft: Story = { ...FromFile, globals: { direction: 'rtl' } };

export const German: Story = { globals: { language: 'de' }, play: saying('ready', 'Kunden hinzufügen') };

export const Text400: Story = {
  name: 'Text 400 %',
  globals: { text: '400%' },
  play: saying('ready', 'Add customers'),
};

export const Theme: Story = { args: { ...partnerTheme, now }, play: saying('ready', 'Add customers') };
