import type { Customer } from '../../domain/customer.js';
import type { Entitlement } from '../../domain/expirations.js';
import { ProviderError } from '../provider-error.js';
import { isObject } from '../value-checks.js';
import { MemoryProvider } from './memory-provider.js';

/**
 * A provider for a file of customers: `{ "customers": Customer[], "entitlements"?: { [organization ID]: Entitlement[] },
 * "can"?: { "add": boolean } }`. Entitlements are offered where the file has any. Rows and entitlements are judged at
 * the boundary, as those of every provider are; here only the envelope is.
 *
 * @throws {@link ProviderError} `invalid-data` where the envelope has another form.
 */
export function parseCustomersFile(json: unknown): MemoryProvider {
  const { customers, entitlements, can } = partsOf(json);
  if (!Array.isArray(customers) || (entitlements !== undefined && !isObject(entitlements))) {
    throw new ProviderError('invalid-data', 'This is not a file of customers');
  }
  // what the lists hold is taken at its word here, because the boundary looks at it
  return new MemoryProvider(customers as Customer[], {
    // a map, because the parsed object would answer for its prototype's properties, too
    entitlements: entitlements && new Map(Object.entries(entitlements as Record<string, Entitlement[]>)),
    can: { add: partsOf(can).add === true },
  });
}

type Parts = { readonly [Part in 'customers' | 'entitlements' | 'can' | 'add']?: unknown };

function partsOf(value: unknown): Parts {
  return isObject(value) ? value : {};
}
