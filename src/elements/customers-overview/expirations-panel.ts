import type { ReactiveControllerHost } from 'lit';
import { LazyPanel } from '../../controllers/lazy-panel.js';
import { displayName, type Customer } from '../../domain/customer.js';
import type { CustomersProvider } from '../../providers/customers-provider.js';
import type { ExpirationsSlideout } from '../expirations-slideout/expirations-slideout.element.js';
import type { OverviewPanels, PanelSurroundings } from './overview-panels.js';

/** What an {@link ExpirationsPanel} is told by its element. */
export interface ExpirationsPanelOptions {
  /** Loads the slideout's class; absent where the page has none. */
  readonly load: () => OverviewPanels['expirations'];
  readonly container: () => HTMLElement | DocumentFragment;
  readonly surroundings: () => PanelSurroundings;
  /** Whether the list was refused, and with it everything about its customers. */
  readonly isRefused: () => boolean;
  /** The slideout of a customer has closed. */
  readonly onClose: (customerId: string) => void;
  /** The slideout's provider failed, with what it threw. */
  readonly onProviderError: (error: unknown, customerId: string) => void;
  /** The slideout could not be loaded. */
  readonly onError: () => void;
}

/** The slideout of the overview, and whose it is while it is open. */
export class ExpirationsPanel {
  readonly #options: ExpirationsPanelOptions;
  readonly #slideout: LazyPanel<ExpirationsSlideout>;
  /** Whom it was opened for, and who told of that customer: no other provider's data stands under that name. */
  #opened: { readonly customer: Customer; readonly provider: CustomersProvider | undefined } | undefined;

  constructor(host: ReactiveControllerHost, options: ExpirationsPanelOptions) {
    this.#options = options;
    this.#slideout = new LazyPanel(host, {
      load: options.load,
      container: options.container,
      onCreate: (panel) => {
        panel.addEventListener('expirations-close', () => this.#onClose());
        panel.addEventListener('provider-error', ({ error }) => options.onProviderError(error, panel.customerId));
      },
      onUpdate: (panel) => this.#update(panel),
      onError: (error) => {
        options.onError();
        // no provider failed: what watches the host's page has to learn of the file that did not come
        reportError(error);
      },
    });
  }

  /** Whether the slideout that was asked for last did not come, and still may. */
  get hasFailed(): boolean {
    return this.#slideout.hasFailed && this.#isUnderItsProvider;
  }

  open(customer: Customer): void {
    this.#opened = { customer, provider: this.#options.surroundings().provider };
    void this.#slideout.open((panel) => {
      if (this.#isUnderItsProvider) panel.show();
    });
  }

  /** Asks again what an open slideout shows. */
  refresh(): void {
    this.#slideout.panel?.refresh();
  }

  /** Asks again for a slideout that did not come. */
  retry(): void {
    void this.#slideout.retry();
  }

  get #isUnderItsProvider(): boolean {
    return this.#opened?.provider === this.#options.surroundings().provider;
  }

  #update(panel: ExpirationsSlideout): void {
    if (this.#options.isRefused()) {
      this.#opened = undefined;
      this.#slideout.discard();
    }
    if (this.#opened === undefined) return;
    if (!this.#isUnderItsProvider) {
      panel.hide();
      return;
    }
    const { customer } = this.#opened;
    const missing = customer.expirations.state === 'ready' ? customer.expirations.missing : undefined;
    const customerName = displayName(customer);
    Object.assign(panel, this.#options.surroundings(), { customerId: customer.id, customerName, missing });
  }

  #onClose(): void {
    const opened = this.#opened;
    this.#opened = undefined;
    if (opened !== undefined) this.#options.onClose(opened.customer.id);
  }
}
