import { describeProvider, type ConformanceOptions, type TestRunner } from '../../../src/testing/index.js';
import type { CustomersProvider } from '../../../src/providers/customers-provider.js';

/** What became of each test by its title: `passed`, `skipped: …`, or the sentence that it failed with. */
export type Outcomes = ReadonlyMap<string, string>;

/** Runs the tests of a provider, one after the other. */
export async function outcomesOf<TProvider extends CustomersProvider>(
  make: () => TProvider | Promise<TProvider>,
  options: ConformanceOptions<TProvider>,
): Promise<Outcomes> {
  const tests: { readonly title: string; readonly test: (context: unknown) => Promise<void> }[] = [];
  const runner: TestRunner = {
    describe: (_title, body) => body(),
    it: (title, test) => tests.push({ title, test }),
  };
  describeProvider('Provider', make, { ...options, runner });
  const outcomes = new Map<string, string>();
  for (const { title, test } of tests) {
    outcomes.set(title, 'passed');
    const skip = (reason: string) => outcomes.set(title, `skipped: ${reason}`);
    await test({ skip }).catch((reason: unknown) => outcomes.set(title, String(reason)));
  }
  return outcomes;
}

/** The sentences of those that failed. */
export function failuresOf(outcomes: Outcomes): readonly string[] {
  return [...outcomes].flatMap(([title, outcome]) => (/^passed|^skipped/.test(outcome) ? [] : `${title}: ${outcome}`));
}
