// @ts-check
// The HTTP contract (docs/http-api.openapi.yaml) over the database.
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { streamSSE } from 'hono/streaming';
import { createCustomers, deleteCustomers, mostAtOnce, once, updateCustomer } from './changes.mjs';
import { beaconsOf, customerOf, detailsOf, findCustomer } from './customers.mjs';
import { offeredCapabilities } from './draft.mjs';
import { Hints } from './hints.mjs';
import { Problem, problemResponse } from './problem.mjs';
import { Results } from './results.mjs';
import { demand, roleOf } from './roles.mjs';
import { checkQuery, completePolicy, errorCodeOf } from './sources.mjs';
import { languageOf } from './text-ranks.mjs';

/** @import { Context } from 'hono' */
/** @import { Kysely } from 'kysely' */
/** @import { Answer } from './changes.mjs' */
/** @import { Action, Role } from './roles.mjs' */
/** @import { CustomersPage } from '../../src/providers/customers-provider.js' */

/** A request with more bytes is refused: 100 customers have far fewer. */
const largestBody = 1_000_000;

/** The most rows of one window. */
const mostRows = 1_000;

const heartbeatMs = 15_000;

/**
 * @param {Kysely<any>} database
 * @param {{ now?: () => Date, results?: Results }} [options]
 */
export function createApp(database, { now = () => new Date(), results = new Results(database) } = {}) {
  const hints = new Hints();
  const app = new Hono();

  app.onError((error, context) => {
    if (error instanceof Problem) return problemResponse(error);
    if (errorCodeOf(error) === 'invalid-query') return problemResponse(new Problem(400, error.message));
    // what went wrong in here is nothing for the viewer
    console.error(`${context.req.method} ${context.req.path}:`, error);
    return problemResponse(new Problem(500));
  });
  app.notFound(() => problemResponse(new Problem(404)));
  app.use(secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } }));
  app.use(async (context, next) => {
    await next();
    // an answer is for whoever asked
    context.header('cache-control', 'private, no-cache');
    context.header('vary', 'Authorization');
  });
  app.use(bodyLimit({ maxSize: largestBody, onError: refuseBody }));

  app.get('/description', (context) => {
    const role = permitted(context, 'read');
    return context.json({
      version: 1,
      features: [
        'enrichCustomers',
        'getCustomer',
        'listEntitlements',
        'listBeacons',
        'createCustomers',
        'updateCustomer',
        'deleteCustomers',
        'subscribe',
      ],
      paging: 'offset',
      pins: true,
      statusCounts: true,
      versioned: true,
      capabilities: offeredCapabilities.map((capability) => ({ capability })),
      can: { add: role.actions.includes('create') },
    });
  });

  app.post('/customers/query', async (context) => {
    const role = permitted(context, 'read');
    const { query, locale, timeZone, policy, now: at } = await jsonOf(context);
    const offset = checkQuery(query);
    if (query.page.limit > mostRows) throw new Problem(400, `A window has at most ${mostRows} rows.`);
    const moment = at === undefined ? now() : new Date(at);
    if (Number.isNaN(moment.getTime())) throw new Problem(400, 'now is no moment.');
    const { graceDays, horizons } = completePolicy(policy);
    const asked = { query, language: languageOf(String(locale)), onlyTag: role.onlyTag };
    const clock = { now: moment, timeZone: String(timeZone), policy: { graceDays, horizons } };
    const { rows, snapshot, total, statusCounts, madeAt } = await results.window({ ...asked, ...clock }, offset);
    const end = offset + rows.length;
    /** @type {CustomersPage} */
    const page = {
      items: rows.map((row) => customerOf(row, role)),
      offset,
      ...(!('offset' in query.page) && end < total && { nextCursor: String(end) }),
      snapshot,
      ...(query.include?.includes('total') && { total: { value: total, precision: 'exact' } }),
      ...(statusCounts && { statusCounts }),
      asOf: madeAt.toISOString(),
      serverTime: now().toISOString(),
    };
    return context.json(page);
  });

  app.post('/customers/enrichments', async (context) => {
    const role = permitted(context, 'read');
    const ids = fewIds((await jsonOf(context)).ids, 'invalid-query');
    /** @type {Record<string, object>} */
    const enrichments = {};
    for (const id of ids) {
      const row = await findCustomer(database, id, role);
      if (row) enrichments[id] = { beacons: row.beacons, expirations: row.expirations };
    }
    return context.json(enrichments);
  });

  app.get('/customers/:id', async (context) => {
    const role = permitted(context, 'read');
    const row = await known(context, role);
    const etag = `"${row.version}"`;
    context.header('etag', etag);
    const cached = context.req
      .header('if-none-match')
      ?.split(',')
      .map((tag) => tag.trim().replace(/^W\//, ''));
    if (cached?.some((tag) => tag === etag || tag === '*')) return context.body(null, 304);
    return context.json(detailsOf(row, role));
  });

  app.get('/customers/:id/entitlements', async (context) => {
    const role = permitted(context, 'read');
    const { expirations, entitlements } = await known(context, role);
    if (expirations.state === 'forbidden') throw new Problem(403, 'Entitlements are for owners of the organization.');
    if (expirations.state !== 'ready') throw new Problem(501, 'The entitlements of this customer are not known.');
    return context.json(entitlements);
  });

  app.get('/customers/:id/beacons', async (context) => {
    const role = permitted(context, 'read');
    const row = await known(context, role);
    if (row.beacons.state === 'forbidden') throw new Problem(403, 'The beacons are not for everybody.');
    const beacons = await beaconsOf(database, row);
    if (!beacons) throw new Problem(501, 'The beacons of this customer are not known.');
    return context.json(beacons);
  });

  app.post('/customers', async (context) => {
    const role = permitted(context, 'create');
    const key = idempotencyKey(context);
    const { customers: drafts } = await jsonOf(context);
    if (!Array.isArray(drafts)) throw new Problem(400, 'There are no customers to be created.');
    demandFew(drafts, 'invalid-input');
    const keys = drafts.map((draft) => draft?.key);
    if (keys.some((each) => typeof each !== 'string') || new Set(keys).size < keys.length) {
      throw new Problem(422, 'Each draft needs a key of its own.');
    }
    const request = ['create', drafts];
    return answered(await once(database, { role, key, request }, (change) => createCustomers(change, drafts, role)));
  });

  app.post('/customers/deletions', async (context) => {
    const role = permitted(context, 'delete');
    const key = idempotencyKey(context);
    const ids = fewIds((await jsonOf(context)).ids, 'invalid-input');
    const request = ['delete', ids];
    return answered(await once(database, { role, key, request }, (change) => deleteCustomers(change, ids, role)));
  });

  app.patch('/customers/:id', async (context) => {
    const role = permitted(context, 'edit');
    const key = idempotencyKey(context);
    const version = /^"(.*)"$/.exec(context.req.header('if-match') ?? '')?.[1];
    const id = context.req.param('id');
    const patch = await jsonOf(context, 'application/merge-patch+json');
    const request = ['update', id, version, patch];
    return answered(
      await once(database, { role, key, request }, (change) => updateCustomer(change, id, { role, version, patch })),
    );
  });

  app.get('/hints', (context) => {
    const { onlyTag } = permitted(context, 'read');
    const last = context.req.header('last-event-id');
    return streamSSE(context, async (stream) => {
      const ended = new AbortController();
      stream.onAbort(() => ended.abort());
      let position = hints.position;
      const missed = last === undefined ? [] : hints.since(last);
      if (missed) position = last ?? position;
      // who does not know the position, or misses hints that are gone, reads everything anew
      else await stream.writeSSE({ id: position, data: JSON.stringify({ type: 'invalidated' }) });
      await stream.write(`id: ${position}\n: connected\n\n`);
      while (!ended.signal.aborted) {
        for (const { id, hint } of hints.since(position) ?? []) {
          // IDs that a viewer does not know of are nobody's business
          const told = onlyTag === undefined ? hint : { type: 'invalidated' };
          await stream.writeSSE({ id, data: JSON.stringify(told) });
          position = id;
        }
        const before = hints.position;
        await hints.next(heartbeatMs, ended.signal);
        if (hints.position === before && !ended.signal.aborted) await stream.write(': still here\n\n');
      }
    });
  });

  /** @param {Answer} answer */
  function answered({ status, body, etag, hint }) {
    if (hint) hints.tell(hint);
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    return Response.json(body, { status, headers: { 'content-type': type, ...(etag && { etag }) } });
  }

  /**
   * @param {Context} context
   * @param {Role} role
   */
  async function known(context, role) {
    const row = await findCustomer(database, context.req.param('id') ?? '', role);
    if (!row) throw new Problem(404);
    return row;
  }

  return app;
}

/** @param {Context} context */
async function refuseBody({ req: { raw } }) {
  let bytes = 0;
  // a connection that is closed on what still comes loses the answer; on what never ends it may
  for await (const chunk of raw.body?.locked ? [] : (raw.body ?? [])) {
    bytes += chunk.length;
    if (bytes > 10 * largestBody) break;
  }
  return problemResponse(new Problem(413));
}

/**
 * The role of whoever asks, where it may do this at all.
 *
 * @param {Context} context
 * @param {Action} action
 */
function permitted(context, action) {
  const role = roleOf(context.req.header('authorization'));
  demand(role, action);
  return role;
}

/**
 * The body, which is JSON of that type: a form of another site cannot send any.
 *
 * @param {Context} context
 * @returns {Promise<any>} An object; what is in it is not known.
 */
async function jsonOf(context, type = 'application/json') {
  if (context.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase() !== type) {
    throw new Problem(415, `The body has to be ${type}.`);
  }
  const body = await context.req.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Problem(400, 'The body is no JSON object.');
  return body;
}

/**
 * @param {unknown} ids
 * @param {'invalid-query' | 'invalid-input'} code What more of them are: of a read, or of a change.
 */
function fewIds(ids, code) {
  if (!Array.isArray(ids) || !ids.every((id) => typeof id === 'string'))
    throw new Problem(400, 'ids is no list of IDs.');
  demandFew(ids, code);
  return [...new Set(ids)];
}

/**
 * @param {readonly unknown[]} items
 * @param {'invalid-query' | 'invalid-input'} code
 * @throws {Problem} 413
 */
function demandFew(items, code) {
  if (items.length > mostAtOnce) throw new Problem(413, `At most ${mostAtOnce} customers at once.`, { code });
}

/** @param {Context} context */
function idempotencyKey(context) {
  const key = context.req.header('idempotency-key');
  if (!key || key.length > 255) throw new Problem(400, 'A change needs an Idempotency-Key of 1 to 255 characters.');
  return key;
}
