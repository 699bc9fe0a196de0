import type { Scheduler } from 'fast-check';
import { areSame, fieldsOf, withChanges } from '../../src/domain/customer-changes.js';
import type { CustomerFields } from '../../src/domain/customer-draft.js';
import type { CustomerDetails } from '../../src/domain/customer.js';
import type { CustomersProvider, ProviderDescription } from '../../src/providers/customers-provider.js';
import { ProviderError } from '../../src/providers/provider-error.js';

/** What becomes of a change on its way. `late`: it is made only after the viewer was told that no answer came. */
export const fates = ['answered', 'answered', 'request-lost', 'reply-lost', 'late'] as const;
export type Fate = (typeof fates)[number];

/** What a backend is like, a broken one included. */
export interface ContendedOptions {
  readonly versioned: boolean;
  /** A broken one takes a change of whatever version. */
  readonly heedsVersions?: boolean;
  /** A broken one reads a customer as the viewer had it first. */
  readonly readsAnew?: boolean;
}

/** One viewer's way to a backend. */
export interface Contender extends CustomersProvider {
  /** Of the next change. */
  fate: Fate;
  /** So many reads fail after the next change. */
  lostReads: number;
  /** The customer as this viewer was told last. */
  readonly told: ReadonlyMap<string, CustomerFields>;
}

/** Customers that several viewers edit at once: whatever is asked and answered takes as long as a scheduler likes. */
export class ContendedCustomers {
  readonly description: ProviderDescription;
  /** What was written over without its writer having been shown it, in words. */
  readonly overwritten: string[] = [];
  readonly #options: ContendedOptions;
  readonly #scheduler: Scheduler;
  readonly #customers: Map<string, CustomerDetails>;
  readonly #answers = new Map<string, CustomerDetails>();

  constructor(customers: readonly CustomerDetails[], scheduler: Scheduler, options: ContendedOptions) {
    this.#scheduler = scheduler;
    this.#options = options;
    this.description = { version: 1, versioned: options.versioned };
    this.#customers = new Map(
      customers.map((each) => [each.id, { ...each, ...(options.versioned && { version: '1' }) }]),
    );
  }

  customer(id: string): CustomerDetails {
    const customer = this.#customers.get(id);
    if (customer === undefined) throw new ProviderError('not-found');
    return customer;
  }

  /** @param shown What the viewer has on screen of a customer at this moment. */
  join(shown: (id: string) => CustomerFields): Contender {
    const { versioned, readsAnew = true } = this.#options;
    const told = new Map([...this.#customers].map(([id, customer]) => [id, fieldsOf(customer)]));
    const first = new Map(this.#customers);
    /** The customers as they were when this viewer read them last, or was answered. */
    const read = new Map(this.#customers);
    const tell = (customer: CustomerDetails): CustomerDetails => {
      told.set(customer.id, fieldsOf(customer));
      return customer;
    };
    let failing = 0;
    const contender: Contender = {
      fate: 'answered',
      lostReads: 0,
      told,
      listCustomers: async () => ({ items: [] }),
      getCustomer: async (id) => {
        await this.#passes('read');
        const there = this.customer(id);
        if (failing-- > 0) throw new ProviderError('offline');
        read.set(id, there);
        const answer = readsAnew ? there : (first.get(id) ?? there);
        await this.#passes('answer');
        return tell(answer);
      },
      updateCustomer: async (id, patch, { idempotencyKey, ifVersion }) => {
        const { fate } = contender;
        failing = contender.lostReads;
        Object.assign(contender, { fate: 'answered', lostReads: 0 });
        const seen = shown(id);
        // without versions nobody can know what is written between the last look and the change itself
        const looked = read.get(id);
        const make = (): CustomerDetails => {
          const known = this.#answers.get(idempotencyKey);
          // who keeps no versions keeps no keys either (`docs/rules.md §6.2`)
          if (known && versioned) return known;
          const before = this.customer(id);
          if (versioned && this.#options.heedsVersions !== false && ifVersion !== before.version)
            throw new ProviderError('conflict');
          const there = fieldsOf(versioned ? before : (looked ?? before));
          if (!areSame(seen, there))
            this.overwritten.push(`${JSON.stringify(there)} by who saw ${JSON.stringify(seen)}`);
          const after = changed(before, patch);
          this.#customers.set(id, after);
          this.#answers.set(idempotencyKey, after);
          return after;
        };
        await this.#passes('change');
        if (fate === 'request-lost') throw new ProviderError('timeout');
        if (fate === 'late') {
          void this.#passes('late change')
            .then(make)
            .catch(() => undefined);
          throw new ProviderError('timeout');
        }
        const after = make();
        await this.#passes('answer');
        if (fate === 'reply-lost') throw new ProviderError('timeout');
        return tell(after);
      },
    };
    return contender;
  }

  #passes(label: string): Promise<void> {
    return this.#scheduler.schedule(Promise.resolve(), label);
  }
}

function changed(
  before: CustomerDetails,
  patch: Parameters<Required<CustomersProvider>['updateCustomer']>[1],
): CustomerDetails {
  const { owners, capabilities, ...texts } = withChanges(fieldsOf(before), patch);
  return {
    ...before,
    ...texts,
    owners: { state: 'ready', value: owners },
    capabilities: {
      state: 'ready',
      value: capabilities.map(({ capability, expires }) => ({ capability, ...(expires && { expires }) })),
    },
    ...(before.version !== undefined && { version: String(Number(before.version) + 1) }),
  };
}
