import type { Beacon, BeaconSummary } from '../../domain/beacons.js';
import type { Entitlement } from '../../domain/expirations.js';
import type { Call } from '../customers-provider.js';

/** The Flexera One service of a region: `api.flexera.com`, `.eu` or `.au`. */
export type FlexeraZone = 'us' | 'eu' | 'au';

/** What a host's function is called with. */
export interface HostCall {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** A call for a token. */
export interface TokenCall {
  /** The last token was refused: another one is needed. */
  readonly isRefused: boolean;
}

/** Gives an access token, for example from where the host keeps its own. Never a refresh token. */
export type GetToken = (call: TokenCall) => string | Promise<string>;

/** A customer that granted the viewer access. */
export interface GrantedOrganization {
  readonly id: number | string;
  readonly name: string;
  readonly externalId?: string;
}

/** Where the API is. */
type Address =
  | {
      readonly zone: FlexeraZone;
      /** The address that takes the place of the zone's, as that of a proxy on the host's server; may be relative. */
      readonly baseUrl?: string;
    }
  | { readonly baseUrl: string; readonly zone?: undefined };

/** What gives the right to use it: a token of the host's, or requests that the host sends. */
type Access =
  | { readonly getToken: GetToken; readonly fetch?: typeof fetch }
  | {
      /** Sends the requests, with what they are permitted by. Default: `fetch`. */
      readonly fetch: typeof fetch;
      readonly getToken?: undefined;
    };

/** What a `FlexeraProvider` goes by. */
export type FlexeraProviderOptions = Address &
  Access & {
    /** The viewer's own (parent) organization. */
    readonly orgId: number | string;
    /** The viewer's user ID: privileges and customers that granted access are looked up by it. Absent: both are unknown. */
    readonly userId?: number | string;
    /** Requests in any one minute. Default 400: the API takes 500 of one principal and 1000 of an organization. */
    readonly requestsPerMinute?: number;
    /** The customers that granted access. Default: the user's organizations less the managed ones and its own. */
    readonly listGranted?: (call: HostCall) => Promise<readonly GrantedOrganization[]>;
    /** Which of these organizations the viewer is an owner of. Default: as the privileges report says. */
    readonly listOwned?: (ids: readonly string[], call: HostCall) => Promise<Iterable<string>>;
    /** Whether a capability brings beacons; `undefined` where that is not known. Default: not known of any. */
    readonly hasBeacons?: (capability: string) => boolean | undefined;
    /** How many beacons these customers have; who is missing is unavailable. Default: unavailable for all. */
    readonly countBeacons?: (ids: readonly string[], call: HostCall) => Promise<ReadonlyMap<string, BeaconSummary>>;
    /** Every beacon of a customer. Absent: not offered. */
    readonly listBeacons?: (customerId: string, call: Call) => Promise<readonly Beacon[]>;
    /**
     * The entitlements of a customer in Snow Atlas, which the API does not have. `false`: there is no such source, so
     * that nothing is missing. Absent: expirations are marked as missing it.
     */
    readonly snowAtlas?: ((customerId: string, call: HostCall) => Promise<readonly Entitlement[]>) | false;
    /** Ends the provider's work for good. */
    readonly signal?: AbortSignal;
  };
