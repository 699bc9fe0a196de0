import { errorCodeOf } from '../provider-error.js';
import { beaconsAtFirst, beaconsBy } from './beacon-counts.js';
import type { Enrichment } from './enrichment.js';
import type { FlexeraApi } from './flexera-api.js';
import type { FlexeraProviderOptions } from './flexera-options.js';
import type { HeldCustomers, LateFacts } from './held-customers.js';
import { readList } from './list-reader.js';
import { noPermissions, type Permissions, type Privileges } from './privileges.js';
import { SharedRead } from './shared-read.js';

/** A question that is asked again is meant to be read anew, unless the list is younger than this. */
const youngMs = 10_000;

/** Late facts that are older than this are read anew with the list; until they are there, they stand. */
const lastingMs = 5 * 60_000;

/** What a {@link ListLoader} works with. */
export interface ListLoaderOptions {
  readonly api: FlexeraApi;
  readonly privileges: Privileges;
  readonly options: FlexeraProviderOptions;
  readonly held: HeldCustomers;
  readonly enrichment: Enrichment;
  /** Another list is there. */
  readonly onChange: () => void;
}

/** What a list is wanted for. */
interface Wish {
  readonly question?: string | undefined;
  readonly isCurrent?: boolean;
}

/** Reads the list when it is first asked for, and again when that is meant. */
export class ListLoader {
  readonly #with: ListLoaderOptions;
  #reading: SharedRead<void> | undefined;
  /** When the list was read, by the clock of `performance.now`; absent: there is none. */
  #readAt: number | undefined;
  #factsAt = -Infinity;
  #isExpired = false;
  #asOf = '';
  #permissions = noPermissions;
  #lastQuestion: string | undefined;
  /** The list as it was read last, to tell whether another one is. */
  #list: string | undefined;

  constructor(options: ListLoaderOptions) {
    this.#with = options;
  }

  /** What the viewer may do, as of the last reading. */
  get permissions(): Permissions {
    return this.#permissions;
  }

  /** The instant of the last reading. */
  get asOf(): string {
    return this.#asOf;
  }

  /**
   * Sees to it that there is a list.
   *
   * @param question What it is for: the same one asked again is a wish for a fresh list.
   * @param isCurrent One that is known to be another by now will not do. Default false.
   */
  async load(signal: AbortSignal, { question, isCurrent = false }: Wish = {}): Promise<void> {
    signal.throwIfAborted();
    const isAgain = question !== undefined && question === this.#lastQuestion;
    if (question !== undefined) this.#lastQuestion = question;
    const age = this.#readAt === undefined ? Infinity : performance.now() - this.#readAt;
    const isOld = isAgain && age >= youngMs;
    if (age < Infinity && !isOld && !(this.#isExpired && isCurrent)) return;
    if (!this.#reading || this.#reading.isGivenUp) this.#reading = this.#start();
    await this.#reading.wait(signal);
  }

  /** What is held is known to be another by now: it is read anew for the next question. */
  expire(): void {
    this.#isExpired = true;
    this.#with.onChange();
  }

  /** Takes all that was read out of memory. */
  forget(): void {
    if (this.#readAt === undefined) return;
    this.#readAt = undefined;
    this.#list = undefined;
    this.#permissions = noPermissions;
    this.#with.privileges.forget();
    this.#with.held.replace([], () => this.#factsAtFirst());
    this.#with.onChange();
  }

  #start(): SharedRead<void> {
    const reading: SharedRead<void> = new SharedRead(async (signal) => {
      try {
        await this.#read(signal);
      } finally {
        if (this.#reading === reading) this.#reading = undefined;
      }
    });
    return reading;
  }

  async #read(signal: AbortSignal): Promise<void> {
    const { api, privileges, options, held, enrichment, onChange } = this.#with;
    this.#isExpired = false;
    try {
      const { customers, permissions } = await readList(api, privileges, options, signal);
      signal.throwIfAborted();
      const now = performance.now();
      this.#readAt = now;
      this.#asOf = new Date().toISOString();
      this.#permissions = permissions;
      const areOld = now - this.#factsAt >= lastingMs;
      if (areOld) {
        this.#factsAt = now;
        privileges.forget();
      }
      const facts = new Map(held.ids.map((id) => [id, held.held(id)]));
      const isKnown = (id: string) => {
        const before = facts.get(id);
        const isSame = before?.listed.version === held.held(id)?.listed.version;
        return !areOld && isSame && before?.entitlements.state === 'ready';
      };
      const list = JSON.stringify([customers, permissions]);
      const before = this.#list;
      this.#list = list;
      // of a list that is the same the results stay what they are
      if (list !== before) held.replace(customers, ({ id }) => facts.get(id) ?? this.#factsAtFirst());
      enrichment.queue(held.ids.filter((id) => !isKnown(id)));
      if (before !== undefined && list !== before) onChange();
    } catch (error) {
      if (errorCodeOf(error) === 'forbidden') this.forget();
      throw error;
    }
  }

  #factsAtFirst(): LateFacts {
    const { options } = this.#with;
    const canKnowOwners = options.userId !== undefined || options.listOwned !== undefined;
    if (canKnowOwners) return { entitlements: { state: 'pending' }, beacons: beaconsAtFirst(options) };
    return { entitlements: { state: 'forbidden' }, beacons: beaconsBy({ state: 'forbidden' }, options) };
  }
}
