import type { Localization } from '../../controllers/localization.js';
import type { DraftRow } from '../../controllers/draft-rows.js';
import {
  duplicateFields,
  fieldProblems,
  type CustomerField,
  type CustomerFields,
  type FieldProblems,
} from '../../domain/customer-draft.js';
import { refusedFields } from '../../domain/refused-fields.js';
import type { OfferedCapability } from '../../providers/customers-provider.js';
import { capabilityName } from '../customer-fields/capability-fields.template.js';

/** The words of the panel that adds customers. */
export type AddLocalization = Localization<'addCustomers' | 'customerFields' | 'refusals'>;

/** A row as it is shown. */
export interface DraftView {
  readonly row: DraftRow;
  /** As in "Customer 3". */
  readonly label: string;
  /** What has to be mended before it can be sent. */
  readonly problems: FieldProblems;
  /** The same and what was refused before, as far as it is shown yet. */
  readonly shown: FieldProblems;
}

const none: FieldProblems = new Map();

/** Every row with what is wrong in it. */
export function draftViews(
  rows: readonly DraftRow[],
  offered: readonly OfferedCapability[] | undefined,
  l10n: AddLocalization,
): readonly DraftView[] {
  const names = offered && new Set(offered.map(({ capability }) => capability));
  const duplicates = duplicateFields(rows.map(({ fields }) => fields));
  return rows.map((row, index) => {
    const problems = new Map([...(duplicates[index] ?? []), ...fieldProblems(row.fields, names)]);
    const refused = row.outcome?.kind === 'refused' ? refusedFields(row.fields, row.outcome) : none;
    return {
      row,
      label: l10n.messages.addCustomers.row(l10n.formatNumber(index + 1)),
      problems,
      shown: row.isRevealed ? new Map([...refused, ...problems]) : none,
    };
  });
}

/** The id of what is filled in for a field; of the group of fields for a list of them. */
export function fieldId(key: string, field: CustomerField, { capabilities }: CustomerFields): string {
  const [list, place, name] = field.split('.');
  if (list === 'owners' && name !== undefined) return `${key}-owner-${place}-${name}`;
  if (list !== 'capabilities' || place === undefined) return `${key}-${field}`;
  const index = capabilities.findIndex(({ capability }) => field === `capabilities.${capability}`);
  return `${key}-capability-${index}-expires`;
}

/** What a reader calls a field. */
export function fieldName(
  field: CustomerField,
  offered: readonly OfferedCapability[] | undefined,
  l10n: AddLocalization,
): string {
  const words = l10n.messages.customerFields;
  const [list, place, name] = field.split('.');
  // the addresses are the domain's own, and so are the words that stand for them
  if (list === 'owners' && name !== undefined)
    return `${words.owner(l10n.formatNumber(Number(place) + 1))}, ${words[name as 'firstName' | 'lastName' | 'email']}`;
  if (list === 'capabilities' && place !== undefined)
    return capabilityName(field.slice('capabilities.'.length), offered ?? []);
  return words[field as keyof CustomerFields];
}
