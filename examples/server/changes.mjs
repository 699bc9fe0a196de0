// @ts-check
// Creating, editing and deleting: each change is one transaction, and the same key changes nothing twice.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import * as v from 'valibot';
import { detailsOf, findCustomer, putCustomers } from './customers.mjs';
import { draftSchema, entitlementsOf, offeredCapabilities, patchSchema } from './draft.mjs';
import { Problem } from './problem.mjs';
import { permits } from './roles.mjs';
import { defaultExpirationPolicy, summarizeEntitlements } from './sources.mjs';

/** @import { Kysely, Transaction } from 'kysely' */
/** @import { Entitlement } from '../../src/domain/expirations.js' */
/** @import { BulkResult, CustomersHint } from '../../src/providers/customers-provider.js' */
/** @import { Role } from './roles.mjs' */

/** How many customers one request may create or delete. */
export const mostAtOnce = 100;

/** How many changes are remembered; a process that missed more reads everything anew. */
const keptChanges = 1_000;

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {any} body A problem, or what was asked for.
 * @property {string} [etag]
 * @property {CustomersHint} [hint] What everybody else is told.
 * @property {readonly string[]} [changed] The customers that are new, different or gone.
 */

/**
 * Carries a change out once. For a key that was answered before, the answer is the same again, a refusal included.
 *
 * @param {Kysely<any>} database
 * @param {{ role: Role, key: string, request: unknown }} intent `request`: all that the key stands for.
 * @param {(transaction: Transaction<any>) => Promise<Answer>} change
 * @returns {Promise<Answer>}
 */
export async function once(database, { role, key, request }, change) {
  const requestHash = createHash('sha256').update(JSON.stringify(request)).digest('base64url');
  return database.transaction().execute(async (transaction) => {
    // changes come one after the other, and whoever counts on the revision sees each of them
    await sql`update revision set value = value where id`.execute(transaction);
    const [known] = await transaction
      .selectFrom('idempotency_keys')
      .selectAll()
      .where('viewer', '=', role.name)
      .where('key', '=', key)
      .execute();
    if (known && known.request_hash !== requestHash) {
      throw new Problem(422, 'This Idempotency-Key came with another request before.');
    }
    if (known) return known.answer;
    /** @type {Answer} */
    const answer = await change(transaction).catch((error) => {
      if (!(error instanceof Problem)) throw error;
      return { status: error.status, body: error.toJSON() };
    });
    if (answer.changed) await noteChange(transaction, answer.changed);
    // a hint is given once
    const kept = { ...answer, hint: undefined, changed: undefined };
    await transaction
      .insertInto('idempotency_keys')
      .values({ viewer: role.name, key, request_hash: requestHash, answer: JSON.stringify(kept) })
      .execute();
    await sql`delete from idempotency_keys where answered_at < now() - interval '2 days'`.execute(transaction);
    return answer;
  });
}

/**
 * Raises the revision, and tells all processes whom the change was about.
 *
 * @param {Transaction<any>} transaction
 * @param {readonly string[]} ids
 */
export async function noteChange(transaction, ids) {
  await sql`with now as (update revision set value = value + 1 returning value)
    insert into revision_changes (revision, ids) select value, ${ids}::bigint[] from now`.execute(transaction);
  await sql`delete from revision_changes
    where revision <= (select value from revision) - ${sql.lit(keptChanges)}`.execute(transaction);
}

/**
 * @param {Transaction<any>} transaction
 * @param {readonly any[]} drafts With distinct keys.
 * @param {Role} role
 * @returns {Promise<Answer>}
 */
export async function createCustomers(transaction, drafts, role) {
  /** @type {BulkResult['outcomes'][number][]} */
  const outcomes = [];
  for (const draft of drafts)
    outcomes.push({ key: draft.key, ...(await attempt(() => create(transaction, draft, role))) });
  return answerTo(outcomes);
}

/**
 * @param {Transaction<any>} transaction
 * @param {readonly string[]} ids
 * @param {Role} role
 * @returns {Promise<Answer>}
 */
export async function deleteCustomers(transaction, ids, role) {
  /** @type {BulkResult['outcomes'][number][]} */
  const outcomes = [];
  for (const id of ids) outcomes.push({ key: id, ...(await attempt(() => remove(transaction, id, role))) });
  return answerTo(outcomes);
}

/**
 * @param {readonly BulkResult['outcomes'][number][]} outcomes
 * @returns {Answer}
 */
function answerTo(outcomes) {
  const changed = outcomes.flatMap(({ id, error }) => (id === undefined || error ? [] : [id]));
  return { status: 200, body: { outcomes }, ...(changed.length > 0 && { changed, hint: { type: 'invalidated' } }) };
}

/**
 * What became of one item: the others go on without it.
 *
 * @param {() => Promise<string>} change
 */
async function attempt(change) {
  try {
    return { id: await change() };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { reason, fields } = error.blame;
    return {
      error: { code: error.code, message: error.message, ...(reason && { reason }), ...(fields && { fields }) },
    };
  }
}

/**
 * @param {Transaction<any>} transaction
 * @param {unknown} unchecked
 * @param {Role} role
 */
async function create(transaction, unchecked, role) {
  const { owners, capabilities, ...draft } = checked(draftSchema, unchecked);
  demandOffered(capabilities);
  await demandFree(transaction, draft.externalId);
  const { rows } = await sql`select nextval(pg_get_serial_sequence('customers', 'id')) as id`.execute(transaction);
  const [{ id }] = /** @type {[{ id: string }]} */ (rows);
  const entitlements = entitlementsOf(id, capabilities);
  await putCustomers(transaction, [
    {
      customer: {
        id,
        ...draft,
        // who sees only what a tag marks has to see what they made
        ...(role.onlyTag !== undefined && { tags: [role.onlyTag] }),
        relationship: 'managed',
        tiered: false,
        beacons: { state: 'ready', value: { total: 0, unhealthy: 0 } },
        expirations: summaryOf(entitlements),
        version: '1',
      },
      editable: true,
      deletable: true,
      owners,
      entitlements,
    },
  ]);
  return id;
}

/**
 * @param {Transaction<any>} transaction
 * @param {string} id
 * @param {{ role: Role, version: string | undefined, patch: unknown }} change `version`: the one that the viewer saw.
 * @returns {Promise<Answer>}
 */
export async function updateCustomer(transaction, id, { role, version, patch: unchecked }) {
  const row = await findCustomer(transaction, id, role);
  if (!row) throw new Problem(404);
  if (!permits(role, 'edit', row)) throw new Problem(403, 'This customer cannot be edited.');
  if (version === undefined) throw new Problem(428, 'If-Match names the version that is changed.');
  if (String(row.version) !== version) throw new Problem(412, `The customer is at version ${row.version} by now.`);
  const { name = row.name, owners = row.owners, capabilities, ...patch } = checked(patchSchema, unchecked);
  const externalId = changed(row.external_id, patch.externalId);
  if (externalId !== undefined && externalId !== row.external_id) await demandFree(transaction, externalId);
  const entitlements = capabilities ? entitlementsOf(id, capabilities, row.entitlements) : row.entitlements;
  const kept = new Set(entitlements.map((/** @type {Entitlement} */ { capability }) => capability));
  if (row.tiered && row.entitlements.some((/** @type {Entitlement} */ { capability }) => !kept.has(capability))) {
    throw new Problem(409, 'Its own customers use a capability that would be removed.', {
      reason: 'capabilities-in-use',
    });
  }
  if (capabilities) demandOffered(capabilities, row.entitlements);
  await putCustomers(transaction, [
    {
      customer: {
        id,
        name,
        externalId,
        description: changed(row.description, patch.description),
        tags: row.tags ?? undefined,
        relationship: row.relationship,
        tiered: row.tiered,
        beacons: row.beacons,
        // a summary that is withheld or lost stays so, whatever it would say
        expirations:
          capabilities && row.expirations.state === 'ready'
            ? summaryOf(entitlements, row.expirations.missing)
            : row.expirations,
        version: String(row.version + 1),
      },
      editable: row.editable,
      deletable: row.deletable,
      owners,
      entitlements,
    },
  ]);
  const after = await findCustomer(transaction, id, role);
  return {
    status: 200,
    body: detailsOf(after, role),
    etag: `"${after.version}"`,
    changed: [id],
    hint: { type: 'changed', ids: [id] },
  };
}

/**
 * @param {Transaction<any>} transaction
 * @param {string} id
 * @param {Role} role
 */
async function remove(transaction, id, role) {
  const row = await findCustomer(transaction, id, role);
  if (!row) throw new Problem(404);
  if (!permits(role, 'delete', row)) throw new Problem(403, 'This customer cannot be deleted.');
  if (row.tiered)
    throw new Problem(409, 'This customer has customers of its own.', { reason: 'organization-has-children' });
  await transaction.deleteFrom('customers').where('id', '=', id).execute();
  return id;
}

/**
 * @param {Transaction<any>} transaction
 * @param {string | undefined} externalId
 */
async function demandFree(transaction, externalId) {
  if (!externalId?.trim()) return;
  const taken = await transaction
    .selectFrom('customers')
    .select('id')
    .where('external_id', '=', externalId)
    .executeTakeFirst();
  if (!taken) return;
  const detail = `The external ID “${externalId}” is taken.`;
  throw new Problem(409, detail, { reason: 'external-id-taken', fields: [{ field: 'externalId', detail }] });
}

/**
 * Capabilities that the partner does not have are nothing to give; what a customer has, it keeps.
 *
 * @param {readonly { capability: string }[]} wanted
 * @param {readonly Entitlement[]} [before]
 * @throws {Problem} 422
 */
function demandOffered(wanted, before = []) {
  const allowed = new Set([...offeredCapabilities, ...before.map(({ capability }) => capability)]);
  const fields = wanted
    .filter(({ capability }) => !allowed.has(capability))
    .map(({ capability }) => ({ field: `capabilities.${capability}`, detail: `“${capability}” is not offered.` }));
  if (fields.length === 0) return;
  const detail = fields.map((field) => field.detail).join(' ');
  throw new Problem(422, detail, { reason: 'capabilities-not-allowed', fields });
}

/**
 * @template {v.GenericSchema} TSchema
 * @param {TSchema} schema
 * @param {unknown} value
 * @returns {v.InferOutput<TSchema>}
 * @throws {Problem} 422
 */
function checked(schema, value) {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const fields = result.issues.map(({ path = [], message }) => ({ field: addressOf(path, value), detail: message }));
  throw new Problem(422, fields.map(({ field, detail }) => `${field}: ${detail}`).join('; '), { fields });
}

/**
 * Where a draft or patch is to blame: owners by their place, capabilities by their name.
 *
 * @param {readonly { key?: unknown }[]} path
 * @param {any} value
 */
function addressOf(path, value) {
  const keys = path.map(({ key }) => key);
  if (keys[0] === 'capabilities' && keys.length > 1)
    return `capabilities.${value.capabilities[Number(keys[1])]?.capability}`;
  return keys.join('.');
}

/**
 * A text after a merge patch.
 *
 * @param {string | null} before
 * @param {string | null | undefined} patch
 */
function changed(before, patch) {
  return (patch === undefined ? before : patch) ?? undefined;
}

/**
 * @param {readonly Entitlement[]} entitlements
 * @param {readonly string[]} [missing]
 */
function summaryOf(entitlements, missing) {
  const value = summarizeEntitlements(entitlements, { timeZone: 'UTC', policy: defaultExpirationPolicy });
  return { state: /** @type {const} */ ('ready'), value, ...(missing && { missing }) };
}
