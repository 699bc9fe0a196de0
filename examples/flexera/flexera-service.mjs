// @ts-check
// A small stand-in for the Flexera One API, so that the provider can be seen without an account. It answers what the
// provider asks (docs/flexera.md), from memory: what is changed lasts until the process ends.
import { Hono } from 'hono';

/** @import { Context } from 'hono' */
/** @import { Customer } from '../../src/domain/customer.js' */
/** @import { Entitlement } from '../../src/domain/expirations.js' */

/** The partner's organization and the user who is signed in. */
const orgId = 100;
const userId = 7;

/** A request for one customer takes so long, as it does over a line: columns that come late are seen to do so. */
const latencyMs = 120;

/** How many customers and organizations one bulk request may name. */
const mostAtOnce = 100;

/**
 * @typedef {object} ApiCustomer
 * @property {number} id
 * @property {string} name
 * @property {string} [externalId]
 * @property {string} [description]
 * @property {number} numberOfCustomers
 * @property {string} createdAt
 * @property {string} updatedAt
 * @property {readonly { name: string, expiresAt?: string, inUseByCustomers?: boolean }[]} capabilities
 * @property {readonly { firstName: string, lastName: string, email: string }[]} owners
 */

/**
 * The API with some customers: the managed ones in its list, the others as organizations of the user.
 *
 * @param {{ customers: readonly Customer[], entitlements: Readonly<Record<string, readonly Entitlement[]>> }} data
 */
export function createFlexeraService({ customers, entitlements }) {
  /** @type {Map<number, ApiCustomer>} */
  const managed = new Map();
  /** @type {{ id: number, name: string, ref: string }[]} */
  const granted = [];
  /** @type {Map<number, ApiCustomer['capabilities']>} */
  const grantedCapabilities = new Map();
  const owned = new Set([orgId]);
  for (const customer of customers) {
    const id = Number(customer.id);
    const capabilities = (entitlements[customer.id] ?? []).map(capabilityOf);
    if (customer.expirations.state === 'ready') owned.add(id);
    if (customer.relationship === 'managed') {
      const { name, externalId, description, tiered } = customer;
      const owners = [{ firstName: 'Alex', lastName: 'Sample', email: 'alex@customer.example' }];
      managed.set(
        id,
        madeNow({ id, name, externalId, description, numberOfCustomers: tiered ? 2 : 0, capabilities, owners }),
      );
    } else {
      granted.push({ id, name: customer.name, ref: referenceOf(id) });
      grantedCapabilities.set(id, capabilities);
    }
  }
  let lastId = Math.max(...managed.keys(), ...grantedCapabilities.keys());

  const app = new Hono();
  app.notFound(() => refusal(404, 'not_found'));

  const list = `/msp/v2/orgs/${orgId}/customers`;
  app.get(list, (context) => context.json([...managed.values()].map(listedOf)));
  app.post(list, async (context) => {
    const id = create(await context.req.json());
    return context.body(null, 201, { location: `${list}/${id}` });
  });
  app.post(`${list}/bulk`, async (context) => {
    const { customers: drafts } = await context.req.json();
    if (drafts.length > mostAtOnce) return refusal(400, 'bad_request');
    return bulk(
      drafts.map((/** @type {any} */ { correlationId, ...draft }) => ({
        correlationId,
        status: 'success',
        customerId: create(draft),
      })),
    );
  });
  app.post(`${list}/bulk-delete`, async (context) => {
    const { customerIds } = await context.req.json();
    if (customerIds.length > mostAtOnce) return refusal(400, 'bad_request');
    return bulk(
      customerIds.map((/** @type {number} */ customerId) => {
        const problem = remove(customerId);
        if (!problem) return { customerId, status: 'success' };
        return { customerId, status: 'failed', errorCode: problem.name.toUpperCase(), errorMessage: problem.message };
      }),
    );
  });
  app.get(`${list}/:id`, async (context) => {
    await new Promise((passed) => setTimeout(passed, latencyMs));
    const customer = managed.get(idOf(context));
    return customer ? context.json(customer) : refusal(404, 'not_found');
  });
  app.patch(`${list}/:id`, async (context) => {
    const before = managed.get(idOf(context));
    if (!before) return refusal(404, 'not_found');
    const { name, externalId, description, owners, capabilities } = { ...before, ...(await context.req.json()) };
    managed.set(before.id, {
      ...madeNow({ ...before, name, externalId, description, owners, capabilities }),
      createdAt: before.createdAt,
    });
    return context.body(null, 204);
  });
  app.delete(`${list}/:id`, (context) => {
    const problem = remove(idOf(context));
    return problem ? refusal(problem.status, problem.name, problem.message) : context.body(null, 204);
  });

  app.get(`/iam/v1/users/${userId}/orgs`, (context) => context.json({ kind: 'iam:user-org-list', values: granted }));
  // the partner itself has whatever its customers have, and what makes it a partner
  const own = [...managed.values()].flatMap(({ capabilities }) => capabilities.map(({ name }) => name));
  const ownCapabilities = [...new Set(['iam', 'msp', ...own])].map((name) => ({ name }));
  app.get('/iam/v1/orgs/:id/capabilities', (context) => {
    const id = idOf(context);
    const capabilities = id === orgId ? ownCapabilities : grantedCapabilities.get(id);
    return capabilities
      ? context.json(capabilities.map(({ name, ...capability }) => ({ capabilityName: name, ...capability })))
      : refusal(404, 'not_found');
  });
  app.get(`/iam/v1/users/${userId}/privileges-report`, (context) => {
    const scopes = context.req.queries('scopeRefs') ?? [];
    const prefix = context.req.query('prefix') ?? '';
    const own = new Set([orgId]);
    const held = Object.entries({
      'msp:customer:create': own,
      'msp:customer:update': own,
      'msp:customer:delete': own,
      'common:org:own': owned,
    }).filter(([privilegeId]) => privilegeId.startsWith(prefix));
    return context.json({
      kind: 'iam:user-privileges-report',
      privileges: held.map(([privilegeId, ids]) => ({
        privilegeId,
        scopePrivileges: scopes
          .filter((scope) => ids.has(Number(scope.split(':').at(-1))))
          .map((scope) => ({ scope, roleIds: [1] })),
      })),
    });
  });
  return app;

  /** @param {any} draft */
  function create({ name, externalId, description, owners = [], capabilities = [] }) {
    lastId += 1;
    managed.set(
      lastId,
      madeNow({ id: lastId, name, externalId, description, numberOfCustomers: 0, owners, capabilities }),
    );
    owned.add(lastId);
    return lastId;
  }

  /** @param {number} id */
  function remove(id) {
    const customer = managed.get(id);
    if (!customer) return { status: 404, name: 'not_found', message: 'There is no such customer.' };
    if (customer.numberOfCustomers > 0) {
      return { status: 409, name: 'organization_has_children', message: 'The customer has customers of its own.' };
    }
    managed.delete(id);
    return undefined;
  }
}

/**
 * @param {Entitlement} entitlement
 * @returns {ApiCustomer['capabilities'][number]}
 */
function capabilityOf({ capability, expires }) {
  return {
    name: capability,
    inUseByCustomers: false,
    ...(expires !== null && { expiresAt: expires, hasCustomExpiry: true }),
  };
}

/**
 * @param {Omit<ApiCustomer, 'createdAt' | 'updatedAt'>} customer
 * @returns {ApiCustomer}
 */
function madeNow(customer) {
  const now = new Date().toISOString();
  return { ...customer, createdAt: now, updatedAt: now };
}

/**
 * As the list has a customer: capabilities and owners come with the extended view of one alone.
 *
 * @param {ApiCustomer} customer
 */
function listedOf({ id, name, externalId, description, numberOfCustomers, createdAt, updatedAt }) {
  return { kind: 'msp#customer', id, name, externalId, description, numberOfCustomers, createdAt, updatedAt };
}

/** @param {number} id */
function referenceOf(id) {
  return `ref:nam:::iam:org:${id}`;
}

/** @param {Context} context */
function idOf(context) {
  return Number(context.req.param('id'));
}

/** @param {readonly { status: string }[]} results */
function bulk(results) {
  const totalSuccessful = results.filter(({ status }) => status === 'success').length;
  const totalRequested = results.length;
  return Response.json({ totalRequested, totalSuccessful, totalFailed: totalRequested - totalSuccessful, results });
}

/**
 * @param {number} status
 * @param {string} name
 */
function refusal(status, name, message = name) {
  return Response.json({ name, id: 'stand-in', message, temporary: false, timeout: false, fault: false }, { status });
}
