import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { checkDescription } from '../providers/checked-page.js';
import type { Call, CustomersHint, CustomersProvider, ProviderDescription } from '../providers/customers-provider.js';

/** What a {@link ProviderConnection} is told by its element. */
export interface ProviderConnectionOptions {
  readonly provider: () => CustomersProvider | undefined;
  readonly call: () => Omit<Call, 'signal'>;
  /** The provider says that its data has changed. */
  readonly onHint: (hint: CustomersHint) => void;
  /** The provider could not be asked what it offers, or did not take the subscription. */
  readonly onError: (error: unknown) => void;
}

/**
 * What a provider says of itself: once what it offers, and hints for as long as the host is in the page. Owns the
 * subscription; what one provider said is never held of another.
 */
export class ProviderConnection implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: ProviderConnectionOptions;
  #provider: CustomersProvider | undefined;
  #connection: AbortController | undefined;
  #described: { readonly provider: CustomersProvider; readonly description: ProviderDescription } | undefined;

  constructor(host: ReactiveControllerHost, options: ProviderConnectionOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** What the provider offers; undefined until it has said so, and where it does not say. */
  get description(): ProviderDescription | undefined {
    const provider = this.#options.provider();
    return this.#described?.provider === provider ? this.#described?.description : undefined;
  }

  /** Asks the provider again what it offers. What it said before holds until it answers. */
  refresh(): void {
    if (this.#provider !== undefined && this.#connection !== undefined)
      void this.#describe(this.#provider, this.#connection.signal);
  }

  hostConnected(): void {
    // the host may not render by itself on its return
    this.#host.requestUpdate();
    this.#connection = new AbortController();
  }

  hostDisconnected(): void {
    this.#connection?.abort();
    this.#connection = this.#provider = undefined;
  }

  hostUpdate(): void {
    const provider = this.#options.provider();
    if (this.#connection === undefined || provider === this.#provider) return;
    this.#connection.abort();
    this.#connection = new AbortController();
    this.#provider = provider;
    if (provider === undefined) return;
    const { signal } = this.#connection;
    void this.#describe(provider, signal);
    void this.#subscribe(provider, signal);
  }

  async #describe(provider: CustomersProvider, signal: AbortSignal): Promise<void> {
    try {
      await this.#afterUpdate();
      if (provider.describe === undefined) return;
      const description = checkDescription(await provider.describe({ ...this.#options.call(), signal }));
      if (signal.aborted) return;
      this.#described = { provider, description };
      this.#host.requestUpdate();
    } catch (error) {
      if (!signal.aborted) this.#options.onError(error);
    }
  }

  async #subscribe(provider: CustomersProvider, signal: AbortSignal): Promise<void> {
    try {
      await this.#afterUpdate();
      // a provider may well be written with an async method, whatever the types say
      const subscribed: unknown = provider.subscribe?.((hint) => this.#hear(hint, signal), { signal });
      await subscribed;
    } catch (error) {
      if (!signal.aborted) this.#options.onError(error);
    }
  }

  #hear(hint: CustomersHint, signal: AbortSignal): void {
    if (signal.aborted) return;
    try {
      this.#options.onHint(hint);
    } catch (error) {
      this.#options.onError(error);
    }
  }

  /** What a provider throws at once is heard of after the host's update, not within it. */
  #afterUpdate(): Promise<void> {
    return Promise.resolve();
  }
}
