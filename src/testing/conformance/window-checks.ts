import type { ListQuery } from '../../domain/query.js';
import type { CustomersPage } from '../../providers/customers-provider.js';
import { errorCodeOf } from '../../providers/provider-error.js';
import type { Check } from './check.js';
import { statusCountsOf } from './plain-model.js';
import { anyQuestion } from './questions.js';
import { NonconformanceError, SkippedCheck, type Trial } from './trial.js';

/** How many questions at random each of these checks asks. */
const questionCount = 12;

/** What is true of the windows of any result. */
export const windowChecks: readonly Check[] = [
  {
    title: 'gives windows by position without a gap or a duplicate',
    async run(trial) {
      if (trial.description.paging === 'cursor') throw new SkippedCheck('the list goes by cursor');
      await forQuestions(trial, (question) => checkWindows(trial, question, 'offset'));
    },
  },
  {
    title: 'gives windows by cursor without a gap or a duplicate',
    async run(trial) {
      const first = { page: { limit: 1 } };
      if (trial.description.paging !== 'cursor') {
        await trial.unlessUnsupported('A cursor beside positions', () => trial.list(first));
      }
      await forQuestions(trial, (question) => checkWindows(trial, question, 'cursor'));
    },
  },
  {
    title: 'gives any window by its position, in any order',
    async run(trial) {
      if (trial.description.paging === 'cursor') throw new SkippedCheck('the list goes by cursor');
      await forQuestions(trial, async (question) => {
        const all = idsOf(await trial.listAll(question));
        for (let turn = 0; turn < 5; turn += 1) {
          const page = { offset: trial.chance.between(0, all.length + 3), limit: trial.chance.between(1, 20) };
          const window = await trial.list({ ...question, page });
          expectSame(
            idsOf(window.items),
            all.slice(page.offset, page.offset + page.limit),
            `${JSON.stringify({ ...question, page })}: the window is another than the same rows of the whole list`,
          );
          expectOffset(window, page.offset, question);
        }
      });
    },
  },
  {
    title: 'tells the true total',
    async run(trial) {
      const told = await forQuestions(trial, async (question) => {
        const { length } = await trial.listAll(question);
        const { total } = await trial.list({ ...question, page: firstPage(trial, 2), include: ['total'] });
        if (total === undefined || total.precision === 'estimate') return false;
        const isTrue = total.precision === 'exact' ? total.value === length : total.value <= length;
        if (isTrue) return true;
        const claim = `${total.precision === 'exact' ? 'exactly' : 'at least'} ${total.value}`;
        throw new NonconformanceError(
          `${JSON.stringify(question)}: the total claims ${claim}, and there are ${length}`,
        );
      });
      if (!told.includes(true)) throw new SkippedCheck('no total is exact, and none is a lower bound');
    },
  },
  {
    title: 'counts every status, whatever statuses are asked for',
    async run(trial) {
      const counted = await forQuestions(trial, async (question) => {
        const query = { ...question, page: firstPage(trial, 2), include: ['statusCounts'] } as const;
        const { statusCounts, incomplete } = await trial.list(query);
        if (statusCounts === undefined || incomplete) return false;
        const expected = statusCountsOf(trial.customers, question, trial.call());
        for (const [status, count] of Object.entries(expected)) {
          if (statusCounts[status] === count) continue;
          const found = String(statusCounts[status] ?? 'no count');
          throw new NonconformanceError(`${JSON.stringify(question)}: ${found} for ${status}, and there are ${count}`);
        }
        return true;
      });
      if (!counted.includes(true)) throw new SkippedCheck('there are no counts');
    },
  },
  {
    title: 'names another result than the one that a window was asked of',
    async run(trial) {
      const query = { page: firstPage(trial, 2) };
      const { snapshot } = await trial.list(query);
      if (snapshot === undefined) throw new SkippedCheck('results have no names');
      const unknown = `${snapshot}-that-never-was`;
      const answer = await trial.list({ ...query, snapshot: unknown });
      if (answer.snapshot !== unknown) return;
      throw new NonconformanceError('A result that never was is given its name: rows of two results would be mixed');
    },
  },
];

/** The first rows, asked for the way that the list goes. */
export function firstPage(
  { description }: Trial,
  limit: number,
): { limit: number; offset: number } | { limit: number } {
  return description.paging === 'cursor' ? { limit } : { limit, offset: 0 };
}

/** Goes through questions at random; those of which a part is not offered are left out. */
async function forQuestions<T>(trial: Trial, check: (question: ListQuery) => Promise<T>): Promise<readonly T[]> {
  const results: T[] = [];
  for (let turn = 0; turn < questionCount; turn += 1) {
    const question = turn === 0 ? {} : anyQuestion(trial);
    try {
      results.push(await check(question));
    } catch (reason) {
      if (errorCodeOf(reason) !== 'unsupported') throw reason;
    }
  }
  return results;
}

async function checkWindows(trial: Trial, question: ListQuery, by: 'offset' | 'cursor'): Promise<void> {
  const all = idsOf(await trial.listAll(question));
  const limit = trial.chance.between(Math.max(1, Math.ceil(all.length / 40)), Math.max(3, all.length));
  const windows = await trial.listWindows(question, limit, by);
  const what = `${JSON.stringify(question)} in windows of ${limit} by ${by}`;
  let offset = 0;
  const seen = new Set<string>();
  for (const window of windows) {
    expectOffset(window, offset, question);
    for (const { id } of window.items) seen.add(id);
    if (window.snapshot !== windows[0]?.snapshot) {
      throw new NonconformanceError(`${what}: a later window is of another result, though nothing has changed`);
    }
    offset += window.items.length;
  }
  const missing = all.find((id) => !seen.has(id));
  if (missing !== undefined) throw new NonconformanceError(`${what}: customer ${missing} is in no window`);
  expectSame([...seen], all, `${what}: the order is another than that of the whole list`);
}

function expectOffset({ offset }: CustomersPage, expected: number, question: ListQuery): void {
  if (offset === undefined || offset === expected) return;
  throw new NonconformanceError(
    `${JSON.stringify(question)}: a window says that it begins at ${offset}, not ${expected}`,
  );
}

function expectSame(found: readonly string[], expected: readonly string[], sentence: string): void {
  if (found.length === expected.length && found.every((id, index) => id === expected[index])) return;
  throw new NonconformanceError(
    `${sentence}: ${found.slice(0, 10).join(', ')}, not ${expected.slice(0, 10).join(', ')}`,
  );
}

function idsOf(customers: readonly { readonly id: string }[]): readonly string[] {
  return customers.map(({ id }) => id);
}
