import { expect } from '@open-wc/testing';
import type { CustomersHint, CustomersPage } from '../../src/providers/customers-provider.js';
import { ScriptedProvider, type ProviderMethod } from '../../src/testing/index.js';
import { callWith, rejectionOf } from '../providers/samples.js';

const query = { page: { offset: 0, limit: 10 } };

describe('ScriptedProvider', () => {
  it('answers when the test does, with what the test says', async () => {
    const provider = new ScriptedProvider();
    const call = callWith();
    const answer = provider.listCustomers(query, call);
    const asked = await provider.nextCall('listCustomers');
    expect(asked).to.deep.include({ method: 'listCustomers', asked: [query] });
    expect(asked.call).to.equal(call);
    asked.resolve('nonsense');
    asked.reject(new Error('too late'));
    expect(await answer).to.equal('nonsense');
  });

  it('fails with what the test says', async () => {
    const provider = new ScriptedProvider();
    const answer = provider.listCustomers(query, callWith());
    (await provider.nextCall('listCustomers')).reject(undefined);
    expect(await rejectionOf(answer)).to.equal(undefined);
  });

  it('answers in any order', async () => {
    const provider = new ScriptedProvider();
    const answers = [provider.listCustomers(query, callWith()), provider.listCustomers(query, callWith())];
    const first = await provider.nextCall('listCustomers');
    const second = await provider.nextCall('listCustomers');
    expect(provider.calls).to.deep.equal([first, second]);
    const page: CustomersPage = { items: [] };
    second.resolve(page);
    expect(await answers[1]).to.equal(page);
    first.resolve(undefined);
    expect(await answers[0]).to.equal(undefined);
  });

  it('answers and fails as late as the test says, the earlier ones first, each at its moment', async () => {
    const provider = new ScriptedProvider({ now: new Date('2026-06-15T12:00:00Z') });
    const came: string[] = [];
    const note = (what: string) => came.push(`${what} ${provider.now.toISOString().slice(14, 23)}`);
    for (const [what, afterMs] of [
      ['slow', 300],
      ['quick', 20],
      ['as slow', 300],
    ] as const) {
      void provider.listCustomers({ ...query, search: what }, callWith());
      const { resolve } = await provider.nextCall('listCustomers');
      // looked at when the answer is taken, while the clock stands at its moment
      resolve(
        {
          get then() {
            return void note(what);
          },
        },
        afterMs,
      );
    }
    const failing = rejectionOf(provider.listCustomers(query, callWith()));
    (await provider.nextCall('listCustomers')).reject('lost', 1000);
    expect(came, 'nothing comes by itself').to.deep.equal([]);
    provider.advanceBy(19);
    expect(came).to.deep.equal([]);
    provider.advanceBy(500);
    expect(came).to.deep.equal(['quick 00:00.020', 'slow 00:00.300', 'as slow 00:00.300']);
    expect(provider.now.toISOString()).to.equal('2026-06-15T12:00:00.519Z');
    provider.advanceBy(481);
    expect(await failing).to.equal('lost');
    provider.advanceBy(5000);
    expect(came, 'each comes once').to.have.length(3);
  });

  it('takes what comes first, also before what was scripted earlier', async () => {
    const provider = new ScriptedProvider();
    const answer = provider.listCustomers(query, callWith());
    const { resolve, reject } = await provider.nextCall('listCustomers');
    reject(new Error('too late'), 200);
    resolve('first', 100);
    provider.advanceBy(1000);
    expect(await answer).to.equal('first');
  });

  it('fails an aborted call at once, however late its answer would be', async () => {
    const provider = new ScriptedProvider();
    const controller = new AbortController();
    const answer = provider.listCustomers(query, callWith({ signal: controller.signal }));
    (await provider.nextCall('listCustomers')).resolve('late', 100);
    controller.abort('gone');
    provider.advanceBy(100);
    expect(await rejectionOf(answer)).to.equal('gone');
  });

  it('has the clock of the page at first, which stands still', () => {
    const before = Date.now();
    const provider = new ScriptedProvider();
    const first = provider.now.getTime();
    expect(first).to.be.within(before, Date.now());
    provider.now.setTime(0);
    expect(provider.now.getTime()).to.equal(first);
  });

  it('waits for a call that is still to come, each waiter for its own', async () => {
    const provider = new ScriptedProvider({ offers: ['describe'] });
    const waiters = [provider.nextCall('listCustomers'), provider.nextCall('listCustomers')] as const;
    const other = provider.nextCall('describe');
    void provider.listCustomers(query, callWith());
    void provider.listCustomers({ ...query, search: 'x' }, callWith());
    void provider.describe?.(callWith());
    expect((await waiters[0]).asked).to.deep.equal([query]);
    expect((await waiters[1]).asked).to.deep.equal([{ ...query, search: 'x' }]);
    expect((await other).asked).to.deep.equal([]);
    void provider.listCustomers({ ...query, search: 'y' }, callWith());
    expect((await provider.nextCall('listCustomers')).asked).to.deep.equal([{ ...query, search: 'y' }]);
  });

  it('has the optional methods that it is asked to have, and no others', () => {
    const optional: readonly ProviderMethod[] = [
      'describe',
      'enrichCustomers',
      'getCustomer',
      'listEntitlements',
      'listBeacons',
      'createCustomers',
      'updateCustomer',
      'deleteCustomers',
    ];
    const bare = new ScriptedProvider();
    for (const method of optional) {
      expect(bare[method], method).to.equal(undefined);
      const provider = new ScriptedProvider({ offers: [method] });
      expect(optional.filter((other) => provider[other] !== undefined)).to.deep.equal([method]);
    }
  });

  it('records the questions of every method', async () => {
    const mutation = { ...callWith(), idempotencyKey: 'k' };
    const provider = new ScriptedProvider({
      offers: [
        'enrichCustomers',
        'getCustomer',
        'listEntitlements',
        'listBeacons',
        'createCustomers',
        'updateCustomer',
        'deleteCustomers',
      ],
    });
    void provider.enrichCustomers?.(['1'], callWith());
    void provider.getCustomer?.('2', callWith());
    void provider.listEntitlements?.('3', callWith());
    void provider.listBeacons?.('4', callWith());
    void provider.createCustomers?.([], mutation);
    void provider.updateCustomer?.('5', { name: 'n' }, mutation);
    void provider.deleteCustomers?.(['6'], mutation);
    expect(provider.calls.map(({ method, asked }) => [method, ...asked])).to.deep.equal([
      ['enrichCustomers', ['1']],
      ['getCustomer', '2'],
      ['listEntitlements', '3'],
      ['listBeacons', '4'],
      ['createCustomers', []],
      ['updateCustomer', '5', { name: 'n' }],
      ['deleteCustomers', ['6']],
    ]);
    expect(provider.calls.at(-1)?.call).to.equal(mutation);
  });

  it('fails an aborted call at once, with the reason of the signal', async () => {
    const provider = new ScriptedProvider();
    const controller = new AbortController();
    const answer = provider.listCustomers(query, callWith({ signal: controller.signal }));
    const reason = new Error('gone');
    controller.abort(reason);
    expect(await rejectionOf(answer)).to.equal(reason);
    expect(await rejectionOf(provider.listCustomers(query, callWith({ signal: controller.signal })))).to.equal(reason);
    expect(provider.calls).to.have.length(2);
  });

  it('keeps an aborted call open where it ignores that', async () => {
    const provider = new ScriptedProvider({ ignoresAbort: true });
    const answer = provider.listCustomers(query, callWith({ signal: AbortSignal.abort() }));
    (await provider.nextCall('listCustomers')).resolve('late');
    expect(await answer).to.equal('late');
  });

  it('gives hints to everybody who subscribed, until they go', () => {
    const provider = new ScriptedProvider();
    const heard: CustomersHint[] = [];
    const stop = new AbortController();
    provider.subscribe((hint) => heard.push(hint), { signal: stop.signal });
    provider.subscribe((hint) => heard.push(hint), { signal: new AbortController().signal });
    const hint: CustomersHint = { type: 'changed', ids: ['1'] };
    provider.hint(hint);
    expect(heard).to.deep.equal([hint, hint]);
    stop.abort();
    provider.hint({ type: 'invalidated' });
    expect(heard).to.have.length(3);
  });
});
