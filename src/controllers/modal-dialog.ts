import type { ReactiveController, ReactiveElement } from 'lit';

/** What a host tells of its dialog. */
export interface ModalDialogOptions {
  /** The dialog, once it is rendered. Default: the only one in the host's root. */
  readonly dialog?: () => HTMLDialogElement | null;
  /** Whether it should be open; read after each update. */
  readonly isOpen: () => boolean;
  /** Moves the focus to where reading starts; called once it is open. */
  readonly focusFirst: () => void;
  /**
   * Whether the viewer may close it by the Escape key or the backdrop; asked for each wish. By default it may always be
   * closed.
   */
  readonly mayClose?: () => boolean;
  /** It was closed, by the host or by the viewer: the Escape key, the backdrop, or the browser's own way back. */
  readonly closed: () => void;
}

/**
 * Shows a `<dialog>` in the host's root as a modal layer, so that the browser keeps the focus in it and gives it
 * back. Also closes it on a click beside it, and shows it again after its host was moved in the page.
 */
export class ModalDialog implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #options: ModalDialogOptions;
  #dialog: HTMLDialogElement | undefined;
  /** A press on the backdrop closes only where it ends there too: selecting text out of the dialog does not. */
  #pressedBackdrop = false;

  constructor(host: ReactiveElement, options: ModalDialogOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    // the browser took the dialog out of the modal layer when its host left the page
    if (this.#dialog) this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#dialog?.close();
  }

  hostUpdated(): void {
    const { dialog: find = () => this.#host.renderRoot.querySelector('dialog') } = this.#options;
    this.#dialog ??= this.#listenTo(find());
    const dialog = this.#dialog;
    const isOpen = this.#options.isOpen();
    if (!dialog || !this.#host.isConnected || dialog.open === isOpen) return;
    if (isOpen) {
      dialog.showModal();
      this.#options.focusFirst();
    } else dialog.close();
  }

  get #mayClose(): boolean {
    return this.#options.mayClose?.() ?? true;
  }

  #listenTo(dialog: HTMLDialogElement | null): HTMLDialogElement | undefined {
    if (dialog === null) return undefined;
    dialog.addEventListener('pointerdown', (event) => {
      this.#pressedBackdrop = isBeside(dialog, event);
    });
    dialog.addEventListener('click', (event) => {
      if (this.#pressedBackdrop && isBeside(dialog, event) && this.#mayClose) dialog.close();
    });
    dialog.addEventListener('cancel', (event) => {
      // what is in the panel may have such an event, too
      if (event.target === dialog && !this.#mayClose) event.preventDefault();
    });
    dialog.addEventListener('close', () => {
      // out of the page, or shown again meanwhile: its host was moved, nobody closed it
      if (this.#host.isConnected && !dialog.open) this.#options.closed();
    });
    return dialog;
  }
}

/** Whether an event happened on the backdrop, which counts as the dialog's own. */
function isBeside(dialog: HTMLDialogElement, event: MouseEvent): boolean {
  if (event.target !== dialog) return false;
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return event.clientX < left || event.clientX >= right || event.clientY < top || event.clientY >= bottom;
}
