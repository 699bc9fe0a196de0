import { expect } from '@open-wc/testing';
import { HttpProvider, type HttpProviderOptions } from '../../../src/providers/http/http-provider.js';
import { callWith, expectRefusal, rejectionOf } from '../samples.js';
import { json, scriptReplies, type Reply } from './reply-server.js';

const query = { page: { limit: 10, offset: 0 } };
const retry = { limit: 2, firstDelayMs: 1 };
const answer = json({ items: [] });
const refusal: Reply = { status: 401 };

/** A host whose token is old until it is told to renew it. */
function renewingHost() {
  const occasions: boolean[] = [];
  let token = 'old';
  const headers: HttpProviderOptions['headers'] = async ({ isRefused }) => {
    occasions.push(isRefused);
    if (isRefused) token = `new-${occasions.length}`;
    return { authorization: token };
  };
  return { headers, occasions };
}

async function tokensSent(...[replies, options]: readonly [readonly Reply[], Partial<HttpProviderOptions>]) {
  const server = await scriptReplies(...replies);
  const provider = new HttpProvider({ baseUrl: server.url, retry, ...options });
  const outcome = await provider.listCustomers(query, callWith()).catch((error: unknown) => error);
  return { outcome, tokens: (await server.received()).map(({ headers }) => headers['authorization']) };
}

describe("The host's headers", () => {
  it('go with each request, however they are given', async () => {
    const forms: HttpProviderOptions['headers'][] = [
      { authorization: 't' },
      [['authorization', 't']],
      new Headers({ authorization: 't' }),
      () => ({ authorization: 't' }),
      async () => ({ authorization: 't' }),
    ];
    for (const headers of forms) expect((await tokensSent([answer], { headers })).tokens).to.deep.equal(['t']);
  });

  it('are asked for before each attempt, because a token may be short-lived', async () => {
    let count = 0;
    const headers = () => ({ authorization: `t${(count += 1)}` });
    const { tokens } = await tokensSent([{ status: 503 }, { status: 503 }, answer], { headers });
    expect(tokens).to.deep.equal(['t1', 't2', 't3']);
  });

  it('are renewed once after a 401, and the read is repeated with them', async () => {
    const { headers, occasions } = renewingHost();
    const { outcome, tokens } = await tokensSent([refusal, answer], { headers });
    expect(outcome).to.deep.equal({ items: [] });
    expect(tokens).to.deep.equal(['old', 'new-2']);
    expect(occasions).to.deep.equal([false, true]);
  });

  it('are not renewed in a loop', async () => {
    const { headers } = renewingHost();
    const { outcome, tokens } = await tokensSent([refusal], { headers });
    expect(outcome).to.include({ code: 'unauthenticated' });
    expect(tokens).to.have.length(2);
  });

  it('cannot be renewed where they are fixed', async () => {
    const { outcome, tokens } = await tokensSent([refusal, answer], { headers: { authorization: 't' } });
    expect(outcome).to.include({ code: 'unauthenticated' });
    expect(tokens).to.have.length(1);
  });

  it('are renewed once for all reads that were refused together', async () => {
    const server = await scriptReplies(refusal, refusal, refusal, answer);
    const { headers, occasions } = renewingHost();
    const provider = new HttpProvider({ baseUrl: server.url, retry, headers });
    const ask = () => provider.listCustomers(query, callWith());
    await Promise.all([ask(), ask(), ask()]);
    expect(occasions.filter((isRefused) => isRefused)).to.have.length(1);
    expect(await server.received()).to.have.length(6);
    await ask();
    expect(occasions.filter((isRefused) => isRefused)).to.have.length(1);
  });

  it('are not renewed again for a refusal that is older than the renewal', async () => {
    const { headers, occasions } = renewingHost();
    let release: (() => void) | undefined;
    const late = new Promise<void>((resolve) => (release = resolve));
    let asked = 0;
    const provider = new HttpProvider({
      baseUrl: '/api',
      headers,
      fetch: async (input) => {
        const isOld = (input as Request).headers.get('authorization') === 'old';
        asked += 1;
        if (asked === 2) await late;
        return isOld ? new Response(null, { status: 401 }) : Response.json({ items: [] });
      },
    });
    const ask = () => provider.listCustomers(query, callWith());
    const [first, second] = [ask(), ask()];
    await first;
    release?.();
    await second;
    expect(occasions).to.deep.equal([false, false, true, false]);
  });

  it('are not renewed for a change: it is sent once', async () => {
    const server = await scriptReplies(refusal);
    const { headers, occasions } = renewingHost();
    const provider = new HttpProvider({ baseUrl: server.url, headers, features: ['deleteCustomers'] });
    const deleting = provider.deleteCustomers?.(['7'], { ...callWith(), idempotencyKey: 'k' });
    await expectRefusal(Promise.resolve(deleting), 'unauthenticated');
    expect(occasions).to.deep.equal([false]);
    expect(await server.received()).to.have.length(1);
  });

  it('fail the request with the code of whatever the host throws, and without its words', async () => {
    const failures: [unknown, string][] = [
      [{ code: 'unauthenticated', message: 's3cret' }, 'unauthenticated'],
      [new Error('s3cret'), 'unknown'],
      [null, 'unknown'],
    ];
    for (const [thrown, code] of failures) {
      const { outcome, tokens } = await tokensSent([answer], { headers: () => Promise.reject(thrown) });
      expect(outcome).to.include({ code, message: 'There are no headers to ask with' });
      expect(outcome).not.to.have.property('cause');
      expect(tokens).to.deep.equal([]);
    }
  });

  it('that no browser takes are not repeated in the error', async () => {
    const { outcome } = await tokensSent([answer], { headers: { authorization: 'Bearer s3cret\n' + 'x' } });
    expect(outcome).to.include({ code: 'unknown', message: 'There are no headers to ask with' });
  });

  it('that fail while being renewed fail every read that waits for them', async () => {
    const server = await scriptReplies(refusal);
    const provider = new HttpProvider({
      baseUrl: server.url,
      headers: ({ isRefused }) => {
        if (isRefused) throw Object.assign(new Error('ended'), { code: 'unauthenticated' });
        return {};
      },
    });
    const ask = () => rejectionOf(provider.listCustomers(query, callWith()));
    for (const error of await Promise.all([ask(), ask()])) expect(error).to.include({ code: 'unauthenticated' });
  });
});
