import type { Entitlement } from '../../../domain/expirations.js';
import type { CustomerDraft } from '../../customers-provider.js';

/**
 * The entitlements of a customer whose capabilities are these from now on. What it had keeps its product and quantity, also
 * where two products have a capability of one name.
 */
export function entitlementsOf(
  customerId: string,
  wanted: CustomerDraft['capabilities'],
  before: readonly Entitlement[] = [],
): readonly Entitlement[] {
  const left = [...before];
  return wanted.map(({ capability, expires = null }) => {
    const index = left.findIndex((entitlement) => entitlement.capability === capability);
    const [had] = index < 0 ? [] : left.splice(index, 1);
    return { id: `${customerId}-${capability}`, product: 'Flexera One', ...had, capability, expires };
  });
}
