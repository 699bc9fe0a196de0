import { html, LitElement, noChange, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AdoptedStyles } from '../../controllers/adopted-styles.js';
import { CustomersProviderConsumer } from '../../controllers/customers-provider-context.js';
import { CustomStates } from '../../controllers/custom-states.js';
import { Localization } from '../../controllers/localization.js';
import { ModalDialog } from '../../controllers/modal-dialog.js';
import { QueryTask } from '../../controllers/query-task.js';
import { Today } from '../../controllers/today.js';
import { knownTimeZone } from '../../domain/calendar.js';
import { completePolicy } from '../../domain/expiration-policy.js';
import type { ExpirationClock, ExpirationPolicy } from '../../domain/expirations.js';
import { nextExpirationChange } from '../../domain/next-expiration-change.js';
import { expirationsSlideout } from '../../messages/en/expirations-slideout.js';
import type { MessagesOverride } from '../../messages/messages.js';
import { checkEntitlements, type CheckedEntitlements } from '../../providers/checked-entitlements.js';
import type { CustomersProvider } from '../../providers/customers-provider.js';
import { errorCodeOf, ProviderError } from '../../providers/provider-error.js';
import { controls } from '../../styles/controls.js';
import { panelControls } from '../../styles/panel-controls.js';
import { panelStates } from '../../styles/panel-states.js';
import { slideoutFrame } from '../../styles/slideout-frame.js';
import { tokens } from '../../styles/tokens.js';
import { expirationStatusStyles } from '../expiration-status/expiration-status.template.js';
import { closeIcon } from '../close-icon.js';
import { ProviderErrorEvent } from '../provider-error-event.js';
import { shownText } from '../shown-text.js';
import { entitlementsStyles } from './entitlements.styles.js';
import { ExpirationsCloseEvent } from './expirations-close-event.js';
import { slideoutStyles } from './expirations-slideout.styles.js';
import { slideoutBodyTemplate, type SlideoutState } from './slideout-body.template.js';

/** What an answer depends on: provider, organization ID, locale, time zone, and whether anybody looks. */
type Question = readonly [CustomersProvider | undefined, string, string, string, boolean];

/**
 * A customer's capabilities of every product, with their dates and where they stand: a modal panel at the end side of
 * the window. The focus goes in, stays in, and goes back to where it was.
 *
 * @tag expirations-slideout
 * @fires {ExpirationsCloseEvent} expirations-close - It has closed; neither bubbles nor cancels.
 * @fires {ProviderErrorEvent} provider-error - The entitlements could not be read; neither bubbles nor cancels.
 * @csspart dialog - The panel.
 * @csspart header - Its head, which stays while the rest scrolls.
 * @csspart heading - The title.
 * @csspart customer - The customer's name and organization ID.
 * @csspart close - The close button.
 * @csspart body - What scrolls.
 * @csspart counts - The counts per status.
 * @csspart note - The note about sources that could not be read.
 * @csspart table - The table.
 * @csspart row - A row of it.
 * @csspart status - A status badge.
 * @csspart state - What stands in the place of the table where there is none.
 * @cssprop --customers-surface - Colour of the panel.
 * @cssprop --customers-shadow - Shadow of the panel.
 * @cssprop --customers-backdrop - What covers the page behind it.
 * @cssstate loading - Open, and nothing to show yet.
 * @cssstate ready - Open, with entitlements.
 * @cssstate empty - Open; there are none.
 * @cssstate failed - Open; they could not be read.
 * @cssstate unsupported - Open; the provider does not offer them.
 */
export class ExpirationsSlideout extends LitElement {
  static override styles = [
    tokens,
    panelControls,
    controls,
    expirationStatusStyles,
    slideoutFrame,
    panelStates,
    slideoutStyles,
    entitlementsStyles,
  ];

  /** Where the entitlements come from. Default: the nearest provider around the element. */
  @property({ attribute: false }) provider?: CustomersProvider;
  /** The organization ID. */
  @property({ attribute: 'customer-id', useDefault: true }) customerId = '';
  /** The name of that customer. */
  @property({ attribute: 'customer-name', useDefault: true }) customerName = '';
  /** Names of sources that could not be read for this customer, for example `'Snow Atlas'`. */
  @property({ attribute: false }) missing?: readonly string[];
  /** IANA time zone in which calendar days are counted. */
  @property({ attribute: 'time-zone', useDefault: true }) timeZone = 'UTC';
  /** The moment to judge at. Default: the current one, followed while the page stays open. */
  @property({ attribute: false }) now?: Date;
  /** Thresholds of your own in the place of the default ones. */
  @property({ attribute: false }) policy?: Partial<ExpirationPolicy>;
  /** Words of your own in the place of the language's. */
  @property({ attribute: false }) messages?: MessagesOverride;
  /** Whether it is open. Each opening reads the entitlements anew. */
  @property({ type: Boolean, reflect: true }) open = false;

  readonly #l10n = new Localization(this, () => this.messages, { expirationsSlideout });
  readonly #today = new Today(this, () => this);
  readonly #source = new CustomersProviderConsumer(this, () => this.provider);
  readonly #states = new CustomStates<SlideoutState>(this);
  readonly #adoptedStyles = new AdoptedStyles(this);
  readonly #entitlements = new QueryTask<Question, CheckedEntitlements>(this, {
    args: () => [this.#source.provider, this.customerId, this.#l10n.locale, this.timeZone, this.open],
    isReady: ([provider, customerId, , , open]) => open && customerId !== '' && provider !== undefined,
    sameSubject: ([provider, customerId], [nextProvider, nextId]) => provider === nextProvider && customerId === nextId,
    run: (question, signal) => this.#ask(question, signal),
  });

  constructor() {
    super();
    new ModalDialog(this, {
      isOpen: () => this.open,
      focusFirst: () => this.#focusHeading(),
      closed: () => this.#closed(),
    });
  }

  adoptedCallback(): void {
    this.#adoptedStyles.hostAdopted();
  }

  /** Opens the slideout and moves the focus into it. */
  show(): void {
    this.open = true;
  }

  /** Closes the slideout; the focus goes back to where it was. */
  hide(): void {
    this.open = false;
  }

  /** Asks the provider anew. What is shown stays until the answer is there. */
  refresh(): void {
    this.#entitlements.retry();
  }

  protected override willUpdate(): void {
    this.#today.wakeAt(this.open ? this.#nextChange() : undefined);
  }

  protected override render(): TemplateResult {
    this.#states.show(...(this.open ? [this.#state()] : []));
    return html`<dialog part="dialog" aria-labelledby="heading customer">
      ${
        // what it showed last stays while it slides out
        this.open ? html`${this.#renderHeader()}${this.#renderBody()}` : noChange
      }
    </dialog>`;
  }

  #renderHeader(): TemplateResult {
    const words = this.#l10n.messages.expirationsSlideout;
    return html`<div class="header" part="header">
      <div>
        <h2 id="heading" part="heading" tabindex="-1">${words.heading}</h2>
        <p id="customer" part="customer">
          <bdi class="name">${shownText(this.customerName)}</bdi>
          <bdi class="organization">${words.organizationId(shownText(this.customerId))}</bdi>
        </p>
      </div>
      <button type="button" class="icon" part="close" aria-label=${words.close} @click=${() => this.hide()}>
        ${closeIcon}
      </button>
    </div>`;
  }

  #renderBody(): TemplateResult {
    const { error, status, value } = this.#entitlements;
    return slideoutBodyTemplate({
      state: this.#state(),
      checked: value,
      failure: status === 'failed' ? errorCodeOf(error) : undefined,
      missing: this.missing ?? [],
      clock: this.#clock(),
      l10n: this.#l10n,
      retry: this.#retry,
    });
  }

  #state(): SlideoutState {
    const { error, status, value } = this.#entitlements;
    if (status === 'failed') return errorCodeOf(error) === 'unsupported' ? 'unsupported' : 'failed';
    if (value === undefined) return 'loading';
    return value.entitlements.length > 0 || value.unreadable > 0 ? 'ready' : 'empty';
  }

  #clock(): ExpirationClock {
    return { now: this.#today.now, timeZone: knownTimeZone(this.timeZone), policy: completePolicy(this.policy) };
  }

  #nextChange(): Date | undefined {
    const dates = (this.#entitlements.value?.entitlements ?? []).flatMap(({ expires }) => expires ?? []);
    return nextExpirationChange([{ state: 'ready', value: { undated: 0, unreadable: 0, dates } }], this.#clock());
  }

  #focusHeading(): void {
    this.shadowRoot?.getElementById('heading')?.focus();
  }

  async #ask([provider, customerId, locale]: Question, signal: AbortSignal): Promise<CheckedEntitlements> {
    try {
      if (!provider?.listEntitlements) throw new ProviderError('unsupported');
      const call = { ...this.#clock(), locale, signal };
      return checkEntitlements(await provider.listEntitlements(customerId, call));
    } catch (error) {
      if (!signal.aborted && errorCodeOf(error) !== 'unsupported') this.dispatchEvent(new ProviderErrorEvent(error));
      throw error;
    }
  }

  readonly #retry = (): void => {
    this.refresh();
    // the button goes away with the failure, and must not take the focus along
    this.#focusHeading();
  };

  #closed(): void {
    this.open = false;
    this.dispatchEvent(new ExpirationsCloseEvent(this.customerId));
  }
}
