import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { visibleText } from '../../src/domain/visible-text.js';

describe('visibleText', () => {
  const shown: [what: string, text: string, visible: string][] = [
    ['an override', 'invoice\u202Efdp.exe', 'invoice[U+202E]fdp.exe'],
    [
      'every embedding and isolate',
      '\u202A\u202B\u202C\u202D\u2066\u2067\u2068\u2069',
      allOf(0x202a, 4) + allOf(0x2066, 4),
    ],
    ['the marks of direction', 'a\u200E\u200F\u061Cb', 'a[U+200E][U+200F][U+061C]b'],
    ['a space without width', '32\u200B175', '32[U+200B]175'],
    ['a joiner between letters that never join', 'a\u200Db\u200Cc', 'a[U+200D]b[U+200C]c'],
    ['a joiner between digits', '1\u200D2', '1[U+200D]2'],
    ['a joiner behind the last letter', 'ب\u200C', 'ب[U+200C]'],
    ['a joiner behind an accent', 'e\u0301\u200Db', 'e\u0301[U+200D]b'],
    ['a byte order mark', '\uFEFF32175', '[U+FEFF]32175'],
    ['a soft hyphen', 'Ac\u00ADme', 'Ac[U+00AD]me'],
    ['a Hangul filler', '\u3164', '[U+3164]'],
    ['a variation of a digit', '1\uFE0F2', '1[U+FE0F]2'],
    ['a tag', 'a\u{E0041}', 'a[U+E0041]'],
    [
      'tags behind a flag that no region has',
      `🏴${'\u{E0061}'.repeat(8)}`,
      `🏴${'\u{E0061}'.repeat(6)}[U+E0061][U+E0061]`,
    ],
    ['a joiner behind the last emoji', '👩\u200D', '👩[U+200D]'],
    ['a second variation', '❤\uFE0F\uFE0F', '❤\uFE0F[U+FE0F]'],
    ['a mark between the lines', 'a\uFFF9b', 'a[U+FFF9]b'],
    ['a control character', '\u0000\u0007\u001B\u0085', '[U+0000][U+0007][U+001B][U+0085]'],
    ['a separator of lines', 'a\u2028b', 'a[U+2028]b'],
  ];
  for (const [what, text, visible] of shown)
    it(`writes out ${what}`, () => expect(visibleText(text)).to.equal(visible));

  const kept: [what: string, text: string][] = [
    ['plain text', 'Acme Corporation, Ltd. <b>&amp;</b> [U+202E]'],
    ['accents and capitals', 'Żółć e\u0301 ẞ'],
    ['right-to-left text', 'النخيل للتقنية'],
    ['white space', 'a\u00A0b\tc\u3000d\n'],
    ['a Persian non-joiner', 'می\u200Cخواهم'],
    ['a Devanagari joiner', 'क्\u200Dष'],
    ['a Malayalam joiner at the end', 'അവന്\u200D'],
    ['a Sinhala joiner', 'ශ්\u200Dරී'],
    ['a variant of an ideograph', '葛\u{E0100}城'],
    ['a variant of a Mongolian letter', 'ᠠ\u180Bᠡ'],
    ['a joined emoji', '👩\u200D⚕\uFE0F 👨\u200D👩\u200D👧'],
    ['an emoji with a colour of skin', '👩🏽\u200D🚀'],
    ['a rainbow flag', '🏳\uFE0F\u200D🌈'],
    ['the flag of Scotland', '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}'],
    ['a keycap', '1\uFE0F\u20E3'],
    ['a sign in colour', '❤\uFE0F ☎\uFE0E'],
    ['half a surrogate pair', '\uD83D'],
  ];
  for (const [what, text] of kept) it(`leaves ${what} as it is`, () => expect(visibleText(text)).to.equal(text));

  it('hides nothing, changes nothing else, and nothing the second time', () => {
    const suspects = fc.constantFrom('\u202E', '\u200D', '\u200B', '\uFE0F', '👩', '1', 'a', 'ب', 'क', '\u094D', ' ');
    const texts = fc
      .array(fc.oneof(suspects, fc.string({ unit: 'binary', maxLength: 3 })))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const visible = visibleText(text);
        expect(visible).not.to.match(/[\u202A-\u202E\u2066-\u2069\u200B\u200E\u200F\u061C\uFEFF]/);
        const back = visible.replace(/\[U\+([0-9A-F]{4,6})\]/g, (_, code: string) =>
          String.fromCodePoint(parseInt(code, 16)),
        );
        expect(back).to.equal(text);
        expect(visibleText(visible)).to.equal(visible);
      }),
      { numRuns: 1000 },
    );
  });

  it('does not stall on a long text', () => {
    const started = performance.now();
    for (const text of ['\u200D', '👩\u200D', 'न\u094D\u200D', '🏴\u{E0067}', '\u{E0067}'])
      visibleText(text.repeat(20_000));
    expect(performance.now() - started).to.be.below(2000);
  });
});

function allOf(first: number, count: number): string {
  const codes = Array.from({ length: count }, (_, index) => (first + index).toString(16).toUpperCase());
  return codes.map((code) => `[U+${code}]`).join('');
}
