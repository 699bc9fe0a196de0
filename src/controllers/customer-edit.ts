import type { ReactiveControllerHost } from 'lit';
import { isOutcomeUnknown } from '../domain/change-outcome.js';
import {
  areComparable,
  areSame,
  changeProblems,
  changesOf,
  fieldsOf,
  withChanges,
  type CustomerChanges,
  type VersionChoice,
} from '../domain/customer-changes.js';
import type { CustomerFields, FieldProblems } from '../domain/customer-draft.js';
import type { CustomerDetails } from '../domain/customer.js';
import { VersionComparison } from '../domain/version-comparison.js';
import { canEdit } from '../domain/permissions.js';
import { refusedFields } from '../domain/refused-fields.js';
import { checkDetails } from '../providers/checked-details.js';
import { errorCodeOf, ProviderError } from '../providers/provider-error.js';
import { refusalReasonOf } from '../providers/refusal-reason.js';
import { readCustomer, sendChanges, type CustomerEditOptions } from './customer-exchange.js';
import type { EditOutcome, EditPhase } from './edit-phase.js';
import { newIdempotencyKey } from './idempotency-key.js';

/**
 * One viewer's edit of one customer, from its first letter to what the provider says of it. Nothing that somebody else
 * wrote meanwhile is overwritten unseen (`docs/rules.md §5.3`): a provider that keeps versions refuses a stale one; with
 * any other, the customer is read before and after each change. Nothing is sent twice by itself.
 */
export class CustomerEdit {
  readonly #host: ReactiveControllerHost;
  readonly #options: CustomerEditOptions;
  #phase: EditPhase = 'editing';
  #base: CustomerDetails;
  #fields: CustomerFields;
  #outcome: EditOutcome | undefined;
  #refused: FieldProblems = new Map();
  #hasTried = false;
  #comparison: VersionComparison | undefined;
  /** What was sent last, and its key: the same intent has the same key, however often it is sent. */
  #intent: { readonly of: string; readonly key: string } | undefined;

  constructor(host: ReactiveControllerHost, options: CustomerEditOptions) {
    this.#host = host;
    this.#options = options;
    this.#base = options.customer;
    this.#fields = fieldsOf(options.customer);
    if (!canEdit(options.customer)) this.#phase = 'closed';
  }

  get phase(): EditPhase {
    return this.#phase;
  }

  /** The customer as it was read last. */
  get customer(): CustomerDetails {
    return this.#base;
  }

  get fields(): CustomerFields {
    return this.#fields;
  }

  get outcome(): EditOutcome | undefined {
    return this.#outcome;
  }

  /** What is wrong with the form; nothing before the first try to save it. */
  get problems(): FieldProblems {
    return this.#hasTried ? new Map([...this.#refused, ...this.#found()]) : this.#refused;
  }

  /** What the viewer has to look at, while `phase` is `comparing`. */
  get comparison(): VersionComparison | undefined {
    return this.#comparison;
  }

  get hasUnsavedChanges(): boolean {
    return this.#phase !== 'closed' && !areSame(fieldsOf(this.#base), this.#fields);
  }

  /** Takes what the viewer has typed; while it is being saved, nothing. */
  change(fields: CustomerFields): void {
    if (this.#phase === 'editing') {
      this.#fields = fields;
      this.#refused = new Map();
      if (this.#outcome?.kind === 'saved') this.#outcome = undefined;
    }
    this.#host.requestUpdate();
  }

  choose(key: string, choice: VersionChoice): void {
    this.#comparison = this.#comparison?.choose(key, choice);
    this.#host.requestUpdate();
  }

  /** Drops what the viewer has changed, in favour of what is there. */
  discard(): void {
    this.#settle(this.#base, undefined);
  }

  /** Sends what was changed or chosen; gives whether there was anything sound to send. */
  async save(): Promise<boolean> {
    if (this.#comparison) {
      if (this.#comparison.open) return false;
      this.#fields = this.#comparison.fields;
      this.#comparison = undefined;
      this.#phase = 'editing';
    }
    if (this.#phase !== 'editing') return false;
    this.#hasTried = true;
    this.#outcome = undefined;
    this.#host.requestUpdate();
    const changes = changesOf(fieldsOf(this.#base), this.#fields);
    if (this.#found().size > 0 || Object.keys(changes).length === 0) return false;
    this.#phase = 'saving';
    if (this.#options.description?.versioned === true || (await this.#isUnchanged())) await this.#write(changes);
    return true;
  }

  /** Looks what came of a change whose outcome is not known. */
  async check(): Promise<void> {
    if (this.#phase !== 'unknown') return;
    this.#end('saving', undefined);
    await this.#readBack(changesOf(fieldsOf(this.#base), this.#fields));
  }

  #found(): FieldProblems {
    const offered = this.#options.description?.capabilities;
    return changeProblems(
      fieldsOf(this.#base),
      this.#fields,
      offered && new Set(offered.map(({ capability }) => capability)),
    );
  }

  /** Whether the customer is still as the viewer saw it, of a provider that would not refuse a stale version. */
  async #isUnchanged(): Promise<boolean> {
    const latest = await this.#read();
    if (latest === undefined) return false;
    if (!canEdit(latest) || !areSame(fieldsOf(latest), fieldsOf(this.#base)) || !areComparable(latest, this.#base)) {
      this.#compare(latest);
      return false;
    }
    this.#base = latest;
    return true;
  }

  async #write(changes: CustomerChanges): Promise<void> {
    const of = JSON.stringify([this.#base.version, changes]);
    if (this.#intent?.of !== of) this.#intent = { of, key: newIdempotencyKey() };
    let answer: unknown;
    try {
      answer = await sendChanges(this.#options, this.#base, changes, this.#intent.key);
    } catch (error) {
      this.#options.onError(error);
      await this.#failed(error, changes);
      return;
    }
    try {
      const after = checkDetails(answer, this.#base.id);
      if (this.#options.description?.versioned === true) this.#saved(after);
      else await this.#verify(after);
    } catch (error) {
      this.#options.onError(error);
      await this.#readBack(changes);
    }
  }

  async #failed(error: unknown, changes: CustomerChanges): Promise<void> {
    const code = errorCodeOf(error);
    const reason = refusalReasonOf(error);
    if (reason === 'outcome-unknown' || (reason === undefined && isOutcomeUnknown(code)))
      return this.#readBack(changes);
    if (code === 'not-found') return this.#end('closed', { kind: 'gone' });
    if (code === 'conflict' && reason === undefined) {
      const latest = await this.#read();
      if (latest) this.#compare(latest);
      return;
    }
    const fields = error instanceof ProviderError ? error.problem?.fields : undefined;
    this.#refused = refusedFields(this.#fields, { reason, fields });
    this.#end('editing', { kind: 'refused', code, reason });
    if (code !== 'forbidden' && reason !== 'capabilities-in-use') return;
    // the permission is read anew, and so is what may be taken away (`docs/rules.md §3.5`)
    const latest = await this.#read();
    if (!latest) return;
    if (!canEdit(latest)) this.#end('closed', { kind: 'forbidden' });
    else if (areSame(fieldsOf(latest), fieldsOf(this.#base))) this.#base = latest;
    this.#host.requestUpdate();
  }

  /** After a change by a provider without versions: whether somebody else wrote at the same moment. */
  async #verify(after: CustomerDetails): Promise<void> {
    const latest = await this.#read();
    if (latest === undefined) return this.#doubt();
    if (areSame(fieldsOf(latest), fieldsOf(after)) || areSame(fieldsOf(latest), this.#fields))
      return this.#saved(latest);
    this.#base = after;
    this.#compare(latest);
  }

  /** After a change whose answer never came: it was made, it was not, or somebody else has made another. */
  async #readBack(changes: CustomerChanges): Promise<void> {
    const latest = await this.#read();
    if (latest === undefined) return this.#doubt();
    if (areComparable(latest, this.#base) && areSame(fieldsOf(latest), withChanges(fieldsOf(latest), changes)))
      return this.#saved(latest);
    if (!areSame(fieldsOf(latest), fieldsOf(this.#base))) return this.#compare(latest);
    this.#base = latest;
    this.#end('editing', { kind: 'not-saved' });
  }

  #compare(latest: CustomerDetails): void {
    if (!canEdit(latest)) return this.#end('closed', { kind: 'forbidden' });
    if (!areComparable(latest, this.#base)) {
      return this.#end('editing', { kind: 'refused', code: 'unavailable', reason: undefined });
    }
    const comparison = VersionComparison.of(fieldsOf(this.#base), this.#fields, latest);
    if (comparison.differences.length === 0) return this.#saved(latest);
    this.#comparison = comparison;
    this.#base = latest;
    this.#end('comparing', undefined);
  }

  #saved(customer: CustomerDetails): void {
    this.#settle(customer, { kind: 'saved' });
    this.#options.onUpdated(customer);
  }

  /** What was sent could not be looked at; unless the reason is that it is gone, or no longer the viewer's to see. */
  #doubt(): void {
    if (this.#phase !== 'closed') this.#end('unknown', undefined);
  }

  #settle(customer: CustomerDetails, outcome: EditOutcome | undefined): void {
    this.#base = customer;
    this.#fields = fieldsOf(customer);
    this.#comparison = undefined;
    this.#refused = new Map();
    this.#hasTried = false;
    this.#intent = undefined;
    this.#end('editing', outcome);
  }

  #end(phase: EditPhase, outcome: EditOutcome | undefined): void {
    this.#phase = phase;
    this.#outcome = outcome;
    this.#host.requestUpdate();
  }

  /** The customer as it is by now; where it cannot be read, that is told. */
  async #read(): Promise<CustomerDetails | undefined> {
    try {
      return await readCustomer(this.#options, this.#base.id);
    } catch (error) {
      this.#options.onError(error);
      const code = errorCodeOf(error);
      if (code === 'not-found') this.#end('closed', { kind: 'gone' });
      else if (code === 'forbidden') this.#end('closed', { kind: 'forbidden' });
      else this.#end('editing', { kind: 'refused', code, reason: undefined });
      return undefined;
    }
  }
}
