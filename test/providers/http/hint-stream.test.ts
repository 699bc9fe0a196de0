import { expect, waitUntil } from '@open-wc/testing';
import type { CustomersHint } from '../../../src/providers/customers-provider.js';
import { HintStream } from '../../../src/providers/http/hint-stream.js';
import { HttpProvider, type HttpProviderOptions } from '../../../src/providers/http/http-provider.js';
import { ProviderError } from '../../../src/providers/provider-error.js';
import { json, scriptReplies, type Reply } from './reply-server.js';

const changed = (id: string): CustomersHint => ({ type: 'changed', ids: [id] });
const event = (hint: unknown, id?: string) =>
  `${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(hint)}\n\n`;
/** A stream with this text, which then ends or stays open. */
const stream = (body: string, ends?: Reply['ends']): Reply => ({
  headers: { 'content-type': 'text/event-stream' },
  body,
  ...(ends && { ends }),
});
/** What the server says so that nobody waits long for the next connection. */
const soon = 'retry: 1\n\n';

describe('HttpProvider.subscribe', () => {
  let stop: AbortController;
  beforeEach(() => {
    stop = new AbortController();
  });
  afterEach(() => stop.abort());

  async function subscribed(replies: readonly Reply[], options: Partial<HttpProviderOptions> = {}) {
    const server = await scriptReplies(...replies);
    const provider = new HttpProvider({ baseUrl: server.url, features: ['subscribe'], ...options });
    const hints: CustomersHint[] = [];
    provider.subscribe?.((hint) => hints.push(hint), { signal: stop.signal });
    return { server, provider, hints };
  }

  it('tells each hint, and passes over signs of life and events with a name', async () => {
    const progress = { type: 'progress', field: 'beacons', known: 1, of: 3 };
    const { server, hints } = await subscribed([
      stream(`: hello\n\nevent: other\n${event(changed('9'))}${event(changed('1'))}${event(progress)}`, 'stream'),
    ]);
    await waitUntil(() => hints.length === 2);
    expect(hints).to.deep.equal([changed('1'), progress]);
    const [request] = await server.received();
    expect(request).to.include({ method: 'GET', path: 'hints' });
    expect(request?.headers).to.include({ accept: 'text/event-stream' });
    expect(request?.headers).not.to.have.property('last-event-id');
  });

  it('takes what it cannot read for a hint that anything may be different', async () => {
    const unreadable = [{ type: 'other' }, { type: 'changed', ids: [7] }, { type: 'progress' }, null, []];
    const { hints } = await subscribed([
      stream(`data: {"type":\n\n${unreadable.map((hint) => event(hint)).join('')}`, 'stream'),
    ]);
    await waitUntil(() => hints.length === 6);
    for (const hint of hints) expect(hint).to.deep.equal({ type: 'invalidated' });
  });

  it('goes on where it was when the stream ended', async () => {
    const { server, hints } = await subscribed([
      stream(soon + event(changed('1'), '41')),
      stream(event(changed('2')), 'stream'),
    ]);
    await waitUntil(() => hints.length === 2);
    expect(hints).to.deep.equal([changed('1'), changed('2')]);
    expect((await server.received()).map(({ headers }) => headers['last-event-id'])).to.deep.equal([undefined, '41']);
  });

  it('says that anything may be different where it cannot go on', async () => {
    const { hints } = await subscribed([
      stream(soon + event(changed('1'), '41') + event(changed('2'), '')),
      stream(event(changed('3'), 'no header takes this: é')),
      stream(event(changed('4')), 'stream'),
    ]);
    const invalidated = { type: 'invalidated' };
    await waitUntil(() => hints.length === 6);
    expect(hints).to.deep.equal([changed('1'), changed('2'), invalidated, changed('3'), invalidated, changed('4')]);
  });

  it('connects again after failures, whatever they are, but not after it hears that there are no hints', async () => {
    const failures: Reply[] = [
      stream(soon),
      { ends: 'reset' },
      { status: 500 },
      { status: 401 },
      json({}),
      { headers: { 'content-type': 'text/html' }, body: '<p>Sign in</p>' },
    ];
    const { server, hints } = await subscribed([...failures, stream(event(changed('1')), 'stream')]);
    await waitUntil(() => hints.length === 2, 'hints', { timeout: 5000 });
    expect(hints).to.deep.equal([{ type: 'invalidated' }, changed('1')]);
    expect(await server.received()).to.have.length(failures.length + 1);
  });

  it('ends where there are no hints to be had', async () => {
    for (const status of [204, 404, 405, 501]) {
      const { server, provider } = await subscribed([{ status }, stream(event(changed('1')), 'stream')]);
      await waitUntil(async () => (await server.received()).length === 1);
      // whoever comes later asks again, once the first connection is known to have ended
      const hints: CustomersHint[] = [];
      await waitUntil(() => {
        provider.subscribe?.((hint) => hints.push(hint), { signal: stop.signal });
        return hints.length > 0;
      });
      expect(await server.received(), String(status)).to.have.length(2);
    }
  });

  it('sends the headers of the host, and renews them', async () => {
    const headers: HttpProviderOptions['headers'] = ({ isRefused }) => ({ authorization: isRefused ? 'new' : 'old' });
    const { server, hints } = await subscribed([{ status: 401 }, stream(event(changed('1')), 'stream')], { headers });
    await waitUntil(() => hints.length === 1);
    expect((await server.received()).map((request) => request.headers['authorization'])).to.deep.equal(['old', 'new']);
  });

  it('has one stream for everybody, and hangs up when the last one leaves', async () => {
    const { server, provider, hints } = await subscribed([stream(event(changed('1')), 'stream')]);
    const other = new AbortController();
    provider.subscribe?.(() => undefined, { signal: other.signal });
    provider.subscribe?.(() => expect.fail('was told'), { signal: AbortSignal.abort() });
    await waitUntil(() => hints.length === 1);
    stop.abort();
    expect((await server.received()).map(({ isAbandoned }) => isAbandoned)).to.deep.equal([false]);
    other.abort();
    await waitUntil(async () => (await server.received())[0]?.isAbandoned === true);
    expect(await server.received()).to.have.length(1);
  });

  it('tells nobody who has left', async () => {
    const { server, provider, hints } = await subscribed([stream(event(changed('1')), 'stream')]);
    await waitUntil(() => hints.length === 1);
    stop.abort();
    const later: CustomersHint[] = [];
    const again = new AbortController();
    provider.subscribe?.((hint) => later.push(hint), { signal: again.signal });
    await waitUntil(() => later.length === 1);
    again.abort();
    expect(hints).to.have.length(1);
    expect(await server.received()).to.have.length(2);
  });

  it('rests while the page is hidden', async () => {
    const { server, hints } = await subscribed([
      stream(soon + event(changed('1'), '41'), 'stream'),
      stream(event(changed('2')), 'stream'),
    ]);
    await waitUntil(() => hints.length === 1);
    const setHidden = (isHidden: boolean) => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: isHidden });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    try {
      setHidden(true);
      await waitUntil(async () => (await server.received())[0]?.isAbandoned === true);
      setHidden(true);
      expect(await server.received()).to.have.length(1);
      setHidden(false);
      await waitUntil(() => hints.length === 2);
      expect((await server.received())[1]?.headers).to.include({ 'last-event-id': '41' });
    } finally {
      Reflect.deleteProperty(document, 'hidden');
    }
  });
});

describe('HintStream', () => {
  const timing = { firstDelayMs: 1, longestDelayMs: 1, longestSilenceMs: 60_000 };
  const reply = (body: BodyInit) => new Response(body, { headers: { 'content-type': 'text/event-stream' } });

  /** Counts how often a stream was opened until it had been opened this often. */
  async function opened(count: number, answer: (signal: AbortSignal) => Promise<Response>, more = {}) {
    const stop = new AbortController();
    const signals: AbortSignal[] = [];
    const hints: CustomersHint[] = [];
    const hintStream = new HintStream(
      (_id, signal) => {
        signals.push(signal);
        return answer(signal);
      },
      { ...timing, ...more },
    );
    hintStream.subscribe((hint) => hints.push(hint), stop.signal);
    await waitUntil(() => signals.length >= count);
    stop.abort();
    return { signals, hints };
  }

  it('takes a connection that has fallen silent for broken', async () => {
    const { signals } = await opened(2, async () => reply(new ReadableStream()), { longestSilenceMs: 20 });
    expect(signals[0]?.aborted).to.equal(true);
  });

  it('takes one that does not come about for broken', async () => {
    const { signals } = await opened(2, () => new Promise(() => undefined), { longestSilenceMs: 20 });
    expect(signals[0]?.aborted).to.equal(true);
  });

  it('gives up an event that does not end', async () => {
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode(`data: ${'x'.repeat(100_000)}`)),
    });
    const { hints } = await opened(2, async () => reply(endless));
    expect(hints).to.deep.equal([]);
  });

  it('reads what arrives in pieces, in the middle of a character as well', async () => {
    const bytes = new TextEncoder().encode(event(changed('Zoë 🙂')));
    const pieces = new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const { hints } = await opened(2, async (signal) => reply(signal.aborted ? '' : pieces));
    expect(hints[0]).to.deep.equal(changed('Zoë 🙂'));
  });

  it('waits longer after each failure', async () => {
    const waits: number[] = [];
    const { setTimeout: wait } = window;
    const timers = (callback: () => void, milliseconds: number) => {
      if (milliseconds < 60_000) waits.push(milliseconds);
      return wait(callback, 0);
    };
    const { random } = Math;
    Object.assign(window, { setTimeout: timers });
    Math.random = () => 1;
    let opens = 0;
    const stop = new AbortController();
    try {
      const failing = async () => {
        opens += 1;
        throw new ProviderError('unavailable');
      };
      const slow = { firstDelayMs: 100, longestDelayMs: 700, longestSilenceMs: 60_000 };
      new HintStream(failing, slow).subscribe(() => undefined, stop.signal);
      while (opens < 6) await new Promise((resolve) => wait(resolve, 0));
    } finally {
      stop.abort();
      Object.assign(window, { setTimeout: wait });
      Math.random = random;
    }
    expect(waits.slice(0, 5)).to.deep.equal([100, 200, 400, 700, 700]);
  });
});
