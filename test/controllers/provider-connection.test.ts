import { expect } from '@open-wc/testing';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ProviderConnection } from '../../src/controllers/provider-connection.js';
import { defaultExpirationPolicy } from '../../src/domain/expirations.js';
import type { CustomersHint, CustomersProvider } from '../../src/providers/customers-provider.js';
import { ScriptedProvider } from '../../src/testing/scripted-provider.js';

/** A host without a page. */
class Host implements ReactiveControllerHost {
  readonly updateComplete = Promise.resolve(true);
  readonly #controllers: ReactiveController[] = [];
  readonly hints: CustomersHint[] = [];
  readonly errors: unknown[] = [];
  missed = 0;
  provider: CustomersProvider | undefined;
  hears: (hint: CustomersHint) => void = (hint) => this.hints.push(hint);
  readonly connection = new ProviderConnection(this, {
    provider: () => this.provider,
    call: () => ({ locale: 'en', timeZone: 'UTC', now: new Date(0), policy: defaultExpirationPolicy }),
    onHint: (hint) => this.hears(hint),
    onMissedHints: () => (this.missed += 1),
    onError: (error) => this.errors.push(error),
  });

  constructor(provider?: CustomersProvider) {
    this.provider = provider;
  }
  addController(controller: ReactiveController): void {
    this.#controllers.push(controller);
  }
  removeController(): void {}
  requestUpdate(): void {}
  async connect(): Promise<this> {
    for (const controller of this.#controllers) controller.hostConnected?.();
    return this.update();
  }
  leave(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }
  async update(): Promise<this> {
    for (const controller of this.#controllers) controller.hostUpdate?.();
    await settled();
    return this;
  }
}

/** Lets everything that waits for a promise run. */
const settled = () => new Promise((done) => setTimeout(done));
const scripted = () => new ScriptedProvider({ offers: ['describe'], ignoresAbort: true });

describe('ProviderConnection', () => {
  it('asks once what a provider offers', async () => {
    const provider = scripted();
    const host = await new Host(provider).connect();
    (await provider.nextCall('describe')).resolve({ version: 1, can: { add: true } });
    await host.update();
    await host.update();
    expect(host.connection.description).to.deep.include({ can: { add: true } });
    expect(provider.calls).to.have.length(1);
  });

  it('holds of a provider only what that one said', async () => {
    const [first, second] = [scripted(), scripted()];
    const host = await new Host(first).connect();
    const asked = await first.nextCall('describe');
    host.provider = second;
    await host.update();
    expect(asked.call.signal.aborted).to.equal(true);
    (await second.nextCall('describe')).resolve({ version: 1, pins: true });
    asked.resolve({ version: 1, can: { add: true } });
    await settled();
    expect(host.connection.description).to.deep.equal({ version: 1, pins: true });
    host.provider = scripted();
    expect(host.connection.description).to.equal(undefined);
  });

  it('keeps what it knows until the provider answers again', async () => {
    const provider = scripted();
    const host = await new Host(provider).connect();
    (await provider.nextCall('describe')).resolve({ version: 1, pins: true });
    await settled();
    host.connection.refresh();
    const again = await provider.nextCall('describe');
    expect(host.connection.description).to.deep.include({ pins: true });
    again.resolve({ version: 1, pins: false });
    await settled();
    expect(host.connection.description).to.deep.include({ pins: false });
  });

  it('forgets what was permitted when it is refused an answer', async () => {
    const provider = scripted();
    const host = await new Host(provider).connect();
    (await provider.nextCall('describe')).resolve({ version: 1, can: { add: true } });
    await settled();
    for (const [code, keeps] of [
      ['timeout', true],
      ['forbidden', false],
    ] as const) {
      host.connection.refresh();
      (await provider.nextCall('describe')).reject({ code });
      await settled();
      expect(host.connection.description?.can?.add === true, code).to.equal(keeps);
    }
  });

  it('hears only the last question’s answer or failure, whatever the order', async () => {
    const provider = scripted();
    const host = await new Host(provider).connect();
    host.connection.refresh();
    await settled();
    host.connection.refresh();
    const calls = [];
    for (let count = 0; count < 3; count += 1) calls.push(await provider.nextCall('describe'));
    expect(calls.map(({ call }) => call.signal.aborted)).to.deep.equal([true, true, false]);
    calls[2]?.resolve({ version: 1, can: { add: false } });
    calls[1]?.resolve({ version: 1, can: { add: true } });
    calls[0]?.reject(new Error('late'));
    await settled();
    expect(host.connection.description?.can).to.deep.equal({ add: false });
    expect(host.errors).to.deep.equal([]);
  });

  it('asks again what the provider offers on a hint, once the question under way is answered', async () => {
    const provider = scripted();
    const host = await new Host(provider).connect();
    for (let count = 0; count < 3; count += 1) provider.hint({ type: 'invalidated' });
    const first = await provider.nextCall('describe');
    expect([first.call.signal.aborted, provider.calls.length]).to.deep.equal([false, 1]);
    first.resolve({ version: 1, pins: true });
    await settled();
    expect(host.connection.description).to.deep.include({ pins: true });
    (await provider.nextCall('describe')).resolve({ version: 1, pins: false });
    await settled();
    expect([host.connection.description?.pins, provider.calls.length]).to.deep.equal([false, 2]);
    provider.hint({ type: 'invalidated' });
    await provider.nextCall('describe');
  });

  it('says when it may have missed hints out of the page, which a move takes no time for', async () => {
    const [first, second] = [scripted(), scripted()];
    const host = await new Host(first).connect();
    host.leave();
    await host.connect();
    expect(host.missed, 'moved').to.equal(0);
    host.leave();
    await settled();
    await host.connect();
    expect(host.missed, 'away').to.equal(1);
    await host.update();
    expect(host.missed, 'once').to.equal(1);
    host.leave();
    await settled();
    host.provider = second;
    await host.connect();
    expect(host.missed, 'nothing of another one was missed').to.equal(1);
  });

  it('has missed nothing of a provider that gives no hints', async () => {
    const host = await new Host({ listCustomers: () => Promise.reject(new Error('not asked')) }).connect();
    host.leave();
    await settled();
    await host.connect();
    expect(host.missed).to.equal(0);
  });

  it('hears hints while it is in the page, and of no provider that has gone', async () => {
    const [first, second] = [scripted(), scripted()];
    const host = await new Host(first).connect();
    first.hint({ type: 'invalidated' });
    host.provider = second;
    await host.update();
    first.hint({ type: 'invalidated' });
    second.hint({ type: 'changed', ids: ['1'] });
    host.leave();
    second.hint({ type: 'invalidated' });
    expect(host.hints).to.deep.equal([{ type: 'invalidated' }, { type: 'changed', ids: ['1'] }]);
    await host.connect();
    second.hint({ type: 'changed', ids: ['2'] });
    expect(host.hints).to.have.length(3);
  });

  it('lets a hint that cannot be read fail by itself, not in the provider', async () => {
    const provider = scripted();
    const host = await new Host(provider).connect();
    host.hears = () => {
      throw new TypeError('no hint');
    };
    provider.hint({ type: 'invalidated' });
    expect(host.errors).to.have.length(1);
  });

  for (const [what, provider] of [
    ['whose describe throws', { describe: () => raise() }],
    ['whose describe rejects', { describe: () => Promise.reject(new Error('no')) }],
    ['whose describe answers nothing', { describe: () => Promise.resolve(undefined) }],
    ['that cannot even be looked at', Object.defineProperty({}, 'describe', { get: () => raise() })],
    ['whose subscribe throws', { subscribe: () => raise() }],
    ['whose subscribe rejects', { subscribe: () => Promise.reject(new Error('no')) }],
  ] as const)
    it(`says that a provider failed ${what}`, async () => {
      // a provider of any make
      const host = await new Host(provider as unknown as CustomersProvider).connect();
      expect(host.errors).to.have.length(1);
      expect(host.connection.description).to.equal(undefined);
    });
});

function raise(): never {
  throw new Error('no');
}
