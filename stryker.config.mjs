/** Whether a test fails wherever the code of `domain` and `providers` is changed: docs/mutation-testing.md. */
export default {
  mutate: ['src/domain/**/*.ts', 'src/providers/*.ts', 'src/providers/memory/**/*.ts'],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts' },
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { reportTests: false },
  jsonReporter: { fileName: 'test-results/mutation.json' },
  tempDirName: 'test-results/stryker',
  ignorePatterns: ['bench', 'coverage', 'dist', 'docs', 'examples', 'storybook-static'],
  thresholds: { high: 95, low: 90, break: 90 },
};
