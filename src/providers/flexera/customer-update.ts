import type { CustomerPatch, MutationCall } from '../customers-provider.js';
import { ProviderError } from '../provider-error.js';
import type { ApiCustomer } from './api-schema.js';
import { isInDoubt } from './change-outcome.js';
import { entitlementsOf, ownersOf } from './customer-mapping.js';
import type { CustomerReader } from './customer-reader.js';
import type { FlexeraApi } from './flexera-api.js';
import type { FlexeraProviderOptions } from './flexera-options.js';
import { customersPath } from './list-reader.js';
import { customerBody, type CustomerBody } from './request-body.js';

/**
 * Changes a customer through an API that knows no versions: reads it, compares the time of its last change, writes,
 * and reads back. Between the first two of these somebody else may still write; the last one tells.
 *
 * @throws ProviderError `conflict` where the customer is another than the viewer saw, or than was written.
 */
export async function updateCustomer(
  id: string,
  patch: CustomerPatch,
  { api, reader, options }: { api: FlexeraApi; reader: CustomerReader; options: FlexeraProviderOptions },
  call: MutationCall,
): Promise<ApiCustomer> {
  const { signal, ifVersion } = call;
  const before = await reader.customer(id, { signal });
  const json = customerBody(patch, call, before);
  if (ifVersion !== undefined && before.updatedAt !== ifVersion) {
    // the same change may have been written by a call whose answer never came
    if (isWritten(json, before)) return before;
    throw new ProviderError('conflict');
  }
  let failure: ProviderError | undefined;
  try {
    await api.write('patch', `${customersPath(options)}/${encodeURIComponent(id)}`, { json, signal });
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof ProviderError && isInDoubt(error))) throw error;
    failure = error;
  }
  const after = await reader.customer(id, { signal });
  if (isWritten(json, after)) return after;
  throw failure && after.updatedAt === before.updatedAt ? failure : new ProviderError('conflict');
}

/** Whether a customer is as a change wants it. */
function isWritten({ capabilities, owners, ...texts }: CustomerBody, customer: ApiCustomer): boolean {
  return (
    Object.entries(texts).every(([field, text]) => text === (customer[field as keyof typeof texts] ?? '')) &&
    (!owners || haveSame(owners.map(emailOf), (ownersOf(customer) ?? []).map(emailOf))) &&
    (!capabilities ||
      haveSame(
        capabilities.map(({ name }) => name),
        entitlementsOf(customer.capabilities ?? []).map(({ capability }) => capability),
      ))
  );
}

function emailOf({ email }: { readonly email: string }): string {
  return email.toLowerCase();
}

function haveSame(some: readonly string[], others: readonly string[]): boolean {
  return JSON.stringify([...some].sort()) === JSON.stringify([...others].sort());
}
