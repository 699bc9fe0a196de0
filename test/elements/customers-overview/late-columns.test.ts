import { expect, waitUntil } from '@open-wc/testing';
import type { CustomersOverview } from '../../../src/elements/customers-overview/customers-overview.element.js';
import { ProviderError } from '../../../src/providers/provider-error.js';
import { ScriptedProvider } from '../../../src/testing/scripted-provider.js';
import {
  cell,
  columnTexts,
  customers,
  expirationsIn,
  inState,
  one,
  nextEvent,
  overview,
  rows,
  scrollerOf,
  textOf,
} from './fixtures.js';

const late = { expirations: { state: 'pending' } } as const;
const list = customers(1000, late);
const [, second] = list;

/** An overview of customers whose expirations are not there yet. */
async function withLateColumns(count: number, options: object = {}) {
  const provider = new ScriptedProvider({ offers: ['enrichCustomers'], ...options });
  const element = await overview(provider);
  (await provider.nextCall('listCustomers')).resolve({
    items: list.slice(0, Math.min(count, 100)),
    total: { value: count, precision: 'exact' },
  });
  await inState(element, 'ready');
  return { provider, element };
}

const skeletons = (element: CustomersOverview) =>
  element.renderRoot.querySelectorAll('tbody > tr:not([hidden]) [data-column=expirationStatus] .skeleton').length;

const known = (ids: unknown, days = 10) =>
  new Map((ids as readonly string[]).map((id) => [id, { expirations: expirationsIn([days]) }])); // asked by IDs

const frames = async (count: number) => {
  for (let frame = 0; frame < count; frame += 1) await new Promise(requestAnimationFrame);
};

describe('columns that come late', () => {
  it('are asked for once, for the rows in the page, and shown in their cells', async () => {
    const { provider, element } = await withLateColumns(5);
    expect(skeletons(element)).to.equal(5);
    const { asked, call, resolve } = await provider.nextCall('enrichCustomers');
    expect(asked).to.deep.equal([list.slice(0, 5).map(({ id }) => id)]);
    expect([call.locale, call.timeZone, call.signal.aborted]).to.deep.equal(['en', 'UTC', false]);
    resolve(known(asked[0]));
    await waitUntil(() => skeletons(element) === 0);
    expect(columnTexts(element, 'expirationStatus')).to.deep.equal(Array(5).fill('Expires in 30 days'));
    expect(textOf(cell(element, 1, 'name')), 'the rest is as it was').to.equal(second?.name);
    await frames(20);
    expect(provider.calls).to.have.length(2);
  });

  it('are not asked for where none is missing, or nobody offers them', async () => {
    const provider = new ScriptedProvider();
    const element = await overview(provider);
    (await provider.nextCall('listCustomers')).resolve({ items: list.slice(0, 3) });
    await inState(element, 'ready');
    await frames(20);
    expect([skeletons(element), provider.calls.length]).to.deep.equal([3, 1]);
  });

  it('are not available for whom the answer leaves out, and as far as it cannot be read', async () => {
    const { provider, element } = await withLateColumns(3);
    const { asked, resolve } = await provider.nextCall('enrichCustomers');
    const [first, , third] = asked[0] as readonly string[];
    resolve(
      new Map<unknown, unknown>([
        [first, { expirations: { state: 'forbidden' } }],
        [third, { expirations: { state: 'ready', value: 'soon' } }],
      ]),
    );
    await waitUntil(() => skeletons(element) === 0);
    const spoken = [0, 1, 2].map(
      (row) => cell(element, row, 'expirationStatus').querySelector('[role=img]')?.ariaLabel,
    );
    expect(spoken).to.deep.equal([
      'Expirations: only owners of the organization can see them',
      'Expirations: data unavailable',
      'Expirations: data unavailable',
    ]);
  });

  it('are asked for again where the provider does not know them yet, once it says that it knows more', async () => {
    const { provider, element } = await withLateColumns(2);
    const first = await provider.nextCall('enrichCustomers');
    const [id = ''] = first.asked[0] as readonly string[];
    first.resolve(known(first.asked[0]).set(id, late));
    await waitUntil(() => skeletons(element) === 1);
    await frames(20);
    expect(provider.calls).to.have.length(2);
    provider.hint({ type: 'progress', field: 'expirations', known: 2, of: 2 });
    const again = await provider.nextCall('enrichCustomers');
    expect(again.asked).to.deep.equal([[id]]);
    again.resolve(known([id]));
    await waitUntil(() => skeletons(element) === 0);
  });

  it('are given up for rows that have gone out of the page, and asked for where scrolling rests', async () => {
    const { provider, element } = await withLateColumns(1000, { ignoresAbort: true });
    const first = await provider.nextCall('enrichCustomers');
    scrollerOf(element).scrollTop = 540 * 44;
    const page = await provider.nextCall('listCustomers');
    const { offset = 0 } = (page.asked[0] as { page: { offset?: number } }).page;
    page.resolve({ items: list.slice(offset, offset + 100) });
    const second = await provider.nextCall('enrichCustomers');
    const ids = second.asked[0] as readonly string[];
    expect(Number(ids[0])).to.be.above(offset);
    expect([first.call.signal.aborted, second.call.signal.aborted]).to.deep.equal([true, false]);
    second.resolve(known(ids));
    await waitUntil(() => skeletons(element) === 0);
  });

  it('are not available, with the event for the host, where a failure does not pass', async () => {
    const { provider, element } = await withLateColumns(2);
    const failure = nextEvent(element, 'provider-error');
    (await provider.nextCall('enrichCustomers')).resolve('nothing');
    expect((await failure).code).to.equal('invalid-data');
    await waitUntil(() => skeletons(element) === 0);
    expect(columnTexts(element, 'expirationStatus')).to.deep.equal(['-', '-']);
    expect(element.matches(':state(stale)'), 'the list is as good as it was').to.equal(false);
  });

  it('stay on their way where a failure passes by itself', async () => {
    const { provider, element } = await withLateColumns(2);
    const failure = nextEvent(element, 'provider-error');
    (await provider.nextCall('enrichCustomers')).reject(new ProviderError('rate-limited', '', { retryAfterMs: 100 }));
    expect((await failure).code).to.equal('rate-limited');
    expect(skeletons(element)).to.equal(2);
    const { asked, resolve } = await provider.nextCall('enrichCustomers');
    resolve(known(asked[0]));
    await waitUntil(() => skeletons(element) === 0);
  });

  it('never overwrite what the row has by then, and never come under another provider', async () => {
    const { provider, element } = await withLateColumns(2);
    const { asked, call, resolve } = await provider.nextCall('enrichCustomers');
    provider.hint({ type: 'changed', ids: ['00001'] });
    (await provider.nextCall('listCustomers')).resolve({
      items: customers(1, { expirations: expirationsIn([45]) }),
    });
    await waitUntil(() => columnTexts(element, 'expirationStatus')[0] === 'Expires in 60 days');
    resolve(known(asked[0]));
    await waitUntil(() => skeletons(element) === 0);
    expect(columnTexts(element, 'expirationStatus')).to.deep.equal(['Expires in 60 days', 'Expires in 30 days']);
    expect(call.signal.aborted).to.equal(false);
  });

  describe('that were known before', () => {
    /** Late columns that were there once, and how many skeletons each frame has shown since. */
    async function readAnew() {
      const { provider, element } = await withLateColumns(2);
      const { asked, resolve } = await provider.nextCall('enrichCustomers');
      resolve(known(asked[0]));
      await waitUntil(() => skeletons(element) === 0);
      element.refresh();
      (await provider.nextCall('listCustomers')).resolve({ items: list.slice(0, 3) });
      const seen = new Set<number>();
      const look = () => {
        seen.add(skeletons(element));
        if (element.isConnected) requestAnimationFrame(look);
      };
      look();
      await waitUntil(() => rows(element).length === 3);
      return { provider, element, seen, again: await provider.nextCall('enrichCustomers') };
    }

    it('stay on screen while they are read anew, and until they are known', async () => {
      const { provider, element, seen, again } = await readAnew();
      const ids = list.slice(0, 3).map(({ id }) => id);
      expect(again.asked).to.deep.equal([ids]);
      expect(columnTexts(element, 'expirationStatus')).to.deep.equal(['Expires in 30 days', 'Expires in 30 days', '']);
      again.resolve(known(ids, 45).set(ids[0] ?? '', late));
      await waitUntil(() => columnTexts(element, 'expirationStatus')[2] === 'Expires in 60 days');
      expect(columnTexts(element, 'expirationStatus')[0], 'not known yet').to.equal('Expires in 30 days');
      provider.hint({ type: 'progress', field: 'expirations', known: 3, of: 3 });
      const last = await provider.nextCall('enrichCustomers');
      expect(last.asked).to.deep.equal([[ids[0]]]);
      last.resolve(known([ids[0]], 45));
      await waitUntil(() => columnTexts(element, 'expirationStatus')[0] === 'Expires in 60 days');
      expect(Math.max(...seen), 'no more than the third one has').to.equal(1);
    });

    for (const [code, shows] of [
      ['forbidden', '-'],
      ['unauthenticated', ''],
    ] as const)
      it(`go when they are refused by now: ${code}`, async () => {
        const { element, again } = await readAnew();
        again.reject({ code });
        await waitUntil(() => columnTexts(element, 'expirationStatus').join('') === shows.repeat(3));
        await frames(20);
        expect(one(element, 'tbody').textContent).to.not.contain('Expires in');
      });

    it('never come under another provider', async () => {
      const { element } = await readAnew();
      const other = new ScriptedProvider({ offers: ['enrichCustomers'] });
      element.provider = other;
      (await other.nextCall('listCustomers')).resolve({ items: list.slice(0, 2) });
      await waitUntil(() => skeletons(element) === 2);
      await other.nextCall('enrichCustomers');
      expect(skeletons(element)).to.equal(2);
    });
  });

  it('keep no failed list waiting when none of their rows is left to ask for', async () => {
    const { provider, element } = await withLateColumns(1000);
    const failure = { code: 'unavailable', retryAfterMs: 500 };
    (await provider.nextCall('enrichCustomers')).reject(failure);
    scrollerOf(element).scrollTop = 540 * 44;
    (await provider.nextCall('listCustomers')).reject({ code: 'unavailable' });
    await inState(element, 'stale');
    await provider.nextCall('listCustomers');
  });
});
