import { isoDay, withoutFormula, type ExportCell } from '../domain/export-cells.js';

/** The rows of a table to be written, some at a time, as the file takes them. */
export type ExportRows = AsyncIterable<readonly (readonly ExportCell[])[]>;

/**
 * A CSV file of a table as Excel opens it with a double click: with a byte order mark, and with semicolons where the
 * locale has its commas in numbers. No cell of it is computed. The writer is loaded with the first file.
 *
 * @throws Whatever the rows, or the writer's file, fail with.
 */
export async function exportCsv(headers: readonly string[], rows: ExportRows, locale: string): Promise<Blob> {
  const { default: papa } = await import('papaparse');
  const delimiter = delimiterFor(locale);
  // blobs of their own: joined, they cost nothing, where megabytes of text at the end would freeze the page
  const parts: Blob[] = [];
  const write = (cells: readonly (readonly ExportCell[])[], mark = '') => {
    const text = papa.unparse(
      cells.map((row) => row.map(csvText)),
      { delimiter },
    );
    parts.push(new Blob([`${mark}${text}\r\n`]));
  };
  // without the mark, spreadsheets take UTF-8 for another encoding
  write([headers], '\ufeff');
  for await (const cells of rows) write(cells);
  return new Blob(parts, { type: 'text/csv' });
}

function csvText(cell: ExportCell): string {
  return typeof cell === 'object' ? isoDay(cell.day) : withoutFormula(String(cell));
}

function delimiterFor(locale: string): string {
  // without the second choice, a tag that `Intl` does not know would mean the machine's own locale
  return new Intl.NumberFormat([locale, 'en']).format(1.5).includes(',') ? ';' : ',';
}
