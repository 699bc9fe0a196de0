import type { ErrorCode } from '../../domain/availability.js';
import { parseCustomersFile } from '../../providers/memory/customers-file.js';
import type { CustomersProvider } from '../../providers/customers-provider.js';
import { ProviderError } from '../../providers/provider-error.js';

/**
 * Loads a file of customers over HTTP. Credentials go only to the page's own origin.
 *
 * @param src Absolute, or relative to `base`.
 * @throws {@link ProviderError} `unsupported` for an address that is not `http:` or `https:`, `offline`, `unavailable`,
 *   the code that the answer's status means, or `invalid-data`.
 */
export async function loadCustomersFile(src: string, base: string, signal: AbortSignal): Promise<CustomersProvider> {
  const response = await request(addressOf(src, base), signal);
  if (!response.ok) throw new ProviderError(codeOfStatus(response.status), `${response.status} for ${response.url}`);
  return parseCustomersFile(await readJson(response, signal));
}

function addressOf(src: string, base: string): URL {
  const address = URL.canParse(src, base) ? new URL(src, base) : undefined;
  if (address?.protocol === 'https:' || address?.protocol === 'http:') return address;
  throw new ProviderError('unsupported', 'Only http, https and relative addresses are loaded');
}

async function request(address: URL, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(address, { signal, credentials: 'same-origin', headers: { accept: 'application/json' } });
  } catch (cause) {
    signal.throwIfAborted();
    throw new ProviderError(navigator.onLine ? 'unavailable' : 'offline', undefined, { cause });
  }
}

async function readJson(response: Response, signal: AbortSignal): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    signal.throwIfAborted();
    throw new ProviderError('invalid-data', undefined, { cause });
  }
}

function codeOfStatus(status: number): ErrorCode {
  switch (status) {
    case 401:
      return 'unauthenticated';
    case 403:
      return 'forbidden';
    case 404:
    case 410:
      return 'not-found';
    case 408:
    case 504:
      return 'timeout';
    case 429:
      return 'rate-limited';
    default:
      return status >= 500 ? 'unavailable' : 'unknown';
  }
}
