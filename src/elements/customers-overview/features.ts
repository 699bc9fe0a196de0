import { html, nothing, type TemplateResult } from 'lit';
import type { CustomerWindow } from '../../controllers/customer-window.js';
import { FocusKeeper } from '../../controllers/focus-keeper.js';
import { GridNavigation } from '../../controllers/grid-navigation.js';
import type { Localization } from '../../controllers/localization.js';
import type { Customer } from '../../domain/customer.js';
import type { ListQuery } from '../../domain/query.js';
import type {
  Call,
  CustomersHint,
  CustomersProvider,
  ProviderDescription,
} from '../../providers/customers-provider.js';
import { ExpirationsOpenEvent } from '../upcoming-expiration/expirations-open-event.js';
import { panelAnnouncement } from './announcements.js';
import type { Column } from './columns.js';
import { ControlColumns } from './control-columns.js';
import type { CustomersGrid } from './customers-grid.js';
import type { CustomersOverview } from './customers-overview.element.js';
import { ExpirationsPanel, type OverviewPanels, type PanelSurroundings } from './expirations-panel.js';
import { isRefused, type ListState } from './list-state.js';
import { panelNoticeTemplate } from './panel-notice.template.js';
import type { RowChoices } from './row-context.js';
import { Upkeep } from './upkeep.js';
import { ViewerChoices } from './viewer-choices.js';

/** What of an overview its features work with. */
export interface FeaturesOptions {
  readonly list: CustomerWindow;
  readonly grid: CustomersGrid;
  readonly l10n: Localization;
  readonly call: () => Omit<Call, 'signal'>;
  /** What the provider offers, once it has said so. */
  readonly description: () => ProviderDescription | undefined;
  readonly surroundings: () => PanelSurroundings;
  readonly panels: () => OverviewPanels;
  /** Says something once it is quiet. */
  readonly say: (text: string) => void;
  /** A provider failed, in a question about single customers where there are `customerIds`. */
  readonly onError: (error: unknown, customerIds?: readonly string[]) => void;
}

/**
 * What an overview does besides showing rows; it comes after the first view. Until then every link of a row has a tab
 * stop of its own, and the arrow keys scroll.
 */
export class Features {
  static readonly styles = ViewerChoices.styles;

  readonly #options: FeaturesOptions;
  readonly #upkeep: Upkeep;
  readonly #expirations: ExpirationsPanel;
  readonly #choices: ViewerChoices;
  readonly #controls: ControlColumns;
  readonly #focus: FocusKeeper;

  constructor(host: CustomersOverview, options: FeaturesOptions) {
    const { list, grid, l10n, call, surroundings, say, onError } = options;
    this.#options = options;
    grid.navigateBy((navigation) => new GridNavigation(host, navigation));
    this.#upkeep = new Upkeep(host, {
      list,
      grid,
      provider: () => surroundings().provider,
      call,
      refresh: () => host.refresh(),
      say,
      onError,
    });
    this.#expirations = new ExpirationsPanel(host, {
      load: () => options.panels().expirations,
      container: () => host.renderRoot,
      surroundings,
      isRefused: () => isRefused(list),
      onClose: (id) => grid.focusCustomer(id, 'upcomingExpiration') || this.#focus.give(),
      onProviderError: (error, customerId) => onError(error, [customerId]),
      onError: () => say(panelAnnouncement(l10n)),
    });
    this.#choices = new ViewerChoices(host, {
      list,
      provider: () => surroundings().provider,
      description: options.description,
      say,
    });
    this.#controls = new ControlColumns({ favourite: this.#choices.favourites });
    // after all that may give the focus to something else, or take away what has it
    this.#focus = new FocusKeeper(host, () => host.renderRoot.querySelector('input'));
  }

  /** The states of the overview that are known here. */
  get states(): readonly ListState[] {
    return this.#upkeep.states;
  }

  /** What the viewer's choices make of the rows. */
  get rowChoices(): RowChoices {
    return { columns: this.columns, controls: this.#controls.current };
  }

  /** The columns shown, in their order. */
  get columns(): readonly Column[] {
    return this.#choices.columns;
  }

  /** Whether a provider's list waits for what the viewer has chosen before. */
  holdsBack(provider: CustomersProvider | undefined): boolean {
    return this.#choices.holdsBack(provider);
  }

  /** What stands in the heading. */
  headerTemplate(): TemplateResult | undefined {
    return this.#upkeep.headerTemplate();
  }

  /** What the list is asked, of what the viewer asks. */
  askedQuery(query: ListQuery): ListQuery {
    return this.#choices.askedQuery(query);
  }

  /** What stands between the heading and the toolbar. */
  tilesTemplate(): TemplateResult | undefined {
    return undefined;
  }

  /** What stands at the end of the toolbar, and below it. */
  toolbarTemplate(): TemplateResult | undefined {
    return this.#choices.toolbarTemplate();
  }

  /** What stands above the rows. */
  noticesTemplate(): TemplateResult | undefined {
    return html`${this.#upkeep.noticesTemplate()}${this.#choices.noticesTemplate()}`;
  }

  /** That a panel did not come, where it was asked for. */
  panelNoticeTemplate(): TemplateResult | typeof nothing {
    return this.#expirations.hasFailed
      ? panelNoticeTemplate(this.#options.l10n.messages, () => this.#expirations.retry())
      : nothing;
  }

  /** Does what a link or button of a row is for, where no one has cancelled it. */
  open(intent: Event, customer: Customer): void {
    if (intent instanceof ExpirationsOpenEvent) this.#expirations.open(customer);
  }

  hear(hint: CustomersHint): void {
    this.#upkeep.hear(hint);
  }

  /** So many customers are not in the list any more. */
  hearOfGone(count: number): void {
    this.#upkeep.offer(count);
  }

  /** The list has failed. */
  hearFailure(error: unknown): void {
    this.#upkeep.hearFailure(error);
  }

  /** The viewer has signed in again: whatever was on screen is asked for once more. */
  resume(): void {
    this.#expirations.refresh();
    this.#upkeep.resume();
  }
}
