import type { Customer } from '../../domain/customer.js';
import type { ListQuery, StatusFilter } from '../../domain/query.js';
import type { Check } from './check.js';
import { isFound } from './plain-model.js';
import { anyQuestion, partsOf, someCustomer, someOf, statusFilterOf } from './questions.js';
import { NonconformanceError, SkippedCheck, type Trial } from './trial.js';

/** How many customers the searches are made of, and how many questions are of several parts. */
const sampleCount = 20;

/** What is true of whom a question finds. */
export const filterChecks: readonly Check[] = [
  {
    title: 'lists every customer where nothing is asked',
    async run(trial) {
      await checkFound(trial, {}, 'the whole list');
    },
  },
  {
    title: 'searches for what the name, the organization ID or the external ID contains',
    async run(trial) {
      for (const customer of someOf(trial.chance, trial.customers, sampleCount)) {
        const search = trial.chance.oneOf(partsOf(customer));
        await checkFound(trial, { search }, 'a search');
      }
      // text that means something else to many a database
      for (const search of ['contained-in-no-customer', '%', '_', '*', '\\', "'", '"', '.']) {
        await checkFound(trial, { search }, 'a search');
      }
    },
  },
  {
    title: 'searches whatever the case',
    async run(trial) {
      for (const { name } of someOf(trial.chance, trial.customers, sampleCount)) {
        await checkFound(trial, { search: name.toUpperCase() }, 'a search in capitals');
        await checkFound(trial, { search: name.toLowerCase() }, 'a search in small letters');
      }
    },
  },
  {
    title: 'searches whatever the accents',
    async run(trial) {
      const accented = trial.customers.filter(({ name }) => withoutAccents(name) !== name);
      if (accented.length === 0) throw new SkippedCheck('no customer has an accent in its name');
      for (const { name } of someOf(trial.chance, accented, sampleCount)) {
        await checkFound(trial, { search: withoutAccents(name) }, 'a search without accents');
        await checkFound(trial, { search: name.normalize('NFD') }, 'a search with accents apart from their letters');
      }
    },
  },
  {
    title: 'ignores white space around a search',
    async run(trial) {
      await checkFound(trial, { search: ` ${someCustomer(trial).name}\t` }, 'a search with white space around it');
      await checkFound(trial, { search: '  ' }, 'a search for white space');
    },
  },
  filterCheck('statuses', (trial) => {
    const each = statusesOf(trial).map((status) => ({ statuses: [status] }));
    return [...each, { statuses: statusesOf(trial).slice(0, 2) }, { statuses: [] }];
  }),
  filterCheck('expiresWithinDays', () => [0, 1, 30, 60, 365, 5000].map((expiresWithinDays) => ({ expiresWithinDays }))),
  filterCheck('relationship', () => [{ relationship: 'managed' }, { relationship: 'granted' }]),
  filterCheck('tiered', () => [{ tiered: true }, { tiered: false }]),
  filterCheck('beaconProblems', () => [{ beaconProblems: true }, { beaconProblems: false }]),
  filterCheck('tags', (trial) => {
    const tags = [...new Set(trial.customers.flatMap((customer) => customer.tags ?? []))];
    return [...tags.slice(0, 5).map((tag) => ({ tags: [tag] })), { tags: tags.slice(0, 2) }, { tags: ['of nobody'] }];
  }),
  filterCheck('ids', (trial) => {
    const ids = Array.from({ length: 3 }, () => someCustomer(trial).id);
    return [{ ids }, { ids: [...ids, 'of nobody'] }, { ids: [] }];
  }),
  {
    title: 'combines search and filters with AND',
    async run(trial) {
      for (let turn = 0; turn < 3 * sampleCount; turn += 1) {
        const question = anyQuestion(trial);
        await checkFound(trial, question, 'a question of several parts').catch((reason: unknown) => {
          // a part that is not offered has a check of its own
          if (!(reason instanceof SkippedCheck)) throw reason;
        });
      }
    },
  },
];

function filterCheck(filter: keyof ListQuery, questionsOf: (trial: Trial) => readonly ListQuery[]): Check {
  return {
    title: `filters by ${filter}`,
    async run(trial) {
      for (const question of questionsOf(trial)) await checkFound(trial, question, `the filter ${filter}`);
    },
  };
}

/** Compares whom a question finds with whom it should find, in any order. */
async function checkFound(trial: Trial, question: ListQuery, what: string): Promise<void> {
  const found = await trial.unlessUnsupported(what, () => trial.listAll(question));
  const ids = new Set(found.map(({ id }) => id));
  const call = trial.call();
  const isExpected = (customer: Customer) => isFound(customer, question, call);
  const missing = trial.customers.find((customer) => isExpected(customer) && !ids.has(customer.id));
  if (missing) throw new NonconformanceError(`${what} leaves customer ${missing.id} out: ${JSON.stringify(question)}`);
  const known = new Map(trial.customers.map((customer) => [customer.id, customer]));
  for (const { id } of found) {
    const customer = known.get(id);
    if (customer && isExpected(customer)) continue;
    throw new NonconformanceError(`${what} finds customer ${id} who does not match: ${JSON.stringify(question)}`);
  }
}

function statusesOf(trial: Trial): readonly StatusFilter[] {
  const had = trial.customers.map((customer) => statusFilterOf(customer, trial));
  return [...new Set<StatusFilter>([...had, 'expired', 'none', 'unknown'])];
}

function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}
