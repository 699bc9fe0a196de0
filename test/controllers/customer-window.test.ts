import { expect } from '@open-wc/testing';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ChangedCustomers } from '../../src/controllers/changed-customers.js';
import { CustomerWindow } from '../../src/controllers/customer-window.js';
import { defaultExpirationPolicy } from '../../src/domain/expirations.js';
import type { CustomersQuery, ListQuery } from '../../src/domain/query.js';
import { sampleCustomers } from '../../src/testing/sample-customers.js';
import { ScriptedProvider, type ScriptedCall } from '../../src/testing/scripted-provider.js';

const now = new Date('2026-06-15T12:00:00Z');
const list = sampleCustomers(20_000, { now });

/** A host without a page: updates when it is told to. */
class Host implements ReactiveControllerHost {
  readonly updateComplete = Promise.resolve(true);
  readonly #controllers: ReactiveController[] = [];
  provider: ScriptedProvider | undefined = new ScriptedProvider({ ignoresAbort: true });
  query: ListQuery = {};
  locale = 'en';
  goesByCursor = false;
  now = now;
  policy = defaultExpirationPolicy;
  readonly results: boolean[] = [];
  readonly errors: unknown[] = [];
  readonly gone: number[] = [];
  readonly window = new CustomerWindow(this, {
    provider: () => this.provider,
    query: () => this.query,
    call: () => ({ locale: this.locale, timeZone: 'UTC', now: this.now, policy: this.policy }),
    goesByCursor: () => this.goesByCursor,
    onResult: (isNewQuestion) => this.results.push(isNewQuestion),
    onError: (error) => this.errors.push(error),
  });

  constructor() {
    this.window.rereadBy((options) => new ChangedCustomers({ ...options, onGone: (count) => this.gone.push(count) }));
  }

  addController(controller: ReactiveController): void {
    this.#controllers.push(controller);
  }
  removeController(): void {}
  requestUpdate(): void {}
  connect(): void {
    for (const controller of this.#controllers) controller.hostConnected?.();
    this.update();
  }
  leave(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }
  update(): void {
    for (const controller of this.#controllers) controller.hostUpdate?.();
  }

  /** The next request that nobody has taken yet, once it has been made. */
  async next(): Promise<{ query: CustomersQuery; scripted: ScriptedCall }> {
    const scripted = await this.provider?.nextCall('listCustomers');
    if (scripted === undefined) throw new Error('no provider');
    return { query: scripted.asked[0] as CustomersQuery, scripted }; // what is asked of listCustomers is a query
  }

  /** Answers the next request from the list. */
  async answer(more: object = {}): Promise<CustomersQuery> {
    const { query, scripted } = await this.next();
    const offset = 'offset' in query.page ? query.page.offset : 0;
    scripted.resolve({
      items: list.slice(offset, offset + query.page.limit),
      total: { value: list.length, precision: 'exact' },
      ...more,
    });
    await settled();
    return query;
  }
}

/** Lets everything that waits for a promise run. */
const settled = () => new Promise((done) => setTimeout(done));

async function connected(): Promise<Host> {
  const host = new Host();
  host.connect();
  await host.answer({ snapshot: 's1' });
  return host;
}

describe('CustomerWindow', () => {
  it('asks for the total once a result, and gives the snapshot back', async () => {
    const host = new Host();
    host.connect();
    const first = await host.answer({ snapshot: 's1' });
    expect(first).to.deep.equal({ page: { limit: 100, offset: 0 }, include: ['total'] });
    host.window.ensure({ first: 120, end: 140 });
    expect(await host.answer()).to.deep.equal({ page: { limit: 100, offset: 100 }, snapshot: 's1' });
    expect([host.window.total, host.window.totalIsExact]).to.deep.equal([20_000, true]);
  });

  it('asks for what is in view before what may come into view', async () => {
    const host = await connected();
    host.window.ensure({ first: 510, end: 540 });
    expect((await host.answer()).page).to.deep.equal({ limit: 100, offset: 500 });
    expect((await host.answer()).page).to.deep.equal({ limit: 100, offset: 400 });
  });

  it('gives up requests for what went out of view, and asks again when it comes back', async () => {
    const host = await connected();
    host.window.ensure({ first: 1040, end: 1060 });
    const { scripted } = await host.next();
    host.window.ensure({ first: 0, end: 20 });
    expect(scripted.call.signal.aborted).to.equal(true);
    host.window.ensure({ first: 1040, end: 1060 });
    expect((await host.answer()).page).to.deep.equal({ limit: 100, offset: 1000 });
    scripted.resolve({ items: [] });
    await settled();
    expect(host.window.row(1050)).to.deep.include({ kind: 'customer' });
  });

  it('keeps a bounded number of rows, and forgets the farthest first', async () => {
    const host = await connected();
    for (let chunk = 1; chunk < 70; chunk += 1) {
      host.window.ensure({ first: chunk * 100 + 40, end: chunk * 100 + 60 });
      await host.answer();
    }
    const held = Array.from({ length: 70 }, (_, chunk) => host.window.row(chunk * 100) !== undefined);
    expect(held.filter(Boolean)).to.have.length(60);
    expect([held[0], held[9], held[10], held[69]]).to.deep.equal([false, false, true, true]);
    expect(host.window.positionOf(list[0]?.id ?? ''), 'the forgotten are not found').to.equal(-1);
    host.window.ensure({ first: 40, end: 60 });
    await host.answer();
    expect(host.window.row(0), 'nor taken for repeated when they come again').to.deep.include({ kind: 'customer' });
  });

  it('keeps the rows while the same is asked again, and says whether the question is new', async () => {
    const host = await connected();
    host.window.ensure({ first: 310, end: 330 });
    await host.answer();
    await host.answer();
    host.window.refresh();
    host.update();
    expect([host.window.isRefreshing, host.window.row(0) !== undefined]).to.deep.equal([true, true]);
    expect((await host.answer()).page, 'first what is in view').to.deep.equal({ limit: 100, offset: 300 });
    host.query = { search: 'a' };
    host.update();
    await host.answer();
    expect(host.results).to.deep.equal([true, false, true]);
  });

  it('asks anew in another language, because the order is another', async () => {
    const host = await connected();
    host.locale = 'de';
    host.update();
    expect((await host.next()).scripted.call.locale).to.equal('de');
  });

  it('takes the last question’s answer, through A, B and A again', async () => {
    const host = await connected();
    const calls: ScriptedCall[] = [];
    for (const search of ['a', 'b', 'a']) {
      host.query = { search };
      host.update();
      calls.push((await host.next()).scripted);
    }
    expect(calls.map(({ call }) => call.signal.aborted)).to.deep.equal([true, true, false]);
    for (const [call, index] of [
      [2, 7],
      [1, 8],
      [0, 9],
    ] as const) {
      calls[call]?.resolve({ items: list.slice(index, index + 1) });
      await settled();
    }
    expect(host.window.row(0)).to.deep.include({ customer: host.window.row(0)?.kind === 'customer' ? list[7] : null });
  });

  it('asks nothing again after a failure until it is told to', async () => {
    const host = await connected();
    host.window.ensure({ first: 540, end: 560 });
    (await host.next()).scripted.reject(undefined);
    await settled();
    expect([host.window.status, host.window.hasFailed, host.errors.length]).to.deep.equal(['ready', true, 1]);
    const asked = host.provider?.calls.length;
    host.window.ensure({ first: 740, end: 760 });
    host.update();
    expect(host.provider?.calls.length).to.equal(asked);
    host.window.retry();
    expect((await host.answer()).page).to.deep.equal({ limit: 100, offset: 700 });
    expect(host.window.hasFailed).to.equal(false);
  });

  for (const code of ['forbidden', 'unauthenticated'])
    it(`shows nothing any more that is refused as ${code}, and asks nothing again until it is told to`, async () => {
      const host = await connected();
      host.window.ensure({ first: 80, end: 110 });
      const late = await host.next();
      host.window.reread([list[0]?.id ?? '']);
      host.window.refresh();
      host.update();
      (await host.next()).scripted.reject({ code });
      await settled();
      host.update();
      await settled();
      expect([host.window.status, host.window.total, host.window.row(0)]).to.deep.equal(['failed', 0, undefined]);
      late.scripted.resolve({ items: list.slice(100, 200) });
      await settled();
      expect([host.window.status, host.provider?.calls.length]).to.deep.equal(['failed', 3]);
      host.window.retry();
      host.update();
      await host.answer();
      expect([host.window.status, host.window.row(0) !== undefined]).to.deep.equal(['ready', true]);
    });

  it('shows nothing any more when a later window is refused, whatever else still comes', async () => {
    const host = await connected();
    host.window.ensure({ first: 190, end: 210 });
    const [refused, late] = [await host.next(), await host.next()];
    refused.scripted.reject({ code: 'forbidden' });
    await settled();
    late.scripted.resolve({ items: list.slice(200, 300) });
    await settled();
    host.update();
    expect([host.window.status, host.window.row(0), late.scripted.call.signal.aborted]).to.deep.equal([
      'failed',
      undefined,
      true,
    ]);
  });

  it('is waiting without a provider, and holds none of another’s rows', async () => {
    const host = await connected();
    host.provider = undefined;
    host.update();
    expect([host.window.status, host.window.total, host.window.row(0)]).to.deep.equal(['waiting', 0, undefined]);
  });

  it('asks for the rest where a backend gives fewer rows than it was asked for', async () => {
    const host = new Host();
    host.connect();
    await host.answer({ items: list.slice(0, 40), total: { value: 20_000, precision: 'exact' } });
    expect([host.window.status, host.window.row(39) !== undefined]).to.deep.equal(['ready', true]);
    expect((await host.answer({ items: list.slice(40, 80) })).page).to.deep.equal({ limit: 60, offset: 40 });
    expect((await host.answer()).page).to.deep.equal({ limit: 20, offset: 80 });
    expect(host.window.row(99)).to.deep.include({ customer: list[99] });
  });

  it('follows cursors where a list only goes forward', async () => {
    const host = new Host();
    host.goesByCursor = true;
    host.connect();
    await host.answer({ nextCursor: 'second' });
    expect([host.window.total, host.window.rowCount]).to.deep.equal([20_000, 101]);
    host.window.ensure({ first: 80, end: 101 });
    expect((await host.answer({ items: list.slice(100, 200) })).page).to.deep.equal({ limit: 100, cursor: 'second' });
    expect(host.window.row(199)).to.deep.include({ customer: list[199] });
  });

  it('asks anew where the provider says that the result is another by now', async () => {
    const host = await connected();
    host.window.ensure({ first: 340, end: 360 });
    await host.answer({ snapshot: 's2' });
    expect(host.window.row(340), 'rows of two results do not stand in one list').to.equal(undefined);
    host.update();
    expect((await host.answer({ snapshot: 's2' })).snapshot).to.equal(undefined);
    expect(host.window.row(340)).to.deep.include({ customer: list[340] });
    expect(host.results, 'it is the same question').to.deep.equal([true, false]);
  });

  it('does not ask for ever where every page has another name', async () => {
    const host = await connected();
    let name = 2;
    for (let round = 0; round < 10 && host.window.row(310) === undefined; round += 1) {
      host.window.ensure({ first: 310, end: 330 });
      await host.answer({ snapshot: `s${name++}` });
      host.update();
      await settled();
    }
    expect(host.window.row(310)).to.deep.include({ customer: list[310] });
  });

  it('asks anew when the day turns, and where the thresholds are others', async () => {
    const host = await connected();
    host.now = new Date('2026-06-15T23:59:00Z');
    host.update();
    await settled();
    expect(host.provider?.calls).to.have.length(1);
    host.now = new Date('2026-06-16T00:00:00Z');
    host.update();
    await host.answer();
    host.policy = { ...defaultExpirationPolicy, horizons: [7] };
    host.update();
    await host.answer();
    expect(host.results, 'the list stays where it was scrolled to').to.deep.equal([true, false, false]);
  });

  describe('told that everything may be different', () => {
    it('asks anew', async () => {
      const host = await connected();
      host.window.invalidate();
      host.update();
      await host.answer();
      expect([host.window.isRefreshing, host.provider?.calls.length]).to.deep.equal([false, 2]);
      expect(host.results, 'once').to.deep.equal([true, false]);
    });

    it('shows what is on its way first, however often it is told', async () => {
      const host = new Host();
      host.connect();
      for (let round = 1; round <= 3; round += 1) {
        const { scripted } = await host.next();
        for (let hint = 0; hint < 3; hint += 1) {
          host.window.invalidate();
          host.update();
        }
        expect([scripted.call.signal.aborted, host.provider?.calls.length]).to.deep.equal([false, round]);
        scripted.resolve({ items: list.slice(round, round + 3) });
        await settled();
        expect(host.window.row(0)).to.deep.equal({ kind: 'customer', customer: list[round] });
        host.update();
      }
      (await host.next()).scripted.resolve({ items: list.slice(0, 3) });
      await settled();
      host.update();
      await settled();
      expect(host.provider?.calls, 'no more than it was told').to.have.length(4);
    });

    it('lets all rows in view come before it asks anew', async () => {
      const host = await connected();
      host.window.ensure({ first: 90, end: 110 });
      for (let hint = 0; hint < 3; hint += 1) host.window.invalidate();
      expect((await host.answer()).page).to.deep.equal({ limit: 100, offset: 100 });
      expect(host.window.isLoadingMore).to.equal(false);
      host.update();
      host.window.invalidate();
      await host.answer();
      expect(host.provider?.calls, 'the second half is not there yet').to.have.length(3);
      host.window.ensure({ first: 90, end: 110 });
      await host.answer();
      host.update();
      await host.answer();
      expect(host.provider?.calls).to.have.length(5);
    });

    it('asks anew at once after a failure, and on a retry where it was told before', async () => {
      const host = await connected();
      host.window.ensure({ first: 340, end: 360 });
      host.window.invalidate();
      (await host.next()).scripted.reject(new Error('no'));
      await settled();
      expect([host.window.hasFailed, host.provider?.calls.length]).to.deep.equal([true, 2]);
      host.window.retry();
      host.update();
      (await host.next()).scripted.reject(new Error('no'));
      await settled();
      host.window.invalidate();
      host.update();
      await host.answer();
      expect([host.window.hasFailed, host.results]).to.deep.equal([false, [true, false]]);
    });

    it('still gives up what is on its way when it is asked to refresh', async () => {
      const host = await connected();
      host.window.ensure({ first: 340, end: 360 });
      const { scripted } = await host.next();
      host.window.invalidate();
      host.window.refresh();
      expect(scripted.call.signal.aborted).to.equal(true);
    });
  });

  describe('told of customers that have changed', () => {
    const [first, second] = list;
    const renamed = { ...first, name: 'Renamed' };

    it('reads them, and shows them where they stand', async () => {
      const host = await connected();
      host.window.reread([first?.id ?? '', 'not in the list']);
      const query = await host.answer({ items: [renamed] });
      expect(query).to.deep.equal({ ids: [first?.id], page: { limit: 1, offset: 0 } });
      expect([host.window.row(0), host.window.row(1)]).to.deep.equal([
        { kind: 'customer', customer: renamed },
        { kind: 'customer', customer: second },
      ]);
      expect(host.results, 'the result is the same').to.have.length(1);
    });

    it('waits until the rows under way are there, because those may be older', async () => {
      const host = await connected();
      host.window.ensure({ first: 310, end: 330 });
      host.window.reread([first?.id ?? '']);
      await settled();
      expect(host.provider?.calls).to.have.length(3);
      await host.answer();
      await host.answer();
      expect((await host.answer({ items: [renamed] })).ids).to.deep.equal([first?.id]);
    });

    it('empties the row of one that is gone where it stands, and says how many are', async () => {
      const host = await connected();
      const id = first?.id ?? '';
      host.window.reread([id, second?.id ?? '']);
      await host.answer({ items: [second], total: { value: 1, precision: 'exact' } });
      expect([host.window.row(0), host.window.row(1)]).to.deep.equal([
        { kind: 'gone', id },
        { kind: 'customer', customer: second },
      ]);
      expect([host.gone, host.window.total]).to.deep.equal([[1], 20_000]);
      host.update();
      await settled();
      expect(host.provider?.calls, 'nothing moves until somebody asks for it').to.have.length(2);
      host.window.reread([id]);
      await host.answer({ items: [first] });
      expect(host.window.row(0), 'it may come back').to.deep.equal({ kind: 'customer', customer: first });
    });

    it('takes nobody for gone whom a backend has not given yet', async () => {
      const host = await connected();
      const third = list[2];
      const ids = [first, second, third].map((each) => each?.id ?? '');
      host.window.reread(ids);
      await host.answer({ items: [renamed, second], total: { value: 3, precision: 'exact' } });
      expect([host.window.row(2), host.gone]).to.deep.equal([{ kind: 'customer', customer: third }, []]);
      const query = await host.answer({ items: [], total: { value: 0, precision: 'exact' } });
      expect(query.ids).to.deep.equal(ids.slice(2));
      expect([host.window.row(0), host.window.row(2), host.gone]).to.deep.equal([
        { kind: 'customer', customer: renamed },
        { kind: 'gone', id: third?.id },
        [1],
      ]);
    });

    it('reads them although its host is moved meanwhile', async () => {
      const host = await connected();
      host.window.reread([first?.id ?? '']);
      const { scripted } = await host.next();
      host.leave();
      host.connect();
      scripted.resolve({ items: [first] });
      await host.answer({ items: [renamed] });
      expect(host.window.row(0)).to.deep.equal({ kind: 'customer', customer: renamed });
    });

    it('marks one that cannot be read any more', async () => {
      const host = await connected();
      host.window.reread([first?.id ?? '']);
      await host.answer({ items: [{ id: first?.id }] });
      expect(host.window.row(0)).to.deep.include({ kind: 'unreadable', id: first?.id, reason: 'invalid' });
      expect([host.window.result?.unreadableCount, host.gone]).to.deep.equal([1, []]);
      host.window.reread([first?.id ?? '']);
      await host.answer({ items: [first, first] });
      expect([host.window.result?.unreadableCount, host.window.row(0)]).to.deep.equal([
        0,
        { kind: 'customer', customer: first },
      ]);
    });

    it('asks again for what failed, once it is told to', async () => {
      const host = await connected();
      host.window.reread([first?.id ?? '']);
      (await host.next()).scripted.reject(new Error('no'));
      await settled();
      expect([host.window.hasFailed, host.errors.length]).to.deep.equal([true, 1]);
      host.window.retry();
      await host.answer({ items: [renamed] });
      expect([host.window.hasFailed, host.window.row(0)]).to.deep.equal([
        false,
        { kind: 'customer', customer: renamed },
      ]);
    });

    it('asks for hundreds of them in parts', async () => {
      const host = await connected();
      host.window.ensure({ first: 110, end: 130 });
      await host.answer();
      host.window.reread(list.slice(0, 150).map(({ id }) => id));
      expect((await host.answer({ items: list.slice(0, 100) })).ids).to.have.length(100);
      expect((await host.answer({ items: list.slice(100, 150) })).ids).to.have.length(50);
    });
  });
});
