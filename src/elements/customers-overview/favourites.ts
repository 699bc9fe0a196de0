import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { CustomerWindow } from '../../controllers/customer-window.js';
import type { Localization } from '../../controllers/localization.js';
import type { Preferences } from '../../controllers/preferences.js';
import { displayName, type Customer } from '../../domain/customer.js';
import { areSameCustomers, mostFavourites, withFavourite } from '../../domain/preferences.js';
import type { ListQuery } from '../../domain/query.js';
import { shownText } from '../shown-text.js';
import type { ControlColumn } from './control-columns.js';
import { noticeTemplate } from './upkeep.template.js';

const none: readonly string[] = [];

/** What {@link Favourites} are told by the overview. */
export interface FavouritesOptions {
  readonly preferences: Preferences;
  readonly list: CustomerWindow;
  readonly l10n: Localization<'viewerChoices'>;
  /** Whether the provider can put customers first. */
  readonly arePinned: () => boolean;
  readonly refresh: () => void;
  readonly say: (text: string) => void;
}

/**
 * The stars of the customers, and that those with a star come first. A star changes at once; the rows stay where they
 * are until the list is asked for anew, because none may move under the pointer (`docs/rules.md §1.7`).
 */
export class Favourites implements ControlColumn {
  readonly #host: LitElement;
  readonly #options: FavouritesOptions;
  /** The favourites that the last question was about. */
  #asked: { readonly question: string; readonly favourites: readonly string[] } | undefined;
  #ids: { readonly of: readonly string[]; readonly set: ReadonlySet<string> } = { of: none, set: new Set() };
  #isFull = false;

  constructor(host: LitElement, options: FavouritesOptions) {
    this.#host = host;
    this.#options = options;
  }

  get revision(): unknown {
    return this.#options.arePinned() && this.#set;
  }

  readonly cell = (customer: Customer): TemplateResult | typeof nothing =>
    this.#options.arePinned()
      ? html`<button
          type="button"
          class="star"
          part="favourite"
          aria-pressed=${this.#set.has(customer.id)}
          aria-label=${this.#options.l10n.messages.viewerChoices.favourite(shownText(displayName(customer)))}
        ></button>`
      : nothing;

  readonly onClick = (click: MouseEvent, { id }: Customer): void => {
    if (!(click.target instanceof Element) || !click.target.closest('button')) return;
    const { preferences, l10n, say } = this.#options;
    const words = l10n.messages.viewerChoices;
    const isFavourite = !this.#set.has(id);
    const wasOffered = this.#isOffered;
    preferences.change((before) => withFavourite(before, id, isFavourite));
    this.#isFull = isFavourite && !this.#set.has(id);
    if (this.#isFull) say(words.favouritesFull(l10n.count(mostFavourites)));
    else if (this.#isOffered && !wasOffered) say(words.favouritesChanged);
    this.#host.requestUpdate();
  };

  /** The question with the favourites first: those of now where it is another question, else those that it had. */
  askedQuery(query: ListQuery): ListQuery {
    const { list } = this.#options;
    const question = JSON.stringify(query);
    if (this.#asked?.question !== question || list.result === undefined || list.isRefreshing)
      this.#asked = { question, favourites: this.#favourites };
    const { favourites } = this.#asked;
    if (favourites.length === 0) return query;
    return { ...query, pinned: [...new Set([...(query.pinned ?? []), ...favourites])].slice(0, mostFavourites) };
  }

  /** The button that puts them on top; always there, so that no row moves because it comes. */
  toolbarTemplate(): TemplateResult | typeof nothing {
    if (!this.#options.arePinned()) return nothing;
    const label = this.#options.l10n.messages.viewerChoices.favouritesOnTop;
    const isOffered = this.#isOffered;
    return html`<button
      type="button"
      class="icon favourites-on-top"
      part="favourites-on-top"
      aria-label=${label}
      title=${label}
      aria-disabled=${!isOffered}
      @click=${() => isOffered && this.#options.refresh()}
    ></button>`;
  }

  noticesTemplate(): TemplateResult | typeof nothing {
    const { l10n } = this.#options;
    return this.#isFull
      ? noticeTemplate(l10n.messages.viewerChoices.favouritesFull(l10n.count(mostFavourites)))
      : nothing;
  }

  /** Sorted, so that the same customers are the same question. */
  get #favourites(): readonly string[] {
    const { preferences, arePinned } = this.#options;
    return arePinned() ? [...(preferences.current.favourites ?? [])].sort() : [];
  }

  get #set(): ReadonlySet<string> {
    const favourites = this.#options.preferences.current.favourites ?? none;
    if (this.#ids.of !== favourites) this.#ids = { of: favourites, set: new Set(favourites) };
    return this.#ids.set;
  }

  /** The list would have other customers on top if it was asked for now. */
  get #isOffered(): boolean {
    const { list } = this.#options;
    if (this.#asked === undefined || list.status !== 'ready' || list.isRefreshing) return false;
    return !areSameCustomers(this.#asked.favourites, this.#favourites);
  }
}
