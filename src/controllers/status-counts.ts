import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ListQuery } from '../domain/query.js';
import { checkPage } from '../providers/checked-page.js';
import type { Call, CustomersPage, CustomersProvider } from '../providers/customers-provider.js';
import type { CustomerResult } from './customer-result.js';
import { QueryTask } from './query-task.js';

/** What {@link StatusCounts} are told by their element. */
export interface StatusCountsOptions {
  /** What is on screen. */
  readonly result: () => CustomerResult | undefined;
  readonly call: () => Omit<Call, 'signal'>;
  /** Whether the provider counts at all. */
  readonly areOffered: () => boolean;
}

/**
 * How many customers of a result have each status, whichever statuses it is narrowed to. Asked once the rows are on
 * screen, which thus never wait for it, and anew when the rows are; another order or other statuses ask nothing.
 */
export class StatusCounts implements ReactiveController {
  readonly #options: StatusCountsOptions;
  readonly #task: QueryTask<readonly [CustomersProvider | undefined, string, number], CustomersPage['statusCounts']>;
  #result: CustomerResult | undefined;
  /** How often the same question has been asked anew. */
  #round = 0;

  constructor(host: ReactiveControllerHost, options: StatusCountsOptions) {
    this.#options = options;
    // before the task, which reads what is noted here
    host.addController(this);
    this.#task = new QueryTask(host, {
      args: () =>
        [this.#result?.provider, JSON.stringify(countedQuery(this.#result?.query ?? {})), this.#round] as const,
      isReady: ([provider]) => provider !== undefined && options.areOffered(),
      run: async ([provider, question], signal) => {
        const answer: unknown = await provider?.listCustomers(
          {
            // written a moment ago, from a query
            ...(JSON.parse(question) as ListQuery),
            page: { limit: 1, offset: 0 },
            include: ['statusCounts'],
          },
          { ...options.call(), signal },
        );
        return checkPage(answer).statusCounts;
      },
      // the tiles stay in their place while others are counted; what they say is a moment old
      sameSubject: ([before], [after]) => before === after,
    });
  }

  /** By status, as far as they are known. */
  get current(): CustomersPage['statusCounts'] {
    return this.#task.status === 'failed' ? undefined : this.#task.value;
  }

  /** Counts anew, because more is known by now. */
  recount(): void {
    this.#round += 1;
  }

  hostUpdate(): void {
    const result = this.#options.result();
    if (result === this.#result) return;
    if (result?.key === this.#result?.key) this.recount();
    this.#result = result;
  }
}

function countedQuery({ sort: _sort, pinned: _pinned, statuses: _statuses, ...query }: ListQuery): ListQuery {
  return query;
}
