import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What a {@link LazyPanel} is told by its element. */
export interface LazyPanelOptions<Panel extends HTMLElement> {
  /** Loads the panel's class, defined under whatever tag; absent where the page has no such panel. */
  readonly load: () => (() => Promise<new () => Panel>) | undefined;
  /** Where the panel is put. */
  readonly container: () => HTMLElement | DocumentFragment;
  /** The panel has been made; called once. */
  readonly onCreate: (panel: Panel) => void;
  readonly onError: (error: unknown) => void;
}

/**
 * A panel that is loaded when it is first opened, and made by its class: a tag in a template would tie it to one name.
 * Owns the one instance. The last wish wins, however long the file takes to come.
 */
export class LazyPanel<Panel extends HTMLElement> implements ReactiveController {
  readonly #options: LazyPanelOptions<Panel>;
  #panel: Panel | undefined;
  #wishes = 0;

  constructor(host: ReactiveControllerHost, options: LazyPanelOptions<Panel>) {
    this.#options = options;
    host.addController(this);
  }

  /** The panel, once it has been made. */
  get panel(): Panel | undefined {
    return this.#panel;
  }

  /** Whether the page has such a panel at all. */
  get isOffered(): boolean {
    return this.#options.load() !== undefined;
  }

  /** Loads the panel if it must, and hands it over to be filled and opened, unless something else was wished since. */
  async open(show: (panel: Panel) => void): Promise<void> {
    const load = this.#options.load();
    if (load === undefined) return;
    this.#wishes += 1;
    const wish = this.#wishes;
    try {
      const PanelClass = this.#panel === undefined ? await load() : undefined;
      if (wish !== this.#wishes) return;
      if (PanelClass !== undefined) {
        this.#panel = new PanelClass();
        this.#options.onCreate(this.#panel);
        this.#options.container().append(this.#panel);
      }
      if (this.#panel !== undefined) show(this.#panel);
    } catch (error) {
      if (wish === this.#wishes) this.#options.onError(error);
    }
  }

  hostDisconnected(): void {
    // a file that comes after the element has left opens nothing
    this.#wishes += 1;
  }
}
