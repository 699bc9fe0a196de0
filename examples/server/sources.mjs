// @ts-check
// The library's domain for plain Node: the server judges, folds and checks by the same functions as the elements.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** @import * as calendar from '../../src/domain/calendar.js' */
/** @import * as entitlements from '../../src/domain/entitlements.js' */
/** @import * as expirations from '../../src/domain/expirations.js' */
/** @import * as policy from '../../src/domain/expiration-policy.js' */
/** @import * as expiry from '../../src/domain/expiry.js' */
/** @import * as query from '../../src/domain/query.js' */
/** @import * as search from '../../src/domain/search-text.js' */
/** @import * as queryCheck from '../../src/providers/memory/query-check.js' */
/** @import * as providerError from '../../src/providers/provider-error.js' */
/** @import * as testing from '../../src/testing/index.js' */

/**
 * Node does not read TypeScript, so the sources are bundled when they are needed.
 *
 * @param {readonly string[]} modules Below `src`, without their extension.
 * @returns {Promise<any>} All that they export.
 */
export async function load(...modules) {
  const folder = await mkdtemp(join(tmpdir(), 'customers-overview-'));
  const outfile = join(folder, 'sources.mjs');
  try {
    await build({
      stdin: {
        contents: modules.map((name) => `export * from './src/${name}.ts';`).join('\n'),
        resolveDir: fileURLToPath(new URL('../../', import.meta.url)),
      },
      bundle: true,
      format: 'esm',
      platform: 'node',
      outfile,
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * @type {typeof calendar & typeof entitlements & typeof expirations & typeof policy & typeof expiry & typeof query & typeof search &
 *   typeof queryCheck & typeof providerError & typeof testing}
 */
const sources = await load(
  'domain/calendar',
  'domain/entitlements',
  'domain/expirations',
  'domain/expiration-policy',
  'domain/expiry',
  'domain/query',
  'domain/search-text',
  'providers/memory/query-check',
  'providers/provider-error',
  'testing/sample-customers',
  'testing/sample-expirations',
);

export const {
  calendarDayOf,
  checkQuery,
  completePolicy,
  customersSortFields,
  defaultExpirationPolicy,
  errorCodeOf,
  foldText,
  knownTimeZone,
  parseExpiry,
  sampleCustomers,
  sampleEntitlements,
  searchTextOf,
  startOfCalendarDay,
  summarizeEntitlements,
} = sources;
