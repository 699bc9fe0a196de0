import { expect, fixtureSync, html, waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { BeaconCountLink } from '../../src/elements/beacon-count-link/beacon-count-link.element.js';
import { ExpirationStatusElement } from '../../src/elements/expiration-status/expiration-status.element.js';
import { UpcomingExpirationElement } from '../../src/elements/upcoming-expiration/upcoming-expiration.element.js';
import type { ExpirationSummary } from '../../src/domain/expirations.js';
import type { Availability } from '../../src/domain/availability.js';

const now = new Date('2026-06-15T12:00:00Z');
const expirations: Availability<ExpirationSummary> = {
  state: 'ready',
  value: { undated: 0, unreadable: 0, dates: ['2026-06-24'] },
};

interface Part {
  readonly tag: string;
  readonly define: (tag: string) => void;
  readonly properties: object;
  readonly english: string;
  readonly german: string;
}

const parts: readonly Part[] = [
  {
    tag: 'beacon-count-link',
    define: (tag) => customElements.define(tag, class extends BeaconCountLink {}),
    properties: { beacons: { state: 'not-applicable' } },
    english: 'Not applicable',
    german: 'Nicht zutreffend',
  },
  {
    tag: 'upcoming-expiration',
    define: (tag) => customElements.define(tag, class extends UpcomingExpirationElement {}),
    properties: { expirations, now, customerName: 'Acorn' },
    english: 'Jun 24, 2026 · in 9 days',
    german: '24.06.2026 · in 9 Tagen',
  },
  {
    tag: 'expiration-status',
    define: (tag) => customElements.define(tag, class extends ExpirationStatusElement {}),
    properties: { expirations, now },
    english: 'Expires in 30 days',
    german: 'Läuft in 30 Tagen ab',
  },
];

// everything below is about elements that are there before their class, unless it says otherwise
for (const { tag, define, properties, english, german } of parts) {
  describe(`${tag} and what is around it`, () => {
    const ownTag = `${tag}-around`;
    const textOf = (element: Element) => element.shadowRoot?.textContent.replace(/\s+/g, ' ').trim();
    const shows = (element: Element, text: string) =>
      waitUntil(() => textOf(element) === text, `never showed "${text}", but "${textOf(element)}"`);

    async function shown(lang = 'en'): Promise<LitElement> {
      const box = fixtureSync<HTMLElement>(html`<div></div>`);
      box.lang = lang;
      // defined by then: the class is a LitElement
      const element = Object.assign(document.createElement(ownTag), properties) as LitElement;
      box.append(element);
      await element.updateComplete;
      return element;
    }

    it('takes what it was given before it was defined', async () => {
      const box = fixtureSync<HTMLElement>(html`<div lang="en"></div>`);
      const element = Object.assign(document.createElement(ownTag), properties);
      box.append(element);
      define(ownTag);
      await shows(element, english);
    });

    it('speaks the nearest language, and follows it', async () => {
      const element = await shown('de');
      await shows(element, german);
      element.lang = 'en';
      await shows(element, english);
    });

    it('looks and says the same after a move, and in another document', async () => {
      const element = await shown();
      const lookOf = () => {
        const part = element.shadowRoot?.firstElementChild;
        const { color, fontWeight, paddingTop } = getComputedStyle(part ?? element);
        return { color, fontWeight, paddingTop };
      };
      const before = lookOf();
      fixtureSync<HTMLElement>(html`<div lang="en"></div>`).append(element);
      expect(lookOf()).to.deep.equal(before);
      const frame = fixtureSync<HTMLIFrameElement>(html`<iframe title="another document"></iframe>`);
      const { documentElement, body } = frame.contentDocument ?? document;
      documentElement.lang = 'de';
      body.append(element);
      await shows(element, german);
      expect(lookOf()).to.deep.equal(before);
    });

    for (const scheme of ['light', 'dark']) {
      it(`is accessible in a ${scheme} page`, async () => {
        const element = await shown();
        const box = element.parentElement ?? element;
        box.style.cssText = `color-scheme: ${scheme}; background: light-dark(#fff, #16181d)`;
        await expect(element).to.be.accessible();
      });
    }
  });
}
