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
