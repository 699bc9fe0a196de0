import { expect, waitUntil } from '@open-wc/testing';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Preferences } from '../../src/controllers/preferences.js';
import { withFavourite, type CustomersPreferences, type PreferencesStore } from '../../src/domain/preferences.js';

/** As much of a host as preferences need. */
class Host implements ReactiveControllerHost {
  readonly updateComplete = Promise.resolve(true);
  updates = 0;
  controller: ReactiveController | undefined;
  addController(controller: ReactiveController): void {
    this.controller = controller;
  }
  removeController(): void {}
  requestUpdate(): void {
    this.updates += 1;
  }
}

/** A store whose reads and writes a test settles. */
class Store implements PreferencesStore {
  readonly reads: { resolve: (kept: unknown) => void; reject: (reason: unknown) => void }[] = [];
  readonly writes: { kept: CustomersPreferences; resolve: () => void; reject: (reason: unknown) => void }[] = [];
  readonly signals: AbortSignal[] = [];
  change: () => void = () => undefined;
  read(): Promise<unknown> {
    return new Promise((resolve, reject) => this.reads.push({ resolve, reject }));
  }
  write(kept: CustomersPreferences): Promise<void> {
    return new Promise((resolve, reject) => this.writes.push({ kept, resolve, reject }));
  }
  subscribe(listener: () => void, { signal }: { readonly signal: AbortSignal }): void {
    this.change = listener;
    this.signals.push(signal);
  }
}

const star = (id: string) => (before: CustomersPreferences) => withFavourite(before, id, true);
/** Lets everything happen that is due. */
const settled = () => new Promise((done) => setTimeout(done));

describe('Preferences', () => {
  const { reportError } = window;
  let reported: unknown[];
  let host: Host;
  let store: PreferencesStore | undefined;
  let key: string | undefined;
  let preferences: Preferences;

  beforeEach(() => {
    [reported, store, key] = [[], undefined, undefined];
    window.reportError = (error) => reported.push(error);
    host = new Host();
    preferences = new Preferences(host, { store: () => store, key: () => key });
  });
  afterEach(() => {
    host.controller?.hostDisconnected?.();
    window.reportError = reportError;
    localStorage.clear();
  });

  function connect(): void {
    host.controller?.hostConnected?.();
    host.controller?.hostUpdate?.();
  }

  function connectTo<Kept extends PreferencesStore>(other: Kept): Kept {
    store = other;
    connect();
    return other;
  }

  it('last as long as the element where nothing keeps them', () => {
    connect();
    expect(preferences.isSettled).to.equal(true);
    preferences.change(star('a'));
    expect(preferences.current).to.deep.equal({ favourites: ['a'] });
    expect(localStorage).to.have.length(0);
  });

  it('come from the store, and are written when the viewer changes something, not before', async () => {
    const kept = connectTo(new Store());
    expect(preferences.isSettled).to.equal(false);
    kept.reads[0]?.resolve({ favourites: ['a'], more: 'unknown' });
    await waitUntil(() => preferences.isSettled);
    expect(preferences.current.favourites).to.deep.equal(['a']);
    expect(kept.writes).to.have.length(0);
    preferences.change(star('b'));
    expect(kept.writes.map(({ kept: written }) => written.favourites)).to.deep.equal([['a', 'b']]);
  });

  it('are not written where a choice changes nothing', async () => {
    const kept = connectTo(new Store());
    kept.reads[0]?.resolve({ favourites: ['a'] });
    await settled();
    preferences.change((before) => before);
    expect(kept.writes).to.have.length(0);
  });

  it('count what is chosen while the store is read, on top of what comes from it', async () => {
    const kept = connectTo(new Store());
    preferences.change(star('b'));
    expect(preferences.current.favourites, 'at once').to.deep.equal(['b']);
    expect(kept.writes, 'not before it is known what there is').to.have.length(0);
    kept.reads[0]?.resolve({ favourites: ['a'], density: 'compact' });
    await waitUntil(() => kept.writes.length === 1);
    expect(kept.writes[0]?.kept).to.deep.include({ favourites: ['a', 'b'], density: 'compact' });
  });

  it('write once at a time, and the last choice last', async () => {
    const kept = connectTo(new Store());
    kept.reads[0]?.resolve(undefined);
    await settled();
    for (const id of ['a', 'b', 'c']) preferences.change(star(id));
    expect(kept.writes).to.have.length(1);
    kept.writes[0]?.resolve();
    await waitUntil(() => kept.writes.length === 2);
    expect(kept.writes[1]?.kept.favourites).to.deep.equal(['a', 'b', 'c']);
    kept.writes[1]?.resolve();
    await settled();
    expect(kept.writes).to.have.length(2);
  });

  it('survive a write that fails: the choice lasts for the page, and the next one is written', async () => {
    const kept = connectTo(new Store());
    kept.reads[0]?.resolve(undefined);
    await settled();
    preferences.change(star('a'));
    kept.writes[0]?.reject(new Error('no room'));
    await waitUntil(() => reported.length === 1);
    expect(preferences.current.favourites).to.deep.equal(['a']);
    preferences.change(star('b'));
    expect(kept.writes[1]?.kept.favourites).to.deep.equal(['a', 'b']);
  });

  it('overwrite nothing that could not be read, and read it again before they write', async () => {
    const kept = connectTo(new Store());
    kept.reads[0]?.reject(new Error('not now'));
    await waitUntil(() => preferences.isSettled);
    expect(reported).to.have.length(1);
    preferences.change(star('b'));
    expect(preferences.current.favourites).to.deep.equal(['b']);
    expect([kept.reads.length, kept.writes.length]).to.deep.equal([2, 0]);
    kept.reads[1]?.resolve({ favourites: ['a'] });
    await waitUntil(() => kept.writes.length === 1);
    expect(kept.writes[0]?.kept.favourites).to.deep.equal(['a', 'b']);
  });

  it('survive a store that throws at once', async () => {
    const fail = (): never => {
      throw new Error('broken');
    };
    connectTo({ read: fail, write: fail, subscribe: fail });
    await waitUntil(() => preferences.isSettled);
    preferences.change(star('a'));
    await settled();
    expect(preferences.current.favourites).to.deep.equal(['a']);
    expect(reported.length).to.be.greaterThan(1);
  });

  it('ignore a kept value that is broken', async () => {
    const kept = connectTo(new Store());
    kept.reads[0]?.resolve({ favourites: 'all', columns: [{ id: 'secret' }] });
    await waitUntil(() => preferences.isSettled);
    expect(preferences.current.favourites).to.equal(undefined);
    expect(preferences.current.columns).to.deep.equal([]);
  });

  it('follow what is changed elsewhere, the newest read alone, and stop when the host leaves the page', async () => {
    const kept = connectTo(new Store());
    kept.change();
    kept.reads[1]?.resolve({ favourites: ['new'] });
    await settled();
    kept.reads[0]?.resolve({ favourites: ['old'] });
    await settled();
    expect(preferences.current.favourites).to.deep.equal(['new']);
    host.controller?.hostDisconnected?.();
    expect(kept.signals[0]?.aborted).to.equal(true);
  });

  it('do not take back a choice when they hear of their own write', async () => {
    const kept = connectTo(new Store());
    kept.reads[0]?.resolve(undefined);
    await settled();
    preferences.change(star('a'));
    kept.change();
    preferences.change(star('b'));
    kept.writes[0]?.resolve();
    await waitUntil(() => kept.writes.length === 2);
    kept.writes[1]?.resolve();
    await waitUntil(() => kept.reads.length === 2);
    expect(preferences.current.favourites).to.deep.equal(['a', 'b']);
    const before = preferences.current;
    kept.reads[1]?.resolve({ favourites: ['a', 'b'] });
    await settled();
    expect(preferences.current, 'the same again is no change').to.equal(before);
  });

  it('are those of another store once the host gives one, and never mix', async () => {
    const first = connectTo(new Store());
    const second = connectTo(new Store());
    expect(first.signals[0]?.aborted).to.equal(true);
    second.reads[0]?.resolve({ favourites: ['second'] });
    await settled();
    first.reads[0]?.resolve({ favourites: ['first'] });
    first.change();
    await settled();
    expect(preferences.current.favourites).to.deep.equal(['second']);
    expect(first.reads).to.have.length(1);
  });

  describe('in localStorage', () => {
    const item = 'customers-overview:viewer';
    const keptNow = (): unknown => JSON.parse(localStorage.getItem(item) ?? 'null');

    it('are kept under the key, and read by the next element', async () => {
      key = 'viewer';
      connect();
      await waitUntil(() => preferences.isSettled);
      expect(localStorage.getItem(item), 'nothing before a choice').to.equal(null);
      preferences.change(star('a'));
      await settled();
      expect(keptNow()).to.deep.equal({ favourites: ['a'] });
      const next = new Preferences(host, { store: () => undefined, key: () => 'viewer' });
      connect();
      await waitUntil(() => next.isSettled);
      expect(next.current.favourites).to.deep.equal(['a']);
    });

    it('follow another element of the page, and another page', async () => {
      key = 'viewer';
      connect();
      await waitUntil(() => preferences.isSettled);
      const otherHost = new Host();
      const other = new Preferences(otherHost, { store: () => undefined, key: () => 'viewer' });
      otherHost.controller?.hostConnected?.();
      otherHost.controller?.hostUpdate?.();
      await waitUntil(() => other.isSettled);
      other.change(star('a'));
      await waitUntil(() => preferences.current.favourites?.join() === 'a');
      localStorage.setItem(item, '{"favourites":["b"]}');
      dispatchEvent(new StorageEvent('storage', { key: item }));
      await waitUntil(() => preferences.current.favourites?.join() === 'b');
      await waitUntil(() => other.current.favourites?.join() === 'b');
      localStorage.clear();
      dispatchEvent(new StorageEvent('storage', { key: null }));
      await waitUntil(() => preferences.current.favourites === undefined);
      otherHost.controller?.hostDisconnected?.();
    });

    it('do not hear of another key', async () => {
      key = 'viewer';
      connect();
      await waitUntil(() => preferences.isSettled);
      const { updates } = host;
      dispatchEvent(new StorageEvent('storage', { key: 'customers-overview:somebody' }));
      await settled();
      expect(host.updates).to.equal(updates);
    });

    it('are as nothing chosen where there is no JSON', async () => {
      localStorage.setItem(item, '{"favourites":["a"');
      key = 'viewer';
      connect();
      await waitUntil(() => preferences.isSettled);
      expect(preferences.current).to.deep.equal({});
    });

    it('last for the page where the browser keeps nothing', async () => {
      const denied = (): never => {
        throw new DOMException('denied', 'SecurityError');
      };
      const storage = Object.getOwnPropertyDescriptor(window, 'localStorage') ?? {};
      Object.defineProperty(window, 'localStorage', { configurable: true, get: denied });
      try {
        key = 'viewer-without-storage';
        connect();
        await waitUntil(() => preferences.isSettled);
        preferences.change(star('a'));
        await settled();
        expect(preferences.current.favourites).to.deep.equal(['a']);
        // moved in the page
        host.controller?.hostDisconnected?.();
        connect();
        await settled();
        expect(preferences.current.favourites).to.deep.equal(['a']);
        const next = new Preferences(host, { store: () => undefined, key: () => key });
        connect();
        await waitUntil(() => next.isSettled);
        expect(next.current.favourites, 'of another element').to.deep.equal(['a']);
        expect(reported).to.deep.equal([]);
      } finally {
        Object.defineProperty(window, 'localStorage', storage);
      }
    });
  });
});
