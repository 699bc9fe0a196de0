import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AdoptedStyles } from '../../controllers/adopted-styles.js';
import { CustomerEdit } from '../../controllers/customer-edit.js';
import { loadCustomer, type CustomerEditOptions, type LoadedCustomer } from '../../controllers/customer-exchange.js';
import { CustomersProviderConsumer } from '../../controllers/customers-provider-context.js';
import { CustomStates } from '../../controllers/custom-states.js';
import { Localization } from '../../controllers/localization.js';
import { QueryTask } from '../../controllers/query-task.js';
import { UnloadGuard } from '../../controllers/unload-guard.js';
import { knownTimeZone } from '../../domain/calendar.js';
import type { CustomerFields } from '../../domain/customer-draft.js';
import { displayName } from '../../domain/customer.js';
import { completePolicy } from '../../domain/expiration-policy.js';
import type { ExpirationPolicy } from '../../domain/expirations.js';
import { customerFields } from '../../messages/en/customer-fields.js';
import { editCustomer } from '../../messages/en/edit-customer.js';
import { refusals } from '../../messages/en/refusals.js';
import type { MessagesOverride } from '../../messages/messages.js';
import type { CustomersProvider } from '../../providers/customers-provider.js';
import { errorCodeOf, ProviderError } from '../../providers/provider-error.js';
import { controls } from '../../styles/controls.js';
import { panelControls } from '../../styles/panel-controls.js';
import { tokens } from '../../styles/tokens.js';
import { customerFieldsStyles } from '../customer-fields/customer-fields.styles.js';
import { PanelCloseEvent } from '../panel-close-event.js';
import { ProviderErrorEvent } from '../provider-error-event.js';
import { shownText } from '../shown-text.js';
import { choiceId, comparisonTemplate } from './comparison.template.js';
import { confirmationTemplate } from './confirmation.template.js';
import { CustomerUpdatedEvent } from './customer-updated-event.js';
import { editCustomerStyles } from './edit-customer.styles.js';
import { editFormTemplate, type Removal } from './edit-form.template.js';
import { editActionsTemplate, editNoticeTemplate } from './edit-notice.template.js';
import { editStateTemplate, editStateText, type EditState } from './edit-state.template.js';

/**
 * Edits one customer: name, external ID, description, owners and capabilities. Only what was changed is sent, and nothing
 * that somebody else has changed meanwhile is overwritten unseen.
 *
 * @tag edit-customer
 * @fires {CustomerUpdatedEvent} customer-updated - The changes were saved; neither bubbles nor cancels.
 * @fires {PanelCloseEvent} panel-close - The viewer is done, and has confirmed what is lost; cancelable.
 * @fires {ProviderErrorEvent} provider-error - The provider failed; neither bubbles nor cancels.
 * @csspart heading - The title.
 * @csspart customer - The customer's name and organization ID.
 * @csspart field - A field with its label.
 * @csspart problem - What is wrong with it.
 * @csspart owners - The owners.
 * @csspart owner - One of them.
 * @csspart add-owner - The button that adds one.
 * @csspart remove-owner - The button that takes one away.
 * @csspart capabilities - The capabilities.
 * @csspart capability - One of them.
 * @csspart kept - Why it cannot be taken away.
 * @csspart confirmation - A question before something is lost.
 * @csspart confirm - The button that says yes to it.
 * @csspart comparison - The versions of two people, side by side.
 * @csspart difference - One thing in which they differ.
 * @csspart notice - What became of the last try to save.
 * @csspart check - The button that finds out what became of it.
 * @csspart actions - The buttons at the end.
 * @csspart save - The button that saves.
 * @csspart cancel - The button that leaves.
 * @csspart state - What stands in the place of the form where there is none.
 * @cssstate loading - The customer is being read.
 * @cssstate failed - It could not be read.
 * @cssstate unsupported - The provider does not change customers.
 * @cssstate view-only - The customer is gone, or may not be edited.
 * @cssstate editing - The form is the viewer's.
 * @cssstate saving - An answer is waited for.
 * @cssstate comparing - Somebody else has changed the customer; a version has to be chosen.
 * @cssstate unknown - It is not known whether the changes were saved.
 */
export class EditCustomer extends LitElement {
  static override styles = [tokens, panelControls, controls, customerFieldsStyles, editCustomerStyles];

  /** Where the customer comes from and goes to. Default: the nearest provider around the element. */
  @property({ attribute: false }) provider?: CustomersProvider;
  /** The organization ID. Another one drops what was changed. */
  @property({ attribute: 'customer-id', useDefault: true }) customerId = '';
  /** IANA time zone in which calendar days are counted. */
  @property({ attribute: 'time-zone', useDefault: true }) timeZone = 'UTC';
  /** The moment to judge at. Default: the current one. */
  @property({ attribute: false }) now?: Date;
  /** Thresholds of your own in the place of the default ones. */
  @property({ attribute: false }) policy?: Partial<ExpirationPolicy>;
  /** Words of your own in the place of the language's. */
  @property({ attribute: false }) messages?: MessagesOverride;

  @state() private removal: Removal | undefined;
  @state() private isLeaving = false;
  #edit: { readonly of: LoadedCustomer; readonly edit: CustomerEdit } | undefined;

  readonly #l10n = new Localization(this, () => this.messages, { customerFields, editCustomer, refusals });
  readonly #source = new CustomersProviderConsumer(this, () => this.provider);
  readonly #states = new CustomStates<EditState>(this);
  readonly #adoptedStyles = new AdoptedStyles(this);
  readonly #loaded = new QueryTask<readonly [CustomersProvider | undefined, string], LoadedCustomer>(this, {
    args: () => [this.#source.provider, this.customerId],
    isReady: ([provider, id]) => provider !== undefined && id !== '',
    run: ([provider, id]) =>
      loadCustomer({ provider, call: this.#call }, id, (error) => this.dispatchEvent(new ProviderErrorEvent(error))),
  });

  constructor() {
    super();
    this.addController(new UnloadGuard(this, () => this.hasUnsavedChanges));
  }

  /** Whether the viewer would lose something by leaving. */
  get hasUnsavedChanges(): boolean {
    return this.#edit?.edit.hasUnsavedChanges ?? false;
  }

  /** Leaves by `panel-close`; where something would be lost, the viewer is asked first. */
  close(): void {
    this.isLeaving = this.hasUnsavedChanges;
    if (this.isLeaving) this.#focus('leaving');
    else this.dispatchEvent(new PanelCloseEvent());
  }

  adoptedCallback(): void {
    this.#adoptedStyles.hostAdopted();
  }

  protected override willUpdate(): void {
    const loaded = this.#loaded.value;
    if (loaded !== this.#edit?.of) this.#edit = loaded && { of: loaded, edit: this.#begin(loaded) };
  }

  protected override updated(): void {
    this.#states.show(this.#state());
  }

  protected override render(): TemplateResult {
    const words = this.#l10n.messages.editCustomer;
    const customer = this.#edit?.edit.customer;
    return html`<div class="header">
        <h2 id="heading" part="heading" tabindex="-1">${words.heading}</h2>
        <p class="customer" part="customer">
          ${customer ? html`<bdi class="name">${shownText(displayName(customer))}</bdi>` : nothing}
          <bdi>${words.organizationId(shownText(this.customerId))}</bdi>
        </p>
      </div>
      <p class="visually-hidden" role="status">${this.#announcement()}</p>
      ${this.#edit && this.#edit.edit.phase !== 'closed' ? this.#renderEdit(this.#edit.edit) : this.#renderState()}`;
  }

  #renderEdit(edit: CustomerEdit): TemplateResult {
    const l10n = this.#l10n;
    const offered = this.#edit?.of.description?.capabilities ?? [];
    return html`<form novalidate aria-busy=${edit.phase === 'saving'} @submit=${this.#onSubmit}>
      ${
        edit.comparison
          ? comparisonTemplate({
              comparison: edit.comparison,
              offered,
              timeZone: knownTimeZone(this.timeZone),
              l10n,
              onChoose: (key, choice) => edit.choose(key, choice),
            })
          : editFormTemplate({
              edit,
              offered,
              removal: this.removal,
              l10n,
              onChange: this.#onChange,
              onRemove: (removal) => {
                this.removal = removal;
                this.#focus('removal');
              },
              onAnswer: this.#onRemovalAnswer,
            })
      }
      ${editNoticeTemplate(edit, l10n, () => void edit.check())} ${this.#renderActions(edit)}
    </form>`;
  }

  #renderActions(edit: CustomerEdit): TemplateResult {
    const words = this.#l10n.messages.editCustomer;
    if (this.isLeaving)
      return confirmationTemplate({
        id: 'leaving',
        question: words.discardQuestion,
        yes: words.discard,
        no: words.keepEditing,
        onAnswer: this.#onLeavingAnswer,
      });
    return editActionsTemplate(edit, this.#l10n, { onCancel: () => this.close(), onDiscard: this.#onDiscard });
  }

  #renderState(): TemplateResult {
    return editStateTemplate({
      state: this.#state(),
      text: this.#announcement(),
      error: this.#loaded.error,
      l10n: this.#l10n,
      onRetry: () => this.#loaded.retry(),
      onClose: () => this.close(),
    });
  }

  #state(): EditState {
    const { error, status } = this.#loaded;
    const phase = this.#edit?.edit.phase;
    if (status === 'failed') return errorCodeOf(error) === 'unsupported' ? 'unsupported' : 'failed';
    return phase === undefined ? 'loading' : phase === 'closed' ? 'view-only' : phase;
  }

  #announcement(): string {
    return editStateText(this.#state(), this.#edit?.edit, this.#l10n);
  }

  #begin({ customer, description }: LoadedCustomer): CustomerEdit {
    const provider = this.#source.provider;
    this.removal = undefined;
    this.isLeaving = false;
    return new CustomerEdit(this, {
      // nothing is loaded without one
      provider: provider ?? { listCustomers: () => Promise.reject(new ProviderError('unsupported')) },
      description,
      customer,
      call: this.#call,
      onUpdated: (updated) => {
        this.dispatchEvent(new CustomerUpdatedEvent(updated));
        this.dispatchEvent(new PanelCloseEvent());
      },
      onError: (error) => this.dispatchEvent(new ProviderErrorEvent(error)),
    });
  }

  readonly #call: CustomerEditOptions['call'] = () => ({
    locale: this.#l10n.locale,
    timeZone: knownTimeZone(this.timeZone),
    now: this.now ?? new Date(),
    policy: completePolicy(this.policy),
  });

  #focus(id: string): void {
    void this.updateComplete.then(() => this.shadowRoot?.getElementById(id)?.focus());
  }

  readonly #onChange = (fields: CustomerFields): void => {
    this.removal = undefined;
    this.#edit?.edit.change(fields);
  };

  readonly #onRemovalAnswer = (isYes: boolean): void => {
    const removal = this.removal;
    if (!removal) return;
    this.removal = undefined;
    const edit = this.#edit?.edit;
    const place =
      typeof removal.of === 'number'
        ? `edit-owner-${Math.min(removal.of, (isYes ? removal.after : edit?.fields)?.owners.length ?? 1) - (isYes && removal.of > 0 ? 1 : 0)}-firstName`
        : 'edit-capabilities';
    if (isYes) edit?.change(removal.after);
    this.#focus(place);
  };

  readonly #onLeavingAnswer = (isYes: boolean): void => {
    this.isLeaving = false;
    if (!isYes) return this.#focus('cancel');
    this.#edit?.edit.discard();
    this.dispatchEvent(new PanelCloseEvent());
  };

  readonly #onDiscard = (): void => {
    this.#edit?.edit.discard();
    this.#focus('heading');
  };

  readonly #onSubmit = async (submit: SubmitEvent): Promise<void> => {
    submit.preventDefault();
    const edit = this.#edit?.edit;
    if (!edit) return;
    await edit.save();
    if (edit.phase === 'closed') this.#focus('heading');
    else if (edit.comparison)
      this.#focus(edit.comparison.open ? choiceId(edit.comparison, edit.comparison.open) : 'comparison');
    else if (edit.problems.size > 0) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('input[aria-invalid], textarea[aria-invalid]')?.focus();
    }
  };
}
