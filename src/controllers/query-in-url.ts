import type { ReactiveController, ReactiveElement } from 'lit';
import type { ListQuery } from '../domain/query.js';
import { queryFromUrl, urlWithQuery } from '../domain/query-url.js';

/** What a {@link QueryInUrl} is told by its element. */
export interface QueryInUrlOptions {
  /** What the parameters of the view begin with; absent: the address is left alone. */
  readonly name: () => string | undefined;
  readonly query: () => ListQuery;
  /** The address asks another question. */
  readonly ask: (query: ListQuery) => void;
}

/**
 * Keeps a question in the page's address, and follows the address when the viewer goes back or forward. A search that is
 * being typed takes the place of the one before; a filter or an order is a step to go back from.
 */
export class QueryInUrl implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #options: QueryInUrlOptions;
  #name: string | undefined;
  /** What is asked where the address says nothing. */
  #initial: ListQuery = {};
  #written: ListQuery = {};
  #isByViewer = false;

  constructor(host: ReactiveElement, options: QueryInUrlOptions) {
    this.#host = host;
    this.#options = options;
    host.addEventListener('query-change', () => (this.#isByViewer = true));
    host.addController(this);
  }

  /** Whether the address leaves it open what is asked. */
  get isSilent(): boolean {
    const { defaultView } = this.#host.ownerDocument;
    return !this.#name || !defaultView || queryFromUrl(defaultView.location.search, this.#name) === undefined;
  }

  /** What is asked now is what is asked where the address says nothing. */
  beginHere(): void {
    this.#initial = this.#written = this.#options.query();
    this.#isByViewer = false;
  }

  /** The page's address with this question in it; `undefined` where the address has none. */
  linkTo(query: ListQuery): string | undefined {
    const { defaultView } = this.#host.ownerDocument;
    if (!this.#name || !defaultView) return undefined;
    const url = new URL(defaultView.location.href);
    url.search = urlWithQuery(url.search, this.#name, query);
    return url.href;
  }

  hostConnected(): void {
    this.#host.ownerDocument.defaultView?.addEventListener('popstate', this.#read);
    this.#start();
  }

  hostDisconnected(): void {
    this.#host.ownerDocument.defaultView?.removeEventListener('popstate', this.#read);
    // the address is the host's again; what it says on the return counts
    this.#name = undefined;
  }

  hostUpdated(): void {
    if (this.#options.name() === this.#name) this.#write();
    else if (this.#host.isConnected) this.#start();
  }

  #start(): void {
    this.#name = this.#options.name();
    this.#initial = this.#options.query();
    this.#read();
  }

  readonly #read = (): void => {
    const { defaultView } = this.#host.ownerDocument;
    if (!this.#name || !defaultView) return;
    const { ids, pinned, sort } = this.#initial;
    // what an address cannot say, or does not have to
    const unsaid = { ...(ids && { ids }), ...(pinned && { pinned }), ...(sort && { sort }) };
    const found = queryFromUrl(defaultView.location.search, this.#name);
    const query = found === undefined ? this.#initial : { ...unsaid, ...found };
    this.#written = query;
    if (!isSame(query, this.#options.query())) this.#options.ask(query);
    this.#isByViewer = false;
  };

  #write(): void {
    const { defaultView } = this.#host.ownerDocument;
    const query = this.#options.query();
    if (!this.#name || !defaultView || isSame(query, this.#written)) return;
    const { search: _before, ...before } = this.#written;
    const { search: _after, ...after } = query;
    const isStep = this.#isByViewer && !isSame(before, after);
    this.#written = query;
    this.#isByViewer = false;
    const { history, location } = defaultView;
    const url = new URL(location.href);
    url.search = urlWithQuery(location.search, this.#name, isSame(query, this.#initial) ? undefined : query);
    if (url.href === location.href) return;
    try {
      // the state is the host's, which may look for its own there
      if (isStep) history.pushState(history.state, '', url);
      else history.replaceState(history.state, '', url);
    } catch {
      // browsers refuse too many changes in a short time, and some pages have no address; the view itself is right
    }
  }
}

function isSame(a: ListQuery, b: ListQuery): boolean {
  const sorted = (query: ListQuery): string =>
    JSON.stringify(Object.entries(query).sort(([x], [y]) => (x < y ? -1 : 1)));
  return sorted(a) === sorted(b);
}
