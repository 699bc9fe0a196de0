import type { ReactiveControllerHost } from 'lit';
import type { ErrorCode } from '../domain/availability.js';
import { isOutcomeUnknown } from '../domain/change-outcome.js';
import type { RefusalReason } from '../domain/refusal-reason.js';
import { checkBulkResult, type ItemOutcome } from '../providers/checked-bulk-result.js';
import type { CustomersProvider } from '../providers/customers-provider.js';
import { errorCodeOf } from '../providers/provider-error.js';
import { refusalReasonOf } from '../providers/refusal-reason.js';
import { answerInTime } from './answer-in-time.js';
import { readCustomer, type CustomerEditOptions } from './customer-exchange.js';
import { newIdempotencyKey } from './idempotency-key.js';

/** What became of one customer that was sent; `refused` without a code: it was looked for, and is still there. */
export type DeletionOutcome =
  | { readonly kind: 'deleting' | 'deleted' | 'unknown' }
  | { readonly kind: 'refused'; readonly code?: ErrorCode; readonly reason?: RefusalReason | undefined };

/** What a deletion asks, and whom it tells. */
export interface CustomerDeletionOptions {
  readonly provider: () => CustomersProvider | undefined;
  readonly call: CustomerEditOptions['call'];
  /** The provider has said that these are gone. */
  readonly onDeleted: (ids: readonly string[]) => void;
  readonly onError: (error: unknown) => void;
}

/** Deletes customers and keeps what became of each (`docs/rules.md §5.4`). Nothing is sent twice by itself. */
export class CustomerDeletion {
  readonly #host: ReactiveControllerHost;
  readonly #options: CustomerDeletionOptions;
  #outcomes: ReadonlyMap<string, DeletionOutcome> = new Map();
  #isWaiting = false;
  /** What was sent last, and its key: the same customers have the same key, however often they are sent. */
  #intent: { readonly of: string; readonly key: string } | undefined;

  constructor(host: ReactiveControllerHost, options: CustomerDeletionOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** By organization ID; empty before anything was sent. */
  get outcomes(): ReadonlyMap<string, DeletionOutcome> {
    return this.#outcomes;
  }

  /** Whether an answer is waited for, or to a look at what became of them. */
  get isWaiting(): boolean {
    return this.#isWaiting;
  }

  /** Those of an outcome. */
  idsOf(kind: DeletionOutcome['kind']): readonly string[] {
    return [...this.#outcomes].flatMap(([id, outcome]) => (outcome.kind === kind ? [id] : []));
  }

  /** Forgets what became of those before. */
  reset(): void {
    this.#outcomes = new Map();
    this.#intent = undefined;
  }

  /** Sends these customers; while an answer is waited for, nothing. */
  async send(ids: readonly string[]): Promise<void> {
    if (this.#isWaiting || ids.length === 0) return;
    const of = JSON.stringify(ids);
    if (this.#intent?.of !== of) this.#intent = { of, key: newIdempotencyKey() };
    const { key: idempotencyKey } = this.#intent;
    this.#isWaiting = true;
    this.#set(ids.map((id) => [id, { kind: 'deleting' }]));
    const { provider, call, onError } = this.#options;
    try {
      const answer = await answerInTime((signal) =>
        provider()?.deleteCustomers?.(ids, { ...call(), idempotencyKey, signal }),
      );
      this.#settle([...checkBulkResult(answer, ids)].map(([id, item]) => [id, outcomeOf(item)]));
    } catch (error) {
      const outcome = outcomeOfFailure(error);
      this.#settle(ids.map((id) => [id, outcome]));
      onError(error);
    }
  }

  /** Looks which of those whose outcome is not known are still there; stops where that cannot be read. */
  async check(): Promise<void> {
    const provider = this.#options.provider();
    if (this.#isWaiting || !provider) return;
    this.#isWaiting = true;
    this.#host.requestUpdate();
    const found: [string, DeletionOutcome][] = [];
    let failure: unknown;
    for (const id of this.idsOf('unknown')) {
      try {
        await readCustomer({ provider, call: this.#options.call }, id);
        found.push([id, { kind: 'refused' }]);
      } catch (error) {
        if (errorCodeOf(error) !== 'not-found') {
          failure = error;
          break;
        }
        found.push([id, { kind: 'deleted' }]);
      }
    }
    this.#settle(found);
    if (failure !== undefined) this.#options.onError(failure);
  }

  #settle(outcomes: readonly (readonly [string, DeletionOutcome])[]): void {
    this.#isWaiting = false;
    this.#set(outcomes);
    const deleted = outcomes.flatMap(([id, { kind }]) => (kind === 'deleted' ? [id] : []));
    if (deleted.length > 0) this.#options.onDeleted(deleted);
  }

  #set(outcomes: readonly (readonly [string, DeletionOutcome])[]): void {
    this.#outcomes = new Map([...this.#outcomes, ...outcomes]);
    this.#host.requestUpdate();
  }
}

function outcomeOf(item: ItemOutcome): DeletionOutcome {
  if (item.kind === 'done') return { kind: 'deleted' };
  if (item.kind === 'unknown') return { kind: 'unknown' };
  return { kind: 'refused', code: item.code, reason: item.reason };
}

function outcomeOfFailure(error: unknown): DeletionOutcome {
  const code = errorCodeOf(error);
  const reason = refusalReasonOf(error);
  return reason === 'outcome-unknown' || (reason === undefined && isOutcomeUnknown(code))
    ? { kind: 'unknown' }
    : { kind: 'refused', code, reason };
}
