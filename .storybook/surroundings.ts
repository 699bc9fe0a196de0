import type { Decorator, Preview } from '@storybook/web-components-vite';

const toolbar = (title: string, items: Readonly<Record<string, string>>) => ({
  description: title,
  toolbar: {
    title,
    dynamicTitle: true,
    items: Object.entries(items).map(([value, title]) => ({ value, title })),
  },
});

/** What a host page decides, as menus in the toolbar; a story sets them by `globals`. */
export const globalTypes: Preview['globalTypes'] = {
  scheme: toolbar('Color scheme', { light: 'Light', dark: 'Dark' }),
  direction: toolbar('Direction', { ltr: 'Left to right', rtl: 'Right to left' }),
  language: toolbar('Language', { en: 'English', de: 'Deutsch' }),
  width: toolbar('Container', {
    '100%': 'Whole width',
    '1200px': '1200 px',
    '768px': '768 px',
    '480px': '480 px',
    '320px': '320 px',
  }),
  text: toolbar('Text size', { '100%': 'Text 100 %', '200%': 'Text 200 %', '400%': 'Text 400 %' }),
};

export const initialGlobals = { scheme: 'light', direction: 'ltr', language: 'en', width: '100%', text: '100%' };

/** Puts the toolbar's choices where a host page has them: on the root, and on the box around the element. */
export const surroundings: Decorator = (story, { globals, canvasElement }) => {
  const chosen = { ...initialGlobals, ...globals };
  const root = document.documentElement;
  root.lang = chosen.language;
  root.dir = chosen.direction;
  root.style.colorScheme = chosen.scheme;
  root.style.fontSize = chosen.text;
  Object.assign(document.body.style, { background: 'Canvas', color: 'CanvasText' });
  Object.assign(canvasElement.style, { inlineSize: chosen.width, maxInlineSize: '100%', boxSizing: 'border-box' });
  return story();
};
