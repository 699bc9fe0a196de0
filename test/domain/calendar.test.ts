import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  calendarDay,
  calendarDayOf,
  dayLength,
  isTimeZone,
  knownTimeZone,
  startOfCalendarDay,
} from '../../src/domain/calendar.js';
import { dayOf, hardZones, instants } from './samples.js';

const startIn = (date: string, timeZone: string) => startOfCalendarDay(dayOf(date), timeZone).toISOString();
const dayIn = (instant: string, timeZone: string) =>
  new Date(calendarDayOf(new Date(instant), timeZone) * dayLength).toISOString().slice(0, 10);

describe('calendarDay', () => {
  it('counts days from 1970-01-01', () => {
    expect(calendarDay(1970, 1, 1)).to.equal(0);
    expect(calendarDay(1969, 12, 31)).to.equal(-1);
    expect(calendarDay(2000, 3, 1)).to.equal(11_017);
  });

  it('agrees with Date for every day from the year 0 to 9999', () => {
    const date = new Date(0);
    for (let day = -719_528; day <= 2_932_896; day += 1) {
      date.setTime(day * dayLength);
      const found = calendarDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
      if (found !== day) expect(found, date.toISOString()).to.equal(day);
    }
  });

  for (const [year, month, day] of [
    [2026, 0, 1],
    [2026, 13, 1],
    [2026, 1, 0],
    [2026, 1, 32],
    [2026, 4, 31],
    [2026, 6, 31],
    [2026, 9, 31],
    [2026, 11, 31],
    [2026, 2, 29],
    [2024, 2, 30],
    [1900, 2, 29],
    [2100, 2, 29],
  ] as const) {
    it(`knows no ${year}-${month}-${day}`, () => {
      expect(calendarDay(year, month, day)).to.equal(undefined);
    });
  }

  it('knows the leap days of 2024 and of 2000', () => {
    expect(calendarDay(2024, 2, 29)).to.equal(dayOf('2024-02-29'));
    expect(calendarDay(2000, 2, 29)).to.equal(dayOf('2000-02-29'));
  });
});

describe('knownTimeZone', () => {
  it('is the zone itself, or UTC where there is none of that name', () => {
    expect(['Asia/Tokyo', 'Nowhere/Land', ''].map(knownTimeZone)).to.deep.equal(['Asia/Tokyo', 'UTC', 'UTC']);
    expect(knownTimeZone(undefined as unknown as string), 'what a page without types may say').to.equal('UTC');
  });
});

describe('isTimeZone', () => {
  for (const name of ['UTC', 'Europe/Berlin', 'Pacific/Apia', 'Asia/Kolkata']) {
    it(`knows ${name}`, () => expect(isTimeZone(name)).to.equal(true));
  }

  for (const name of ['', ' ', 'Europe/Atlantis', 'constructor', '__proto__', 'Mars+05:00', 'UTC\u0000']) {
    it(`does not know ${JSON.stringify(name)}`, () => expect(isTimeZone(name)).to.equal(false));
  }

  it('takes nothing but text, and not the zone of the machine instead', () => {
    for (const value of [undefined, null, 5, {}, Symbol('UTC')]) {
      // as: what script hands over is not checked by a compiler
      expect(isTimeZone(value as string)).to.equal(false);
    }
  });
});

describe('calendarDayOf', () => {
  const cases: [zone: string, instant: string, day: string, what: string][] = [
    ['UTC', '2026-06-15T00:00:00.000Z', '2026-06-15', 'begins at its midnight'],
    ['UTC', '2026-06-14T23:59:59.999Z', '2026-06-14', 'ends a millisecond before'],
    ['UTC', '1969-12-31T23:59:59.999Z', '1969-12-31', 'counts down before 1970'],
    ['Europe/Berlin', '2026-12-31T22:59:59.999Z', '2026-12-31', 'ends the year by the local clock'],
    ['Europe/Berlin', '2026-12-31T23:00:00.000Z', '2027-01-01', 'begins the year by the local clock'],
    ['Europe/Berlin', '2026-06-15T21:59:59.999Z', '2026-06-15', 'in summer ends two hours early in UTC'],
    ['America/Los_Angeles', '2026-06-15T06:59:59.999Z', '2026-06-14', 'west of Greenwich is late'],
    ['Asia/Kolkata', '2026-06-14T18:30:00.000Z', '2026-06-15', 'half hours count'],
    ['Pacific/Kiritimati', '2026-06-14T10:00:00.000Z', '2026-06-15', 'at +14:00 is first'],
    ['Pacific/Pago_Pago', '2026-06-15T10:59:59.999Z', '2026-06-14', 'at -11:00 is last'],
    ['Pacific/Apia', '2011-12-30T09:59:59.999Z', '2011-12-29', 'before the day that was left out'],
    ['Pacific/Apia', '2011-12-30T10:00:00.000Z', '2011-12-31', 'after the day that was left out'],
    ['America/St_Johns', '2006-10-29T02:30:00.000Z', '2006-10-29', 'begins at its first midnight'],
    ['America/St_Johns', '2006-10-29T02:31:00.000Z', '2006-10-29', 'does not end when the clock goes back over it'],
  ];
  for (const [zone, instant, day, what] of cases) {
    it(`${what}: ${instant} in ${zone} is ${day}`, () => expect(dayIn(instant, zone)).to.equal(day));
  }

  it('takes milliseconds as well as a Date', () => {
    const instant = new Date('2026-06-15T12:00:00Z');
    expect(calendarDayOf(instant.getTime(), 'UTC')).to.equal(calendarDayOf(instant, 'UTC'));
  });

  it('counts an unknown zone as UTC', () => {
    expect(dayIn('2026-06-15T23:59:59Z', 'Europe/Atlantis')).to.equal('2026-06-15');
    expect(dayIn('2026-06-15T00:00:00Z', 'constructor')).to.equal('2026-06-15');
    expect(dayIn('2026-06-15T00:00:00Z', 'Mars-05:00')).to.equal('2026-06-15');
  });

  it('has no day for an invalid instant', () => {
    expect(calendarDayOf(new Date(NaN), 'Europe/Berlin')).to.be.NaN;
    expect(calendarDayOf(NaN, 'UTC')).to.be.NaN;
  });

  it('reaches to both ends of Date', () => {
    expect(calendarDayOf(8.64e15, 'UTC')).to.equal(1e8);
    expect(calendarDayOf(-8.64e15, 'UTC')).to.equal(-1e8);
    expect(calendarDayOf(8.64e15, 'America/New_York')).to.equal(1e8 - 1);
    expect(calendarDayOf(8.64e15, 'Pacific/Kiritimati')).to.equal(1e8);
  });

  it('is the date that Intl shows, in zones with hard clock changes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...hardZones), instants('1975-01-01', '2040-01-01'), (timeZone, instant) => {
        const shown = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
        const part = new Map(shown.formatToParts(instant).map(({ type, value }) => [type, value]));
        const expected = `${part.get('year')}-${part.get('month')}-${part.get('day')}`;
        expect(dayIn(instant.toISOString(), timeZone)).to.equal(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('never falls as the instant grows', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('America/St_Johns', ...hardZones),
        instants('1995-01-01', '2040-01-01'),
        fc.integer({ min: 0, max: 3 * dayLength }),
        (timeZone, instant, later) => {
          expect(calendarDayOf(instant.getTime() + later, timeZone)).to.be.at.least(calendarDayOf(instant, timeZone));
        },
      ),
    );
  });

  it('stays right once more zones and days were asked for than it remembers', () => {
    for (let index = 0; index < 60; index += 1) calendarDayOf(0, `Nowhere/${index}`);
    for (let day = 0; day < 10_020; day += 1) startOfCalendarDay(day, 'Asia/Tokyo');
    expect(dayIn('2026-06-14T15:00:00Z', 'Asia/Tokyo')).to.equal('2026-06-15');
    expect(dayIn('2026-06-14T14:59:59Z', 'Asia/Tokyo')).to.equal('2026-06-14');
  });
});

describe('startOfCalendarDay', () => {
  const cases: [zone: string, day: string, start: string, what: string][] = [
    ['UTC', '2026-06-15', '2026-06-15T00:00:00.000Z', 'midnight'],
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z', 'midnight of a day of 23 hours'],
    ['Europe/Berlin', '2026-03-30', '2026-03-29T22:00:00.000Z', 'midnight after a day of 23 hours'],
    ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00.000Z', 'midnight of a day of 25 hours'],
    ['Europe/Berlin', '2026-10-26', '2026-10-25T23:00:00.000Z', 'midnight after a day of 25 hours'],
    ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00.000Z', '01:00 where midnight is skipped'],
    ['America/Santiago', '2026-04-05', '2026-04-05T04:00:00.000Z', 'midnight after the last hour came twice'],
    ['America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z', 'the first of two midnights'],
    ['America/Havana', '2026-03-08', '2026-03-08T05:00:00.000Z', '01:00 where midnight is skipped, at -04:00'],
    ['America/St_Johns', '2006-10-29', '2006-10-29T02:30:00.000Z', 'the first midnight, a minute before it is undone'],
    ['Pacific/Apia', '2011-12-29', '2011-12-29T10:00:00.000Z', 'midnight before the day that was left out'],
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z', 'the next day for the day that was left out'],
    ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00.000Z', 'midnight after the day that was left out'],
    ['Pacific/Kiritimati', '2027-01-01', '2026-12-31T10:00:00.000Z', 'the first new year'],
    ['Europe/Atlantis', '2026-06-15', '2026-06-15T00:00:00.000Z', 'midnight in UTC for an unknown zone'],
  ];
  for (const [zone, day, start, what] of cases) {
    it(`is ${what}: ${day} in ${zone}`, () => expect(startIn(day, zone)).to.equal(start));
  }

  it('is invalid for a day beyond the range of Date', () => {
    expect(startOfCalendarDay(1e8 + 1, 'UTC').getTime()).to.be.NaN;
    expect(startOfCalendarDay(NaN, 'UTC').getTime()).to.be.NaN;
  });

  it('is the first instant of the day, or of a later one where the day was left out', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...hardZones),
        fc.integer({ min: dayOf('1975-01-01'), max: dayOf('2040-01-01') }),
        (timeZone, day) => {
          const start = startOfCalendarDay(day, timeZone).getTime();
          expect(calendarDayOf(start, timeZone)).to.be.at.least(day);
          expect(calendarDayOf(start - 1, timeZone)).to.equal(day - 1);
        },
      ),
      { numRuns: 1000, examples: [['Pacific/Apia', dayOf('2011-12-30')]] },
    );
  });
});
