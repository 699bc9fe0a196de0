import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CustomersPreferences, PreferencesStore } from '../domain/preferences.js';
import { checkPreferences } from '../providers/checked-preferences.js';
import { LocalPreferences } from './local-preferences.js';

/** What a {@link Preferences} is told by its element. */
export interface PreferencesOptions {
  /** The host's own store. */
  readonly store: () => PreferencesStore | undefined;
  /** Else the key in `localStorage`; without one preferences last as long as the element. */
  readonly key: () => string | undefined;
}

type Edit = (preferences: CustomersPreferences) => CustomersPreferences;

/**
 * What the viewer has chosen, and the way to keep it. Owns the one copy that the element shows, which follows the store.
 * What is chosen while the store is being read counts on top of what comes from there.
 */
export class Preferences implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: PreferencesOptions;
  #current: CustomersPreferences = {};
  #local: { readonly key: string; readonly store: PreferencesStore } | undefined;
  #isConnected = false;
  #store: PreferencesStore | undefined;
  #subscription: AbortController | undefined;
  /** The read under way; what an older one brings is not heard. */
  #reading: object | undefined;
  #isRead = false;
  /** Whether the first read of the store is over, well or not. */
  #isSettled = false;
  /** What the viewer has chosen since the read under way began, or since one failed. */
  #edits: Edit[] = [];
  #isWriting = false;
  /** There is something newer than what is being written. */
  #isUnwritten = false;
  /** The store was changed elsewhere while it was being written. */
  #isOutdated = false;

  constructor(host: ReactiveControllerHost, options: PreferencesOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** What was chosen; the same object until something else is. */
  get current(): CustomersPreferences {
    return this.#current;
  }

  /** Whether it is known what was chosen before. */
  get isSettled(): boolean {
    return this.#wantedStore === undefined || (this.#isSettled && this.#wantedStore === this.#store);
  }

  /** Chooses, and keeps it. */
  change(edit: Edit): void {
    const before = this.#current;
    this.#current = edit(before);
    if (this.#current === before) return;
    this.#host.requestUpdate();
    if (this.#store === undefined) return;
    if (this.#isRead && this.#reading === undefined) {
      void this.#write();
      return;
    }
    this.#edits.push(edit);
    if (this.#reading === undefined) void this.#read(this.#store);
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#subscription?.abort();
    this.#subscription = undefined;
  }

  hostUpdate(): void {
    const store = this.#wantedStore;
    if (!this.#isConnected || (store === this.#store && this.#subscription)) return;
    this.#subscription?.abort();
    this.#subscription = new AbortController();
    if (store !== this.#store) {
      this.#store = store;
      this.#edits = [];
      this.#isRead = this.#isSettled = this.#isUnwritten = false;
      this.#reading = undefined;
    }
    if (store === undefined) return;
    try {
      store.subscribe?.(() => this.#onChange(store), { signal: this.#subscription.signal });
    } catch (error) {
      reportError(error);
    }
    this.#onChange(store);
  }

  get #wantedStore(): PreferencesStore | undefined {
    const store = this.#options.store();
    if (store) return store;
    const key = this.#options.key();
    if (!key) return undefined;
    if (this.#local?.key !== key) this.#local = { key, store: new LocalPreferences(key) };
    return this.#local.store;
  }

  #onChange(store: PreferencesStore): void {
    if (store !== this.#store) return;
    if (this.#isWriting) this.#isOutdated = true;
    else void this.#read(store);
  }

  async #read(store: PreferencesStore): Promise<void> {
    const reading = (this.#reading = {});
    let kept: unknown;
    let hasFailed = false;
    try {
      kept = await store.read();
    } catch (error) {
      hasFailed = true;
      reportError(error);
    }
    if (this.#reading !== reading) return;
    this.#reading = undefined;
    this.#isSettled = true;
    this.#host.requestUpdate();
    // whoever could not be read is not overwritten: it may hold more than is known here
    if (hasFailed) return;
    this.#isRead = true;
    const edits = this.#edits.splice(0);
    const read = edits.reduce((preferences, edit) => edit(preferences), checkPreferences(kept));
    if (JSON.stringify(read) !== JSON.stringify(this.#current)) this.#current = read;
    if (edits.length > 0) void this.#write();
  }

  /** One call at a time, so that the last choice is the one that stays. */
  async #write(): Promise<void> {
    this.#isUnwritten = true;
    if (this.#isWriting) return;
    this.#isWriting = true;
    while (this.#isUnwritten && this.#store) {
      this.#isUnwritten = false;
      try {
        await this.#store.write(this.#current);
      } catch (error) {
        reportError(error);
      }
    }
    this.#isWriting = false;
    if (!this.#isOutdated || this.#store === undefined) return;
    this.#isOutdated = false;
    void this.#read(this.#store);
  }
}
