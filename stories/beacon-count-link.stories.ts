import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect } from 'storybook/test';
import '../src/define/beacon-count-link.js';
import type { BeaconCountLink } from '../src/elements/beacon-count-link/beacon-count-link.element.js';
import { controlsOf, ownFrame, partnerTheme, themed } from './controls.js';
import { all, one, shown, toBeIn, toBeNamed, toSay } from './looking.js';

type Args = Pick<BeaconCountLink, 'beacons' | 'total' | 'unhealthy' | 'href'> & {
  readonly 'customer-id': string;
  readonly 'customer-name': string;
};
type Story = StoryObj<Args>;

const meta: Meta<Args> = {
  title: 'Beacon count link',
  component: 'beacon-count-link',
  decorators: [themed],
  parameters: { layout: 'padded' },
  argTypes: controlsOf('beacon-count-link'),
  args: { 'customer-id': '32175', 'customer-name': 'Acme Corporation' },
  render: (args) =>
    html`<beacon-count-link
      .beacons=${args.beacons}
      total=${ifDefined(args.total)}
      unhealthy=${ifDefined(args.unhealthy)}
      href=${ifDefined(args.href)}
      customer-id=${args['customer-id']}
      customer-name=${args['customer-name']}
    ></beacon-count-link>`,
};
export default meta;

/** Finds the count as a link with this text and this name. */
const linked =
  (text: string, name: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const element = await shown(canvasElement, 'beacon-count-link');
    await toBeIn(element, 'count');
    await toSay(one(element, `[part~="beacons-link"]`), text);
    await toBeNamed(one(element, '[part~="beacons-link"]'), name);
  };

/** Finds no link, and this text or, where it is a sign, this name. */
const unlinked =
  (state: string, text: string, name?: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const element = await shown(canvasElement, 'beacon-count-link');
    await toBeIn(element, state);
    await expect(all(element, 'a, button')).toHaveLength(0);
    await toSay(element, text);
    if (name !== undefined) await toBeNamed(one(element, '[role="img"]'), name);
  };

export const Count: Story = { args: { total: 5 }, play: linked('5', '5 beacons, Acme Corporation') };

export const One: Story = { args: { total: 1 }, play: linked('1', '1 beacon, Acme Corporation') };

/** Nothing is a number like any other, and a link too. */
export const None: Story = { args: { total: 0 }, play: linked('0', '0 beacons, Acme Corporation') };

export const Thousands: Story = { args: { total: 12_480 }, play: linked('12,480', '12,480 beacons, Acme Corporation') };

export const WithProblems: Story = {
  args: { total: 12, unhealthy: 2 },
  play: linked('12', '12 beacons, 2 with problems, Acme Corporation'),
};

/** A template of the host makes a real link of it. */
export const RealLink: Story = {
  args: { total: 5, href: '/orgs/{id}/beacons' },
  play: async (context) => {
    await linked('5', '5 beacons, Acme Corporation')(context);
    const element = await shown(context.canvasElement, 'beacon-count-link');
    await expect(one(element, 'a')).toHaveAttribute('href', '/orgs/32175/beacons');
  },
};

export const WithoutName: Story = { args: { total: 5, 'customer-name': '' }, play: linked('5', '5 beacons') };

export const Pending: Story = { play: unlinked('pending', '', 'Loading beacons') };

export const NotApplicable: Story = {
  args: { beacons: { state: 'not-applicable' } },
  play: unlinked('not-applicable', 'Not applicable'),
};

export const Forbidden: Story = {
  args: { beacons: { state: 'forbidden' } },
  play: unlinked('unknown', '-', 'Beacons: you do not have access'),
};

export const Unavailable: Story = {
  args: { beacons: { state: 'unavailable' } },
  play: unlinked('unknown', '-', 'Beacons: data unavailable'),
};

export const Dark: Story = { ...WithProblems, globals: { scheme: 'dark' }, parameters: ownFrame };

export const RightToLeft: Story = { ...WithProblems, globals: { direction: 'rtl' }, parameters: ownFrame };

export const German: Story = {
  args: { total: 12_480, unhealthy: 2 },
  globals: { language: 'de' },
  parameters: ownFrame,
  play: linked('12.480', '12.480 Beacons, 2 mit Problemen, Acme Corporation'),
};

export const Text400: Story = {
  ...WithProblems,
  name: 'Text 400 %',
  globals: { text: '400%' },
  parameters: ownFrame,
};

export const Theme: Story = {
  args: { ...WithProblems.args, ...partnerTheme },
  play: WithProblems.play,
};
