import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { CustomerWindow } from '../../controllers/customer-window.js';
import type { Localization } from '../../controllers/localization.js';
import { SelectedCustomers } from '../../controllers/selected-customers.js';
import type { Customer } from '../../domain/customer.js';
import type { CustomersSelection } from '../../domain/selection.js';
import type { Call, CustomersProvider } from '../../providers/customers-provider.js';
import { errorCodeOf } from '../../providers/provider-error.js';
import { CustomersDeleteEvent } from '../customers-delete-event.js';
import type { RowSelection } from './row-selection.js';

/** How many customers are deleted at a time, at most. */
const mostDeleted = 100;

/** What a {@link BulkBar} is told by the overview. */
export interface BulkBarOptions {
  readonly list: CustomerWindow;
  readonly rows: RowSelection;
  readonly l10n: Localization<'selection'>;
  readonly provider: () => CustomersProvider | undefined;
  readonly call: () => Omit<Call, 'signal'>;
  readonly goesByCursor: () => boolean;
  /** Whether customers can be deleted here at all. */
  readonly canDelete: () => boolean;
  /** @param hiddenIds Those of them whom the list does not show because of what it is asked. */
  readonly onDelete: (customers: readonly Customer[], hiddenIds: readonly string[]) => void;
  /** Absent where there is no export. */
  readonly onExport?: () => void;
  readonly onError: (error: unknown) => void;
  /** Says something once it is quiet. */
  readonly say: (text: string) => void;
}

/** What can be done with the selected customers, below the rows: so that it comes and goes without moving one of them. */
export class BulkBar implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: BulkBarOptions;
  readonly #reader: SelectedCustomers;
  /** Why they cannot be deleted, as long as the same ones are selected. */
  #problem: { readonly of: CustomersSelection; readonly text: string } | undefined;
  #wasShown = false;

  constructor(host: LitElement, options: BulkBarOptions) {
    this.#host = host;
    this.#options = options;
    this.#reader = new SelectedCustomers(host, options);
    host.addController(this);
  }

  template(): TemplateResult | typeof nothing {
    const { rows, l10n, canDelete, onExport } = this.#options;
    if (rows.isEmpty) return nothing;
    const words = l10n.messages.selection;
    const hidden = rows.hiddenCount;
    return html`<div class="bulk-bar" part="bulk-bar" role="group" aria-label=${words.bar}>
      <span class="selected">
        <bdi>${rows.countText}</bdi>
        ${
          hidden === 0
            ? nothing
            : html`<bdi class="hidden-count"
                >${words.hidden(hidden === undefined ? undefined : l10n.count(hidden))}</bdi
              >`
        }
      </span>
      ${
        canDelete()
          ? html`<button
              type="button"
              class="delete"
              part="delete"
              aria-disabled=${this.#reader.isReading}
              @click=${() => void this.#delete()}
            >
              ${words.delete}
            </button>`
          : nothing
      }
      ${
        onExport
          ? html`<button type="button" part="export-selection" @click=${onExport}>${words.export}</button>`
          : nothing
      }
      <button type="button" part="clear-selection" @click=${() => this.#clear()}>${words.clear}</button>
      ${this.#problem?.of === rows.current ? html`<p class="problem">${this.#problem.text}</p>` : nothing}
    </div>`;
  }

  hostUpdated(): void {
    const isShown = !this.#options.rows.isEmpty;
    if (isShown === this.#wasShown) return;
    this.#wasShown = isShown;
    if (!isShown) return this.#reader.giveUp();
    // the bar takes room from the rows: what the keyboard has just selected must not go out of view
    const focused = this.#host.renderRoot.querySelector('tbody :focus-visible');
    focused?.closest('tr')?.scrollIntoView({ block: 'nearest' });
  }

  /** The bar goes away with what was pressed: the grid takes the focus. */
  #clear(): void {
    this.#host.renderRoot.querySelector<HTMLElement>('.scroller [tabindex="0"]')?.focus();
    this.#options.rows.clear();
  }

  async #delete(): Promise<void> {
    const { rows, l10n, onDelete, onError } = this.#options;
    const { selection: words, errors } = l10n.messages;
    const selection = rows.current;
    if (this.#reader.isReading) return;
    if ((rows.count ?? 0) > mostDeleted) return this.#tell(words.tooMany(l10n.count(mostDeleted)));
    try {
      const reading = this.#reader.read(selection, mostDeleted + 1);
      this.#host.requestUpdate();
      const customers = await reading;
      if (customers === undefined || rows.current !== selection) return;
      if (customers.length > mostDeleted) return this.#tell(words.tooMany(l10n.count(mostDeleted)));
      const ids = customers.map(({ id }) => id);
      const there = new Set(ids);
      if ('ids' in selection && ids.length < selection.ids.length)
        rows.forget(selection.ids.filter((id) => !there.has(id)));
      if (customers.length === 0) return this.#options.say(words.gone);
      const hiddenIds = rows.hiddenOf(customers).map(({ id }) => id);
      if (this.#host.dispatchEvent(new CustomersDeleteEvent(ids))) onDelete(customers, hiddenIds);
    } catch (error) {
      onError(error);
      this.#tell(`${words.unread} ${errors[errorCodeOf(error)]}`);
    } finally {
      this.#host.requestUpdate();
    }
  }

  #tell(text: string): void {
    this.#problem = { of: this.#options.rows.current, text };
    this.#options.say(text);
    this.#host.requestUpdate();
  }
}
