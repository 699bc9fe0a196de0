// @ts-check
// What a customer may be created with or changed to (docs/rules.md §5.1).
import * as v from 'valibot';
import { isStorable } from './facts.mjs';
import { parseExpiry } from './sources.mjs';

/** @import { Entitlement } from '../../src/domain/expirations.js' */

/** @param {number} longest */
const text = (longest) => v.pipe(v.string(), v.maxLength(longest), v.check(isStorable, 'The text cannot be stored'));

const name = v.pipe(
  text(512),
  v.check((value) => value.trim() !== '', 'A name is required'),
);
const owners = v.pipe(
  v.array(v.object({ firstName: text(256), lastName: text(256), email: v.pipe(text(320), v.includes('@')) })),
  v.minLength(1, 'An owner is required'),
);
const capabilities = v.pipe(
  v.array(
    v.object({
      capability: v.pipe(text(128), v.nonEmpty()),
      expires: v.optional(
        v.pipe(
          text(40),
          v.check(
            (expiry) => parseExpiry(expiry, 'UTC') !== undefined,
            'An expiry is a date, or a date-time with a zone',
          ),
        ),
      ),
    }),
  ),
  v.minLength(1, 'A capability is required'),
);

/** The capability that every organization always has. */
const platformCapability = 'iam';

/** What the partner's organization has, and so may give to its customers. */
export const offeredCapabilities = [
  platformCapability,
  'IT Visibility',
  'IT Asset Management',
  'Cloud Cost Optimization',
  'Cloud Migration and Modernization',
  'Automation',
];

/** A draft, once its key is known. */
export const draftSchema = v.object({
  name,
  externalId: v.optional(text(256)),
  description: v.optional(text(4096)),
  owners,
  capabilities,
});

/** A merge patch: `null` takes away what may be absent. */
export const patchSchema = v.object({
  name: v.optional(name),
  externalId: v.nullish(text(256)),
  description: v.nullish(text(4096)),
  owners: v.optional(owners),
  capabilities: v.optional(capabilities),
});

/** @typedef {v.InferOutput<typeof draftSchema>} Draft */
/** @typedef {v.InferOutput<typeof patchSchema>} Patch */

/**
 * The entitlements of a customer whose capabilities are these from now on; what it had keeps its product and quantity.
 *
 * @param {string} customerId
 * @param {Draft['capabilities']} wanted
 * @param {readonly Entitlement[]} [before]
 * @returns {readonly Entitlement[]}
 */
export function entitlementsOf(customerId, wanted, before = []) {
  const platform = wanted.some(({ capability }) => capability === platformCapability);
  const all = platform ? wanted : [{ capability: platformCapability }, ...wanted];
  return all.map(({ capability, expires = null }, index) => ({
    id: `${customerId}-${index}`,
    product: 'Flexera One',
    ...before.find((entitlement) => entitlement.capability === capability),
    capability,
    expires,
  }));
}
