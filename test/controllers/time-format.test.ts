import { expect } from '@open-wc/testing';
import { formatAge, formatInstant } from '../../src/controllers/time-format.js';

describe('formatAge', () => {
  it('goes by the largest unit of which there is a whole one', () => {
    const table: [minutes: number, text: string][] = [
      [1, '1 minute ago'],
      [59, '59 minutes ago'],
      [60, '1 hour ago'],
      [1439, '23 hours ago'],
      [1440, '1 day ago'],
      [100_000, '69 days ago'],
    ];
    for (const [minutes, text] of table) expect(formatAge(minutes, 'en')).to.equal(text);
  });

  it('writes as the locale does, and as English where the runtime has no data for it', () => {
    expect(formatAge(5, 'de')).to.equal('vor 5 Minuten');
    expect(formatAge(5, 'xx')).to.equal('5 minutes ago');
  });
});

describe('formatInstant', () => {
  const instant = new Date('2027-03-04T23:30:00Z');
  // engines differ in the space before AM and PM
  const written = (timeZone: string, locale: string) => formatInstant(instant, timeZone, locale).replaceAll(/\s/g, ' ');

  it('writes the day and the time in the zone', () => {
    expect(written('UTC', 'en')).to.equal('Mar 4, 2027, 11:30 PM');
    expect(written('Europe/Berlin', 'en')).to.equal('Mar 5, 2027, 12:30 AM');
    expect(written('Europe/Berlin', 'de')).to.equal('05.03.2027, 00:30');
  });

  it('writes as English where the runtime has no data for the locale', () => {
    expect(written('UTC', 'xx')).to.equal('Mar 4, 2027, 11:30 PM');
  });
});
