import * as v from 'valibot';
import { beaconConnectivities } from '../domain/beacon-list.js';
import type { Beacon } from '../domain/beacons.js';
import { read, readOrNothing, refusing } from './reading.js';
import { filled, flag, list, oneOf, orAbsent, text, texts } from './schema.js';

/** A beacon. Whatever cannot be read of it is not known; without an ID there is none. */
const beaconSchema = v.object({
  id: filled,
  name: text,
  connectivity: v.fallback(oneOf(beaconConnectivities), 'unknown'),
  version: orAbsent(text),
  upgradeDue: orAbsent(flag),
  policy: orAbsent(oneOf(['current', 'out-of-date', 'unknown'])),
  lastReported: orAbsent(text),
  parentId: orAbsent(text),
  operatingSystem: orAbsent(text),
  ipAddress: orAbsent(text),
  subnets: orAbsent(texts),
});

/** The beacons that could be read, and how many could not. */
export interface CheckedBeacons {
  readonly beacons: readonly Beacon[];
  readonly unreadable: number;
}

/**
 * Checks what `listBeacons` answered. What cannot be read of a beacon is left out; what is none at all, or has the ID of
 * another, is dropped and counted.
 *
 * @throws ProviderError `invalid-data` where there is no list; never anything else.
 */
export function checkBeacons(answer: unknown): CheckedBeacons {
  return refusing('beacons', () => {
    const items = read(list, answer);
    const beacons = new Map<string, Beacon>();
    for (const item of items) {
      const beacon = readOrNothing(beaconSchema, item);
      if (beacon && !beacons.has(beacon.id)) beacons.set(beacon.id, beacon);
    }
    return { beacons: [...beacons.values()], unreadable: items.length - beacons.size };
  });
}
