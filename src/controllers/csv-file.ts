/** Bytes of the largest file that is read. */
export const largestCsvFile = 10 * 1024 * 1024;

/**
 * What became of reading a file.
 *
 * - `cells`: its rows, every cell the text that it is.
 * - `too-large`: it has more than {@link largestCsvFile} bytes.
 * - `unreadable`: it is no text, or cannot be opened any more.
 * - `broken-quotes`: a cell in row `row`, from 1 on, begins with quotes and does not end with them.
 */
export type CsvFile =
  | { readonly kind: 'cells'; readonly cells: readonly (readonly string[])[] }
  | { readonly kind: 'too-large' | 'unreadable' }
  | { readonly kind: 'broken-quotes'; readonly row: number };

const delimiters = [',', ';', '\t'];

/**
 * Reads a CSV file as spreadsheets write it: delimited by commas, semicolons or tabs, in UTF-8, UTF-16 or, where it is
 * neither, Windows-1252. The parser is loaded with the first file.
 *
 * @throws Whatever the parser's file cannot be loaded with; nothing for any content.
 */
export async function readCsvFile(file: File): Promise<CsvFile> {
  if (file.size > largestCsvFile) return { kind: 'too-large' };
  const { default: papa } = await import('papaparse');
  const text = await textOf(file);
  if (text === undefined) return { kind: 'unreadable' };
  const [, declared, content = ''] = /^(?:sep=([,;\t])\r?\n)?([^]*)$/i.exec(text) ?? [];
  // the names of columns have no delimiter in them, so that the right one parts the header into most
  const columns = (delimiter: string) => papa.parse<unknown[]>(content, { delimiter, preview: 1 }).data[0]?.length ?? 0;
  const delimiter = declared ?? delimiters.toSorted((a, b) => columns(b) - columns(a))[0];
  const { data, errors } = papa.parse<string[]>(content, { delimiter });
  const broken = errors.find(({ type }) => type === 'Quotes');
  return broken === undefined ? { kind: 'cells', cells: data } : { kind: 'broken-quotes', row: (broken.row ?? 0) + 1 };
}

/** A file of these cells that spreadsheets open, with nothing in it that they would compute. */
export async function writeCsvFile(cells: readonly (readonly string[])[], name: string): Promise<File> {
  const { default: papa } = await import('papaparse');
  const text = papa.unparse(
    cells.map((row) => [...row]),
    { escapeFormulae: true },
  );
  // without the mark, spreadsheets take UTF-8 for another encoding
  return new File([`\ufeff${text}\r\n`], name, { type: 'text/csv' });
}

/** The text of a file; `undefined` where it has none. */
async function textOf(file: File): Promise<string | undefined> {
  try {
    const bytes = await file.arrayBuffer();
    const text = decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    // taken away, or no longer allowed, since it was chosen
    return undefined;
  }
}

function decode(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
