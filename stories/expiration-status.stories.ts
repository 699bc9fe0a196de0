import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/define/expiration-status.js';
import type { ExpirationStatusElement } from '../src/elements/expiration-status/expiration-status.element.js';
import { controlsOf, ownFrame, partnerTheme, themed } from './controls.js';
import { all, one, shown, toBeIn, toBeNamed, toSay } from './looking.js';
import { dateIn, now } from './moment.js';
import { rulesRow } from './rules.js';

type Args = Pick<ExpirationStatusElement, 'expirations' | 'policy' | 'now'> & { readonly 'time-zone': string };
type Story = StoryObj<Args>;

const template = (args: Args, expirations = args.expirations) =>
  html`<expiration-status
    .expirations=${expirations}
    .policy=${args.policy}
    .now=${args.now}
    time-zone=${args['time-zone']}
  ></expiration-status>`;

const meta: Meta<Args> = {
  title: 'Expiration status',
  component: 'expiration-status',
  decorators: [themed],
  parameters: { layout: 'padded' },
  argTypes: controlsOf('expiration-status'),
  args: { now, 'time-zone': 'UTC' },
  render: (args) => template(args),
};
export default meta;

/** A row of the table in `docs/rules.md §2.7`: each of its cases, one under the other. */
function ofRow(row: number): Story {
  const { capabilities, cases, status } = rulesRow(row);
  return {
    parameters: { docs: { description: { story: `Days left: ${capabilities}` } } },
    render: (args) => html`${cases.map(({ expirations }) => html`<p>${template(args, expirations)}</p>`)}`,
    play: async ({ canvasElement }) => {
      const elements = [...canvasElement.querySelectorAll('expiration-status')];
      await expect(elements).toHaveLength(cases.length);
      for (const element of elements) {
        await waitFor(() => expect(element.matches(':state(pending)')).toBe(false));
        await toSay(element, status);
        await expect(all(element, '[part~="status"]')).toHaveLength(status === '-' ? 0 : 1);
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

const datesIn = (...daysLeft: readonly number[]): Partial<Args> => ({
  expirations: { state: 'ready', value: { undated: 0, unreadable: 0, dates: daysLeft.map(dateIn) } },
});

/** Finds this state and this badge. */
const badged =
  (state: string, text: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const element = await shown(canvasElement, 'expiration-status');
    await toBeIn(element, state);
    await toSay(one(element, `[part~="status"]`), text);
  };

/** Finds this state and a sign with this name. */
const signed =
  (state: string, name: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const element = await shown(canvasElement, 'expiration-status');
    await toBeIn(element, state);
    await toBeNamed(one(element, '[role="img"]'), name);
  };

/** Not loaded yet: a skeleton, never a dash. */
export const Pending: Story = { play: signed('pending', 'Loading expirations') };

/** Nothing is due: a dash that is spoken differently from one for missing data. */
export const NothingDue: Story = {
  args: datesIn(61),
  play: signed('none', 'No expiration within the next days'),
};

/** Only owners of the organization may see it. */
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

/** A host's own thresholds; the words follow them. */
export const OwnPolicy: Story = {
  args: { ...datesIn(10), policy: { horizons: [7, 14] } },
  play: badged('expires-in', 'Expires in 14 days'),
};

export const Dark: Story = {
  args: datesIn(-5),
  globals: { scheme: 'dark' },
  parameters: ownFrame,
  play: badged('expired', 'Expired'),
};

export const DarkSoon: Story = { ...Dark, args: datesIn(10), play: badged('expires-in', 'Expires in 30 days') };

export const DarkLater: Story = { ...Dark, args: datesIn(45), play: badged('expires-in', 'Expires in 60 days') };

export const RightToLeft: Story = { ...DarkSoon, globals: { direction: 'rtl' } };

export const German: Story = {
  ...DarkSoon,
  globals: { language: 'de' },
  play: badged('expires-in', 'Läuft in 30 Tagen ab'),
};

export const Text400: Story = { ...DarkSoon, name: 'Text 400 %', globals: { text: '400%' } };

export const Theme: Story = {
  args: { ...datesIn(45), ...partnerTheme },
  play: badged('expires-in', 'Expires in 60 days'),
};
