import type { LitElement } from 'lit';
import { QueryTask } from '../../controllers/query-task.js';
import type { ErrorCode } from '../../domain/availability.js';
import type { CustomerDetails } from '../../domain/customer.js';
import { isRefusal } from '../../domain/refusal.js';
import { checkDetails } from '../../providers/checked-details.js';
import { checkEntitlements, type CheckedEntitlements } from '../../providers/checked-entitlements.js';
import { checkPage } from '../../providers/checked-page.js';
import type { Call, CustomersProvider } from '../../providers/customers-provider.js';
import { errorCodeOf, ProviderError } from '../../providers/provider-error.js';
import { ProviderErrorEvent } from '../provider-error-event.js';
import { capabilitiesOf, type Capabilities } from './details.template.js';

/** Whom an answer is about, and who gives it. */
export interface CustomerSubject {
  readonly provider: CustomersProvider | undefined;
  readonly customerId: string;
  readonly call: Omit<Call, 'signal'>;
}

/** What an answer depends on: provider, organization ID, locale, time zone, and whether it is needed. */
type Question = readonly [CustomersProvider | undefined, string, string, string, boolean];

const isSameCustomer = ([provider, id]: Question, [nextProvider, nextId]: Question): boolean =>
  provider === nextProvider && id === nextId;

/** What the provider says of one customer: the details, and where these leave them out, the capabilities. */
export class CustomerAnswer {
  readonly #host: LitElement;
  readonly #subject: () => CustomerSubject;
  readonly #details: QueryTask<Question, CustomerDetails>;
  readonly #entitlements: QueryTask<Question, CheckedEntitlements>;

  constructor(host: LitElement, subject: () => CustomerSubject) {
    this.#host = host;
    this.#subject = subject;
    const task = <Value>(
      isNeeded: () => boolean,
      ask: (provider: CustomersProvider, id: string, call: Call) => Promise<Value>,
    ) =>
      new QueryTask<Question, Value>(host, {
        args: () => this.#question(isNeeded()),
        isReady: ([provider, customerId, , , needed]) => needed && customerId !== '' && provider !== undefined,
        sameSubject: isSameCustomer,
        run: (question, signal) => this.#ask(question, signal, ask),
      });
    this.#details = task(() => true, askCustomer);
    this.#entitlements = task(() => this.#needsEntitlements, askEntitlements);
  }

  /** The last good answer about the customer. */
  get customer(): CustomerDetails | undefined {
    return this.#details.value;
  }

  /** Why the details could not be read, if they could not. */
  get failure(): ErrorCode | undefined {
    return this.#details.status === 'failed' ? errorCodeOf(this.#details.error) : undefined;
  }

  /** What the customer may use, by the details, else by the entitlements. */
  get capabilities(): Capabilities {
    const given = this.customer?.capabilities;
    if (given) return capabilitiesOf(given);
    if (!this.#needsEntitlements) return { state: 'unavailable', code: 'unsupported' };
    const { status, error, value } = this.#entitlements;
    if (status !== 'failed') return value ? { state: 'ready', value } : { state: 'pending' };
    const code = errorCodeOf(error);
    return isRefusal(code)
      ? { state: 'forbidden' }
      : value
        ? { state: 'ready', value }
        : { state: 'unavailable', code };
  }

  /** Asks anew. What is shown stays until the answer is there. */
  retry(): void {
    this.#details.retry();
    this.#entitlements.retry();
  }

  get #needsEntitlements(): boolean {
    const { provider } = this.#subject();
    return this.customer !== undefined && !this.customer.capabilities && provider?.listEntitlements !== undefined;
  }

  #question(isNeeded: boolean): Question {
    const { provider, customerId, call } = this.#subject();
    return [provider, customerId, call.locale, call.timeZone, isNeeded];
  }

  async #ask<Value>(
    [provider, customerId]: Question,
    signal: AbortSignal,
    ask: (provider: CustomersProvider, id: string, call: Call) => Promise<Value>,
  ): Promise<Value> {
    try {
      if (provider === undefined) throw new ProviderError('unsupported');
      return await ask(provider, customerId, { ...this.#subject().call, signal });
    } catch (error) {
      const isTold = errorCodeOf(error) === 'unsupported';
      if (!signal.aborted && !isTold) this.#host.dispatchEvent(new ProviderErrorEvent(error));
      throw error;
    }
  }
}

/**
 * A provider that does not give details is asked for the row of the list: the owners are not known then.
 *
 * @throws As the provider does; `not-found` where the list has no such customer.
 */
async function askCustomer(provider: CustomersProvider, id: string, call: Call): Promise<CustomerDetails> {
  if (provider.getCustomer) return checkDetails(await provider.getCustomer(id, call), id);
  const page = checkPage(await provider.listCustomers({ ids: [id], page: { limit: 1, offset: 0 } }, call));
  for (const row of page.items) {
    if (row.kind === 'customer' && row.customer.id === id) {
      return { ...row.customer, owners: { state: 'unavailable', code: 'unsupported' } };
    }
  }
  throw new ProviderError('not-found');
}

async function askEntitlements(provider: CustomersProvider, id: string, call: Call): Promise<CheckedEntitlements> {
  return checkEntitlements(await provider.listEntitlements?.(id, call));
}
