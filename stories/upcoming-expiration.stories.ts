import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, waitFor } from 'storybook/test';
import '../src/define/upcoming-expiration.js';
import type { UpcomingExpirationElement } from '../src/elements/upcoming-expiration/upcoming-expiration.element.js';
import { controlsOf, ownFrame, partnerTheme, themed } from './controls.js';
import { all, one, shown, toBeIn, toBeNamed, toSay } from './looking.js';
import { dateIn, now } from './moment.js';
import { rulesRow } from './rules.js';

type Args = Pick<UpcomingExpirationElement, 'expirations' | 'policy' | 'now' | 'href'> & {
  readonly 'time-zone': string;
  readonly 'customer-id': string;
  readonly 'customer-name': string;
};
type Story = StoryObj<Args>;

const template = (args: Args, expirations = args.expirations) =>
  html`<upcoming-expiration
    .expirations=${expirations}
    .policy=${args.policy}
    .now=${args.now}
    href=${ifDefined(args.href)}
    time-zone=${args['time-zone']}
    customer-id=${args['customer-id']}
    customer-name=${args['customer-name']}
  ></upcoming-expiration>`;

const meta: Meta<Args> = {
  title: 'Upcoming expiration',
  component: 'upcoming-expiration',
  decorators: [themed],
  parameters: { layout: 'padded' },
  argTypes: controlsOf('upcoming-expiration'),
  args: { now, 'time-zone': 'UTC', 'customer-id': '32175', 'customer-name': 'Acme Corporation' },
  render: (args) => template(args),
};
export default meta;

/** A row of the table in `docs/rules.md §2.7`: each of its cases, one under the other. */
function ofRow(row: number): Story {
  const { capabilities, cases, upcoming } = rulesRow(row);
  return {
    args: { 'customer-name': `Row ${row}` },
    parameters: { docs: { description: { story: `Days left: ${capabilities}` } } },
    render: (args) => html`${cases.map(({ expirations }) => html`<p>${template(args, expirations)}</p>`)}`,
    play: async ({ canvasElement }) => {
      const elements = [...canvasElement.querySelectorAll('upcoming-expiration')];
      await expect(elements).toHaveLength(cases.length);
      for (const [index, element] of elements.entries()) {
        await waitFor(() => expect(element.matches(':state(pending)')).toBe(false));
        const isLink = upcoming === 'date' || upcoming === 'No expirations';
        await expect(all(element, '[part~="expirations-link"]')).toHaveLength(isLink ? 1 : 0);
        await expect(all(element, 'time').map((time) => time.getAttribute('datetime'))).toEqual(
          cases[index]?.date === undefined ? [] : [cases[index].date],
        );
        if (upcoming !== 'date') await toSay(element, upcoming);
      }
    },
  };
}

export const Row1: Story = ofRow(1);
export const Row2: Story = ofRow(2);
export const Row3: Story = ofRow(3);
export const Row4: Story = ofRow(4);
export const Row5: Story = ofRow(5);
export const Row6: Story = ofRow(6);
export const Row7: Story = ofRow(7);
export const Row8: Story = ofRow(8);
export const Row9: Story = ofRow(9);
export const Row10: Story = ofRow(10);
export const Row11: Story = ofRow(11);
export const Row12: Story = ofRow(12);
export const Row13: Story = ofRow(13);
export const Row14: Story = ofRow(14);
export const Row15: Story = ofRow(15);
export const Row16: Story = ofRow(16);
export const Row17: Story = ofRow(17);
export const Row18: Story = ofRow(18);
export const Row19: Story = ofRow(19);

const inTenDays: Partial<Args> = {
  expirations: { state: 'ready', value: { undated: 0, unreadable: 0, dates: [dateIn(10), dateIn(200)] } },
};

/** Finds the date as a link, written like this, with the distance behind it. */
const dated =
  (text: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const element = await shown(canvasElement, 'upcoming-expiration');
    await toBeIn(element, 'date');
    await toSay(element, text);
    await expect(one(element, 'time')).toHaveAttribute('datetime', dateIn(10));
  };

/** Finds a sign with this name, and no link. */
const signed =
  (state: string, name: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const element = await shown(canvasElement, 'upcoming-expiration');
    await toBeIn(element, state);
    await expect(all(element, 'a, button')).toHaveLength(0);
    await toBeNamed(one(element, '[role="img"]'), name);
  };

/** Not loaded yet: a skeleton, never a dash. */
export const Pending: Story = { play: signed('pending', 'Loading expirations') };

/** Only owners of the organization may see them. */
export const Forbidden: Story = {
  args: { expirations: { state: 'forbidden' } },
  play: signed('unknown', 'Expirations: only owners of the organization can see them'),
};

export const NotApplicable: Story = {
  args: { expirations: { state: 'not-applicable' } },
  play: signed('unknown', 'Expirations: not applicable'),
};

export const Unavailable: Story = {
  args: { expirations: { state: 'unavailable' } },
  play: signed('unknown', 'Expirations: data unavailable'),
};

export const Incomplete: Story = {
  args: { expirations: { state: 'ready', value: { undated: 1, unreadable: 0, dates: [] }, missing: ['Snow Atlas'] } },
  play: signed('unknown', 'Expirations: data incomplete'),
};

/** A template of the host makes a real link of it. */
export const RealLink: Story = {
  args: { ...inTenDays, href: '/orgs/{id}/expirations' },
  play: async (context) => {
    await dated('Dec 4, 2026 · in 10 days')(context);
    const element = await shown(context.canvasElement, 'upcoming-expiration');
    await expect(one(element, 'a')).toHaveAttribute('href', '/orgs/32175/expirations');
  },
};

export const Dark: Story = {
  args: inTenDays,
  globals: { scheme: 'dark' },
  parameters: ownFrame,
  play: dated('Dec 4, 2026 · in 10 days'),
};

export const RightToLeft: Story = { ...Dark, globals: { direction: 'rtl' } };

export const German: Story = {
  ...Dark,
  globals: { language: 'de' },
  play: dated('04.12.2026 · in 10 Tagen'),
};

export const Text400: Story = { ...Dark, name: 'Text 400 %', globals: { text: '400%' } };

export const Theme: Story = { args: { ...inTenDays, ...partnerTheme }, play: dated('Dec 4, 2026 · in 10 days') };
