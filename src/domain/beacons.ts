import type { Availability } from './availability.js';

/** What the overview says about a customer's beacons. */
export interface BeaconSummary {
  /** How many beacons are installed. 0 is a number like any other, not "none known". */
  readonly total: number;
  /** How many of them have a problem; absent where the provider does not know. */
  readonly unhealthy?: number;
}

/** How a beacon is reached (`docs/rules.md §4`). */
export type BeaconConnectivity = 'ok' | 'warning' | 'offline' | 'disabled' | 'unknown';

/** One beacon with its key status values. */
export interface Beacon {
  readonly id: string;
  readonly name: string;
  readonly connectivity: BeaconConnectivity;
  readonly version?: string;
  readonly upgradeDue?: boolean;
  readonly policy?: 'current' | 'out-of-date' | 'unknown';
  /** ISO 8601 instant. */
  readonly lastReported?: string;
  readonly parentId?: string;
  readonly operatingSystem?: string;
  readonly ipAddress?: string;
  readonly subnets?: readonly string[];
}

/** The Total Beacons cell (`docs/rules.md §4.1`). */
export type BeaconCount =
  | { readonly kind: 'count'; readonly total: number; readonly unhealthy?: number }
  | { readonly kind: 'not-applicable' }
  | { readonly kind: 'unknown'; readonly reason: 'forbidden' | 'unavailable' }
  | { readonly kind: 'pending' };

/**
 * What the Total Beacons cell says. A total that is no count, or that leaves a source out, is not known; a number of
 * unhealthy beacons that is no count, or more than there are, is left unsaid (`docs/rules.md §4.1`). Never throws for a
 * value of its type.
 */
export function beaconCount(beacons: Availability<BeaconSummary>): BeaconCount {
  if (beacons.state === 'pending' || beacons.state === 'not-applicable') return { kind: beacons.state };
  if (beacons.state === 'ready' && !beacons.missing?.length && isCount(beacons.value.total)) {
    const { total, unhealthy } = beacons.value;
    return { kind: 'count', total, ...(isCount(unhealthy) && unhealthy <= total && { unhealthy }) };
  }
  return { kind: 'unknown', reason: beacons.state === 'forbidden' ? 'forbidden' : 'unavailable' };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
