import { changeProblems, fieldsOf, withChanges } from '../../../domain/customer-changes.js';
import {
  fieldProblems,
  mostAtOnce,
  sentFields,
  type CustomerFields,
  type FieldProblems,
} from '../../../domain/customer-draft.js';
import type { CustomerDetails } from '../../../domain/customer.js';
import type { BulkResult, CustomerDraft, CustomerPatch } from '../../customers-provider.js';
import { ProviderError } from '../../provider-error.js';

/** The capabilities that may be given; any where that is not known. */
export type Offered = ReadonlySet<string> | undefined;

/** A customer as it is written, all fields sound. */
export type SoundFields = ReturnType<typeof sentFields>;

/**
 * A draft as it is written.
 *
 * @throws ProviderError `invalid-input`, with the fields to blame.
 */
export function checkDraft(draft: CustomerDraft, offered: Offered): SoundFields {
  const { name, externalId = '', description = '', owners } = draft;
  const capabilities = draft.capabilities.map(({ capability, expires = '' }) => ({ capability, expires }));
  const fields: CustomerFields = { name, externalId, description, owners, capabilities };
  demandSound(fieldProblems(fields, offered));
  return sentFields(fields);
}

/**
 * The fields that a patch names, as they are written; a text that was emptied is absent. Only these are checked: what the
 * customer had before may stay.
 *
 * @throws ProviderError As {@link checkDraft}.
 */
export function checkPatch(before: CustomerDetails, patch: CustomerPatch, offered: Offered): Partial<SoundFields> {
  const fields = fieldsOf(before);
  const { name = fields.name, externalId = fields.externalId, description = fields.description } = patch;
  const { owners = fields.owners, capabilities } = patch;
  const changes = { name, externalId, description, owners, ...(capabilities && { capabilities }) };
  const after = withChanges(fields, changes);
  demandSound(changeProblems(fields, after, offered));
  const sent = sentFields(after);
  return {
    ...(patch.name !== undefined && { name: sent.name }),
    ...(patch.externalId !== undefined && { externalId: sent.externalId }),
    ...(patch.description !== undefined && { description: sent.description }),
    ...(patch.owners && { owners: sent.owners }),
    ...(capabilities && { capabilities: sent.capabilities }),
  };
}

function demandSound(problems: FieldProblems): void {
  if (problems.size === 0) return;
  const fields = Array.from(problems.keys(), (field) => ({ field }));
  const isNotAllowed = [...problems.values()].includes('not-offered');
  throw new ProviderError('invalid-input', `Refused: ${[...problems.keys()].join(', ')}`, {
    problem: { fields },
    ...(isNotAllowed && { reason: 'capabilities-not-allowed' }),
  });
}

/** @throws ProviderError `invalid-input` for more than a change may be about. */
export function demandFew(items: readonly unknown[]): void {
  if (items.length > mostAtOnce) throw new ProviderError('invalid-input', `At most ${mostAtOnce} customers at once`);
}

/** What became of one item: the others go on without it. */
export function outcomeOf(key: string, change: () => string): BulkResult['outcomes'][number] {
  try {
    return { key, id: change() };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    const { code, reason, message, problem } = error;
    return {
      key,
      error: { code, message, ...(reason && { reason }), ...(problem?.fields && { fields: problem.fields }) },
    };
  }
}
