import type { Beacon, BeaconConnectivity } from './beacons.js';
import { parseExpiry } from './expiry.js';
import { foldText, matchesSearch, searchSeparator } from './search-text.js';

/** Every connectivity, in the order in which they need attention (`docs/rules.md §4.2`). */
export const beaconConnectivities = [
  'offline',
  'warning',
  'unknown',
  'ok',
  'disabled',
] as const satisfies readonly BeaconConnectivity[];

/** A beacon with what a list needs of it, worked out once. */
export interface ListedBeacon {
  readonly beacon: Beacon;
  /** How soon it needs somebody: 0 first. */
  readonly attention: number;
  /** The beacon that it reports through; absent where it has none, or one that is not in the list. */
  readonly parent?: Beacon;
  /** What {@link BeaconFilter.search} is looked for in. */
  readonly searchText: string;
}

/** Which beacons of a list are shown; all parts have to fit. */
export interface BeaconFilter {
  /** Part of a name, an operating system, a version, an IP address, a subnet or the parent's name (`docs/rules.md §1.3`). */
  readonly search: string;
  /** One of these; none means every one. */
  readonly connectivities: ReadonlySet<BeaconConnectivity>;
}

/**
 * The beacons of a customer, those that need attention first (`docs/rules.md §4.2`): offline, warning, unknown, then an
 * upgrade that is due or an outdated policy, then what is well, then what was disabled. Within these by name, in the
 * order of the reader's language; the ID breaks ties. IDs have to be unique.
 *
 * @param locale A valid BCP 47 tag.
 */
export function listedBeacons(beacons: readonly Beacon[], locale: string): readonly ListedBeacon[] {
  const byId = new Map(beacons.map((beacon) => [beacon.id, beacon]));
  const { compare } = new Intl.Collator([locale, 'en'], { numeric: true });
  return beacons
    .map((beacon): ListedBeacon => {
      const parent = beacon.parentId === beacon.id ? undefined : byId.get(beacon.parentId ?? '');
      return {
        beacon,
        attention: attentionOf(beacon),
        searchText: searchTextOf(beacon, parent),
        ...(parent && { parent }),
      };
    })
    .sort(
      (a, b) =>
        a.attention - b.attention ||
        compare(a.beacon.name, b.beacon.name) ||
        (a.beacon.id < b.beacon.id ? -1 : a.beacon.id > b.beacon.id ? 1 : 0),
    );
}

/** How many beacons there are of each connectivity, among those that a search finds. */
export function countByConnectivity(
  listed: Iterable<ListedBeacon>,
  search: string,
): Readonly<Record<BeaconConnectivity, number>> {
  const counts = { offline: 0, warning: 0, unknown: 0, ok: 0, disabled: 0 };
  const folded = foldText(search);
  for (const { beacon, searchText } of listed) if (matchesSearch(searchText, folded)) counts[beacon.connectivity] += 1;
  return counts;
}

/** The beacons that a filter leaves, in their order. */
export function filterBeacons(
  listed: readonly ListedBeacon[],
  { search, connectivities }: BeaconFilter,
): readonly ListedBeacon[] {
  const folded = foldText(search);
  return listed.filter(
    ({ beacon, searchText }) =>
      (connectivities.size === 0 || connectivities.has(beacon.connectivity)) && matchesSearch(searchText, folded),
  );
}

/** Milliseconds between two reports of a beacon (`docs/rules.md §4.2`). */
const reportInterval = 15 * 60_000;

/** When a beacon reported last. `never` was not said; `unreadable` is no instant. */
export type LastReport =
  | { readonly kind: 'never' | 'unreadable' }
  | {
      readonly kind: 'reported';
      readonly at: Date;
      /** Whole minutes until now; 0 for a report of the future, because clocks differ. */
      readonly minutesAgo: number;
      /** Two reports in a row are missing: a single one may just be late. */
      readonly isOverdue: boolean;
    };

/** When a beacon reported last, as far as it says so. */
export function lastReport({ lastReported }: Pick<Beacon, 'lastReported'>, now: Date): LastReport {
  if (lastReported === undefined) return { kind: 'never' };
  const parsed = parseExpiry(lastReported, 'UTC');
  const age = parsed?.kind === 'instant' ? now.getTime() - parsed.instant : NaN;
  if (parsed?.kind !== 'instant' || Number.isNaN(age)) return { kind: 'unreadable' };
  return {
    kind: 'reported',
    at: new Date(parsed.instant),
    minutesAgo: Math.max(0, Math.floor(age / 60_000)),
    isOverdue: age >= 2 * reportInterval,
  };
}

const attentionOrder: readonly BeaconConnectivity[] = ['offline', 'warning', 'unknown'];
/** After these: outdated, well, disabled. */
const outdated = attentionOrder.length;

function attentionOf({ connectivity, upgradeDue, policy }: Beacon): number {
  const index = attentionOrder.indexOf(connectivity);
  if (index >= 0) return index;
  if (upgradeDue === true || policy === 'out-of-date') return outdated;
  return connectivity === 'ok' ? outdated + 1 : outdated + 2;
}

function searchTextOf(beacon: Beacon, parent: Beacon | undefined): string {
  const { name, operatingSystem, version, ipAddress, subnets = [] } = beacon;
  return [name, operatingSystem, version, ipAddress, parent?.name, ...subnets]
    .map((text) => foldText(text ?? ''))
    .join(searchSeparator);
}
