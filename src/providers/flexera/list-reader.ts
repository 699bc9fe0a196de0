import { errorCodeOf } from '../provider-error.js';
import { read, readOrNothing } from '../reading.js';
import { list } from '../schema.js';
import {
  customerSchema,
  userOrganizationSchema,
  userOrganizationsSchema,
  type ApiCustomer,
  type ApiUserOrganization,
} from './api-schema.js';
import { grantedCustomer, listedCustomer, type ListedCustomer } from './customer-mapping.js';
import type { FlexeraApi } from './flexera-api.js';
import type { FlexeraProviderOptions } from './flexera-options.js';
import type { Permissions, Privileges } from './privileges.js';

/** Everybody who is listed, and what the viewer may do with them. */
export interface CustomerList {
  readonly customers: readonly ListedCustomer[];
  readonly permissions: Permissions;
}

/** The path of the viewer's managed customers. */
export function customersPath({ orgId }: Pick<FlexeraProviderOptions, 'orgId'>): string {
  return `msp/v2/orgs/${encodeURIComponent(orgId)}/customers`;
}

/** The managed customers that can be read, as the API has them. */
export async function readManaged(
  api: FlexeraApi,
  options: FlexeraProviderOptions,
  signal: AbortSignal,
): Promise<readonly ApiCustomer[]> {
  const answer = read(list, await api.get(customersPath(options), { signal }));
  return answer.flatMap((item) => readOrNothing(customerSchema, item) ?? []);
}

/**
 * Reads everybody who is listed: the managed customers, and those that granted access as far as they can be told.
 * Without the former there is no list; without the latter, or the privileges, there is less of one.
 */
export async function readList(
  api: FlexeraApi,
  privileges: Privileges,
  options: FlexeraProviderOptions,
  signal: AbortSignal,
): Promise<CustomerList> {
  const organizations = readOrganizations(api, options, signal);
  const readPermissions = async () => {
    for (const { ref } of await organizations) if (ref !== undefined) privileges.useRegionOf(ref);
    return privileges.permissions({ signal });
  };
  const [answer, permissions, granting] = await Promise.all([
    api.get(customersPath(options), { signal }),
    readPermissions(),
    options.listGranted ? orNone(options.listGranted({ signal }), signal) : organizations,
  ]);
  const managed = read(list, answer).map((item) => listedCustomer(item, permissions));
  const known = new Set([String(options.orgId), ...managed.map(({ id }) => id)]);
  const granted = granting.filter(({ id }) => !known.has(String(id))).map(grantedCustomer);
  return { customers: [...managed, ...granted], permissions };
}

/** The organizations that the viewer belongs to, as far as they can be told. */
async function readOrganizations(
  api: FlexeraApi,
  { userId }: FlexeraProviderOptions,
  signal: AbortSignal,
): Promise<readonly ApiUserOrganization[]> {
  if (userId === undefined) return [];
  const answer = api.get(`iam/v1/users/${encodeURIComponent(userId)}/orgs`, { signal });
  const organizations = answer.then((body) =>
    read(userOrganizationsSchema, body).values.flatMap((value) => readOrNothing(userOrganizationSchema, value) ?? []),
  );
  return orNone(organizations, signal);
}

/** The list, or none where it could not be read; a session that has ended is the failure of everything. */
async function orNone<T>(reading: Promise<readonly T[]>, signal: AbortSignal): Promise<readonly T[]> {
  try {
    return await reading;
  } catch (error) {
    signal.throwIfAborted();
    if (errorCodeOf(error) === 'unauthenticated') throw error;
    return [];
  }
}
