import { expect } from '@open-wc/testing';
import { parseCsv } from 'hucre/csv';
import { exportCsv, type ExportRows } from '../../src/controllers/csv-export.js';
import type { ExportCell } from '../../src/domain/export-cells.js';

async function* some(...rows: (readonly ExportCell[])[]): ExportRows {
  for (const row of rows) yield [row];
}
const textOf = async (blob: Blob) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer());

describe('an exported CSV file', () => {
  it('has a byte order mark, line ends of Windows, and dates of ISO 8601', async () => {
    const blob = await exportCsv(['Name', 'Count', 'Date'], some(['Ä', 5, { day: 0 }], ['x', 0, { day: 1 }]), 'en');
    expect(await textOf(blob)).to.equal('\ufeffName,Count,Date\r\nÄ,5,1970-01-01\r\nx,0,1970-01-02\r\n');
    expect(blob.type).to.equal('text/csv');
  });

  it('is parted by semicolons where commas part numbers, as spreadsheets expect it', async () => {
    expect(await textOf(await exportCsv(['a', 'b'], some([1, 2]), 'de'))).to.equal('\ufeffa;b\r\n1;2\r\n');
    expect(await textOf(await exportCsv(['a', 'b'], some([1, 2]), 'xx'))).to.equal('\ufeffa,b\r\n1,2\r\n');
  });

  it('is read by another parser as what was written, without a formula', async () => {
    const texts = ['a,b', 'a;b', 'a"b', '"', 'a\nb', 'a\r\nb', ' x ', '', "'", '=1+1', '=HYPERLINK("x")', '@x', '\t=1'];
    const blob = await exportCsv(['T', 'N'], some(...texts.map((text, index) => [text, index])), 'en');
    const [header, ...rows] = parseCsv((await textOf(blob)).slice(1), { delimiter: ',' });
    expect(header).to.deep.equal(['T', 'N']);
    const expected = texts.map((text) => (/^[=@\t]/.test(text) ? `'${text}` : text));
    expect(rows.map(([text]) => text)).to.deep.equal(expected);
  });

  it('makes no formula of a header that the host has named', async () => {
    expect(await textOf(await exportCsv(['=1+1'], some(), 'en'))).to.equal("\ufeff'=1+1\r\n");
  });

  it('fails with its rows', async () => {
    const failure = new Error('no rows');
    async function* failing(): ExportRows {
      yield [['x']];
      throw failure;
    }
    const thrown = await exportCsv(['a'], failing(), 'en').catch((error: unknown) => error);
    expect(thrown).to.equal(failure);
  });
});
