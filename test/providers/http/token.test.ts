import { expect } from '@open-wc/testing';
import { HttpProvider, httpFeatures } from '../../../src/providers/http/http-provider.js';
import { callWith } from '../samples.js';
import { textsOf } from '../texts-of.js';
import { replyCases } from './replies.js';
import { json, problem, scriptReplies, type Reply } from './reply-server.js';

const canary = 'canary-4f9d2c';
const query = { page: { limit: 10, offset: 0 } };
/** A server that says what it was sent. */
const echo = problem(400, {
  type: `/problems/${canary}`,
  title: `Bad ${canary}`,
  detail: `Authorization: Bearer ${canary}`,
});

describe("The viewer's token", () => {
  const written: unknown[] = [];
  const { log, info, warn, error, debug } = console;
  before(() => {
    const write = (...all: unknown[]) => void written.push(...all);
    Object.assign(console, { log: write, info: write, warn: write, error: write, debug: write });
  });
  after(() => Object.assign(console, { log, info, warn, error, debug }));

  async function outcomesOf(replies: readonly Reply[], authorization = `Bearer ${canary}`): Promise<unknown[]> {
    const server = await scriptReplies(...replies);
    const stop = new AbortController();
    const provider = new HttpProvider({
      baseUrl: server.url,
      features: httpFeatures,
      headers: async () => ({ authorization, 'x-api-key': canary }),
      timeoutMs: 200,
      retry: { limit: 1, firstDelayMs: 1, longestDelayMs: 1 },
    });
    const outcomes: unknown[] = [];
    provider.subscribe?.((hint) => outcomes.push(hint), { signal: stop.signal });
    const mutation = { ...callWith(), idempotencyKey: 'k' };
    const asked = [
      provider.describe(callWith()),
      provider.listCustomers(query, callWith()),
      Promise.resolve(provider.getCustomer?.('7', callWith())),
      Promise.resolve(provider.updateCustomer?.('7', {}, mutation)),
    ];
    for (const settled of await Promise.allSettled(asked)) outcomes.push(settled);
    stop.abort();
    for (const { path, body } of await server.received()) outcomes.push(path, body);
    return outcomes;
  }

  const places = (): string[] => [
    document.documentElement.outerHTML,
    location.href,
    document.cookie,
    JSON.stringify([localStorage, sessionStorage]),
    ...performance.getEntriesByType('resource').map(({ name }) => name),
  ];

  const flows: [string, readonly Reply[]][] = [
    ...replyCases.map(({ name, replies }): [string, readonly Reply[]] => [name, replies]),
    ['a server that says what it was sent', [echo]],
    ['everything goes well', [json({ items: [], version: 1, features: [] })]],
  ];
  for (const [name, replies] of flows) {
    it(`is in nothing that can be read: ${name}`, async () => {
      const outcomes = await outcomesOf(replies);
      expect(outcomes.length).to.be.greaterThan(4);
      for (const text of [...textsOf(outcomes), ...textsOf(written), ...places()]) expect(text).not.to.contain(canary);
    });
  }

  it('is in nothing that can be read: a header that no browser takes', async () => {
    const outcomes = await outcomesOf([json({})], `Bearer ${canary}\nx`);
    expect(textsOf(outcomes).join(' ')).to.contain('There are no headers to ask with').and.not.to.contain(canary);
  });

  it('is found by this search where it is', () => {
    const hidden = new Error('x', { cause: { request: new Request('/', { headers: { authorization: canary } }) } });
    expect(textsOf({ settled: [hidden] })).to.contain(canary);
  });

  it('goes to no other origin by a redirect', async () => {
    const elsewhere = await scriptReplies(json({}));
    for (const status of [301, 302, 303, 307, 308]) {
      await outcomesOf([{ status, headers: { location: `${elsewhere.otherOrigin}customers` } }]);
    }
    expect(await elsewhere.received()).to.deep.equal([]);
  });
});
