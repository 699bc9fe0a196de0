import { html, type TemplateResult } from 'lit';
import type { ListRow } from '../../controllers/customer-result.js';
import { shownText } from '../shown-text.js';
import { columns } from './columns.js';
import type { RowContext } from './row-context.js';

type Cells = TemplateResult | readonly TemplateResult[];

/** The cells of a row that is not loaded yet. */
function skeletonCells({ l10n }: RowContext): Cells {
  return html`<th role="rowheader" scope="row" data-column="name" part="cell">
      <span class="skeleton" role="img" aria-label=${l10n.messages.overview.loadingRow}></span>
    </th>
    ${columns.slice(1).map(
      ({ id }) =>
        html`<td role="gridcell" data-column=${id} part="cell">
          <span class="skeleton" aria-hidden="true"></span>
        </td>`,
    )}`;
}

/** The one cell of a row that cannot be shown: it is marked, and the rows around it stand. */
function unreadableCell(row: Exclude<ListRow, { kind: 'customer' }>, { l10n }: RowContext): Cells {
  const words = l10n.messages.overview;
  // `colspan` is for a page, which the browser lays out; elsewhere no browser counts it, and `aria-colspan` says the same
  return html`<th
    role="rowheader"
    scope="row"
    class="unreadable"
    colspan=${columns.length}
    aria-colspan=${columns.length}
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
  if (row === undefined) return skeletonCells(context);
  if (row.kind !== 'customer') return unreadableCell(row, context);
  return columns.map(({ cell }) => cell(row.customer, context));
}
