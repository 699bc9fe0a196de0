// A server on the loopback that answers as a test says, well or badly, and remembers what it was asked.
import { createServer } from 'node:http';

/**
 * Starts the server. Each script has a base URL of its own; its replies are given in their order, the last one again
 * and again. A reply is plain JSON, so that it can come from a page:
 *
 * - `status`, `headers`, `body` (a string)
 * - `hides`: no page of another origin may read it
 * - `ends`: `'cut'` breaks the connection in the middle of the body, `'reset'` before anything was sent; `'drip'` sends
 *   a byte now and then, `'stream'` leaves the reply open after the body, and `'never'` sends nothing at all
 */
export async function startReplyServer() {
  const scripts = [];
  const server = createServer((request, response) => {
    const [, number, ...rest] = request.url.split('/');
    const script = scripts[number];
    const origin = request.headers.origin ?? '*';
    if (request.method === 'OPTIONS') return allow(response, origin);
    if (!script) return response.writeHead(404, { connection: 'close' }).end();
    const { method, headers } = request;
    const received = { method, path: rest.join('/'), headers, body: '', isAbandoned: false };
    response.once('close', () => (received.isAbandoned = !response.writableFinished));
    const reply = script.replies[Math.min(script.received.length, script.replies.length - 1)];
    script.received.push(received);
    request.on('data', (chunk) => (received.body += chunk));
    request.on('end', () => answer(response, reply, origin));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address();
  return {
    /** Takes replies, and gives the base URL for them: by address, and by name, which is another origin. */
    script(replies) {
      const number = scripts.push({ replies, received: [] }) - 1;
      return { number, url: `http://127.0.0.1:${port}/${number}/`, otherOrigin: `http://localhost:${port}/${number}/` };
    },
    /** What was asked by now of the script with this number; preflight requests apart. */
    received: (number) => scripts[number].received,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function allow(response, origin) {
  response
    .writeHead(204, {
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'GET, POST, PATCH',
      'access-control-allow-headers':
        'authorization, content-type, idempotency-key, if-match, last-event-id, x-api-key, cache-control, pragma',
      connection: 'close',
    })
    .end();
}

function answer(response, { status = 200, headers = {}, body = '', hides = false, ends = 'well' }, origin) {
  if (ends === 'never') return;
  if (ends === 'reset') return response.socket.resetAndDestroy();
  const readable = { 'access-control-allow-origin': origin, 'access-control-expose-headers': 'etag, retry-after' };
  // browsers send a request again by themselves where a connection breaks that they had used before
  response.writeHead(status, { connection: 'close', ...(!hides && readable), ...headers });
  if (ends === 'drip') {
    let sent = 0;
    const drip = setInterval(() => response.write(body[sent++] ?? ' '), 40);
    response.once('close', () => clearInterval(drip));
  } else if (ends === 'cut') {
    response.write(body, () => response.socket.resetAndDestroy());
  } else if (ends === 'stream') {
    response.write(body);
  } else {
    response.end(body);
  }
}
