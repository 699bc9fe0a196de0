/// <reference types="vite/client" />
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect } from 'storybook/test';
import '../src/define/customers-overview.js';
import '../src/define/customers-source.js';
import type { CustomersSource } from '../src/elements/customers-source/customers-source.element.js';
import { controlsOf, ownFrame, themed } from './controls.js';
import customersFile from './customers.json?url&no-inline';
import { never, sampleProvider } from './lists.js';
import { one, shown, textOf, toBeIn, toShowCustomers } from './looking.js';
import { now } from './moment.js';

type Args = Pick<CustomersSource, 'src' | 'provider'>;
type Story = StoryObj<Args>;

/** Draws nothing itself: the stories show what an overview inside it gets. */
const meta: Meta<Args> = {
  title: 'Customers source',
  component: 'customers-source',
  decorators: [themed],
  parameters: { layout: 'padded', ...ownFrame },
  argTypes: controlsOf('customers-source'),
  render: (args) =>
    html`<customers-source src=${ifDefined(args.src)} .provider=${args.provider}>
      <customers-overview .now=${now}></customers-overview>
    </customers-source>`,
};
export default meta;

/** A page without script: the customers come from a file. */
export const File: Story = {
  args: { src: customersFile },
  play: async ({ canvasElement }) => {
    const overview = await shown(canvasElement, 'customers-overview');
    await toShowCustomers(overview, 3);
    await toBeIn(await shown(canvasElement, 'customers-source'), 'ready');
    await expect(one(overview, '[part~="add"]')).toBeVisible();
  },
};

/** A script sets a provider for everything inside. */
export const Provider: Story = {
  args: { provider: sampleProvider(4) },
  play: async ({ canvasElement }) => {
    await toShowCustomers(await shown(canvasElement, 'customers-overview'), 4);
    await toBeIn(await shown(canvasElement, 'customers-source'), 'ready');
  },
};

/** The file is under way. */
export const Loading: Story = {
  args: { src: customersFile },
  beforeEach: () => {
    const { fetch } = globalThis;
    globalThis.fetch = never;
    return () => {
      globalThis.fetch = fetch;
    };
  },
  play: async ({ canvasElement }) => {
    await toBeIn(await shown(canvasElement, 'customers-source'), 'loading');
    await toBeIn(await shown(canvasElement, 'customers-overview'), 'loading');
  },
};

/** The file cannot be read: the elements inside say why, and offer to try again. */
export const Failed: Story = {
  args: { src: 'ftp://files.example/customers.json' },
  play: async ({ canvasElement }) => {
    await toBeIn(await shown(canvasElement, 'customers-source'), 'failed');
    const overview = await shown(canvasElement, 'customers-overview');
    await toBeIn(overview, 'failed');
    await expect(textOf(one(overview, '[part~="state"]'))).toContain('This is not available here.');
  },
};
