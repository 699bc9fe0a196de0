import { HTTPError, TimeoutError } from 'ky';
import { isOffline } from '../http/offline.js';
import { retryAfterOf } from '../http/retry-after.js';
import { codeOfStatus } from '../http/status-codes.js';
import { ProviderError } from '../provider-error.js';
import { readOrNothing } from '../reading.js';
import { apiErrorSchema } from './api-schema.js';
import { reasonOf } from './refusal-reason.js';

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
  return new ProviderError(codeOfStatus(status, thrown.request.method === 'GET'), reason, {
    problem: { status, ...(name !== undefined && { title: name }), ...(message !== undefined && { detail: message }) },
    ...(reason && { reason }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return JSON.parse(await response.text());
  } catch {
    // a proxy's page, or nothing
    return undefined;
  }
}
