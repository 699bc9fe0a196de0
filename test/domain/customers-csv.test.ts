import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { blankFields, type CustomerFields } from '../../src/domain/customer-draft.js';
import { cellsOfCustomers, customersFromCells, type CsvHeaders } from '../../src/domain/customers-csv.js';

const english: CsvHeaders = {
  name: 'Customer name',
  externalId: 'External ID',
  description: 'Description',
  firstName: 'Owner first name',
  lastName: 'Owner last name',
  email: 'Owner e-mail',
  capabilities: 'Capabilities',
};
const german: CsvHeaders = {
  name: 'Kundenname',
  externalId: 'Externe ID',
  description: 'Beschreibung',
  firstName: 'Besitzer Vorname',
  lastName: 'Besitzer Nachname',
  email: 'Besitzer E-Mail',
  capabilities: 'Funktionen',
};
const names = new Map([
  ['iam', 'iam'],
  ['fcm', 'Cloud Cost Optimization'],
]);
const read = (...cells: readonly (readonly string[])[]) => customersFromCells(cells, [english, german], names);
const iam = { capability: 'iam', expires: '' };

/** The customers of a file that has some. */
function customersIn(...cells: readonly (readonly string[])[]): readonly CustomerFields[] {
  const found = read(...cells);
  if (found.kind !== 'customers') throw new Error(found.kind);
  return found.customers;
}

describe('customersFromCells', () => {
  it('reads every field, in any order of the columns', () => {
    const header = [
      'External ID',
      'Capabilities',
      'Owner e-mail',
      'Customer name',
      'Owner last name',
      'Owner first name',
      'Description',
    ];
    const row = [' 00123 ', 'fcm', 'ada@acme.example', ' Acme ', 'Byron', 'Ada', 'a\nb'];
    expect(customersIn(header, row)).to.deep.equal([
      {
        name: 'Acme',
        externalId: '00123',
        description: 'a\nb',
        owners: [{ firstName: 'Ada', lastName: 'Byron', email: 'ada@acme.example' }],
        capabilities: [iam, { capability: 'fcm', expires: '' }],
      },
    ]);
  });

  for (const [what, header] of [
    ['in English', 'Customer name'],
    ["in the reader's language", 'Kundenname'],
    ['in another case', 'CUSTOMER NAME'],
    ['with other punctuation', ' customer-name* '],
    ['in wide letters', 'Ｃｕｓｔｏｍｅｒ ｎａｍｅ'],
  ] as const) {
    it(`knows columns ${what}`, () => expect(customersIn([header], ['Acme'])[0]?.name).to.equal('Acme'));
  }

  it('reads as many owners as columns name, in their order, and passes over blank ones', () => {
    const header = ['Customer name', 'Owner e-mail 10', 'Owner first name', 'Owner e-mail 2', 'Owner e-mail'];
    const owner = (email: string, firstName = '') => ({ firstName, lastName: '', email });
    expect(customersIn(header, ['Acme', 'j@a.b', 'Ada', '', 'a@a.b'])[0]?.owners).to.deep.equal([
      owner('a@a.b', 'Ada'),
      owner('j@a.b'),
    ]);
    expect(customersIn(header, ['Acme', '', '', '', ''])[0]?.owners).to.deep.equal(blankFields.owners);
  });

  const capabilities: [cell: string, expected: Record<string, string>][] = [
    ['', { iam: '' }],
    ['fcm', { iam: '', fcm: '' }],
    ['fcm=2027-03-04', { iam: '', fcm: '2027-03-04' }],
    [' fcm = 2027-03-04 ; iam = 2028-01-01', { fcm: '2027-03-04', iam: '2028-01-01' }],
    ['fcm, iam\nfss', { fcm: '', iam: '', fss: '' }],
    ['Cloud cost optimization=2027-03-04', { iam: '', fcm: '2027-03-04' }],
    ['FCM', { iam: '', fcm: '' }],
    ['unheard of', { iam: '', 'unheard of': '' }],
    ['fcm=next spring', { iam: '', fcm: 'next spring' }],
    ['fcm=a=b', { iam: '', fcm: 'a=b' }],
    ['fcm=2027-01-01; fcm=2028-01-01', { iam: '', fcm: '2027-01-01' }],
    [';;=2027-03-04,', { iam: '' }],
    ['__proto__', { iam: '', ['__proto__']: '' }],
  ];
  for (const [cell, expected] of capabilities) {
    it(`takes the capabilities ${JSON.stringify(cell)}`, () => {
      const [customer] = customersIn(['Customer name', 'Capabilities'], ['Acme', cell]);
      expect(customer?.capabilities.map(({ capability, expires }) => [capability, expires])).to.deep.equal(
        Object.entries(expected),
      );
    });
  }

  it('keeps a row with a problem, and passes over one without any text', () => {
    const rows = customersIn(['Customer name', 'External ID'], ['', ' '], ['', 'W1'], [''], ['Borealis']);
    expect(rows.map(({ name, externalId }) => [name, externalId])).to.deep.equal([
      ['', 'W1'],
      ['Borealis', ''],
    ]);
  });

  it('says which columns nobody knows, and which come twice', () => {
    const header = ['Customer name', 'Colour', 'Customer name', '', 'Description 2', 'Owner e-mail', 'owner email 1'];
    const found = read(header, ['Acme', 'red', 'Other', 'x', 'y', 'a@a.b', 'b@a.b']);
    if (found.kind !== 'customers') throw new Error(found.kind);
    expect(found.ignored).to.deep.equal(['Colour', 'Customer name', 'Description 2', 'owner email 1']);
    expect(found.customers[0]?.name).to.equal('Acme');
    expect(found.customers[0]?.owners[0]?.email).to.equal('a@a.b');
  });

  it('says what it cannot read', () => {
    expect(read()).to.deep.equal({ kind: 'empty' });
    expect(read([''], ['', ' '])).to.deep.equal({ kind: 'empty' });
    expect(read(['Customer name'], [''])).to.deep.equal({ kind: 'empty' });
    expect(read(['Acme', 'W1'], ['Borealis', 'W2'])).to.deep.equal({ kind: 'no-name-column' });
    expect(read(['External ID'], ['W2'])).to.deep.equal({ kind: 'no-name-column' });
  });

  it('takes any cells without throwing', () => {
    const word = fc.oneof(
      fc.constantFrom('Customer name', 'Owner e-mail', 'Capabilities', 'Owner e-mail 99999999999999999999'),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(word)), (cells) => {
        const found = read(...cells);
        if (found.kind === 'customers') expect(found.customers.length).to.be.below(cells.length);
      }),
    );
  });
});

describe('cellsOfCustomers', () => {
  it('makes a template: the names of the columns, and an example', () => {
    const owners = [{ firstName: 'Ada', lastName: 'Byron', email: 'ada@acme.example' }];
    const capabilities = [iam, { capability: 'fcm', expires: '2027-03-04' }];
    expect(cellsOfCustomers([{ ...blankFields, name: 'Acme', owners, capabilities }], german)).to.deep.equal([
      Object.values(german),
      ['Acme', '', '', 'Ada', 'Byron', 'ada@acme.example', 'iam; fcm=2027-03-04'],
    ]);
  });

  it('is read again as it was', () => {
    const text = fc.string({ unit: 'grapheme' }).map((each) => `x${each.trim()}x`);
    const expires = fc.constantFrom('', '2027-03-04', 'soon');
    const customer: fc.Arbitrary<CustomerFields> = fc.record({
      name: text,
      externalId: text,
      description: text,
      owners: fc.array(fc.record({ firstName: text, lastName: text, email: text }), { minLength: 1, maxLength: 3 }),
      capabilities: fc.tuple(expires, expires).map(([first, second]) => [
        { capability: 'iam', expires: first },
        { capability: 'fcm', expires: second },
      ]),
    });
    fc.assert(
      fc.property(
        fc.array(customer, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(english, german),
        (all, headers) => {
          expect(read(...cellsOfCustomers(all, headers))).to.deep.equal({
            kind: 'customers',
            customers: all,
            ignored: [],
          });
        },
      ),
    );
  });
});
