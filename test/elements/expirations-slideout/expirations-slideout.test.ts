import { expect, fixtureSync, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../../src/define/expirations-slideout.js';
import type { Entitlement } from '../../../src/domain/expirations.js';
import type { ExpirationsSlideout } from '../../../src/elements/expirations-slideout/expirations-slideout.element.js';
import type { CustomersProvider } from '../../../src/providers/customers-provider.js';
import { ProviderError } from '../../../src/providers/provider-error.js';
import { ScriptedProvider } from '../../../src/testing/scripted-provider.js';

const now = new Date('2026-06-15T12:00:00Z');

function entitlement(capability: string, expires: string | null, product = 'Flexera One'): Entitlement {
  return { id: capability, product, capability, expires };
}

const everyStatus = [
  entitlement('Undated', null),
  entitlement('Later', '2027-01-01'),
  entitlement('Soon', '2026-06-24', 'Snow Atlas'),
  entitlement('Middle', '2026-08-01'),
  entitlement('Recent', '2026-06-14'),
  entitlement('Long ago', '2026-01-01'),
  entitlement('Odd', 'next spring'),
  entitlement('Now', '2026-06-15'),
];

const scripted = () => new ScriptedProvider({ offers: ['listEntitlements'] });

async function slideout(
  provider: CustomersProvider | undefined,
  properties: Partial<ExpirationsSlideout> = {},
): Promise<ExpirationsSlideout> {
  const element = fixtureSync<ExpirationsSlideout>(html`<expirations-slideout></expirations-slideout>`);
  Object.assign(element, { provider, now, customerId: '42', customerName: 'Acorn Labs', ...properties });
  await element.updateComplete;
  return element;
}

async function inState(element: ExpirationsSlideout, state: string): Promise<void> {
  await waitUntil(() => element.matches(`:state(${state})`), `never came to be ${state}`);
  await element.updateComplete;
}

function one(element: ExpirationsSlideout, selector: string): HTMLElement {
  const found = element.renderRoot.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`nothing matches ${selector}`);
  return found;
}

const textOf = (node: Element) => node.textContent.replace(/\s+/g, ' ').trim();
function dialogOf(element: ExpirationsSlideout): HTMLDialogElement {
  const found = element.renderRoot.querySelector('dialog');
  if (found === null) throw new Error('there is no dialog');
  return found;
}

/** What the live region says, a sentence each. */
const saidBy = (element: ExpirationsSlideout) => [...one(element, '[role=status]').children].map(textOf);
const rowsOf = (element: ExpirationsSlideout) =>
  [...element.renderRoot.querySelectorAll('tbody tr')].map((row) => [...row.children].map(textOf));
const focusedIn = (element: ExpirationsSlideout) => element.shadowRoot?.activeElement;

describe('what the slideout shows', () => {
  it('nothing, and asks nothing, while it is closed', async () => {
    const provider = scripted();
    const element = await slideout(provider);
    expect(provider.calls).to.have.length(0);
    expect(dialogOf(element).open).to.equal(false);
    for (const state of ['loading', 'ready', 'empty', 'failed', 'unsupported'])
      expect(element.matches(`:state(${state})`), state).to.equal(false);
  });

  it('that it loads, with the customer named', async () => {
    const element = await slideout(scripted(), { open: true });
    await inState(element, 'loading');
    expect(one(element, '[part=body]').getAttribute('aria-busy')).to.equal('true');
    expect(textOf(one(element, '[role=status]'))).to.equal('Loading expirations…');
    expect(textOf(one(element, '#customer'))).to.equal('Acorn Labs Organization ID 42');
    await expect(element).to.be.accessible();
  });

  it('every entitlement with where it stands, soonest first', async () => {
    const provider = scripted();
    const element = await slideout(provider, { open: true });
    const call = await provider.nextCall('listEntitlements');
    expect(call.asked).to.deep.equal(['42']);
    expect([call.call.locale, call.call.timeZone]).to.deep.equal(['en', 'UTC']);
    call.resolve(everyStatus);
    await inState(element, 'ready');
    expect(rowsOf(element)).to.deep.equal([
      ['Long ago', 'Flexera One', 'Jan 1, 2026', '165 days ago', 'Expired earlier'],
      ['Recent', 'Flexera One', 'Jun 14, 2026', '1 day ago', 'Expired'],
      ['Now', 'Flexera One', 'Jun 15, 2026', 'Today', 'Expires in 30 days'],
      ['Soon', 'Snow Atlas', 'Jun 24, 2026', '9 days', 'Expires in 30 days'],
      ['Middle', 'Flexera One', 'Aug 1, 2026', '47 days', 'Expires in 60 days'],
      ['Later', 'Flexera One', 'Jan 1, 2027', '200 days', 'Later'],
      ['Undated', 'Flexera One', 'Does not expire', '', ''],
      ['Odd', 'Flexera One', 'Unreadable date', '', ''],
    ]);
    expect([...one(element, '[part=counts]').children].map(textOf)).to.deep.equal([
      'Expired: 1',
      'Expires in 30 days: 2',
      'Expires in 60 days: 1',
      'Later: 1',
      'Does not expire: 1',
      'Expired earlier: 1',
      'Unreadable date: 1',
    ]);
    expect(one(element, '[part=body]').getAttribute('aria-busy')).to.equal('false');
    await expect(element).to.be.accessible();
  });

  it('that there are none', async () => {
    const provider = scripted();
    const element = await slideout(provider, { open: true });
    (await provider.nextCall('listEntitlements')).resolve([]);
    await inState(element, 'empty');
    expect(textOf(one(element, '[part=state]'))).to.equal('No entitlements');
    expect(element.renderRoot.querySelector('table')).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('that none is known where a source is missing, which may have some', async () => {
    const provider = scripted();
    const element = await slideout(provider, { open: true, missing: ['Snow Atlas'] });
    (await provider.nextCall('listEntitlements')).resolve([]);
    await inState(element, 'empty');
    expect(textOf(one(element, '[part=state]'))).to.equal('No entitlements known');
    expect(saidBy(element)).to.deep.equal([
      'No entitlements known',
      'Not included, because it could not be read: Snow Atlas',
    ]);
    await expect(element).to.be.accessible();
  });

  it('that the provider does not offer them, which is no error', async () => {
    const element = await slideout(new ScriptedProvider());
    let errors = 0;
    element.addEventListener('provider-error', () => errors++);
    element.show();
    await inState(element, 'unsupported');
    expect(textOf(one(element, '[part=state]'))).to.contain('not available here');
    expect(element.renderRoot.querySelector('[part=state] button')).to.equal(null);
    expect(errors).to.equal(0);
    await expect(element).to.be.accessible();
  });

  it('a failure, and what came after another try; the focus stays inside', async () => {
    const provider = scripted();
    const element = await slideout(provider);
    const failure = oneEvent(element, 'provider-error');
    element.show();
    (await provider.nextCall('listEntitlements')).reject(new ProviderError('forbidden'));
    await inState(element, 'failed');
    expect(await failure).to.include({ code: 'forbidden', bubbles: false, cancelable: false });
    expect(textOf(one(element, '[part=state]'))).to.contain('You do not have permission');
    await expect(element).to.be.accessible();

    one(element, '[part=state] button').focus();
    await sendKeys({ press: 'Enter' });
    (await provider.nextCall('listEntitlements')).resolve(everyStatus.slice(0, 1));
    await inState(element, 'ready');
    expect(rowsOf(element)).to.have.length(1);
    expect(focusedIn(element)).to.equal(one(element, '#heading'));
  });

  it('nothing any more that is refused when it is read anew', async () => {
    const provider = scripted();
    const element = await slideout(provider, { open: true });
    (await provider.nextCall('listEntitlements')).resolve(everyStatus);
    await inState(element, 'ready');
    element.lang = 'de';
    (await provider.nextCall('listEntitlements')).reject(new ProviderError('forbidden'));
    await inState(element, 'failed');
    expect(element.renderRoot.querySelectorAll('table, [part=counts]').length).to.equal(0);
  });

  it('what is not included: sources that could not be read, entries that are none', async () => {
    const provider = scripted();
    const element = await slideout(provider, { open: true, missing: ['Snow Atlas', 'Other'] });
    (await provider.nextCall('listEntitlements')).resolve([entitlement('One', null), null, 7]);
    await inState(element, 'ready');
    expect([...element.renderRoot.querySelectorAll('[part=note]')].map(textOf)).to.deep.equal([
      'Not included, because it could not be read: Snow Atlas and Other',
      '2 more entries could not be read.',
    ]);
    expect(saidBy(element)).to.deep.equal([
      'Does not expire: 1',
      'Not included, because it could not be read: Snow Atlas and Other',
      '2 more entries could not be read.',
    ]);
    await expect(element).to.be.accessible();
  });

  it('says what is not included only once the answer is there', async () => {
    const provider = scripted();
    const element = await slideout(provider, { open: true, missing: ['Snow Atlas'] });
    expect(saidBy(element)).to.deep.equal(['Loading expirations…']);
    (await provider.nextCall('listEntitlements')).reject(new ProviderError('timeout'));
    await inState(element, 'failed');
    expect(saidBy(element)).to.deep.equal([
      'The expirations could not be loaded. The answer took too long.',
      'Not included, because it could not be read: Snow Atlas',
    ]);
  });

  it('markup in names as text', async () => {
    const provider = scripted();
    const element = await slideout(provider, { open: true, customerName: '<b>A</b>' });
    (await provider.nextCall('listEntitlements')).resolve([entitlement('<i>x</i>', null)]);
    await inState(element, 'ready');
    expect(textOf(one(element, 'bdi.name'))).to.equal('<b>A</b>');
    expect(rowsOf(element)[0]?.[0]).to.equal('<i>x</i>');
    expect(element.renderRoot.querySelector('b, i')).to.equal(null);
  });

  it('characters that turn text around as such, and absurdly long text cut', async () => {
    const provider = scripted();
    const long = 'long '.repeat(200_000);
    const hostile = 'a\u202eb';
    const element = await slideout(provider, {
      open: true,
      customerId: hostile,
      customerName: hostile,
      missing: [hostile],
    });
    (await provider.nextCall('listEntitlements')).resolve([
      entitlement(hostile, null, hostile),
      entitlement(long, null, long),
    ]);
    await inState(element, 'ready');
    expect(textOf(one(element, '#customer'))).to.equal('a[U+202E]b Organization ID a[U+202E]b');
    expect(textOf(one(element, '[part=note]'))).to.contain('a[U+202E]b');
    expect(rowsOf(element)[0]?.slice(0, 2)).to.deep.equal(['a[U+202E]b', 'a[U+202E]b']);
    Object.assign(element, { customerName: long, missing: [long] });
    await element.updateComplete;
    expect(element.renderRoot.textContent.length).to.be.lessThan(10_000);
    await expect(element).to.be.accessible();
  });

  it('days of UTC, and asks for them, where the time zone is none', async () => {
    const provider = scripted();
    const element = await slideout(provider, { open: true, timeZone: 'Mars/Base' });
    const { call, resolve } = await provider.nextCall('listEntitlements');
    expect(call.timeZone).to.equal('UTC');
    resolve([entitlement('Soon', '2026-06-16T01:00:00+02:00')]);
    await inState(element, 'ready');
    expect(rowsOf(element)[0]?.slice(2, 4)).to.deep.equal(['Jun 15, 2026', 'Today']);
  });

  it('what a policy of the host calls soon', async () => {
    const provider = scripted();
    const element = await slideout(provider, { open: true, policy: { horizons: [10] } });
    (await provider.nextCall('listEntitlements')).resolve([entitlement('Soon', '2026-06-24')]);
    await inState(element, 'ready');
    expect(rowsOf(element)[0]?.[4]).to.equal('Expires in 10 days');
  });
});

describe('answers in the wrong order', () => {
  it('never stand under the name of another customer', async () => {
    const provider = new ScriptedProvider({ offers: ['listEntitlements'], ignoresAbort: true });
    const element = await slideout(provider, { open: true });
    const first = await provider.nextCall('listEntitlements');
    Object.assign(element, { customerId: '43', customerName: 'Birch' });
    const second = await provider.nextCall('listEntitlements');
    expect([first.asked, second.asked]).to.deep.equal([['42'], ['43']]);
    expect(first.call.signal.aborted).to.equal(true);

    second.resolve([entitlement('Of Birch', null)]);
    await inState(element, 'ready');
    first.resolve([entitlement('Of Acorn', null)]);
    await nextFrame();
    await element.updateComplete;
    expect(textOf(one(element, 'bdi.name'))).to.equal('Birch');
    expect(rowsOf(element).map(([capability]) => capability)).to.deep.equal(['Of Birch']);
  });

  it('of the customer before are gone as soon as there is another', async () => {
    const provider = scripted();
    const element = await slideout(provider, { open: true });
    (await provider.nextCall('listEntitlements')).resolve([entitlement('Of Acorn', null)]);
    await inState(element, 'ready');
    Object.assign(element, { customerId: '43', customerName: 'Birch' });
    await element.updateComplete;
    expect(element.matches(':state(loading)')).to.equal(true);
    expect(rowsOf(element)).to.have.length(0);
  });

  it('are neither shown nor reported when the slideout was closed meanwhile', async () => {
    const provider = scripted();
    const element = await slideout(provider);
    let errors = 0;
    element.addEventListener('provider-error', () => errors++);
    element.show();
    const { call } = await provider.nextCall('listEntitlements');
    const closed = oneEvent(element, 'expirations-close');
    element.hide();
    await closed;
    expect(call.signal.aborted).to.equal(true);
    expect(errors).to.equal(0);
  });
});

describe('opening and closing the slideout', () => {
  async function opened() {
    const provider = scripted();
    const opener = fixtureSync<HTMLButtonElement>(html`<button>Open</button>`);
    const element = await slideout(provider);
    opener.focus();
    element.show();
    (await provider.nextCall('listEntitlements')).resolve(everyStatus);
    await inState(element, 'ready');
    return { provider, opener, element };
  }

  it('moves the focus to the heading, keeps it inside, and gives it back on Escape', async () => {
    const { opener, element } = await opened();
    expect(dialogOf(element).matches(':modal')).to.equal(true);
    expect(focusedIn(element)).to.equal(one(element, '#heading'));
    // one step only: the next one would lead out of the page, and Firefox presses no buttons from there
    await sendKeys({ press: 'Tab' });
    expect(focusedIn(element) === one(element, '[part=close]')).to.equal(true);
    opener.focus();
    expect(document.activeElement === element, 'the page behind takes no focus').to.equal(true);
    const closed = oneEvent(element, 'expirations-close');
    await sendKeys({ press: 'Escape' });
    expect(await closed).to.include({ customerId: '42', bubbles: false, cancelable: false });
    expect(element.open).to.equal(false);
    expect(document.activeElement).to.equal(opener);
    await element.updateComplete;
    expect(element.hasAttribute('open')).to.equal(false);
  });

  it('closes by its button', async () => {
    const { opener, element } = await opened();
    const closed = oneEvent(element, 'expirations-close');
    await sendKeys({ press: 'Tab' });
    expect(focusedIn(element)).to.equal(one(element, '[part=close]'));
    await sendKeys({ press: 'Enter' });
    await closed;
    expect(document.activeElement).to.equal(opener);
  });

  it('closes on a click beside it, but not on one in it', async () => {
    const { element } = await opened();
    const inside = one(element, '#heading').getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(inside.x + 4), Math.round(inside.y + 4)] });
    expect(dialogOf(element).open).to.equal(true);
    await waitUntil(() => dialogOf(element).getAnimations().length === 0, 'never came to rest');
    expect(dialogOf(element).getBoundingClientRect().left, 'nothing is beside it').to.be.above(1);
    const closed = oneEvent(element, 'expirations-close');
    await sendMouse({ type: 'click', position: [1, 200] });
    await closed;
    expect(element.open).to.equal(false);
  });

  it('reads the entitlements anew each time', async () => {
    const { provider, element } = await opened();
    const closed = oneEvent(element, 'expirations-close');
    element.hide();
    await closed;
    element.show();
    (await provider.nextCall('listEntitlements')).resolve([]);
    await inState(element, 'empty');
  });

  it('stays open, as a modal layer, when it is moved in the page', async () => {
    const { element } = await opened();
    let closes = 0;
    element.addEventListener('expirations-close', () => closes++);
    fixtureSync<HTMLElement>(html`<div></div>`).append(element);
    await waitUntil(() => dialogOf(element).matches(':modal'), 'never came back');
    await element.updateComplete;
    expect(element.open).to.equal(true);
    expect(closes).to.equal(0);
  });
});
