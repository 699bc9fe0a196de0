import type { ReactiveController, ReactiveElement } from 'lit';
import { searchMatches } from '../domain/search-matches.js';

/** The highlight's name, as style sheets call it. */
const highlightName = 'customers-search';

/** What {@link SearchMarks} are told by their element. */
export interface SearchMarksOptions {
  /** What the rows on screen were searched for. */
  readonly search: () => string;
  /** What holds the rows. */
  readonly container: () => Element | null;
  /** Which elements in it hold text that was searched. */
  readonly selector: string;
}

/**
 * Marks what was searched for in the rows on screen. The marks are highlights of the browser's, so that rows stay as
 * they were rendered, and follow the rows as they are reused. Owns the marks of one element; a browser without
 * highlights shows none.
 */
export class SearchMarks implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #options: SearchMarksOptions;
  readonly #observer = new MutationObserver(() => this.#mark());
  #search = '';
  #ranges: readonly StaticRange[] = [];
  #highlight: Highlight | undefined;

  constructor(host: ReactiveElement, options: SearchMarksOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdated(): void {
    const search = this.#options.search();
    if (search === this.#search) return;
    this.#search = search;
    this.#observer.disconnect();
    const container = this.#options.container();
    if (container && search !== '')
      this.#observer.observe(container, {
        childList: true,
        characterData: true,
        // spare rows keep what they showed last
        attributeFilter: ['hidden'],
        subtree: true,
      });
    this.#mark();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#clear();
    // marks anew on its return, in whichever document that is
    this.#search = '';
  }

  #mark(): void {
    this.#clear();
    const view = this.#host.ownerDocument.defaultView;
    if (this.#search === '' || !view || !('highlights' in view.CSS)) return;
    const { highlights } = view.CSS;
    const highlight = highlights.get(highlightName) ?? new view.Highlight();
    highlights.set(highlightName, highlight);
    this.#highlight = highlight;
    const holders = this.#options.container()?.querySelectorAll(this.#options.selector) ?? [];
    this.#ranges = [...holders].flatMap((holder) => this.#rangesIn(holder, view));
    for (const range of this.#ranges) highlight.add(range);
  }

  #rangesIn(holder: Element, view: Window & typeof globalThis): readonly StaticRange[] {
    const texts = [...holder.childNodes].filter((node) => node instanceof view.Text);
    return texts.flatMap((text) =>
      searchMatches(text.data, this.#search).map(
        ({ start, end }) =>
          new view.StaticRange({ startContainer: text, startOffset: start, endContainer: text, endOffset: end }),
      ),
    );
  }

  #clear(): void {
    for (const range of this.#ranges) this.#highlight?.delete(range);
    this.#ranges = [];
  }
}
