import { dayLength } from '../domain/calendar.js';
import { isoDay, type ExportCell } from '../domain/export-cells.js';
import type { ExportRows } from './csv-export.js';

/** A column of a workbook. */
export interface WorkbookColumn {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  /** What it may hold besides texts, if anything. */
  readonly holds: 'text' | 'number' | 'day';
}

/** Of the cells of a column. A text that is edited in a cell of no format would become what it looks like. */
const formats = { text: '@', number: 'General', day: 'yyyy-mm-dd' } as const;
/** UTF-16 units that a cell may have: Excel refuses a file with a longer one. */
const longestText = 32_767;
/** 1900-03-01: Excel believes in a leap day before it. */
const firstDay = -25_508;
/** 9999-12-31 */
const lastDay = 2_932_896;

/**
 * An Excel workbook of a table, in one sheet with a header that stays in view. Texts are text cells, whatever they look
 * like, also when somebody edits them; days are dates. The writer is loaded with the first workbook.
 *
 * @throws Whatever the rows, or the writer's file, fail with.
 */
export async function exportXlsx(
  columns: readonly WorkbookColumn[],
  rows: ExportRows,
  sheetName: string,
): Promise<Blob> {
  const { writeXlsxStream } = await import('hucre/xlsx');
  const stream = writeXlsxStream(workbookRows(rows), {
    name: sheetName,
    columns: columns.map(({ header, width, holds }) => ({
      header: workbookText(header),
      width,
      numFmt: formats[holds],
    })),
    freezePane: { rows: 1 },
  });
  return new Blob(await partsOf(stream), { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
}

/** What a stream brings. A `Response` would do this too, and put an error of its own in the place of the stream's. */
async function partsOf(stream: ReadableStream<Uint8Array>): Promise<Blob[]> {
  const reader = stream.getReader();
  const parts: Blob[] = [];
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read())
    if (value !== undefined) parts.push(new Blob([new Uint8Array(value)]));
  return parts;
}

async function* workbookRows(rows: ExportRows): AsyncGenerator<(string | number | Date)[]> {
  for await (const cells of rows) for (const row of cells) yield row.map(workbookValue);
}

function workbookValue(cell: ExportCell): string | number | Date {
  if (typeof cell === 'string') return workbookText(cell);
  if (typeof cell === 'number') return cell;
  return cell.day >= firstDay && cell.day <= lastDay ? new Date(cell.day * dayLength) : isoDay(cell.day);
}

/** Text as a cell can hold it. What looks like a character that is written out, as `_x000D_` is a line end, is not one. */
function workbookText(text: string): string {
  const whole = text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
  return whole.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_').replace(/[\ufffe\uffff]/g, '\ufffd');
}
