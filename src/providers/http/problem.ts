import * as v from 'valibot';
import { errorCodes } from '../../domain/availability.js';
import { ProviderError, type ProblemDetails, type RefusedField } from '../provider-error.js';
import { readOrNothing } from '../reading.js';
import { fieldsSchema, readableFields, reasonSchema } from '../refusal-schema.js';
import { orAbsent, text } from '../schema.js';
import { retryAfterOf } from './retry-after.js';
import { codeFor, codeOfStatus } from './status-codes.js';

const problemSchema = v.object({
  type: orAbsent(text),
  title: orAbsent(text),
  detail: orAbsent(text),
  code: orAbsent(v.picklist(errorCodes)),
  reason: reasonSchema,
  fields: fieldsSchema,
});

/** A shorter word of a header is no secret. */
const shortestSecret = 8;

/** A day: whoever has to wait longer does not, and a timer of more than 24 days would fire at once. */
const longestRetryAfterMs = 86_400_000;

/** What was asked, as far as its failure depends on it. */
export interface Asked {
  /** The host's headers: a text of the server that repeats one of them is left out. */
  readonly sent: Headers;
  /** Nothing was to be changed. */
  readonly isRead: boolean;
}

/**
 * The error that a reply with a failure stands for: its code is the body's where that has one of ours, else the
 * status's.
 */
export function failureOf({ status, headers }: Response, body: string, { sent, isRead }: Asked): ProviderError {
  const { code, reason, fields: items, ...details } = readOrNothing(problemSchema, parsed(body)) ?? {};
  const fields = readableFields(items);
  const secrets = secretsIn(sent);
  const problem: ProblemDetails = {
    ...withoutSecrets(details, secrets),
    status,
    ...(fields && { fields: fields.flatMap((field) => fieldWithoutSecrets(field, secrets)) }),
  };
  const retryAfterMs = retryAfterOf(headers);
  return new ProviderError(
    code ? codeFor(code, isRead) : codeOfStatus(status, isRead),
    `The server answered ${status}`,
    {
      problem,
      ...(reason && { reason }),
      ...(retryAfterMs !== undefined && { retryAfterMs: Math.min(retryAfterMs, longestRetryAfterMs) }),
    },
  );
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function secretsIn(sent: Headers): readonly string[] {
  return [...sent.values()].flatMap((value) => value.split(/\s+/)).filter((word) => word.length >= shortestSecret);
}

function withoutSecrets(
  details: Readonly<Record<string, string | undefined>>,
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(details).flatMap(([name, value]) =>
      value === undefined || secrets.some((secret) => value.includes(secret)) ? [] : [[name, value]],
    ),
  );
}

function fieldWithoutSecrets({ field, detail }: RefusedField, secrets: readonly string[]): readonly RefusedField[] {
  const { field: address, ...rest } = withoutSecrets({ field, detail }, secrets);
  return address === undefined ? [] : [{ field: address, ...rest }];
}
