import type { Customer } from '../../domain/customer.js';
import { defaultExpirationPolicy } from '../../domain/expirations.js';
import type { Call, CustomerDraft, CustomersProvider } from '../../providers/customers-provider.js';
import { callChecks } from './call-checks.js';
import type { Check } from './check.js';
import { detailChecks } from './detail-checks.js';
import { filterChecks } from './filter-checks.js';
import { hintChecks } from './hint-checks.js';
import { mutationChecks } from './mutation-checks.js';
import { orderChecks } from './order-checks.js';
import { SkippedCheck, Trial } from './trial.js';
import { windowChecks } from './window-checks.js';

/** The two functions of a test runner: those of Mocha, Vitest, Jest and `node:test` alike. */
export interface TestRunner {
  readonly describe: (title: string, body: () => void) => unknown;
  /** The third argument is the test's own time-out in milliseconds, which some runners take. */
  readonly it: (title: string, test: () => Promise<void>, timeout: number) => unknown;
}

/** How {@link describeProvider} judges. */
export interface ConformanceOptions<TProvider extends CustomersProvider = CustomersProvider> {
  /** The functions of the test runner. Default: the global ones. */
  readonly runner?: TestRunner;
  /**
   * Every customer that each provider has when it is made. Default: those that it lists when it is asked for all, and
   * then nobody can tell whether it leaves some out, or shows them otherwise than they are.
   */
  readonly customers?: readonly Customer[];
  /** What accompanies the questions. Default: English, UTC, now, the default thresholds. */
  readonly call?: Partial<Omit<Call, 'signal'>>;
  /** Milliseconds that one answer may take, giving up after an abort included. Default 5,000. */
  readonly answerWithin?: number;
  /** Milliseconds until a change is hinted. Default 5,000. */
  readonly hintWithin?: number;
  /** Milliseconds that one test may take. Default 60,000. */
  readonly testWithin?: number;
  /** The same seed asks the same questions. Default 1. */
  readonly seed?: number;
  /** Nothing is created, changed or deleted: for a provider of data that somebody needs. Default false. */
  readonly readOnly?: boolean;
  /** A draft of a customer that can be created, by its key; its name has to contain the key. Default: with one owner. */
  readonly draft?: (key: string) => CustomerDraft;
  /** Puts a customer in the place of the one with its ID, for the hints of a provider that has no `updateCustomer`. */
  readonly change?: (provider: TProvider, customer: Customer) => void | Promise<void>;
}

/**
 * Describes, as tests of your own test runner, everything that a provider has to do: windows, order, search and
 * filters, counts, abort, codes, permissions, changes and hints. What the provider does not offer is skipped, with the
 * reason.
 *
 * Questions that only read share one provider; each test that changes something has one of its own.
 *
 * ```ts
 * import { conformanceCustomers, describeProvider } from 'customers-overview/testing.js';
 *
 * const customers = conformanceCustomers({ now });
 * describeProvider('PortalProvider', () => new PortalProvider(serverWith(customers)), { customers, call: { now } });
 * ```
 *
 * @param name The provider's name, which heads the tests.
 * @param make Makes a provider; all of them have the same customers to begin with. One whose columns come late is
 *   waited for until they are there.
 */
export function describeProvider<TProvider extends CustomersProvider>(
  name: string,
  make: () => TProvider | Promise<TProvider>,
  options: ConformanceOptions<TProvider> = {},
): void {
  const { runner, readOnly = false, draft = plainDraft, change, hintWithin = 5_000, testWithin = 60_000 } = options;
  const globals: object = globalThis;
  // as: which globals there are is known to the runner alone
  const { describe, it } = runner ?? (globals as TestRunner);
  const trialOptions = {
    make,
    customers: options.customers,
    call: { locale: 'en', timeZone: 'UTC', now: new Date(), policy: defaultExpirationPolicy, ...options.call },
    answerWithin: options.answerWithin ?? 5_000,
    seed: options.seed ?? 1,
  };
  let shared: Promise<Trial<TProvider>> | undefined;
  const describeChecks = (
    title: string,
    checks: readonly Check<TProvider>[],
    begin: () => Promise<Trial<TProvider>>,
  ) => {
    describe(title, () => {
      for (const check of checks) it(check.title, testOf(check, begin, testWithin), testWithin);
    });
  };
  describe(name, () => {
    const reading = () => (shared ??= Trial.begin(trialOptions));
    describeChecks('windows', windowChecks, reading);
    describeChecks('order', orderChecks, reading);
    describeChecks('search and filters', filterChecks, reading);
    describeChecks('calls', callChecks, reading);
    describeChecks('one customer', detailChecks, reading);
    if (readOnly) return;
    describeChecks('changes', mutationChecks(draft), () => Trial.begin(trialOptions));
    describeChecks('hints', hintChecks(change, hintWithin), () => Trial.begin(trialOptions));
  });
}

/** What a runner gives a test, in `this` or as an argument, as far as a test is skipped and timed by it. */
interface TestContext {
  readonly skip?: (reason: string) => void;
  readonly timeout?: (milliseconds: number) => void;
  /** Mocha's test, which has no other place for the reason why it was skipped. */
  readonly test?: { title: string };
}

function testOf<TProvider extends CustomersProvider>(
  check: Check<TProvider>,
  begin: () => Promise<Trial<TProvider>>,
  testWithin: number,
): () => Promise<void> {
  // no argument is named, because Mocha and Jest would wait for a callback
  return async function test(this: unknown, ...[argument]: readonly unknown[]): Promise<void> {
    // as: what a runner gives is looked at before it is used
    const context = (argument ?? this ?? {}) as TestContext;
    if (typeof context.timeout === 'function') context.timeout(testWithin);
    try {
      await check.run(await begin());
    } catch (reason) {
      if (!(reason instanceof SkippedCheck)) throw reason;
      if (context.test) context.test.title += ` (skipped: ${reason.message})`;
      // Jest cannot skip a test that has begun
      if (context.skip) context.skip(reason.message);
      else console.info(`skipped: ${check.title}: ${reason.message}`);
    }
  };
}

function plainDraft(key: string): CustomerDraft {
  const owner = { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' };
  return { key, name: `Customer ${key}`, owners: [owner], capabilities: [{ capability: 'iam' }] };
}
