import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isRefusal } from '../domain/refusal.js';
import { checkDescription } from '../providers/checked-description.js';
import type { Call, CustomersHint, CustomersProvider, ProviderDescription } from '../providers/customers-provider.js';
import { errorCodeOf } from '../providers/provider-error.js';

/** What a {@link ProviderConnection} is told by its element. */
export interface ProviderConnectionOptions {
  readonly provider: () => CustomersProvider | undefined;
  readonly call: () => Omit<Call, 'signal'>;
  /** The provider says that its data has changed. */
  readonly onHint: (hint: CustomersHint) => void;
  /** It may have said so while the host was out of the page. */
  readonly onMissedHints: () => void;
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
  /** The question under way of what the provider offers; the answer to an older one is not heard. */
  #question: AbortController | undefined;
  /** That question has to be put again: a hint came while it was under way. */
  #isOutdated = false;
  /** Whose hints are heard, or were until the host left the page. */
  #heard: CustomersProvider | undefined;
  /** Whose hints are lost: the host was out of the page for longer than a move takes. */
  #missed: CustomersProvider | undefined;
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

  /** Asks the provider again what it offers. What it said before holds until it answers; an older question does not count. */
  refresh(): void {
    if (this.#provider !== undefined) void this.#describe(this.#provider);
  }

  hostConnected(): void {
    // the host may not render by itself on its return
    this.#host.requestUpdate();
    this.#connection = new AbortController();
  }

  hostDisconnected(): void {
    this.#disconnect();
    this.#connection = this.#provider = undefined;
    void this.#noteAbsence();
  }

  hostUpdate(): void {
    const provider = this.#options.provider();
    if (this.#connection === undefined || provider === this.#provider) return;
    this.#disconnect();
    this.#connection = new AbortController();
    this.#provider = provider;
    if (provider === undefined) return;
    const hasMissedHints = provider === this.#missed;
    this.#heard = this.#missed = undefined;
    if (hasMissedHints) this.#options.onMissedHints();
    void this.#describe(provider);
    void this.#subscribe(provider, this.#connection.signal);
  }

  #disconnect(): void {
    this.#connection?.abort();
    this.#question?.abort();
    this.#question = undefined;
  }

  async #noteAbsence(): Promise<void> {
    // a move in the page is over by then, and no hint can have come meanwhile
    await Promise.resolve();
    if (this.#connection === undefined) this.#missed = this.#heard;
  }

  async #describe(provider: CustomersProvider): Promise<void> {
    this.#question?.abort();
    const question = (this.#question = new AbortController());
    const { signal } = question;
    this.#isOutdated = false;
    try {
      await this.#afterUpdate();
      if (provider.describe === undefined) return;
      const description = checkDescription(await provider.describe({ ...this.#options.call(), signal }));
      if (signal.aborted) return;
      this.#described = { provider, description };
      this.#host.requestUpdate();
    } catch (error) {
      if (signal.aborted) return;
      // what was permitted before may not be any more
      if (isRefusal(errorCodeOf(error))) this.#described = undefined;
      this.#options.onError(error);
    } finally {
      this.#onSettled(question);
    }
  }

  #onSettled(question: AbortController): void {
    if (this.#question !== question) return;
    this.#question = undefined;
    if (this.#isOutdated) this.refresh();
  }

  async #subscribe(provider: CustomersProvider, signal: AbortSignal): Promise<void> {
    try {
      await this.#afterUpdate();
      // a provider may well be written with an async method, whatever the types say
      if (provider.subscribe === undefined) return;
      this.#heard = provider;
      const subscribed: unknown = provider.subscribe((hint) => this.#hear(hint, signal), { signal });
      await subscribed;
    } catch (error) {
      if (!signal.aborted) this.#options.onError(error);
    }
  }

  #hear(hint: CustomersHint, signal: AbortSignal): void {
    if (signal.aborted) return;
    try {
      if (hint.type === 'invalidated') this.#onInvalidated();
      this.#options.onHint(hint);
    } catch (error) {
      this.#options.onError(error);
    }
  }

  /** Hints may come faster than answers, and must not keep every answer from being heard. */
  #onInvalidated(): void {
    if (this.#question === undefined) this.refresh();
    else this.#isOutdated = true;
  }

  /** What a provider throws at once is heard of after the host's update, not within it. */
  #afterUpdate(): Promise<void> {
    return Promise.resolve();
  }
}
