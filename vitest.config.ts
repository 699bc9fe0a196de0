import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium } from './tools/chromium.mjs';

const { executablePath, args, env, chromiumSandbox } = await findChromium();

/** Every story is a test: it renders, its play function passes, axe finds nothing, the console stays empty. */
export default defineConfig({
  // bundled in advance, Lit would be there twice
  optimizeDeps: { exclude: ['lit', 'lit-html', '@lit/reactive-element', '@lit/context', '@lit/task'] },
  plugins: [storybookTest({ configDir: fileURLToPath(new URL('.storybook', import.meta.url)) })],
  test: {
    name: 'storybook',
    browser: {
      enabled: true,
      headless: true,
      provider: playwright({ launchOptions: { executablePath, args, env, chromiumSandbox } }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
