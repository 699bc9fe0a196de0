import { expect, waitUntil } from '@open-wc/testing';
import type { CustomersProvider } from '../../../src/providers/customers-provider.js';
import { ScriptedProvider } from '../../../src/testing/scripted-provider.js';
import {
  cell,
  columnTexts,
  customer,
  customers,
  inState,
  nextEvent,
  now,
  one,
  overview,
  rows,
  scrollTo,
  scrollerOf,
  textOf,
} from './fixtures.js';
import { exact, expectNothingUncaught, providerOf, watched } from './hostile.js';

expectNothingUncaught();

describe('a provider that fails', () => {
  const throwing = () => {
    throw new Error('at once');
  };

  const rejected = (reason: unknown) => Promise.reject(reason);
  const evil = new Proxy({}, { get: throwing, has: throwing });
  const cases: readonly (readonly [what: string, answer: () => unknown, code: string])[] = [
    ['throws at once', throwing, 'unknown'],
    ['rejects with nothing', () => rejected(undefined), 'unknown'],
    ['rejects with something that throws', () => rejected(evil), 'unknown'],
    ['answers with null', () => null, 'invalid-data'],
    ['answers with nothing', () => undefined, 'invalid-data'],
    ['answers with a word', () => 'customers', 'invalid-data'],
    ['answers with {}', () => ({}), 'invalid-data'],
    ['answers with a null list', () => ({ items: null }), 'invalid-data'],
    ['answers with a list that is an object', () => ({ items: { length: 3 } }), 'invalid-data'],
  ];

  for (const [what, answer, code] of cases)
    it(`because it ${what} shows the failure and reports it once`, async () => {
      const { element, codes } = await watched(providerOf(answer));
      await inState(element, 'failed');
      expect(codes).to.deep.equal([code]);
      expect(textOf(one(element, '[part~=state]'))).to.contain('The customers could not be loaded');
      expect(element.renderRoot.querySelector('[part~=state] button')).to.not.equal(null);
    });

  it('because it has no listCustomers at all shows the failure', async () => {
    const { element, codes } = await watched({} as unknown as CustomersProvider);
    await inState(element, 'failed');
    expect(codes).to.deep.equal(['unknown']);
  });

  it('at once may be replaced by the host when it hears of it', async () => {
    const element = await overview(undefined);
    element.addEventListener('provider-error', () => (element.provider = providerOf(() => ({ items: customers(2) }))));
    element.provider = providerOf(throwing);
    await inState(element, 'ready');
    expect(rows(element)).to.have.length(2);
  });

  it('on a window in the middle leaves the other rows, and asks again on request', async () => {
    const list = customers(300);
    let isBroken = true;
    const { element, codes } = await watched(
      providerOf(({ offset, limit }) => {
        if (offset > 0 && isBroken) throw new Error('in the middle');
        return { items: list.slice(offset, offset + limit), total: exact(300) };
      }),
    );
    await inState(element, 'ready');
    scrollerOf(element).scrollTop = 1e6;
    await inState(element, 'stale');
    expect(codes).to.deep.equal(['unknown']);
    scrollerOf(element).scrollTop = 0;
    await waitUntil(() => columnTexts(element, 'name').includes('Customer 00001'));
    isBroken = false;
    one(element, '[part~=notice] button').click();
    await waitUntil(() => !element.matches(':state(stale)'));
    await scrollTo(element, 1e6);
    await waitUntil(() => columnTexts(element, 'name').at(-1) === 'Customer 00300');
  });

  it('by never answering leaves the skeleton, and its successor works', async () => {
    const { element } = await watched(new ScriptedProvider());
    await inState(element, 'loading');
    element.provider = providerOf(() => ({ items: customers(1) }));
    await inState(element, 'ready');
  });

  it('in its description is reported, while its rows are shown', async () => {
    const provider = { ...providerOf(() => ({ items: customers(1) })), describe: throwing };
    const { element, codes } = await watched(provider);
    await inState(element, 'ready');
    await waitUntil(() => codes.length > 0);
    expect(codes).to.deep.equal(['unknown']);
  });
});

describe('a provider whose words are hostile', () => {
  it('by a name of 1 MB is cut, in its cell and in what is spoken', async () => {
    const items = [customer({ id: '1', name: 'x'.repeat(1e6) }), customer({ id: '2', name: 'Good' })];
    const { element } = await watched(providerOf(() => ({ items })));
    await inState(element, 'ready');
    expect(rows(element)[0]?.outerHTML.length).to.be.below(10_000);
    expect(cell(element, 1, 'name').textContent).to.contain('Good');
  });

  it('by __proto__ keys poisons nothing', async () => {
    const row = JSON.stringify({ ...customer({ id: '1', name: 'A' }) }).replace('{', '{"__proto__":{"isAdmin":true},');
    const { element } = await watched(
      providerOf(() => JSON.parse(`{"__proto__":{"items":[]},"constructor":1,"items":[${row}]}`) as unknown),
    );
    await inState(element, 'ready');
    expect(columnTexts(element, 'name')).to.deep.equal(['A']);
    expect(({} as { isAdmin?: boolean }).isAdmin).to.equal(undefined);
  });

  it('by markup and invisible characters is text that shows all of it', async () => {
    const name = '<img src=x onerror=alert(1)>\u202e\u0000{{7*7}}${1}';
    const { element } = await watched(providerOf(() => ({ items: [customer({ id: '<b>', name, externalId: name })] })));
    await inState(element, 'ready');
    const visible = '<img src=x onerror=alert(1)>[U+202E][U+0000]{{7*7}}${1}';
    expect(columnTexts(element, 'name')).to.deep.equal([visible]);
    expect(columnTexts(element, 'externalId')).to.deep.equal([visible]);
    expect(element.renderRoot.querySelectorAll('img, b')).to.have.length(0);
  });
});

describe('a provider that answers twice, or after it was let go', () => {
  it('is heard once', async () => {
    const provider = new ScriptedProvider({ ignoresAbort: true });
    const element = await overview(provider, { now });
    const { resolve, reject } = await provider.nextCall('listCustomers');
    resolve({ items: customers(1) });
    resolve({ items: customers(2) });
    reject(new Error('after all'));
    await inState(element, 'ready');
    expect(rows(element)).to.have.length(1);
    element.query = { search: 'a' };
    const late = await provider.nextCall('listCustomers');
    element.remove();
    expect(late.call.signal.aborted).to.equal(true);
    const failure = Promise.race([
      nextEvent(element, 'provider-error').then(() => 'heard'),
      new Promise(requestAnimationFrame),
    ]);
    late.reject(new Error('late'));
    expect(await failure).to.not.equal('heard');
  });
});
