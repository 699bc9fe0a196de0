import { html, type TemplateResult } from 'lit';
import type { ListRow } from '../../controllers/customer-result.js';
import { shownText } from '../shown-text.js';
import type { RowContext } from './row-context.js';
import { controlCells, leadingControls, trailingControls } from './row-controls.js';

type Cells = TemplateResult | readonly TemplateResult[];

/** The cells of a row that is not loaded yet. */
function skeletonCells({ l10n, columns }: RowContext): readonly TemplateResult[] {
  return columns.map(({ id }) =>
    id === 'name'
      ? html`<th role="rowheader" scope="row" data-column="name" part="cell">
          <span class="skeleton" role="img" aria-label=${l10n.messages.overview.loadingRow}></span>
        </th>`
      : html`<td role="gridcell" data-column=${id} part="cell">
          <span class="skeleton" aria-hidden="true"></span>
        </td>`,
  );
}

/** The one cell of a row that cannot be shown: it is marked, and the rows around it stand. */
function unreadableCell(row: Exclude<ListRow, { kind: 'customer' }>, { l10n, columns }: RowContext): Cells {
  const words = l10n.messages.overview;
  const span = leadingControls.length + columns.length + trailingControls.length;
  // `colspan` is for a page, which the browser lays out; elsewhere no browser counts it, and `aria-colspan` says the same
  return html`<th
    role="rowheader"
    scope="row"
    class="unreadable"
    colspan=${span}
    aria-colspan=${span}
    part="cell"
    dir="auto"
  >
    ${
      row.kind === 'gone'
        ? words.goneRow
        : row.reason === 'duplicate'
          ? words.duplicateRow(shownText(row.id))
          : words.unreadableRow
    }
  </th>`;
}

/** The cells of a row; `undefined` is one that is not loaded yet. */
export function rowCells(row: ListRow | undefined, context: RowContext): Cells {
  if (row && row.kind !== 'customer') return unreadableCell(row, context);
  const customer = row?.customer;
  return [
    ...controlCells(leadingControls, customer, context),
    ...(customer ? context.columns.map(({ cell }) => cell(customer, context)) : skeletonCells(context)),
    ...controlCells(trailingControls, customer, context),
  ];
}
