import type { Customer } from '../../domain/customer.js';
import { summarizeEntitlements } from '../../domain/entitlements.js';
import { expirationStatus, upcomingExpiration, type ExpirationSummary } from '../../domain/expirations.js';
import { checkEntitlements } from '../../providers/checked-entitlements.js';
import { checkPage } from '../../providers/checked-page.js';
import { errorCodeOf } from '../../providers/provider-error.js';
import type { Check } from './check.js';
import { someOf } from './questions.js';
import { NonconformanceError, SkippedCheck, type Trial } from './trial.js';

/** How many customers are looked at one by one. */
const sampleCount = 20;

/** The ID of no customer. */
const nobody = 'of-nobody';

/** What is true of what is asked about one customer. */
export const detailChecks: readonly Check[] = [
  {
    title: 'lists each customer as it was given',
    async run(trial) {
      const listed = new Map((await trial.listAll({})).map((customer) => [customer.id, customer]));
      for (const customer of trial.customers) {
        const found = listed.get(customer.id);
        const fact = found && differenceOf(readable(customer), found);
        if (fact) throw new NonconformanceError(`customer ${customer.id} is listed with other facts: ${fact}`);
      }
    },
  },
  {
    title: 'gives the late columns of the customers that it is asked for',
    async run(trial) {
      const { provider } = trial;
      if (!provider.enrichCustomers) throw new SkippedCheck('enrichCustomers is not offered');
      const sample = someOf(trial.chance, trial.customers, sampleCount);
      const ids = [...sample.map(({ id }) => id), nobody];
      const late = await trial.answerOf('enrichCustomers', async () => provider.enrichCustomers?.(ids, trial.call()));
      if (!(late instanceof Map))
        throw new NonconformanceError('enrichCustomers answers with something that is no Map');
      if (late.has(nobody)) throw new NonconformanceError('enrichCustomers knows a customer that does not exist');
      for (const customer of sample) {
        // as: whatever the map holds is read the way that a row is
        const { beacons, expirations } = (late.get(customer.id) ?? {}) as Partial<Customer>;
        const complete = readable({
          ...customer,
          // what the row does not have yet may come as anything
          ...(beacons && customer.beacons.state !== 'pending' && { beacons }),
          ...(expirations && customer.expirations.state !== 'pending' && { expirations }),
        });
        const fact = differenceOf(customer, complete);
        if (fact)
          throw new NonconformanceError(`enrichCustomers gives customer ${customer.id} other ${fact} than its row`);
      }
    },
  },
  {
    title: 'gives a customer as its row shows it',
    async run(trial) {
      const { provider } = trial;
      if (!provider.getCustomer) throw new SkippedCheck('getCustomer is not offered');
      for (const customer of someOf(trial.chance, trial.customers, sampleCount)) {
        const details = await trial.answerOf('getCustomer', async () =>
          provider.getCustomer?.(customer.id, trial.call()),
        );
        for (const field of ['id', 'name', 'externalId', 'relationship'] as const) {
          if (details?.[field] === customer[field]) continue;
          throw new NonconformanceError(`getCustomer gives customer ${customer.id} another ${field} than its row`);
        }
      }
    },
  },
  {
    title: 'lists the entitlements that a row sums up, and none where they are forbidden',
    async run(trial) {
      const { provider } = trial;
      if (!provider.listEntitlements) throw new SkippedCheck('listEntitlements is not offered');
      for (const customer of someOf(trial.chance, trial.customers, 3 * sampleCount)) {
        const ask = async () => provider.listEntitlements?.(customer.id, trial.call());
        await checkEntitlementsOf(trial, customer, ask);
      }
    },
  },
  {
    title: 'lists the beacons that a row counts, and none where they are forbidden',
    async run(trial) {
      const { provider } = trial;
      if (!provider.listBeacons) throw new SkippedCheck('listBeacons is not offered');
      for (const { id, beacons } of someOf(trial.chance, trial.customers, 3 * sampleCount)) {
        const ask = async () => provider.listBeacons?.(id, trial.call());
        const answer = await answerOrRefusal(trial, `The beacons of customer ${id}`, beacons.state, ask);
        if (!answer || beacons.state !== 'ready' || beacons.missing?.length) continue;
        if (answer.length === beacons.value.total) continue;
        throw new NonconformanceError(
          `customer ${id} has ${answer.length} beacons, and ${beacons.value.total} in its row`,
        );
      }
    },
  },
  notFoundCheck('getCustomer', (trial) => trial.provider.getCustomer?.(nobody, trial.call())),
  notFoundCheck('listEntitlements', (trial) => trial.provider.listEntitlements?.(nobody, trial.call())),
  notFoundCheck('listBeacons', (trial) => trial.provider.listBeacons?.(nobody, trial.call())),
];

function notFoundCheck(method: string, ask: (trial: Trial) => Promise<unknown> | undefined): Check {
  return {
    title: `refuses ${method} of a customer that does not exist`,
    async run(trial) {
      const what = `${method} of a customer that does not exist`;
      const question = ask(trial);
      if (!question) throw new SkippedCheck(`${method} is not offered`);
      const code = await trial.refusalOf(what, () => question);
      // of lists, a provider may have those of some customers only
      if (code === 'not-found' || (code === 'unsupported' && method !== 'getCustomer')) return;
      throw new NonconformanceError(`${what} is refused as ${code}, not as not-found`);
    },
  };
}

async function checkEntitlementsOf(
  trial: Trial,
  { id, expirations }: Customer,
  ask: () => Promise<unknown>,
): Promise<void> {
  const answer = await answerOrRefusal(trial, `The entitlements of customer ${id}`, expirations.state, async () =>
    checkEntitlements(await ask()),
  );
  if (!answer || expirations.state !== 'ready' || expirations.missing?.length) return;
  const clock = trial.call();
  const cellsOf = (value: ExpirationSummary) => {
    const summary = { state: 'ready', value } as const;
    return JSON.stringify([upcomingExpiration(summary, clock), expirationStatus(summary, clock)]);
  };
  if (cellsOf(summarizeEntitlements(answer.entitlements, clock)) === cellsOf(expirations.value)) return;
  throw new NonconformanceError(`The entitlements of customer ${id} come to other expirations than its row says`);
}

/** What is answered; undefined where that is refused, which it has to be where the row says that it is forbidden. */
async function answerOrRefusal<T>(
  trial: Trial,
  what: string,
  state: string,
  ask: () => Promise<T>,
): Promise<T | undefined> {
  let answer: T;
  try {
    answer = await trial.answerOf(what, ask);
  } catch (reason) {
    const code = errorCodeOf(reason);
    const isAllowed = code === 'unsupported' || (code === 'forbidden' && state !== 'ready') || code === 'not-found';
    if (isAllowed) return undefined;
    throw reason;
  }
  if (state !== 'forbidden') return answer;
  throw new NonconformanceError(`${what} are forbidden in its row, and are given all the same`);
}

/** The customer as the elements would read it. */
function readable(customer: Customer): Customer {
  const [row] = checkPage({ items: [customer] }).items;
  if (row?.kind === 'customer') return row.customer;
  throw new NonconformanceError(`customer ${customer.id} cannot be read`);
}

/** Which of a row's facts differs. */
function differenceOf(one: Customer, other: Customer): string | undefined {
  const facts = ['name', 'externalId', 'relationship', 'beacons', 'expirations'] as const;
  if ((one.tiered ?? false) !== (other.tiered ?? false)) return 'tiered';
  return facts.find((fact) => spelled(one[fact]) !== spelled(other[fact]));
}

/** Equal values are spelled alike, whatever the order of their keys. */
function spelled(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
