import type { LitElement, ReactiveController } from 'lit';
import type { CustomerWindow } from '../../controllers/customer-window.js';
import type { Localization } from '../../controllers/localization.js';
import type { Customer } from '../../domain/customer.js';
import type { ExpirationClock } from '../../domain/expirations.js';
import { matchesQuery } from '../../domain/query-match.js';
import { isNarrowed, type ListQuery } from '../../domain/query.js';
import {
  allThatMatch,
  isNothingSelected,
  isOfList,
  namedIn,
  nothingSelected,
  selectedCount,
  withoutGone,
  withoutSelected,
  withSelected,
  type CustomersSelection,
  type KnownTotal,
} from '../../domain/selection.js';
import type { CustomersProvider } from '../../providers/customers-provider.js';
import { CustomersDeletedEvent } from '../delete-customers/customers-deleted-event.js';
import { isRefused } from './list-state.js';
import { SelectionChangeEvent } from './selection-change-event.js';

/** What a {@link RowSelection} is told by the overview. */
export interface RowSelectionOptions {
  readonly list: CustomerWindow;
  readonly provider: () => CustomersProvider | undefined;
  readonly clock: () => ExpirationClock;
  readonly l10n: Localization<'selection'>;
  /** Says something once it is quiet. */
  readonly say: (text: string) => void;
}

/** Which customers are selected, whatever the list is asked. */
export class RowSelection implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: RowSelectionOptions;
  /** Whose customers they are. */
  #provider: CustomersProvider | undefined;
  #selection = nothingSelected;
  #named: ReadonlySet<string> = new Set();
  /** The customers selected one by one, as they were seen last. */
  readonly #known = new Map<string, Customer>();
  /** Of the list that all were selected in. */
  #total: KnownTotal | undefined;
  /** The last selection that the page was told of. */
  #told = nothingSelected;
  #hidden: { readonly of: readonly unknown[]; readonly count: number } | undefined;

  constructor(host: LitElement, options: RowSelectionOptions) {
    this.#host = host;
    this.#options = options;
    this.#provider = options.provider();
    host.addController(this);
    // in the shadow root, where the panel is; caught on its way there, because a notification does not bubble
    host.renderRoot.addEventListener(
      'customers-deleted',
      (event) => event instanceof CustomersDeletedEvent && this.forget(event.ids),
      true,
    );
  }

  get current(): CustomersSelection {
    return this.#selection;
  }

  /** How many customers are selected; `undefined` where that is not certain. */
  get count(): number | undefined {
    return selectedCount(this.#selection, this.#total);
  }

  /** As in "28 selected". */
  get countText(): string {
    const { l10n } = this.#options;
    const words = l10n.messages.selection;
    const { count } = this;
    if (count !== undefined) return words.selected(l10n.count(count));
    const except = namedIn(this.#selection).length;
    return words.allSelected(except === 0 ? undefined : l10n.count(except));
  }

  get isEmpty(): boolean {
    return isNothingSelected(this.#selection, this.#total);
  }

  /** How many of them the list does not show because of what it is asked; `undefined` where that is not certain. */
  get hiddenCount(): number | undefined {
    const { list, clock } = this.#options;
    const { result } = list;
    const selection = this.#selection;
    if (result === undefined || !isNarrowed(result.query) || isOfList(selection, result.query)) return 0;
    if ('query' in selection) return undefined;
    const now = clock();
    const of = [selection, result, now.now.getTime()];
    if (!this.#hidden || of.some((part, index) => part !== this.#hidden?.of[index])) {
      const known = selection.ids.flatMap((id) => this.#known.get(id) ?? []);
      this.#hidden = { of, count: this.hiddenOf(known).length };
    }
    return this.#hidden.count;
  }

  /** Those of these customers whom the list does not show because of what it is asked. */
  hiddenOf(customers: readonly Customer[]): readonly Customer[] {
    const { list, clock } = this.#options;
    const { result } = list;
    if (result === undefined || isOfList(this.#selection, result.query)) return [];
    const now = clock();
    return customers.filter(
      (customer) => list.positionOf(customer.id) < 0 && !matchesQuery(customer, result.query, now),
    );
  }

  selects(customer: Customer): boolean {
    const isNamed = this.#named.has(customer.id);
    return 'ids' in this.#selection ? isNamed : !isNamed && this.#finds(customer, this.#selection.query);
  }

  /** All of one list and some of another is no selection: with all of one selected, those of others stay out. */
  canSelect(customer: Customer): boolean {
    return 'ids' in this.#selection || this.#finds(customer, this.#selection.query);
  }

  /** Selects customers, or lets them go. */
  select(customers: readonly Customer[], isSelected: boolean): void {
    const ids = customers.filter((customer) => this.canSelect(customer)).map(({ id }) => id);
    for (const customer of customers) this.#known.set(customer.id, customer);
    this.#change(isSelected ? withSelected(this.#selection, ids) : withoutSelected(this.#selection, ids));
  }

  /** Selects everybody in the list, without reading them. */
  selectAllThatMatch(): void {
    const { result, total, totalIsExact } = this.#options.list;
    if (result === undefined) return;
    this.#total = { value: total, isExact: totalIsExact };
    this.#change(allThatMatch(result.query));
  }

  clear(): void {
    this.#change(nothingSelected);
  }

  /** There are no such customers any more. */
  forget(ids: readonly string[]): void {
    this.#change(withoutGone(this.#selection, ids));
  }

  hostUpdate(): void {
    const { list, provider } = this.#options;
    const current = provider();
    const isOther = current !== undefined && current !== this.#provider;
    if (isOther) this.#provider = current;
    if (isOther || isRefused(list)) this.#set(nothingSelected);
    const { result, total, totalIsExact } = list;
    if (result && isOfList(this.#selection, result.query)) this.#total = { value: total, isExact: totalIsExact };
  }

  hostUpdated(): void {
    if (this.#told === this.#selection) return;
    this.#told = this.#selection;
    this.#host.dispatchEvent(new SelectionChangeEvent(this.#selection, this.count));
  }

  #finds(customer: Customer, query: ListQuery): boolean {
    const { list, clock } = this.#options;
    const isInIt = list.result !== undefined && isOfList(this.#selection, list.result.query);
    return isInIt || matchesQuery(customer, query, clock());
  }

  #change(selection: CustomersSelection): void {
    const { l10n, say } = this.#options;
    const words = l10n.messages.selection;
    this.#set(selection);
    this.#host.requestUpdate();
    say(this.isEmpty ? words.cleared : this.countText);
  }

  #set(selection: CustomersSelection): void {
    // with nobody left of all, there is no list that they were of
    this.#selection = isNothingSelected(selection, this.#total) ? nothingSelected : selection;
    const named = namedIn(this.#selection);
    this.#named = new Set(named);
    if (named.length === 0) this.#known.clear();
  }
}
