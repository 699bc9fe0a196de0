import type { Localization } from '../../controllers/localization.js';
import { fieldLimits, type CustomerField, type FieldProblems } from '../../domain/customer-draft.js';

/** What is wrong with a field, in words; `undefined` where nothing is. */
export function problemText(
  field: CustomerField,
  problems: FieldProblems,
  l10n: Localization<'customerFields'>,
): string | undefined {
  const problem = problems.get(field);
  if (problem === undefined) return undefined;
  const words = l10n.messages.customerFields;
  if (problem !== 'too-long') return words.problems[problem];
  // only these fields have a limit
  return words.tooLong(l10n.count(fieldLimits[field as keyof typeof fieldLimits]));
}
