import type { Customer } from '../../domain/customer.js';
import { canAdd } from '../../domain/permissions.js';
import type { BulkResult, CustomerDraft } from '../../providers/customers-provider.js';
import { NonconformanceError, SkippedCheck, type Trial } from './trial.js';

/* How a trial changes customers, as an element would. */

/** What no customer has in its name yet. */
export function keyOf(trial: Trial): string {
  return `conformance ${trial.chance.between(1, 1_000_000_000)}`;
}

/** Skips what needs somebody who may add customers. */
export function skipUnlessAdding({ provider, description }: Trial): void {
  if (!provider.createCustomers) throw new SkippedCheck('createCustomers is not offered');
  if (!canAdd(description)) throw new SkippedCheck('the viewer may not add customers');
}

export async function create(
  trial: Trial,
  drafts: readonly CustomerDraft[],
  call = trial.mutationCall(),
): Promise<BulkResult> {
  skipUnlessAdding(trial);
  const result = await trial.answerOf('createCustomers', async () => trial.provider.createCustomers?.(drafts, call));
  return result ?? { outcomes: [] };
}

export async function update(trial: Trial, { id }: Customer, patch: { readonly name: string }, ifVersion?: string) {
  const call = trial.mutationCall(ifVersion === undefined ? {} : { ifVersion });
  return trial.answerOf('updateCustomer', async () => trial.provider.updateCustomer?.(id, patch, call));
}

export async function remove(trial: Trial, ids: readonly string[]): Promise<BulkResult> {
  const ask = async () => trial.provider.deleteCustomers?.(ids, trial.mutationCall());
  return (await trial.answerOf('deleteCustomers', ask)) ?? { outcomes: [] };
}

/** The first customer that a method is tried on. */
export function oneThat(
  trial: Trial,
  method: 'updateCustomer' | 'deleteCustomers',
  isMeant: (customer: Customer) => boolean,
): Customer {
  if (!trial.provider[method]) throw new SkippedCheck(`${method} is not offered`);
  const customer = trial.customers.find(isMeant);
  if (customer) return customer;
  throw new SkippedCheck(`there is no customer to try ${method} on`);
}

/** A customer as it is listed. */
export async function rowOf(trial: Trial, id: string): Promise<Customer> {
  const [row] = await trial.listAll({ ids: [id] });
  if (row) return row;
  throw new NonconformanceError(`customer ${id} is gone`);
}
