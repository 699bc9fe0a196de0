import type { Customer } from '../../domain/customer.js';
import type { CustomersQuery, ListQuery } from '../../domain/query.js';
import { checkDescription } from '../../providers/checked-description.js';
import { checkPage } from '../../providers/checked-page.js';
import type {
  Call,
  CustomersPage,
  CustomersProvider,
  MutationCall,
  ProviderDescription,
} from '../../providers/customers-provider.js';
import { errorCodeOf } from '../../providers/provider-error.js';
import { Chance } from '../chance.js';

/** What a provider under trial does wrong; the message is a sentence about it. */
export class NonconformanceError extends Error {
  override readonly name = 'NonconformanceError';
}

/** A check that does not apply to this provider; the message is the reason. */
export class SkippedCheck extends Error {
  override readonly name = 'SkippedCheck';
}

/** What a trial goes by; every part has its value by now. */
export interface TrialOptions<TProvider extends CustomersProvider> {
  readonly make: () => TProvider | Promise<TProvider>;
  readonly customers: readonly Customer[] | undefined;
  readonly call: Omit<Call, 'signal'>;
  readonly answerWithin: number;
  readonly seed: number;
}

/** How many rows the elements ask for at once, and with them the kit. */
const windowLength = 100;

/** One provider under trial, with the truth that its answers are held against. */
export class Trial<TProvider extends CustomersProvider = CustomersProvider> {
  readonly provider: TProvider;
  readonly description: ProviderDescription;
  /** Everything that the provider should have. */
  readonly customers: readonly Customer[];
  /** The same choices in every run. */
  readonly chance: Chance;
  readonly #options: TrialOptions<TProvider>;
  #mutations = 0;

  private constructor(
    provider: TProvider,
    description: ProviderDescription,
    customers: readonly Customer[],
    options: TrialOptions<TProvider>,
  ) {
    this.provider = provider;
    this.description = description;
    this.customers = customers;
    this.chance = new Chance(options.seed);
    this.#options = options;
  }

  /** Makes a provider, and reads what it offers and, where nobody said what it has, everything that it has. */
  static async begin<TProvider extends CustomersProvider>(options: TrialOptions<TProvider>): Promise<Trial<TProvider>> {
    const provider = await options.make();
    const call = { ...options.call, signal: new AbortController().signal };
    const answer = (await provider.describe?.(call)) ?? { version: 1 };
    const description = checkDescription(answer);
    const trial = new Trial(provider, description, options.customers ?? [], options);
    if (options.customers) return trial;
    return new Trial(provider, description, await trial.listAll({}), options);
  }

  /** What accompanies a question; judged by the provider's own thresholds, where it has some. */
  call(signal: AbortSignal = new AbortController().signal): Call {
    const { call } = this.#options;
    return { ...call, policy: this.description.policy ?? call.policy, signal };
  }

  /** A call that changes something, with an intent of its own. */
  mutationCall(more: Partial<MutationCall> = {}): MutationCall {
    this.#mutations += 1;
    return { ...this.call(), idempotencyKey: `conformance-${Date.now()}-${this.#mutations}`, ...more };
  }

  /** What a question of the provider comes to; fails where it takes too long. */
  async answerOf<T>(what: string, ask: () => Promise<T>): Promise<T> {
    const { answerWithin } = this.#options;
    let question: Promise<T>;
    try {
      question = ask();
    } catch (thrown) {
      throw new NonconformanceError(`${what} throws, where it should reject: ${String(thrown)}`);
    }
    return within(answerWithin, question, `${what} did not answer within ${answerWithin} ms`);
  }

  /** The code that a question is refused with; fails where it is answered. */
  async refusalOf(what: string, ask: () => Promise<unknown>): Promise<string> {
    const outcome = await this.answerOf(what, ask).then(
      () => undefined,
      (reason: unknown) => ({ reason }),
    );
    if (!outcome) throw new NonconformanceError(`${what} was answered, where it should have been refused`);
    if (outcome.reason instanceof NonconformanceError) throw outcome.reason;
    const code = errorCodeOf(outcome.reason);
    if (code === 'unknown')
      throw new NonconformanceError(`${what} was refused without a code: ${String(outcome.reason)}`);
    return code;
  }

  /** One window, every row of which can be read. */
  async list(query: CustomersQuery): Promise<CustomersPage> {
    const what = `The question ${JSON.stringify(query)}`;
    const { items, ...page } = checkPage(
      await this.answerOf(what, () => this.provider.listCustomers(query, this.call())),
    );
    const customers = items.map((row, index) => {
      if (row.kind === 'customer') return row.customer;
      const fault = row.reason === 'duplicate' ? 'is a customer that stands above it' : 'cannot be read';
      throw new NonconformanceError(`${what}: row ${index} ${fault}`);
    });
    return { ...page, items: customers };
  }

  /** Every row that a question finds, window by window as the elements read them. */
  async listAll(question: ListQuery): Promise<readonly Customer[]> {
    return (await this.listWindows(question, windowLength, this.description.paging ?? 'offset')).flatMap(
      ({ items }) => items,
    );
  }

  /** The windows of a question, from the first to the last. */
  async listWindows(question: ListQuery, limit: number, by: 'offset' | 'cursor'): Promise<readonly CustomersPage[]> {
    const pages: CustomersPage[] = [];
    const windows = `${JSON.stringify(question)} in windows of ${limit} by ${by}`;
    const seen = new Set<string>();
    let offset = 0;
    let cursor: string | undefined;
    for (;;) {
      const snapshot = pages.at(-1)?.snapshot;
      const page = by === 'offset' ? { limit, offset } : { limit, ...(cursor !== undefined && { cursor }) };
      const answer = await this.list({ ...question, page, ...(snapshot !== undefined && { snapshot }) });
      if (answer.items.length > limit) {
        throw new NonconformanceError(`${windows}: a window has ${answer.items.length} rows`);
      }
      for (const { id } of answer.items) {
        // a list that goes round would never end
        if (seen.has(id)) throw new NonconformanceError(`${windows}: customer ${id} comes twice`);
        seen.add(id);
      }
      pages.push(answer);
      offset += answer.items.length;
      const isLast = by === 'offset' ? answer.items.length < limit : answer.nextCursor === undefined;
      if (isLast) return pages;
      if (answer.nextCursor !== undefined && answer.nextCursor === cursor) {
        throw new NonconformanceError(`${windows}: the cursor ${cursor} leads to itself`);
      }
      cursor = answer.nextCursor;
    }
  }

  /** Skips the check where a question of its kind is not offered. */
  async unlessUnsupported<T>(what: string, ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (reason) {
      if (errorCodeOf(reason) === 'unsupported') throw new SkippedCheck(`${what} is not offered (unsupported)`);
      throw reason;
    }
  }
}

/** Settles as a promise does; rejects with a sentence where that takes longer than a number of milliseconds. */
export async function within<T>(milliseconds: number, promise: Promise<T>, sentence: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new NonconformanceError(sentence)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
