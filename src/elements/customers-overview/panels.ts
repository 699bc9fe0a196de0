import { nothing, type TemplateResult } from 'lit';
import type { CustomerWindow } from '../../controllers/customer-window.js';
import { Localization } from '../../controllers/localization.js';
import { SelectedCustomers } from '../../controllers/selected-customers.js';
import { displayName, type Customer } from '../../domain/customer.js';
import { panels } from '../../messages/en/panels.js';
import type { Call } from '../../providers/customers-provider.js';
import { CustomersCreatedEvent } from '../add-customers/customers-created-event.js';
import { BeaconsOpenEvent } from '../beacon-count-link/beacons-open-event.js';
import { CustomerEditEvent } from '../customer-edit-event.js';
import { CustomersDeleteEvent } from '../customers-delete-event.js';
import { CustomersDeletedEvent } from '../delete-customers/customers-deleted-event.js';
import { CustomerUpdatedEvent } from '../edit-customer/customer-updated-event.js';
import { ExpirationsOpenEvent } from '../upcoming-expiration/expirations-open-event.js';
import { panelAnnouncement } from './announcements.js';
import { ContentPanel } from './content-panel.js';
import type { CustomersGrid } from './customers-grid.js';
import type { CustomersOverview } from './customers-overview.element.js';
import { CustomerOpenEvent, CustomersAddEvent } from './events.js';
import { ExpirationsPanel } from './expirations-panel.js';
import { isRefused } from './list-state.js';
import type {
  CustomerContent,
  DeletionContent,
  OverviewPanels,
  PanelContent,
  PanelSurroundings,
} from './overview-panels.js';
import { panelNoticeTemplate } from './panel-notice.template.js';

/** What {@link Panels} are told by the features of an overview. */
export interface PanelsOptions {
  readonly list: CustomerWindow;
  readonly grid: CustomersGrid;
  readonly l10n: Localization;
  readonly surroundings: () => PanelSurroundings;
  readonly call: () => Omit<Call, 'signal'>;
  /** Whether the provider's lists only go forward, page by page. */
  readonly goesByCursor: () => boolean;
  readonly panels: () => OverviewPanels;
  readonly say: (text: string) => void;
  readonly onError: (error: unknown, customerIds?: readonly string[]) => void;
  /** The focus has no cell to go back to. */
  readonly onLostPlace: () => void;
}

/** The panels of an overview: what it opens for an intent that nobody has cancelled, and what becomes of the list then. */
export class Panels {
  readonly #host: CustomersOverview;
  readonly #options: PanelsOptions;
  readonly #words: Localization<'panels'>;
  readonly #customers: SelectedCustomers;
  readonly #expirations: ExpirationsPanel;
  readonly #details: ContentPanel<CustomerContent>;
  readonly #add: ContentPanel<PanelContent>;
  readonly #edit: ContentPanel<CustomerContent>;
  readonly #delete: ContentPanel<DeletionContent>;
  /** Where the focus goes when the panel closes, if its row is still there. */
  #opened: { readonly id: string; readonly column: 'name' | 'beacons' } | undefined;

  constructor(host: CustomersOverview, options: PanelsOptions) {
    const { grid, list, l10n, say, surroundings } = options;
    this.#host = host;
    this.#options = options;
    this.#words = new Localization<'panels'>(host, () => host.messages, { panels });
    this.#customers = new SelectedCustomers(host, { ...options, provider: () => surroundings().provider });
    this.#expirations = new ExpirationsPanel(host, {
      load: () => options.panels().expirations,
      container: () => host.renderRoot,
      surroundings,
      isRefused: () => isRefused(list),
      onClose: (id) => grid.focusCustomer(id, 'upcomingExpiration') || options.onLostPlace(),
      onProviderError: (error, customerId) => options.onError(error, [customerId]),
      onError: () => say(panelAnnouncement(l10n)),
    });
    this.#details = this.#panel(
      () => options.panels().details,
      undefined,
      () => this.#returnFocus(),
    );
    this.#add = this.#panel(
      () => options.panels().add,
      (content) => content.addEventListener('customers-created', (event) => this.#onCreated(event)),
    );
    this.#edit = this.#panel(
      () => options.panels().edit,
      (content) =>
        content.addEventListener('customer-updated', ({ customer }) => {
          list.reread([customer.id]);
          host.dispatchEvent(new CustomerUpdatedEvent(customer));
        }),
    );
    this.#delete = this.#panel(
      () => options.panels().delete,
      (content) =>
        content.addEventListener('customers-deleted', ({ ids }) => {
          host.refresh();
          host.dispatchEvent(new CustomersDeletedEvent(ids));
        }),
    );
    // in the shadow root, where the panels are: what their content wants done with a customer
    host.renderRoot.addEventListener('customer-open', this.#onIntent);
    host.renderRoot.addEventListener('customer-edit', this.#onIntent);
    host.renderRoot.addEventListener('customers-delete', this.#onIntent);
  }

  /** Which of these the page has a panel for, and the provider a way to do. */
  get offers(): { readonly edit: boolean; readonly delete: boolean } {
    const { provider } = this.#options.surroundings();
    return {
      edit: this.#edit.isThere && provider?.updateCustomer !== undefined && provider.getCustomer !== undefined,
      delete: this.#delete.isThere && provider?.deleteCustomers !== undefined,
    };
  }

  /** Does what was intended, where no one has cancelled it. */
  open(intent: Event, customer?: Customer): void {
    const words = this.#words.messages.panels;
    const name = customer ? displayName(customer) : '';
    // without a way to add customers this is the host's affair
    if (intent instanceof CustomersAddEvent && this.#options.surroundings().provider?.createCustomers)
      this.#add.open(words.addTitle, () => undefined);
    if (intent instanceof CustomerOpenEvent || intent instanceof BeaconsOpenEvent) {
      const { customerId } = intent;
      const isBeacons = intent instanceof BeaconsOpenEvent;
      const tab = isBeacons ? 'beacons' : 'details';
      this.#opened = { id: customerId, column: isBeacons ? 'beacons' : 'name' };
      this.#details.open(words.details, (content) => Object.assign(content, { customerId, tab }));
    }
    if (!customer) return;
    if (intent instanceof ExpirationsOpenEvent) this.#expirations.open(customer);
    else if (intent instanceof CustomerEditEvent) {
      this.#edit.open(words.editTitle(name), (content) => Object.assign(content, { customerId: customer.id }));
    } else if (intent instanceof CustomersDeleteEvent) this.delete([customer]);
  }

  /**
   * Asks whether these customers are to be deleted.
   *
   * @param hiddenIds Those of them whom the list does not show because of what it is asked.
   */
  delete(customers: readonly Customer[], hiddenIds: readonly string[] = []): void {
    const { deleteTitle } = this.#words.messages.panels;
    this.#delete.open(deleteTitle, (content) => Object.assign(content, { customers, hiddenIds }));
  }

  /** That a panel did not come, where it was asked for. */
  noticeTemplate(): TemplateResult | typeof nothing {
    const failed = [this.#expirations, this.#details, this.#add, this.#edit, this.#delete].find(
      ({ hasFailed }) => hasFailed,
    );
    return failed ? panelNoticeTemplate(this.#options.l10n.messages, () => failed.retry()) : nothing;
  }

  /** The viewer has signed in again. */
  resume(): void {
    this.#expirations.refresh();
  }

  #panel<Content extends PanelContent>(
    load: () => (() => Promise<new () => Content>) | undefined,
    onCreate?: (content: Content) => void,
    onClose?: () => void,
  ): ContentPanel<Content> {
    const { l10n, list, say, surroundings, panels } = this.#options;
    return new ContentPanel<Content>(this.#host, {
      load: () => {
        const [frame, content] = [panels().panel, load()];
        return frame && content && (() => Promise.all([frame(), content()]));
      },
      container: () => this.#host.renderRoot,
      surroundings,
      isRefused: () => isRefused(list),
      onCreate: (content) => {
        content.addEventListener('provider-error', ({ error }) => this.#options.onError(error));
        // the frame has the title of a form; details are headed by their customer
        if (onCreate) content.classList.add('panel-form');
        onCreate?.(content);
      },
      onClose: () => onClose?.(),
      onError: () => say(panelAnnouncement(l10n)),
    });
  }

  #onCreated({ customerIds }: CustomersCreatedEvent): void {
    this.#host.refresh();
    this.#host.dispatchEvent(new CustomersCreatedEvent(customerIds));
  }

  /** The dialog gives the focus back where it was; not to a row that was rendered anew meanwhile. */
  #returnFocus(): void {
    const opened = this.#opened;
    this.#opened = undefined;
    if (opened === undefined || this.#host.shadowRoot?.activeElement) return;
    if (!this.#options.grid.focusCustomer(opened.id, opened.column)) this.#options.onLostPlace();
  }

  readonly #onIntent = (event: Event): void => {
    // once the whole page has had its say
    queueMicrotask(() => {
      if (event.defaultPrevented) return;
      // above the panel that it came from, in which something may be filled in
      if (event instanceof CustomerOpenEvent) this.open(event);
      else if (event instanceof CustomerEditEvent) void this.#leaveDetails(event, event.customerId);
      else if (event instanceof CustomersDeleteEvent) void this.#leaveDetails(event, event.customerIds[0]);
    });
  };

  /** What comes in the place of the details, whose customer the list may not have loaded. */
  async #leaveDetails(intent: Event, id = ''): Promise<void> {
    const { surroundings, onError } = this.#options;
    const { provider } = surroundings();
    try {
      const [customer] = (await this.#customers.read({ ids: [id] }, 1)) ?? [];
      if (!customer || provider !== surroundings().provider) return;
      this.#details.close();
      this.open(intent, customer);
    } catch (error) {
      onError(error, [id]);
    }
  }
}
