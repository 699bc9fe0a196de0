import { expect } from '@open-wc/testing';
import { exportXlsx, type WorkbookColumn } from '../../src/controllers/xlsx-export.js';
import type { ExportRows } from '../../src/controllers/csv-export.js';
import type { ExportCell } from '../../src/domain/export-cells.js';

const columns: readonly WorkbookColumn[] = [
  { header: 'Name', width: 20, holds: 'text' },
  { header: 'Count', width: 10, holds: 'number' },
  { header: 'Date', width: 12, holds: 'day' },
];
async function* some(...rows: (readonly ExportCell[])[]): ExportRows {
  for (const row of rows) yield [row];
}

/** The sheet inside a workbook: the first part of the archive, whose directory at the end tells how long it is. */
async function sheetOf(workbook: Blob): Promise<Document> {
  const view = new DataView(await workbook.arrayBuffer());
  const directory = view.getUint32(view.byteLength - 22 + 16, true);
  const start = 30 + view.getUint16(26, true) + view.getUint16(28, true);
  const deflated = workbook.slice(start, start + view.getUint32(directory + 20, true));
  const xml = await new Response(deflated.stream().pipeThrough(new DecompressionStream('deflate-raw'))).text();
  return new DOMParser().parseFromString(xml, 'application/xml');
}

const cellsOf = (sheet: Document) =>
  [...sheet.querySelectorAll('row')].map((row) =>
    [...row.querySelectorAll('c')].map((cell) => ({
      type: cell.getAttribute('t') ?? 'n',
      value: cell.textContent ?? '',
    })),
  );

describe('an exported workbook', () => {
  it('holds texts as text, numbers as numbers and days as the numbers of dates', async () => {
    const sheet = await sheetOf(await exportXlsx(columns, some(['00123', 5, { day: 20_000 }]), 'Customers'));
    expect(cellsOf(sheet)).to.deep.equal([
      ['Name', 'Count', 'Date'].map((value) => ({ type: 'inlineStr', value })),
      [
        { type: 'inlineStr', value: '00123' },
        { type: 'n', value: '5' },
        { type: 'n', value: String(20_000 + 25_569) },
      ],
    ]);
  });

  it('holds nothing that is computed', async () => {
    const texts = ['=1+1', '+1', '-1', '@SUM(1)', '\t=1', '=cmd|"/c calc"!A1', '12345678901234567890', '1e5', 'TRUE'];
    const sheet = await sheetOf(await exportXlsx(columns, some(...texts.map((text) => [text, 1, text])), 'Customers'));
    expect(sheet.querySelectorAll('f').length).to.equal(0);
    const rows = cellsOf(sheet).slice(1);
    expect(rows.map(([name]) => name)).to.deep.equal(texts.map((value) => ({ type: 'inlineStr', value })));
    expect(rows.map(([, , date]) => date)).to.deep.equal(texts.map((value) => ({ type: 'inlineStr', value })));
  });

  it('writes a day that Excel has no date for as text', async () => {
    const days = ['1900-02-28', '1900-03-01', '9999-12-31'].map((date) => ({ day: Date.parse(date) / 86_400_000 }));
    const sheet = await sheetOf(await exportXlsx(columns, some(...days.map((day) => ['x', 1, day])), 'Customers'));
    const dates = cellsOf(sheet)
      .slice(1)
      .map(([, , date]) => date);
    expect(dates).to.deep.equal([
      { type: 'inlineStr', value: '1900-02-28' },
      { type: 'n', value: '61' },
      { type: 'n', value: '2958465' },
    ]);
  });

  it('is well-formed whatever the text, and keeps what looks like a character written out', async () => {
    const texts = ['_x000D_', '\u0001', '\ufffe', '\ud800', '<&>"', ']]>', '_x000d_ _x12', 'x'.repeat(40_000)];
    const sheet = await sheetOf(await exportXlsx(columns, some(...texts.map((text) => [text])), 'Customers'));
    expect(sheet.querySelector('parsererror')).to.equal(null);
    const values = cellsOf(sheet)
      .slice(1)
      .map(([name]) => name?.value);
    expect(values.slice(0, 7)).to.deep.equal([
      '_x005F_x000D_',
      '_x0001_',
      '\ufffd',
      '\ufffd',
      '<&>"',
      ']]>',
      '_x005F_x000d_ _x12',
    ]);
    expect(values[7]).to.equal(`${'x'.repeat(32_766)}…`);
  });

  it('is of the type of a workbook, and fails with its rows', async () => {
    const { type } = await exportXlsx(columns, some(), 'Customers');
    expect(type).to.equal('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    const failure = new Error('no rows');
    async function* failing(): ExportRows {
      yield [['x']];
      throw failure;
    }
    expect(await exportXlsx(columns, failing(), 'Customers').catch((error: unknown) => error)).to.equal(failure);
  });
});
