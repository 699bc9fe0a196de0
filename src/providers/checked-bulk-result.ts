import * as v from 'valibot';
import { errorCodes, type ErrorCode } from '../domain/availability.js';
import type { RefusalReason } from '../domain/refusal-reason.js';
import type { RefusedField } from './provider-error.js';
import { read, readOrNothing, refusing } from './reading.js';
import { fieldsSchema, readableFields, reasonSchema } from './refusal-schema.js';
import { filled, list, oneOf, orAbsent, text } from './schema.js';

/**
 * What became of one item of a bulk call.
 *
 * - `done`: it was made or deleted; `id` is the customer's, where the provider says it.
 * - `refused`: nothing was done, for these reasons.
 * - `unknown`: the provider does not say, or not in a way that can be read: it may have been done.
 */
export type ItemOutcome =
  | { readonly kind: 'done'; readonly id?: string | undefined }
  | {
      readonly kind: 'refused';
      readonly code: ErrorCode;
      readonly reason?: RefusalReason | undefined;
      readonly message?: string | undefined;
      readonly fields?: readonly RefusedField[] | undefined;
    }
  | { readonly kind: 'unknown' };

const resultSchema = v.object({ outcomes: list });
const keySchema = v.object({ key: text });
const doneSchema = v.object({ id: v.optional(filled), error: v.optional(v.custom<null>((value) => value === null)) });
const refusedSchema = v.object({
  error: v.object({
    code: v.fallback(oneOf(errorCodes), 'unknown'),
    reason: reasonSchema,
    message: orAbsent(text),
    fields: fieldsSchema,
  }),
});

/**
 * Checks what `createCustomers` or `deleteCustomers` answered: an outcome for each key that was asked for, and for no
 * other. Of two for one key, the first counts.
 *
 * @throws ProviderError `invalid-data` where there are no outcomes; never anything else.
 */
export function checkBulkResult(answer: unknown, keys: readonly string[]): ReadonlyMap<string, ItemOutcome> {
  return refusing('outcomes', () => {
    const outcomes = new Map<string, ItemOutcome>();
    for (const item of read(resultSchema, answer).outcomes) {
      const key = readOrNothing(keySchema, item)?.key;
      if (key !== undefined && !outcomes.has(key)) outcomes.set(key, outcomeOf(item));
    }
    return new Map(keys.map((key) => [key, outcomes.get(key) ?? { kind: 'unknown' }]));
  });
}

function outcomeOf(item: unknown): ItemOutcome {
  const error = readOrNothing(refusedSchema, item)?.error;
  if (error !== undefined) {
    if (error.reason === 'outcome-unknown') return { kind: 'unknown' };
    const { fields: items, ...refusal } = error;
    const fields = readableFields(items);
    return { kind: 'refused', ...refusal, ...(fields && { fields }) };
  }
  const done = readOrNothing(doneSchema, item);
  return done === undefined ? { kind: 'unknown' } : { kind: 'done', id: done.id };
}
