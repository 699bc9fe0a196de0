import type { CustomersQuery } from '../../domain/query.js';
import type { Call, CustomerDraft, CustomerPatch, MutationCall } from '../customers-provider.js';
import { ProviderError } from '../provider-error.js';
import type { HttpRequest } from './http-client.js';

/* The requests of the contract in `docs/http-api.openapi.yaml`. */

export const description: HttpRequest = { method: 'get', path: 'description', isRead: true };

/** A POST, because it may name hundreds of customers and what somebody searched for. */
export function customers(query: CustomersQuery, { locale, timeZone, now, policy }: Call): HttpRequest {
  const { graceDays, horizons } = policy;
  const body = { query, locale, timeZone, now, policy: { graceDays, horizons } };
  return { method: 'post', path: 'customers/query', body, isRead: true };
}

export function enrichments(ids: readonly string[]): HttpRequest {
  return { method: 'post', path: 'customers/enrichments', body: { ids }, isRead: true };
}

/** @throws ProviderError `not-found` for an ID that no address can name. */
export function customer(id: string, part: '' | '/entitlements' | '/beacons' = ''): HttpRequest {
  return { method: 'get', path: pathOf(id) + part, isRead: true };
}

export function creation(drafts: readonly CustomerDraft[], call: MutationCall): HttpRequest {
  return { method: 'post', path: 'customers', body: { customers: drafts }, headers: keyOf(call), isRead: false };
}

export function deletion(ids: readonly string[], call: MutationCall): HttpRequest {
  return { method: 'post', path: 'customers/deletions', body: { ids }, headers: keyOf(call), isRead: false };
}

/** @throws ProviderError `not-found` for an ID that no address can name, `conflict` for a version that no server has. */
export function update(id: string, patch: CustomerPatch, call: MutationCall): HttpRequest {
  const headers = { ...keyOf(call), ...matchOf(call), 'content-type': 'application/merge-patch+json' };
  return { method: 'patch', path: pathOf(id), body: patch, headers, isRead: false };
}

/** One customer's path. Dots would lead elsewhere, encoded or not, and half a character cannot be encoded. */
function pathOf(id: string): string {
  if (/^\.{0,2}$|\p{Surrogate}/u.test(id)) throw new ProviderError('not-found', 'No address can name this customer');
  return `customers/${encodeURIComponent(id)}`;
}

function keyOf({ idempotencyKey }: MutationCall): Record<string, string> {
  return { 'idempotency-key': idempotencyKey };
}

function matchOf({ ifVersion }: MutationCall): Record<string, string> {
  if (ifVersion === undefined) return {};
  // what no ETag can say, the server did not
  if (!/^[!#-~]*$/.test(ifVersion)) throw new ProviderError('conflict', 'The version is none of the server');
  return { 'if-match': `"${ifVersion}"` };
}
