import * as v from 'valibot';
import { read, refusing } from './reading.js';
import { customerSchema } from './schema.js';
import { isObject } from './value-checks.js';
import type { CustomerEnrichment } from './customers-provider.js';

const { beacons, expirations } = customerSchema.entries;

/** What came late of one customer. A broken column is unavailable; whatever is no object at all counts as missing. */
const enrichmentSchema = v.fallback(
  v.optional(v.object({ beacons: v.optional(beacons), expirations: v.optional(expirations) })),
  undefined,
);

/**
 * Checks what `enrichCustomers` answered about these customers. Who is missing from the answer, or cannot be read there,
 * is missing from the outcome.
 *
 * @throws ProviderError `invalid-data` where there is no map; never anything else.
 */
export function checkEnrichments(answer: unknown, ids: readonly string[]): ReadonlyMap<string, CustomerEnrichment> {
  return refusing('enrichments', () => {
    if (!isMap(answer)) throw new TypeError('No map');
    const known = new Map<string, CustomerEnrichment>();
    for (const id of ids) {
      const enrichment = read(enrichmentSchema, answer.get(id));
      if (enrichment !== undefined) known.set(id, enrichment);
    }
    return known;
  });
}

/** Whether it can be asked like a map: one of another window or frame is a map, too. */
function isMap(value: unknown): value is { get(key: string): unknown } {
  return isObject(value) && 'get' in value && typeof value.get === 'function';
}
