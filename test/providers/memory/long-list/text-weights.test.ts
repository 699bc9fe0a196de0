import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { collatorOf } from '../../../../src/providers/memory/collator.js';
import { collated } from '../../../../src/providers/memory/long-list/collation.js';
import { Slices } from '../../../../src/providers/memory/long-list/slices.js';
import { allRows } from '../../../../src/providers/memory/long-list/sort-order.js';
import { TextWeights } from '../../../../src/providers/memory/long-list/text-weights.js';

const slices = new Slices(() => true);
const locales = ['en', 'cs', 'da', 'de', 'es', 'hu', 'hr', 'lt', 'sv', 'th', 'tr', 'ja', 'ko', 'zh', 'ar', 'ru', 'cy'];

// prettier-ignore
const texts = fc.array(
  fc.oneof(
    fc.array(fc.constantFrom('a', 'A', 'b', 'c', 'ch', 'cs', 'dz', 'h', 'i', 'l', 'lj', 'ng', 'ny', 's', 'sz', 't', 'y', 'z',
      'ä', 'å', 'aa', 'æ', 'č', 'ı', 'ñ', 'ö', 'ß', 'ﬁ', '\u0301', '\u00AD', ' ', '-', '…', '0', '9', '10', '007', '²', '½',
      'Σ', 'й', 'и\u0306', 'が', 'ー', '東', '한', 'ا', 'เ', 'ก', '😀'), { maxLength: 6 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 4 }),
  ),
  { minLength: 2, maxLength: 40 },
);

async function weigh(list: readonly string[], locale = 'en'): Promise<TextWeights> {
  const base = collatorOf(locale, { sensitivity: 'base' });
  return TextWeights.of(allRows(list.length), (row) => list[row] ?? '', base, slices);
}

describe('TextWeights', () => {
  it('decides as the collator does, wherever it decides', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom(...locales), async (list, locale) => {
        const weights = await weigh(list, locale);
        const collator = collatorOf(locale);
        for (const [a, one] of list.entries()) {
          for (const [b, other] of list.entries()) {
            const order = weights.has(a) && weights.has(b) ? Math.sign(weights.compare(a, b)) : 0;
            if (order !== 0)
              expect(Math.sign(collator.compare(one, other)), `${locale}: ${one} ${other}`).to.equal(order);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('weighs what most names are made of', async () => {
    const list = ['Acme Corporation', 'Zoë & Söhne GmbH', 'Łódź-Steel', 'Site 10', 'Αιγαίο', 'Ёлка', '東海'];
    const weights = await weigh(list);
    for (const [row, text] of list.entries()) expect(weights.has(row), text).to.equal(true);
  });

  it('leaves to the collator what counts as one letter or as two, is ignored, or is no letter', async () => {
    const czech = await weigh(['chata', 'cihla'], 'cs');
    expect([czech.has(0), czech.has(1)]).to.deep.equal([false, true]);
    const list = ['æ', 'ﬁn', 'a\u00ADb', 'e\u0301', '\uD800', '1'.repeat(31), 'plain', '1'.repeat(30)];
    const weights = await weigh([...list, 'ae', 'fi']);
    expect(list.map((_, row) => weights.has(row))).to.deep.equal([...Array<boolean>(6).fill(false), true, true]);
  });

  it('compares numbers by their value', async () => {
    const weights = await weigh(['Site 9', 'Site 10', 'Site 010', 'Site']);
    expect(weights.compare(0, 1)).to.be.below(0);
    expect(weights.compare(1, 2)).to.equal(0);
    expect(weights.compare(3, 0)).to.be.below(0);
  });

  it('does not prove what is noise', async () => {
    const letters = Array.from({ length: 1500 }, (_, index) => String.fromCharCode(0x4e00 + index));
    const noise = letters.map((letter, index) =>
      Array.from({ length: 20 }, (_, step) => letter + (letters[(index * 7 + step * 13) % 1000] ?? '')).join(''),
    );
    const weights = await weigh([...letters, ...noise], 'ja');
    expect(weights.has(0), 'a single letter').to.equal(true);
    expect(weights.has(letters.length - 1), 'beyond the letters that are weighed').to.equal(false);
    expect(weights.has(letters.length), 'of many pairs').to.equal(false);
  });
});

describe('collated', () => {
  const byRow = (a: number, b: number) => a - b;
  const sort = async (list: readonly string[], locale: string) => {
    const { rows: order, begins } = await collated(
      allRows(list.length),
      (row) => list[row] ?? '',
      locale,
      byRow,
      slices,
    );
    return { texts: Array.from(order, (row) => list[row] ?? ''), begins: [...begins], order };
  };

  it('takes what a language finds equal for one group, in the order that it is given for that', async () => {
    const few = ['b', 'e\u0301', 'é', 'b', 'a', 'e\u0301', 'é'];
    for (const list of [few, [...few, ...Array.from({ length: 1200 }, (_, index) => `z ${index}`)]]) {
      const { texts: result, begins, order } = await sort(list, 'en');
      expect(result.slice(0, 3)).to.deep.equal(['a', 'b', 'b']);
      expect(begins.slice(0, 7)).to.deep.equal([1, 1, 0, 1, 0, 0, 0]);
      expect([...order.slice(0, 7)]).to.deep.equal([4, 0, 3, 1, 2, 5, 6]);
    }
  });

  it('leaves plain numbers that rise as they are, and sorts all others', async () => {
    for (const list of [
      ['1', '9', '10', '900'],
      ['1', '10', '9'],
      ['1', '01', '2'],
      ['9', '9'],
      ['a', '1'],
    ]) {
      const collator = new Intl.Collator('en', { numeric: true });
      const expected = [...list].sort((a, b) => collator.compare(a, b));
      expect((await sort(list, 'en')).texts).to.deep.equal(expected);
    }
  });

  it('sorts many rows with the same text, or with texts that end alike', async () => {
    const list = Array.from({ length: 3000 }, (_, index) =>
      index % 3 === 0 ? 'Same' : index % 3 === 1 ? 'same' : 'Same 2',
    );
    const { texts: result, begins } = await sort(list, 'en');
    expect(begins.filter(Boolean)).to.have.length(3);
    expect([result[0], result[1000], result[2000]]).to.deep.equal(['same', 'Same', 'Same 2']);
  });

  it('takes a tag that is none for no language in particular', async () => {
    expect((await sort(['b', 'a'], 'not a language')).texts).to.deep.equal(['a', 'b']);
  });
});
