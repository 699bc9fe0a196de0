import * as v from 'valibot';
import { list, orAbsent, text } from '../schema.js';
import { isCount } from '../value-checks.js';

/*
 * What the Flexera One API answers, as far as it is used here. Objects are rebuilt from these keys; what is optional
 * there and broken is left out, and what is needed decides whether an item can be read at all.
 */

/** An organization ID. JSON integers above 2^53 are not exact once they are read, so they are none. */
const organizationId = v.custom<number>((value) => Number.isSafeInteger(value) && Number(value) > 0);

/** A capability: by `name` in the customers API, by `capabilityName` in the organizations API. */
export const capabilitySchema = v.object({
  name: orAbsent(text),
  capabilityName: orAbsent(text),
  // anything, because a date that is none has to count as unreadable, not as absent
  expiresAt: v.optional(v.unknown()),
  hasCustomExpiry: orAbsent(v.boolean()),
  inUseByCustomers: orAbsent(v.boolean()),
});
export type ApiCapability = v.InferOutput<typeof capabilitySchema>;

/** A capability of the viewer's own organization; one that was taken away again is `offboarded`. */
export const offeredCapabilitySchema = v.object({ capabilityName: text, onboardingStatus: orAbsent(text) });

/** An owner as the customers API shows and takes one. */
const ownerSchema = v.object({
  firstName: v.fallback(text, ''),
  lastName: v.fallback(text, ''),
  email: text,
});

/** A managed customer; capabilities and owners come with the extended view alone. */
export const customerSchema = v.object({
  id: organizationId,
  name: text,
  externalId: orAbsent(text),
  description: orAbsent(text),
  numberOfCustomers: orAbsent(v.custom<number>(isCount)),
  updatedAt: orAbsent(text),
  capabilities: orAbsent(list),
  owners: orAbsent(list),
});
export type ApiCustomer = v.InferOutput<typeof customerSchema>;

export const ownersSchema = v.array(ownerSchema);

/** What is left of a customer without a readable ID. */
export const namedSchema = v.object({ name: text });

export const userOrganizationsSchema = v.object({ values: list });

/** An organization that the viewer belongs to. */
export const userOrganizationSchema = v.object({ id: organizationId, name: text, ref: orAbsent(text) });
export type ApiUserOrganization = v.InferOutput<typeof userOrganizationSchema>;

export const privilegesReportSchema = v.object({ privileges: list });
export const privilegeSchema = v.object({ privilegeId: text, scopePrivileges: list });
export const scopeSchema = v.object({ scope: text });

export const bulkResponseSchema = v.object({ results: list });

/** The outcome of one item of a bulk call. */
export const bulkResultSchema = v.object({
  correlationId: orAbsent(text),
  customerId: orAbsent(organizationId),
  status: v.picklist(['success', 'failed']),
  errorCode: orAbsent(text),
  errorMessage: orAbsent(text),
});
export type ApiBulkResult = v.InferOutput<typeof bulkResultSchema>;

/** The body of a refusal, in both of the forms that the API has. */
export const apiErrorSchema = v.object({ name: orAbsent(text), message: orAbsent(text), id: orAbsent(text) });
