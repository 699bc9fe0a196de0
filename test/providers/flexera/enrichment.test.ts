import { expect } from '@open-wc/testing';
import type { CustomersHint } from '../../../src/providers/customers-provider.js';
import type { FlexeraProvider } from '../../../src/providers/flexera/flexera-provider.js';
import { callWith, expectRefusal } from '../samples.js';
import { apiCustomer, Clock, FlexeraService, providerOf, rowsOf, settled } from './flexera-api.js';

const second = 1_000;
const minute = 60 * second;
const one = /^GET \/msp\/v2\/orgs\/100\/customers\/\d+/;

let clock: Clock;
let service: FlexeraService;
let hints: CustomersHint[];
let ending: AbortController;

/** A service with this many customers, all of them the viewer's. */
function serviceOf(count: number): FlexeraService {
  const ids = Array.from({ length: count }, (_, index) => index + 1);
  const made = new FlexeraService(() => clock.now).grant({ owned: ids });
  made.customers.push(...ids.map((id) => apiCustomer(id)));
  return made;
}

/** Somebody listens, so that the background works. */
function listenTo(provider: FlexeraProvider): AbortController {
  const listening = new AbortController();
  provider.subscribe((hint) => hints.push(hint), { signal: listening.signal });
  return listening;
}

/** The list is there, and somebody listens. */
async function opened(more: Parameters<typeof providerOf>[1] = {}): Promise<FlexeraProvider> {
  const provider = providerOf(service, { signal: ending.signal, snowAtlas: false, ...more });
  listenTo(provider);
  await rowsOf(provider);
  return provider;
}

const progress = () => hints.flatMap((hint) => (hint.type === 'progress' ? [hint.known] : []));

/** How many customers are in each state, by what the list says. */
async function statesOf(provider: FlexeraProvider): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { expirations } of await rowsOf(provider, { search: '' }))
    counts[expirations.state] = (counts[expirations.state] ?? 0) + 1;
  return counts;
}

/** Shows or hides the page, as the browser would. */
function setHidden(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => {
  clock = new Clock();
  hints = [];
  ending = new AbortController();
});

afterEach(() => {
  ending.abort();
  Reflect.deleteProperty(document, 'hidden');
  clock.restore();
});

describe('FlexeraProvider: 1,000 customers in the background', function () {
  // some thousand requests, each of which has its body read by the browser: WebKitGTK takes more than ten seconds
  this.timeout(60_000);

  it('are all there within four minutes, and no minute has more than 400 requests', async () => {
    service = serviceOf(1000);
    service.latencyMs = 200;
    const opening = opened();
    await clock.pass(second);
    const provider = await opening;
    await clock.pass(4 * minute - second);
    expect(await statesOf(provider)).to.deep.equal({ ready: 1000 });
    expect(service.requested(one)).to.have.length(1000);
    expect(service.mostInAMinute).to.be.at.most(400);
    expect(clock.timers).to.equal(0);
  });

  it('tell how far they are, always further, and whose facts are there', async () => {
    service = serviceOf(300);
    await opened();
    await clock.pass(2 * minute);
    const known = progress();
    expect(known.length).to.be.greaterThan(20);
    expect(known).to.deep.equal([...known].sort((a, b) => a - b));
    expect(known.at(-1)).to.equal(300);
    expect(hints).to.deep.include({ type: 'progress', field: 'expirations', known: 300, of: 300 });
    const changed = hints.flatMap((hint) => (hint.type === 'changed' ? hint.ids : []));
    expect(new Set(changed).size).to.equal(300);
  });

  it('keep to a limit of the host, however low', async () => {
    service = serviceOf(30);
    const opening = opened({ requestsPerMinute: 10 });
    await clock.pass(5 * minute);
    await opening;
    expect(service.mostInAMinute).to.equal(8 + 0);
    expect(service.requested(one).length).to.be.greaterThan(20);
  });
});

describe('FlexeraProvider: rows in view', () => {
  it('come before all others, at once, while the background is busy', async () => {
    service = serviceOf(1000);
    const provider = await opened();
    await clock.pass(minute);
    const ids = Array.from({ length: 40 }, (_, index) => String(901 + index));
    const enriched = await provider.enrichCustomers(ids, callWith());
    expect([...enriched.values()].every(({ expirations }) => expirations?.state === 'ready')).to.equal(true);
    expect(service.mostInAMinute).to.be.at.most(400);
  });

  it('are completed without anybody listening, and nobody else is', async () => {
    service = serviceOf(300);
    const provider = providerOf(service, { snowAtlas: false });
    const enriched = await provider.enrichCustomers(['7', '9', 'nobody'], callWith());
    expect([...enriched.keys()]).to.deep.equal(['7', '9']);
    await clock.pass(minute);
    expect(service.requested(one)).to.have.length(2);
  });

  it('are not read again once they are known', async () => {
    service = serviceOf(3);
    const provider = providerOf(service);
    await provider.enrichCustomers(['1', '2'], callWith());
    await provider.enrichCustomers(['2', '3'], callWith());
    expect(service.requested(one)).to.have.length(3);
  });

  it('free their requests when they go out of view, and are read in their turn', async () => {
    service = serviceOf(20);
    service.answer(one, 'never', 8);
    const provider = providerOf(service, { snowAtlas: false });
    await rowsOf(provider);
    const leaving = new AbortController();
    const ids = Array.from({ length: 12 }, (_, index) => String(index + 1));
    const left = provider.enrichCustomers(ids, callWith({ signal: leaving.signal })).catch(() => 'left');
    await settled();
    expect(service.requested(one)).to.have.length(8);
    leaving.abort();
    expect(await left).to.equal('left');
    expect(service.requested(one).every(({ signal }) => signal.aborted)).to.equal(true);
    const enriched = await provider.enrichCustomers(['20', '1'], callWith());
    expect([...enriched.values()].map(({ expirations }) => expirations?.state)).to.deep.equal(['ready', 'ready']);
  });

  it("free their requests also where the host's fetch heeds no signal", async () => {
    service = serviceOf(20);
    let isDeaf = false;
    const provider = providerOf(
      Object.assign(Object.create(service) as FlexeraService, {
        fetch: async (input: RequestInfo | URL, init?: RequestInit) =>
          isDeaf ? new Promise<Response>(() => undefined) : service.fetch(input, init),
      }),
      { snowAtlas: false },
    );
    await rowsOf(provider);
    await provider.enrichCustomers(['20'], callWith());
    isDeaf = true;
    const leaving = new AbortController();
    const ids = Array.from({ length: 12 }, (_, index) => String(index + 1));
    const left = provider.enrichCustomers(ids, callWith({ signal: leaving.signal })).catch(() => 'left');
    await settled();
    leaving.abort();
    expect(await left).to.equal('left');
    isDeaf = false;
    const enriched = await provider.enrichCustomers(['1'], callWith());
    expect(enriched.get('1')?.expirations?.state).to.equal('ready');
  });
});

describe('FlexeraProvider: the background rests', () => {
  it('while the page is hidden, and goes on where it was', async () => {
    service = serviceOf(300);
    const provider = await opened();
    await clock.pass(10 * second);
    setHidden(true);
    await clock.pass(5 * second);
    const before = service.requests.length;
    await clock.pass(10 * minute);
    expect(service.requests.length).to.equal(before);
    setHidden(false);
    await clock.pass(2 * minute);
    expect(await statesOf(provider)).to.deep.equal({ ready: 300 });
    expect(service.requested(one).length).to.be.at.most(300 + 4);
  });

  it('while the host pauses it', async () => {
    service = serviceOf(300);
    const provider = await opened();
    provider.pause();
    await clock.pass(second);
    const before = service.requests.length;
    await clock.pass(minute);
    expect(service.requests.length).to.equal(before);
    provider.resume();
    await clock.pass(2 * minute);
    expect(await statesOf(provider)).to.deep.equal({ ready: 300 });
  });

  it('while nobody listens, and leaves no timer behind', async () => {
    service = serviceOf(300);
    const provider = providerOf(service);
    const listening = listenTo(provider);
    const other = listenTo(provider);
    await rowsOf(provider);
    await clock.pass(5 * second);
    listening.abort();
    const before = service.requests.length;
    await clock.pass(5 * second);
    expect(service.requests.length).to.be.greaterThan(before);
    other.abort();
    await clock.pass(5 * second);
    const after = service.requests.length;
    await clock.pass(minute);
    expect(service.requests.length).to.equal(after);
    expect(clock.timers).to.equal(0);
  });

  it('for good once the host ends it', async () => {
    service = serviceOf(300);
    const provider = await opened();
    ending.abort();
    await clock.pass(second);
    const before = service.requests.length;
    listenTo(provider);
    await clock.pass(minute);
    expect(service.requests.length).to.equal(before);
  });
});

describe('FlexeraProvider: one customer that fails', () => {
  it('is unavailable with a code while the others go on, and is read again later', async () => {
    service = serviceOf(50);
    service.answer(/customers\/7\?/, { status: 500 }, 1);
    const provider = await opened();
    await clock.pass(15 * second);
    expect(await statesOf(provider)).to.deep.equal({ ready: 49, unavailable: 1 });
    const [seven] = await rowsOf(provider, { ids: ['7'] });
    expect(seven?.expirations).to.deep.equal({ state: 'unavailable', code: 'unavailable' });
    await clock.pass(minute);
    expect(await statesOf(provider)).to.deep.equal({ ready: 50 });
  });

  it('is read four times at most', async () => {
    service = serviceOf(5);
    service.answer(/customers\/3\?/, { status: 500 });
    await opened();
    await clock.pass(60 * minute);
    expect(service.requested(/customers\/3\?/)).to.have.length(4);
    expect(clock.timers).to.equal(0);
  });

  const finals: readonly (readonly [number, object])[] = [
    [403, { state: 'forbidden' }],
    [404, { state: 'unavailable', code: 'not-found' }],
  ];
  for (const [status, expected] of finals) {
    it(`with ${status} is not read again`, async () => {
      service = serviceOf(5);
      service.answer(/customers\/3\?/, { status });
      const provider = await opened();
      await clock.pass(60 * minute);
      expect(service.requested(/customers\/3\?/)).to.have.length(1);
      expect((await rowsOf(provider, { ids: ['3'] }))[0]?.expirations).to.deep.equal(expected);
    });
  }

  it('does not hold up the others in view', async () => {
    service = serviceOf(3);
    service.answer(/customers\/2\?/, 'network error');
    const enriched = await providerOf(service).enrichCustomers(['1', '2', '3'], callWith());
    expect([...enriched.values()].map(({ expirations }) => expirations?.state)).to.deep.equal([
      'ready',
      'unavailable',
      'ready',
    ]);
  });

  it('that takes too long is given up after half a minute', async () => {
    service = serviceOf(3);
    service.answer(/customers\/2\?/, 'never', 1);
    const provider = providerOf(service);
    await rowsOf(provider);
    const enriching = provider.enrichCustomers(['1', '2', '3'], callWith());
    await clock.pass(30 * second);
    const enriched = await enriching;
    expect(enriched.get('2')?.expirations).to.deep.equal({ state: 'unavailable', code: 'timeout' });
  });
});

describe('FlexeraProvider: the limits of the server', () => {
  it('hold everything up for as long as a refusal says, and nobody is to blame', async () => {
    service = serviceOf(100);
    const provider = await opened();
    await clock.pass(5 * second);
    service.answer(one, { status: 429, headers: { 'retry-after': '45' } }, 1);
    await clock.pass(2 * second);
    const before = service.requests.length;
    await clock.pass(40 * second);
    expect(service.requests.length).to.equal(before);
    await clock.pass(minute);
    expect(await statesOf(provider)).to.deep.equal({ ready: 100 });
  });

  it('are heeded where the refusal names a date', async () => {
    service = serviceOf(100);
    await opened();
    await clock.pass(5 * second);
    const date = new Date(Date.now() + 45 * second).toUTCString();
    service.answer(one, { status: 429, headers: { 'retry-after': date } }, 1);
    await clock.pass(2 * second);
    const before = service.requests.length;
    await clock.pass(40 * second);
    expect(service.requests.length).to.equal(before);
  });

  it('leave rows in view pending, which come with the background', async () => {
    service = serviceOf(3);
    service.answer(one, { status: 429, headers: { 'retry-after': '5' } }, 2);
    const provider = providerOf(service, { signal: ending.signal });
    const enriched = await provider.enrichCustomers(['1', '2', '3'], callWith());
    expect([...enriched.values()].map(({ expirations }) => expirations?.state)).to.deep.equal([
      'pending',
      'pending',
      'ready',
    ]);
    listenTo(provider);
    await clock.pass(minute);
    expect(await statesOf(provider)).to.deep.equal({ ready: 3 });
  });

  it('are kept to by what the server says is left', async () => {
    service = serviceOf(600);
    service.limit = 200;
    const provider = await opened();
    await clock.pass(8 * minute);
    expect(await statesOf(provider)).to.deep.equal({ ready: 600 });
    expect(service.mostInAMinute).to.be.at.most(200);
  });

  it('make the list wait and be asked again', async () => {
    service = serviceOf(3);
    service.answer(/customers$/, { status: 429, headers: { 'retry-after': '3' } }, 1);
    const rows = rowsOf(providerOf(service));
    await clock.pass(4 * second);
    expect(await rows).to.have.length(3);
    expect(service.requested(/customers$/)[1]?.at).to.be.within(3 * second, 4 * second);
  });
});

describe('FlexeraProvider: a session that ends', () => {
  it('takes along what was read, and is told by everything that is asked until there is another', async () => {
    service = serviceOf(100);
    const provider = await opened();
    await clock.pass(5 * second);
    hints.length = 0;
    service.answer(/./, { status: 401 });
    await clock.pass(5 * second);
    expect(hints).to.deep.include({ type: 'invalidated' });
    await expectRefusal(rowsOf(provider), 'unauthenticated');
    const before = service.requests.length;
    await clock.pass(10 * minute);
    expect(service.requests.length).to.equal(before);
    service.answer(/./, () => undefined);
    expect(await rowsOf(provider)).to.have.length(100);
    await clock.pass(minute);
    expect(await statesOf(provider)).to.deep.equal({ ready: 100 });
  });
});

describe('FlexeraProvider: results while facts come in', () => {
  it('keep their order from window to window, and name no other result', async () => {
    service = serviceOf(250);
    const provider = await opened();
    const sort = [{ field: 'expirationStatus', direction: 'ascending' }] as const;
    const first = await provider.listCustomers({ sort, page: { offset: 0, limit: 100 } }, callWith());
    await clock.pass(20 * second);
    const { snapshot } = first;
    const second100 = await provider.listCustomers({ sort, snapshot, page: { offset: 100, limit: 100 } }, callWith());
    const third = await provider.listCustomers({ sort, snapshot, page: { offset: 200, limit: 100 } }, callWith());
    expect([second100.snapshot, third.snapshot]).to.deep.equal([snapshot, snapshot]);
    const ids = [first, second100, third].flatMap(({ items }) => items.map(({ id }) => id));
    expect(new Set(ids).size).to.equal(250);
    expect(first.incomplete).to.deep.include({ known: 0, of: 250 });
    expect(third.incomplete?.known).to.be.greaterThan(50);
  });

  it('are others after the list was read anew', async () => {
    service = serviceOf(3);
    const provider = await opened();
    const query = { page: { offset: 0, limit: 10 } };
    const first = await provider.listCustomers(query, callWith());
    await clock.pass(20 * second);
    service.customers.push(apiCustomer(4));
    const again = await provider.listCustomers(query, callWith());
    expect(again.items).to.have.length(4);
    expect(again.asOf).to.not.equal(first.asOf);
    const late = await provider.listCustomers({ ...query, snapshot: first.snapshot }, callWith());
    expect(late.snapshot).to.not.equal(first.snapshot);
  });

  it('keep what is known when the list is read anew, and read who changed', async () => {
    service = serviceOf(3);
    const provider = await opened();
    await clock.pass(20 * second);
    const [changing] = service.customers;
    if (changing) service.customers[0] = { ...changing, updatedAt: '2026-06-15T12:00:10Z', capabilities: [] };
    const rows = await rowsOf(provider);
    expect(rows.map(({ expirations }) => expirations.state)).to.deep.equal(['ready', 'ready', 'ready']);
    await clock.pass(20 * second);
    expect(service.requested(one)).to.have.length(4);
    const [first] = await rowsOf(provider, { ids: ['1'] });
    expect(first?.expirations).to.deep.include({ value: { undated: 0, unreadable: 0, dates: [] } });
  });

  it('read everybody anew with the list once what is known is older than five minutes', async () => {
    service = serviceOf(3);
    const provider = await opened();
    await clock.pass(6 * minute);
    await rowsOf(provider);
    await clock.pass(20 * second);
    expect(service.requested(one)).to.have.length(6);
  });
});
