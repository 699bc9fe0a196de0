import { expect } from '@open-wc/testing';
import { HttpProvider } from '../../../src/providers/http/http-provider.js';
import { ProviderError } from '../../../src/providers/provider-error.js';
import { callWith, rejectionOf } from '../samples.js';
import { longestDelayMs, mostRequests, replyCases, type Outcome, type ReplyCase } from './replies.js';
import { scriptReplies, type ScriptedServer } from './reply-server.js';

const query = { page: { limit: 10, offset: 0 } };

/** A backend of another origin than the page. */
async function serverFor({ replies }: ReplyCase): Promise<{ server: ScriptedServer; provider: HttpProvider }> {
  const server = await scriptReplies(...replies);
  const provider = new HttpProvider({
    baseUrl: server.url,
    features: ['updateCustomer'],
    headers: { authorization: 'Bearer secret-of-the-viewer' },
    timeoutMs: 400,
    retry: { limit: mostRequests - 1, firstDelayMs: 1, longestDelayMs },
  });
  return { server, provider };
}

async function expectOutcome(answer: Promise<unknown>, expected: Outcome): Promise<void> {
  if ('gives' in expected) {
    expect(await answer).to.deep.equal(expected.gives);
    return;
  }
  const error = await rejectionOf(answer);
  if (!(error instanceof ProviderError)) return expect.fail('was rejected with no provider error');
  const { code, problem, reason, retryAfterMs } = error;
  const { retryAfterMs: _range, requests: _requests, ...said } = { reason: undefined, problem: undefined, ...expected };
  expect({ code, problem, reason }).to.deep.equal(said);
  if (expected.retryAfterMs) expect(retryAfterMs).to.be.within(...expected.retryAfterMs);
  else expect(retryAfterMs).to.equal(undefined);
  expect(error).not.to.have.property('cause');
}

describe('HttpProvider, by what the server replies', () => {
  for (const reply of replyCases) {
    it(`${reply.name}: a read`, async () => {
      const { server, provider } = await serverFor(reply);
      await expectOutcome(provider.listCustomers(query, callWith()), reply.read);
      expect(await server.received()).to.have.length(reply.read.requests);
    });

    it(`${reply.name}: a change`, async () => {
      const { server, provider } = await serverFor(reply);
      const call = { ...callWith(), idempotencyKey: 'k1' };
      await expectOutcome(Promise.resolve(provider.updateCustomer?.('7', { name: 'x' }, call)), reply.mutation);
      expect(await server.received()).to.have.length(reply.mutation.requests);
    });
  }
});
