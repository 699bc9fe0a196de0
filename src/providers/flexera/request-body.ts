import { startOfCalendarDay } from '../../domain/calendar.js';
import type { Owner } from '../../domain/customer.js';
import { requiredCapability } from '../../domain/customer-draft.js';
import { parseExpiry } from '../../domain/expiry.js';
import type { Call, CustomerDraft, CustomerPatch } from '../customers-provider.js';
import { ProviderError } from '../provider-error.js';
import { readOrNothing } from '../reading.js';
import { capabilitySchema, type ApiCustomer } from './api-schema.js';

/** A capability as the API takes it. */
interface CapabilityBody {
  readonly name: string;
  readonly expiresAt?: string;
  readonly hasCustomExpiry?: boolean;
}

/** A customer as the API takes it; a change has only what it changes. */
export interface CustomerBody {
  readonly name?: string;
  readonly externalId?: string;
  readonly description?: string;
  readonly owners?: readonly Owner[];
  readonly capabilities?: readonly CapabilityBody[];
}

/**
 * What a draft or a change is sent as.
 *
 * @param before The customer that is changed: a capability that keeps its expiry is sent as it is there, so that an
 *   expiry that follows the parent's goes on doing so.
 * @throws ProviderError `invalid-input` for an expiry that cannot be read.
 */
export function customerBody(
  { name, externalId, description, owners, capabilities }: CustomerDraft | CustomerPatch,
  { timeZone }: Pick<Call, 'timeZone'>,
  before?: ApiCustomer,
): CustomerBody {
  return {
    ...(name !== undefined && { name }),
    ...(externalId !== undefined && { externalId }),
    ...(description !== undefined && { description }),
    // nothing else that a caller's objects may hold is sent
    ...(owners && { owners: owners.map(({ firstName, lastName, email }) => ({ firstName, lastName, email })) }),
    ...(capabilities && { capabilities: capabilityBodies(capabilities, timeZone, before) }),
  };
}

function capabilityBodies(
  capabilities: CustomerDraft['capabilities'],
  timeZone: string,
  before: ApiCustomer | undefined,
): readonly CapabilityBody[] {
  const known = new Map((before?.capabilities ?? []).map((item) => capabilityBefore(item)));
  const bodies = capabilities.map(({ capability: name, expires }): CapabilityBody => {
    const kept = known.get(name);
    if (kept && kept.expiresAt === expires) return kept;
    return expires === undefined ? { name } : { name, expiresAt: instantOf(expires, timeZone), hasCustomExpiry: true };
  });
  if (bodies.some(({ name }) => name === requiredCapability)) return bodies;
  return [...bodies, known.get(requiredCapability) ?? { name: requiredCapability }];
}

function capabilityBefore(item: unknown): readonly [name: string, body: CapabilityBody] {
  const { name = '', expiresAt, hasCustomExpiry } = readOrNothing(capabilitySchema, item) ?? {};
  const expiry = typeof expiresAt === 'string' && { expiresAt };
  return [name, { name, ...expiry, ...(hasCustomExpiry !== undefined && { hasCustomExpiry }) }];
}

/** The API takes instants alone: a date lasts through its day, so it is the last second of it. */
function instantOf(expires: string, timeZone: string): string {
  const expiry = parseExpiry(expires, timeZone);
  if (!expiry) throw new ProviderError('invalid-input', 'An expiry cannot be read');
  const instant =
    expiry.kind === 'instant' ? expiry.instant : Number(startOfCalendarDay(expiry.day + 1, timeZone)) - 1000;
  return new Date(instant).toISOString();
}
