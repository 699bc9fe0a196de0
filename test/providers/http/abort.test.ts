import { expect, waitUntil } from '@open-wc/testing';
import { HttpProvider, type HttpProviderOptions } from '../../../src/providers/http/http-provider.js';
import { callWith, rejectionOf } from '../samples.js';
import { json, scriptReplies, type Reply, type ScriptedServer } from './reply-server.js';

const query = { page: { limit: 10, offset: 0 } };
const reason = new Error('nobody waits');

async function asked(replies: readonly Reply[], options: Partial<HttpProviderOptions> = {}) {
  const server = await scriptReplies(...replies);
  const stop = new AbortController();
  const provider = new HttpProvider({ baseUrl: server.url, ...options });
  const rejection = rejectionOf(provider.listCustomers(query, callWith({ signal: stop.signal })));
  return { server, stop, rejection };
}

async function untilReceived(server: ScriptedServer, count: number): Promise<void> {
  await waitUntil(async () => (await server.received()).length === count, `${count} requests`);
}

async function untilAbandoned(server: ScriptedServer): Promise<void> {
  await waitUntil(async () => (await server.received()).every(({ isAbandoned }) => isAbandoned), 'hung up');
}

describe('HttpProvider, when nobody waits any more', () => {
  it('asks nothing where that was so from the start', async () => {
    const server = await scriptReplies(json({ items: [] }));
    const provider = new HttpProvider({ baseUrl: server.url });
    const error = await rejectionOf(provider.listCustomers(query, callWith({ signal: AbortSignal.abort(reason) })));
    expect(error).to.equal(reason);
    expect(await server.received()).to.deep.equal([]);
  });

  it('hangs up while it waits for the reply', async () => {
    const { server, stop, rejection } = await asked([{ ends: 'never' }]);
    await untilReceived(server, 1);
    stop.abort(reason);
    expect(await rejection).to.equal(reason);
    await untilAbandoned(server);
  });

  it('hangs up in the middle of the body', async () => {
    const { server, stop, rejection } = await asked([{ ...json({ items: [] }), ends: 'drip' }]);
    await untilReceived(server, 1);
    stop.abort(reason);
    expect(await rejection).to.equal(reason);
    await untilAbandoned(server);
  });

  it('leaves a wait between two attempts at once, and asks no more', async () => {
    const later = [{ status: 503, headers: { 'retry-after': '1' } }, json({ items: [] })];
    const { server, stop, rejection } = await asked(later);
    await untilReceived(server, 1);
    stop.abort(reason);
    expect(await rejection).to.equal(reason);
    // a read that begins after it, and is repeated when that one would have been
    const other = await scriptReplies(...later);
    await new HttpProvider({ baseUrl: other.url }).listCustomers(query, callWith());
    expect(await other.received()).to.have.length(2);
    expect(await server.received()).to.have.length(1);
  });

  it('does not wait for a host that does not come with its headers, and sends nothing once it does', async () => {
    let give: ((headers: HeadersInit) => void) | undefined;
    const headers = () => new Promise<HeadersInit>((resolve) => (give = resolve));
    const { server, stop, rejection } = await asked([json({ items: [] })], { headers });
    await waitUntil(() => give !== undefined);
    stop.abort(reason);
    expect(await rejection).to.equal(reason);
    give?.({});
    const other = await asked([{ status: 400 }]);
    await other.rejection;
    expect(await server.received()).to.deep.equal([]);
  });

  it('does not wait for a fetch of the host that ignores the signal', async () => {
    const { stop, rejection } = await asked([], { fetch: () => new Promise<Response>(() => undefined) });
    stop.abort(reason);
    expect(await rejection).to.equal(reason);
  });

  it('hangs up on an attempt that took too long', async () => {
    const { server, rejection } = await asked([{ ends: 'never' }], { timeoutMs: 50, retry: { limit: 0 } });
    expect(await rejection).to.include({ code: 'timeout' });
    await untilAbandoned(server);
  });

  it('listens to the signal no longer than it asks', async () => {
    const server = await scriptReplies(json({ items: [] }));
    const { signal } = new AbortController();
    let listeners = 0;
    const { addEventListener, removeEventListener } = signal;
    signal.addEventListener = function (this: AbortSignal, ...all: Parameters<typeof addEventListener>) {
      listeners += 1;
      addEventListener.apply(this, all);
    };
    signal.removeEventListener = function (this: AbortSignal, ...all: Parameters<typeof removeEventListener>) {
      listeners -= 1;
      removeEventListener.apply(this, all);
    };
    await new HttpProvider({ baseUrl: server.url }).listCustomers(query, callWith({ signal }));
    await waitUntil(() => listeners === 0, 'listeners are left');
  });
});
