import * as v from 'valibot';
import { refusalReasons } from '../domain/refusal-reason.js';
import type { RefusedField } from './provider-error.js';
import { readOrNothing } from './reading.js';
import { filled, list, oneOf, orAbsent, text } from './schema.js';

/* What a refused change says besides its code. */

/** A reason that is not known here counts as none. */
export const reasonSchema = orAbsent(oneOf(refusalReasons));

const fieldSchema = v.object({ field: filled, detail: orAbsent(text) });

/** The fields, before they are looked at. */
export const fieldsSchema = orAbsent(list);

/** The fields that can be read; where there are none, nothing. */
export function readableFields(items: readonly unknown[] = []): readonly RefusedField[] | undefined {
  const fields = items.flatMap((item) => readOrNothing(fieldSchema, item) ?? []);
  return fields.length > 0 ? fields : undefined;
}
