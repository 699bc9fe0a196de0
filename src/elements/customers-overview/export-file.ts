import { exportCsv } from '../../controllers/csv-export.js';
import type { Localization } from '../../controllers/localization.js';
import { exportXlsx, type WorkbookColumn } from '../../controllers/xlsx-export.js';
import { calendarDayOf } from '../../domain/calendar.js';
import {
  exportCells,
  isoDay,
  unreadableCells,
  type ExportCell,
  type ExportContext,
  type ExportWords,
} from '../../domain/export-cells.js';
import type { CustomersSortField } from '../../domain/query.js';
import type { CheckedRow } from '../../providers/checked-page.js';
import type { Call } from '../../providers/customers-provider.js';

/** The types of file that customers are exported to. */
export type ExportFormat = 'xlsx' | 'csv';

/** A column of the file. */
export interface ExportColumn {
  readonly id: CustomersSortField;
  /** What heads it. */
  readonly label: string;
}

/** What a file is made of besides its rows. */
export interface ExportFileOptions {
  readonly format: ExportFormat;
  readonly columns: readonly ExportColumn[];
  readonly call: Omit<Call, 'signal'>;
  readonly l10n: Localization<'exportPanel'>;
}

/** How columns look in a workbook. */
const workbookColumns: Readonly<Record<CustomersSortField, Omit<WorkbookColumn, 'header'>>> = {
  name: { width: 40, holds: 'text' },
  id: { width: 20, holds: 'text' },
  externalId: { width: 20, holds: 'text' },
  beacons: { width: 16, holds: 'number' },
  upcomingExpiration: { width: 24, holds: 'day' },
  expirationStatus: { width: 24, holds: 'text' },
};

/**
 * A file of customers, in the language of the page, judged by one moment.
 *
 * @throws Whatever the rows, or the writer's file, fail with.
 */
export async function exportFile(
  rows: AsyncIterable<readonly CheckedRow[]>,
  { format, columns, call, l10n }: ExportFileOptions,
): Promise<File> {
  const words = l10n.messages.exportPanel;
  const cells = cellsOf(
    rows,
    columns.map(({ id }) => id),
    { clock: call, words: wordsOf(l10n) },
  );
  const blob =
    format === 'csv'
      ? await exportCsv(
          columns.map(({ label }) => label),
          cells,
          call.locale,
        )
      : await exportXlsx(
          columns.map(({ id, label }) => ({ header: label, ...workbookColumns[id] })),
          cells,
          words.sheet,
        );
  const name = words.fileName(isoDay(calendarDayOf(call.now, call.timeZone)));
  return new File([blob], `${name}.${format}`, { type: blob.type });
}

async function* cellsOf(
  rows: AsyncIterable<readonly CheckedRow[]>,
  columns: readonly CustomersSortField[],
  context: ExportContext,
): AsyncGenerator<readonly (readonly ExportCell[])[]> {
  for await (const some of rows)
    yield some.map((row) =>
      row.kind === 'customer'
        ? exportCells(row.customer, columns, context)
        : unreadableCells(row.id, columns, context.words),
    );
}

/** The words of the cells, as the screen shows or speaks them. */
function wordsOf(l10n: Localization<'exportPanel'>): ExportWords {
  const { beacons, expirations, exportPanel, overview } = l10n.messages;
  const { expired, expiresIn, none } = expirations.status;
  return {
    notLoaded: exportPanel.notLoaded,
    unreadable: overview.unreadableRow,
    beacons,
    expirations: { ...expirations, expired, none, expiresIn: (days) => expiresIn(l10n.count(days)) },
  };
}
