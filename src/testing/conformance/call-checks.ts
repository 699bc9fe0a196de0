import type { CustomersQuery } from '../../domain/query.js';
import type { Call, CustomersProvider } from '../../providers/customers-provider.js';
import type { Check } from './check.js';
import { someCustomer } from './questions.js';
import { NonconformanceError, SkippedCheck, type Trial } from './trial.js';
import { firstPage } from './window-checks.js';

type Question = (provider: CustomersProvider, trial: Trial, call: Call) => Promise<unknown> | undefined;

/** Each question that reads, as the elements put it. */
const questions: Readonly<Record<string, Question>> = {
  listCustomers: (provider, trial, call) => provider.listCustomers({ page: firstPage(trial, 10) }, call),
  describe: (provider, _trial, call) => provider.describe?.(call),
  enrichCustomers: (provider, trial, call) => provider.enrichCustomers?.([someCustomer(trial).id], call),
  getCustomer: (provider, trial, call) => provider.getCustomer?.(someCustomer(trial).id, call),
  listEntitlements: (provider, trial, call) => provider.listEntitlements?.(someCustomer(trial).id, call),
  listBeacons: (provider, trial, call) => provider.listBeacons?.(someCustomer(trial).id, call),
};

/** Queries that nobody can mean; script and saved views hold anything. */
const nonsense: readonly (readonly [part: string, value: unknown])[] = [
  ['search', 5],
  ['statuses', ['nonsense']],
  ['expiresWithinDays', -1],
  ['relationship', 'nonsense'],
  ['sort', [{ field: 'nonsense', direction: 'ascending' }]],
  ['sort', [{ field: 'name', direction: 'sideways' }]],
  ['page', { limit: -1, offset: 0 }],
  ['page', { limit: 10, offset: -1 }],
];

/** What is true of how a provider is called. */
export const callChecks: readonly Check[] = [
  ...Object.entries(questions).map(([method, ask]) => ({
    title: `gives up ${method} once its signal is aborted`,
    async run(trial: Trial) {
      const aborted = new AbortController();
      aborted.abort(new Error('nobody waits'));
      const refused = ask(trial.provider, trial, trial.call(aborted.signal));
      if (!refused) throw new SkippedCheck(`${method} is not offered`);
      await checkGivenUp(trial, `${method}, asked with an aborted signal,`, refused, aborted.signal);
      const controller = new AbortController();
      const question = ask(trial.provider, trial, trial.call(controller.signal));
      controller.abort(new Error('nobody waits any more'));
      // what is answered in the microtasks of its question has nothing to give up
      if (!question || (await isAnsweredAtOnce(question))) return;
      await checkGivenUp(trial, `${method}, aborted on its way,`, question, controller.signal);
    },
  })),
  ...nonsense.map(([part, value]) => ({
    title: `refuses the nonsense ${JSON.stringify({ [part]: value })}`,
    async run(trial: Trial) {
      // as: it is the point that no type would let it through
      const query = { page: firstPage(trial, 10), [part]: value } as CustomersQuery;
      const what = `The nonsense ${JSON.stringify({ [part]: value })}`;
      const code = await trial.refusalOf(what, () => trial.provider.listCustomers(query, trial.call()));
      if (code === 'invalid-query' || code === 'unsupported') return;
      throw new NonconformanceError(`${what} is refused as ${code}, not as invalid-query`);
    },
  })),
];

async function checkGivenUp(
  trial: Trial,
  what: string,
  question: Promise<unknown>,
  signal: AbortSignal,
): Promise<void> {
  const outcome = await trial
    .answerOf(what, () => question)
    .then(
      () => ({ answered: true }) as const,
      (reason: unknown) => ({ answered: false, reason }) as const,
    );
  if (outcome.answered) throw new NonconformanceError(`${what} is answered all the same`);
  if (outcome.reason instanceof NonconformanceError) throw outcome.reason;
  if (outcome.reason === signal.reason) return;
  throw new NonconformanceError(`${what} rejects with ${String(outcome.reason)}, not with the reason of its signal`);
}

async function isAnsweredAtOnce(question: Promise<unknown>): Promise<boolean> {
  const nextTask = new Promise<boolean>((resolve) => setTimeout(() => resolve(false)));
  const answered = question.then(() => true);
  // what it rejects with is looked at by the caller
  return Promise.race([answered, nextTask]).catch(() => false);
}
