import * as v from 'valibot';
import { ProviderError } from './provider-error.js';

/** Reads an answer by its schema; throws where that does not fit. */
export function read<const TSchema extends v.GenericSchema>(schema: TSchema, input: unknown): v.InferOutput<TSchema> {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (!result.success) throw new ProviderError('invalid-data');
  return result.output;
}

/** Reads a part of an answer; `undefined` where it does not fit, or throws as only a hostile object does. */
export function readOrNothing<const TSchema extends v.GenericSchema>(
  schema: TSchema,
  input: unknown,
): v.InferOutput<TSchema> | undefined {
  try {
    return read(schema, input);
  } catch {
    return undefined;
  }
}

/** Runs a check, and refuses the whole answer for whatever it throws: a getter of the answer's own may run. */
export function refusing<TChecked>(what: string, check: () => TChecked): TChecked {
  try {
    return check();
  } catch (cause) {
    throw new ProviderError('invalid-data', `The provider's ${what} cannot be read`, { cause });
  }
}
