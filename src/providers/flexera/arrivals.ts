import type { Availability } from '../../domain/availability.js';
import type { Entitlement } from '../../domain/expirations.js';
import type { CustomersHint } from '../customers-provider.js';
import { beaconsBy, countedBeacons } from './beacon-counts.js';
import type { ListedCustomer } from './customer-mapping.js';
import type { FlexeraProviderOptions } from './flexera-options.js';
import type { Change, HeldCustomers } from './held-customers.js';

/** How long what came is gathered before it is told. */
const gatheringMs = 1_000;

/** Where arrivals go, and who is told. */
export interface ArrivalsOptions {
  readonly held: HeldCustomers;
  readonly host: FlexeraProviderOptions;
  readonly onHint: (hint: CustomersHint) => void;
}

/** What came of customers, gathered so that a list is told a few times a minute and not with each of them. */
export class Arrivals {
  readonly #with: ArrivalsOptions;
  readonly #came = new Map<string, Change>();
  /** Ends the host's counting; whoever is awaited may leave earlier, and the others still want the count. */
  #counting = new AbortController();
  #gathering: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ArrivalsOptions) {
    this.#with = options;
  }

  /** Takes what is known of a customer by now. */
  add(id: string, entitlements: Availability<readonly Entitlement[]>, listed?: ListedCustomer): void {
    const beacons = beaconsBy(entitlements, this.#with.host);
    this.#came.set(id, { entitlements, beacons, ...(listed && { listed }) });
    this.#gathering ??= setTimeout(() => void this.tell(), gatheringMs);
  }

  /** Forgets what was not told yet. */
  clear(): void {
    this.#came.clear();
    this.#counting.abort();
    this.#counting = new AbortController();
  }

  /** Puts what came into the rows and tells of it; settled once the host has counted the beacons, too. */
  async tell(): Promise<void> {
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    if (this.#came.size === 0) return;
    const came = new Map(this.#came);
    this.#came.clear();
    this.#put(new Map([...came].map(([id, change]) => [id, this.#withCountBefore(id, change)])));
    this.#with.onHint({ type: 'progress', ...this.#with.held.progress });
    const uncounted = [...came].filter(([, { beacons }]) => beacons?.state === 'pending').map(([id]) => id);
    if (uncounted.length === 0) return;
    const { signal } = this.#counting;
    const counts = await countedBeacons(uncounted, this.#with.host, signal);
    if (!signal.aborted) this.#put(new Map([...counts].map(([id, beacons]) => [id, { beacons }])));
  }

  /** A count that is known stands until the next one is there. */
  #withCountBefore(id: string, change: Change): Change {
    const before = this.#with.held.held(id)?.beacons;
    return change.beacons?.state === 'pending' && before?.state === 'ready' ? { ...change, beacons: before } : change;
  }

  #put(changes: ReadonlyMap<string, Change>): void {
    this.#with.held.put(changes);
    this.#with.onHint({ type: 'changed', ids: [...changes.keys()] });
  }
}
