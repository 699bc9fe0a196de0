import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AdoptedStyles } from '../../controllers/adopted-styles.js';
import { CustomersProviderConsumer } from '../../controllers/customers-provider-context.js';
import { CustomStates } from '../../controllers/custom-states.js';
import { FocusKeeper } from '../../controllers/focus-keeper.js';
import { Localization } from '../../controllers/localization.js';
import { Today } from '../../controllers/today.js';
import { knownTimeZone } from '../../domain/calendar.js';
import type { CustomerDetails } from '../../domain/customer.js';
import { completePolicy } from '../../domain/expiration-policy.js';
import type { ExpirationClock, ExpirationPolicy } from '../../domain/expirations.js';
import { nextExpirationChange } from '../../domain/next-expiration-change.js';
import { isViewOnly } from '../../domain/permissions.js';
import { customerDetails } from '../../messages/en/customer-details.js';
import { expirationsSlideout } from '../../messages/en/expirations-slideout.js';
import type { MessagesOverride } from '../../messages/messages.js';
import type { CustomersProvider } from '../../providers/customers-provider.js';
import { controls } from '../../styles/controls.js';
import { panelControls } from '../../styles/panel-controls.js';
import { panelStates } from '../../styles/panel-states.js';
import { tokens } from '../../styles/tokens.js';
import { beaconCountStyles } from '../beacon-count-link/beacon-count.template.js';
import { BeaconsOpenEvent } from '../beacon-count-link/beacons-open-event.js';
import { CustomerEditEvent } from '../customer-edit-event.js';
import { CustomersDeleteEvent } from '../customers-delete-event.js';
import { expirationStatusStyles } from '../expiration-status/expiration-status.template.js';
import { entitlementsStyles } from '../expirations-slideout/entitlements.styles.js';
import { openedLink } from '../opened-link.js';
import { shownText } from '../shown-text.js';
import { BeaconsPanel, type DetailsPanels } from './beacons-panel.js';
import { CustomerAnswer } from './customer-answer.js';
import { customerDetailsStyles } from './customer-details.styles.js';
import { detailsHeaderTemplate } from './details-header.template.js';
import {
  detailsAnnouncement,
  detailsStateTemplate,
  type DetailsState,
  type DetailsStateView,
} from './details-state.template.js';
import { detailsTemplate } from './details.template.js';
import { HostTabs } from './host-tabs.js';
import { TabChangeEvent } from './tab-change-event.js';
import { tabsTemplate, type Tab } from './tabs.template.js';

/** The names of the tabs that are not the host's. */
const ownTabs = ['details', 'beacons'] as const;

/**
 * One customer: its details, tabs of the host, and its beacons where it can have any (`docs/rules.md §4.3`).
 *
 * @tag customer-details
 * @slot tab - A tab of the host's own, each with a `tab-id` and a `tab-label`; `details` and `beacons` are taken.
 * @fires {TabChangeEvent} tab-change - The viewer went to another tab; neither bubbles nor cancels.
 * @fires {CustomerEditEvent} customer-edit - The viewer wants to edit the customer; cancelable.
 * @fires {CustomersDeleteEvent} customers-delete - The viewer wants to delete the customer; cancelable.
 * @fires {BeaconsOpenEvent} beacons-open - The number of beacons was clicked; the tab opens unless it is cancelled.
 * @fires {ProviderErrorEvent} provider-error - Something could not be read; neither bubbles nor cancels.
 * @csspart header - The head.
 * @csspart heading - The customer's name.
 * @csspart edit - The button that edits.
 * @csspart delete - The button that deletes.
 * @csspart tabs - The list of tabs.
 * @csspart tab - A tab.
 * @csspart panel - What a tab shows.
 * @csspart facts - The customer's facts.
 * @csspart beacons-link - The number of beacons.
 * @csspart owners - The owners.
 * @csspart mail-link - An owner's e-mail address.
 * @csspart capabilities - The capabilities.
 * @csspart table - Their table.
 * @csspart row - A row of it.
 * @csspart status - A status badge.
 * @csspart note - A note about what is missing, or out of date.
 * @csspart state - What stands in the place of the details where there are none.
 * @csspart retry - The button that asks again.
 * @cssstate loading - Nothing to show yet.
 * @cssstate ready - The details are there.
 * @cssstate failed - They could not be read; those of an earlier answer may still be there.
 * @cssstate unsupported - The provider does not offer them.
 * @cssstate view-only - The customer owns its system.
 */
export class CustomerDetailsElement extends LitElement {
  /** Hosts' tabs get a slot each, whatever their names are. */
  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    slotAssignment: 'manual',
  };

  static override styles = [
    tokens,
    panelControls,
    controls,
    beaconCountStyles,
    expirationStatusStyles,
    entitlementsStyles,
    panelStates,
    customerDetailsStyles,
  ];

  /** What is loaded when its tab is first shown; `define/customer-details.js` gives it. */
  static panels: DetailsPanels = {};

  /** Where the details come from. Default: the nearest provider around the element. */
  @property({ attribute: false }) provider?: CustomersProvider;
  /** The organization ID. */
  @property({ attribute: 'customer-id', useDefault: true }) customerId = '';
  /** The name of that customer, shown until the details are there. */
  @property({ attribute: 'customer-name', useDefault: true }) customerName = '';
  /**
   * The tab that is shown: `details`, `beacons`, or the `tab-id` of one of the host's. While there is no such tab, the
   * details are.
   */
  @property({ reflect: true, useDefault: true }) tab = 'details';
  /** IANA time zone in which calendar days are counted. */
  @property({ attribute: 'time-zone', useDefault: true }) timeZone = 'UTC';
  /** The moment to judge at. Default: the current one, followed while the page stays open. */
  @property({ attribute: false }) now?: Date;
  /** Thresholds of your own in the place of the default ones. */
  @property({ attribute: false }) policy?: Partial<ExpirationPolicy>;
  /** Words of your own in the place of the language's. */
  @property({ attribute: false }) messages?: MessagesOverride;

  readonly #l10n = new Localization(this, () => this.messages, { customerDetails, expirationsSlideout });
  readonly #today = new Today(this, () => this);
  readonly #source = new CustomersProviderConsumer(this, () => this.provider);
  readonly #states = new CustomStates<DetailsState | 'view-only'>(this);
  readonly #adoptedStyles = new AdoptedStyles(this);
  readonly #hostTabs = new HostTabs(this, ownTabs);
  readonly #answer = new CustomerAnswer(this, () => ({
    provider: this.#source.provider,
    customerId: this.customerId,
    call: { ...this.#clock, locale: this.#l10n.locale },
  }));
  readonly #beacons = new BeaconsPanel(
    this,
    () => CustomerDetailsElement.panels.beacons,
    () => ({
      provider: this.#source.provider,
      customerId: this.customerId,
      beacons: this.#answer.customer?.beacons,
      timeZone: this.timeZone,
      now: this.now,
      messages: this.messages,
    }),
  );

  constructor() {
    super();
    new FocusKeeper(this, () => this.renderRoot.querySelector<HTMLElement>('#heading'));
  }

  adoptedCallback(): void {
    this.#adoptedStyles.hostAdopted();
  }

  /** Asks the provider anew. What is shown stays until the answer is there. */
  refresh(): void {
    this.#answer.retry();
    this.#beacons.refresh();
  }

  protected override willUpdate(): void {
    this.#today.wakeAt(this.#nextChange());
  }

  protected override updated(): void {
    if (this.#selected === 'beacons') this.#beacons.show();
  }

  protected override render(): TemplateResult {
    const { customer } = this.#answer;
    const view = this.#stateView();
    this.#states.show(view.state, ...(customer && isViewOnly(customer) ? (['view-only'] as const) : []));
    return html`${this.#renderHeader(customer)}
      <div class="visually-hidden" role="status">${detailsAnnouncement(view)}</div>
      ${customer ? detailsStateTemplate(view) : nothing}
      ${tabsTemplate({
        label: this.#l10n.messages.customerDetails.tabs,
        tabs: this.#tabs,
        selected: this.#selected,
        direction: this.#l10n.direction,
        onSelect: (tab) => this.#select(tab),
      })}
      ${this.#renderPanel('details', 'details', customer ? this.#renderDetails(customer) : detailsStateTemplate(view))}
      ${this.#hostTabs.tabs.map(({ id }, index) =>
        this.#renderPanel(id, `host-${index}`, html`<slot name="tab" data-tab=${id}></slot>`),
      )}
      ${this.#renderPanel('beacons', 'beacons', this.#renderBeaconsFailure())}`;
  }

  #renderHeader(customer: CustomerDetails | undefined): TemplateResult {
    const { provider } = this.#source;
    return detailsHeaderTemplate({
      customer,
      customerId: this.customerId,
      customerName: this.customerName,
      l10n: this.#l10n,
      onEdit:
        // the form reads the customer before it changes anything
        provider?.updateCustomer &&
        provider.getCustomer &&
        (() => this.dispatchEvent(new CustomerEditEvent(this.customerId))),
      onDelete: provider?.deleteCustomers && (() => this.dispatchEvent(new CustomersDeleteEvent([this.customerId]))),
    });
  }

  #renderPanel(id: string, key: string, content: unknown): TemplateResult {
    const hasTabs = this.#tabs.length > 1;
    return html`<div
      id="panel-${key}"
      part="panel"
      role=${hasTabs ? 'tabpanel' : nothing}
      aria-labelledby=${hasTabs ? `tab-${key}` : nothing}
      tabindex=${hasTabs && id !== 'beacons' ? 0 : nothing}
      ?hidden=${id !== this.#selected}
    >
      ${content}
    </div>`;
  }

  #renderDetails(customer: CustomerDetails): TemplateResult {
    const { capabilities } = this.#answer;
    return html`<div @click=${this.#onDetailsClick}>
      ${detailsTemplate({ customer, capabilities, clock: this.#clock, l10n: this.#l10n })}
    </div>`;
  }

  #renderBeaconsFailure(): TemplateResult | typeof nothing {
    if (!this.#beacons.hasFailed) return nothing;
    const { messages } = this.#l10n;
    return html`<div class="note failed" part="note" role="alert">
      <span>${messages.customerDetails.panelFailed}</span>
      <button type="button" part="retry" @click=${() => this.#beacons.retry()}>${messages.retry}</button>
    </div>`;
  }

  get #clock(): ExpirationClock {
    return { now: this.#today.now, timeZone: knownTimeZone(this.timeZone), policy: completePolicy(this.policy) };
  }

  /** The tabs that there are, in their order. */
  get #tabs(): readonly Tab[] {
    const { customer } = this.#answer;
    const words = this.#l10n.messages.customerDetails;
    const hasBeacons =
      customer && customer.beacons.state !== 'not-applicable' && CustomerDetailsElement.panels.beacons !== undefined;
    return [
      { id: 'details', key: 'details', label: words.details },
      ...this.#hostTabs.tabs.map(({ id, label }, index) => ({ id, key: `host-${index}`, label: shownText(label) })),
      ...(hasBeacons ? [{ id: 'beacons', key: 'beacons', label: words.beacons }] : []),
    ];
  }

  /** The tab that is shown: the one that is wished for, where there is one. */
  get #selected(): string {
    return this.#tabs.some(({ id }) => id === this.tab) ? this.tab : 'details';
  }

  #stateView(): DetailsStateView {
    const { customer, failure } = this.#answer;
    const state = failure === 'unsupported' ? failure : failure ? 'failed' : customer ? 'ready' : 'loading';
    return { state, failure, isStale: customer !== undefined, l10n: this.#l10n, onRetry: () => this.refresh() };
  }

  #nextChange(): Date | undefined {
    const { capabilities } = this.#answer;
    if (capabilities.state !== 'ready') return undefined;
    const dates = capabilities.value.entitlements.flatMap(({ expires }) => expires ?? []);
    return nextExpirationChange([{ state: 'ready', value: { undated: 0, unreadable: 0, dates } }], this.#clock);
  }

  #select(tab: string): void {
    if (tab === this.#selected) return;
    this.tab = tab;
    this.dispatchEvent(new TabChangeEvent(tab));
  }

  readonly #onDetailsClick = (click: MouseEvent): void => {
    if (!openedLink(click, 'beacons-link') || !this.dispatchEvent(new BeaconsOpenEvent(this.customerId))) return;
    if (this.#tabs.some(({ id }) => id === 'beacons')) this.#select('beacons');
  };
}
