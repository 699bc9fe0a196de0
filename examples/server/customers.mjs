// @ts-check
// Customers as rows of the database and as the JSON of the contract.
import { sql } from 'kysely';
import { factsOf } from './facts.mjs';
import { permits } from './roles.mjs';

/** @import { Kysely, Transaction } from 'kysely' */
/** @import { Beacon } from '../../src/domain/beacons.js' */
/** @import { Customer, CustomerCapability, CustomerDetails, Owner } from '../../src/domain/customer.js' */
/** @import { Entitlement } from '../../src/domain/expirations.js' */
/** @import { Role } from './roles.mjs' */

/**
 * A customer as one role sees it.
 *
 * @param {any} row
 * @param {Role} role
 * @returns {Customer}
 */
export function customerOf(row, role) {
  const { id, name, external_id: externalId, description, tags, relationship, tiered, beacons, expirations } = row;
  return {
    id,
    name,
    ...(externalId !== null && { externalId }),
    ...(description !== null && { description }),
    ...(tags !== null && { tags }),
    relationship,
    tiered,
    beacons,
    expirations,
    can: { edit: permits(role, 'edit', row), delete: permits(role, 'delete', row) },
    version: String(row.version),
  };
}

/**
 * The row of a customer, with its owners and entitlements, where the role may know of it.
 *
 * @param {Kysely<any>} database
 * @param {string} id
 * @param {Role} role
 * @returns {Promise<any>}
 */
export async function findCustomer(database, id, { onlyTag }) {
  if (!/^[1-9]\d{0,17}$/.test(id)) return undefined;
  let found = database
    .selectFrom('customers')
    .innerJoin('customer_details', 'customer_id', 'id')
    .selectAll()
    .where('id', '=', id);
  if (onlyTag !== undefined) found = found.where(sql`tags`, '@>', sql`${[onlyTag]}::text[]`);
  return found.executeTakeFirst();
}

/**
 * A customer with what only its details show.
 *
 * @param {any} row Of {@link findCustomer}.
 * @param {Role} role
 * @returns {CustomerDetails}
 */
export function detailsOf(row, role) {
  const { state } = row.expirations;
  return {
    ...customerOf(row, role),
    owners: { state: 'ready', value: row.owners },
    capabilities: state === 'ready' ? { state, value: row.entitlements.map(capabilityOf(row)) } : { state },
  };
}

/**
 * What a customer that has customers of its own has, these use (docs/rules.md §5.3).
 *
 * @param {{ tiered: boolean }} customer
 * @returns {(entitlement: Entitlement) => CustomerCapability}
 */
function capabilityOf({ tiered }) {
  return ({ capability, expires }) => ({
    capability,
    ...(expires !== null && { expires }),
    ...(tiered && { inUse: true }),
  });
}

/**
 * The beacons of a customer; nothing where they are not known.
 *
 * @param {Kysely<any>} database
 * @param {any} row Of {@link findCustomer}.
 * @returns {Promise<readonly Beacon[] | undefined>}
 */
export async function beaconsOf(database, { id, beacons }) {
  if (beacons.state !== 'ready') return undefined;
  const stored = await database
    .selectFrom('beacons')
    .select('beacon')
    .where('customer_id', '=', id)
    .orderBy('number')
    .execute();
  return stored.length === beacons.value.total ? stored.map(({ beacon }) => beacon) : undefined;
}

/**
 * Writes customers and what belongs to them, new ones or in the place of those with the same ID.
 *
 * @param {Kysely<any> | Transaction<any>} database
 * @param {readonly { customer: Customer, editable: boolean, deletable: boolean, owners: readonly Owner[],
 *   entitlements: readonly Entitlement[] }[]} entries
 */
export async function putCustomers(database, entries) {
  const rows = entries.map(({ customer, editable, deletable }) => ({
    id: customer.id,
    name: customer.name,
    external_id: customer.externalId ?? null,
    description: customer.description ?? null,
    tags: customer.tags ?? null,
    relationship: customer.relationship,
    tiered: customer.tiered === true,
    beacons: customer.beacons,
    expirations: customer.expirations,
    editable,
    deletable,
    version: Number(customer.version ?? 1),
    ...factsOf(customer),
  }));
  const details = entries.map(({ customer, owners, entitlements }) => ({
    customer_id: customer.id,
    owners,
    entitlements,
  }));
  // one parameter for all rows: there may be more values than a statement has parameters
  await sql`insert into customers select * from json_populate_recordset(null::customers, ${JSON.stringify(rows)}::json)
    on conflict (id) do update set ${overwritten(rows[0])}`.execute(database);
  await sql`insert into customer_details
    select * from json_populate_recordset(null::customer_details, ${JSON.stringify(details)}::json)
    on conflict (customer_id) do update set ${overwritten(details[0])}`.execute(database);
}

/** @param {object} [row] */
function overwritten(row = {}) {
  return sql.join(Object.keys(row).map((column) => sql`${sql.id(column)} = excluded.${sql.id(column)}`));
}
