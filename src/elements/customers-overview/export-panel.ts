import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { CustomerWindow } from '../../controllers/customer-window.js';
import { downloadFile } from '../../controllers/download.js';
import { Localization } from '../../controllers/localization.js';
import { ModalDialog } from '../../controllers/modal-dialog.js';
import { ResultExport, type ExportState } from '../../controllers/result-export.js';
import { withoutFilters, type ListQuery } from '../../domain/query.js';
import type { CustomersSelection } from '../../domain/selection.js';
import { exportPanel } from '../../messages/en/export-panel.js';
import type { MessagesOverride } from '../../messages/messages.js';
import type { Call, CustomersProvider } from '../../providers/customers-provider.js';
import {
  exportButtonText,
  exportDialogTemplate,
  exportStatusText,
  type ExportChoices,
  type ExportCustomers,
} from './export-dialog.template.js';
import type { ExportColumn } from './export-file.js';
import { exportPanelStyles } from './export-panel.styles.js';
import { isRefused } from './list-state.js';

/** What an {@link ExportPanel} is told by its element. */
export interface ExportPanelOptions {
  readonly list: CustomerWindow;
  readonly provider: () => CustomersProvider | undefined;
  readonly call: () => Omit<Call, 'signal'>;
  /** Whether the provider's lists only go forward, page by page. */
  readonly goesByCursor: () => boolean;
  /** The columns on screen, in their order. */
  readonly columns: () => readonly ExportColumn[];
  /** Absent while nothing is selected. */
  readonly selection: () => CustomersSelection | undefined;
  /** What the list is asked. */
  readonly query: () => ListQuery;
  /** Says something once it is quiet. */
  readonly say: (text: string) => void;
  readonly onProviderError: (error: unknown) => void;
}

/** Columns that may come later than their rows. */
const lateColumns: readonly ExportColumn['id'][] = ['beacons', 'upcomingExpiration', 'expirationStatus'];

/** The export of an overview: its button, and the dialog in which it is chosen, watched and given up. */
export class ExportPanel {
  static readonly styles = exportPanelStyles;

  readonly #host: LitElement;
  readonly #options: ExportPanelOptions;
  readonly #l10n: Localization<'exportPanel'>;
  readonly #export: ResultExport;
  #isOpen = false;
  #choices: ExportChoices = { format: 'xlsx', scope: 'all', loadsLateColumns: true };

  constructor(host: LitElement & { readonly messages: MessagesOverride | undefined }, options: ExportPanelOptions) {
    this.#host = host;
    this.#options = options;
    this.#l10n = new Localization<'exportPanel'>(host, () => host.messages, { exportPanel });
    this.#export = new ResultExport(host, {
      provider: options.provider,
      onProviderError: options.onProviderError,
      onSettled: (state) => this.#onSettled(state),
    });
    new ModalDialog(host, {
      dialog: () => this.#dialog,
      isOpen: () => this.#isOpen,
      focusFirst: () => this.#focusHeading(),
      closed: () => this.#onClosed(),
    });
    host.addController(this);
  }

  /** The button of the toolbar. It says how far an export is, which goes on while its dialog is closed. */
  buttonTemplate(): TemplateResult {
    const { state } = this.#export;
    const canExport = this.#options.list.total > 0 || this.#selection !== undefined || state.kind !== 'idle';
    return html`<button
      type="button"
      part="export"
      aria-haspopup="dialog"
      ?disabled=${!canExport}
      @click=${() => this.open()}
    >
      ${exportButtonText(state, this.#l10n)}
    </button>`;
  }

  /** The dialog; there is nothing in it while it is closed. */
  dialogTemplate(): TemplateResult {
    return html`<dialog class="export" part="export-dialog" aria-labelledby="export-heading">
      ${
        this.#isOpen
          ? exportDialogTemplate({
              state: this.#export.state,
              choices: this.#choices,
              customers: this.#customerCounts(),
              canLoadLateColumns: this.#canLoadLateColumns,
              l10n: this.#l10n,
              onChoose: (choices) => this.#choose(choices),
              onStart: () => this.#start(),
              onRetry: () => this.#export.retry(),
              onStop: () => this.#export.cancel(),
              onSave: (file) => this.#save(file),
              onClose: () => this.#close(),
            })
          : nothing
      }
    </dialog>`;
  }

  hostUpdate(): void {
    if (isRefused(this.#options.list)) this.#export.cancel();
  }

  hostUpdated(): void {
    const dialog = this.#dialog;
    // a button that was pressed goes away with what it was for, and must not take the focus along
    if (dialog?.open && !dialog.contains(this.#root.activeElement)) this.#focusHeading();
  }

  get #root(): ShadowRoot {
    // an element of Lit renders into its shadow root unless told otherwise, and the overview is not
    return this.#host.renderRoot as ShadowRoot;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#root.querySelector('dialog.export');
  }

  /** What is selected, if anything is. */
  get #selection(): CustomersSelection | undefined {
    const selection = this.#options.selection();
    return selection && 'ids' in selection && selection.ids.length === 0 ? undefined : selection;
  }

  get #canLoadLateColumns(): boolean {
    const { columns, provider } = this.#options;
    return typeof provider()?.enrichCustomers === 'function' && columns().some(({ id }) => lateColumns.includes(id));
  }

  /** How many customers there are to choose from, where that is certain. */
  #customerCounts(): ExportCustomers {
    const { list, query } = this.#options;
    const all = list.totalIsExact ? list.total : undefined;
    const selection = this.#selection;
    if (selection === undefined) return { all };
    if ('ids' in selection) return { all, selected: { count: selection.ids.length } };
    const isOfList = JSON.stringify(selection.query) === JSON.stringify(query());
    return { all, selected: { count: isOfList && all !== undefined ? all - selection.except.length : undefined } };
  }

  /** Opens the dialog. */
  open(): void {
    if (this.#export.state.kind === 'idle')
      this.#choose({ ...this.#choices, scope: this.#selection === undefined ? 'all' : 'selected' });
    this.#isOpen = true;
    this.#host.requestUpdate();
  }

  #close(): void {
    this.#isOpen = false;
    this.#host.requestUpdate();
  }

  #onClosed(): void {
    this.#close();
    // its file was saved, or is not wanted any more
    if (this.#export.state.kind === 'done') this.#export.cancel();
  }

  #choose(choices: ExportChoices): void {
    this.#choices = choices;
    this.#host.requestUpdate();
  }

  #start(): void {
    const { provider: providerOf, query: queryOf, goesByCursor, columns: columnsOf, call: callOf } = this.#options;
    const provider = providerOf();
    if (provider === undefined) return;
    const { format, scope, loadsLateColumns } = this.#choices;
    const selection = scope === 'selected' ? this.#selection : undefined;
    const [columns, call] = [columnsOf(), callOf()];
    this.#export.start({
      provider,
      query: queryOfSelection(selection, queryOf()),
      except: new Set(selection && 'except' in selection ? selection.except : []),
      goesByCursor: goesByCursor(),
      loadsLateColumns: loadsLateColumns && this.#canLoadLateColumns,
      call,
      write: async (rows) => {
        const { exportFile } = await import('./export-file.js');
        return exportFile(rows, { format, columns, call, l10n: this.#l10n });
      },
    });
  }

  #onSettled(state: ExportState): void {
    if (state.kind === 'done') this.#save(state.file);
    // an open dialog says it itself
    if (!this.#isOpen) this.#options.say(exportStatusText(state, this.#l10n));
    if (!this.#isOpen && state.kind === 'done') this.#export.cancel();
  }

  #save(file: File): void {
    downloadFile(file, this.#host.ownerDocument);
  }

  #focusHeading(): void {
    this.#root.getElementById('export-heading')?.focus();
  }
}

/** The question for what is exported. A selection outlives searches and filters, and keeps the order of the list. */
function queryOfSelection(selection: CustomersSelection | undefined, query: ListQuery): ListQuery {
  if (selection === undefined) return query;
  return 'ids' in selection ? { ...withoutFilters(query), ids: selection.ids } : selection.query;
}
