import type { Availability } from '../../domain/availability.js';
import type { Customer, CustomerCapability, Owner } from '../../domain/customer.js';
import type { Entitlement, Expiry } from '../../domain/expirations.js';
import { readOrNothing } from '../reading.js';
import {
  capabilitySchema,
  customerSchema,
  namedSchema,
  ownersSchema,
  type ApiCapability,
  type ApiCustomer,
} from './api-schema.js';
import type { GrantedOrganization } from './flexera-options.js';
import type { Permissions } from './privileges.js';

/** A row of the list, before what comes late. */
export type ListedCustomer = Omit<Customer, 'beacons' | 'expirations'>;

/** The product whose capabilities the API knows. */
export const flexeraOne = 'Flexera One';

/** A managed customer as the API lists it. One that cannot be read is a row without an ID: the boundary marks it. */
export function listedCustomer(item: unknown, permissions: Permissions): ListedCustomer {
  const customer = readOrNothing(customerSchema, item);
  if (customer) return managedCustomer(customer, permissions);
  const { name = '' } = readOrNothing(namedSchema, item) ?? {};
  // no row by its type, which is what it is to be taken for
  return { name, relationship: 'managed' } as ListedCustomer;
}

/** A managed customer's row. */
export function managedCustomer(customer: ApiCustomer, { edit, delete: canDelete }: Permissions): ListedCustomer {
  const { id, name, externalId, description, numberOfCustomers, updatedAt } = customer;
  return {
    id: String(id),
    name,
    relationship: 'managed',
    can: { edit, delete: canDelete },
    ...(externalId !== undefined && externalId !== '' && { externalId }),
    ...(description !== undefined && { description }),
    ...(numberOfCustomers !== undefined && { tiered: numberOfCustomers > 0 }),
    ...(updatedAt !== undefined && { version: updatedAt }),
  };
}

/** The row of a customer that granted access: nothing may be done with it (`docs/rules.md §3.1`). */
export function grantedCustomer({ id, name, externalId }: GrantedOrganization): ListedCustomer {
  return { id: String(id), name, relationship: 'granted', ...(externalId !== undefined && { externalId }) };
}

/** The owners of a customer; `undefined` where they are not given, or not readable. */
export function ownersOf({ owners }: ApiCustomer): readonly Owner[] | undefined {
  return readOrNothing(ownersSchema, owners);
}

/**
 * The capabilities of a customer; `undefined` where they are not given. One that cannot be read makes all of them
 * unavailable: a patch names them all, and would take it away.
 */
export function capabilitiesOf({ capabilities }: ApiCustomer): Availability<readonly CustomerCapability[]> | undefined {
  if (!capabilities) return undefined;
  const readable = capabilities.flatMap((item): CustomerCapability[] => {
    const capability = readOrNothing(capabilitySchema, item);
    const expires = capability && expiryOf(capability);
    if (capability?.name === undefined || expires === undefined || expires === '') return [];
    const { name, inUseByCustomers: inUse } = capability;
    return [{ capability: name, ...(expires !== null && { expires }), ...(inUse !== undefined && { inUse }) }];
  });
  return readable.length === capabilities.length
    ? { state: 'ready', value: readable }
    : { state: 'unavailable', code: 'invalid-data' };
}

/**
 * The entitlements that capabilities stand for. One that cannot be read stays, with an unreadable date: what it was
 * might count.
 */
export function entitlementsOf(capabilities: readonly unknown[]): readonly Entitlement[] {
  return capabilities.map((item, index) => {
    const capability = readOrNothing(capabilitySchema, item);
    const name = capability?.name ?? capability?.capabilityName;
    return capability && name !== undefined
      ? { id: `${flexeraOne}/${name}`, product: flexeraOne, capability: name, expires: expiryOf(capability) }
      : { id: `${flexeraOne}/#${index}`, product: flexeraOne, capability: '', expires: '' };
  });
}

/** An own expiry that is missing, or a date that is none, is unreadable; no date at all never expires. */
function expiryOf({ expiresAt, hasCustomExpiry }: ApiCapability): Expiry | null {
  if (expiresAt === undefined || expiresAt === null) return hasCustomExpiry === true ? '' : null;
  return typeof expiresAt === 'string' ? expiresAt : '';
}
