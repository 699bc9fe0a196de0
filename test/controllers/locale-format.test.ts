import { expect } from '@open-wc/testing';
import { canonicalLocale, LocaleFormat } from '../../src/controllers/locale-format.js';

describe('LocaleFormat', () => {
  const format = LocaleFormat.of('en');

  it('is made once a locale', () => {
    expect(LocaleFormat.of('en')).to.equal(format);
    expect(LocaleFormat.of('de')).not.to.equal(format);
  });

  it('never converts a date', () => {
    for (const zone of ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York', 'Nowhere/At_All']) {
      expect(format.day('2027-03-04', zone), zone).to.equal('Mar 4, 2027');
    }
  });

  it('writes the day of an instant in the zone', () => {
    const instant = '2027-03-04T23:30:00Z';
    expect(format.day(instant, 'UTC')).to.equal('Mar 4, 2027');
    expect(format.day(instant, 'Europe/Berlin')).to.equal('Mar 5, 2027');
    expect(format.day('2027-03-04T02:00:00+05:30', 'America/New_York')).to.equal('Mar 3, 2027');
    expect(format.day(instant, 'Nowhere/At_All')).to.equal('Mar 4, 2027');
  });

  it('leaves an unreadable date as it is', () => {
    for (const expiry of ['soon', '', '2027-02-30', '2027-03-04T23:30:00']) {
      expect(format.day(expiry, 'UTC')).to.equal(expiry);
    }
  });
});

describe('canonicalLocale', () => {
  it('gives the canonical form of a tag, and nothing for what is none', () => {
    expect(canonicalLocale('EN-us')).to.equal('en-US');
    expect(canonicalLocale('')).to.equal(undefined);
    expect(canonicalLocale('en_US')).to.equal(undefined);
    expect(canonicalLocale('__proto__')).to.equal(undefined);
  });
});
