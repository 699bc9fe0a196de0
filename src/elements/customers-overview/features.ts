import { html, type nothing, type TemplateResult } from 'lit';
import { Announcer } from '../../controllers/announcer.js';
import { ChangedCustomers } from '../../controllers/changed-customers.js';
import type { CustomerWindow } from '../../controllers/customer-window.js';
import { FocusKeeper } from '../../controllers/focus-keeper.js';
import { GridNavigation } from '../../controllers/grid-navigation.js';
import { Localization } from '../../controllers/localization.js';
import type { Moment } from '../../controllers/moment.js';
import type { Customer } from '../../domain/customer.js';
import type { CustomersSort, ListQuery } from '../../domain/query.js';
import { panels } from '../../messages/en/panels.js';
import { popoverFrame } from '../../styles/popover-frame.js';
import type {
  Call,
  CustomersHint,
  CustomersProvider,
  ProviderDescription,
} from '../../providers/customers-provider.js';
import type { Column } from './columns.js';
import { ControlColumns } from './control-columns.js';
import type { CustomersGrid } from './customers-grid.js';
import type { CustomersOverview } from './customers-overview.element.js';
import { ExportPanel } from './export-panel.js';
import { featureStyles } from './features.styles.js';
import { Finding } from './finding.js';
import { LeftPlace } from './left-place.js';
import { isRefused, type ListState } from './list-state.js';
import type { PanelSurroundings } from './overview-panels.js';
import { Panels } from './panels.js';
import { printStyles } from './print.styles.js';
import type { RowChoices } from './row-context.js';
import { RowMenu } from './row-menu.js';
import { Selecting } from './selecting.js';
import { Upkeep } from './upkeep.js';
import { ViewerChoices } from './viewer-choices.js';
import type { ViewerQuery } from './viewer-query.js';

/** What of an overview its features work with. */
export interface FeaturesOptions {
  readonly list: CustomerWindow;
  readonly grid: CustomersGrid;
  readonly l10n: Localization;
  readonly moment: Moment;
  readonly call: () => Omit<Call, 'signal'>;
  /** What the provider offers, once it has said so. */
  readonly description: () => ProviderDescription | undefined;
  readonly provider: () => CustomersProvider | undefined;
  readonly query: ViewerQuery;
  /** A provider failed, in a question about single customers where there are `customerIds`. */
  readonly onError: (error: unknown, customerIds?: readonly string[]) => void;
}

/**
 * What an overview does besides showing rows; it comes after the first view. Until then every link of a row has a tab
 * stop of its own, and the arrow keys scroll.
 */
export class Features {
  static readonly styles = [
    popoverFrame,
    featureStyles,
    ViewerChoices.styles,
    ...Finding.styles,
    Selecting.styles,
    ExportPanel.styles,
    printStyles,
  ];

  readonly #list: CustomerWindow;
  readonly #announcer: Announcer;
  readonly #place: LeftPlace;
  readonly #upkeep: Upkeep;
  readonly #panels: Panels;
  readonly #menu: RowMenu;
  readonly #choices: ViewerChoices;
  readonly #finding: Finding;
  readonly #selecting: Selecting;
  readonly #export: ExportPanel;
  readonly #controls: ControlColumns;
  readonly #focus: FocusKeeper;

  constructor(host: CustomersOverview, options: FeaturesOptions) {
    const { list, grid, l10n, call, provider, query, onError } = options;
    const say = (text: string | undefined): void => this.#announcer.say(text);
    this.#list = list;
    this.#announcer = new Announcer(host);
    const surroundings = (): PanelSurroundings => {
      const { timeZone, policy } = call();
      return { provider: provider(), timeZone, now: host.now, policy, messages: host.messages };
    };
    const goesByCursor = (): boolean => options.description()?.paging === 'cursor';
    const navigation = grid.navigateBy(
      (keyboard) => new GridNavigation(host, { ...keyboard, onEnd: () => this.#upkeep.hearEnd() }),
    );
    this.#place = new LeftPlace(host, { list, grid, navigation });
    list.rereadBy((changed) => new ChangedCustomers({ ...changed, onGone: (count) => this.#upkeep.offer(count) }));
    this.#upkeep = new Upkeep(host, {
      list,
      grid,
      moment: options.moment,
      provider,
      call,
      refresh: () => host.refresh(),
      say,
      onError,
    });
    this.#panels = new Panels(host, {
      list,
      grid,
      l10n,
      surroundings,
      call,
      goesByCursor,
      panels: () => (host.constructor as typeof CustomersOverview).panels, // the class that was defined
      say,
      onError,
      onLostPlace: () => this.#focus.give(),
    });
    this.#menu = new RowMenu({
      l10n: new Localization<'panels'>(host, () => host.messages, { panels }),
      host,
      offers: () => this.#panels.offers,
      clock: call,
      onChoose: (intent, customer) => {
        if (host.dispatchEvent(intent)) this.#panels.open(intent, customer);
      },
    });
    this.#choices = new ViewerChoices(host, {
      list,
      provider,
      description: options.description,
      say,
    });
    this.#finding = new Finding(host, {
      list,
      query,
      call,
      description: options.description,
      preferences: this.#choices.preferences,
      say,
    });
    this.#selecting = new Selecting(host, {
      ...options,
      say,
      canDelete: () => this.#panels.offers.delete,
      onDelete: (customers, hiddenIds) => this.#panels.delete(customers, hiddenIds),
      onExport: () => this.#export.open(),
    });
    this.#export = new ExportPanel(host, {
      list,
      provider,
      call,
      goesByCursor,
      columns: () => this.columns.map(({ id }) => ({ id, label: l10n.messages.overview.columns[id] })),
      selection: () => this.#selecting.current,
      query: () => this.askedQuery(query.current),
      say,
      onProviderError: onError,
    });
    this.#controls = new ControlColumns({
      select: this.#selecting.column,
      favourite: this.#choices.favourites,
      menu: this.#menu,
    });
    // after all that may give the focus to something else, or take away what has it
    this.#focus = new FocusKeeper(host, () => host.renderRoot.querySelector('input'));
  }

  /** The states of the overview that are known here. */
  get states(): readonly ListState[] {
    return this.#upkeep.states;
  }

  /** What is said to screen readers now. */
  get announcement(): string {
    return this.#announcer.text;
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
    if (this.#choices.holdsBack(provider)) return true;
    if (provider) this.#finding.begin();
    return false;
  }

  /** What stands in the heading. */
  headerTemplate(): TemplateResult | undefined {
    return html`${this.#finding.headerTemplate()}${this.#upkeep.headerTemplate()}`;
  }

  /** What the list is asked, of what the viewer asks. */
  askedQuery(query: ListQuery): ListQuery {
    return this.#choices.askedQuery(query);
  }

  /** What stands between the heading and the toolbar. */
  tilesTemplate(): TemplateResult | undefined {
    return this.#finding.tilesTemplate();
  }

  /** What stands at the end of the toolbar, and below it. */
  toolbarTemplate(): TemplateResult | undefined {
    return html`${this.#selecting.toolbarTemplate()}${this.#finding.toolbarTemplate()}${this.#choices.toolbarTemplate()}${this.#export.buttonTemplate()}${this.#finding.chipsTemplate()}`;
  }

  /** What stands above the rows. */
  noticesTemplate(): TemplateResult | undefined {
    return html`${this.#upkeep.noticesTemplate()}${this.#choices.noticesTemplate()}`;
  }

  /** That a panel did not come, where it was asked for. */
  panelNoticeTemplate(): TemplateResult | typeof nothing {
    return this.#panels.noticeTemplate();
  }

  /** What stands below the rows, and what lies above everything else. */
  layersTemplate(): TemplateResult {
    return html`${this.#selecting.template()}${this.#menu.template()}${this.#export.dialogTemplate()}`;
  }

  /** Does what a link or button is for, where no one has cancelled it. */
  open(intent: Event, customer?: Customer): void {
    this.#panels.open(intent, customer);
  }

  /** Says something once it is quiet. */
  say(text: string | undefined): void {
    this.#announcer.say(text);
  }

  /** Another result is on screen; `sort` is what the viewer has just sorted by. */
  hearResult(sort: CustomersSort | undefined): void {
    this.#place.forget();
    this.#upkeep.hearResult(sort);
  }

  hear(hint: CustomersHint): void {
    if (hint.type === 'changed') this.#list.reread(hint.ids);
    this.#upkeep.hear(hint);
    this.#finding.hear(hint);
  }

  /** The list has failed. */
  hearFailure(error: unknown): void {
    if (isRefused(this.#list)) this.#place.leave();
    this.#upkeep.hearFailure(error);
  }

  /** The viewer has signed in again: whatever was on screen is asked for once more. */
  resume(): void {
    this.#panels.resume();
    this.#upkeep.resume();
  }
}
