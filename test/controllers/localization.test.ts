import { aTimeout, expect, fixtureSync, html, waitUntil } from '@open-wc/testing';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { Localization } from '../../src/controllers/localization.js';
import { de } from '../../src/messages/de.js';
import { en } from '../../src/messages/en.js';
import { expirationsSlideout } from '../../src/messages/en/expirations-slideout.js';
import type { MessagesOverride } from '../../src/messages/messages.js';

class LocalizationHost extends LitElement {
  @property({ attribute: false }) messages?: MessagesOverride;
  renders = 0;
  readonly l10n = new Localization(this, () => this.messages);

  override render() {
    this.renders++;
    return `${this.l10n.locale} ${this.l10n.messages.retry}`;
  }

  get shown(): string {
    return this.renderRoot.textContent;
  }
}
customElements.define('localization-host', LocalizationHost);

/** A panel, which brings its English words along. */
class PanelHost extends LitElement {
  @property({ attribute: false }) messages?: MessagesOverride;
  readonly l10n = new Localization(this, () => this.messages, { expirationsSlideout });
}
customElements.define('localization-panel-host', PanelHost);

const create = () => new LocalizationHost();

/** A host inside an element with that language. */
async function hostIn(lang: string | undefined): Promise<LocalizationHost> {
  const box = fixtureSync<HTMLElement>(html`<div></div>`);
  if (lang !== undefined) box.lang = lang;
  const host = box.appendChild(create());
  await host.updateComplete;
  return host;
}

const shows = (host: LocalizationHost, text: string) =>
  waitUntil(() => host.shown === text, `never showed "${text}", but "${host.shown}"`);

describe('Localization', () => {
  const pageLanguage = document.documentElement.lang;

  afterEach(() => {
    document.documentElement.lang = pageLanguage;
    document.documentElement.removeAttribute('dir');
  });

  it('speaks English where the page names no language', async () => {
    document.documentElement.removeAttribute('lang');
    const host = await hostIn(undefined);
    expect(host.shown).to.equal('en Try again');
    expect(host.l10n.direction).to.equal('ltr');
  });

  it('loads the nearest language, and its regions', async () => {
    await shows(await hostIn('de'), 'de Erneut versuchen');
    await shows(await hostIn('de-AT'), 'de-AT Erneut versuchen');
  });

  it('is there in English at once, and swaps when the language has come', async () => {
    // a region of its own, so that this element is the first to see it whatever ran before
    const host = await hostIn('de-x-first');
    expect(host.l10n.locale).to.equal('de-x-first');
    await shows(host, 'de-x-first Erneut versuchen');
  });

  for (const [lang, locale] of [
    ['', 'en'],
    ['not a tag!', 'en'],
    ['constructor', 'en'],
    ['fr-CA', 'fr-CA'],
    ['xx', 'xx'],
  ] as const) {
    it(`speaks English for lang="${lang}", and writes numbers as ${locale}`, async () => {
      const host = await hostIn(lang);
      expect(host.l10n.messages).to.equal(en);
      expect(host.l10n.locale).to.equal(locale);
      const written = locale === 'fr-CA' ? new Intl.NumberFormat('fr-CA') : new Intl.NumberFormat('en');
      expect(host.l10n.formatNumber(1234.5)).to.equal(written.format(1234.5));
    });
  }

  it('finds the language through shadow roots and the hosts of slots', async () => {
    const outer = fixtureSync<HTMLElement>(html`<div lang="de"><div id="host"></div></div>`);
    const shadow = outer.querySelector('#host')?.attachShadow({ mode: 'open' });
    const card = document.createElement('div');
    card.attachShadow({ mode: 'open' }).append(document.createElement('slot'));
    const host = create();
    card.append(host);
    shadow?.append(card);
    await shows(host, 'de Erneut versuchen');
    card.lang = 'en-GB';
    await shows(host, 'en-GB Try again');
    card.removeAttribute('lang');
    await shows(host, 'de Erneut versuchen');
  });

  it('follows a language that changes, anywhere around it', async () => {
    const host = await hostIn(undefined);
    document.documentElement.lang = 'de';
    await shows(host, 'de Erneut versuchen');
    host.lang = 'en';
    await shows(host, 'en Try again');
    host.removeAttribute('lang');
    await shows(host, 'de Erneut versuchen');
  });

  it('follows a move in the page, and hears nothing once it is out of it', async () => {
    const host = await hostIn('en');
    const german = fixtureSync<HTMLElement>(html`<div lang="de"></div>`);
    german.append(host);
    await shows(host, 'de Erneut versuchen');
    host.remove();
    const { renders } = host;
    german.lang = 'en';
    document.documentElement.lang = 'fr';
    await aTimeout(0);
    await host.updateComplete;
    expect(host.renders).to.equal(renders);
    german.append(host);
    await shows(host, 'en Try again');
  });

  it('lets the last language win', async () => {
    const host = await hostIn('de');
    host.lang = 'en';
    await shows(host, 'en Try again');
    await aTimeout(0);
    expect(host.l10n.messages).to.equal(en);
  });

  it('knows the direction, and follows it', async () => {
    const host = await hostIn('en');
    document.documentElement.dir = 'rtl';
    await waitUntil(() => host.l10n.direction === 'rtl', 'the direction never changed');
    host.dir = 'ltr';
    await waitUntil(() => host.l10n.direction === 'ltr', 'the direction never changed back');
  });

  it('puts the words of the host in the place of the language’s, as one object', async () => {
    const host = await hostIn('en');
    host.messages = { retry: 'Once more' };
    expect(host.l10n.messages.retry).to.equal('Once more');
    expect(host.l10n.messages).to.equal(host.l10n.messages);
    expect(host.l10n.messages.errors).to.deep.equal(en.errors);
    host.lang = 'de';
    await waitUntil(() => host.l10n.messages.errors.timeout === de.errors.timeout, 'never spoke German');
    expect(host.l10n.messages.retry).to.equal('Once more');
    host.messages = undefined;
    expect(host.l10n.messages).to.equal(de);
  });

  it('speaks the words of a panel beside all others, in every language', async () => {
    const box = fixtureSync<HTMLElement>(html`<div lang="en"></div>`);
    const host = box.appendChild(new PanelHost());
    expect(host.l10n.messages).to.deep.equal({ ...en, expirationsSlideout });
    host.messages = { expirationsSlideout: { close: 'Shut' } };
    expect(host.l10n.messages.expirationsSlideout).to.deep.equal({ ...expirationsSlideout, close: 'Shut' });
    box.lang = 'de';
    await waitUntil(() => host.l10n.messages.retry === de.retry, 'never spoke German');
    expect(host.l10n.messages.expirationsSlideout).to.deep.equal({ ...de.expirationsSlideout, close: 'Shut' });
    box.lang = 'en';
    await waitUntil(() => host.l10n.messages.retry === en.retry, 'never spoke English again');
    host.messages = undefined;
    expect(host.l10n.messages.expirationsSlideout).to.equal(expirationsSlideout);
  });

  it('counts in the plural of the words, with the numbers of the locale', async () => {
    // French counts 0 as one, but the words are English
    const french = await hostIn('fr');
    expect(french.l10n.count(0)).to.deep.equal({ value: 0, text: '0', plural: 'other' });
    const german = await hostIn('de');
    await shows(german, 'de Erneut versuchen');
    expect(german.l10n.count(1204)).to.deep.equal({ value: 1204, text: '1.204', plural: 'other' });
    expect(german.l10n.count(1)).to.deep.equal({ value: 1, text: '1', plural: 'one' });
  });

  it('writes lists as the locale does', async () => {
    const host = await hostIn('en');
    expect(host.l10n.formatList(['Snow Atlas', 'Flexera One'])).to.equal('Snow Atlas and Flexera One');
    host.lang = 'de';
    await waitUntil(() => host.l10n.locale === 'de', 'never followed');
    expect(host.l10n.formatList(['Snow Atlas', 'Flexera One'])).to.equal('Snow Atlas und Flexera One');
  });
});
