import type { Availability } from '../../domain/availability.js';
import type { BeaconSummary } from '../../domain/beacons.js';
import type { Entitlement } from '../../domain/expirations.js';
import { errorCodeOf } from '../provider-error.js';
import { flexeraOne } from './customer-mapping.js';
import type { FlexeraProviderOptions } from './flexera-options.js';

type Beacons = Availability<BeaconSummary>;
type Options = Pick<FlexeraProviderOptions, 'countBeacons' | 'hasBeacons'>;

/** What is said of beacons before anything is known of a customer. */
export function beaconsAtFirst({ countBeacons, hasBeacons }: Options): Beacons {
  return countBeacons || hasBeacons ? { state: 'pending' } : { state: 'unavailable', code: 'unsupported' };
}

/**
 * What the entitlements alone say of a customer's beacons: that it cannot have any, where the host knows that of each of
 * its capabilities; that the host has to count them, `pending`; or that nobody can.
 */
export function beaconsBy(
  entitlements: Availability<readonly Entitlement[]>,
  { countBeacons, hasBeacons }: Options,
): Beacons {
  if (hasBeacons && entitlements.state === 'ready') {
    const capabilities = entitlements.value.filter(({ product }) => product === flexeraOne);
    const isWithout = ({ capability }: Entitlement) => capability !== '' && hasBeacons(capability) === false;
    if (capabilities.length > 0 && capabilities.every(isWithout)) return { state: 'not-applicable' };
  }
  return countBeacons ? { state: 'pending' } : { state: 'unavailable', code: 'unsupported' };
}

/** Asks the host for the beacons of some customers; who is missing in its answer is unavailable. */
export async function countedBeacons(
  ids: readonly string[],
  { countBeacons }: Options,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Beacons>> {
  try {
    const counts = await countBeacons?.(ids, { signal });
    return new Map(
      ids.map((id) => {
        const value = counts?.get(id);
        return [id, value ? { state: 'ready', value } : { state: 'unavailable' }];
      }),
    );
  } catch (error) {
    const code = errorCodeOf(error);
    return new Map(ids.map((id) => [id, { state: 'unavailable', code }]));
  }
}
