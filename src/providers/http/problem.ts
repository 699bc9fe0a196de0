import * as v from 'valibot';
import { errorCodes, type ErrorCode } from '../../domain/availability.js';
import { ProviderError, type ProblemDetails } from '../provider-error.js';
import { readOrNothing } from '../reading.js';
import { orAbsent, text } from '../schema.js';
import { retryAfterOf } from './retry-after.js';

/** What a failure means whose body does not say so; `docs/http-api.openapi.yaml` has the table. */
const codesByStatus: ReadonlyMap<number, ErrorCode> = new Map([
  [400, 'invalid-query'],
  [401, 'unauthenticated'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [405, 'unsupported'],
  [406, 'unsupported'],
  [408, 'timeout'],
  [409, 'conflict'],
  [410, 'not-found'],
  [412, 'conflict'],
  [413, 'invalid-query'],
  [414, 'invalid-query'],
  [415, 'unsupported'],
  [422, 'invalid-query'],
  [425, 'unavailable'],
  [428, 'conflict'],
  [429, 'rate-limited'],
  [451, 'forbidden'],
  [501, 'unsupported'],
  [504, 'timeout'],
]);

const problemSchema = v.object({
  type: orAbsent(text),
  title: orAbsent(text),
  detail: orAbsent(text),
  code: orAbsent(v.picklist(errorCodes)),
});

/** A shorter word of a header is no secret. */
const shortestSecret = 8;

/** A day: whoever has to wait longer does not, and a timer of more than 24 days would fire at once. */
const longestRetryAfterMs = 86_400_000;

/**
 * The error that a reply with a failure stands for: its code is the body's where that has one of ours, else the
 * status's.
 *
 * @param sent The host's headers: a text of the server that repeats one of them is left out.
 */
export function failureOf({ status, headers }: Response, body: string, sent: Headers): ProviderError {
  const { code, ...details } = readOrNothing(problemSchema, parsed(body)) ?? {};
  const problem: ProblemDetails = { ...withoutSecrets(details, sent), status };
  const retryAfterMs = retryAfterOf(headers);
  return new ProviderError(
    code ?? codesByStatus.get(status) ?? (status < 500 ? 'unknown' : 'unavailable'),
    `The server answered ${status}`,
    { problem, ...(retryAfterMs !== undefined && { retryAfterMs: Math.min(retryAfterMs, longestRetryAfterMs) }) },
  );
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function withoutSecrets(details: Readonly<Record<string, string | undefined>>, sent: Headers): ProblemDetails {
  const secrets = [...sent.values()]
    .flatMap((value) => value.split(/\s+/))
    .filter((word) => word.length >= shortestSecret);
  return Object.fromEntries(
    Object.entries(details).filter(
      ([, value]) => value !== undefined && !secrets.some((secret) => value.includes(secret)),
    ),
  );
}
