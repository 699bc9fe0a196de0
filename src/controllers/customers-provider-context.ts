import { ContextConsumer, ContextEvent, ContextProvider, ContextRoot, createContext } from '@lit/context';
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

const documentsWithRoot = new WeakSet<Document>();

/** Keeps requests that nobody answered yet, so that a provider may come after the elements that need it. */
function ensureContextRoot(document: Document): void {
  if (documentsWithRoot.has(document)) return;
  documentsWithRoot.add(document);
  // the root only adds listeners; its type asks for an element, but everything must reach it, also from `<html>`
  new ContextRoot().attach(document as unknown as HTMLElement);
}

/**
 * The provider of an element: its own property, else that of the nearest {@link provideCustomers} around it. Asks the
 * host to render again when the one around it changes; the own property is the host's to observe.
 */
export class CustomersProviderConsumer implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #own: () => CustomersProvider | undefined;
  #around: CustomersProvider | undefined;

  constructor(host: ReactiveElement, own: () => CustomersProvider | undefined) {
    this.#host = host;
    this.#own = own;
    // before the consumer: what the last place in the page answered is forgotten before the new one is asked
    host.addController(this);
    new ContextConsumer(host, {
      context: customersProviderContext,
      subscribe: true,
      callback: (provider) => {
        this.#around = provider;
      },
    });
  }

  get provider(): CustomersProvider | undefined {
    return this.#own() ?? this.#around;
  }

  hostConnected(): void {
    ensureContextRoot(this.#host.ownerDocument);
    if (this.#around === undefined) return;
    this.#around = undefined;
    this.#host.requestUpdate();
  }
}
