import { expect } from '@open-wc/testing';
import { canonicalLocale, LocaleFormat } from '../../src/controllers/locale-format.js';

describe('LocaleFormat', () => {
  const format = LocaleFormat.of('en');

  it('is made once a locale', () => {
    expect(LocaleFormat.of('en')).to.equal(format);
    expect(LocaleFormat.of('de')).not.to.equal(format);
  });

  it('writes what the runtime has no data for as English', () => {
    expect(LocaleFormat.of('xx').number(1234.5)).to.equal('1,234.5');
    expect(LocaleFormat.of('de').number(1234.5)).to.equal('1.234,5');
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
