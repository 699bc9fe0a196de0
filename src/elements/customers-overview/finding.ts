import { html, nothing, type TemplateResult } from 'lit';
import type { CustomerWindow } from '../../controllers/customer-window.js';
import { Localization } from '../../controllers/localization.js';
import type { Preferences } from '../../controllers/preferences.js';
import { QueryInUrl } from '../../controllers/query-in-url.js';
import { SearchMarks } from '../../controllers/search-marks.js';
import { StatusCounts } from '../../controllers/status-counts.js';
import { withFilter } from '../../domain/filters.js';
import { customersFilters, type CustomersFilter } from '../../domain/query.js';
import { finding } from '../../messages/en/finding.js';
import type { Call, CustomersHint, ProviderDescription } from '../../providers/customers-provider.js';
import type { CustomersOverview } from './customers-overview.element.js';
import { Filters } from './filters.js';
import { findingStyles } from './finding.styles.js';
import { statusTilesTemplate } from './status-tiles.js';
import { SavedViews } from './saved-views.js';
import { savedViewsStyles } from './saved-views.styles.js';
import { offersTiles } from './toolbar.template.js';
import type { ViewerQuery } from './viewer-query.js';

/** What {@link Finding} is told by the overview. */
export interface FindingOptions {
  readonly list: CustomerWindow;
  readonly query: ViewerQuery;
  readonly preferences: Preferences;
  /** Says something once it is quiet. */
  readonly say: (text: string) => void;
  readonly call: () => Omit<Call, 'signal'>;
  readonly description: () => ProviderDescription | undefined;
}

/** How customers are found in a list: counts of each status, filters, marks where the search matches, the address. */
export class Finding {
  static readonly styles = [findingStyles, savedViewsStyles];

  readonly #options: FindingOptions;
  readonly #l10n: Localization<'finding'>;
  readonly #counts: StatusCounts;
  readonly #filters: Filters;
  readonly #url: QueryInUrl;
  readonly #views: SavedViews;
  #hasBegun = false;

  constructor(host: CustomersOverview, options: FindingOptions) {
    this.#options = options;
    const { list, query, call } = options;
    this.#l10n = new Localization<'finding'>(host, () => host.messages, { finding });
    this.#url = new QueryInUrl(host, {
      // an attribute without a value
      name: () => (host.urlState === '' ? 'customers' : host.urlState),
      query: () => query.current,
      ask: (asked) => query.ask(asked),
    });
    this.#counts = new StatusCounts(host, {
      result: () => list.result,
      call,
      areOffered: () => offersTiles(options.description()),
    });
    this.#filters = new Filters(host, {
      l10n: this.#l10n,
      query: () => query.current,
      policy: () => call().policy,
      offered: () => this.#offered,
      tags: () => tagsOf(list),
      ask: (asked) => query.ask(asked),
    });
    this.#views = new SavedViews(host, {
      l10n: this.#l10n,
      preferences: options.preferences,
      query: () => query.current,
      ask: (asked) => query.ask(asked),
      linkTo: (asked) => this.#url.linkTo(asked),
      say: options.say,
    });
    // a list that was asked for already is not asked for another one
    this.#hasBegun = list.status !== 'waiting';
    new SearchMarks(host, {
      search: () => list.result?.query.search ?? '',
      container: () => host.renderRoot.querySelector('tbody'),
      selector: 'tr:not([hidden]) :is(.customer-name, td[data-column=id], td[data-column=externalId])',
    });
  }

  /** The list is about to ask its first question: it begins with the viewer's default, unless the address says more. */
  begin(): void {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    const asked = this.#views.defaultQuery;
    if (asked === undefined || !this.#url.isSilent) return;
    this.#options.query.ask(asked);
    this.#url.beginHere();
  }

  /** Whose customers are in the list at all, where that is not everybody. */
  headerTemplate(): TemplateResult | typeof nothing {
    const { description, list } = this.#options;
    return description()?.scope === 'managed' && list.status === 'ready'
      ? html`<span class="scope">${this.#l10n.messages.finding.managedOnly}</span>`
      : nothing;
  }

  tilesTemplate(): TemplateResult | undefined {
    const { call, list, query } = this.#options;
    const counts = this.#counts.current;
    if (counts === undefined || list.status !== 'ready') return undefined;
    return statusTilesTemplate({
      counts,
      statuses: query.current.statuses,
      policy: call().policy,
      l10n: this.#l10n,
      onChoose: (statuses) => query.ask(withFilter(query.current, 'statuses', statuses)),
    });
  }

  /** In the toolbar, after the search. */
  toolbarTemplate(): unknown {
    return html`${this.#filters.toolbarTemplate()}${this.#views.toolbarTemplate()}`;
  }

  /** Below the toolbar. */
  chipsTemplate(): unknown {
    return html`${this.#filters.chipsTemplate()}`;
  }

  hear(hint: CustomersHint): void {
    if (hint.type === 'progress' && hint.known >= hint.of) this.#counts.recount();
  }

  get #offered(): readonly CustomersFilter[] {
    const filterable = this.#options.description()?.filterable;
    return customersFilters.filter((filter) => filterable?.includes(filter) ?? true);
  }
}

/** Of all customers that have been loaded, in the order of the alphabet. */
function tagsOf(list: CustomerWindow): readonly string[] {
  const tags = new Set<string>();
  for (let index = 0; index < (list.result?.loadedCount ?? 0); index += 1) {
    const row = list.row(index);
    if (row?.kind === 'customer') for (const tag of row.customer.tags ?? []) tags.add(tag);
  }
  return [...tags].sort((a, b) => a.localeCompare(b));
}
