import { html, type ReactiveController, type TemplateResult } from 'lit';
import type { CustomerWindow } from '../../controllers/customer-window.js';
import { Localization } from '../../controllers/localization.js';
import { Preferences } from '../../controllers/preferences.js';
import {
  arrangedColumns,
  isRearranged,
  type ColumnChoice,
  type CustomersPreferences,
} from '../../domain/preferences.js';
import type { ListQuery } from '../../domain/query.js';
import { viewerChoices } from '../../messages/en/viewer-choices.js';
import type { CustomersProvider, ProviderDescription } from '../../providers/customers-provider.js';
import { ColumnChooser } from './column-chooser.js';
import { columns, type Column } from './columns.js';
import type { ControlColumn } from './control-columns.js';
import type { CustomersOverview } from './customers-overview.element.js';
import { Favourites } from './favourites.js';
import { viewerChoicesStyles } from './viewer-choices.styles.js';

/** Milliseconds that a list waits for what was chosen before, and for whether favourites can come first. */
const patience = 2000;

/** What {@link ViewerChoices} are told by the overview. */
export interface ViewerChoicesOptions {
  readonly list: CustomerWindow;
  readonly provider: () => CustomersProvider | undefined;
  readonly description: () => ProviderDescription | undefined;
  readonly say: (text: string) => void;
}

/** What a viewer has chosen of an overview (favourites, columns, density), and what that makes of it. */
export class ViewerChoices implements ReactiveController {
  static readonly styles = viewerChoicesStyles;

  readonly #host: CustomersOverview;
  readonly #options: ViewerChoicesOptions;
  readonly #preferences: Preferences;
  readonly #favourites: Favourites;
  readonly #chooser: ColumnChooser;
  #shown: { readonly of: readonly ColumnChoice[] | undefined; readonly columns: readonly Column[] } = {
    of: undefined,
    columns,
  };
  /** What the style sheet knows of. */
  #laidOut: CustomersPreferences | undefined;
  /** Whose list waits for nothing more. */
  #released: CustomersProvider | undefined;
  #waiting: { readonly provider: CustomersProvider; readonly timer: ReturnType<typeof setTimeout> } | undefined;

  constructor(host: CustomersOverview, options: ViewerChoicesOptions) {
    this.#host = host;
    this.#options = options;
    const { list, provider, description, say } = options;
    const l10n = new Localization<'viewerChoices'>(host, () => host.messages, { viewerChoices });
    const preferences = new Preferences(host, { store: () => host.preferences, key: () => host.preferencesKey });
    this.#preferences = preferences;
    this.#laidOut = preferences.current;
    this.#favourites = new Favourites(host, {
      preferences,
      list,
      l10n,
      arePinned: () => description()?.pins === true,
      refresh: () => host.refresh(),
      say,
    });
    this.#chooser = new ColumnChooser(host, { preferences, l10n, say });
    // a list that was asked for already is not taken off the screen
    if (list.status !== 'waiting') this.#released = provider();
    host.addController(this);
  }

  /** What was chosen, and the way to keep it. */
  get preferences(): Preferences {
    return this.#preferences;
  }

  /** What fills the column of the favourites. */
  get favourites(): ControlColumn {
    return this.#favourites;
  }

  /** The columns shown, in their order; the same object until others are. */
  get columns(): readonly Column[] {
    const choices = this.#preferences.current.columns;
    if (this.#shown.of !== choices)
      this.#shown = { of: choices, columns: choices ? arrangedColumns(choices).flatMap(shownColumn) : columns };
    return this.#shown.columns;
  }

  /** Whether a provider's list waits, because its first question depends on what was chosen before. */
  holdsBack(provider: CustomersProvider | undefined): boolean {
    if (provider === undefined || provider === this.#released) return false;
    if (this.#knowsAllFor(provider)) this.#release(provider);
    else if (this.#waiting?.provider !== provider) {
      clearTimeout(this.#waiting?.timer);
      this.#waiting = { provider, timer: setTimeout(() => this.#release(provider), patience) };
    }
    return provider !== this.#released;
  }

  askedQuery(query: ListQuery): ListQuery {
    return this.#favourites.askedQuery(query);
  }

  toolbarTemplate(): TemplateResult {
    return html`<div class="choices">${this.#favourites.toolbarTemplate()}${this.#chooser.toolbarTemplate()}</div>`;
  }

  noticesTemplate(): unknown {
    return this.#favourites.noticesTemplate();
  }

  hostUpdated(): void {
    const { current } = this.#preferences;
    if (current === this.#laidOut) return;
    this.#laidOut = current;
    const scroller = this.#host.renderRoot.querySelector<HTMLElement>('.scroller');
    const { columns: choices, density } = current;
    scroller?.classList.toggle('compact', density === 'compact');
    scroller?.classList.toggle('rearranged', isRearranged(choices));
    // the name heads a card, the facts stand below it
    const facts = Math.max(1, this.columns.length - 1);
    scroller?.style.setProperty('--_facts', String(facts));
    scroller?.style.setProperty('--_fact-lines', String(Math.ceil(facts / 2)));
  }

  hostDisconnected(): void {
    clearTimeout(this.#waiting?.timer);
    this.#waiting = undefined;
  }

  #knowsAllFor(provider: CustomersProvider): boolean {
    if (!this.#preferences.isSettled) return false;
    const hasFavourites = (this.#preferences.current.favourites ?? []).length > 0;
    return !hasFavourites || provider.describe === undefined || this.#options.description() !== undefined;
  }

  #release(provider: CustomersProvider): void {
    clearTimeout(this.#waiting?.timer);
    this.#waiting = undefined;
    this.#released = provider;
    this.#host.requestUpdate();
  }
}

function shownColumn({ id, hidden, width }: ColumnChoice): readonly Column[] {
  const column = columns.find((each) => each.id === id);
  if (column === undefined || hidden) return [];
  return [width === undefined ? column : { ...column, track: `${width}rem` }];
}
