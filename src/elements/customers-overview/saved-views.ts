import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { downloadFile } from '../../controllers/download.js';
import type { Localization } from '../../controllers/localization.js';
import type { Preferences } from '../../controllers/preferences.js';
import type { ListQuery } from '../../domain/query.js';
import type { SavedView } from '../../domain/preferences.js';
import {
  keptQuery,
  longestViewName,
  mostViews,
  questionOfView,
  withDefaultView,
  withoutView,
  withViews,
} from '../../domain/saved-views.js';
import { checkPreferences } from '../../providers/checked-preferences.js';
import { placePopover } from '../popover-position.js';
import { shownText } from '../shown-text.js';

/** Bytes of the largest file of views that is read: more than so many views can take. */
const largestFile = 1_000_000;

/** What {@link SavedViews} are told by the overview. */
export interface SavedViewsOptions {
  readonly l10n: Localization<'finding'>;
  readonly preferences: Preferences;
  readonly query: () => ListQuery;
  readonly ask: (query: ListQuery) => void;
  /** The address of the page with a question in it; absent where the address has none. */
  readonly linkTo: (query: ListQuery) => string | undefined;
  /** Says something once it is quiet. */
  readonly say: (text: string) => void;
}

/** The button and the popover in which the viewer keeps views of the list, and passes them on. */
export class SavedViews {
  readonly #host: LitElement;
  readonly #options: SavedViewsOptions;
  /** What became of the last thing that was done here. */
  #outcome = '';

  constructor(host: LitElement, options: SavedViewsOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** What the list begins with, where the viewer has chosen that. */
  get defaultQuery(): ListQuery | undefined {
    const view = this.#views.find(({ isDefault }) => isDefault);
    return view && questionOfView(view, this.#options.query());
  }

  /** The button, and what it opens. */
  toolbarTemplate(): TemplateResult {
    const { l10n, query, linkTo } = this.#options;
    const words = l10n.messages.finding;
    const current = keptQuery(query());
    return html`<button type="button" class="open-views" part="views" popovertarget="views">${words.views}</button>
      <div
        id="views"
        class="finding-popover"
        popover
        role="dialog"
        part="views-popover"
        tabindex="-1"
        aria-label=${words.views}
        @beforetoggle=${this.#onBeforeToggle}
        @toggle=${this.#onToggle}
      >
        ${
          this.#views.length === 0
            ? html`<p class="quiet">${words.noViews}</p>`
            : html`<ul role="list">
                ${this.#views.map((view) => this.#viewTemplate(view, view.query === current))}
              </ul>`
        }
        <form @submit=${this.#onSave}>
          <input
            type="text"
            name="view-name"
            required
            autocomplete="off"
            maxlength=${longestViewName}
            aria-label=${words.viewName}
            placeholder=${words.viewName}
          />
          <button type="submit">${words.saveView}</button>
        </form>
        <div class="pass-on">
          ${
            linkTo(query()) === undefined
              ? nothing
              : html`<button type="button" @click=${() => void this.#copyLink()}>${words.copyLink}</button>`
          }
          <button type="button" ?disabled=${this.#views.length === 0} @click=${this.#onExport}>
            ${words.exportViews}
          </button>
          <label class="import">
            <input class="visually-hidden" type="file" accept=".json,application/json" @change=${this.#onImport} />
            <span>${words.importViews}</span>
          </label>
        </div>
        <p class="outcome">${this.#outcome}</p>
      </div>`;
  }

  #viewTemplate({ name, query, isDefault = false }: SavedView, isCurrent: boolean): TemplateResult {
    const { l10n, ask, preferences, query: asked } = this.#options;
    const words = l10n.messages.finding;
    const shown = shownText(name);
    return html`<li>
      <button
        type="button"
        class="view"
        dir="auto"
        aria-current=${isCurrent ? 'true' : nothing}
        @click=${() => ask(questionOfView({ query }, asked()))}
      >
        ${shown}
      </button>
      <button
        type="button"
        class="default-view"
        aria-pressed=${isDefault}
        aria-label=${words.defaultViewOf(shown)}
        title=${words.defaultViewOf(shown)}
        @click=${() => preferences.change((before) => withDefaultView(before, isDefault ? undefined : name))}
      >
        ${words.defaultView}
      </button>
      <button
        type="button"
        class="icon remove-view"
        aria-label=${words.removeView(shown)}
        title=${words.removeView(shown)}
        @click=${() => this.#remove(name)}
      ></button>
    </li>`;
  }

  get #views(): readonly SavedView[] {
    return this.#options.preferences.current.views ?? [];
  }

  get #popover(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('#views');
  }

  get #opener(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('[popovertarget="views"]');
  }

  #tell(outcome: string): void {
    this.#outcome = outcome;
    this.#options.say(outcome);
    this.#host.requestUpdate();
  }

  #remove(name: string): void {
    this.#options.preferences.change((before) => withoutView(before, name));
    this.#tell(this.#options.l10n.messages.finding.viewRemoved(shownText(name)));
    // the button that had the focus is gone
    this.#popover?.focus();
  }

  readonly #onSave = (event: Event): void => {
    event.preventDefault();
    const field = this.#popover?.querySelector('input');
    const name = field?.value.trim();
    if (!field || !name) return;
    const { preferences, query, l10n } = this.#options;
    const words = l10n.messages.finding;
    preferences.change((before) => withViews(before, [{ name, query: keptQuery(query()) }]));
    const isKept = this.#views.some((view) => view.name === name);
    if (isKept) field.value = '';
    this.#tell(isKept ? words.viewSaved(shownText(name)) : words.viewsFull(l10n.count(this.#views.length)));
  };

  async #copyLink(): Promise<void> {
    const { linkTo, query, l10n } = this.#options;
    const { linkCopied, linkNotCopied } = l10n.messages.finding;
    try {
      await navigator.clipboard.writeText(linkTo(query()) ?? '');
      this.#tell(linkCopied);
    } catch {
      // no secure page, or not allowed to
      this.#tell(linkNotCopied);
    }
  }

  readonly #onExport = (): void => {
    const content = JSON.stringify({ views: this.#views }, null, 2);
    const name = `${this.#options.l10n.messages.finding.viewsFile}.json`;
    downloadFile(new File([content], name, { type: 'application/json' }), this.#host.ownerDocument);
  };

  readonly #onImport = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    const file = target.files?.[0];
    if (file) void this.#import(file);
    // the same file can be chosen again
    target.value = '';
  };

  async #import(file: File): Promise<void> {
    const { preferences, l10n } = this.#options;
    const words = l10n.messages.finding;
    const found = await viewsIn(file);
    if (found.length === 0) return this.#tell(words.importFailed);
    preferences.change((before) => withViews(before, found));
    const names = new Set(this.#views.map(({ name }) => name));
    const kept = found.filter(({ name }) => names.has(name)).length;
    const imported = words.viewsImported(l10n.count(kept));
    const most = l10n.count(mostViews);
    this.#tell(kept === found.length ? imported : `${imported} ${words.viewsLeftOut(most)}`);
  }

  readonly #onBeforeToggle = (event: Event): void => {
    // typed as a plain event where a template listens
    if (!(event instanceof ToggleEvent)) return;
    if (event.newState === 'open') {
      this.#outcome = '';
      this.#host.requestUpdate();
      // the browser gives the focus back to the host alone, which takes none
    } else if (this.#popover?.matches(':focus-within')) this.#opener?.focus();
  };

  readonly #onToggle = (event: Event): void => {
    const [popover, opener] = [this.#popover, this.#opener];
    if (!popover || !opener || !(event instanceof ToggleEvent) || event.newState !== 'open') return;
    placePopover(popover, opener);
    popover.focus();
  };
}

/** The views that a file holds; none where it is no file of views. */
async function viewsIn(file: File): Promise<readonly SavedView[]> {
  if (file.size > largestFile) return [];
  try {
    return checkPreferences(JSON.parse(await file.text())).views ?? [];
  } catch {
    return [];
  }
}
