import { defineConfig } from 'vitest/config';

/** The tests of `domain` and `providers` in Node, for `npm run test:mutation`: there a mutant is tried in a second. */
export default defineConfig({
  // the same assertions, without what comes along with them for elements
  resolve: { alias: { '@open-wc/testing': 'vitest' } },
  test: {
    globals: true,
    setupFiles: 'tools/mutation-setup.mjs',
    include: ['test/domain/**/*.test.ts', 'test/providers/*.test.ts', 'test/providers/memory/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
