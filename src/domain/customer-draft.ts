import type { Owner } from './customer.js';
import { parseExpiry } from './expiry.js';

/** The platform capability that every customer has: always included, never removed (`docs/rules.md §5.1`). */
export const requiredCapability = 'iam';

/** The longest texts of a customer, in characters (`docs/rules.md §5.1`). */
export const fieldLimits = { name: 512, description: 4096, externalId: 256 } as const;

/** No more customers can be added or deleted at a time (`docs/rules.md §5.2`, `§5.4`). */
export const mostAtOnce = 100;

/** A capability in a form. */
export interface CapabilityFields {
  readonly capability: string;
  /** Its expiry as it was typed; blank: it does not expire. */
  readonly expires: string;
}

/** What a form knows of a customer: every field as it was typed, sound or not. */
export interface CustomerFields {
  readonly name: string;
  readonly externalId: string;
  readonly description: string;
  readonly owners: readonly Owner[];
  readonly capabilities: readonly CapabilityFields[];
}

/** The fields of a form without a customer: nothing but what every customer has. */
export const blankFields: CustomerFields = {
  name: '',
  externalId: '',
  description: '',
  owners: [{ firstName: '', lastName: '', email: '' }],
  capabilities: [{ capability: requiredCapability, expires: '' }],
};

/** The address of a field in {@link CustomerFields}: owners by their place, capabilities by their name. */
export type CustomerField = keyof CustomerFields | `owners.${number}.${keyof Owner}` | `capabilities.${string}`;

/**
 * Why a field cannot be sent.
 *
 * - `required`: it is blank, or an empty list.
 * - `too-long`: it is longer than {@link fieldLimits}.
 * - `not-an-email`: an owner's e-mail cannot be one.
 * - `not-offered`: the viewer's organization does not have that capability.
 * - `unreadable-date`: an expiry is neither a date nor a date-time with a zone.
 * - `duplicate`: another customer of the same list has the same name or external ID.
 * - `taken`: a customer that there is already has it.
 * - `refused`: the provider did not accept it.
 */
export type FieldProblem =
  'required' | 'too-long' | 'not-an-email' | 'not-offered' | 'unreadable-date' | 'duplicate' | 'taken' | 'refused';

/** What is wrong with which fields; in the order of the form. */
export type FieldProblems = ReadonlyMap<CustomerField, FieldProblem>;

/** As forms of web pages have it: no more than that can be said of an address that nobody has written to yet. */
const email = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i;

/**
 * What is wrong with the fields of one customer, by the rules of `docs/rules.md §5.1`. Never throws.
 *
 * @param offered The capabilities that the viewer's organization has, by name; absent where that is not known, and then
 *   any is taken.
 */
export function fieldProblems(fields: CustomerFields, offered?: ReadonlySet<string>): FieldProblems {
  const problems = new Map<CustomerField, FieldProblem>();
  const note = (field: CustomerField, problem: FieldProblem | undefined) => {
    if (problem !== undefined) problems.set(field, problem);
  };
  note('name', isBlank(fields.name) ? 'required' : tooLong(fields.name, fieldLimits.name));
  note('externalId', tooLong(fields.externalId, fieldLimits.externalId));
  note('description', tooLong(fields.description, fieldLimits.description));
  if (fields.owners.length === 0) note('owners', 'required');
  for (const [index, owner] of fields.owners.entries()) {
    note(`owners.${index}.firstName`, isBlank(owner.firstName) ? 'required' : undefined);
    note(`owners.${index}.lastName`, isBlank(owner.lastName) ? 'required' : undefined);
    note(`owners.${index}.email`, emailProblem(owner.email));
  }
  if (fields.capabilities.length === 0) note('capabilities', 'required');
  for (const { capability, expires } of fields.capabilities) {
    const isOffered = offered === undefined || offered.has(capability) || capability === requiredCapability;
    note(`capabilities.${capability}`, isOffered ? expiryProblem(expires) : 'not-offered');
  }
  return problems;
}

/**
 * Names and external IDs that more than one customer of a list has: nobody means to add one twice.
 *
 * @returns What to mark in each customer, by its place in the list.
 */
export function duplicateFields(list: readonly CustomerFields[]): readonly FieldProblems[] {
  const found = list.map(() => new Map<CustomerField, FieldProblem>());
  for (const field of ['name', 'externalId'] as const) {
    const firsts = new Map<string, number>();
    for (const [index, fields] of list.entries()) {
      const text = comparable(fields[field]);
      if (text === '') continue;
      const first = firsts.get(text);
      if (first === undefined) {
        firsts.set(text, index);
        continue;
      }
      found[first]?.set(field, 'duplicate');
      found[index]?.set(field, 'duplicate');
    }
  }
  return found;
}

/** A customer as it is sent: without the white space around its texts and without what is blank, `iam` always included. */
export function sentFields(fields: CustomerFields) {
  const { externalId, description } = fields;
  return {
    name: fields.name.trim(),
    ...(!isBlank(externalId) && { externalId: externalId.trim() }),
    ...(!isBlank(description) && { description: description.trim() }),
    owners: fields.owners.map((owner) => ({
      firstName: owner.firstName.trim(),
      lastName: owner.lastName.trim(),
      email: owner.email.trim(),
    })),
    capabilities: withRequired(fields.capabilities).map(({ capability, expires }) => ({
      capability,
      ...(!isBlank(expires) && { expires: expires.trim() }),
    })),
  };
}

/** Capabilities with the one that every customer has, in front where it was missing. */
export function withRequired(capabilities: readonly CapabilityFields[]): readonly CapabilityFields[] {
  const has = capabilities.some(({ capability }) => capability === requiredCapability);
  return has ? capabilities : [{ capability: requiredCapability, expires: '' }, ...capabilities];
}

/** Whether nothing has been filled in yet. */
export function isUntouched(fields: CustomerFields): boolean {
  return JSON.stringify(sentFields(fields)) === untouched;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

function tooLong(text: string, limit: number): FieldProblem | undefined {
  const sent = text.trim();
  // a character may take two places in a string
  return sent.length > limit && Array.from(sent).length > limit ? 'too-long' : undefined;
}

/** Whether a text may be an e-mail address, by the rule that fields for one have on web pages. */
export function isEmail(text: string): boolean {
  return email.test(text);
}

function emailProblem(text: string): FieldProblem | undefined {
  if (isBlank(text)) return 'required';
  return isEmail(text.trim()) ? undefined : 'not-an-email';
}

function expiryProblem(expires: string): FieldProblem | undefined {
  return isBlank(expires) || parseExpiry(expires.trim(), 'UTC') !== undefined ? undefined : 'unreadable-date';
}

function comparable(text: string): string {
  return text.trim().normalize().toLowerCase();
}

const untouched = JSON.stringify(sentFields(blankFields));
