import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define/upcoming-expiration.js';
import type { Availability } from '../../../src/domain/availability.js';
import type { ExpirationSummary } from '../../../src/domain/expirations.js';
import type { UpcomingExpirationElement } from '../../../src/elements/upcoming-expiration/upcoming-expiration.element.js';

type Expirations = Availability<ExpirationSummary>;

const now = new Date('2026-06-15T12:00:00Z');

function ready(
  dates: readonly string[],
  more: Partial<ExpirationSummary> = {},
  missing?: readonly string[],
): Expirations {
  return { state: 'ready', value: { undated: 0, unreadable: 0, dates, ...more }, ...(missing && { missing }) };
}

function withExpirations(
  expirations: Expirations | undefined,
  properties: Partial<UpcomingExpirationElement> = {},
): Promise<UpcomingExpirationElement> {
  const element = document.createElement('upcoming-expiration');
  Object.assign(element, { expirations, now, customerName: 'Acorn', customerId: '42', ...properties });
  return fixture(html`${element}`);
}

const linkOf = (element: UpcomingExpirationElement) =>
  element.renderRoot.querySelector<HTMLElement>('[part=expirations-link]');
const textOf = (element: UpcomingExpirationElement) => element.renderRoot.textContent.replace(/\s+/g, ' ').trim();
const nameOf = (element: UpcomingExpirationElement) =>
  element.renderRoot.querySelector('[aria-label]')?.getAttribute('aria-label');

describe('states of an upcoming expiration', () => {
  const dated: [expiry: string, text: string][] = [
    ['2026-06-15', 'Jun 15, 2026 · today'],
    ['2026-06-16', 'Jun 16, 2026 · tomorrow'],
    ['2026-06-24', 'Jun 24, 2026 · in 9 days'],
    ['2029-03-04', 'Mar 4, 2029 · in 993 days'],
  ];
  for (const [expiry, text] of dated) {
    it(`a date: ${text}`, async () => {
      const element = await withExpirations(ready([expiry]));
      expect(element.matches(':state(date)')).to.equal(true);
      expect(textOf(element)).to.equal(text);
      expect(nameOf(element)).to.equal(`${text.split(' · ')[0]}, Acorn`);
      expect(element.renderRoot.querySelector('time')?.getAttribute('datetime')).to.equal(expiry);
      await expect(element).to.be.accessible();
    });
  }

  const noExpirations: [what: string, Expirations][] = [
    ['nothing that expires', ready([], { undated: 2 })],
    ['something that expired recently', ready(['2026-06-10'])],
  ];
  for (const [what, expirations] of noExpirations) {
    it(`a "No expirations" link for ${what}`, async () => {
      const element = await withExpirations(expirations);
      expect(element.matches(':state(no-expirations)')).to.equal(true);
      expect(linkOf(element)?.textContent.trim()).to.equal('No expirations');
      expect(nameOf(element)).to.equal('No expirations, Acorn');
      await expect(element).to.be.accessible();
    });
  }

  const others: [what: string, Expirations | undefined, state: string, text: string, name: string | undefined][] = [
    ['nothing at all', ready([]), 'no-entitlements', 'No entitlements', undefined],
    ['what expired long ago', ready(['2026-01-01']), 'no-entitlements', 'No entitlements', undefined],
    ['nothing given', undefined, 'pending', '', 'Loading expirations'],
    ['pending', { state: 'pending' }, 'pending', '', 'Loading expirations'],
    ['forbidden', { state: 'forbidden' }, 'unknown', '-', 'Expirations: only owners of the organization can see them'],
    ['not applicable', { state: 'not-applicable' }, 'unknown', '-', 'Expirations: not applicable'],
    ['unavailable', { state: 'unavailable' }, 'unknown', '-', 'Expirations: data unavailable'],
    ['a source missing', ready([], {}, ['Snow Atlas']), 'unknown', '-', 'Expirations: data incomplete'],
    ['an unreadable date', ready([], { unreadable: 1 }), 'unknown', '-', 'Expirations: data incomplete'],
  ];
  for (const [what, expirations, state, text, name] of others) {
    it(`no link for ${what}`, async () => {
      const element = await withExpirations(expirations);
      expect(element.matches(`:state(${state})`)).to.equal(true);
      expect(linkOf(element)).to.equal(null);
      expect(textOf(element)).to.equal(text);
      expect(nameOf(element)).to.equal(name);
      await expect(element).to.be.accessible();
    });
  }

  it('judges a date-time by its instant and its day in the time zone', async () => {
    const expirations = ready(['2026-06-15T22:30:00Z']);
    const element = await withExpirations(expirations, { timeZone: 'Europe/Berlin' });
    expect(textOf(element)).to.equal('Jun 16, 2026 · tomorrow');
    element.now = new Date('2026-06-15T22:30:01Z');
    await element.updateComplete;
    expect(element.matches(':state(no-expirations)')).to.equal(true);
  });

  it('takes the thresholds of the host', async () => {
    const element = await withExpirations(ready(['2026-06-10']), { policy: { graceDays: 3 } });
    expect(element.matches(':state(no-entitlements)')).to.equal(true);
  });
});

describe('the link of an upcoming expiration', () => {
  it('speaks a name with nothing in it that hides or turns text around, and cuts one without end', async () => {
    const element = await withExpirations(ready(['2026-07-01']), { customerName: 'Evil\u202ecorp' });
    expect(nameOf(element)).to.equal('Jul 1, 2026, Evil[U+202E]corp');
    element.customerName = 'x'.repeat(5000);
    await element.updateComplete;
    expect(nameOf(element)).to.have.length.below(1100);
  });

  it('leaves the customer and the time zone out once their attributes are gone', async () => {
    const element = await withExpirations(ready(['2026-06-15T22:30:00Z']));
    const attributes = { 'customer-name': 'Acorn', 'customer-id': '42', 'time-zone': 'Europe/Berlin' };
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    await element.updateComplete;
    expect(nameOf(element)).to.equal('Jun 16, 2026, Acorn');
    for (const name of Object.keys(attributes)) element.removeAttribute(name);
    await element.updateComplete;
    expect(nameOf(element)).to.equal('Jun 15, 2026');
    expect([element.customerId, element.customerName, element.timeZone]).to.deep.equal(['', '', 'UTC']);
  });

  it('is a link where there is an address, else a button, which promises no dialog: only the host knows', async () => {
    const link = linkOf(await withExpirations(ready(['2026-07-01']), { href: '/orgs/{id}/expirations' }));
    expect([link?.localName, link?.getAttribute('href')]).to.deep.equal(['a', '/orgs/42/expirations']);
    const button = linkOf(await withExpirations(ready(['2026-07-01'])));
    expect([button?.localName, button?.getAttribute('aria-haspopup')]).to.deep.equal(['button', null]);
  });

  for (const href of [
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\tscript:alert(1)',
    'vbscript:x',
    'data:,x',
  ]) {
    it(`is never ${JSON.stringify(href)}`, async () => {
      const element = await withExpirations(ready(['2026-07-01']), { href });
      expect(linkOf(element)?.localName).to.equal('button');
    });
  }

  it('says so by the keyboard, and can be held back', async () => {
    const element = await withExpirations(ready(['2026-07-01']), { href: '#expirations' });
    const defaults: boolean[] = [];
    element.addEventListener('click', (event) => defaults.push(event.defaultPrevented));
    element.addEventListener('expirations-open', (event) => event.preventDefault());
    const outside = oneEvent(document.body, 'expirations-open');
    linkOf(element)?.focus();
    await sendKeys({ press: 'Enter' });
    expect(await outside).to.include({ customerId: '42', composed: true, cancelable: true });
    expect(defaults).to.deep.equal([true]);
    expect(location.hash).to.equal('');
  });

  it('says nothing for a click beside it', async () => {
    const element = await withExpirations(ready(['2026-07-01']));
    let opens = 0;
    element.addEventListener('expirations-open', () => opens++);
    element.click();
    expect(opens).to.equal(0);
    linkOf(element)?.click();
    expect(opens).to.equal(1);
  });
});
