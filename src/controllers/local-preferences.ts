import type { CustomersPreferences, PreferencesStore } from '../domain/preferences.js';

/** Says in this page what was kept; the browser says so in the other pages. */
const inThisPage = new EventTarget();

/** What the browser did not keep, by its item: it lasts for the page. */
const unkept = new Map<string, CustomersPreferences>();

/**
 * Preferences in `localStorage`, for the viewer whom a key names. Where the browser keeps nothing (private mode, no room
 * left, a frame without storage) they last for the page.
 */
export class LocalPreferences implements PreferencesStore {
  readonly #item: string;

  constructor(key: string) {
    this.#item = `customers-overview:${key}`;
  }

  read(): unknown {
    const current = unkept.get(this.#item);
    if (current) return current;
    try {
      // a host without access to storage throws on the mere look at it
      const kept: unknown = JSON.parse(localStorage.getItem(this.#item) ?? 'null');
      return kept;
    } catch {
      return undefined;
    }
  }

  write(preferences: CustomersPreferences): void {
    try {
      localStorage.setItem(this.#item, JSON.stringify(preferences));
      unkept.delete(this.#item);
    } catch {
      unkept.set(this.#item, preferences);
    }
    inThisPage.dispatchEvent(new Event(this.#item));
  }

  subscribe(listener: () => void, options: { readonly signal: AbortSignal }): void {
    inThisPage.addEventListener(this.#item, listener, options);
    const onStorage = ({ key }: StorageEvent): void => {
      // without a key all of it was cleared
      if (key !== this.#item && key !== null) return;
      unkept.delete(this.#item);
      listener();
    };
    addEventListener('storage', onStorage, options);
  }
}
