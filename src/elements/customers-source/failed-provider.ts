import type { CustomersProvider } from '../../providers/customers-provider.js';

/**
 * Stands in for a provider that could not be made, so that the elements say why and offer to try again: the first
 * question is answered with the failure, each further one with that of a new attempt.
 *
 * @param failure What went wrong.
 * @param retry Tries again. Rejects with what went wrong then; after a success another provider takes this one's place.
 */
export function failedProvider(failure: unknown, retry: () => Promise<never>): CustomersProvider {
  const answer = () => {
    let isTold = false;
    return async (): Promise<never> => {
      if (isTold) return retry();
      isTold = true;
      throw failure;
    };
  };
  return { listCustomers: answer(), listEntitlements: answer() };
}
