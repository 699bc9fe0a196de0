import type { ArgTypes, Decorator } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';

/** What a control can write; everything else of an element is described, not edited. */
const editable: readonly unknown[] = ['attributes', 'css properties'];

/** The table of docs of an element, and controls for its attributes and CSS properties, from `custom-elements.json`. */
export function controlsOf(tag: keyof HTMLElementTagNameMap): ArgTypes {
  return Object.fromEntries(
    Object.entries(getStorybookHelpers(tag).argTypes).map(([name, type]) => [
      name,
      editable.includes(type.table?.category) ? type : { ...type, control: false },
    ]),
  );
}

/** Sets the args that are custom properties around the element, as a host's style sheet does. */
export const themed: Decorator = (story, { args, canvasElement }) => {
  const { style } = canvasElement;
  for (const name of [...style]) if (name.startsWith('--customers-')) style.removeProperty(name);
  for (const [name, value] of Object.entries(args)) {
    if (name.startsWith('--customers-') && typeof value === 'string' && value) style.setProperty(name, value);
  }
  return story();
};

/** A theme as a partner may have one: every arg of it is a custom property of the host's page. */
export const partnerTheme = {
  '--customers-accent': '#6d28a8',
  '--customers-accent-contrast': '#ffffff',
  '--customers-surface': '#fffdf8',
  '--customers-surface-raised': '#f6efe3',
  '--customers-text': '#2b2118',
  '--customers-muted': '#6a5a48',
  '--customers-border': '#e6d9c6',
  '--customers-border-strong': '#8f7f6b',
  '--customers-focus': '#6d28a8',
  '--customers-radius': '1rem',
  '--customers-font': "Georgia, 'Times New Roman', serif",
  '--customers-row-height': '3.5rem',
} as const;

/** For a story that changes what surrounds the element: on the page of docs it gets a frame of its own. */
export const ownFrame = { docs: { story: { inline: false, height: '480px' } } } as const;
