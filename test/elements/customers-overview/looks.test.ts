import { expect, nextFrame, waitUntil } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { Customer } from '../../../src/domain/customer.js';
import type { CustomersOverview } from '../../../src/elements/customers-overview/customers-overview.element.js';
import { MemoryProvider } from '../../../src/providers/memory/memory-provider.js';
import { sampleEntitlements } from '../../../src/testing/sample-expirations.js';
import { ScriptedProvider } from '../../../src/testing/scripted-provider.js';
import { isChromium } from '../../browser.js';
import {
  cell,
  customer,
  customers,
  expirationsIn,
  inState,
  one,
  overview,
  rows,
  samples,
  scrollerOf,
  textOf,
  withLaterParts,
} from './fixtures.js';

/** What fits depends on the letters: only the bundled Chromium brings its own, the others take what a machine has. */
const fits = isChromium ? it : it.skip;

const facts = ['id', 'externalId', 'beacons', 'upcomingExpiration', 'expirationStatus'];

/** Customers whose facts are as long as they usually get. */
const wordy = (): Customer[] => [
  customer({
    id: '1000001',
    externalId: 'CRM-31015',
    beacons: { state: 'ready', value: { total: 1234, unhealthy: 123 } },
    expirations: expirationsIn([528]),
  }),
  customer({ id: '1000002', beacons: { state: 'not-applicable' }, expirations: expirationsIn([28]) }),
  customer({ id: '1000003', beacons: { state: 'ready', value: { total: 5 } }, expirations: expirationsIn([-3]) }),
];

/** The box of a text itself, whatever room its element has. */
function textBox(place: Element): DOMRect {
  const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT, ({ textContent }) =>
    textContent?.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP,
  );
  const range = document.createRange();
  const first = texts.nextNode();
  if (first === null) throw new Error('no text');
  range.selectNodeContents(first);
  return range.getBoundingClientRect();
}

async function inPage(
  { lang = 'en', dir = 'ltr', width = 1200, list = wordy() },
  properties: Partial<CustomersOverview> = {},
): Promise<CustomersOverview> {
  const element = await overview(new MemoryProvider(list, { can: { add: true } }), { query: {}, ...properties }, width);
  Object.assign(element, { lang, dir });
  await inState(element, 'ready');
  const heading = lang === 'de' ? 'Kundenübersicht' : 'Customers Overview';
  await waitUntil(() => textOf(one(element, '.heading')) === heading, 'never spoke its language');
  await waitUntil(() => element.renderRoot.querySelector('[part=add]') !== null);
  await nextFrame();
  return element;
}

/** Asserts that no part lies outside the element at either side. */
function expectInside(element: CustomersOverview, selector: string): void {
  const box = element.getBoundingClientRect();
  const parts = [...element.renderRoot.querySelectorAll(selector)].filter((part) => part.checkVisibility());
  expect(parts).to.not.be.empty;
  for (const part of parts) {
    const { left, right } = part.getBoundingClientRect();
    expect(left, `${part.tagName} ${part.className}`).to.be.at.least(box.left - 0.5);
    expect(right, `${part.tagName} ${part.className}`).to.be.at.most(box.right + 0.5);
  }
}

describe('the table', () => {
  for (const dir of ['ltr', 'rtl'])
    for (const lang of ['en', 'de'])
      for (const width of [1120, 1400])
        it(`ends its numbers where their word ends: ${dir}, ${lang}, ${width} px`, async () => {
          const element = await inPage(
            { dir, lang, width },
            { query: { sort: [{ field: 'beacons', direction: 'ascending' }] } },
          );
          const end = (place: Element) => textBox(place)[dir === 'ltr' ? 'right' : 'left'];
          const header = one(element, 'thead [data-column=beacons]');
          expect(header.ariaSort).to.equal('ascending');
          const numbers = [...element.renderRoot.querySelectorAll('[part~=beacons-link]')];
          expect(numbers).to.have.length(2);
          const [problems, next] = [one(element, '.problems'), cell(element, 1, 'upcomingExpiration')].map((place) =>
            place.getBoundingClientRect(),
          );
          if (dir === 'ltr') expect(problems?.right).to.be.at.most(next?.left ?? 0);
          else expect(problems?.left).to.be.at.least(next?.right ?? 0);
          for (const number of numbers) expect(end(number)).to.be.closeTo(end(header), 1);
        });

  for (const lang of ['en', 'de'])
    fits(`cuts no column where it is narrowest: ${lang}`, async () => {
      const element = await inPage({ lang, width: 1120 });
      expect(one(element, 'thead').checkVisibility()).to.equal(true);
      for (const row of rows(element)) {
        const end = row.getBoundingClientRect().right;
        expect(row.lastElementChild?.getBoundingClientRect().right).to.be.at.most(end);
        for (const column of ['id', 'upcomingExpiration', 'expirationStatus']) {
          const place = row.querySelector(`[data-column=${column}]`);
          expect(place?.scrollWidth, column).to.be.at.most(place?.clientWidth ?? 0);
        }
      }
    });

  fits('shows a large number of problems as a whole', async () => {
    const list = [customer({ id: '1', beacons: { state: 'ready', value: { total: 9999, unhealthy: 1234 } } })];
    const element = await inPage({ width: 1120, list });
    const { right, top, height } = one(element, '.problems').getBoundingClientRect();
    // what is clipped is not hit
    const hit = element.shadowRoot?.elementFromPoint(right - 1, top + height / 2);
    expect(hit?.closest('[part~=beacons-link]')).to.not.equal(null);
  });

  it('is as wide as its columns need, and scrolls sideways in its box', async () => {
    const element = await inPage({ width: 1120 });
    one(element, 'table').style.setProperty('--_columns', 'repeat(6, 20rem)');
    const [row] = rows(element);
    expect(row?.lastElementChild?.getBoundingClientRect().right).to.be.at.most(row?.getBoundingClientRect().right ?? 0);
    expect(scrollerOf(element).scrollWidth).to.be.above(1900);
    expectInside(element, '.header, .toolbar, .scroller');
  });

  it('needs no scroll bar where it is narrowest, beside a scroll bar that takes room', async () => {
    const element = await inPage({ width: 1120 });
    const scroller = scrollerOf(element);
    scroller.style.borderInlineEndWidth = '16px';
    expect(scroller.scrollWidth).to.equal(scroller.clientWidth);
  });

  for (const width of [400, 1200])
    it(`cuts nothing off the ring around a link, ${width} px`, async () => {
      const element = await inPage({ width });
      for (const column of ['name', 'upcomingExpiration']) {
        const place = cell(element, 0, column);
        const link = place.querySelector<HTMLElement>('.link') ?? expect.fail('no link');
        link.focus({ focusVisible: true });
        const { outlineWidth, outlineOffset } = getComputedStyle(link);
        const ring = parseFloat(outlineWidth) + parseFloat(outlineOffset);
        const [inner, outer] = [link.getBoundingClientRect(), place.getBoundingClientRect()];
        expect(ring).to.be.above(0);
        expect(inner.left - ring, `start of ${column}`).to.be.at.least(outer.left);
        expect(inner.top - ring, `top of ${column}`).to.be.at.least(outer.top);
        expect(inner.bottom + ring, `bottom of ${column}`).to.be.at.most(outer.bottom);
      }
    });

  it('stays where it is when the button to add a customer comes', async () => {
    const provider = new ScriptedProvider({ offers: ['describe'] });
    const element = await overview(provider);
    (await provider.nextCall('listCustomers')).resolve({ items: customers(3) });
    await inState(element, 'ready');
    const before = scrollerOf(element).getBoundingClientRect().top;
    (await provider.nextCall('describe')).resolve({ version: 1, can: { add: true } });
    await waitUntil(() => element.renderRoot.querySelector('[part=add]') !== null);
    expect(scrollerOf(element).getBoundingClientRect().top).to.equal(before);
  });
});

describe('cards', () => {
  for (const lang of ['en', 'de'])
    for (const width of [296, 320, 390, 576, 704, 970])
      fits(`show their facts as a whole: ${lang}, ${width} px`, async () => {
        const element = await inPage({ lang, width });
        expect(one(element, 'thead').checkVisibility()).to.equal(false);
        for (const [index, row] of rows(element).entries()) {
          const box = row.getBoundingClientRect();
          for (const column of facts) {
            const place = cell(element, index, column);
            expect(place.scrollWidth, `width of ${column}`).to.be.at.most(place.clientWidth);
            expect(place.getBoundingClientRect().bottom, `end of ${column}`).to.be.at.most(box.bottom);
          }
        }
      });

  fits('have one line of facts where there is room for it', async () => {
    const element = await inPage({ width: 704 });
    const tops = facts.map((column) => cell(element, 0, column).getBoundingClientRect().top);
    expect(Math.max(...tops) - Math.min(...tops)).to.be.below(1);
    expect(cell(element, 0, 'name').getBoundingClientRect().bottom).to.be.at.most(Math.min(...tops));
  });

  fits('have the status on the line of its word and under the dates, on at most 190 px', async () => {
    const element = await inPage({ width: 358 });
    const place = cell(element, 1, 'expirationStatus');
    expect(place.offsetHeight).to.be.below(36);
    const dates = textBox(one(element, '[part~=expirations-link]'));
    expect(one(element, '[part~=status]').getBoundingClientRect().left).to.be.closeTo(dates.left, 1);
    expect(rows(element)[0]?.offsetHeight).to.be.at.most(190);
  });

  it('say the words of their facts, which no header says there', async () => {
    const element = await inPage({ width: 390 });
    expect(getComputedStyle(cell(element, 0, 'externalId'), '::before').content).to.equal('"External ID"');
  });

  it('are sorted by a menu on the line of its word, beside the sign that selects', async () => {
    for (const width of [296, 390]) {
      const element = await inPage({ width });
      const [word, menu] = [one(element, '.sort-by span'), one(element, '.sort-by select')];
      expect(word.getClientRects()).to.have.length(1);
      expect(word.offsetHeight).to.be.below(30);
      expect(word.getBoundingClientRect().top).to.be.within(
        menu.getBoundingClientRect().top,
        menu.getBoundingClientRect().bottom,
      );
      await withLaterParts(element);
      const sign = one(element, '.select-all').getBoundingClientRect();
      expect(sign.top).to.be.closeTo(menu.getBoundingClientRect().top, 2);
      expect(sign.right).to.be.closeTo(element.getBoundingClientRect().right, 1);
    }
  });
});

describe('the search field', () => {
  const emulatesTouch = isChromium ? it : it.skip;
  const touch = (enabled: boolean) =>
    executeServerCommand('cdp', { method: 'Emulation.setTouchEmulationEnabled', params: { enabled } });

  emulatesTouch('has letters of 16 px under a finger, into which no browser zooms', async () => {
    const element = await inPage({ width: 390 }, { paging: 'pages' });
    const fields = [...element.renderRoot.querySelectorAll('[type=search], select')];
    const sizes = () => new Set(fields.map((field) => getComputedStyle(field).fontSize));
    expect([...sizes()]).to.deep.equal(['14px']);
    try {
      await touch(true);
      await waitUntil(() => matchMedia('(pointer: coarse)').matches);
      expect([...sizes()]).to.deep.equal(['16px']);
    } finally {
      await touch(false);
    }
  });

  it('has a lens whose handle is a line, which forced colours keep', async () => {
    const element = await inPage({});
    const handle = getComputedStyle(one(element, '.search'), '::after');
    expect(handle.borderBlockStartWidth).to.not.equal('0px');
    expect(handle.height).to.equal(handle.borderBlockStartWidth);
  });
});

describe('large text', () => {
  afterEach(() => document.documentElement.style.removeProperty('font-size'));

  for (const size of ['200%', '400%'])
    for (const width of [320, 1280])
      for (const lang of ['en', 'de'])
        it(`leaves nothing outside of the element: ${size}, ${width} px, ${lang}`, async () => {
          document.documentElement.style.fontSize = size;
          const element = await inPage({ lang, width });
          expect(one(element, '.header').scrollHeight).to.be.at.most(one(element, '.header').clientHeight);
          expectInside(element, '.header, .header :not(.spacer), .toolbar, .toolbar :not(option), .scroller');
        });
});

describe('rows that are not loaded', () => {
  it('look like text: of another length in each column, and from row to row', async () => {
    const element = await overview(new ScriptedProvider());
    await inState(element, 'loading');
    const lengths = (column: string) =>
      rows(element).map((row) => row.querySelector(`[data-column=${column}] .skeleton`)?.getBoundingClientRect().width);
    expect(new Set(lengths('name')).size).to.be.at.least(3);
    expect(new Set(['name', 'id', 'beacons', 'upcomingExpiration'].map((column) => lengths(column)[0])).size).to.equal(
      4,
    );
  });
});

describe('the slideout', () => {
  /** Opens it, and gives what finds a part of it. */
  async function openPanel(): Promise<(selector: string) => Element> {
    const list = samples(5);
    const entitlements = new Map(list.map((each) => [each.id, sampleEntitlements(each)]));
    const element = await overview(new MemoryProvider(list, { entitlements }));
    await inState(element, 'ready');
    one(element, 'tbody [part~=expirations-link]').click();
    const panel = () => element.renderRoot.querySelector('expirations-slideout')?.shadowRoot;
    await waitUntil(() => panel()?.querySelector('tbody th'));
    const inPanel = (selector: string): Element => {
      const found = panel()?.querySelector(selector);
      if (!found) throw new Error(`nothing in the panel matches ${selector}`);
      return found;
    };
    await waitUntil(() => inPanel('dialog').getAnimations({ subtree: true }).length === 0);
    return inPanel;
  }

  it('stands its table under its heading', async () => {
    const inPanel = await openPanel();
    expect(textBox(inPanel('tbody th')).left).to.be.closeTo(textBox(inPanel('h2')).left, 2);
  });

  it('is headed by the name of the customer, and keeps its counts apart from the table', async () => {
    const inPanel = await openPanel();
    const [heading, name] = [textBox(inPanel('h2')), textBox(inPanel('.name'))];
    const [counts, table] = [inPanel('.counts').getBoundingClientRect(), inPanel('table').getBoundingClientRect()];
    expect(name.height).to.be.above(heading.height);
    expect(name.top).to.be.at.least(heading.bottom);
    expect(table.top - counts.bottom).to.be.closeTo(24, 1);
  });
});
