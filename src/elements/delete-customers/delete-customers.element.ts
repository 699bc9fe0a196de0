import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AdoptedStyles } from '../../controllers/adopted-styles.js';
import { CustomerDeletion } from '../../controllers/customer-deletion.js';
import { CustomersProviderConsumer } from '../../controllers/customers-provider-context.js';
import { CustomStates } from '../../controllers/custom-states.js';
import { Localization } from '../../controllers/localization.js';
import { UnloadGuard } from '../../controllers/unload-guard.js';
import { knownTimeZone } from '../../domain/calendar.js';
import type { Customer } from '../../domain/customer.js';
import { deletionOf, isConfirmed } from '../../domain/deletion.js';
import { completePolicy } from '../../domain/expiration-policy.js';
import type { ExpirationPolicy } from '../../domain/expirations.js';
import { deleteCustomers } from '../../messages/en/delete-customers.js';
import { refusals } from '../../messages/en/refusals.js';
import type { MessagesOverride } from '../../messages/messages.js';
import type { CustomersProvider } from '../../providers/customers-provider.js';
import { controls } from '../../styles/controls.js';
import { panelControls } from '../../styles/panel-controls.js';
import { tokens } from '../../styles/tokens.js';
import { PanelCloseEvent } from '../panel-close-event.js';
import { ProviderErrorEvent } from '../provider-error-event.js';
import { CustomersDeletedEvent } from './customers-deleted-event.js';
import { deleteCustomersStyles } from './delete-customers.styles.js';
import { deletionListTemplate } from './deletion-list.template.js';

type DeletionState = 'unsupported' | 'listing' | 'confirming' | 'deleting' | 'unknown' | 'done';

/**
 * Deletes customers for good, at most 100 at a time: lists them, has a word typed, and says what became of each.
 *
 * @tag delete-customers
 * @fires {CustomersDeletedEvent} customers-deleted - These are gone, and no others; neither bubbles nor cancels.
 * @fires {PanelCloseEvent} panel-close - The viewer is done; cancelable.
 * @fires {ProviderErrorEvent} provider-error - The provider failed; neither bubbles nor cancels.
 * @csspart heading - The title.
 * @csspart customer - A customer that is deleted.
 * @csspart excluded - A customer that may not be.
 * @csspart outcome - What became of it, or why it is not deleted.
 * @csspart hidden - How many of them a filter hides.
 * @csspart word - The field for the word that confirms.
 * @csspart problem - What is wrong with it.
 * @csspart actions - The buttons at the end.
 * @csspart back - The button that goes back to the list.
 * @csspart cancel - The button that leaves.
 * @csspart confirm - The button that goes on: Next, then Delete.
 * @csspart check - The button that finds out what became of the unknown ones.
 * @cssstate unsupported - The provider does not delete customers.
 * @cssstate listing - The customers are listed.
 * @cssstate confirming - The word is to be typed.
 * @cssstate deleting - An answer is waited for.
 * @cssstate unknown - Of some it is not known whether they were deleted.
 * @cssstate done - What became of each is known.
 */
export class DeleteCustomers extends LitElement {
  static override styles = [tokens, panelControls, controls, deleteCustomersStyles];

  /** What deletes them. Default: the nearest provider around the element. */
  @property({ attribute: false }) provider?: CustomersProvider;
  /** Whom to delete. Others start anew; while an answer is waited for, those sent stay. */
  @property({ attribute: false }) customers: readonly Customer[] = [];
  /** Organization IDs of those that the viewer does not see at the moment, because a filter hides them. */
  @property({ attribute: false }) hiddenIds: readonly string[] = [];
  /** IANA time zone of the viewer, for the provider. */
  @property({ attribute: 'time-zone', useDefault: true }) timeZone = 'UTC';
  /** The moment to judge at. Default: the current one. */
  @property({ attribute: false }) now?: Date;
  /** Thresholds of your own in the place of the default ones, for the provider. */
  @property({ attribute: false }) policy?: Partial<ExpirationPolicy>;
  /** Words of your own in the place of the language's. */
  @property({ attribute: false }) messages?: MessagesOverride;

  @state() private isConfirming = false;
  @state() private hasTyped = true;
  #of = deletionOf([]);

  readonly #l10n = new Localization(this, () => this.messages, { deleteCustomers, refusals });
  readonly #source = new CustomersProviderConsumer(this, () => this.provider);
  readonly #states = new CustomStates<DeletionState>(this);
  readonly #adoptedStyles = new AdoptedStyles(this);
  readonly #deletion = new CustomerDeletion(this, {
    provider: () => this.#source.provider,
    call: () => ({
      locale: this.#l10n.locale,
      timeZone: knownTimeZone(this.timeZone),
      now: this.now ?? new Date(),
      policy: completePolicy(this.policy),
    }),
    onDeleted: (ids) => this.dispatchEvent(new CustomersDeletedEvent(ids)),
    onError: (error) => this.dispatchEvent(new ProviderErrorEvent(error)),
  });

  constructor() {
    super();
    this.addController(new UnloadGuard(this, () => this.hasUnsavedChanges));
  }

  /** Whether something was sent of which it is not known yet what became. */
  get hasUnsavedChanges(): boolean {
    return this.#deletion.isWaiting || this.#deletion.idsOf('unknown').length > 0;
  }

  /** Leaves by `panel-close`; not while an answer is waited for. */
  close(): void {
    if (!this.#deletion.isWaiting) this.dispatchEvent(new PanelCloseEvent());
  }

  adoptedCallback(): void {
    this.#adoptedStyles.hostAdopted();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('customers') || this.#deletion.isWaiting) return;
    this.#of = deletionOf(this.customers);
    this.#deletion.reset();
    this.isConfirming = false;
    this.hasTyped = true;
  }

  protected override updated(): void {
    this.#states.show(this.#state());
  }

  protected override render(): TemplateResult {
    const words = this.#l10n.messages.deleteCustomers;
    const current = this.#state();
    const hasSent = this.#deletion.outcomes.size > 0;
    const count = this.#l10n.count(this.#of.deletable.length);
    const announcement = this.#announcement();
    return html`<h2 part="heading">
        ${hasSent && current === 'done' && this.#deletion.idsOf('deleted').length > 0 ? words.headingDone : words.heading(count)}
      </h2>
      <p id="outcome" tabindex="-1" role="status" class=${announcement === '' ? 'visually-hidden' : 'warning'}>
        ${announcement}
      </p>
      ${
        current === 'unsupported'
          ? nothing
          : deletionListTemplate({
              of: this.#of,
              deletion: this.#deletion,
              hidden: new Set(this.hiddenIds),
              l10n: this.#l10n,
            })
      }
      <form novalidate aria-busy=${current === 'deleting'} @submit=${this.#onSubmit}>
        ${current === 'confirming' ? this.#renderWord() : nothing} ${this.#renderActions(current)}
      </form>`;
  }

  #renderWord(): TemplateResult {
    const words = this.#l10n.messages.deleteCustomers;
    return html`<p class="warning">${words.permanent}</p>
      <div class="field">
        <label for="word">${words.typeWord(words.word)}</label>
        <input
          id="word"
          part="word"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          aria-invalid=${this.hasTyped ? nothing : 'true'}
          aria-describedby=${this.hasTyped ? nothing : 'problem'}
        />
        ${this.hasTyped ? nothing : html`<p id="problem" class="problem" part="problem">${words.wrongWord(words.word)}</p>`}
      </div>`;
  }

  #renderActions(current: DeletionState): TemplateResult {
    const words = this.#l10n.messages.deleteCustomers;
    const isOver = current === 'done' || current === 'unknown' || current === 'unsupported';
    const canCheck = current === 'unknown' && this.#source.provider?.getCustomer !== undefined;
    return html`<div class="actions" part="actions">
      ${
        current === 'confirming'
          ? html`<button type="button" part="back" @click=${this.#onBack}>${words.back}</button>`
          : nothing
      }
      ${
        current === 'deleting'
          ? html`<button type="submit" class="danger" part="confirm" aria-disabled="true">${words.deleting}</button>`
          : html`<button
              type="button"
              class=${current === 'done' ? 'primary' : nothing}
              part="cancel"
              @click=${() => this.close()}
            >
              ${isOver ? words.done : words.cancel}
            </button>`
      }
      ${canCheck ? html`<button type="button" class="primary" part="check" @click=${this.#onCheck}>${words.check}</button>` : nothing}
      ${
        current === 'listing' && this.#of.deletable.length > 0
          ? html`<button type="submit" class="primary" part="confirm">${words.next}</button>`
          : nothing
      }
      ${
        current === 'confirming'
          ? html`<button type="submit" class="danger" part="confirm">
              ${words.confirm(this.#l10n.count(this.#of.deletable.length))}
            </button>`
          : nothing
      }
    </div>`;
  }

  #state(): DeletionState {
    if (this.#deletion.isWaiting) return 'deleting';
    if (this.#deletion.idsOf('unknown').length > 0) return 'unknown';
    if (this.#deletion.outcomes.size > 0) return 'done';
    if (this.#source.provider && !this.#source.provider.deleteCustomers) return 'unsupported';
    return this.isConfirming ? 'confirming' : 'listing';
  }

  #announcement(): string {
    const words = this.#l10n.messages.deleteCustomers;
    const current = this.#state();
    if (current === 'unsupported' || current === 'deleting') return words[current];
    if (current === 'listing' && this.#of.deletable.length === 0) return words.nobody;
    const texts = { deleted: words.deletedCount, refused: words.refusedCount, unknown: words.unknownCount } as const;
    return (['deleted', 'refused', 'unknown'] as const)
      .map((kind) => ({ kind, count: this.#deletion.idsOf(kind).length }))
      .filter(({ count }) => count > 0)
      .map(({ kind, count }) => texts[kind](this.#l10n.count(count)))
      .join(' ');
  }

  #focus(id: string): void {
    void this.updateComplete.then(() => this.shadowRoot?.getElementById(id)?.focus());
  }

  readonly #onBack = (): void => {
    this.isConfirming = false;
    this.hasTyped = true;
    this.#focus('outcome');
  };

  readonly #onCheck = async (): Promise<void> => {
    this.#focus('outcome');
    await this.#deletion.check();
    this.#focus('outcome');
  };

  readonly #onSubmit = async (submit: SubmitEvent): Promise<void> => {
    submit.preventDefault();
    const current = this.#state();
    if (current === 'listing' && this.#of.deletable.length > 0) {
      this.isConfirming = true;
      return this.#focus('word');
    }
    const word = this.renderRoot.querySelector<HTMLInputElement>('#word');
    if (current !== 'confirming' || !word) return;
    this.hasTyped = isConfirmed(word.value, this.#l10n.messages.deleteCustomers.word);
    if (!this.hasTyped) return word.focus();
    this.#focus('outcome');
    await this.#deletion.send(this.#of.deletable.map(({ id }) => id));
    this.#focus('outcome');
  };
}
