import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { compareExpiries, daysLeft, hasExpired, parseExpiry, type ParsedExpiry } from '../../src/domain/expiry.js';
import { dayOf, expiries, hardZones } from './samples.js';

/** Reads an expiry that is known to be readable. */
function read(expiry: string, timeZone = 'UTC'): ParsedExpiry {
  const parsed = parseExpiry(expiry, timeZone);
  if (!parsed) throw new RangeError(`unreadable: ${expiry}`);
  return parsed;
}

describe('parseExpiry', () => {
  it('reads a calendar date as that day in every zone', () => {
    for (const zone of hardZones) {
      expect(parseExpiry('2026-12-31', zone)).to.deep.equal({ kind: 'day', day: dayOf('2026-12-31') });
    }
  });

  for (const [expiry, day] of [
    ['2024-02-29', 19_782],
    ['2000-02-29', 11_016],
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['0000-01-01', -719_528],
    ['0099-12-31', -683_004],
    ['9999-12-31', 2_932_896],
  ] as const) {
    it(`reads ${expiry}`, () => expect(parseExpiry(expiry, 'UTC')).to.deep.equal({ kind: 'day', day }));
  }

  const instants: [expiry: string, instant: string, day: string, zone?: string][] = [
    ['2026-12-31T23:59:59Z', '2026-12-31T23:59:59.000Z', '2026-12-31'],
    ['2026-12-31T23:59Z', '2026-12-31T23:59:00.000Z', '2026-12-31'],
    ['2026-12-31T00:00:00.000Z', '2026-12-31T00:00:00.000Z', '2026-12-31'],
    ['2026-12-31T10:20:30.4Z', '2026-12-31T10:20:30.400Z', '2026-12-31'],
    ['2026-12-31T10:20:30.045Z', '2026-12-31T10:20:30.045Z', '2026-12-31'],
    ['2026-12-31T10:20:30.123987654Z', '2026-12-31T10:20:30.123Z', '2026-12-31'],
    ['2026-12-31T10:20:30+05:45', '2026-12-31T04:35:30.000Z', '2026-12-31'],
    ['2026-12-31T10:20+05:45', '2026-12-31T04:35:00.000Z', '2026-12-31'],
    ['2026-12-31T10:20:30.25-03:30', '2026-12-31T13:50:30.250Z', '2026-12-31'],
    ['2026-12-31T20:00:00-05:00', '2027-01-01T01:00:00.000Z', '2027-01-01'],
    ['2027-01-01T01:00:00+05:00', '2026-12-31T20:00:00.000Z', '2026-12-31'],
    ['2026-12-31T23:30:00Z', '2026-12-31T23:30:00.000Z', '2027-01-01', 'Europe/Berlin'],
    ['2027-01-01T00:00:00Z', '2027-01-01T00:00:00.000Z', '2026-12-31', 'America/New_York'],
    ['2026-06-15T09:59:59Z', '2026-06-15T09:59:59.000Z', '2026-06-15', 'Pacific/Kiritimati'],
    ['2026-06-15T10:00:00Z', '2026-06-15T10:00:00.000Z', '2026-06-16', 'Pacific/Kiritimati'],
    ['2026-06-15T12:00:00-00:00', '2026-06-15T12:00:00.000Z', '2026-06-15'],
    ['2026-06-15T12:00:00Z', '2026-06-15T12:00:00.000Z', '2026-06-15', 'Europe/Atlantis'],
  ];
  for (const [expiry, instant, day, zone = 'UTC'] of instants) {
    it(`reads ${expiry} in ${zone}`, () => {
      expect(parseExpiry(expiry, zone)).to.deep.equal({
        kind: 'instant',
        instant: Date.parse(instant),
        day: dayOf(day),
      });
    });
  }

  it('reads every date-time that Date writes, as Date reads it', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(read(date.toISOString())).to.include({ kind: 'instant', instant: date.getTime() });
        },
      ),
    );
  });

  for (const expiry of [
    '',
    ' ',
    '-',
    'never',
    'null',
    'NaN',
    '2026',
    '2026-12',
    '2026-1-1',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-02-29',
    '1900-02-29',
    '2026-12-00',
    '26-12-31',
    '12026-12-31',
    '+002026-12-31',
    '-002026-12-31',
    '20261231',
    '2026/12/31',
    '31.12.2026',
    '12/31/2026',
    '2026-W53-4',
    '2026-365',
    ' 2026-12-31',
    '2026-12-31 ',
    '2026-12-31\n',
    '2026-12-31Z',
    '2026-12-31T',
    '2026-12-31T10',
    '2026-12-31T10Z',
    '2026-12-31T10:20',
    '2026-12-31T10:20:30',
    '2026-12-31T10:20:30.123',
    '2026-12-31 10:20:30Z',
    '2026-12-31t10:20:30z',
    '2026-12-31T24:00:00Z',
    '2026-12-31T10:60:00Z',
    '2026-12-31T10:20:60Z',
    '2026-12-31T10:20:30.Z',
    '2026-12-31T10:20:30,5Z',
    '2026-12-31T10:20.5Z',
    '2026-12-31T10:20:30+05',
    '2026-12-31T10:20:30+0545',
    '2026-12-31T10:20:30+24:00',
    '2026-12-31T10:20:30+05:60',
    '2026-12-31T10:20:30−05:00',
    '2026-12-31T10:20:30Z[UTC]',
    '2026-12-31T10:20:30 Europe/Berlin',
    '2026-02-29T10:20:30Z',
    '٢٠٢٦-١٢-٣١',
    '1798761599',
    'Thu, 31 Dec 2026 23:59:59 GMT',
  ]) {
    it(`cannot read ${JSON.stringify(expiry)}`, () => expect(parseExpiry(expiry, 'UTC')).to.equal(undefined));
  }

  it('cannot read anything but text', () => {
    for (const value of [
      undefined,
      null,
      0,
      1798761599000,
      NaN,
      true,
      new Date(),
      {},
      ['2026-12-31'],
      Symbol('2026'),
    ]) {
      expect(parseExpiry(value, 'UTC')).to.equal(undefined);
    }
  });

  it('reads up to forty characters, whatever they say', () => {
    const digits = (length: number) => `2026-12-31T10:20:30.${'1'.repeat(length - 21)}Z`;
    expect(parseExpiry(digits(40), 'UTC')).to.include({ kind: 'instant', day: dayOf('2026-12-31') });
    expect(parseExpiry(digits(41), 'UTC')).to.equal(undefined);
  });

  it('throws for no string and no zone, and gives up on a long one at once', () => {
    const started = performance.now();
    const endless = [
      '9'.repeat(1_000_000),
      `2026-12-31T10:20:30.${'1'.repeat(1_000_000)}Z`,
      '2026-12-31'.repeat(100_000),
    ];
    for (const text of endless) {
      for (let round = 0; round < 1000; round += 1) expect(parseExpiry(text, 'UTC')).to.equal(undefined);
    }
    expect(performance.now() - started).to.be.below(1000);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), expiries), fc.string(), (text, zone) => {
        parseExpiry(text, zone);
      }),
    );
    fc.assert(fc.property(fc.anything(), (value) => void parseExpiry(value, 'UTC')));
  });
});

describe('daysLeft', () => {
  it('counts the calendar days from today', () => {
    const expiry = read('2024-03-01');
    expect(daysLeft(expiry, dayOf('2024-02-28'))).to.equal(2);
    expect(daysLeft(expiry, dayOf('2024-03-01'))).to.equal(0);
    expect(daysLeft(expiry, dayOf('2024-03-02'))).to.equal(-1);
    expect(daysLeft(read('2027-01-01'), dayOf('2026-12-31'))).to.equal(1);
  });
});

describe('hasExpired', () => {
  it('lets a date last through its day', () => {
    const expiry = read('2026-06-15');
    expect(hasExpired(expiry, new Date('2026-06-15T23:59:59.999Z'), dayOf('2026-06-15'))).to.equal(false);
    expect(hasExpired(expiry, new Date('2026-06-16T00:00:00.000Z'), dayOf('2026-06-16'))).to.equal(true);
  });

  it('lets a date-time last until its instant', () => {
    const expiry = read('2026-06-15T12:00:00Z');
    expect(hasExpired(expiry, new Date('2026-06-15T11:59:59.999Z'), dayOf('2026-06-15'))).to.equal(false);
    expect(hasExpired(expiry, new Date('2026-06-15T12:00:00.000Z'), dayOf('2026-06-15'))).to.equal(true);
  });
});

describe('compareExpiries', () => {
  const inOrder = [
    '2026-06-14',
    '2026-06-15T00:00:00Z',
    '2026-06-15T23:59:59Z',
    '2026-06-15',
    '2026-06-16T00:00:00Z',
    '2026-06-16',
  ];

  it('orders by what passes first: a date-time before the date of its day', () => {
    const parsed = inOrder.map((expiry) => read(expiry));
    expect([...parsed].reverse().sort(compareExpiries)).to.deep.equal(parsed);
    for (const [index, expiry] of parsed.entries()) {
      for (const [otherIndex, other] of parsed.entries()) {
        expect(Math.sign(compareExpiries(expiry, other))).to.equal(Math.sign(index - otherIndex));
      }
    }
  });

  it('finds two spellings of one instant equal', () => {
    expect(compareExpiries(read('2026-06-15T12:00:00Z'), read('2026-06-15T14:00+02:00'))).to.equal(0);
  });

  it('orders by the zone that they were read for', () => {
    const evening = '2026-06-15T23:00:00Z';
    expect(compareExpiries(read(evening), read('2026-06-15'))).to.be.below(0);
    expect(compareExpiries(read(evening, 'Europe/Berlin'), read('2026-06-15', 'Europe/Berlin'))).to.be.above(0);
  });
});
