import { expect } from '@open-wc/testing';
import { en } from '../../src/messages/en.js';
import { mergeMessages } from '../../src/messages/merge-messages.js';
import type { MessagesOverride } from '../../src/messages/messages.js';
import { wordsOf } from './words.js';

/** What a host in plain JavaScript may hand over. */
const parsed = (json: string) => JSON.parse(json) as MessagesOverride;

describe('mergeMessages', () => {
  it('replaces the words that are given, at any depth, and leaves the others', () => {
    const total = () => 'many';
    const merged = mergeMessages(en, { retry: 'Again', overview: { heading: 'My customers', total } });
    expect(merged.retry).to.equal('Again');
    expect(merged.overview.heading).to.equal('My customers');
    expect(merged.overview.total).to.equal(total);
    expect(merged.overview.table).to.equal(en.overview.table);
    expect(merged.errors).to.deep.equal(en.errors);
    expect(en.retry).not.to.equal('Again');
  });

  it('takes an empty text for a word', () => {
    expect(mergeMessages(en, { retry: '' }).retry).to.equal('');
  });

  it('leaves what is no word, or of another kind', () => {
    const merged = mergeMessages(
      en,
      parsed('{ "retry": 5, "errors": "all", "overview": { "total": "a text", "heading": null, "more": "words" } }'),
    );
    expect([...wordsOf(merged).keys()]).to.deep.equal([...wordsOf(en).keys()]);
    expect(merged).to.deep.equal(en);
  });

  it('is poisoned by no prototype', () => {
    const merged = mergeMessages(
      en,
      parsed('{ "__proto__": { "retry": "poison", "polluted": true }, "errors": { "__proto__": { "timeout": "p" } } }'),
    );
    expect(merged).to.deep.equal(en);
    expect(Object.getPrototypeOf(merged)).to.equal(Object.prototype);
    expect(({} as { polluted?: boolean }).polluted).to.equal(undefined);
  });
});
