import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { searchMatches } from '../../src/domain/search-matches.js';
import { foldText, matchesSearch } from '../../src/domain/search-text.js';

/** The text with its matches in brackets. */
function marked(text: string, search: string): string {
  let [shown, position] = ['', 0];
  for (const { start, end } of searchMatches(text, search)) {
    shown += `${text.slice(position, start)}[${text.slice(start, end)}]`;
    position = end;
  }
  return shown + text.slice(position);
}

describe('searchMatches', () => {
  const table: readonly (readonly [text: string, search: string, shown: string])[] = [
    ['Contoso', 'tos', 'Con[tos]o'],
    ['Contoso', 'TOS', 'Con[tos]o'],
    ['Contoso', ' tos ', 'Con[tos]o'],
    ['Contoso', 'x', 'Contoso'],
    ['Contoso', '', 'Contoso'],
    ['Contoso', ' ', 'Contoso'],
    ['banana', 'ana', 'b[ana]na'],
    ['anna-anna', 'an', '[an]na-[an]na'],
    ['Müller', 'mul', '[Mül]ler'],
    ['Mu\u0308ller', 'mu', '[Mu\u0308]ller'],
    ['Muller', 'mül', '[Mul]ler'],
    ['Straße', 'strass', '[Straß]e'],
    ['Straße', 'stras', '[Straß]e'],
    ['Straße', 'sse', 'Stra[ße]'],
    ['ß', 's', '[ß]'],
    ['ﬁnance', 'i', '[ﬁ]nance'],
    ['ΟΔΟΣ', 'οδος', '[ΟΔΟΣ]'],
    ['😀 Acme', 'acme', '😀 [Acme]'],
    ['00123', '0012', '[0012]3'],
  ];
  for (const [text, search, shown] of table)
    it(`marks ${shown} for ${JSON.stringify(search)}`, () => expect(marked(text, search)).to.equal(shown));

  it('finds something where the search finds the customer, in order and apart', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'B', 'é', 'e\u0301', 'ß', 'ﬁ', ' ', '1', '😀', 'Σ', 'ς') });
    fc.assert(
      fc.property(texts, texts, (text, search) => {
        const matches = searchMatches(text, search);
        const isFound = search.trim() !== '' && matchesSearch(foldText(text), foldText(search));
        expect(matches.length > 0).to.equal(isFound && foldText(search).trim() !== '');
        let position = 0;
        for (const { start, end } of matches) {
          expect(start).to.be.at.least(position);
          expect(end).to.be.greaterThan(start);
          expect(foldText(text.slice(start, end))).to.contain(foldText(search).trim());
          position = end;
        }
        expect(position).to.be.at.most(text.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('does not stall on a long text that is all matches', () => {
    const started = performance.now();
    expect(searchMatches('é'.repeat(100_000), 'e')).to.have.lengthOf(100_000);
    expect(performance.now() - started).to.be.below(2000);
  });
});
