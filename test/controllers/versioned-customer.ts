import type { CustomerDetails } from '../../src/domain/customer.js';
import { fieldsOf, withChanges } from '../../src/domain/customer-changes.js';
import type { CustomersProvider } from '../../src/providers/customers-provider.js';
import { ProviderError } from '../../src/providers/provider-error.js';

/** A backend with one customer that several viewers edit. */
export class VersionedCustomer implements CustomersProvider {
  customer: CustomerDetails;
  /** The answers to the next changes are lost, although they are made. */
  losesAnswers = false;
  readonly #isVersioned: boolean;
  readonly #answers = new Map<string, CustomerDetails>();
  #version = 1;

  constructor(customer: CustomerDetails, isVersioned = true) {
    this.#isVersioned = isVersioned;
    this.customer = { ...customer, ...(isVersioned && { version: '1' }) };
  }

  async describe() {
    return { version: 1, versioned: this.#isVersioned } as const;
  }

  async listCustomers() {
    return { items: [this.customer] };
  }

  async getCustomer() {
    return this.customer;
  }

  updateCustomer: Required<CustomersProvider>['updateCustomer'] = async (_id, patch, call) => {
    const before = this.#answers.get(call.idempotencyKey);
    if (before) return before;
    if (this.#isVersioned && call.ifVersion !== this.customer.version) throw new ProviderError('conflict');
    const { owners, capabilities, ...texts } = withChanges(fieldsOf(this.customer), patch);
    this.customer = {
      ...this.customer,
      ...texts,
      owners: { state: 'ready', value: owners },
      capabilities: {
        state: 'ready',
        value: capabilities.map(({ capability, expires }) => ({ capability, ...(expires && { expires }) })),
      },
      ...(this.#isVersioned && { version: String(++this.#version) }),
    };
    this.#answers.set(call.idempotencyKey, this.customer);
    if (this.losesAnswers) throw new ProviderError('timeout');
    return this.customer;
  };
}

/** A managed customer that may be edited. */
export const acorn: CustomerDetails = {
  id: '42',
  name: 'Acorn',
  externalId: 'W1',
  description: 'Trees',
  relationship: 'managed',
  can: { edit: true, delete: true },
  beacons: { state: 'pending' },
  expirations: { state: 'pending' },
  owners: { state: 'ready', value: [{ firstName: 'Ada', lastName: 'Park', email: 'ada@acorn.example' }] },
  capabilities: { state: 'ready', value: [{ capability: 'iam' }, { capability: 'fcm' }] },
};
