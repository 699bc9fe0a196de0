// @ts-check
// The library's domain for plain Node: the server judges, folds and checks by the same functions as the elements.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** @import * as calendar from '../../src/domain/calendar.js' */
/** @import * as entitlements from '../../src/domain/entitlements.js' */
/** @import * as expirations from '../../src/domain/expirations.js' */
/** @import * as policy from '../../src/domain/expiration-policy.js' */
/** @import * as expiry from '../../src/domain/expiry.js' */
/** @import * as search from '../../src/domain/search-text.js' */
/** @import * as queryCheck from '../../src/providers/memory/query-check.js' */
/** @import * as providerError from '../../src/providers/provider-error.js' */
/** @import * as testing from '../../src/testing/index.js' */

const modules = [
  'domain/calendar',
  'domain/entitlements',
  'domain/expirations',
  'domain/expiration-policy',
  'domain/expiry',
  'domain/search-text',
  'providers/memory/query-check',
  'providers/provider-error',
  'testing/sample-customers',
  'testing/sample-expirations',
];

/**
 * Node does not read TypeScript, so the sources are bundled when the server starts.
 *
 * @returns {Promise<typeof calendar & typeof entitlements & typeof expirations & typeof policy & typeof expiry &
 *   typeof search & typeof queryCheck & typeof providerError & typeof testing>}
 */
async function load() {
  const { outputFiles } = await build({
    stdin: {
      contents: modules.map((name) => `export * from './src/${name}.ts';`).join('\n'),
      resolveDir: fileURLToPath(new URL('../../', import.meta.url)),
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')}`);
}

export const {
  calendarDayOf,
  checkQuery,
  completePolicy,
  defaultExpirationPolicy,
  errorCodeOf,
  foldText,
  knownTimeZone,
  parseExpiry,
  ProviderError,
  sampleCustomers,
  sampleEntitlements,
  searchTextOf,
  startOfCalendarDay,
  summarizeEntitlements,
} = await load();
