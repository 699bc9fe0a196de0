import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { CustomerWindow } from '../../../src/controllers/customer-window.js';
import { Localization } from '../../../src/controllers/localization.js';
import { defaultExpirationPolicy } from '../../../src/domain/expirations.js';
import { customersSortFields, type CustomersSortField, type ListQuery } from '../../../src/domain/query.js';
import type { CustomersSelection } from '../../../src/domain/selection.js';
import { ExportPanel } from '../../../src/elements/customers-overview/export-panel.js';
import { overviewStyles } from '../../../src/elements/customers-overview/customers-overview.styles.js';
import type { MessagesOverride } from '../../../src/messages/messages.js';
import type { CustomersProvider } from '../../../src/providers/customers-provider.js';
import { controls } from '../../../src/styles/controls.js';
import { panelControls } from '../../../src/styles/panel-controls.js';
import { tokens } from '../../../src/styles/tokens.js';

/** Nothing but a list and its export, as the overview has them. */
export class ExportHost extends LitElement {
  static override styles = [tokens, panelControls, controls, overviewStyles, ExportPanel.styles];

  @property({ attribute: false }) provider: CustomersProvider | undefined;
  @property({ attribute: false }) query: ListQuery = {};
  @property({ attribute: false }) selection: CustomersSelection | undefined;
  @property({ attribute: false }) columns: readonly CustomersSortField[] = customersSortFields;
  @property({ attribute: false }) now = new Date('2026-06-15T12:00:00Z');
  @property({ attribute: false }) messages: MessagesOverride | undefined;
  goesByCursor = false;
  /** What was said, and what the provider failed with, in their order. */
  readonly said: string[] = [];
  readonly errors: unknown[] = [];

  readonly #l10n = new Localization(this, () => this.messages);
  readonly #call = () => ({
    locale: this.#l10n.locale,
    timeZone: 'UTC',
    now: this.now,
    policy: defaultExpirationPolicy,
  });
  readonly #list = new CustomerWindow(this, {
    provider: () => this.provider,
    query: () => this.query,
    call: this.#call,
    goesByCursor: () => this.goesByCursor,
    onResult: () => undefined,
    onError: () => undefined,
  });
  readonly #export = new ExportPanel(this, {
    list: this.#list,
    provider: () => this.provider,
    call: this.#call,
    goesByCursor: () => this.goesByCursor,
    columns: () => this.columns.map((id) => ({ id, label: this.#l10n.messages.overview.columns[id] })),
    selection: () => this.selection,
    query: () => this.query,
    say: (text) => this.said.push(text),
    onProviderError: (error) => this.errors.push(error),
  });

  get list(): CustomerWindow {
    return this.#list;
  }

  protected override render(): TemplateResult {
    return html`<div class="toolbar">${this.#export.buttonTemplate()}</div>
      ${this.#export.dialogTemplate()}`;
  }
}

if (!customElements.get('export-host')) customElements.define('export-host', ExportHost);
