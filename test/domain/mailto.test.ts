import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { mailtoLink } from '../../src/domain/mailto.js';

describe('mailtoLink', () => {
  const table: [email: string, link: string | undefined][] = [
    ['ada@example.com', 'mailto:ada@example.com'],
    [' ada+lists@mail.example.com ', 'mailto:ada%2Blists@mail.example.com'],
    ['a?cc=all&b@example.com', 'mailto:a%3Fcc%3Dall%26b@example.com'],
    ["o'hara%0a@example.com", "mailto:o'hara%250a@example.com"],
    ['', undefined],
    ['ada', undefined],
    ['@example.com', undefined],
    ['ada@', undefined],
    ['ada@example.com?cc=all@example.com', undefined],
    ['javascript:alert(1)', undefined],
    ['ada@example.com\nbcc:all@example.com', undefined],
    ['ada@exa mple.com', undefined],
  ];
  for (const [email, link] of table) {
    it(`${JSON.stringify(email)} ${link === undefined ? 'is none' : `is ${link}`}`, () => {
      expect(mailtoLink(email)).to.equal(link);
    });
  }

  it('writes to one address and says nothing else, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.emailAddress(),
          fc.string(),
          fc.tuple(fc.string(), fc.string()).map((parts) => parts.join('@')),
        ),
        (text) => {
          const link = mailtoLink(text);
          if (link === undefined) return;
          const { protocol, pathname, search, hash } = new URL(link);
          expect([protocol, search, hash]).to.deep.equal(['mailto:', '', '']);
          expect(decodeURIComponent(pathname)).to.equal(text.trim());
        },
      ),
    );
  });
});
