import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define/beacon-count-link.js';
import type { Availability } from '../../../src/domain/availability.js';
import type { BeaconSummary } from '../../../src/domain/beacons.js';
import type { BeaconCountLink } from '../../../src/elements/beacon-count-link/beacon-count-link.element.js';

function withBeacons(beacons: Availability<BeaconSummary>): Promise<BeaconCountLink> {
  return fixture(html`<beacon-count-link .beacons=${beacons} customer-name="Acorn"></beacon-count-link>`);
}

const linkOf = (element: BeaconCountLink) => element.renderRoot.querySelector('[part=beacons-link]');
const textOf = (element: BeaconCountLink) => element.renderRoot.textContent.trim();
const nameOf = (element: BeaconCountLink) =>
  element.renderRoot.querySelector('[aria-label]')?.getAttribute('aria-label');

describe('states of a beacon count', () => {
  it('a number, which may be 0', async () => {
    for (const [total, name] of [
      [0, '0 beacons, Acorn'],
      [1, '1 beacon, Acorn'],
      [1204, '1,204 beacons, Acorn'],
    ] as const) {
      const element = await withBeacons({ state: 'ready', value: { total } });
      expect(element.matches(':state(count)')).to.equal(true);
      expect(textOf(element)).to.equal(total.toLocaleString('en'));
      expect(nameOf(element)).to.equal(name);
      await expect(element).to.be.accessible();
    }
  });

  it('with problems, which are drawn and spoken', async () => {
    const element = await withBeacons({ state: 'ready', value: { total: 7, unhealthy: 2 } });
    expect(textOf(element)).to.equal('7');
    expect(element.renderRoot.querySelector('.problems')?.getAttribute('data-count')).to.equal('2');
    expect(nameOf(element)).to.equal('7 beacons, 2 with problems, Acorn');
    await expect(element).to.be.accessible();
  });

  const others: [Availability<BeaconSummary>, state: string, text: string, name: string | undefined][] = [
    [{ state: 'pending' }, 'pending', '', 'Loading beacons'],
    [{ state: 'not-applicable' }, 'not-applicable', 'Not applicable', undefined],
    [{ state: 'forbidden' }, 'unknown', '-', 'Beacons: you do not have access'],
    [{ state: 'unavailable' }, 'unknown', '-', 'Beacons: data unavailable'],
    [{ state: 'ready', value: { total: 3 }, missing: ['Snow Atlas'] }, 'unknown', '-', 'Beacons: data unavailable'],
    [{ state: 'ready', value: { total: -1 } }, 'unknown', '-', 'Beacons: data unavailable'],
  ];
  for (const [beacons, state, text, name] of others) {
    it(`no link for ${JSON.stringify(beacons)}`, async () => {
      const element = await withBeacons(beacons);
      expect(element.matches(`:state(${state})`)).to.equal(true);
      expect(linkOf(element)).to.equal(null);
      expect(textOf(element)).to.equal(text);
      expect(nameOf(element)).to.equal(name);
      await expect(element).to.be.accessible();
    });
  }

  it('follows its properties from one state to the next', async () => {
    const element = await withBeacons({ state: 'pending' });
    element.beacons = { state: 'ready', value: { total: 5 } };
    await element.updateComplete;
    expect(element.matches(':state(count)')).to.equal(true);
    expect(element.matches(':state(pending)')).to.equal(false);
    expect(textOf(element)).to.equal('5');
  });
});

describe('a beacon count from attributes', () => {
  it('counts, with problems', async () => {
    const element = await fixture<BeaconCountLink>(
      html`<beacon-count-link total="12" unhealthy="1"></beacon-count-link>`,
    );
    expect(nameOf(element)).to.equal('12 beacons, 1 with problems');
  });

  it('an empty one is pending, not 0; one that is no number is unknown', async () => {
    const empty = await fixture<BeaconCountLink>(html`<beacon-count-link total=""></beacon-count-link>`);
    expect(empty.matches(':state(pending)')).to.equal(true);
    const word = await fixture<BeaconCountLink>(html`<beacon-count-link total="many"></beacon-count-link>`);
    expect(word.matches(':state(unknown)')).to.equal(true);
  });
});

describe('the customer of a beacon count', () => {
  it('is spoken with nothing in its name that hides or turns text around, and not without end', async () => {
    const element = await withBeacons({ state: 'ready', value: { total: 3 } });
    element.customerName = 'Evil\u202ecorp';
    await element.updateComplete;
    expect(nameOf(element)).to.equal('3 beacons, Evil[U+202E]corp');
    element.customerName = 'x'.repeat(5000);
    await element.updateComplete;
    expect(nameOf(element)).to.have.length.below(1100);
  });

  it('is nobody any more once its attributes are gone', async () => {
    const element = await fixture<BeaconCountLink>(
      html`<beacon-count-link total="3" customer-id="42" customer-name="Acorn"></beacon-count-link>`,
    );
    expect(nameOf(element)).to.equal('3 beacons, Acorn');
    for (const name of ['customer-id', 'customer-name']) element.removeAttribute(name);
    await element.updateComplete;
    expect(nameOf(element)).to.equal('3 beacons');
    expect([element.customerId, element.customerName]).to.deep.equal(['', '']);
  });
});

describe('the link of a beacon count', () => {
  const withHref = (href: string, id = 'a/b') =>
    fixture<BeaconCountLink>(html`<beacon-count-link total="3" customer-id=${id} href=${href}></beacon-count-link>`);

  it('is a link where there is an address, with the id encoded', async () => {
    const link = linkOf(await withHref('/orgs/{id}/beacons'));
    expect(link?.localName).to.equal('a');
    expect(link?.getAttribute('href')).to.equal('/orgs/a%2Fb/beacons');
  });

  it('is a button without one', async () => {
    const element = await fixture<BeaconCountLink>(html`<beacon-count-link total="3"></beacon-count-link>`);
    expect(linkOf(element)?.localName).to.equal('button');
  });

  for (const href of [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    '{id}',
  ]) {
    it(`is never ${JSON.stringify(href)}`, async () => {
      const element = await withHref(href, 'javascript:alert(1)');
      const link = linkOf(element);
      if (link instanceof HTMLAnchorElement) expect(link.protocol).to.equal(location.protocol);
      else expect(link?.localName).to.equal('button');
    });
  }

  it('says so before it is followed, and can be held back', async () => {
    const element = await withHref('#beacons', '42');
    const defaults: boolean[] = [];
    element.addEventListener('click', (event) => defaults.push(event.defaultPrevented));
    element.addEventListener('beacons-open', (event) => event.preventDefault(), { once: true });
    const outside = oneEvent(document.body, 'beacons-open');
    const link = linkOf(element);
    if (!(link instanceof HTMLElement)) throw new Error('no link');
    link.focus();
    await sendKeys({ press: 'Enter' });
    expect(await outside).to.include({ customerId: '42', composed: true, cancelable: true });
    expect(defaults).to.deep.equal([true]);
    expect(location.hash).to.equal('');

    link.click();
    expect(defaults).to.deep.equal([true, false]);
    // Firefox follows a link in a task of its own
    await waitUntil(() => location.hash === '#beacons', 'was not followed');
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('is not what stands beside it, whatever the page calls the element', async () => {
    const element = await withBeacons({ state: 'not-applicable' });
    element.part.add('beacons-link');
    let opens = 0;
    element.addEventListener('beacons-open', () => opens++);
    element.renderRoot.querySelector('span')?.click();
    element.click();
    expect(opens).to.equal(0);
    element.beacons = { state: 'ready', value: { total: 3 } };
    await element.updateComplete;
    element.renderRoot.querySelector('button')?.click();
    expect(opens).to.equal(1);
  });

  it('leaves a click with a modifier key to the browser', async () => {
    const element = await withHref('#beacons', '42');
    let opens = 0;
    element.addEventListener('beacons-open', () => opens++);
    // nothing follows it: only whether the element takes the click is asked
    element.addEventListener('click', (event) => event.preventDefault());
    linkOf(element)?.dispatchEvent(
      new MouseEvent('click', { ctrlKey: true, bubbles: true, composed: true, cancelable: true }),
    );
    expect(opens).to.equal(0);
  });
});
