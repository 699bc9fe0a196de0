import { expect } from '@open-wc/testing';
import { formatDay } from '../../src/controllers/day-format.js';

describe('formatDay', () => {
  it('writes as the locale does, and as English where the runtime has no data for it', () => {
    expect(formatDay('2027-03-04', 'UTC', 'en')).to.equal('Mar 4, 2027');
    expect(formatDay('2027-03-04', 'UTC', 'de')).to.equal('04.03.2027');
    expect(formatDay('2027-03-04', 'UTC', 'xx')).to.equal('Mar 4, 2027');
  });

  it('never converts a date', () => {
    for (const zone of ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York', 'Nowhere/At_All']) {
      expect(formatDay('2027-03-04', zone, 'en'), zone).to.equal('Mar 4, 2027');
    }
  });

  it('writes the day of an instant in the zone', () => {
    const instant = '2027-03-04T23:30:00Z';
    expect(formatDay(instant, 'UTC', 'en')).to.equal('Mar 4, 2027');
    expect(formatDay(instant, 'Europe/Berlin', 'en')).to.equal('Mar 5, 2027');
    expect(formatDay('2027-03-04T02:00:00+05:30', 'America/New_York', 'en')).to.equal('Mar 3, 2027');
    expect(formatDay(instant, 'Nowhere/At_All', 'en')).to.equal('Mar 4, 2027');
  });

  it('leaves an unreadable date as it is', () => {
    for (const expiry of ['soon', '', '2027-02-30', '2027-03-04T23:30:00']) {
      expect(formatDay(expiry, 'UTC', 'en')).to.equal(expiry);
    }
  });
});
