import type { Customer } from '../../domain/customer.js';
import { customersSortFields, type CustomersSort, type ListQuery } from '../../domain/query.js';
import type { Call } from '../../providers/customers-provider.js';
import type { Check } from './check.js';
import { compareValues, placeOf } from './plain-model.js';
import { anySort, someCustomer } from './questions.js';
import { NonconformanceError, SkippedCheck, type Trial } from './trial.js';
import { firstPage } from './window-checks.js';

/** How many sorts by several columns are tried, and how many pins. */
const sortCount = 8;

/** What is true of the order of any result. */
export const orderChecks: readonly Check[] = [
  ...customersSortFields.map((field) => ({
    title: `sorts by ${field} in both directions, blanks last, equal ones by organization ID`,
    async run(trial: Trial) {
      if (trial.description.sortable?.includes(field) === false) {
        const query = { sort: [{ field, direction: 'ascending' }], page: firstPage(trial, 2) } as const;
        const ask = () => trial.provider.listCustomers(query, trial.call());
        const code = await trial.refusalOf(`A sort by ${field}, which is not offered,`, ask);
        if (code === 'unsupported') throw new SkippedCheck(`${field} cannot be sorted by`);
        throw new NonconformanceError(`A sort by ${field} is not offered, and is refused as ${code}, not unsupported`);
      }
      for (const direction of ['ascending', 'descending'] as const) await checkOrder(trial, [{ field, direction }]);
    },
  })),
  {
    title: 'sorts by several columns in their order',
    async run(trial) {
      if ((trial.description.sortable?.length ?? 2) < 2)
        throw new SkippedCheck('fewer than two columns can be sorted by');
      for (let turn = 0; turn < sortCount; turn += 1) await checkOrder(trial, anySort(trial));
    },
  },
  {
    title: 'puts pinned customers on top, whatever the sort',
    async run(trial) {
      if (!trial.description.pins) throw new SkippedCheck('the description does not offer pins');
      for (let turn = 0; turn < sortCount; turn += 1) {
        const pinned = [someCustomer(trial).id, someCustomer(trial).id, 'of nobody'];
        await checkOrder(trial, turn === 0 ? [] : anySort(trial), pinned);
      }
    },
  },
];

/** Reads a whole list by its sort; it holds everybody, each in their place. */
async function checkOrder(trial: Trial, sort: readonly CustomersSort[], pinned?: readonly string[]): Promise<void> {
  const question: ListQuery = { ...(sort.length > 0 && { sort }), ...(pinned && { pinned }) };
  const rows = await trial.listAll(question);
  const what = `sorted by ${sort.map(({ field, direction }) => `${field} ${direction}`).join(', ') || 'nothing'}`;
  if (rows.length !== trial.customers.length) {
    throw new NonconformanceError(`${what}, the list has ${rows.length} customers, not ${trial.customers.length}`);
  }
  const call = trial.call();
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    const fault = next && faultBetween(row, next, question, call);
    if (fault) throw new NonconformanceError(`${what}, ${row.id} stands before ${next.id}: ${fault}`);
  }
}

/** Why a customer may not stand before another. */
function faultBetween(
  before: Customer,
  after: Customer,
  { sort = [], pinned = [] }: ListQuery,
  call: Call,
): string | undefined {
  const [isPinned, isNextPinned] = [pinned.includes(before.id), pinned.includes(after.id)];
  if (isPinned !== isNextPinned) return isNextPinned ? 'a pinned customer is not on top' : undefined;
  for (const { field, direction } of sort) {
    const [place, next] = [placeOf(before, field, call), placeOf(after, field, call)];
    if (place.blank !== next.blank) {
      return place.blank > next.blank ? `a blank ${field} is not last` : undefined;
    }
    const order = compareValues(place.value, next.value, call) * (direction === 'ascending' ? 1 : -1);
    if (order !== 0) return order > 0 ? `${field} is not in order` : undefined;
  }
  if (sort.length === 0) return undefined;
  // two IDs that the language finds equal, such as 7 and 007, may stand either way
  return compareValues(before.id, after.id, call) > 0 ? 'the organization ID does not break the tie' : undefined;
}
