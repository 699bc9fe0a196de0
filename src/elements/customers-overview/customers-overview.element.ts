import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { AdoptedStyles } from '../../controllers/adopted-styles.js';
import { Announcer } from '../../controllers/announcer.js';
import { CustomerWindow, type ListQuery } from '../../controllers/customer-window.js';
import { CustomStates } from '../../controllers/custom-states.js';
import { CustomersProviderConsumer } from '../../controllers/customers-provider-context.js';
import { LazyPanel } from '../../controllers/lazy-panel.js';
import { Localization } from '../../controllers/localization.js';
import { QueryTask } from '../../controllers/query-task.js';
import { Today } from '../../controllers/today.js';
import { isTimeZone } from '../../domain/calendar.js';
import type { Customer } from '../../domain/customer.js';
import { completePolicy } from '../../domain/expiration-policy.js';
import { defaultExpirationPolicy, nextExpirationChange, type ExpirationPolicy } from '../../domain/expirations.js';
import { canAdd } from '../../domain/permissions.js';
import type { CustomersSort, CustomersSortField } from '../../domain/query.js';
import type { MessagesOverride } from '../../messages/messages.js';
import { checkDescription } from '../../providers/checked-page.js';
import type { CustomersProvider, ProviderDescription } from '../../providers/customers-provider.js';
import { errorCodeOf } from '../../providers/provider-error.js';
import { controls } from '../../styles/controls.js';
import { tokens } from '../../styles/tokens.js';
import { beaconCountStyles } from '../beacon-count-link/beacon-count.template.js';
import { expirationStatusStyles } from '../expiration-status/expiration-status.template.js';
import type { ExpirationsSlideout } from '../expirations-slideout/expirations-slideout.element.js';
import { ExpirationsOpenEvent } from '../upcoming-expiration/expirations-open-event.js';
import { upcomingExpirationStyles } from '../upcoming-expiration/upcoming-expiration.template.js';
import { cardStyles } from './cards.styles.js';
import { isSameContext, type RowContext } from './columns.js';
import { CustomersGrid } from './customers-grid.js';
import { overviewStyles } from './customers-overview.styles.js';
import { CustomersAddEvent, CustomersChangeEvent, ProviderErrorEvent, QueryChangeEvent } from './events.js';
import { emptyStateTemplate, listStatesOf, noticesTemplate, type ListState } from './list-state.template.js';
import { sortMenuTemplate } from './sort-menu.template.js';
import { tableStyles } from './table.styles.js';

/** The panels that an overview opens, loaded when first asked for. */
export interface OverviewPanels {
  readonly expirations?: () => Promise<new () => ExpirationsSlideout>;
}

/**
 * All customers of a partner in one consolidated view.
 *
 * @tag customers-overview
 *
 * @fires {CustomerOpenEvent} customer-open - A customer's name was activated; cancelable.
 * @fires {BeaconsOpenEvent} beacons-open - A beacon count was activated; cancelable.
 * @fires {ExpirationsOpenEvent} expirations-open - An upcoming expiration was activated; cancelled, no slideout opens.
 * @fires {CustomersAddEvent} customers-add - "Add New Customer" was activated; cancelable.
 * @fires {QueryChangeEvent} query-change - The viewer searched or sorted. Does not bubble.
 * @fires {CustomersChangeEvent} customers-change - Another result is on screen. Does not bubble.
 * @fires {ProviderErrorEvent} provider-error - The provider failed. Does not bubble.
 *
 * @slot heading - Takes the place of the heading.
 * @slot actions - Stands before "Add New Customer".
 *
 * @csspart heading - The heading.
 * @csspart toolbar - Search and sort menu.
 * @csspart search - The search field.
 * @csspart add - "Add New Customer".
 * @csspart notice - A notice above the rows.
 * @csspart state - What stands in the place of the rows where there are none.
 * @csspart table - The table.
 * @csspart header - The header row.
 * @csspart row - A row.
 * @csspart cell - A cell.
 * @csspart customer-link - A customer's name.
 * @csspart beacons-link - A beacon count.
 * @csspart expirations-link - An upcoming expiration.
 * @csspart status - An expiration status.
 *
 * @cssprop [--customers-max-height=100dvh] - How tall the element may grow before its rows scroll.
 *
 * @cssstate loading - No rows yet.
 * @cssstate ready - Rows are shown.
 * @cssstate empty - There are no customers.
 * @cssstate no-match - No customer matches the query.
 * @cssstate failed - The list could not be loaded.
 * @cssstate stale - Rows are shown, but the last request failed.
 * @cssstate refreshing - Rows are shown while a newer result is on its way.
 * @cssstate loading-more - Some rows in view are not loaded yet.
 */
export class CustomersOverview extends LitElement {
  static override readonly styles = [
    tokens,
    controls,
    beaconCountStyles,
    upcomingExpirationStyles,
    expirationStatusStyles,
    overviewStyles,
    tableStyles,
    cardStyles,
  ];

  /** Set by the define module, so that the class itself loads and registers nothing. */
  static panels: OverviewPanels = {};

  /** Where the customers come from; else the nearest `provideCustomers` or `<customers-source>` around the element. */
  @property({ attribute: false }) provider: CustomersProvider | undefined;

  /** What is asked of the list. A host may set it; the viewer's searches and sorts replace it (`query-change`). */
  @property({ attribute: false }) query: ListQuery = { sort: [{ field: 'name', direction: 'ascending' }] };

  /** Template of a customer's address: `{id}`, `{externalId}` and `{name}` are filled in, URL-encoded. */
  @property({ attribute: 'customer-href' }) customerHref: string | undefined;

  /** Template of the address of a customer's beacons, with the same placeholders. */
  @property({ attribute: 'beacons-href' }) beaconsHref: string | undefined;

  /** IANA time zone in which days are counted. */
  @property({ attribute: 'time-zone' }) timeZone = 'UTC';

  /** The thresholds of the expirations, as far as they differ from 30 days of grace and horizons of 30 and 60. */
  @property({ attribute: false }) policy: Partial<ExpirationPolicy> | undefined;

  /** A fixed moment to judge expirations by, for tests and pictures; absent: the present. */
  @property({ attribute: false }) now: Date | undefined;

  /** Words that the host says differently. */
  @property({ attribute: false }) messages: MessagesOverride | undefined;

  readonly #cssStates = new CustomStates<ListState>(this);
  readonly #styles = new AdoptedStyles(this);
  readonly #source = new CustomersProviderConsumer(this, () => this.provider);
  readonly #l10n = new Localization(this, () => this.messages);
  readonly #today = new Today(this, () => ({ now: this.now, timeZone: this.timeZone }));
  readonly #announcer = new Announcer(this);
  readonly #description = new QueryTask<readonly [CustomersProvider | undefined], ProviderDescription>(this, {
    args: () => [this.#source.provider],
    isReady: ([provider]) => provider?.describe !== undefined,
    run: ([provider], signal) => this.#describe(provider, signal),
  });
  readonly #list = new CustomerWindow(this, {
    provider: () => this.#source.provider,
    query: () => this.query,
    call: () => this.#context,
    onResult: (isNewQuestion) => this.#onResult(isNewQuestion),
    onError: (error) => this.#onError(error),
  });
  readonly #grid = new CustomersGrid(this, this.#list, () => this.#l10n.direction);
  readonly #slideout = new LazyPanel<ExpirationsSlideout>(this, {
    load: () => (this.constructor as typeof CustomersOverview).panels.expirations, // the class that was defined
    container: () => this.renderRoot,
    onCreate: (panel) => panel.addEventListener('expirations-close', () => this.#onSlideoutClose()),
    onError: (error) => this.#onError(error),
  });
  #policy = defaultExpirationPolicy;
  #fixedPolicy: ProviderDescription['policy'];
  #context!: RowContext; // set by the first willUpdate, before anything reads it
  #openCustomer: Customer | undefined;
  #hasSorted = false;

  /** Asks the provider anew. Rows shown stay until the answer is there. */
  refresh(): void {
    this.#list.refresh();
  }

  adoptedCallback(): void {
    this.#styles.hostAdopted();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const fixedPolicy = this.#description.value?.policy;
    if (changed.has('policy') || fixedPolicy !== this.#fixedPolicy) {
      this.#fixedPolicy = fixedPolicy;
      this.#policy = completePolicy({ ...this.policy, ...fixedPolicy });
    }
    const context: RowContext = {
      messages: this.#l10n.messages,
      locale: this.#l10n.locale,
      now: this.#today.now,
      timeZone: isTimeZone(this.timeZone) ? this.timeZone : 'UTC',
      policy: this.#policy,
      customerHref: this.customerHref,
      beaconsHref: this.beaconsHref,
      base: this.ownerDocument.baseURI,
      l10n: this.#l10n,
    };
    this.#context = isSameContext(this.#context, context) ? this.#context : context;
    this.#today.wakeAt(
      nextExpirationChange(
        this.#grid.customersInPage.map(({ expirations }) => expirations),
        context,
      ),
    );
  }

  protected override render(): TemplateResult {
    const states = listStatesOf(this.#list, isNarrowed(this.query));
    this.#cssStates.show(...states);
    const hasRows = states.has('ready') || states.has('loading');
    return html`${this.#renderHeader()} ${this.#renderToolbar()}
      ${noticesTemplate(this.#list, this.#l10n, () => this.#retry())}
      ${emptyStateTemplate(states, this.#list, this.#l10n, {
        search: this.query.search ?? '',
        clear: () => this.#clear(),
        retry: () => this.#retry(),
      })}
      ${this.#grid.render({
        context: this.#context,
        sort: this.query.sort?.[0],
        isSortable: (field) => this.#isSortable(field),
        isHidden: !hasRows,
        onSort: (field) => this.#toggleSort(field),
        onOpen: (click, customer, intent) => this.#onOpen(click, customer, intent),
      })}
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>`;
  }

  #renderHeader(): TemplateResult {
    const words = this.#l10n.messages.overview;
    const { status, total } = this.#list;
    return html`<div class="header">
      <slot name="heading"><h2 class="heading" part="heading">${words.heading}</h2></slot>
      ${status === 'ready' ? html`<span class="total">${words.total(this.#l10n.count(total))}</span>` : nothing}
      ${this.#list.isRefreshing ? html`<span class="activity">${words.refreshing}</span>` : nothing}
      <span class="spacer"></span>
      <slot name="actions"></slot>
      ${
        canAdd(this.#description.value)
          ? html`<button type="button" class="primary" part="add" @click=${this.#onAdd}>${words.add}</button>`
          : nothing
      }
    </div>`;
  }

  #renderToolbar(): TemplateResult {
    const words = this.#l10n.messages.overview;
    return html`<div class="toolbar" part="toolbar">
      <div class="search">
        <input
          type="search"
          part="search"
          autocomplete="off"
          spellcheck="false"
          aria-label=${words.search}
          placeholder=${words.search}
          .value=${live(this.query.search ?? '')}
          @input=${this.#onSearch}
        />
      </div>
      ${sortMenuTemplate(
        this.query.sort?.[0],
        (field) => this.#isSortable(field),
        words,
        (sort) => this.#sortBy(sort),
      )}
    </div>`;
  }

  async #describe(provider: CustomersProvider | undefined, signal: AbortSignal): Promise<ProviderDescription> {
    try {
      return checkDescription(await provider?.describe?.({ ...this.#context, signal }));
    } catch (error) {
      if (!signal.aborted) this.dispatchEvent(new ProviderErrorEvent(error));
      throw error;
    }
  }

  #isSortable(field: CustomersSortField): boolean {
    return this.#description.value?.sortable?.includes(field) ?? true;
  }

  #ask(query: ListQuery): void {
    this.query = query;
    this.dispatchEvent(new QueryChangeEvent(query));
  }

  readonly #onSearch = (event: InputEvent): void => {
    const { search: _before, ...query } = this.query;
    const search = event.target instanceof HTMLInputElement ? event.target.value : '';
    this.#ask(search === '' ? query : { ...query, search });
  };

  #clear(): void {
    const { sort, pinned } = this.query;
    this.#ask({ ...(sort && { sort }), ...(pinned && { pinned }) });
    this.#focusSearch();
  }

  #retry(): void {
    this.#list.retry();
    this.#focusSearch();
  }

  /** The button that was pressed goes away with what it was for, and must not take the focus along. */
  #focusSearch(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  #toggleSort(field: CustomersSortField): void {
    const current = this.query.sort?.[0];
    const isAscending = current?.field === field && current.direction === 'ascending';
    this.#sortBy({ field, direction: isAscending ? 'descending' : 'ascending' });
  }

  #sortBy(sort: CustomersSort): void {
    this.#hasSorted = true;
    this.#ask({ ...this.query, sort: [sort] });
  }

  readonly #onAdd = (): void => {
    this.dispatchEvent(new CustomersAddEvent());
  };

  #onOpen(click: MouseEvent, customer: Customer, intent: Event): void {
    if (!this.dispatchEvent(intent)) click.preventDefault();
    else if (intent instanceof ExpirationsOpenEvent) this.#openSlideout(customer);
  }

  #openSlideout(customer: Customer): void {
    this.#openCustomer = customer;
    void this.#slideout.open((panel) => {
      panel.provider = this.#source.provider;
      panel.customerId = customer.id;
      panel.customerName = customer.name;
      panel.missing = (customer.expirations.state === 'ready' && customer.expirations.missing) || [];
      panel.timeZone = this.#context.timeZone;
      panel.now = this.now;
      panel.policy = this.#policy;
      panel.messages = this.messages;
      panel.show();
    });
  }

  #onSlideoutClose(): void {
    if (this.#openCustomer !== undefined) this.#grid.focusCustomer(this.#openCustomer.id, 'upcomingExpiration');
    this.#openCustomer = undefined;
  }

  #onResult(isNewQuestion: boolean): void {
    const words = this.#l10n.messages.overview;
    if (isNewQuestion) {
      this.#grid.scrollToTop();
      const sort = this.query.sort?.[0];
      this.#announcer.say(
        this.#hasSorted && sort
          ? words.announceSort(words.columns[sort.field], sort.direction)
          : words.announceResult(this.#l10n.count(this.#list.total)),
      );
    }
    this.#hasSorted = false;
    this.dispatchEvent(new CustomersChangeEvent(this.#list.total));
  }

  #onError(error: unknown): void {
    const { errors, overview } = this.#l10n.messages;
    this.#announcer.say(`${overview.failed}. ${errors[errorCodeOf(error)]}`);
    this.dispatchEvent(new ProviderErrorEvent(error));
  }
}

/** Whether the query leaves customers out. */
function isNarrowed({ sort: _sort, pinned: _pinned, search, ...filters }: ListQuery): boolean {
  // false and 0 are filters, too
  return Boolean(search) || Object.values<unknown>(filters).some((filter) => filter !== undefined);
}
