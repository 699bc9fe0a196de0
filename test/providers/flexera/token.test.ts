import { expect } from '@open-wc/testing';
import { FlexeraProvider } from '../../../src/providers/flexera/flexera-provider.js';
import { ProviderError } from '../../../src/providers/provider-error.js';
import { callWith, expectRefusal, hostile, rejectionOf } from '../samples.js';
import {
  apiCustomer,
  changeWith,
  FlexeraService,
  goaError,
  orgId,
  providerOf,
  rowsOf,
  settled,
  token,
} from './flexera-api.js';

describe('FlexeraProvider: the token', () => {
  it('is asked for with each request, and sent in its header', async () => {
    const service = new FlexeraService();
    let asked = 0;
    await rowsOf(providerOf(service, { getToken: async () => `token-${(asked += 1)}` }));
    expect(service.requests.map(({ authorization }) => authorization).sort()).to.deep.equal([
      'Bearer token-1',
      'Bearer token-2',
      'Bearer token-3',
    ]);
  });

  it('is asked for once more, for all whose request was refused together, and no more than that', async () => {
    const service = new FlexeraService();
    service.answer(/./, ({ authorization }) => (authorization === 'Bearer fresh' ? undefined : { status: 401 }));
    service.customers.push(apiCustomer(1));
    const calls: boolean[] = [];
    let current = 'stale';
    const provider = new FlexeraProvider({
      zone: 'eu',
      orgId,
      userId: 7,
      fetch: service.fetch,
      getToken: async ({ isRefused }) => {
        calls.push(isRefused);
        if (isRefused) current = 'fresh';
        return current;
      },
    });
    expect(await rowsOf(provider)).to.have.length(1);
    expect(calls.filter((isRefused) => isRefused)).to.have.length(1);
    expect(service.requests.every(({ url }) => url.startsWith('https://api.flexera.eu/'))).to.equal(true);
  });

  it('that is refused again ends the session, without a loop', async () => {
    const service = new FlexeraService().answer(/./, { status: 401, body: goaError('unauthorized') });
    await expectRefusal(rowsOf(providerOf(service)), 'unauthenticated');
    expect(service.requested(/customers$/)).to.have.length(2);
  });

  it('that is refused for a change is not taken for a reason to send it twice', async () => {
    const service = new FlexeraService().answer(/^(?!GET)/, { status: 401 });
    service.customers.push(apiCustomer(1));
    await expectRefusal(providerOf(service).deleteCustomers(['1'], changeWith()), 'unauthenticated');
    expect(service.requested(/^(?!GET)/)).to.have.length(1);
  });

  it('that the host does not give is a session that has ended, or what the host says', async () => {
    const service = new FlexeraService();
    const failing = (error: unknown) => providerOf(service, { getToken: async () => Promise.reject(error) });
    await expectRefusal(rowsOf(failing(new Error('no session'))), 'unauthenticated');
    await expectRefusal(rowsOf(failing(new ProviderError('forbidden'))), 'forbidden');
    expect(service.requests).to.have.length(0);
  });

  it("is left out where the host's own requests carry what permits them", async () => {
    const service = new FlexeraService();
    service.customers.push(apiCustomer(1));
    const provider = new FlexeraProvider({ baseUrl: '/flexera/', orgId, fetch: service.fetch });
    service.answer(/^GET \/flexera\/msp\/v2\/orgs\/100\/customers$/, { status: 200, body: [apiCustomer(1)] });
    expect(await rowsOf(provider)).to.have.length(1);
    expect(service.requests.map(({ url, authorization }) => [url, authorization])).to.deep.equal([
      [`${location.origin}/flexera/msp/v2/orgs/100/customers`, null],
    ]);
  });

  it('is nowhere but in that header, whatever happens', async () => {
    const seen: unknown[] = [];
    const told = { log: console.log, warn: console.warn, error: console.error, debug: console.debug };
    for (const level of Object.keys(told)) Reflect.set(console, level, (...args: unknown[]) => seen.push(...args));
    try {
      const service = new FlexeraService().grant({ actions: ['create', 'update', 'delete'], owned: [1, 2, 3] });
      service.customers.push(apiCustomer(1), apiCustomer(2), apiCustomer(3));
      const provider = providerOf(service);
      const listening = new AbortController();
      provider.subscribe((hint) => seen.push(hint), { signal: listening.signal });
      seen.push(await rowsOf(provider), await provider.describe(callWith()));
      seen.push([...(await provider.enrichCustomers(['1'], callWith()))], await provider.getCustomer('1', callWith()));
      seen.push(await provider.deleteCustomers(['3'], changeWith()));
      const echo = goaError(`bad ${token}`, `The token ${token} is not welcome`);
      const failures = [
        { status: 500, body: echo },
        { status: 409, body: echo },
        { status: 401, body: echo },
        { status: 400, body: `<p>${token}</p>`, headers: { 'x-echo': token } },
        'network error' as const,
      ];
      for (const failure of failures) {
        service.answer(/^(PATCH|DELETE|POST)|\/customers\/2/, failure);
        seen.push(await rejectionOf(provider.updateCustomer('2', { name: 'x' }, changeWith())));
        seen.push(await provider.deleteCustomers(['2'], changeWith()).catch((error: unknown) => error));
        seen.push(await rejectionOf(provider.getCustomer('2', callWith())));
      }
      const unlucky = providerOf(service, { getToken: async () => Promise.reject(new Error(`no ${token}`)) });
      seen.push(await rejectionOf(rowsOf(unlucky)));
      const spoilt = providerOf(service, { getToken: () => hostile<string>(`${token}\n`) });
      service.answer(/./, 'network error');
      seen.push(await rejectionOf(rowsOf(spoilt)));
      await settled();
      listening.abort();
      expect(service.requests.some(({ authorization }) => authorization?.includes(token))).to.equal(true);
      for (const { url, body } of service.requests) seen.push(url, body);
    } finally {
      Object.assign(console, told);
    }
    seen.push(
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      document.documentElement.outerHTML,
    );
    seen.push(
      location.href,
      history.state,
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    expect(seen.map(textOf).filter((text) => text.includes(token))).to.deep.equal([]);
  }).timeout(30_000);
});

/** All the text that somebody may get out of a value, an error's stack, cause and own properties included. */
function textOf(value: unknown): string {
  if (!(value instanceof Error)) return JSON.stringify(value) ?? '';
  const own = Object.fromEntries(Object.getOwnPropertyNames(value).map((name) => [name, Reflect.get(value, name)]));
  return `${String(value)} ${value.stack} ${JSON.stringify(own)} ${textOf(value.cause)}`;
}
