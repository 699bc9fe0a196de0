import { html, LitElement, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AdoptedStyles } from '../../controllers/adopted-styles.js';
import { CsvImport } from '../../controllers/csv-import.js';
import { CustomersProviderConsumer } from '../../controllers/customers-provider-context.js';
import { CustomStates } from '../../controllers/custom-states.js';
import { DraftRows, type CreatedCustomer } from '../../controllers/draft-rows.js';
import { Localization } from '../../controllers/localization.js';
import { QueryTask } from '../../controllers/query-task.js';
import { UnfoldedRows } from '../../controllers/unfolded-rows.js';
import { UnloadGuard } from '../../controllers/unload-guard.js';
import { knownTimeZone } from '../../domain/calendar.js';
import type { CustomerField } from '../../domain/customer-draft.js';
import { completePolicy } from '../../domain/expiration-policy.js';
import type { ExpirationPolicy } from '../../domain/expirations.js';
import { canAdd } from '../../domain/permissions.js';
import { addCustomers } from '../../messages/en/add-customers.js';
import { customerFields } from '../../messages/en/customer-fields.js';
import { refusals } from '../../messages/en/refusals.js';
import type { MessagesOverride } from '../../messages/messages.js';
import { checkDescription } from '../../providers/checked-description.js';
import type {
  Call,
  CustomersProvider,
  OfferedCapability,
  ProviderDescription,
} from '../../providers/customers-provider.js';
import { errorCodeOf } from '../../providers/provider-error.js';
import { controls } from '../../styles/controls.js';
import { panelControls } from '../../styles/panel-controls.js';
import { tokens } from '../../styles/tokens.js';
import { customerFieldsStyles } from '../customer-fields/customer-fields.styles.js';
import { CustomerOpenEvent } from '../customers-overview/events.js';
import { PanelCloseEvent } from '../panel-close-event.js';
import { ProviderErrorEvent } from '../provider-error-event.js';
import { addCustomersStyles } from './add-customers.styles.js';
import { CustomersCreatedEvent } from './customers-created-event.js';
import { draftGridStyles } from './draft-grid.styles.js';
import { draftsTemplate } from './drafts.template.js';
import { focusLater } from './focus-later.js';
import { draftViews, fieldId, type DraftView } from './draft-view.js';
import { panelStateTemplate, type AddState } from './panel-state.template.js';
import { problemCount } from './problem-summary.template.js';
import { downloadTemplate } from './template-file.js';

/**
 * Adds customers: an editable grid of them, filled in by hand or from a CSV file. What was created leaves it; what was
 * refused stays, to be mended and sent again.
 *
 * @tag add-customers
 * @fires {CustomersCreatedEvent} customers-created - Customers were created; neither bubbles nor cancels.
 * @fires {CustomerOpenEvent} customer-open - A created customer was clicked; cancelable.
 * @fires {PanelCloseEvent} panel-close - The viewer is done, and has confirmed what is lost; cancelable.
 * @fires {ProviderErrorEvent} provider-error - The provider failed; neither bubbles nor cancels.
 * @csspart heading - The title.
 * @csspart file - The ways to a file.
 * @csspart template - The button that downloads the template.
 * @csspart notice - What became of a file, or of what was sent.
 * @csspart check - The button that finds out what became of what was sent.
 * @csspart summary - The list of problems.
 * @csspart created - The list of created customers.
 * @csspart customer-link - The link of a created customer.
 * @csspart draft - A customer to fill in.
 * @csspart details - The button that unfolds its owners and capabilities.
 * @csspart remove - The button that takes it away.
 * @csspart outcome - Why it was not created.
 * @csspart field - A field with its label.
 * @csspart problem - What is wrong with it.
 * @csspart owners - The owners of a customer.
 * @csspart owner - One of them.
 * @csspart capabilities - The capabilities of a customer.
 * @csspart capability - One of them.
 * @csspart add-row - The button that adds a customer to the grid.
 * @csspart actions - The buttons at the end.
 * @csspart create - The button that sends.
 * @csspart cancel - The button that leaves.
 * @csspart state - What stands in the place of the grid where there is none.
 * @cssstate loading - It is not known yet what can be added.
 * @cssstate ready - Customers can be filled in.
 * @cssstate sending - An answer is waited for.
 * @cssstate in-doubt - It is not known what became of what was sent.
 * @cssstate denied - The viewer may not add customers.
 * @cssstate failed - It could not be read what can be added.
 * @cssstate unsupported - The provider cannot add customers.
 */
export class AddCustomers extends LitElement {
  static override styles = [tokens, panelControls, controls, customerFieldsStyles, addCustomersStyles, draftGridStyles];

  /** Where the customers are created. Default: the nearest provider around the element. */
  @property({ attribute: false }) provider?: CustomersProvider;
  /** IANA time zone in which calendar days are counted. */
  @property({ attribute: 'time-zone', useDefault: true }) timeZone = 'UTC';
  /** The moment that the provider is told. Default: the current one. */
  @property({ attribute: false }) now?: Date;
  /** Thresholds of your own in the place of the default ones. */
  @property({ attribute: false }) policy?: Partial<ExpirationPolicy>;
  /** Words of your own in the place of the language's. */
  @property({ attribute: false }) messages?: MessagesOverride;

  /** Whether the problems were asked for, by sending or by a file. */
  @state() private showsSummary = false;
  @state() private isConfirming = false;

  readonly #l10n = new Localization(this, () => this.messages, { addCustomers, customerFields, refusals });
  readonly #source = new CustomersProviderConsumer(this, () => this.provider);
  readonly #states = new CustomStates<AddState>(this);
  readonly #adoptedStyles = new AdoptedStyles(this);
  /** The rows whose owners and capabilities show. */
  readonly #unfolded = new UnfoldedRows(this);
  readonly #drafts = new DraftRows(this, {
    provider: () => this.#source.provider,
    call: () => this.#call(),
    onSettled: (created) => this.#onSettled(created),
    onError: (error) => {
      this.dispatchEvent(new ProviderErrorEvent(error));
      void focusLater(this, 'problem');
    },
  });
  readonly #csv = new CsvImport(this, {
    languages: () => [addCustomers.headers, this.#l10n.messages.addCustomers.headers],
    capabilityNames: () => new Map(this.#offered?.map(({ capability, name = capability }) => [capability, name])),
    room: () => this.#drafts.room,
    onCustomers: (customers) => {
      this.#drafts.import(customers);
      this.showsSummary = true;
    },
  });
  readonly #description = new QueryTask<readonly [CustomersProvider | undefined], ProviderDescription>(this, {
    args: () => [this.#source.provider],
    isReady: ([provider]) => provider !== undefined,
    run: ([provider], signal) => this.#describe(provider, signal),
  });

  constructor() {
    super();
    new UnloadGuard(this, () => this.hasUnsavedChanges);
    // what comes first is a form for one customer
    for (const { key } of this.#drafts.rows) this.#unfolded.unfold(key);
  }

  /** Whether something would be lost: customers that were filled in and not created, or an outcome that nobody knows. */
  get hasUnsavedChanges(): boolean {
    return this.#drafts.filled.length > 0;
  }

  adoptedCallback(): void {
    this.#adoptedStyles.hostAdopted();
  }

  /** Leaves the panel: asks first where something would be lost, else fires `panel-close`. */
  close(): void {
    if (!this.hasUnsavedChanges) {
      this.dispatchEvent(new PanelCloseEvent());
      return;
    }
    this.isConfirming = true;
    void focusLater(this, 'keep');
  }

  protected override render(): TemplateResult {
    const state = this.#state();
    this.#states.show(state);
    return html`<h2 part="heading" id="heading" tabindex="-1">${this.#l10n.messages.addCustomers.heading}</h2>
      ${this.#isShowingDrafts ? this.#renderDrafts() : this.#renderState(state)}`;
  }

  #renderState(state: AddState): TemplateResult {
    const { status, error } = this.#description;
    const failure = status === 'failed' ? errorCodeOf(error) : undefined;
    return panelStateTemplate({ state, failure, l10n: this.#l10n, onAskAgain: this.#askAgain });
  }

  #renderDrafts(): TemplateResult {
    return draftsTemplate({
      drafts: this.#drafts,
      views: this.#views(),
      offered: this.#offered,
      csv: this.#csv,
      isAllowed: this.#isAllowed,
      isConfirming: this.isConfirming && this.hasUnsavedChanges,
      showsSummary: this.showsSummary,
      l10n: this.#l10n,
      isExpanded: (key) => this.#unfolded.has(key),
      onToggle: (key) => this.#unfolded.toggle(key),
      onAdd: () => this.#add(),
      onRemove: (key) => this.#remove(key),
      onGo: (key, field) => this.#goTo(key, field),
      onSend: () => this.#send(),
      onAskAgain: this.#askAgain,
      onTemplate: () => void downloadTemplate(this.#offered, this.#l10n, this.ownerDocument),
      onOpen: (id) => this.dispatchEvent(new CustomerOpenEvent(id)),
      onCancel: () => this.close(),
      onKeep: () => {
        this.isConfirming = false;
        void focusLater(this, 'cancel');
      },
      onDiscard: () => this.dispatchEvent(new PanelCloseEvent()),
    });
  }

  #state(): AddState {
    const { status, error } = this.#description;
    if (this.#drafts.status === 'sending' || this.#drafts.status === 'in-doubt') return this.#drafts.status;
    if (this.#source.provider?.createCustomers === undefined && this.#source.provider) return 'unsupported';
    if (status === 'failed' && this.#description.value === undefined)
      return errorCodeOf(error) === 'forbidden' ? 'denied' : 'failed';
    if (this.#description.value === undefined) return 'loading';
    return this.#isAllowed && this.#drafts.status !== 'forbidden' ? 'ready' : 'denied';
  }

  /** What was filled in stays in sight, whatever the provider says of later. */
  get #isShowingDrafts(): boolean {
    const state = this.#state();
    const isReady = state === 'ready' || state === 'sending' || state === 'in-doubt';
    return isReady || this.hasUnsavedChanges || this.#drafts.created.length > 0;
  }

  get #isAllowed(): boolean {
    return canAdd(this.#description.value) && this.#source.provider?.createCustomers !== undefined;
  }

  get #offered(): readonly OfferedCapability[] | undefined {
    return this.#description.value?.capabilities;
  }

  #views(): readonly DraftView[] {
    return draftViews(this.#drafts.rows, this.#offered, this.#l10n);
  }

  #call(): Omit<Call, 'signal'> {
    return {
      locale: this.#l10n.locale,
      timeZone: knownTimeZone(this.timeZone),
      now: this.now ?? new Date(),
      policy: completePolicy(this.policy),
    };
  }

  async #describe(provider: CustomersProvider | undefined, signal: AbortSignal): Promise<ProviderDescription> {
    try {
      // who does not say what is allowed allows nothing
      return checkDescription((await provider?.describe?.({ ...this.#call(), signal })) ?? {});
    } catch (error) {
      if (!signal.aborted) this.dispatchEvent(new ProviderErrorEvent(error));
      throw error;
    }
  }

  readonly #askAgain = (): void => {
    this.#drafts.allow();
    this.#description.retry();
    void focusLater(this, 'heading');
  };

  #add(): void {
    const key = this.#drafts.add();
    if (key === undefined) return;
    this.#unfolded.unfold(key);
    void focusLater(this, `${key}-name`);
  }

  #remove(key: string): void {
    const index = this.#drafts.rows.findIndex((row) => row.key === key);
    this.#drafts.remove(key);
    const { rows } = this.#drafts;
    const next = rows[Math.min(index, rows.length - 1)];
    if (next) void focusLater(this, `${next.key}-name`);
  }

  #goTo(key: string, field: CustomerField): void {
    const row = this.#drafts.rows.find((each) => each.key === key);
    this.#unfolded.unfold(key);
    if (row) void focusLater(this, fieldId(key, field, row.fields));
  }

  #send(): void {
    if (this.#drafts.status === 'editing' && !this.#isSound()) return;
    this.showsSummary = false;
    this.#csv.dismiss();
    void this.#drafts.send();
  }

  /** Whether what is filled in can be sent; shows what keeps it from that. */
  #isSound(): boolean {
    const { filled, rows } = this.#drafts;
    this.#drafts.reveal((filled.length > 0 ? filled : rows).map(({ key }) => key));
    if (problemCount(this.#views()) === 0) return true;
    this.showsSummary = true;
    void focusLater(this, 'summary');
    return false;
  }

  #onSettled(created: readonly CreatedCustomer[]): void {
    if (created.length > 0)
      this.dispatchEvent(new CustomersCreatedEvent(created.flatMap(({ id }) => (id === undefined ? [] : [id]))));
    void focusLater(this, this.hasUnsavedChanges ? 'problem' : 'created');
  }
}
