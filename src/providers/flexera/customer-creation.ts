import { mostAtOnce } from '../../domain/customer-draft.js';
import type { BulkResult, CustomerDraft, MutationCall } from '../customers-provider.js';
import { ProviderError } from '../provider-error.js';
import { read, readOrNothing } from '../reading.js';
import { bulkResponseSchema, bulkResultSchema } from './api-schema.js';
import { failedOutcome, isAboutItem, isInDoubt, resultOutcome, type Outcome } from './change-outcome.js';
import type { FlexeraApi } from './flexera-api.js';
import type { FlexeraProviderOptions } from './flexera-options.js';
import { customersPath, readManaged } from './list-reader.js';
import { customerBody } from './request-body.js';

/** What one intent has come to, by the keys of its drafts. */
interface Intent {
  /** The managed customers that were there before. */
  readonly before: ReadonlySet<string>;
  readonly created: Map<string, string>;
  /** What was sent and not answered. */
  readonly inDoubt: Set<string>;
}

/** What the API says of each draft, by its place in the request. */
type Answers = Map<number, (key: string) => Outcome>;

/**
 * Creates customers through an API that knows no idempotency: what was created by an intent is remembered here, and
 * what was sent without an answer is looked up before it is sent again.
 */
export class CustomerCreation {
  readonly #api: FlexeraApi;
  readonly #options: FlexeraProviderOptions;
  readonly #intents = new Map<string, Intent>();
  readonly #underWay = new Map<string, Promise<BulkResult>>();

  constructor(api: FlexeraApi, options: FlexeraProviderOptions) {
    this.#api = api;
    this.#options = options;
  }

  /** @param before The IDs of the managed customers that are known by now. */
  async create(drafts: readonly CustomerDraft[], before: readonly string[], call: MutationCall): Promise<BulkResult> {
    if (drafts.length > mostAtOnce) throw new ProviderError('invalid-input', `At most ${mostAtOnce} at once`);
    const key = call.idempotencyKey;
    const creation = this.#underWay.get(key) ?? this.#create(drafts, before, call);
    this.#underWay.set(key, creation);
    try {
      return await creation;
    } finally {
      this.#underWay.delete(key);
    }
  }

  async #create(drafts: readonly CustomerDraft[], before: readonly string[], call: MutationCall): Promise<BulkResult> {
    const intent: Intent = this.#intents.get(call.idempotencyKey) ?? {
      before: new Set(before),
      created: new Map(),
      inDoubt: new Set(),
    };
    this.#intents.set(call.idempotencyKey, intent);
    const outcomes = new Map<string, Outcome>();
    const inDoubt = drafts.filter(({ key }) => intent.inDoubt.has(key));
    if (inDoubt.length > 0) await this.#lookUp(inDoubt, intent, call);
    const unsent = drafts.filter(({ key }) => !intent.created.has(key));
    if (unsent.length > 0) await this.#send(unsent, intent, outcomes, call);
    return {
      outcomes: drafts.map(({ key }) => {
        const id = intent.created.get(key);
        return id === undefined ? (outcomes.get(key) ?? failedOutcome(key, new ProviderError('unknown'))) : { key, id };
      }),
    };
  }

  async #send(
    drafts: readonly CustomerDraft[],
    intent: Intent,
    outcomes: Map<string, Outcome>,
    call: MutationCall,
  ): Promise<void> {
    const bodies = drafts.map((draft) => customerBody(draft, call));
    for (const { key } of drafts) intent.inDoubt.add(key);
    try {
      const send = bodies.length === 1 ? this.#sendOne(bodies[0], call.signal) : this.#sendMany(bodies, call.signal);
      const answers = await send;
      for (const [index, { key }] of drafts.entries()) {
        const outcome = answers.get(index)?.(key);
        if (!outcome) continue;
        intent.inDoubt.delete(key);
        if (outcome.id === undefined) outcomes.set(key, outcome);
        else intent.created.set(key, outcome.id);
      }
      await this.#resolve(drafts, intent, outcomes, new ProviderError('invalid-data'), call);
    } catch (error) {
      call.signal.throwIfAborted();
      if (isInDoubt(error)) return this.#resolve(drafts, intent, outcomes, error, call);
      for (const { key } of drafts) {
        intent.inDoubt.delete(key);
        outcomes.set(key, failedOutcome(key, error));
      }
      // what refuses all of them is no outcome of one: the caller hears of it
      if (drafts.length > 1 || !isAboutItem(error)) throw error;
    }
  }

  async #sendOne(json: unknown, signal: AbortSignal): Promise<Answers> {
    const { location } = await this.#api.write('post', customersPath(this.#options), { json, signal });
    const id = /\/customers\/(\d+)$/.exec(location ?? '')?.[1];
    // where the address is kept from the page, the new customer is looked up
    return new Map(id === undefined ? [] : [[0, (key: string) => ({ key, id })]]);
  }

  async #sendMany(bodies: readonly object[], signal: AbortSignal): Promise<Answers> {
    // a draft's key may be longer than the API takes, so that its place stands for it
    const customers = bodies.map((body, index) => ({ ...body, correlationId: String(index) }));
    const path = `${customersPath(this.#options)}/bulk`;
    const { body } = await this.#api.write('post', path, { json: { customers }, signal });
    const answers: Answers = new Map();
    for (const item of read(bulkResponseSchema, body).results) {
      const result = readOrNothing(bulkResultSchema, item);
      const isKnown = result?.status === 'failed' || result?.customerId !== undefined;
      if (result && isKnown) answers.set(Number(result.correlationId), (key) => resultOutcome(key, result));
    }
    return answers;
  }

  /** Looks up what is in doubt; what is not found there failed as `error` says, and what cannot be looked up stays in doubt. */
  async #resolve(
    drafts: readonly CustomerDraft[],
    intent: Intent,
    outcomes: Map<string, Outcome>,
    error: unknown,
    call: MutationCall,
  ): Promise<void> {
    const inDoubt = drafts.filter(({ key }) => intent.inDoubt.has(key));
    if (inDoubt.length === 0) return;
    try {
      await this.#lookUp(inDoubt, intent, call);
      for (const { key } of inDoubt) outcomes.set(key, failedOutcome(key, error));
    } catch (failure) {
      call.signal.throwIfAborted();
      for (const { key } of inDoubt) outcomes.set(key, failedOutcome(key, failure, 'outcome-unknown'));
    }
  }

  /** Finds drafts among the customers that were not there before: by external ID and name, each customer once. */
  async #lookUp(drafts: readonly CustomerDraft[], intent: Intent, { signal }: MutationCall): Promise<void> {
    const created = new Set(intent.created.values());
    const added = (await readManaged(this.#api, this.#options, signal)).filter(({ id }) => {
      return !intent.before.has(String(id)) && !created.has(String(id));
    });
    for (const { key, name, externalId = '' } of drafts) {
      const index = added.findIndex((other) => other.name === name && (other.externalId ?? '') === externalId);
      const [found] = index < 0 ? [] : added.splice(index, 1);
      if (!found) continue;
      intent.created.set(key, String(found.id));
      intent.inDoubt.delete(key);
    }
  }
}
