// Opens exported files in LibreOffice, which is another program than the ones that wrote them: nothing in them may be
// computed, and every text has to be the one that was exported.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'export-'));
const skip = spawnSync('soffice', ['--version']).status !== 0 && 'LibreOffice is not installed: libreoffice-calc';

/** 5,000 texts that begin, end or are made of what spreadsheets and parsers trip over. */
const beginnings = ['', '=', '+', '-', '@', '\t=', '\n=', ' =', "'", '"', '=1+1;', '00', '\u200b=', '＝', '_x003D_'];
const middles = ['1+1', 'SUM(1;2)', 'HYPERLINK("http://a.example","x")', 'cmd|"/c calc"!A1', '12345678901234567890'];
const endings = ['', '"', ',', ';', '\n2', '\t', ' ', '&<b>', '%', 'E5', '\u202e', 'ä€𝄞'];
const combined = beginnings.flatMap((a) => middles.flatMap((b) => endings.map((c) => a + b + c)));
const texts = Array.from({ length: 5000 }, (_, index) => {
  const round = Math.floor(index / combined.length);
  return combined[index % combined.length] + (round === 0 ? '' : ` ${round}`);
});

async function* rows() {
  for (let index = 0; index < texts.length; index += 100)
    yield texts.slice(index, index + 100).map((text, step) => [text, index + step, { day: 20_000 + index + step }]);
}

/** Has LibreOffice write a file as XML, and gives the cells of its first three columns. */
function opened(file, filter) {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
  const args = [profile, '--headless', ...(filter ? [`--infilter=${filter}`] : []), '--convert-to', 'fods'];
  execFileSync('soffice', [...args, '--outdir', join(folder, 'out'), join(folder, file)], { stdio: 'pipe' });
  const xml = readFileSync(join(folder, 'out', file.replace(/\.\w+$/, '.fods')), 'utf8');
  return { xml, cells: xml.split('<table:table-row').slice(1).map(cellsOf) };
}

function cellsOf(row) {
  return [...row.matchAll(/<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)]
    .slice(0, 3)
    .map(([, attributes, content = '']) => ({
      type: /office:value-type="(\w+)"/.exec(attributes)?.[1],
      date: /office:date-value="([^"]*)"/.exec(attributes)?.[1],
      text: [...content.matchAll(/<text:p>(.*?)<\/text:p>|<text:p\/>/gs)]
        .map(([, text = '']) => plain(text))
        .join('\n'),
    }));
}

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
function plain(xml) {
  return xml
    .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count = '1') => ' '.repeat(Number(count)))
    .replace(/<text:tab\/>/g, '\t')
    .replace(/<[^>]*>/g, '')
    .replace(/&#x(\w+);/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&(\w+);/g, (_, name) => entities[name]);
}

/** Text as LibreOffice shows it: it has no tabs in a cell of several lines. */
const shown = (text) => (text.includes('\n') ? text.replaceAll('\t', '') : text);

const isoDay = (index) => new Date((20_000 + index) * 86_400_000).toISOString().slice(0, 10);
/** As Excel opens a CSV file: everything that looks like a number, a date or a formula is one. */
const csvFilter = 'CSV:44,34,76,1,,0,false,true';

describe('files that are exported, in LibreOffice', { skip }, () => {
  let exportCsv, exportXlsx, withoutFormula;
  before(async () => {
    await build({
      stdin: {
        contents: `export { exportCsv } from './src/controllers/csv-export.ts';
          export { exportXlsx } from './src/controllers/xlsx-export.ts';
          export { withoutFormula } from './src/domain/export-cells.ts';`,
        resolveDir: root,
      },
      bundle: true,
      format: 'esm',
      platform: 'node',
      outfile: join(folder, 'writers.mjs'),
    });
    ({ exportCsv, exportXlsx, withoutFormula } = await import(pathToFileURL(join(folder, 'writers.mjs'))));
  });
  after(() => rmSync(folder, { recursive: true }));

  const write = async (file, blob) => writeFileSync(join(folder, file), Buffer.from(await blob.arrayBuffer()));

  test('would compute what is not made text', () => {
    writeFileSync(join(folder, 'raw.csv'), '\ufeff=1+1,"=2+2"\r\n');
    assert.match(opened('raw.csv', csvFilter).xml, /table:formula/);
  });

  test('an Excel workbook of 5,000 hostile texts holds no formula, and every text, number and date', async () => {
    const columns = ['text', 'number', 'day'].map((holds) => ({ header: holds, width: 20, holds }));
    await write('book.xlsx', await exportXlsx(columns, rows(), 'Customers'));
    const { xml, cells } = opened('book.xlsx');
    assert.doesNotMatch(xml, /table:formula/);
    for (const [index, text] of texts.entries()) {
      const [name, number, date] = cells[index + 1];
      assert.deepEqual([name.type, shown(name.text)], ['string', shown(text)]);
      assert.deepEqual([number.type, number.text], ['float', String(index)]);
      assert.deepEqual([date.type, date.date], ['date', isoDay(index)]);
    }
  });

  test('a CSV file of 5,000 hostile texts holds no formula, and every text that is no number', async () => {
    await write('list.csv', await exportCsv(['text', 'number', 'day'], rows(), 'en'));
    const { xml, cells } = opened('list.csv', csvFilter);
    assert.doesNotMatch(xml, /table:formula/);
    for (const [index, text] of texts.entries()) {
      const [name, number, date] = cells[index + 1];
      // numbers and percentages are what CSV cannot keep; the dialog says so
      if (name.type === 'string') assert.equal(shown(name.text), shown(withoutFormula(text)));
      else assert.match(text, /^[\d.]+(?:E5|%)?\s*$/);
      assert.equal(number.text, String(index));
      assert.equal(date.date, isoDay(index));
    }
  });
});
