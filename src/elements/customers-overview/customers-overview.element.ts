import { html, LitElement, type TemplateResult } from 'lit';
import { AdoptedStyles } from '../../controllers/adopted-styles.js';
import { CustomerWindow } from '../../controllers/customer-window.js';
import { CustomStates } from '../../controllers/custom-states.js';
import { CustomersProviderConsumer } from '../../controllers/customers-provider-context.js';
import type { LaterPart } from '../../controllers/later-part.js';
import { Localization } from '../../controllers/localization.js';
import { Moment } from '../../controllers/moment.js';
import { ProviderConnection } from '../../controllers/provider-connection.js';
import type { Customer } from '../../domain/customer.js';
import type { ExpirationPolicy } from '../../domain/expirations.js';
import { canAdd } from '../../domain/permissions.js';
import type { PreferencesStore } from '../../domain/preferences.js';
import { isNarrowed, type CustomersSortField, type ListQuery } from '../../domain/query.js';
import type { MessagesOverride } from '../../messages/messages.js';
import type { CustomersHint, CustomersProvider } from '../../providers/customers-provider.js';
import { CustomersGrid } from './customers-grid.js';
import { CustomersAddEvent, CustomersChangeEvent } from './events.js';
import type { OverviewPanels } from './overview-panels.js';
import { FailureReport } from './failure-report.js';
import type { Features } from './features.js';
import { headerTemplate } from './header.template.js';
import { featuresPart, pagesPart, waitsForFeatures } from './later-parts.js';
import { hasRowsOnScreen, listStatesOf, type ListState } from './list-state.js';
import { emptyStateTemplate, noticesTemplate } from './list-state.template.js';
import { panelNoticeTemplate } from './panel-notice.template.js';
import { RowContextSource, type RowContext } from './row-context.js';
import { styles } from './styles.js';
import { tilesRoomTemplate, toolbarTemplate } from './toolbar.template.js';
import { ViewerQuery } from './viewer-query.js';

/**
 * All customers of a partner in one consolidated view: who they are, their beacons, what expires next.
 *
 * @tag customers-overview
 *
 * @fires {CustomerOpenEvent} customer-open - The viewer wants to see a customer: the details open; cancelable.
 * @fires {BeaconsOpenEvent} beacons-open - The viewer wants to see beacons: the details open at them; cancelable.
 * @fires {ExpirationsOpenEvent} expirations-open - The viewer wants to see expirations: the slideout opens; cancelable.
 * @fires {CustomersAddEvent} customers-add - The viewer wants to add customers: the grid for them opens; cancelable.
 * @fires {CustomerEditEvent} customer-edit - The viewer wants to edit a customer: the form opens; cancelable.
 * @fires {CustomersDeleteEvent} customers-delete - The viewer wants to delete customers: a list of them opens; cancelable.
 * @fires {CustomersCreatedEvent} customers-created - Customers were created in the panel; neither bubbles nor cancels.
 * @fires {CustomerUpdatedEvent} customer-updated - A customer was changed in the panel; neither bubbles nor cancels.
 * @fires {CustomersDeletedEvent} customers-deleted - Customers were deleted in the panel; neither bubbles nor cancels.
 * @fires {QueryChangeEvent} query-change - The viewer searched, filtered or sorted; neither bubbles nor cancels.
 * @fires {CustomersChangeEvent} customers-change - Another result is on screen; neither bubbles nor cancels.
 * @fires {SelectionChangeEvent} selection-change - Other customers are selected; neither bubbles nor cancels.
 * @fires {ProviderErrorEvent} provider-error - The provider failed; neither bubbles nor cancels.
 * @fires {SessionEndedEvent} session-ended - The viewer has to sign in again; the list can go on after that. Bubbles.
 *
 * @slot heading - Takes the place of the heading.
 * @slot actions - Stands before "Add New Customer".
 *
 * @csspart heading - The heading.
 * @csspart toolbar - The search, and what the list can be arranged by.
 * @csspart search - The search field.
 * @csspart add - "Add New Customer".
 * @csspart notice - A notice above the rows.
 * @csspart state - What stands in the place of the rows where there are none.
 * @csspart refresh - The button that reads the list anew.
 * @csspart pages - The way to the other pages.
 * @csspart table - The table.
 * @csspart header - The header row.
 * @csspart row - A row.
 * @csspart cell - A cell.
 * @csspart customer-link - A customer's name.
 * @csspart beacons-link - A beacon count.
 * @csspart expirations-link - An upcoming expiration.
 * @csspart status - An expiration status.
 * @csspart menu - The menu of a row.
 * @csspart export - The button that opens the export.
 * @csspart export-dialog - The export.
 * @csspart select - A check box.
 * @csspart select-all - The check box or button for all rows.
 * @csspart selection-choice - The question who is meant by all.
 * @csspart bulk-bar - What can be done with the selected customers.
 * @csspart delete - "Delete…" of the bulk bar.
 * @csspart export-selection - "Export" of the bulk bar.
 * @csspart clear-selection - "Clear Selection".
 * @csspart favourite - The star of a customer.
 * @csspart favourites-on-top - The button that shows the favourites on top.
 * @csspart columns - The button that opens the choice of columns.
 * @csspart columns-popover - The choice of columns.
 * @csspart tiles - The counts of each status.
 * @csspart tile - The count of one status.
 * @csspart filter - The button that opens the choice of filters.
 * @csspart filter-popover - The choice of filters.
 * @csspart chips - What the list is filtered by.
 * @csspart chip - One thing that the list is filtered by.
 * @csspart views - The button that opens the saved views.
 * @csspart views-popover - The saved views.
 *
 * @cssprop --customers-selected - Colour of selected rows.
 * @cssprop [--customers-max-height=100dvh] - How tall the element may grow before its rows scroll.
 *
 * @cssstate loading - No rows yet.
 * @cssstate ready - Rows are shown.
 * @cssstate empty - There are no customers.
 * @cssstate no-match - No customer matches the query.
 * @cssstate failed - The list could not be loaded, or is refused by now.
 * @cssstate stale - Rows are shown, but the last request failed.
 * @cssstate refreshing - Rows are shown while a newer result is on its way.
 * @cssstate loading-more - Some rows in view are not loaded yet.
 * @cssstate changed - Rows are shown, and a newer list is on offer.
 * @cssstate offline - Rows are shown, and there is no network.
 */
export class CustomersOverview extends LitElement {
  static override readonly styles = styles;

  static override readonly properties = {
    provider: { attribute: false },
    query: { attribute: false },
    customerHref: { attribute: 'customer-href' },
    beaconsHref: { attribute: 'beacons-href' },
    paging: {},
    urlState: { attribute: 'url-state' },
    timeZone: { attribute: 'time-zone' },
    policy: { attribute: false },
    preferences: { attribute: false },
    preferencesKey: { attribute: 'preferences-key' },
    now: { attribute: false },
    messages: { attribute: false },
  };

  /** Set by the define module, so that the class itself loads and registers nothing. */
  static panels: OverviewPanels = {};

  /** Where the customers come from; else the nearest `provideCustomers` or `<customers-source>` around the element. */
  provider: CustomersProvider | undefined;

  /** What is asked of the list. A host may set it; what the viewer asks takes its place (`query-change`). */
  query: ListQuery | undefined = { sort: [{ field: 'name', direction: 'ascending' }] };

  /** Template of a customer's address: `{id}`, `{externalId}` and `{name}` are filled in, URL-encoded. */
  customerHref: string | undefined;

  /** Template of the address of a customer's beacons, with the same placeholders. */
  beaconsHref: string | undefined;

  /** How a long list is gone through: scrolled as one (`window`), or a page of 25, 50 or 100 rows at a time (`pages`). */
  paging: 'window' | 'pages' = 'window';

  /** Keeps the query in the page's address, in parameters that begin with this name and a dot. Empty: `customers`. */
  urlState: string | undefined;

  /** IANA time zone in which days are counted. */
  timeZone = 'UTC';

  /** The thresholds of the expirations, as far as they differ from 30 days of grace and horizons of 30 and 60. */
  policy: Partial<ExpirationPolicy> | undefined;

  /** Where the viewer's favourites, columns, density and views are kept. Default: as long as the element lasts. */
  preferences: PreferencesStore | undefined;

  /** A name of the viewer's own, under which `localStorage` keeps the same where there are no `preferences`. */
  preferencesKey: string | undefined;

  /** A fixed moment to judge expirations by, for tests and pictures; absent: the present. */
  now: Date | undefined;

  /** Words that the host says differently. */
  messages: MessagesOverride | undefined;

  readonly #failures = new FailureReport(this, {
    resume: () => this.#resume(),
    onForbidden: (customerIds) => {
      this.#connection.refresh();
      this.#list.reread(customerIds);
    },
  });
  readonly #query = new ViewerQuery(this);
  readonly #cssStates = new CustomStates<ListState>(this);
  readonly #styles = new AdoptedStyles(this);
  readonly #source = new CustomersProviderConsumer(this, () => this.provider);
  readonly #l10n = new Localization(this, () => this.messages);
  readonly #moment = new Moment(this, () => this);
  readonly #connection = new ProviderConnection(this, {
    provider: () => this.#source.provider,
    call: () => this.#context,
    onHint: (hint) => this.#onHint(hint),
    onMissedHints: () => this.#list.invalidate(),
    onError: (error) => this.#failures.tell(error),
  });
  readonly #list = new CustomerWindow(this, {
    provider: () => (this.#isHeldBack ? undefined : this.#source.provider),
    query: () => this.#features.part?.askedQuery(this.#query.current) ?? this.#query.current,
    call: () => this.#context,
    goesByCursor: () => this.#connection.description?.paging === 'cursor',
    onResult: (isNewQuestion) => this.#onResult(isNewQuestion),
    onError: (error) => this.#onError(error),
  });
  readonly #grid = new CustomersGrid(this, this.#list, this.#l10n);
  readonly #pages = pagesPart(this, this.#styles);
  readonly #features: LaterPart<Features> = featuresPart(
    this,
    this.#styles,
    {
      list: this.#list,
      grid: this.#grid,
      l10n: this.#l10n,
      moment: this.#moment,
      call: () => this.#context,
      provider: () => this.#source.provider,
      description: () => this.#connection.description,
      query: this.#query,
      onError: (error, customerIds) => this.#failures.tell(error, customerIds),
    },
    () => this.#list.status === 'ready' || this.#list.hasFailed || this.#isHeldBack,
  );
  readonly #contexts = new RowContextSource(this, this.#l10n);
  #context!: RowContext; // set by the first willUpdate, before anything reads it

  /** Asks the provider anew. Rows shown stay until the answer is there. */
  refresh(): void {
    this.#failures.goOn();
    this.#connection.refresh();
    this.#list.refresh();
  }

  adoptedCallback(): void {
    this.#styles.hostAdopted();
  }

  protected override willUpdate(): void {
    this.#context = this.#contexts.at(
      this.#moment.now,
      this.#connection.description?.policy,
      this.#features.part?.rowChoices,
    );
  }

  protected override render(): TemplateResult {
    const { messages } = this.#l10n;
    const { overview } = messages;
    const shown = this.#list.result?.query ?? this.#query.current;
    const features = this.#features.part;
    const states = listStatesOf(this.#list, isNarrowed(shown));
    this.#cssStates.show(...states, ...(features?.states ?? []));
    const pages = this.paging === 'pages' && states.has('ready') ? this.#pages.part : undefined;
    // without its features the element says at least that it has failed
    const said = features?.announcement ?? (this.#features.hasFailed && states.has('failed') ? overview.failed : '');
    return html`${headerTemplate({
        list: this.#list,
        states,
        l10n: this.#l10n,
        later: features?.headerTemplate(),
        onAdd: canAdd(this.#connection.description) ? () => this.#onAdd() : undefined,
      })}
      ${tilesRoomTemplate(this.#connection.description, this.#list, features?.tilesTemplate())}
      ${toolbarTemplate({
        words: overview,
        query: this.#query.current,
        later: features?.toolbarTemplate(),
        isSortable: this.#isSortable,
        onSearch: (search) => this.#query.search(search),
        onSort: (sort) => this.#query.sortBy(sort),
      })}
      ${this.#features.isMissed ? panelNoticeTemplate(messages, () => this.#features.retry()) : features?.panelNoticeTemplate()}
      ${noticesTemplate(this.#list, this.#l10n, () => this.#retry())}${features?.noticesTemplate()}
      ${emptyStateTemplate(states, this.#list, this.#l10n, {
        query: shown,
        clear: () => this.#query.clear(),
        retry: () => this.#retry(),
      })}
      ${this.#grid.render({
        context: this.#context,
        sort: shown.sort?.[0],
        isSortable: this.#isSortable,
        isHidden: !states.has('ready') && !states.has('loading'),
        isWaiting: this.paging === 'pages' && this.#pages.isComing,
        page: pages?.range(this.#list),
        onSort: (field) => this.#query.toggleSort(field),
        onOpen: (click, customer, intent) => this.#onOpen(click, customer, intent),
      })}
      ${pages?.template(this.#list, this.#l10n, () => this.#onPage())} ${features?.layersTemplate()}
      <div class="visually-hidden" role="status">${said}</div>`;
  }

  /** The list waits for what the viewer has chosen before, which its first question depends on. */
  get #isHeldBack(): boolean {
    if (this.#features.part) return this.#features.part.holdsBack(this.#source.provider);
    return waitsForFeatures(this) && !this.#features.hasFailed && this.#list.status === 'waiting';
  }

  readonly #isSortable = (field: CustomersSortField): boolean =>
    this.#connection.description?.sortable?.includes(field) ?? true;

  #retry(): void {
    this.#failures.goOn();
    this.#list.retry();
  }

  /** The viewer has signed in again: whatever was on screen is asked for once more. */
  #resume(): void {
    this.#connection.refresh();
    this.#list.refresh();
    this.#features.part?.resume();
  }

  #onAdd(): void {
    const intent = new CustomersAddEvent();
    if (this.dispatchEvent(intent)) this.#features.ask((features) => features.open(intent));
  }

  #onOpen(click: MouseEvent, customer: Customer, intent: Event): void {
    if (!this.dispatchEvent(intent)) return click.preventDefault();
    // a link of the host leads to the host's own page
    if (click.target instanceof Element && click.target.closest('a[href]')) return;
    const { provider } = this.#source;
    this.#features.ask((features) => {
      // another one may have come before the features did
      if (provider === this.#source.provider) features.open(intent, customer);
    });
  }

  #onResult(isNewQuestion: boolean): void {
    this.#failures.goOn();
    const sort = this.#query.takeSort();
    if (isNewQuestion) {
      this.#pages.part?.toFirst();
      this.#grid.scrollToTop();
      this.#features.tell((features) => features.hearResult(sort));
    }
    this.dispatchEvent(new CustomersChangeEvent(this.#list.total, this.#list.totalIsExact));
  }

  #onHint(hint: CustomersHint): void {
    // where there are no rows, none can move under the pointer
    if (hint.type === 'invalidated' && !hasRowsOnScreen(this.#list)) this.#list.invalidate();
    else this.#features.tell((features) => features.hear(hint));
  }

  #onPage(): void {
    this.#grid.scrollToTop();
    const place = this.#pages.part?.describe(this.#list, this.#l10n);
    this.#features.tell((features) => features.say(place));
    this.requestUpdate();
  }

  #onError(error: unknown): void {
    this.#features.part?.hearFailure(error);
    this.#failures.tell(error);
  }
}
