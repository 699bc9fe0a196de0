import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AdoptedStyles } from '../../controllers/adopted-styles.js';
import { Announcer } from '../../controllers/announcer.js';
import { CustomersProviderConsumer } from '../../controllers/customers-provider-context.js';
import { CustomStates } from '../../controllers/custom-states.js';
import { FocusKeeper } from '../../controllers/focus-keeper.js';
import { Localization } from '../../controllers/localization.js';
import { QueryTask } from '../../controllers/query-task.js';
import { Today } from '../../controllers/today.js';
import type { Availability } from '../../domain/availability.js';
import type { BeaconFilter } from '../../domain/beacon-list.js';
import type { BeaconConnectivity, BeaconSummary } from '../../domain/beacons.js';
import { knownTimeZone } from '../../domain/calendar.js';
import { defaultExpirationPolicy } from '../../domain/expirations.js';
import { customerBeacons } from '../../messages/en/customer-beacons.js';
import type { MessagesOverride } from '../../messages/messages.js';
import { checkBeacons, type CheckedBeacons } from '../../providers/checked-beacons.js';
import type { CustomersProvider } from '../../providers/customers-provider.js';
import { errorCodeOf, ProviderError } from '../../providers/provider-error.js';
import { controls } from '../../styles/controls.js';
import { panelControls } from '../../styles/panel-controls.js';
import { panelStates } from '../../styles/panel-states.js';
import { popoverFrame } from '../../styles/popover-frame.js';
import { tokens } from '../../styles/tokens.js';
import { ProviderErrorEvent } from '../provider-error-event.js';
import { BeaconLinesOf, type BeaconLines } from './beacon-lines.js';
import { beaconCardStyles } from './beacon-cards.styles.js';
import { beaconTableStyles } from './beacon-table.styles.js';
import { BeaconTable } from './beacon-table.js';
import {
  beaconsStateTemplate,
  stateAnnouncement,
  type BeaconsState,
  type BeaconsStateView,
} from './beacons-state.template.js';
import { beaconsToolbarTemplate } from './beacons-toolbar.template.js';
import { connectivityStyles } from './connectivity.template.js';
import { customerBeaconsStyles } from './customer-beacons.styles.js';
import { SubnetsPopover } from './subnets-popover.js';

/** What an answer depends on: provider, organization ID, locale, time zone, and whether there can be any beacons. */
type Question = readonly [CustomersProvider | undefined, string, string, string, boolean];

/** Milliseconds between two looks at the clock: what is shown is counted in whole minutes. */
const tick = 60_000;

const everything: BeaconFilter = { search: '', connectivities: new Set() };

/**
 * The beacons of one customer with their key status values, those that need attention first (`docs/rules.md §4.2`).
 *
 * @tag customer-beacons
 * @fires {ProviderErrorEvent} provider-error - The beacons could not be read; neither bubbles nor cancels.
 * @csspart body - Everything.
 * @csspart toolbar - What stands above the table.
 * @csspart filters - The counts per connectivity.
 * @csspart filter - A count, which is a filter as well.
 * @csspart search - The search field.
 * @csspart tree - The button that puts the beacons below their parents.
 * @csspart refresh - The button that reads them anew.
 * @csspart note - A note about what is not included, or out of date.
 * @csspart table - The table.
 * @csspart header - Its header.
 * @csspart row - A row of it.
 * @csspart cell - A cell of it.
 * @csspart connectivity - How a beacon is reached.
 * @csspart toggle - What opens and closes a branch.
 * @csspart subnets-button - What shows the subnets of a beacon.
 * @csspart subnets - The list of subnets.
 * @csspart state - What stands in the place of the table where there is none.
 * @csspart retry - The button that asks again.
 * @csspart show-all - The button that takes the filters away.
 * @cssprop --customers-beacons-max-height - Height from which on the rows scroll. Default `36rem`.
 * @cssprop --customers-ok - Colour of the sign of a beacon that is well.
 * @cssstate loading - Nothing to show yet.
 * @cssstate ready - There are beacons.
 * @cssstate empty - There are none.
 * @cssstate no-match - The search and the filters leave none.
 * @cssstate failed - They could not be read; those of an earlier answer may still be there.
 * @cssstate unsupported - The provider does not offer them.
 * @cssstate not-applicable - The customer cannot have any.
 */
export class CustomerBeacons extends LitElement {
  static override styles = [
    tokens,
    panelControls,
    controls,
    connectivityStyles,
    panelStates,
    popoverFrame,
    customerBeaconsStyles,
    beaconTableStyles,
    beaconCardStyles,
  ];

  /** Where the beacons come from. Default: the nearest provider around the element. */
  @property({ attribute: false }) provider?: CustomersProvider;
  /** The organization ID. */
  @property({ attribute: 'customer-id', useDefault: true }) customerId = '';
  /** What the customer's row says of its beacons: whether there can be any, and which sources are missing. */
  @property({ attribute: false }) beacons?: Availability<BeaconSummary>;
  /** Whether the beacons stand below their parents. */
  @property({ type: Boolean, reflect: true }) tree = false;
  /** IANA time zone that times are shown in. */
  @property({ attribute: 'time-zone', useDefault: true }) timeZone = 'UTC';
  /** The moment that ages are counted to. Default: the current one, followed while the page stays open. */
  @property({ attribute: false }) now?: Date;
  /** Words of your own in the place of the language's. */
  @property({ attribute: false }) messages?: MessagesOverride;

  @state() private filter = everything;
  @state() private collapsed: ReadonlySet<string> = new Set();

  readonly #l10n = new Localization(this, () => this.messages, { customerBeacons });
  readonly #today = new Today(this, () => this);
  readonly #source = new CustomersProviderConsumer(this, () => this.provider);
  readonly #states = new CustomStates<BeaconsState>(this);
  readonly #adoptedStyles = new AdoptedStyles(this);
  readonly #announcer = new Announcer(this);
  readonly #answer = new QueryTask<Question, CheckedBeacons>(this, {
    args: () => [this.#source.provider, this.customerId, this.#l10n.locale, this.timeZone, this.#isApplicable],
    isReady: ([provider, customerId, , , isApplicable]) => isApplicable && customerId !== '' && provider !== undefined,
    sameSubject: ([provider, customerId], [nextProvider, nextId]) => provider === nextProvider && customerId === nextId,
    run: (question, signal) => this.#ask(question, signal),
  });
  readonly #lines = new BeaconLinesOf();
  readonly #table = new BeaconTable(this);
  readonly #subnets = new SubnetsPopover(this);
  #announced = '';

  constructor() {
    super();
    // after the table, which may have given the focus to another of its cells
    new FocusKeeper(this, () => this.renderRoot.querySelector<HTMLElement>('.body'));
  }

  adoptedCallback(): void {
    this.#adoptedStyles.hostAdopted();
  }

  /** Asks the provider anew. What is shown stays until the answer is there. */
  refresh(): void {
    this.#answer.retry();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#today.wakeAt(new Date(this.#today.now.getTime() + tick));
    if (changed.has('customerId') || changed.has('provider')) this.#showAll();
  }

  protected override updated(): void {
    this.#announce();
  }

  protected override render(): TemplateResult {
    const shown = this.#shown();
    const view = this.#stateView(shown);
    this.#states.show(view.state);
    const hasRows = view.state === 'loading' || (shown !== undefined && shown.lines.length > 0);
    return html`<div class="body" part="body" tabindex="-1">
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>
      ${hasRows || view.state === 'no-match' ? this.#renderToolbar(shown) : nothing} ${beaconsStateTemplate(view)}
      ${this.#table.render({
        context: {
          now: this.#today.now,
          timeZone: knownTimeZone(this.timeZone),
          isTree: this.tree && (shown?.hasTree ?? false),
          l10n: this.#l10n,
        },
        lines: shown?.lines,
        isHidden: !hasRows,
        onToggle: ({ id }) => (this.collapsed = toggled(this.collapsed, id)),
        onSubnets: (beacon, button) => this.#subnets.show(beacon, button),
        onScroll: () => this.#subnets.hide(),
      })}
      ${this.#subnets.render(this.#l10n)}
    </div>`;
  }

  #renderToolbar(shown: BeaconLines | undefined): TemplateResult {
    return beaconsToolbarTemplate({
      filter: this.filter,
      ...(shown && { counts: shown.counts }),
      hasTree: shown?.hasTree ?? false,
      isTree: this.tree,
      l10n: this.#l10n,
      onSearch: (search) => this.#narrow({ ...this.filter, search }),
      onConnectivity: (connectivity) => this.#onConnectivity(connectivity),
      onTree: () => (this.tree = !this.tree),
      onRefresh: () => this.refresh(),
    });
  }

  get #isApplicable(): boolean {
    return this.beacons?.state !== 'not-applicable';
  }

  #shown(): BeaconLines | undefined {
    const { value } = this.#answer;
    if (value === undefined) return undefined;
    const { locale } = this.#l10n;
    return this.#lines.lines({
      beacons: value.beacons,
      locale,
      filter: this.filter,
      isTree: this.tree,
      collapsed: this.collapsed,
    });
  }

  #stateView(shown: BeaconLines | undefined): BeaconsStateView {
    const { status, error, value } = this.#answer;
    return {
      state: this.#state(shown),
      failure: status === 'failed' ? errorCodeOf(error) : undefined,
      isStale: status === 'failed' && value !== undefined,
      missing: this.beacons?.state === 'ready' ? (this.beacons.missing ?? []) : [],
      unreadable: value?.unreadable ?? 0,
      l10n: this.#l10n,
      onRetry: () => this.refresh(),
      onShowAll: () => this.#showAll(),
    };
  }

  #state(shown: BeaconLines | undefined): BeaconsState {
    const { status, error, value } = this.#answer;
    if (!this.#isApplicable) return 'not-applicable';
    if (status === 'failed') return errorCodeOf(error) === 'unsupported' ? 'unsupported' : 'failed';
    if (value === undefined) return 'loading';
    if (value.beacons.length === 0) return value.unreadable > 0 ? 'ready' : 'empty';
    return shown?.found === 0 ? 'no-match' : 'ready';
  }

  async #ask([provider, customerId, locale]: Question, signal: AbortSignal): Promise<CheckedBeacons> {
    try {
      if (!provider?.listBeacons) throw new ProviderError('unsupported');
      const { now } = this.#today;
      const timeZone = knownTimeZone(this.timeZone);
      const call = { now, timeZone, policy: defaultExpirationPolicy, locale, signal };
      return checkBeacons(await provider.listBeacons(customerId, call));
    } catch (error) {
      if (!signal.aborted && errorCodeOf(error) !== 'unsupported') this.dispatchEvent(new ProviderErrorEvent(error));
      throw error;
    }
  }

  /** Says what is new; the ages that tick are not. */
  #announce(): void {
    const shown = this.#shown();
    const isNarrowed = this.filter !== everything;
    const text = stateAnnouncement(this.#stateView(shown), shown?.counts.all, isNarrowed ? shown?.found : undefined);
    if (text === this.#announced) return;
    this.#announced = text;
    this.#announcer.say(text);
  }

  #showAll(): void {
    this.filter = everything;
    this.#table.scrollToTop();
  }

  #narrow(filter: BeaconFilter): void {
    this.filter = filter.search === '' && filter.connectivities.size === 0 ? everything : filter;
    this.#table.scrollToTop();
  }

  #onConnectivity(connectivity: BeaconConnectivity): void {
    this.#narrow({ ...this.filter, connectivities: toggled(this.filter.connectivities, connectivity) });
  }
}

/** A set with something more, or less. */
function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  return set.has(item) ? new Set([...set].filter((each) => each !== item)) : new Set([...set, item]);
}
