import type { CustomerCapability, CustomerDetails } from './customer.js';
import {
  fieldProblems,
  requiredCapability,
  sentFields,
  type CapabilityFields,
  type CustomerFields,
  type FieldProblems,
} from './customer-draft.js';
import type { Owner } from './customer.js';

/**
 * Why a capability that a customer has cannot be taken away (`docs/rules.md §5.3`).
 *
 * - `required`: every customer has it.
 * - `in-use`: the customer's own customers use it.
 * - `tiered`: a customer with customers of its own gains capabilities, and keeps those it has.
 */
export type KeptReason = 'required' | 'in-use' | 'tiered';

/** Why a capability cannot be taken away from a customer; `undefined` where it can. */
export function keptReason(
  { capability, inUse }: Pick<CustomerCapability, 'capability' | 'inUse'>,
  { tiered }: Pick<CustomerDetails, 'tiered'> = {},
): KeptReason | undefined {
  if (capability === requiredCapability) return 'required';
  if (inUse === true) return 'in-use';
  return tiered === true ? 'tiered' : undefined;
}

/** The fields of a form that edits a customer. What could not be read has none, and a change leaves it as it is. */
export function fieldsOf({ name, externalId, description, owners, capabilities }: CustomerDetails): CustomerFields {
  return {
    name,
    externalId: externalId ?? '',
    description: description ?? '',
    owners: owners.state === 'ready' ? owners.value : [],
    capabilities:
      capabilities?.state === 'ready'
        ? capabilities.value.map(({ capability, expires = '' }) => ({ capability, expires }))
        : [],
  };
}

/** Whether the same fields of two versions of a customer could be read, so that they can be compared. */
export function areComparable(some: CustomerDetails, other: CustomerDetails): boolean {
  return (
    (some.owners.state === 'ready') === (other.owners.state === 'ready') &&
    (some.capabilities?.state === 'ready') === (other.capabilities?.state === 'ready')
  );
}

/**
 * What two people can change without getting in each other's way: one text, one owner or one capability. Owners are told
 * apart by their e-mail, capabilities by their name.
 */
export type CustomerFact =
  | { readonly field: 'name' | 'externalId' | 'description'; readonly text: string }
  | { readonly field: 'owners'; readonly owner: Owner }
  | { readonly field: 'capabilities'; readonly capability: CapabilityFields };

/** The facts of a customer by what tells them apart, as they are sent: without the white space around a text. */
type Facts = ReadonlyMap<string, CustomerFact>;

function factsOf(fields: CustomerFields): Facts {
  const { name, externalId = '', description = '', owners } = sentFields(fields);
  const facts = new Map<string, CustomerFact>([
    ['name', { field: 'name', text: name }],
    ['externalId', { field: 'externalId', text: externalId }],
    ['description', { field: 'description', text: description }],
  ]);
  for (const owner of owners) {
    const email = owner.email.toLowerCase();
    let key = `owners.${email}`;
    // nobody means two owners to have one e-mail, but where they do, neither is lost
    for (let place = 2; facts.has(key); place += 1) key = `owners.${email}.${place}`;
    facts.set(key, { field: 'owners', owner });
  }
  for (const { capability, expires } of fields.capabilities) {
    facts.set(`capabilities.${capability}`, {
      field: 'capabilities',
      capability: { capability, expires: expires.trim() },
    });
  }
  return facts;
}

function isSame(some: CustomerFact | undefined, other: CustomerFact | undefined): boolean {
  return JSON.stringify(some) === JSON.stringify(other);
}

function keysOf(...versions: readonly Facts[]): readonly string[] {
  return [...new Set(versions.flatMap((facts) => [...facts.keys()]))];
}

/** The changed fields of a customer, as a provider takes them; what is absent stays as it is. */
export interface CustomerChanges {
  readonly name?: string;
  readonly externalId?: string;
  readonly description?: string;
  readonly owners?: readonly Owner[];
  readonly capabilities?: readonly Omit<CustomerCapability, 'inUse'>[];
}

/** What has to be sent so that a customer whose fields are `before` has those of `after`. A text that was emptied is `''`. */
export function changesOf(before: CustomerFields, after: CustomerFields): CustomerChanges {
  const [old, wanted] = [factsOf(before), factsOf(after)];
  const changed = new Set(
    keysOf(old, wanted).flatMap((key) => {
      const [some, other] = [old.get(key), wanted.get(key)];
      return isSame(some, other) ? [] : [some?.field ?? other?.field];
    }),
  );
  const { name, externalId = '', description = '', owners, capabilities } = sentFields(after);
  return {
    ...(changed.has('name') && { name }),
    ...(changed.has('externalId') && { externalId }),
    ...(changed.has('description') && { description }),
    ...(changed.has('owners') && { owners }),
    ...(changed.has('capabilities') && { capabilities }),
  };
}

/** Whether two forms would say the same of a customer. */
export function areSame(some: CustomerFields, other: CustomerFields): boolean {
  return Object.keys(changesOf(some, other)).length === 0;
}

/** The fields of a customer after changes were made to it. */
export function withChanges(before: CustomerFields, changes: CustomerChanges): CustomerFields {
  const { capabilities, ...others } = changes;
  return {
    ...before,
    ...others,
    ...(capabilities && {
      capabilities: capabilities.map(({ capability, expires = '' }) => ({ capability, expires })),
    }),
  };
}

/**
 * What is wrong with the fields that were changed. What the customer had before may stay, sound or not: it is not sent, or
 * sent as it came.
 */
export function changeProblems(
  before: CustomerFields,
  after: CustomerFields,
  offered?: ReadonlySet<string>,
): FieldProblems {
  const changes = changesOf(before, after);
  const had = new Set([...before.owners, ...before.capabilities].map((item) => JSON.stringify(item)));
  const problems = new Map(fieldProblems(after, offered));
  for (const [address] of problems) {
    const [field = '', ...rest] = address.split('.');
    const item =
      field === 'owners'
        ? after.owners[Number(rest[0])]
        : after.capabilities.find(({ capability }) => capability === rest.join('.'));
    if (!Object.hasOwn(changes, field) || (item && had.has(JSON.stringify(item)))) problems.delete(address);
  }
  return problems;
}

/** Which of two versions of a fact is to stand. */
export type VersionChoice = 'mine' | 'theirs';

/** A fact of which there is more than one version by now. */
export interface VersionDifference {
  /** What tells it apart from the others. */
  readonly key: string;
  readonly field: CustomerFact['field'];
  /** As it was when the viewer began; `undefined`: it was not there. */
  readonly before: CustomerFact | undefined;
  /** As the viewer wants it. */
  readonly mine: CustomerFact | undefined;
  /** As somebody else has left it. */
  readonly theirs: CustomerFact | undefined;
  /** The version of whoever changed it alone; `undefined` where both did, and the viewer has to choose. */
  readonly suggested: VersionChoice | undefined;
  /** Why the viewer's version, without this capability, is not possible any more. */
  readonly kept: KeptReason | undefined;
}

/**
 * Every fact in which the versions of two people are not the same by now, in the order of the form. What both have
 * changed in the same way is no difference.
 *
 * @param latest The customer as somebody else has left it: what it keeps, it keeps (`docs/rules.md §5.3`).
 */
export function versionDifferences(
  before: CustomerFields,
  mine: CustomerFields,
  latest: CustomerDetails,
): readonly VersionDifference[] {
  const versions = { before: factsOf(before), mine: factsOf(mine), theirs: factsOf(fieldsOf(latest)) };
  const held = latest.capabilities?.state === 'ready' ? latest.capabilities.value : [];
  return keysOf(versions.before, versions.theirs, versions.mine)
    .flatMap((key): readonly VersionDifference[] => {
      const facts = {
        before: versions.before.get(key),
        mine: versions.mine.get(key),
        theirs: versions.theirs.get(key),
      };
      const field = (facts.theirs ?? facts.mine ?? facts.before)?.field;
      if (field === undefined || isSame(facts.mine, facts.theirs)) return [];
      const capability = facts.mine ? undefined : held.find((each) => `capabilities.${each.capability}` === key);
      const kept = capability && keptReason(capability, latest);
      const suggested =
        kept || isSame(facts.mine, facts.before) ? 'theirs' : isSame(facts.theirs, facts.before) ? 'mine' : undefined;
      return [{ key, field, ...facts, suggested, kept }];
    })
    .sort((a, b) => fieldOrder.indexOf(a.field) - fieldOrder.indexOf(b.field));
}

const fieldOrder: readonly CustomerFact['field'][] = ['name', 'externalId', 'description', 'owners', 'capabilities'];

/**
 * The fields of a customer once the viewer has chosen: those of `latest`, with the viewer's version of what is chosen to
 * be `mine`. What is not chosen stays as somebody else has left it.
 */
export function chosenFields(
  latest: CustomerFields,
  differences: readonly VersionDifference[],
  choices: ReadonlyMap<string, VersionChoice>,
): CustomerFields {
  const facts = new Map(factsOf(latest));
  for (const { key, mine, suggested, kept } of differences) {
    if (kept || (choices.get(key) ?? suggested) !== 'mine') continue;
    if (mine) facts.set(key, mine);
    else facts.delete(key);
  }
  const chosen = [...facts.values()];
  const textOf = (field: CustomerFact['field']) =>
    chosen.flatMap((fact) => (fact.field === field && 'text' in fact ? fact.text : [])).join('');
  return {
    name: textOf('name'),
    externalId: textOf('externalId'),
    description: textOf('description'),
    owners: chosen.flatMap((fact) => ('owner' in fact ? fact.owner : [])),
    capabilities: chosen.flatMap((fact) => ('capability' in fact ? fact.capability : [])),
  };
}
