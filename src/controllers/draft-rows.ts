import type { ReactiveControllerHost } from 'lit';
import type { ErrorCode } from '../domain/availability.js';
import { isOutcomeUnknown } from '../domain/change-outcome.js';
import { blankFields, isUntouched, mostAtOnce, sentFields, type CustomerFields } from '../domain/customer-draft.js';
import type { RefusalReason } from '../domain/refusal-reason.js';
import { checkBulkResult, type ItemOutcome } from '../providers/checked-bulk-result.js';
import type { Call, CustomerDraft, CustomersProvider } from '../providers/customers-provider.js';
import { errorCodeOf, ProviderError } from '../providers/provider-error.js';
import { refusalReasonOf } from '../providers/refusal-reason.js';
import { newIdempotencyKey } from './idempotency-key.js';

/** A customer that is being written. */
export interface DraftRow {
  /** Names it among the rows of its element, for good. */
  readonly key: string;
  readonly fields: CustomerFields;
  /** Whether its problems are shown: it has been left once, came from a file, or was to be sent. */
  readonly isRevealed: boolean;
  /** What became of it when it was sent last; gone with the next change of it. */
  readonly outcome?: Exclude<ItemOutcome, { readonly kind: 'done' }>;
}

/** A customer that was created. */
export interface CreatedCustomer {
  /** The organization ID, where the provider says it. */
  readonly id: string | undefined;
  readonly name: string;
}

/**
 * - `editing`: rows can be changed and sent.
 * - `sending`: an answer is waited for.
 * - `in-doubt`: nobody knows what became of the rows that were sent; nothing changes until the same ones are sent again.
 * - `forbidden`: the viewer may not add customers any more.
 */
export type DraftsStatus = 'editing' | 'sending' | 'in-doubt' | 'forbidden';

/** What {@link DraftRows} is told by its element. */
export interface DraftRowsOptions {
  readonly provider: () => CustomersProvider | undefined;
  readonly call: () => Omit<Call, 'signal'>;
  /** The provider said what became of the rows. */
  readonly onSettled: (created: readonly CreatedCustomer[]) => void;
  /** Sending failed as a whole. */
  readonly onError: (error: unknown) => void;
}

/** Rows that are sent together; sent again, they keep their key, so that no customer is made twice. */
interface Intent {
  readonly provider: CustomersProvider;
  readonly idempotencyKey: string;
  readonly drafts: readonly CustomerDraft[];
}

/**
 * Customers that are being written and sent. What was created leaves the rows; what failed stays, to be mended and sent
 * again. Nothing is ever sent again by itself.
 */
export class DraftRows {
  readonly #host: ReactiveControllerHost;
  readonly #options: DraftRowsOptions;
  #rows: readonly DraftRow[];
  #created: readonly CreatedCustomer[] = [];
  #lastKey = 0;
  /** What is under way, or in doubt. */
  #intent: Intent | undefined;
  #isSending = false;
  /** Who refused to let the viewer add customers. */
  #forbiddenBy: CustomersProvider | undefined;
  #failure: { readonly code: ErrorCode; readonly reason: RefusalReason | undefined } | undefined;

  constructor(host: ReactiveControllerHost, options: DraftRowsOptions) {
    this.#host = host;
    this.#options = options;
    this.#rows = [this.#rowOf(blankFields)];
  }

  get rows(): readonly DraftRow[] {
    return this.#rows;
  }

  /** What was created so far, in the order in which it was sent. */
  get created(): readonly CreatedCustomer[] {
    return this.#created;
  }

  get status(): DraftsStatus {
    if (this.#isSending) return 'sending';
    if (this.#intent !== undefined) return 'in-doubt';
    return this.#forbiddenBy !== undefined && this.#forbiddenBy === this.#options.provider() ? 'forbidden' : 'editing';
  }

  /** Why the rows could not be sent, where that failed as a whole; until they are sent again. */
  get failure(): { readonly code: ErrorCode; readonly reason: RefusalReason | undefined } | undefined {
    return this.#failure;
  }

  /** The rows in which something was filled in: those that would be sent, and lost. */
  get filled(): readonly DraftRow[] {
    return this.#rows.filter(({ fields }) => !isUntouched(fields));
  }

  /** How many more customers there is room for. */
  get room(): number {
    return mostAtOnce - this.filled.length;
  }

  /** What was typed into a row. */
  change(key: string, changes: Partial<CustomerFields>): void {
    if (this.status !== 'editing') return;
    this.#setRows(
      this.#rows.map((row) =>
        row.key === key ? { key, isRevealed: row.isRevealed, fields: { ...row.fields, ...changes } } : row,
      ),
    );
  }

  /** Shows the problems of these rows. */
  reveal(keys: readonly string[]): void {
    this.#setRows(this.#rows.map((row) => (keys.includes(row.key) ? { ...row, isRevealed: true } : row)));
  }

  /** The viewer has left a row: its problems are shown from now on, if something was filled in. */
  leave(key: string): void {
    const row = this.#rows.find((each) => each.key === key);
    if (row && !row.isRevealed && !isUntouched(row.fields)) this.reveal([key]);
  }

  /** One more row, without anything in it. Gives its key; `undefined` where there is no room. */
  add(): string | undefined {
    if (this.status !== 'editing' || this.#rows.length >= mostAtOnce) return undefined;
    const row = this.#rowOf(blankFields);
    this.#setRows([...this.#rows, row]);
    return row.key;
  }

  /** Takes a row away; the last one makes room for an empty one. */
  remove(key: string): void {
    if (this.status !== 'editing') return;
    this.#setRows(this.#rows.filter((row) => row.key !== key));
  }

  /** Takes in customers from elsewhere, as many as there is room for, in the place of rows without anything in them. */
  import(customers: readonly CustomerFields[]): void {
    if (this.status !== 'editing') return;
    const imported = customers.slice(0, this.room).map((fields) => ({ ...this.#rowOf(fields), isRevealed: true }));
    this.#setRows([...this.filled, ...imported]);
  }

  /** Lets the viewer try again after {@link DraftsStatus} `forbidden`. */
  allow(): void {
    this.#forbiddenBy = this.#failure = undefined;
    this.#host.requestUpdate();
  }

  /**
   * Sends the filled rows. After an outcome that nobody knows it sends the same rows to the same provider with the same
   * key, whatever has changed since: that finds out. While an answer is waited for it does nothing.
   */
  async send(): Promise<void> {
    const wasInDoubt = this.#intent !== undefined;
    const intent = this.#intent ?? this.#newIntent();
    if (this.#isSending || intent === undefined || this.status === 'forbidden') return;
    this.#intent = intent;
    this.#isSending = true;
    this.#failure = undefined;
    this.#host.requestUpdate();
    try {
      // an answer is worth having also when the host has left the page by then: nobody takes back what was sent
      const call = { ...this.#options.call(), signal: new AbortController().signal };
      const { provider, drafts, idempotencyKey } = intent;
      if (!provider.createCustomers) throw new ProviderError('unsupported');
      const answer = await provider.createCustomers(drafts, { ...call, idempotencyKey });
      const keys = drafts.map(({ key }) => key);
      this.#settle(intent, checkBulkResult(answer, keys));
    } catch (error) {
      this.#fail(intent, error, wasInDoubt);
    }
  }

  #newIntent(): Intent | undefined {
    const provider = this.#options.provider();
    const drafts = this.filled.map(({ key, fields }) => ({ key, ...sentFields(fields) }));
    return provider && drafts.length > 0 ? { provider, drafts, idempotencyKey: newIdempotencyKey() } : undefined;
  }

  #settle(intent: Intent, outcomes: ReadonlyMap<string, ItemOutcome>): void {
    this.#isSending = false;
    const created: CreatedCustomer[] = [];
    const rows: DraftRow[] = [];
    for (const row of this.#rows) {
      const outcome = outcomes.get(row.key);
      if (outcome?.kind === 'done') created.push({ id: outcome.id, name: row.fields.name.trim() });
      else rows.push(outcome === undefined ? row : { ...row, isRevealed: true, outcome });
    }
    const isInDoubt = [...outcomes.values()].some(({ kind }) => kind === 'unknown');
    this.#intent = isInDoubt ? intent : undefined;
    this.#created = [...this.#created, ...created];
    this.#setRows(rows);
    this.#options.onSettled(created);
  }

  #fail(intent: Intent, error: unknown, wasInDoubt: boolean): void {
    this.#isSending = false;
    const code = errorCodeOf(error);
    const reason = refusalReasonOf(error);
    this.#failure = { code, reason };
    const isInDoubt = reason === 'outcome-unknown' || (reason === undefined && isOutcomeUnknown(code));
    // a later refusal says nothing of what was sent before it
    if (!isInDoubt && !wasInDoubt) this.#intent = undefined;
    if (code === 'forbidden') this.#forbiddenBy = intent.provider;
    this.#host.requestUpdate();
    this.#options.onError(error);
  }

  #rowOf(fields: CustomerFields): DraftRow {
    this.#lastKey += 1;
    return { key: `row-${this.#lastKey}`, fields, isRevealed: false };
  }

  #setRows(rows: readonly DraftRow[]): void {
    this.#rows = rows.length > 0 ? rows : [this.#rowOf(blankFields)];
    this.#host.requestUpdate();
  }
}
