import type { ReactiveControllerHost } from 'lit';
import { LazyPanel } from '../../controllers/lazy-panel.js';
import type { CustomersProvider } from '../../providers/customers-provider.js';
import type { CustomersPanel } from '../customers-panel/customers-panel.element.js';
import type { PanelContent, PanelSurroundings } from './overview-panels.js';

/** What a {@link ContentPanel} is told by its owner. */
export interface ContentPanelOptions<Content extends PanelContent> {
  /** Loads the frame and the content; absent where the page has none. */
  readonly load: () => (() => Promise<readonly [new () => CustomersPanel, new () => Content]>) | undefined;
  readonly container: () => HTMLElement | DocumentFragment;
  readonly surroundings: () => PanelSurroundings;
  /** Whether the list was refused, and with it everything about its customers. */
  readonly isRefused: () => boolean;
  /** New content was made, for one opening. */
  readonly onCreate: (content: Content) => void;
  readonly onClose: () => void;
  /** The panel could not be loaded. */
  readonly onError: () => void;
}

/** A panel of the overview with one kind of content, which is new each time that it opens. */
export class ContentPanel<Content extends PanelContent> {
  readonly #options: ContentPanelOptions<Content>;
  readonly #panel: LazyPanel<CustomersPanel>;
  #Content: (new () => Content) | undefined;
  #content: Content | undefined;
  /** Whose customers the content is about: no other provider's data stands under their names. */
  #provider: CustomersProvider | undefined;

  constructor(host: ReactiveControllerHost, options: ContentPanelOptions<Content>) {
    this.#options = options;
    this.#panel = new LazyPanel(host, {
      load: () => {
        const load = options.load();
        return (
          load &&
          (async () => {
            const [Panel, Content] = await load();
            this.#Content = Content;
            return Panel;
          })
        );
      },
      container: options.container,
      onCreate: (panel) => panel.addEventListener('panel-closed', () => this.#onClosed()),
      onUpdate: (panel) => this.#update(panel),
      onError: (error) => {
        options.onError();
        // no provider failed: what watches the host's page has to learn of the file that did not come
        reportError(error);
      },
    });
  }

  /** Whether the page has such a panel. */
  get isThere(): boolean {
    return this.#options.load() !== undefined;
  }

  /** Whether the panel that was asked for last did not come, and still may. */
  get hasFailed(): boolean {
    return this.#panel.hasFailed && this.#isUnderItsProvider;
  }

  /** Opens the panel under a title, with content that `fill` makes ready. */
  open(heading: string, fill: (content: Content) => void): void {
    this.#provider = this.#options.surroundings().provider;
    void this.#panel.open((panel) => {
      const ContentClass = this.#Content;
      if (ContentClass === undefined || !this.#isUnderItsProvider) return;
      const content = new ContentClass();
      this.#content = content;
      this.#options.onCreate(content);
      Object.assign(content, this.#options.surroundings());
      fill(content);
      panel.heading = heading;
      panel.replaceChildren(content);
      panel.show();
    });
  }

  /** Asks again for a panel that did not come. */
  retry(): void {
    void this.#panel.retry();
  }

  close(): void {
    this.#panel.panel?.hide();
  }

  get #isUnderItsProvider(): boolean {
    return this.#provider === this.#options.surroundings().provider;
  }

  #update(panel: CustomersPanel): void {
    const surroundings = this.#options.surroundings();
    panel.messages = surroundings.messages;
    if (this.#options.isRefused()) {
      this.#content = undefined;
      this.#panel.discard();
    } else if (!this.#isUnderItsProvider) panel.hide();
    else if (this.#content) Object.assign(this.#content, surroundings);
  }

  #onClosed(): void {
    this.#options.onClose();
  }
}
