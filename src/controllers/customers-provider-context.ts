import { ContextEvent, ContextProvider, createContext, type ContextCallback } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { CustomersProvider } from '../providers/customers-provider.js';

/** Where the elements look for their provider. A `Symbol.for` key: two copies of the library may share a page. */
export const customersProviderContext = createContext<CustomersProvider | undefined>(
  Symbol.for('customers-overview/provider'),
);

/** A provider that stands at an element of the page, until it is disposed of. */
export interface ProvidedCustomers {
  /** What the elements inside the target get; `undefined` while it is not known yet (they show their skeleton). */
  provider: CustomersProvider | undefined;
  /** Takes the provider away: the elements inside ask further out again. */
  dispose(): void;
}

class ProviderAtTarget
  extends ContextProvider<typeof customersProviderContext, HTMLElement>
  implements ProvidedCustomers
{
  constructor(target: HTMLElement, provider: CustomersProvider | undefined) {
    super(target, { context: customersProviderContext, initialValue: provider });
    // a plain element has no `addController`, so that nobody else announces it to the consumers that came first
    this.hostConnected();
  }

  get provider(): CustomersProvider | undefined {
    return this.value;
  }

  set provider(provider: CustomersProvider | undefined) {
    this.value = provider;
  }

  dispose(): void {
    this.host.removeEventListener('context-request', this.onContextRequest);
    this.host.removeEventListener('context-provider', this.onProviderRequest);
    const orphans = [...this.subscriptions];
    this.subscriptions.clear();
    for (const [callback, { consumerHost, disposer }] of orphans) {
      callback(undefined, disposer);
      consumerHost.dispatchEvent(new ContextEvent(customersProviderContext, consumerHost, callback, true));
    }
    if (providers.get(this.host) === this) providers.delete(this.host);
  }
}

const providers = new WeakMap<HTMLElement, ProviderAtTarget>();

/**
 * Gives a provider to every element of this library inside `target` (`document.body`, a `<div>`, a custom element),
 * whether they are defined before or after the call. A second call on the same target replaces the first.
 */
export function provideCustomers(target: HTMLElement, provider: CustomersProvider | undefined): ProvidedCustomers {
  const before = providers.get(target);
  const provided = new ProviderAtTarget(target, provider);
  providers.set(target, provided);
  before?.dispose();
  return provided;
}

/**
 * The provider of an element: its own property, else that of the nearest {@link provideCustomers} around it. Asks the
 * host to render again when the one around it changes; the own property is the host's to observe.
 *
 * A provider may come after the elements that need it. So each element, while it is in a document, asks again when a
 * new provider is announced there. The `ContextRoot` of `@lit/context` would ask in its place, but keeps two references
 * for each time an element came into the page, also long after it has left. Any other provider or consumer of
 * {@link customersProviderContext} that speaks the protocol of `@lit/context` is understood.
 */
export class CustomersProviderConsumer implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #own: () => CustomersProvider | undefined;
  #around: CustomersProvider | undefined;
  #unsubscribe: (() => void) | undefined;
  /** Where the host is; once it was adopted, its `ownerDocument` is another before it hears that it has left. */
  #document: Document | undefined;

  constructor(host: ReactiveElement, own: () => CustomersProvider | undefined) {
    this.#host = host;
    this.#own = own;
    host.addController(this);
  }

  get provider(): CustomersProvider | undefined {
    return this.#own() ?? this.#around;
  }

  hostConnected(): void {
    this.#document = this.#host.ownerDocument;
    this.#document.addEventListener('context-provider', this.#onProvider);
    // not when the host left: what is put back in the same place keeps what it shows
    this.#receive(undefined);
    this.#ask();
  }

  hostDisconnected(): void {
    this.#document?.removeEventListener('context-provider', this.#onProvider);
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  #ask(): void {
    this.#host.dispatchEvent(new ContextEvent(customersProviderContext, this.#host, this.#receive, true));
  }

  readonly #onProvider = (event: Event): void => {
    if ('context' in event && event.context === customersProviderContext) this.#ask();
  };

  /** One function for all requests: a provider that is asked twice knows by it that this is one subscriber. */
  readonly #receive: ContextCallback<CustomersProvider | undefined> = (provider, unsubscribe) => {
    // the one before, where another provider took over
    if (unsubscribe !== this.#unsubscribe) this.#unsubscribe?.();
    this.#unsubscribe = unsubscribe;
    if (provider === this.#around) return;
    this.#around = provider;
    this.#host.requestUpdate();
  };
}
