import type { Availability } from '../domain/availability.js';
import type { BeaconSummary } from '../domain/beacons.js';
import type { Customer } from '../domain/customer.js';
import { Chance } from './chance.js';
import { sampleExpirations } from './sample-expirations.js';
import { sampleName } from './sample-names.js';

/** What {@link sampleCustomers} depends on. */
export interface SampleOptions {
  /** The moment that expirations lie around; their days are counted in UTC. */
  readonly now: Date;
  /** The same seed gives the same customers. Default 1. */
  readonly seed?: number;
}

/**
 * Customers as a partner's list has them: companies in several scripts, with and without external IDs, managed and
 * granted, tiered, with beacons in every state and, from 84 customers on, expirations in every case of the rules.
 */
export function sampleCustomers(count: number, { now, seed = 1 }: SampleOptions): readonly Customer[] {
  const chance = new Chance(seed);
  return Array.from({ length: count }, (_, index) => sampleCustomer(index, now, chance));
}

function sampleCustomer(index: number, now: Date, chance: Chance): Customer {
  const managed = chance.happens(0.8);
  const tiered = chance.happens(0.12);
  const trusted = chance.happens(0.9);
  return {
    // gaps, as they stay where customers were deleted
    id: String(30_000 + 7 * index + chance.between(0, 6)),
    name: sampleName(chance),
    relationship: managed ? 'managed' : 'granted',
    tiered,
    beacons: sampleBeacons(index, chance),
    expirations: sampleExpirations(index, now, chance),
    version: String(chance.between(1, 40)),
    ...(chance.happens(0.8) && { externalId: sampleExternalId(chance) }),
    ...(chance.happens(0.3) && { description: chance.oneOf(descriptions) }),
    ...(chance.happens(0.4) && { tags: [chance.oneOf(tiers), chance.oneOf(regions)] }),
    ...(managed && { can: { edit: trusted, delete: trusted && !tiered } }),
  };
}

const tiers = ['gold', 'silver', 'bronze'];
const regions = ['Americas', 'Asia', 'Europe', 'Nordics'];
const descriptions = [
  'Migrated from the previous portal.',
  'Renewal is negotiated by the local office.',
  'Two data centres, one of them air-gapped.',
];

function sampleExternalId(chance: Chance): string {
  const number = chance.between(1, 99_999);
  return chance.oneOf([`W${number}`, `CRM-${String(number).padStart(5, '0')}`, String(number).padStart(8, '0')]);
}

const beaconStates = ['pending', 'forbidden', 'not-applicable', 'unavailable'] as const;

/** Every tenth customer has no count of beacons, each state in turn. */
function sampleBeacons(index: number, chance: Chance): Availability<BeaconSummary> {
  const state = index % 10 === 9 ? beaconStates[((index - 9) / 10) % beaconStates.length] : undefined;
  if (state) return { state };
  const total = chance.happens(0.1) ? 0 : chance.between(1, chance.happens(0.05) ? 400 : 24);
  if (chance.happens(0.1)) return { state: 'ready', value: { total } };
  return {
    state: 'ready',
    value: { total, unhealthy: chance.happens(0.2) ? Math.min(total, chance.between(1, 3)) : 0 },
  };
}
