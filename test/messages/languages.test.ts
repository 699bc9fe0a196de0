import { expect } from '@open-wc/testing';
import type { Count } from '../../src/messages/count.js';
import { de } from '../../src/messages/de.js';
import { en } from '../../src/messages/en.js';
import { customerBeacons } from '../../src/messages/en/customer-beacons.js';
import { addCustomers } from '../../src/messages/en/add-customers.js';
import { customerDetails } from '../../src/messages/en/customer-details.js';
import { customerFields } from '../../src/messages/en/customer-fields.js';
import { customersPanel } from '../../src/messages/en/customers-panel.js';
import { deleteCustomers } from '../../src/messages/en/delete-customers.js';
import { editCustomer } from '../../src/messages/en/edit-customer.js';
import { finding } from '../../src/messages/en/finding.js';
import { expirationsSlideout } from '../../src/messages/en/expirations-slideout.js';
import { exportPanel } from '../../src/messages/en/export-panel.js';
import { panels } from '../../src/messages/en/panels.js';
import { refusals } from '../../src/messages/en/refusals.js';
import { selection } from '../../src/messages/en/selection.js';
import { upkeep } from '../../src/messages/en/upkeep.js';
import { viewerChoices } from '../../src/messages/en/viewer-choices.js';
import { languages } from '../../src/messages/languages.js';
import type { AllMessages } from '../../src/messages/messages.js';
import { wordsOf } from './words.js';

const english: AllMessages = {
  ...en,
  addCustomers,
  customerBeacons,
  customerDetails,
  customerFields,
  customersPanel,
  deleteCustomers,
  editCustomer,
  expirationsSlideout,
  exportPanel,
  panels,
  finding,
  refusals,
  selection,
  upkeep,
  viewerChoices,
};
const all = new Map<string, AllMessages>([['en', english]]);

before(async () => {
  for (const [tag, load] of Object.entries(languages)) all.set(tag, await load());
});

const count = (language: string, value: number): Count => ({
  value,
  text: new Intl.NumberFormat(language).format(value),
  plural: new Intl.PluralRules(language).select(value),
});

/** What a word says with arguments of every kind that it takes. */
function said(word: unknown, language: string, value: number): string {
  if (typeof word === 'string') return word;
  if (typeof word !== 'function') throw new Error(`a word is a ${typeof word}`);
  // a word takes counts or texts, and uses what it takes; a count that reads as its text serves for both
  const argument = Object.assign(new String('ascending'), count(language, value));
  return (word as (...args: unknown[]) => string)(argument, argument, 'Contoso');
}

describe('languages', () => {
  it('are named by lower-case tags, English apart', () => {
    expect(Object.keys(languages)).to.include('de');
    for (const tag of Object.keys(languages)) expect(tag).to.match(/^(?!en$)[a-z]{2,3}(-[a-z0-9]+)*$/);
  });

  it('have every word of English, of the same kind, and no other', () => {
    const kinds = (messages: AllMessages) =>
      [...wordsOf(messages)].map(([path, word]) => `${path}: ${typeof word}`).sort();
    for (const [tag, messages] of all) expect(kinds(messages), tag).to.deep.equal(kinds(english));
    expect(wordsOf(english).size).to.be.greaterThan(60);
  });

  it('say something with every word, without gaps', () => {
    for (const [tag, messages] of all) {
      for (const [path, word] of wordsOf(messages)) {
        for (const value of [0, 1, 2, 1204]) {
          const text = said(word, tag, value);
          expect(text, `${tag} ${path}`).to.match(/\S/);
          expect(text, `${tag} ${path}`).not.to.match(/undefined|null|NaN|\[object|\s{2}|^\s|\s$/);
        }
      }
    }
  });

  it('say most things differently', () => {
    const words = wordsOf(english);
    for (const [tag, load] of all) {
      if (tag === 'en') continue;
      const same = [...wordsOf(load)].filter(([path, word]) => said(word, tag, 3) === said(words.get(path), 'en', 3));
      // 'Status' and the lists of a name and a number are the same in many languages
      expect(same.length, `${tag}: ${same.map(([path]) => path).join(', ')}`).to.be.lessThan(words.size / 8);
    }
  });
});

describe('plurals', () => {
  for (const [value, english, german] of [
    [0, 'today', 'heute'],
    [1, 'tomorrow', 'morgen'],
    [2, 'in 2 days', 'in 2 Tagen'],
    [1204, 'in 1,204 days', 'in 1.204 Tagen'],
  ] as const) {
    it(`say ${value} days as "${english}" and "${german}"`, () => {
      expect(en.expirations.relative(count('en', value))).to.equal(english);
      expect(de.expirations.relative(count('de', value))).to.equal(german);
    });
  }

  it('tell one from many', () => {
    expect(en.overview.total(count('en', 1))).to.equal('1 customer');
    expect(en.overview.total(count('en', 1204))).to.equal('1,204 customers');
    expect(de.overview.total(count('de', 1))).to.equal('1 Kunde');
    expect(de.overview.total(count('de', 1204))).to.equal('1.204 Kunden');
    expect(de.expirations.status.expiresIn(count('de', 1))).to.equal('Läuft in 1 Tag ab');
    expect(de.expirations.status.expiresIn(count('de', 30))).to.equal('Läuft in 30 Tagen ab');
    expect(en.beacons.linkWithProblems(count('en', 5), count('en', 1), 'Contoso')).to.equal(
      '5 beacons, 1 with problems, Contoso',
    );
  });
});
