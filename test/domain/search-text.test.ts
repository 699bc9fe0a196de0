import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { foldText, matchesSearch, searchTextOf } from '../../src/domain/search-text.js';

describe('foldText', () => {
  const same: [one: string, other: string, what: string][] = [
    ['Acme', 'aCME', 'case'],
    ['Müller', 'MULLER', 'accents'],
    ['Mu\u0308ller', 'Müller', 'how an accent is written'],
    ['Żółć', 'ŻÓłĆ', 'case of letters with accents'],
    ['straße', 'STRASSE', 'sharp s'],
    ['STRAẞE', 'strasse', 'capital sharp s'],
    ['ΟΔΟΣ', 'οδος', 'a sigma at the end'],
    ['οδοσ', 'οδος', 'which sigma it is'],
    ['İstanbul', 'istanbul', 'a dotted capital i'],
    ['ISPARTA', 'ısparta', 'a dotless i'],
    ['ﬁnance', 'FINANCE', 'ligatures'],
    ['Ｆｌｅｘ', 'flex', 'width'],
    ['№ 5', 'no 5', 'compatibility forms'],
  ];
  for (const [one, other, what] of same) {
    it(`ignores ${what}: ${one} and ${other}`, () => expect(foldText(one)).to.equal(foldText(other)));
  }

  const different: [one: string, other: string, what: string][] = [
    ['a', 'b', 'letters'],
    ['a b', 'ab', 'white space'],
    ['a-b', 'ab', 'punctuation'],
    ['ปี', 'ปู', 'vowel signs that are letters of their script'],
    ['कि', 'का', 'vowel signs of Devanagari'],
  ];
  for (const [one, other, what] of different) {
    it(`keeps ${what} apart: ${one} and ${other}`, () => expect(foldText(one)).not.to.equal(foldText(other)));
  }

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldText(foldText(text))).to.equal(foldText(text));
      }),
      { numRuns: 500 },
    );
  });

  it('folds ASCII as it folds everything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        expect(foldText(`${text}é`)).to.equal(`${foldText(text)}E`);
      }),
    );
  });

  it('does not stall on a long text', () => {
    const started = performance.now();
    expect(foldText('é'.repeat(1_000_000))).to.have.lengthOf(1_000_000);
    expect(performance.now() - started).to.be.below(2000);
  });
});

describe('matchesSearch', () => {
  const customer = { name: 'Müller & Söhne', id: '32175', externalId: 'W-12345' };
  const found = (search: string, of: Parameters<typeof searchTextOf>[0] = customer) =>
    matchesSearch(searchTextOf(of), foldText(search));

  for (const search of ['muller', 'SÖHNE', '& s', '321', '32175', 'w-123', '345', '  muller ', '', ' \t']) {
    it(`finds ${JSON.stringify(search)}`, () => expect(found(search)).to.equal(true));
  }

  for (const search of ['mueller', '32176', 'sohne32175', 'sohne 32175', '75w', 'undefined']) {
    it(`does not find ${JSON.stringify(search)}`, () => expect(found(search)).to.equal(false));
  }

  it('does without an external ID', () => {
    expect(found('32175', { name: 'A', id: '32175' })).to.equal(true);
    expect(found('undefined', { name: 'A', id: '32175' })).to.equal(false);
  });

  it('finds what a field holds, and nothing between or across fields, whatever they hold', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'X', 'x', 'é', ' ', '\u0000', '\u0001', '1', 'ß'),
      maxLength: 4,
    });
    fc.assert(
      fc.property(text, text, text, text, (name, id, externalId, search) => {
        const word = foldText(search).trim();
        const expected = [name, id, externalId].some((field) => foldText(field).includes(word));
        expect(found(search, { name, id, externalId })).to.equal(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes a control character for what it is', () => {
    expect(found('\u0000')).to.equal(false);
    expect(found('ne\u000032')).to.equal(false);
    expect(found('\u0000', { name: 'a\u0000b', id: '1' })).to.equal(true);
  });

  it('finds every part of a name, in any case', () => {
    const words = fc.array(fc.constantFrom('Straße', 'ΟΔΟΣ', 'Łódź', 'Acme', 'İzmir', '東京', ' ', '1'), {
      minLength: 3,
    });
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), fc.boolean(), (parts, from, to, upper) => {
        const part = parts.slice(from % parts.length, (to % parts.length) + 1).join('');
        expect(found(upper ? part.toUpperCase() : part.toLowerCase(), { name: parts.join(''), id: '0' })).to.equal(
          true,
        );
      }),
    );
  });
});
