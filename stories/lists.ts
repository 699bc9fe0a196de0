import type { Customer } from '../src/domain/customer.js';
import type { CustomersQuery } from '../src/domain/query.js';
import type { CustomersHint, CustomersPage, CustomersProvider } from '../src/providers/customers-provider.js';
import { MemoryProvider } from '../src/providers/memory/memory-provider.js';
import { sampleCustomers, sampleEntitlements } from '../src/testing/index.js';
import { now } from './moment.js';

/** A provider of sample customers, with the entitlements behind them. */
export function sampleProvider(count: number, can?: { readonly add: boolean }): MemoryProvider {
  return providerOf(sampleCustomers(count, { now }), can);
}

/** A provider of these customers, with the entitlements behind them. */
export function providerOf(customers: readonly Customer[], can?: { readonly add: boolean }): MemoryProvider {
  return new MemoryProvider(customers, {
    ...(can && { can }),
    entitlements: new Map(customers.map((customer) => [customer.id, sampleEntitlements(customer)])),
  });
}

/** An answer that never comes. */
export const never = (): Promise<never> => new Promise(() => {});

/**
 * A provider that answers some questions and does something else with the others. It remembers nothing, so that a story
 * shown twice looks the same.
 */
export function answering(
  count: number,
  answers: (query: CustomersQuery) => boolean,
  otherwise: () => Promise<never>,
): CustomersProvider {
  const provider = sampleProvider(count);
  return { listCustomers: (query, call) => (answers(query) ? provider.listCustomers(query, call) : otherwise()) };
}

/** A provider that answers with these items, whatever they are. */
export function carelessProvider(items: readonly unknown[]): CustomersProvider {
  // a backend answers what it likes; what comes of it is the story
  return { listCustomers: async () => ({ items }) as CustomersPage };
}

/** A provider whose pages say more than their rows, and where `enrich` is given, leave the expirations for later. */
export function lateProvider(
  count: number,
  enrich?: () => Promise<never>,
  more: Partial<CustomersPage> = {},
): CustomersProvider {
  const provider = sampleProvider(count);
  return {
    listCustomers: async (query, call) => {
      const page = await provider.listCustomers(query, call);
      const late = enrich && { expirations: { state: 'pending' as const } };
      return { ...page, ...more, items: page.items.map((customer) => ({ ...customer, ...late })) };
    },
    ...(enrich && { enrichCustomers: enrich }),
  };
}

/** A provider that gives hints when a story does; customers whom it has said to be changed are gone. */
export interface HintingProvider extends CustomersProvider {
  readonly hint: (hint: CustomersHint) => void;
}

/** Sample customers, as old as the story, whose provider has something to say later. */
export function hintingProvider(count: number): HintingProvider {
  const provider = lateProvider(count, undefined, { asOf: now.toISOString() });
  const listeners = new Set<(hint: CustomersHint) => void>();
  return {
    listCustomers: async (query, call) => (query.ids ? { items: [] } : provider.listCustomers(query, call)),
    subscribe: (listener, { signal }) => {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener));
    },
    hint: (hint) => {
      for (const listener of listeners) listener(hint);
    },
  };
}
