import { expect, fixtureSync, html, oneEvent, waitUntil } from '@open-wc/testing';
import { executeServerCommand, sendMouse } from '@web/test-runner-commands';
import { provideCustomers } from '../../../src/controllers/customers-provider-context.js';
import '../../../src/define/expirations-slideout.js';
import type { ExpirationsSlideout } from '../../../src/elements/expirations-slideout/expirations-slideout.element.js';
import { MemoryProvider } from '../../../src/providers/memory/memory-provider.js';
import { isChromium } from '../../browser.js';

const now = new Date('2026-06-15T12:00:00Z');
const provider = new MemoryProvider([], {
  entitlements: new Map([
    [
      '42',
      [
        { id: '1', product: 'Flexera One', capability: 'Soon', expires: '2026-06-24' },
        { id: '2', product: 'Flexera One', capability: 'At noon', expires: '2026-06-15T12:30:00Z' },
        { id: '3', product: 'Snow Atlas', capability: 'Recent', expires: '2026-06-14' },
      ],
    ],
  ]),
});

async function opened(properties: Partial<ExpirationsSlideout> = {}): Promise<ExpirationsSlideout> {
  const element = fixtureSync<ExpirationsSlideout>(html`<expirations-slideout></expirations-slideout>`);
  Object.assign(element, { provider, now, customerId: '42', customerName: 'Acorn', open: true, ...properties });
  await ready(element);
  return element;
}

async function ready(element: ExpirationsSlideout): Promise<void> {
  await waitUntil(() => element.matches(':state(ready)'), 'never came to be ready');
  await element.updateComplete;
  await atRest(element);
}

/** While it slides in, it is not where a pointer would find it. */
async function atRest(element: ExpirationsSlideout): Promise<void> {
  await Promise.all(
    dialogOf(element)
      .getAnimations()
      .map(({ finished }) => finished),
  );
}

function dialogOf(element: ExpirationsSlideout): HTMLDialogElement {
  const dialog = element.shadowRoot?.querySelector('dialog');
  if (!dialog) throw new Error('there is no dialog');
  return dialog;
}

function find(element: ExpirationsSlideout, selector: string): HTMLElement {
  const found = dialogOf(element).querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}

/** The box of the text in an element, whatever room that has. */
function textBox(element: HTMLElement): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}

const rowOf = (element: ExpirationsSlideout, capability: string) =>
  [...dialogOf(element).querySelectorAll('tbody tr')]
    .map((row) => [...row.children].map((cell) => cell.textContent.trim()))
    .find(([name]) => name === capability);

describe('the slideout and what is around it', () => {
  for (const scheme of ['light', 'dark']) {
    it(`is accessible in a ${scheme} page`, async () => {
      document.documentElement.style.colorScheme = scheme;
      try {
        const element = await opened({ missing: ['Snow Atlas'] });
        expect(dialogOf(element).querySelectorAll('tbody tr')).to.have.length(3);
        await expect(element).to.be.accessible();
      } finally {
        document.documentElement.style.colorScheme = '';
      }
    });
  }

  it('stays open, of nobody and by UTC, once the host takes its attributes away', async () => {
    const element = await opened();
    const attributes = { 'customer-id': '42', 'customer-name': 'Acorn', 'time-zone': 'Europe/Berlin' };
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    await element.updateComplete;
    for (const name of Object.keys(attributes)) element.removeAttribute(name);
    await element.updateComplete;
    expect(find(element, '#customer').textContent.replace(/\s+/g, ' ').trim()).to.equal('Organization ID');
    expect([element.customerId, element.customerName, element.timeZone]).to.deep.equal(['', '', 'UTC']);
  });

  it('stands at the end side of the window, its columns in reading order, in either direction', async () => {
    const element = await opened();
    const left = (selector: string) => find(element, selector).getBoundingClientRect().left;
    const right = (selector: string) => find(element, selector).getBoundingClientRect().right;
    const width = document.documentElement.clientWidth;
    expect(dialogOf(element).getBoundingClientRect().right).to.be.closeTo(width, 1);
    expect(left('.capability')).to.be.lessThan(left('.product'));
    expect(left('#heading')).to.be.lessThan(left('[part=close]'));
    element.dir = 'rtl';
    await element.updateComplete;
    await atRest(element);
    expect(dialogOf(element).getBoundingClientRect().left).to.be.closeTo(0, 1);
    expect(right('.capability')).to.be.greaterThan(right('.product'));
    expect(right('#heading')).to.be.greaterThan(right('[part=close]'));
    // a name in letters of the other direction still begins where its column does
    expect(textBox(find(element, 'tbody .capability')).right).to.be.closeTo(
      textBox(find(element, 'thead th')).right,
      1,
    );
    await expect(element).to.be.accessible();
  });

  it('keeps its edge, its notes and its badges apart in forced colours', async function () {
    // the drivers of the others emulate no media features
    if (!isChromium) this.skip();
    const forced = (value: string) =>
      executeServerCommand('cdp', {
        method: 'Emulation.setEmulatedMedia',
        params: { features: [{ name: 'forced-colors', value }] },
      });
    const element = await opened({ missing: ['Snow Atlas'] });
    await forced('active');
    try {
      expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
      for (const selector of ['.note', '.badge'])
        expect(getComputedStyle(find(element, selector)).borderTopWidth, selector).to.equal('1px');
      expect(getComputedStyle(dialogOf(element)).borderLeftWidth).to.equal('1px');
    } finally {
      await forced('none');
    }
  });

  it('asks the provider around it, also one that comes after it was opened', async () => {
    const target = fixtureSync<HTMLElement>(html`<div></div>`);
    const element = document.createElement('expirations-slideout');
    Object.assign(element, { now, customerId: '42', open: true });
    target.append(element);
    await element.updateComplete;
    expect(element.matches(':state(loading)')).to.be.true;
    provideCustomers(target, provider);
    await ready(element);
    expect(rowOf(element, 'Soon')).not.to.equal(undefined);
  });

  it('speaks the nearest language, and follows it', async () => {
    const element = await opened();
    element.lang = 'de';
    await waitUntil(() => find(element, '#heading').textContent === 'Nächste Abläufe', 'never spoke German');
    await ready(element);
    expect(rowOf(element, 'Soon')).to.deep.equal([
      'Soon',
      'Flexera One',
      '24.06.2026',
      '9 Tage',
      'Läuft in 30 Tagen ab',
    ]);
  });

  it('turns over with the moment, without asking again', async () => {
    const element = await opened();
    expect(rowOf(element, 'At noon')?.at(-1)).to.equal('Expires in 30 days');
    element.now = new Date('2026-06-15T12:30:00Z');
    await element.updateComplete;
    expect(element.matches(':state(ready)')).to.be.true;
    expect(rowOf(element, 'At noon')?.slice(3)).to.deep.equal(['Today', 'Expired']);
  });

  it('opens in another document, with its looks and its focus', async () => {
    const element = await opened();
    const { backgroundColor } = getComputedStyle(dialogOf(element));
    const frame = fixtureSync<HTMLIFrameElement>(
      html`<iframe title="another document" width="900" height="400"></iframe>`,
    );
    const other = frame.contentDocument ?? document;
    other.body.append(element);
    await waitUntil(() => dialogOf(element).matches(':modal'), 'never opened there');
    await ready(element);
    expect(getComputedStyle(dialogOf(element)).backgroundColor).to.equal(backgroundColor);
    expect(other.activeElement).to.equal(element);
    expect(element.shadowRoot?.activeElement).to.equal(find(element, '#heading'));
  });

  it('leaves the page usable when it is taken out of it', async () => {
    const button = fixtureSync<HTMLButtonElement>(html`<button>Behind</button>`);
    const element = await opened();
    element.remove();
    button.focus();
    expect(document.activeElement).to.equal(button);
  });

  it('stays open when text is selected out of it', async () => {
    const element = await opened();
    const { left, top } = find(element, '#heading').getBoundingClientRect();
    expect(dialogOf(element).getBoundingClientRect().left).to.be.greaterThan(20);
    await sendMouse({ type: 'move', position: [Math.round(left + 30), Math.round(top + 8)] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [5, Math.round(top + 8)] });
    await sendMouse({ type: 'up' });
    expect(dialogOf(element).open).to.be.true;
    const closed = oneEvent(element, 'expirations-close');
    await sendMouse({ type: 'click', position: [5, Math.round(top + 8)] });
    await closed;
  });

  it('has a close button of at least 24 pixels, which closes it', async () => {
    const element = await opened();
    const { x, y, width, height } = find(element, '[part=close]').getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(24);
    const closed = oneEvent(element, 'expirations-close');
    await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
    await closed;
    expect(element.open).to.be.false;
  });
});
