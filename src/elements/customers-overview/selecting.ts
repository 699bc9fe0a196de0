import { html, type TemplateResult } from 'lit';
import type { CustomerWindow } from '../../controllers/customer-window.js';
import { Localization } from '../../controllers/localization.js';
import type { CustomersSelection } from '../../domain/selection.js';
import { selection } from '../../messages/en/selection.js';
import type { Call, CustomersProvider, ProviderDescription } from '../../providers/customers-provider.js';
import { BulkBar, type BulkBarOptions } from './bulk-bar.js';
import type { ControlColumn } from './control-columns.js';
import type { CustomersGrid } from './customers-grid.js';
import type { CustomersOverview } from './customers-overview.element.js';
import { RowSelection } from './row-selection.js';
import { SelectAll } from './select-all.js';
import { SelectColumn } from './select-column.js';
import { selectionStyles } from './selection.styles.js';

/** What {@link Selecting} is told by the overview. */
export interface SelectingOptions {
  readonly list: CustomerWindow;
  readonly grid: CustomersGrid;
  readonly provider: () => CustomersProvider | undefined;
  readonly call: () => Omit<Call, 'signal'>;
  readonly description: () => ProviderDescription | undefined;
  /** Whether customers can be deleted here at all. */
  readonly canDelete: () => boolean;
  readonly onDelete: BulkBarOptions['onDelete'];
  /** Absent where there is no export. */
  readonly onExport?: () => void;
  readonly onError: (error: unknown) => void;
  /** Says something once it is quiet. */
  readonly say: (text: string) => void;
}

/** How a viewer selects customers, and what can be done with those selected. */
export class Selecting {
  static readonly styles = selectionStyles;

  /** What fills the column of the check boxes. */
  readonly column: ControlColumn;
  readonly #rows: RowSelection;
  readonly #selectAll: SelectAll;
  readonly #bulkBar: BulkBar;

  constructor(host: CustomersOverview, options: SelectingOptions) {
    const { list, grid, provider, call, description, say } = options;
    const l10n = new Localization<'selection'>(host, () => host.messages, { selection });
    const rows = new RowSelection(host, { list, provider, clock: call, l10n, say });
    const selectAll = new SelectAll(host, { list, grid, rows, l10n });
    this.#rows = rows;
    this.#selectAll = selectAll;
    this.#bulkBar = new BulkBar(host, {
      ...options,
      rows,
      l10n,
      goesByCursor: () => description()?.paging === 'cursor',
    });
    this.column = new SelectColumn({ list, rows, l10n, header: () => selectAll.headerTemplate(), say });
  }

  /** Who is selected; absent while nobody is. */
  get current(): CustomersSelection | undefined {
    return this.#rows.isEmpty ? undefined : this.#rows.current;
  }

  toolbarTemplate(): TemplateResult {
    return this.#selectAll.toolbarTemplate();
  }

  /** What stands below the rows, and the question who is meant. */
  template(): TemplateResult {
    return html`${this.#bulkBar.template()}${this.#selectAll.choiceTemplate()}`;
  }
}
