import type { CustomerChanges } from '../domain/customer-changes.js';
import type { CustomerDetails } from '../domain/customer.js';
import { checkDetails } from '../providers/checked-details.js';
import type { Call, CustomersProvider, ProviderDescription } from '../providers/customers-provider.js';
import { checkDescription } from '../providers/checked-description.js';
import { errorCodeOf, ProviderError } from '../providers/provider-error.js';
import { answerInTime } from './answer-in-time.js';

/** What an edit begins with, and whom it tells. */
export interface CustomerEditOptions {
  readonly provider: CustomersProvider;
  readonly description: ProviderDescription | undefined;
  readonly customer: CustomerDetails;
  readonly call: () => Omit<Call, 'signal'>;
  /** The provider has said that the customer is so now. */
  readonly onUpdated: (customer: CustomerDetails) => void;
  readonly onError: (error: unknown) => void;
}

/**
 * The customer as it is by now.
 *
 * @throws What the provider rejects with; `timeout` where it never answers, `invalid-data` where it cannot be read.
 */
export async function readCustomer(
  { provider, call }: Pick<CustomerEditOptions, 'provider' | 'call'>,
  id: string,
): Promise<CustomerDetails> {
  return checkDetails(await answerInTime((signal) => provider.getCustomer?.(id, { ...call(), signal })), id);
}

/** Sends changes of the version that the viewer saw, and gives what the provider answered, unchecked. */
export function sendChanges(
  { provider, call }: Pick<CustomerEditOptions, 'provider' | 'call'>,
  { id, version }: Pick<CustomerDetails, 'id' | 'version'>,
  changes: CustomerChanges,
  idempotencyKey: string,
): Promise<unknown> {
  const mutation = { idempotencyKey, ...(version !== undefined && { ifVersion: version }) };
  return answerInTime((signal) => provider.updateCustomer?.(id, changes, { ...call(), ...mutation, signal }));
}

/** A customer to edit, and what its provider offers for that. */
export interface LoadedCustomer {
  readonly customer: CustomerDetails;
  readonly description: ProviderDescription | undefined;
}

/**
 * Reads a customer to edit it. A provider that cannot describe itself offers no further capability and keeps no version;
 * `onError` is told of that, and of whatever else fails.
 *
 * @throws `unsupported` where the provider does not change customers; as {@link readCustomer}.
 */
export async function loadCustomer(
  { provider, call }: { readonly provider: CustomersProvider | undefined; readonly call: CustomerEditOptions['call'] },
  id: string,
  onError: (error: unknown) => void,
): Promise<LoadedCustomer> {
  if (!provider?.getCustomer || !provider.updateCustomer) throw new ProviderError('unsupported');
  const describe = async () => {
    try {
      const answer = provider.describe && (await answerInTime((signal) => provider.describe?.({ ...call(), signal })));
      return answer === undefined ? undefined : checkDescription(answer);
    } catch (error) {
      onError(error);
      return undefined;
    }
  };
  try {
    const [customer, description] = await Promise.all([readCustomer({ provider, call }, id), describe()]);
    return { customer, description };
  } catch (error) {
    if (errorCodeOf(error) !== 'unsupported') onError(error);
    throw error;
  }
}
