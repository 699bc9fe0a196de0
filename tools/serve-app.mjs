// @ts-check
// Serves a Hono app on this machine alone.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

/**
 * @param {Hono<any>} app
 * @param {{ port?: number }} options `port` 0: any free one
 */
export async function serveApp(app, { port = 0 } = {}) {
  const guarded = new Hono();
  guarded.use(async (context, next) => {
    // another site that has its name lead to this machine is none of ours
    const { hostname } = new URL(context.req.url);
    if (hostname === '127.0.0.1' || hostname === 'localhost') return next();
    const problem = { type: 'about:blank', title: 'No such host here', status: 421, code: 'invalid-query' };
    return Response.json(problem, { status: 421, headers: { 'content-type': 'application/problem+json' } });
  });
  guarded.route('/', app);
  /** @type {import('@hono/node-server').ServerType} */
  const server = await new Promise((done, failed) => {
    const starting = serve({ fetch: guarded.fetch, port, hostname: '127.0.0.1' }, () => done(starting));
    starting.once('error', failed);
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((done) => {
        server.close(done);
        // streams of hints have no end of their own
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

/**
 * Serves an app on `PORT`, else on 8080 or the next free port.
 *
 * @param {Hono<any>} app
 */
export async function serveAppWherePossible(app) {
  const ports = process.env.PORT ? [Number(process.env.PORT)] : Array.from({ length: 20 }, (_, index) => 8080 + index);
  for (const port of ports) {
    try {
      return await serveApp(app, { port });
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(`Port ${ports.join(', ')} is in use: name another one with PORT.`);
}
