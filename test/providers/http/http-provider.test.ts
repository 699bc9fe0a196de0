import { expect } from '@open-wc/testing';
import { checkDescription } from '../../../src/providers/checked-description.js';
import type { MutationCall } from '../../../src/providers/customers-provider.js';
import { HttpProvider, httpFeatures } from '../../../src/providers/http/http-provider.js';
import { callWith, customer, expectRefusal, now } from '../samples.js';
import { json, scriptReplies, type ReceivedRequest, type Reply } from './reply-server.js';

const mutation: MutationCall = { ...callWith(), idempotencyKey: 'key-1', ifVersion: '17' };
const draft = { key: 'row-1', name: 'New', owners: [], capabilities: [] };

interface Asked {
  readonly answer: unknown;
  readonly request: ReceivedRequest;
}

/** Puts one question to a provider with every feature. */
async function ask(
  question: (provider: Required<HttpProvider>) => Promise<unknown>,
  reply: Reply = json({}),
): Promise<Asked> {
  const server = await scriptReplies(reply);
  const provider = new HttpProvider({ baseUrl: server.url, features: httpFeatures });
  // with every feature, it has every method
  const answer = await question(provider as Required<HttpProvider>);
  const [request, ...others] = await server.received();
  expect(others).to.deep.equal([]);
  return { answer, request: request ?? expect.fail('nothing was asked') };
}

describe('HttpProvider', () => {
  it('asks for a list with everything that it depends on', async () => {
    const query = { search: 'nörd', pinned: ['7'], page: { limit: 10, offset: 20 }, snapshot: 's1' };
    const page = { items: [customer('1')], asOf: '2026-06-15T11:00:00Z', serverTime: '2026-06-15T12:00:01Z' };
    const { answer, request } = await ask(
      (provider) => provider.listCustomers(query, callWith({ locale: 'de', timeZone: 'Europe/Berlin' })),
      json(page),
    );
    expect(answer).to.deep.equal(page);
    expect(request).to.include({ method: 'POST', path: 'customers/query' });
    expect(request.headers).to.include({ accept: 'application/json', 'content-type': 'application/json' });
    expect(JSON.parse(request.body)).to.deep.equal({
      query,
      locale: 'de',
      timeZone: 'Europe/Berlin',
      now: now.toISOString(),
      policy: { graceDays: 30, horizons: [30, 60] },
    });
  });

  it('hands answers on as they come: the elements check them', async () => {
    expect((await ask((provider) => provider.listBeacons('7', callWith()), json(null))).answer).to.equal(null);
    expect((await ask((provider) => provider.describe(callWith()), json([7]))).answer).to.deep.equal([7]);
  });

  it('asks for one customer', async () => {
    const { answer, request } = await ask((provider) => provider.getCustomer('7', callWith()), json(customer('7')));
    expect(answer).to.deep.equal(customer('7'));
    expect(request).to.include({ method: 'GET', path: 'customers/7', body: '' });
  });

  it('takes the version of a customer from the reply where it does not say its own', async () => {
    const replyWith = (etag: string, more = {}) => json(customer('7', more), { headers: { etag } });
    const versionFrom = async (reply: Reply) =>
      (await ask((provider) => provider.getCustomer('7', callWith()), reply)).answer;
    expect(await versionFrom(replyWith('"v1"'))).to.deep.equal(customer('7', { version: 'v1' }));
    expect(await versionFrom(replyWith('"v1"', { version: 'v2' }))).to.deep.equal(customer('7', { version: 'v2' }));
    expect(await versionFrom(replyWith('W/"v1"')), 'weak').to.deep.equal(customer('7'));
    expect(await versionFrom(json(null, { headers: { etag: '"v1"' } }))).to.equal(null);
  });

  it('asks for the lists of one customer', async () => {
    const lists = await ask((provider) => provider.listEntitlements('7', callWith()), json([]));
    expect(lists.request).to.include({ method: 'GET', path: 'customers/7/entitlements' });
    const beacons = await ask((provider) => provider.listBeacons('7', callWith()), json([]));
    expect(beacons.request).to.include({ method: 'GET', path: 'customers/7/beacons' });
  });

  it('names any customer in a path, as one segment of it', async () => {
    for (const id of ['a/b', '../x', '?q#f', '100%', 'Zoë 🙂', 'a:b', '...']) {
      const { request } = await ask((provider) => provider.getCustomer(id, callWith()));
      expect(decodeURIComponent(request.path), id).to.equal(`customers/${id}`);
      expect(request.path.slice('customers/'.length), id).not.to.match(/[/?#]/);
    }
  });

  it('does not ask for a customer that no address can name', async () => {
    const server = await scriptReplies(json({}));
    const provider = new HttpProvider({ baseUrl: server.url, features: httpFeatures });
    for (const id of ['', '.', '..', 'half \ud83d']) {
      await expectRefusal(Promise.resolve(provider.getCustomer?.(id, callWith())), 'not-found', id);
      await expectRefusal(Promise.resolve(provider.listBeacons?.(id, callWith())), 'not-found', id);
      await expectRefusal(Promise.resolve(provider.updateCustomer?.(id, {}, mutation)), 'not-found', id);
    }
    expect(await server.received()).to.deep.equal([]);
  });

  it('asks for late columns, and gives them by organization ID', async () => {
    const late = { beacons: { state: 'ready', value: { total: 1 } } };
    const { answer, request } = await ask(
      (provider) => provider.enrichCustomers(['1', '2'], callWith()),
      // as text, because a literal would set a prototype
      { headers: { 'content-type': 'application/json' }, body: `{"1":${JSON.stringify(late)},"__proto__":{}}` },
    );
    expect(answer).to.deep.equal(new Map<string, unknown>(Object.entries({ 1: late, ['__proto__']: {} })));
    expect(request).to.include({ method: 'POST', path: 'customers/enrichments', body: '{"ids":["1","2"]}' });
    await expectRefusal(
      ask((provider) => provider.enrichCustomers(['1'], callWith()), json('none')),
      'invalid-data',
    );
  });

  it('creates customers', async () => {
    const result = { outcomes: [{ key: 'row-1', id: '8' }] };
    const { answer, request } = await ask((provider) => provider.createCustomers([draft], mutation), json(result));
    expect(answer).to.deep.equal(result);
    expect(request).to.include({ method: 'POST', path: 'customers' });
    expect(request.headers).to.include({ 'idempotency-key': 'key-1', 'content-type': 'application/json' });
    expect(JSON.parse(request.body)).to.deep.equal({ customers: [draft] });
  });

  it('changes a customer that is at the version that the viewer saw', async () => {
    const { answer, request } = await ask(
      (provider) => provider.updateCustomer('7', { name: 'Other' }, mutation),
      json(customer('7', { name: 'Other' }), { headers: { etag: '"18"' } }),
    );
    expect(answer).to.deep.equal(customer('7', { name: 'Other', version: '18' }));
    expect(request).to.include({ method: 'PATCH', path: 'customers/7', body: '{"name":"Other"}' });
    expect(request.headers).to.include({
      'if-match': '"17"',
      'idempotency-key': 'key-1',
      'content-type': 'application/merge-patch+json',
    });
  });

  it('sends no version where the viewer saw none, and none that the server cannot have given', async () => {
    const { ifVersion: _none, ...withoutVersion } = mutation;
    const { request } = await ask((provider) => provider.updateCustomer('7', {}, withoutVersion));
    expect(request.headers).not.to.have.property('if-match');
    for (const ifVersion of ['a"b', 'a b', 'ü', 'a\n']) {
      const refused = ask((provider) => provider.updateCustomer('7', {}, { ...mutation, ifVersion }));
      await expectRefusal(refused, 'conflict', ifVersion);
    }
  });

  it('deletes customers', async () => {
    const { answer, request } = await ask(
      (provider) => provider.deleteCustomers(['7'], mutation),
      json({ outcomes: [{ key: '7' }] }),
    );
    expect(answer).to.deep.equal({ outcomes: [{ key: '7' }] });
    expect(request).to.include({ method: 'POST', path: 'customers/deletions', body: '{"ids":["7"]}' });
    expect(request.headers).to.include({ 'idempotency-key': 'key-1' });
  });

  it('keeps no answer in a cache', async () => {
    const server = await scriptReplies(json(customer('7'), { headers: { 'cache-control': 'max-age=600' } }));
    const provider = new HttpProvider({ baseUrl: server.url });
    await provider.getCustomer?.('7', callWith());
    await provider.getCustomer?.('7', callWith());
    expect(await server.received()).to.have.length(2);
  });

  describe('its description', () => {
    it('is what the backend says', async () => {
      const description = { version: 1, features: [], paging: 'cursor', pins: true, can: { add: true } };
      const { answer, request } = await ask((provider) => provider.describe(callWith()), json(description));
      expect(answer).to.deep.equal(description);
      expect(request).to.include({ method: 'GET', path: 'description' });
    });

    it("gets the page's opinion of what counts, where the backend fixes the thresholds", async () => {
      const { policy } = callWith();
      const { answer } = await ask(
        (provider) => provider.describe(callWith({ policy })),
        json({ version: 1, policy: { graceDays: 7, horizons: [10] } }),
      );
      expect(checkDescription(answer).policy).to.deep.equal({
        graceDays: 7,
        horizons: [10],
        countsCapability: policy.countsCapability,
      });
    });

    it('is left to the elements to refuse where it is broken', async () => {
      const { answer } = await ask((provider) => provider.describe(callWith()), json({ version: 1, policy: 'none' }));
      expect(() => checkDescription(answer))
        .to.throw()
        .with.property('code', 'invalid-data');
    });

    it('is empty where the backend has none, and no other failure', async () => {
      for (const status of [404, 501]) {
        const { answer } = await ask((provider) => provider.describe(callWith()), { status });
        expect(answer).to.deep.equal({ version: 1, features: [] });
      }
      await expectRefusal(
        ask((provider) => provider.describe(callWith()), { status: 403 }),
        'forbidden',
      );
    });
  });

  describe('its features', () => {
    const methodsOf = (provider: HttpProvider) => httpFeatures.filter((feature) => provider[feature] !== undefined);

    it('are the reads, where nobody says otherwise', () => {
      const provider = new HttpProvider({ baseUrl: '/api' });
      expect(methodsOf(provider)).to.deep.equal(['enrichCustomers', 'getCustomer', 'listEntitlements', 'listBeacons']);
    });

    it('are those that the host names', () => {
      for (const feature of httpFeatures) {
        expect(methodsOf(new HttpProvider({ baseUrl: '/api', features: [feature] }))).to.deep.equal([feature]);
      }
      expect(methodsOf(new HttpProvider({ baseUrl: '/api', features: [] }))).to.deep.equal([]);
    });

    it('are those that the backend names, where the host asks it', async () => {
      const features = ['subscribe', 'fly', 7, 'getCustomer'];
      const server = await scriptReplies(json({ version: 1, features }), json({ items: [] }));
      const provider = await HttpProvider.connect({ baseUrl: server.url, headers: { 'x-api-key': 'k' } });
      expect(methodsOf(provider)).to.deep.equal(['getCustomer', 'subscribe']);
      await provider.listCustomers({ page: { limit: 1, offset: 0 } }, callWith());
      for (const { headers } of await server.received()) expect(headers).to.include({ 'x-api-key': 'k' });
    });

    it('are none of a backend without a description', async () => {
      const server = await scriptReplies({ status: 404 });
      expect(methodsOf(await HttpProvider.connect({ baseUrl: server.url }))).to.deep.equal([]);
    });

    it('are not guessed where the backend cannot be asked', async () => {
      const unreadable = await scriptReplies(json({ version: 1 }));
      await expectRefusal(HttpProvider.connect({ baseUrl: unreadable.url }), 'invalid-data');
      const silent = await scriptReplies({ ends: 'never' });
      const stop = new AbortController();
      const connecting = HttpProvider.connect({ baseUrl: silent.url }, { signal: stop.signal });
      stop.abort(new Error('not needed'));
      await connecting.then(
        () => expect.fail('connected'),
        (reason: unknown) => expect(reason).to.equal(stop.signal.reason),
      );
    });
  });

  describe('its base URL', () => {
    const query = { page: { limit: 1, offset: 0 } };
    const urlsAskedBy = async (baseUrl: string | URL) => {
      const urls: string[] = [];
      const provider = new HttpProvider({
        baseUrl,
        fetch: async (request) => {
          urls.push((request as Request).url);
          return Response.json({ items: [] });
        },
      });
      await provider.listCustomers(query, callWith());
      return urls;
    };

    it('may end in a slash or not, and may be relative to the page', async () => {
      expect(await urlsAskedBy('https://x.example/api')).to.deep.equal(['https://x.example/api/customers/query']);
      expect(await urlsAskedBy('https://x.example/api/')).to.deep.equal(['https://x.example/api/customers/query']);
      expect(await urlsAskedBy(new URL('https://x.example'))).to.deep.equal(['https://x.example/customers/query']);
      expect(await urlsAskedBy('/api/v1')).to.deep.equal([`${location.origin}/api/v1/customers/query`]);
    });

    it('is refused where it could carry a secret or is no address, without repeating it', () => {
      for (const baseUrl of [
        'https://me:s3cret@x.example/',
        'https://s3cret@x.example/',
        'https://x.example/?key=s3cret',
        'https://x.example/#s3cret',
        'data:text/plain,s3cret',
        'http://',
      ]) {
        expect(() => new HttpProvider({ baseUrl }), baseUrl).to.throw(TypeError, /^`baseUrl` has to be [^3]*$/);
      }
    });
  });
});
