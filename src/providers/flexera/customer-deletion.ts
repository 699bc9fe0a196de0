import type { MutationCall } from '../customers-provider.js';
import { ProviderError } from '../provider-error.js';
import { read, readOrNothing } from '../reading.js';
import { bulkResponseSchema, bulkResultSchema } from './api-schema.js';
import { failedOutcome, isAboutItem, isInDoubt, resultOutcome, type Outcome } from './change-outcome.js';
import type { FlexeraApi } from './flexera-api.js';
import type { FlexeraProviderOptions } from './flexera-options.js';
import type { HeldCustomers } from './held-customers.js';
import { customersPath, readManaged } from './list-reader.js';

/** What is deleted with, and from. */
interface Deletion {
  readonly api: FlexeraApi;
  readonly options: FlexeraProviderOptions;
  readonly held: HeldCustomers;
}

/** Deletes customers, and says of each what became of it. Where no answer comes, the list tells who is gone. */
export async function deleteCustomers(
  ids: readonly string[],
  deletion: Deletion,
  { signal }: MutationCall,
): Promise<readonly Outcome[]> {
  const outcomes = new Map<string, Outcome>();
  for (const id of ids) {
    const problem = problemWith(id, deletion);
    if (problem) outcomes.set(id, failedOutcome(id, problem));
  }
  const wanted = ids.filter((id) => !outcomes.has(id));
  if (wanted.length > 0) {
    const answers = await send(wanted, deletion, signal);
    for (const id of wanted) {
      const answer = answers.get(id);
      if (answer) outcomes.set(id, answer);
    }
    await lookUp(
      wanted.filter((id) => !outcomes.has(id)),
      outcomes,
      deletion,
      signal,
    );
  }
  return ids.map((id) => outcomes.get(id) ?? failedOutcome(id, new ProviderError('unknown')));
}

/** Why an ID is not even sent. */
function problemWith(id: string, { held }: Deletion): ProviderError | undefined {
  // a customer that owns its system is never deleted, whatever the server would say (`docs/rules.md §3.1`)
  if (held.held(id)?.listed.relationship === 'granted') return new ProviderError('forbidden');
  return /^[1-9]\d*$/.test(id) && Number.isSafeInteger(Number(id)) ? undefined : new ProviderError('not-found');
}

/** What the API says of each; who is missing is in doubt. */
async function send(
  ids: readonly string[],
  deletion: Deletion,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Outcome>> {
  const { api, options } = deletion;
  const [id = ''] = ids;
  try {
    if (ids.length > 1) return await sendMany(ids, deletion, signal);
    await api.write('delete', `${customersPath(options)}/${id}`, { signal });
    return new Map([[id, { key: id, id }]]);
  } catch (error) {
    signal.throwIfAborted();
    if (isInDoubt(error)) return new Map();
    if (ids.length > 1 || !isAboutItem(error)) throw error;
    return new Map([[id, goneOr(failedOutcome(id, error), deletion)]]);
  }
}

async function sendMany(
  ids: readonly string[],
  deletion: Deletion,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Outcome>> {
  const json = { customerIds: ids.map(Number) };
  const { body } = await deletion.api.write('post', `${customersPath(deletion.options)}/bulk-delete`, { json, signal });
  const outcomes = new Map<string, Outcome>();
  for (const item of read(bulkResponseSchema, body).results) {
    const result = readOrNothing(bulkResultSchema, item);
    if (result?.customerId === undefined) continue;
    const id = String(result.customerId);
    outcomes.set(id, goneOr(withReason(resultOutcome(id, result), result.errorCode, deletion), deletion));
  }
  return outcomes;
}

/** The bulk call says `INVALID_OPERATION` of a customer that has customers of its own. */
function withReason(outcome: Outcome, errorCode: string | undefined, { held }: Deletion): Outcome {
  const isTiered = held.held(outcome.key)?.listed.tiered === true;
  if (!outcome.error || errorCode !== 'INVALID_OPERATION' || !isTiered) return outcome;
  return { ...outcome, error: { ...outcome.error, reason: 'organization-has-children' } };
}

/** Who was listed and is not there any more is what was wanted: deleted, by an earlier try or by somebody else. */
function goneOr(outcome: Outcome, { held }: Deletion): Outcome {
  const { key: id, error } = outcome;
  return error?.code === 'not-found' && held.held(id) ? { key: id, id } : outcome;
}

async function lookUp(
  ids: readonly string[],
  outcomes: Map<string, Outcome>,
  { api, options }: Deletion,
  signal: AbortSignal,
): Promise<void> {
  if (ids.length === 0) return;
  try {
    const left = new Set((await readManaged(api, options, signal)).map(({ id }) => String(id)));
    for (const id of ids)
      outcomes.set(id, left.has(id) ? failedOutcome(id, new ProviderError('unavailable')) : { key: id, id });
  } catch (error) {
    signal.throwIfAborted();
    for (const id of ids) outcomes.set(id, failedOutcome(id, error, 'outcome-unknown'));
  }
}
