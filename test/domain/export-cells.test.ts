import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Customer } from '../../src/domain/customer.js';
import { defaultExpirationPolicy } from '../../src/domain/expirations.js';
import {
  exportCells,
  isoDay,
  unreadableCells,
  withoutFormula,
  type ExportCell,
  type ExportWords,
} from '../../src/domain/export-cells.js';
import { customersSortFields, type CustomersSortField } from '../../src/domain/query.js';

const words: ExportWords = {
  notLoaded: 'Not loaded',
  unreadable: 'Unreadable',
  beacons: { notApplicable: 'Not applicable', unknown: { forbidden: 'No beacons', unavailable: 'Lost beacons' } },
  expirations: {
    noExpirations: 'No expirations',
    noEntitlements: 'No entitlements',
    unknown: {
      forbidden: 'Owners only',
      unavailable: 'Lost',
      incomplete: 'Incomplete',
      'not-applicable': 'Does not apply',
    },
    expired: 'Expired',
    expiresIn: (days) => `Within ${days}`,
    none: 'Nothing due',
  },
};
const clock = { now: new Date('2026-06-15T12:00:00Z'), timeZone: 'UTC', policy: defaultExpirationPolicy };

const plain: Customer = {
  id: '00123',
  name: 'Acme',
  externalId: '12345678901234567890',
  relationship: 'managed',
  beacons: { state: 'ready', value: { total: 0 } },
  expirations: { state: 'ready', value: { undated: 0, unreadable: 0, dates: [] } },
};
const cellsOf = (more: Partial<Customer>, columns: readonly CustomersSortField[], timeZone = 'UTC') =>
  exportCells({ ...plain, ...more }, columns, { clock: { ...clock, timeZone }, words });
const dated = (...dates: string[]): Partial<Customer> => ({
  expirations: { state: 'ready', value: { undated: 0, unreadable: 0, dates } },
});
const day = (date: string): ExportCell => ({ day: Date.parse(date) / 86_400_000 });

describe('the cells of an exported customer', () => {
  it('stand in the order of the columns, IDs as the text that they are', () => {
    expect(cellsOf({}, ['externalId', 'name', 'id'])).to.deep.equal(['12345678901234567890', 'Acme', '00123']);
  });

  it('name a customer without a name by its ID, and leave an absent external ID empty', () => {
    const { externalId: _none, ...without } = plain;
    expect(exportCells({ ...without, name: ' ' }, ['name', 'externalId'], { clock, words })).to.deep.equal([
      '00123',
      '',
    ]);
  });

  for (const [what, more, expected] of [
    ['no beacons', {}, 0],
    ['beacons that have not come', { beacons: { state: 'pending' } }, 'Not loaded'],
    ['beacons that do not apply', { beacons: { state: 'not-applicable' } }, 'Not applicable'],
    ['beacons that may not be seen', { beacons: { state: 'forbidden' } }, 'No beacons'],
    ['beacons that are lost', { beacons: { state: 'unavailable' } }, 'Lost beacons'],
  ] as const)
    it(`say ${JSON.stringify(expected)} of ${what}`, () => {
      expect(cellsOf(more, ['beacons'])).to.deep.equal([expected]);
    });

  for (const [what, more, expiration, status] of [
    ['a coming date', dated('2026-06-20'), day('2026-06-20'), 'Within 30'],
    ['a date behind every horizon', dated('2030-01-01'), day('2030-01-01'), 'Nothing due'],
    ['a date just passed', dated('2026-06-10'), 'No expirations', 'Expired'],
    ['nothing', dated(), 'No entitlements', 'Nothing due'],
    ['an unreadable date', dated('soon'), 'Incomplete', 'Incomplete'],
    ['what has not come', { expirations: { state: 'pending' } }, 'Not loaded', 'Not loaded'],
    ['what may not be seen', { expirations: { state: 'forbidden' } }, 'Owners only', 'Owners only'],
    ['what is lost', { expirations: { state: 'unavailable' } }, 'Lost', 'Lost'],
    ['what does not apply', { expirations: { state: 'not-applicable' } }, 'Does not apply', 'Does not apply'],
  ] as const)
    it(`say of ${what} what the screen says`, () => {
      expect(cellsOf(more, ['upcomingExpiration', 'expirationStatus'])).to.deep.equal([expiration, status]);
    });

  it('give the day that a date-time falls on in the time zone, and a date itself', () => {
    const late = dated('2026-06-20T23:30:00Z');
    expect(cellsOf(late, ['upcomingExpiration'], 'UTC')).to.deep.equal([day('2026-06-20')]);
    expect(cellsOf(late, ['upcomingExpiration'], 'Asia/Tokyo')).to.deep.equal([day('2026-06-21')]);
    expect(cellsOf(dated('2026-06-20'), ['upcomingExpiration'], 'Asia/Tokyo')).to.deep.equal([day('2026-06-20')]);
  });

  it('are never empty but for an external ID', () => {
    const states = [
      { state: 'pending' },
      { state: 'forbidden' },
      { state: 'not-applicable' },
      { state: 'unavailable' },
    ];
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.constantFrom(...states), fc.string(), (beacons, expirations, name) => {
        const columns = customersSortFields.filter((column) => column !== 'externalId');
        const customer = { ...plain, name, beacons, expirations } as Customer;
        expect(exportCells(customer, columns, { clock, words })).not.to.include('');
      }),
    );
  });

  it('of a customer that could not be read say so, with its ID where that is known', () => {
    expect(unreadableCells('7', ['id', 'beacons', 'name'], words)).to.deep.equal(['7', 'Unreadable', '']);
    expect(unreadableCells(undefined, ['name', 'id'], words)).to.deep.equal(['Unreadable', '']);
  });
});

describe('a calendar day', () => {
  for (const date of ['1969-12-31', '1970-01-01', '2026-11-24', '0001-01-01', '9999-12-31'])
    it(`is written as ${date}`, () => {
      expect(isoDay(Date.parse(date) / 86_400_000)).to.equal(date);
    });
});

describe('text that a spreadsheet would compute', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\0=1', ' =1', '\u00a0-1', '\u200b=1'])
    it(`is made text: ${JSON.stringify(text)}`, () => {
      expect(withoutFormula(text)).to.equal(`'${text}`);
    });

  for (const text of ['＝1+1', '＋1', '－1', '＠A', '-', '\tx', '\u202e=1'])
    it(`is made text, though it only looks like it: ${JSON.stringify(text)}`, () => {
      expect(withoutFormula(text)).to.equal(`'${text}`);
    });

  for (const text of ['', 'Acme', '00123', 'a=1', 'x-1', "'=1", '"=1"', ' Acme', '1+1', 'ÄÖ', '日本'])
    it(`is left alone where it is not: ${JSON.stringify(text)}`, () => {
      expect(withoutFormula(text)).to.equal(text);
    });

  it('never begins with a sign of a formula, and never loses a character', () => {
    const hostile = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\0', ' ', '\u200b', 'a', '1') });
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (text) => {
        const safe = withoutFormula(text);
        expect(safe).not.to.match(/^[=+\-@\t\r\0]/);
        expect(safe.endsWith(text)).to.equal(true);
      }),
    );
  });
});
