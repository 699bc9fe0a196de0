import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AdoptedStyles } from '../../controllers/adopted-styles.js';
import { Localization } from '../../controllers/localization.js';
import { ModalDialog } from '../../controllers/modal-dialog.js';
import { customersPanel } from '../../messages/en/customers-panel.js';
import type { MessagesOverride } from '../../messages/messages.js';
import { controls } from '../../styles/controls.js';
import { panelControls } from '../../styles/panel-controls.js';
import { slideoutFrame } from '../../styles/slideout-frame.js';
import { tokens } from '../../styles/tokens.js';
import { closeIcon } from '../close-icon.js';
import { shownText } from '../shown-text.js';
import { PanelClosedEvent } from './panel-closed-event.js';
import { customersPanelStyles } from './customers-panel.styles.js';

/** What a panel's content may have: it asks before unsaved changes are lost, and fires `panel-close` when it is done. */
interface AskingContent {
  readonly hasUnsavedChanges: boolean;
  close(): void;
}

/**
 * A modal panel at the end side of the window for what is put into it: a customer's details, a form. The focus goes in,
 * stays in, and goes back to where it was. Content with unsaved changes is asked before the panel closes.
 *
 * @tag customers-panel
 * @slot - What stands in the panel.
 * @fires {PanelClosedEvent} panel-closed - It has closed; neither bubbles nor cancels.
 * @csspart dialog - The panel.
 * @csspart header - Its head.
 * @csspart heading - The title.
 * @csspart close - The close button.
 * @csspart body - What scrolls.
 */
export class CustomersPanel extends LitElement {
  static override styles = [tokens, panelControls, controls, slideoutFrame, customersPanelStyles];

  /** The title. */
  @property() heading = '';
  /** Words of your own in the place of the language's. */
  @property({ attribute: false }) messages: MessagesOverride | undefined;
  /** Whether it is open. */
  @property({ type: Boolean, reflect: true }) open = false;

  readonly #l10n = new Localization(this, () => this.messages, { customersPanel });
  readonly #adoptedStyles = new AdoptedStyles(this);

  constructor() {
    super();
    new ModalDialog(this, {
      isOpen: () => this.open,
      focusFirst: () => this.shadowRoot?.getElementById('heading')?.focus(),
      mayClose: () => this.#mayClose(),
      closed: () => this.#closed(),
    });
    this.addEventListener('panel-close', (event) => {
      if (!event.defaultPrevented) this.hide();
    });
  }

  adoptedCallback(): void {
    this.#adoptedStyles.hostAdopted();
  }

  /** Opens the panel and moves the focus into it. */
  show(): void {
    this.open = true;
  }

  /** Closes the panel, whatever stands in it; the focus goes back to where it was. */
  hide(): void {
    this.open = false;
  }

  protected override render(): TemplateResult {
    const words = this.#l10n.messages.customersPanel;
    return html`<dialog part="dialog" aria-labelledby="heading">
      <div class="header" part="header">
        <div>
          <h2 id="heading" part="heading" tabindex="-1"><bdi>${shownText(this.heading)}</bdi></h2>
        </div>
        <button type="button" class="icon" part="close" aria-label=${words.close} @click=${this.#onClose}>
          ${closeIcon}
        </button>
      </div>
      <div class="body" part="body"><slot></slot></div>
    </dialog>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('open') && changed.get('open')) this.dispatchEvent(new PanelClosedEvent());
  }

  readonly #onClose = (): void => {
    if (this.#mayClose()) this.hide();
  };

  /** Content with unsaved changes asks first, and says `panel-close` once that is settled. */
  #mayClose(): boolean {
    const [content] = this.children;
    if (!content || !isAsking(content) || !content.hasUnsavedChanges) return true;
    content.close();
    return false;
  }

  #closed(): void {
    const [content] = this.children;
    // some browsers let a second Escape close it without asking
    if (this.open && content && isAsking(content) && content.hasUnsavedChanges) this.requestUpdate();
    else this.open = false;
  }
}

function isAsking(content: Element): content is Element & AskingContent {
  return 'hasUnsavedChanges' in content && 'close' in content;
}
