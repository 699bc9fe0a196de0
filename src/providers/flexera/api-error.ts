import { HTTPError, TimeoutError } from 'ky';
import type { ErrorCode } from '../../domain/availability.js';
import { isOffline } from '../http/offline.js';
import { retryAfterOf } from '../http/retry-after.js';
import { ProviderError } from '../provider-error.js';
import { readOrNothing } from '../reading.js';
import { apiErrorSchema } from './api-schema.js';
import { reasonOf, RefusedChange } from './refusal-reason.js';

const codes: Readonly<Record<number, ErrorCode>> = {
  400: 'invalid-query',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  408: 'timeout',
  409: 'conflict',
  410: 'not-found',
  412: 'conflict',
  413: 'invalid-query',
  422: 'invalid-data',
  425: 'unavailable',
  428: 'conflict',
  429: 'rate-limited',
  501: 'unsupported',
  504: 'timeout',
};

/**
 * The coded error for whatever a request ended in. What was thrown is not kept as its cause: it holds the request, and
 * with it the token. Of the answer's text no more is kept than the API's own message.
 */
export async function apiErrorOf(thrown: unknown): Promise<ProviderError> {
  if (thrown instanceof ProviderError) return thrown;
  if (thrown instanceof TimeoutError) return new ProviderError('timeout');
  // `fetch` says no more than that it failed
  if (!(thrown instanceof HTTPError)) return new ProviderError(isOffline() ? 'offline' : 'unavailable');
  const { status, headers } = thrown.response;
  const { name, message } = readOrNothing(apiErrorSchema, await bodyOf(thrown.response)) ?? {};
  const reason = reasonOf(name);
  const retryAfterMs = retryAfterOf(headers);
  const code = codes[status] ?? (status >= 500 ? 'unavailable' : 'unknown');
  const options = {
    problem: { status, ...(name !== undefined && { title: name }), ...(message !== undefined && { detail: message }) },
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
  return reason ? new RefusedChange(code, reason, options) : new ProviderError(code, code, options);
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return JSON.parse(await response.text());
  } catch {
    // a proxy's page, or nothing
    return undefined;
  }
}
