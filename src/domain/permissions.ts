import type { Customer } from './customer.js';

/** What a permission depends on. */
export type PermissionSubject = Pick<Customer, 'relationship' | 'can'>;

/**
 * The customer owns the system and its commercial relationship: its details are only ever looked at, whatever else
 * the data says (`docs/rules.md §3.1`). A relationship that is not known to be `managed` is treated the same way.
 */
export function isViewOnly({ relationship }: Pick<Customer, 'relationship'>): boolean {
  return relationship !== 'managed';
}

/** Whether the viewer may edit the customer. A missing permission is a denied one (`docs/rules.md §3.2`). */
export function canEdit(customer: PermissionSubject): boolean {
  return !isViewOnly(customer) && customer.can?.edit === true;
}

/** Whether the viewer may delete the customer. A missing permission is a denied one (`docs/rules.md §3.2`). */
export function canDelete(customer: PermissionSubject): boolean {
  return !isViewOnly(customer) && customer.can?.delete === true;
}

/**
 * Whether the viewer may add customers: what the provider's description says, whatever the rows say
 * (`docs/rules.md §3.3`). No description, or one without the permission, means denied.
 */
export function canAdd(description?: { readonly can?: { readonly add?: boolean } }): boolean {
  return description?.can?.add === true;
}
