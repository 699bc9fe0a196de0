import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { largestCsvFile, readCsvFile, writeCsvFile } from '../../src/controllers/csv-file.js';

const file = (content: BlobPart) => new File([content], 'customers.csv');
const utf16 = (text: string, isLittleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let index = 0; index < text.length; index += 1)
    view.setUint16(2 * index, text.charCodeAt(index), isLittleEndian);
  return view;
};

/** What the rows of a file are taken for, its empty last line apart. */
async function cellsIn(content: BlobPart): Promise<readonly (readonly string[])[]> {
  const read = await readCsvFile(file(content));
  if (read.kind !== 'cells') throw new Error(read.kind);
  return read.cells.filter((row) => row.length > 1 || row[0] !== '');
}

describe('readCsvFile', () => {
  const acme = [
    ['Name', 'Description'],
    ['Acme', 'a, b; c'],
  ];
  const contents: [what: string, content: BlobPart, cells?: readonly (readonly string[])[]][] = [
    ['commas', 'Name,Description\nAcme,"a, b; c"\n'],
    ['semicolons', 'Name;Description\nAcme;"a, b; c"'],
    [
      'semicolons, with commas that are not quoted',
      'Name;Description\nAcme;a, b, c, d',
      [
        ['Name', 'Description'],
        ['Acme', 'a, b, c, d'],
      ],
    ],
    ['tabs', 'Name\tDescription\r\nAcme\ta, b; c\r\n'],
    ['a delimiter that the file names', 'sep=;\r\nName;Description\r\nAcme;"a, b; c"'],
    ['line ends of old Macs', 'Name,Description\rAcme,"a, b; c"\r'],
    ['a mark of UTF-8', '\ufeffName,Description\nAcme,"a, b; c"'],
    ['UTF-16 as Excel writes it', utf16('\ufeffName\tDescription\nAcme\ta, b; c', true)],
    ['UTF-16 the other way', utf16('\ufeffName\tDescription\nAcme\ta, b; c', false)],
    [
      'Windows-1252',
      new Uint8Array([0x4e, 0x0a, 0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x20, 0x80]),
      [['N'], ['Müller €']],
    ],
    [
      'line breaks and quotes inside of quotes',
      'Name,Description\r\n"A ""B""","x\r\ny"',
      [
        ['Name', 'Description'],
        ['A "B"', 'x\r\ny'],
      ],
    ],
    [
      'formulas, which stay text',
      'N,D\n=1+1,"=cmd|\'/c calc\'!A1"',
      [
        ['N', 'D'],
        ['=1+1', "=cmd|'/c calc'!A1"],
      ],
    ],
    [
      'long numbers, which stay text',
      'N,D\n00123,12345678901234567890',
      [
        ['N', 'D'],
        ['00123', '12345678901234567890'],
      ],
    ],
    ['one column', 'Name\nAcme', [['Name'], ['Acme']]],
    ['nothing', '', []],
  ];
  for (const [what, content, cells = acme] of contents) {
    it(`takes ${what}`, async () => expect(await cellsIn(content)).to.deep.equal(cells));
  }

  const refused: [what: string, content: BlobPart, outcome: unknown][] = [
    ['what is no text', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 8]), { kind: 'unreadable' }],
    ['quotes without an end', 'Name,Description\nAcme,"a\nBorealis,b', { kind: 'broken-quotes', row: 2 }],
    ['text after quotes', 'Name,Description\nAcme,a\nBorealis,"b"c', { kind: 'broken-quotes', row: 3 }],
    ['a file of one byte too many', new Uint8Array(largestCsvFile + 1), { kind: 'too-large' }],
  ];
  for (const [what, content, outcome] of refused) {
    it(`refuses ${what}`, async () => expect(await readCsvFile(file(content))).to.deep.equal(outcome));
  }

  it('refuses a file that cannot be opened any more', async () => {
    const gone = file('Name');
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    expect(await readCsvFile(gone)).to.deep.equal({ kind: 'unreadable' });
  });

  it('takes a file of the largest size', async () => {
    const header = 'Name\n';
    const whole = header + 'x'.repeat(largestCsvFile - header.length);
    expect((await cellsIn(whole))[1]?.[0]).to.have.length(largestCsvFile - header.length);
  });
});

describe('writeCsvFile', () => {
  it('writes what spreadsheets open as UTF-8, and nothing that they compute', async () => {
    const written = await writeCsvFile([['Größe', '=1+1', '@x', '-1', 'a,"b"\nc']], 'template.csv');
    expect([written.name, written.type]).to.deep.equal(['template.csv', 'text/csv']);
    const bytes = new Uint8Array(await written.arrayBuffer());
    expect([...bytes.slice(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
    expect(await written.text()).to.equal('Größe,"\'=1+1","\'@x","\'-1","a,""b""\nc"\r\n');
  });

  it('is read again as it was, by any delimiter that its cells have in them', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r\n', ' ', 'ü', '😀') });
    // text alone: what would be a formula is marked as none, and does not come back as it was
    const row = fc.tuple(
      fc.constant('x'),
      cell.map((text) => `x${text}`),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1 }), async (rows) => {
        const cells = [['Name', 'Text'], ...rows];
        expect(await cellsIn(await writeCsvFile(cells, 'x.csv'))).to.deep.equal(cells);
      }),
    );
  });
});
