import * as v from 'valibot';
import { ProviderError } from './provider-error.js';

/** Reads an answer by its schema; where that does not fit, throws an error whose message is the part that is broken. */
export function read<const TSchema extends v.GenericSchema>(schema: TSchema, input: unknown): v.InferOutput<TSchema> {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (result.success) return result.output;
  // no more than the keys: what stands there may be anything, a secret included
  throw new ProviderError('invalid-data', result.issues[0].path?.map(({ key }) => String(key)).join('.') ?? '');
}

/**
 * Reads a part of an answer; without a `value` where it does not fit, or throws as only a hostile object does. `part`
 * is what is broken in it, as in `beacons.state`; empty for the whole.
 */
export function readPart<const TSchema extends v.GenericSchema>(
  schema: TSchema,
  input: unknown,
): { readonly value?: v.InferOutput<TSchema>; readonly part: string } {
  try {
    return { value: read(schema, input), part: '' };
  } catch (error) {
    return { part: messageOf(error) };
  }
}

/** Reads a part of an answer; `undefined` where it does not fit. */
export function readOrNothing<const TSchema extends v.GenericSchema>(
  schema: TSchema,
  input: unknown,
): v.InferOutput<TSchema> | undefined {
  return readPart(schema, input).value;
}

/** What {@link read} said; nothing of what a hostile object throws. */
function messageOf(error: unknown): string {
  return error instanceof ProviderError ? error.message : '';
}

/** Runs a check, and refuses the whole answer for whatever it throws: a getter of the answer's own may run. */
export function refusing<TChecked>(what: string, check: () => TChecked): TChecked {
  try {
    return check();
  } catch (cause) {
    const part = messageOf(cause);
    throw new ProviderError('invalid-data', `The provider's ${what} cannot be read${part && `: ${part}`}`, { cause });
  }
}
