import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What a {@link LazyPanel} is told by its element. */
export interface LazyPanelOptions<Panel extends HTMLElement> {
  /** Loads the panel's class, defined under whatever tag; absent where the page has no such panel. */
  readonly load: () => (() => Promise<new () => Panel>) | undefined;
  /** Where the panel is put. */
  readonly container: () => HTMLElement | DocumentFragment;
  /** The panel has been made; called once. */
  readonly onCreate: (panel: Panel) => void;
  /** Hands the panel what its element has now: before it opens, and after each update of the element from then on. */
  readonly onUpdate: (panel: Panel) => void;
  /** The panel could not be loaded or made; called once a wish. */
  readonly onError: (error: unknown) => void;
}

/**
 * A panel that is loaded when it is first opened, and made by its class: a tag in a template would tie it to one name.
 * Owns the one instance. The last wish wins, however long the file takes to come.
 *
 * A file that did not come is asked for again by the next wish. Some browsers repeat a failed import until the page is
 * loaded anew, and an address that a bundler writes leaves no way around them: whoever says that it failed says that, too.
 */
export class LazyPanel<Panel extends HTMLElement> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: LazyPanelOptions<Panel>;
  #panel: Panel | undefined;
  #wishes = 0;
  /** The last wish, where it could not be granted. */
  #failedWish: ((panel: Panel) => void) | undefined;

  constructor(host: ReactiveControllerHost, options: LazyPanelOptions<Panel>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The panel, once it was made. */
  get panel(): Panel | undefined {
    return this.#panel;
  }

  /** Whether the last wish could not be granted; until another one is. */
  get hasFailed(): boolean {
    return this.#failedWish !== undefined;
  }

  /** Loads the panel if it must, and hands it over to be filled and opened, unless something else was wished since. */
  async open(show: (panel: Panel) => void): Promise<void> {
    const load = this.#options.load();
    if (load === undefined) return;
    this.#wishes += 1;
    const wish = this.#wishes;
    let panel = this.#panel;
    if (panel === undefined) {
      try {
        const PanelClass = await load();
        if (wish !== this.#wishes) return;
        panel = this.#create(PanelClass);
      } catch (error) {
        if (wish !== this.#wishes) return;
        this.#remember(show);
        this.#options.onError(error);
        return;
      }
    }
    this.#remember(undefined);
    this.#options.onUpdate(panel);
    show(panel);
  }

  /** Takes the panel out of the page, with all that it shows. */
  discard(): void {
    this.#wishes += 1;
    this.#panel?.remove();
    this.#panel = undefined;
  }

  /** Wishes again for what failed. */
  async retry(): Promise<void> {
    if (this.#failedWish !== undefined) await this.open(this.#failedWish);
  }

  hostUpdated(): void {
    if (this.#panel !== undefined) this.#options.onUpdate(this.#panel);
  }

  hostDisconnected(): void {
    // a file that comes after the element has left opens nothing
    this.#wishes += 1;
  }

  #create(PanelClass: new () => Panel): Panel {
    const panel = new PanelClass();
    this.#options.onCreate(panel);
    this.#options.container().append(panel);
    this.#panel = panel;
    return panel;
  }

  #remember(failedWish: ((panel: Panel) => void) | undefined): void {
    if (failedWish === this.#failedWish) return;
    this.#failedWish = failedWish;
    this.#host.requestUpdate();
  }
}
