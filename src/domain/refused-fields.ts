import type { CustomerField, CustomerFields, FieldProblem, FieldProblems } from './customer-draft.js';
import type { RefusalReason } from './refusal-reason.js';

/** What a refusal says of a customer's fields. */
export interface Refusal {
  readonly reason?: RefusalReason | undefined;
  /** The fields to blame, by their address in what was sent. */
  readonly fields?: readonly { readonly field: string }[] | undefined;
}

const fieldsOfReasons: Readonly<Partial<Record<RefusalReason, readonly [CustomerField, FieldProblem]>>> = {
  'name-taken': ['name', 'taken'],
  'external-id-taken': ['externalId', 'taken'],
  'capabilities-not-allowed': ['capabilities', 'refused'],
};

/** What a refusal marks in a form; an address that the form does not have marks nothing. */
export function refusedFields(fields: CustomerFields, { reason, fields: refused = [] }: Refusal): FieldProblems {
  const known = new Set<string>(addressesIn(fields));
  const problems = new Map<CustomerField, FieldProblem>();
  for (const { field } of refused) {
    // it is one of the form's own
    if (known.has(field)) problems.set(field as CustomerField, 'refused');
  }
  const [field, problem] = (reason && fieldsOfReasons[reason]) ?? [];
  if (field !== undefined && problem !== undefined) problems.set(field, problem);
  return problems;
}

/** The address of every field of a form. */
function addressesIn({ owners, capabilities }: CustomerFields): readonly CustomerField[] {
  return [
    'name',
    'externalId',
    'description',
    'owners',
    ...owners.flatMap((_, index): CustomerField[] => [
      `owners.${index}.firstName`,
      `owners.${index}.lastName`,
      `owners.${index}.email`,
    ]),
    'capabilities',
    ...capabilities.map(({ capability }): CustomerField => `capabilities.${capability}`),
  ];
}
