import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define/expiration-status.js';
import type { Availability } from '../../../src/domain/availability.js';
import type { ExpirationSummary } from '../../../src/domain/expirations.js';
import type { ExpirationStatusElement } from '../../../src/elements/expiration-status/expiration-status.element.js';

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
  properties: Partial<ExpirationStatusElement> = {},
): Promise<ExpirationStatusElement> {
  const element = document.createElement('expiration-status');
  Object.assign(element, { expirations, now, ...properties });
  return fixture(html`${element}`);
}

const badgeOf = (element: ExpirationStatusElement) => element.renderRoot.querySelector<HTMLElement>('[part=status]');
const textOf = (element: ExpirationStatusElement) => element.renderRoot.textContent.trim();

describe('states of an expiration status', () => {
  const badges: [what: string, Expirations, state: string, text: string, urgency: string][] = [
    ['yesterday', ready(['2026-06-14']), 'expired', 'Expired', 'expired'],
    ['30 days ago', ready(['2026-05-16']), 'expired', 'Expired', 'expired'],
    ['recently and soon', ready(['2026-06-14', '2026-06-20']), 'expired', 'Expired', 'expired'],
    ['today', ready(['2026-06-15']), 'expires-in', 'Expires in 30 days', 'soon'],
    ['in 30 days', ready(['2026-07-15']), 'expires-in', 'Expires in 30 days', 'soon'],
    ['in 31 days', ready(['2026-07-16']), 'expires-in', 'Expires in 60 days', 'later'],
    ['in 60 days', ready(['2026-08-14']), 'expires-in', 'Expires in 60 days', 'later'],
  ];
  for (const [what, expirations, state, text, urgency] of badges) {
    it(`a badge for ${what}`, async () => {
      const element = await withExpirations(expirations);
      expect(element.matches(`:state(${state})`)).to.equal(true);
      expect(badgeOf(element)?.dataset['status']).to.equal(urgency);
      expect(textOf(element)).to.equal(text);
      await expect(element).to.be.accessible();
    });
  }

  const others: [what: string, Expirations | undefined, state: string, text: string, name: string][] = [
    ['in 61 days', ready(['2026-08-15']), 'none', '-', 'No expiration within the next days'],
    ['31 days ago', ready(['2026-05-15']), 'none', '-', 'No expiration within the next days'],
    ['nothing at all', ready([]), 'none', '-', 'No expiration within the next days'],
    ['nothing given', undefined, 'pending', '', 'Loading expirations'],
    ['forbidden', { state: 'forbidden' }, 'unknown', '-', 'Expirations: only owners of the organization can see them'],
    ['not applicable', { state: 'not-applicable' }, 'unknown', '-', 'Expirations: not applicable'],
    ['unavailable', { state: 'unavailable' }, 'unknown', '-', 'Expirations: data unavailable'],
    ['a source missing', ready([], {}, ['Snow Atlas']), 'unknown', '-', 'Expirations: data incomplete'],
  ];
  for (const [what, expirations, state, text, name] of others) {
    it(`a named sign for ${what}`, async () => {
      const element = await withExpirations(expirations);
      expect(element.matches(`:state(${state})`)).to.equal(true);
      expect(badgeOf(element)).to.equal(null);
      expect(textOf(element)).to.equal(text);
      expect(element.renderRoot.querySelector('[role=img]')?.getAttribute('aria-label')).to.equal(name);
      await expect(element).to.be.accessible();
    });
  }

  it('labels follow the thresholds of the host; the nearest is the urgent one in any order', async () => {
    const element = await withExpirations(ready(['2026-06-20']), { policy: { horizons: [14, 7] } });
    expect(textOf(element)).to.equal('Expires in 7 days');
    expect(badgeOf(element)?.dataset['status']).to.equal('soon');
  });

  it('counts in UTC again once its time zone is taken away', async () => {
    const element = await withExpirations(ready(['2026-07-15T23:00:00Z']), { timeZone: 'Europe/Berlin' });
    element.setAttribute('time-zone', 'Europe/Berlin');
    await element.updateComplete;
    expect(textOf(element)).to.equal('Expires in 60 days');
    element.removeAttribute('time-zone');
    await element.updateComplete;
    expect([textOf(element), element.timeZone]).to.deep.equal(['Expires in 30 days', 'UTC']);
  });

  it('turns over with the moment that it is judged at', async () => {
    const element = await withExpirations(ready(['2026-06-15T12:00:01Z']));
    expect(textOf(element)).to.equal('Expires in 30 days');
    element.now = new Date('2026-06-15T12:00:02Z');
    await element.updateComplete;
    expect(textOf(element)).to.equal('Expired');
  });
});
