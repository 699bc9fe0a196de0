import { expect, waitUntil } from '@open-wc/testing';
import type { CustomersOverview } from '../../../src/elements/customers-overview/customers-overview.element.js';
import type { Customer } from '../../../src/domain/customer.js';
import { MemoryProvider } from '../../../src/providers/memory/memory-provider.js';
import { Chance } from '../../../src/testing/chance.js';
import { ScriptedProvider } from '../../../src/testing/scripted-provider.js';
import {
  customers,
  inState,
  one,
  overview,
  readyOverview,
  rows,
  rowsOnScreen,
  samples,
  scrollerOf,
  scrollTo,
  textOf,
} from './fixtures.js';

const indexOf = (row: Element) => Number(row.getAttribute('aria-rowindex')) - 2;

/** Asserts that every row in the page is the one of the model at its index, and stands at that row's place. */
function expectRows(element: CustomersOverview, model: readonly Customer[]): void {
  const body = one(element, 'tbody').getBoundingClientRect().top;
  const found = rows(element);
  expect(found).to.not.be.empty;
  const height = found[0]?.getBoundingClientRect().height ?? NaN;
  for (const row of found) {
    const index = indexOf(row);
    expect(Math.abs(row.getBoundingClientRect().top - body - index * height), `place of row ${index}`).to.be.below(1);
    if (row.querySelector('th > .skeleton')) continue;
    expect(textOf(row.querySelector('[data-column=id]') ?? row), `row ${index}`).to.equal(model[index]?.id);
    expect(textOf(row.querySelector('[part~=customer-link]') ?? row), `row ${index}`).to.equal(model[index]?.name);
  }
  expect(new Set(found.map(indexOf)).size).to.equal(found.length);
}

/** Asserts that the view is covered by rows without a gap. */
function expectNoGap(element: CustomersOverview): void {
  const box = scrollerOf(element).getBoundingClientRect();
  const ordered = rowsOnScreen(element);
  expect(ordered[0]?.getBoundingClientRect().top).to.be.at.most(
    one(element, 'thead').getBoundingClientRect().bottom + 1,
  );
  expect(ordered.at(-1)?.getBoundingClientRect().bottom).to.be.at.least(box.bottom - 1);
}

/** Waits until the rows stand in the document as on screen: scrolling rests a moment after its last event. */
async function expectOrder(element: CustomersOverview): Promise<void> {
  const indexes = () => rows(element).map(indexOf);
  await waitUntil(
    () =>
      indexes().join() ===
      indexes()
        .toSorted((a, b) => a - b)
        .join(),
    'never came into order',
  );
}

describe('a list of 2,000 customers', () => {
  const list = customers(2000);

  it('stands in the page with fewer than 80 rows, and counts all of them', async () => {
    const element = await readyOverview(list);
    expect(element.renderRoot.querySelectorAll('tr').length).to.be.within(10, 79);
    expect(one(element, 'table').getAttribute('aria-rowcount')).to.equal('2001');
    await scrollTo(element, 30_000);
    await scrollTo(element, 1e7);
    expect(element.renderRoot.querySelectorAll('tr').length).to.be.within(10, 79);
    expect(indexOf(rowsOnScreen(element).at(-1) ?? element)).to.equal(1999);
  });

  it('shows the right rows wherever it is scrolled to, in the frame of the scrolling itself', async () => {
    const element = await readyOverview(list);
    const scroller = scrollerOf(element);
    const seen: number[] = [];
    const look = () => {
      expectRows(element, list);
      expectNoGap(element);
      expect(rows(element).every((row) => row.querySelector('th > .skeleton') === null)).to.equal(true);
      seen.push(scroller.scrollTop);
    };
    scroller.addEventListener('scroll', () => requestAnimationFrame(look));
    for (const top of [37, 2000, 39_000, 38_900, 41_234, 1e7, 0]) {
      await scrollTo(element, top);
      expectRows(element, list);
      expectNoGap(element);
      expect(rows(element).every((row) => row.querySelector('th > .skeleton') === null)).to.equal(true);
    }
    expect(seen.length).to.be.at.least(7);
  });

  it('has its rows in the order on screen once scrolling rests', async () => {
    const element = await readyOverview(list);
    for (const top of [700, 90, 20_000, 19_500, 0]) {
      await scrollTo(element, top);
      await expectOrder(element);
    }
  });

  it('keeps that order when a list shrinks and grows back without being scrolled', async () => {
    const provider = new MemoryProvider(customers(20));
    const element = await overview(provider);
    await inState(element, 'ready');
    for (const count of [10, 20]) {
      provider.replaceCustomers(customers(count));
      element.refresh();
      await waitUntil(() => rows(element).length === count);
    }
    expectRows(element, customers(20));
    await expectOrder(element);
  });

  it('is asked for in few, aligned windows', async () => {
    const provider = new ScriptedProvider();
    const element = await overview(provider);
    const answer = async () => {
      const { asked, resolve } = await provider.nextCall('listCustomers');
      // what the overview asks is a query; a script does not know its type
      const { page } = asked[0] as { page: { limit: number; offset: number } };
      resolve({ items: list.slice(page.offset, page.offset + page.limit), total: { value: 2000, precision: 'exact' } });
      return page;
    };
    expect(await answer()).to.deep.equal({ limit: 100, offset: 0 });
    await inState(element, 'ready');
    scrollerOf(element).scrollTop = 40_000;
    await inState(element, 'loading-more');
    const asked = provider.calls.length - 1;
    expect(asked).to.be.within(1, 2);
    for (let call = 0; call < asked; call += 1) expect((await answer()).offset % 100).to.equal(0);
    await waitUntil(() => !element.matches(':state(loading-more)'));
    expectRows(element, list);
    expect(element.renderRoot.querySelectorAll('tbody tr:not([hidden]) .skeleton')).to.have.length(0);
    expect(provider.calls).to.have.length(1 + asked);
  });
});

describe('a list of at most 200 customers', () => {
  it('stands in the page as a whole', async () => {
    const element = await readyOverview(customers(200));
    await waitUntil(() => rows(element).length === 200);
    await waitUntil(() => element.renderRoot.querySelectorAll('tbody .skeleton').length === 0);
    expectRows(element, customers(200));
    await expectOrder(element);
    const more = await readyOverview(customers(201));
    expect(rows(more).length).to.be.below(80);
  });
});

describe('a random walk of scrolling, sorting and searching', () => {
  for (const seed of [1, 2, 3])
    it(`never shows a row with another's data (seed ${seed})`, async () => {
      const chance = new Chance(seed);
      const list = samples(1500);
      const element = await readyOverview(list, { query: {} });
      let model: readonly Customer[] = list;
      for (let step = 0; step < 25; step += 1) {
        if (chance.happens(0.6)) {
          const top = chance.oneOf([
            0,
            chance.between(0, 60_000),
            scrollerOf(element).scrollTop + chance.between(-900, 900),
          ]);
          await scrollTo(element, top);
        } else {
          const search = chance.oneOf([undefined, String(chance.between(30, 39)), 'an']);
          const direction = chance.oneOf(['ascending', 'descending'] as const);
          const sign = direction === 'ascending' ? 1 : -1;
          model = list
            .filter(
              ({ id, name, externalId }) =>
                !search || [id, name, externalId ?? ''].some((text) => fold(text).includes(search)),
            )
            .toSorted((a, b) => sign * (Number(a.id) - Number(b.id)));
          const settled = new Promise((done) => element.addEventListener('customers-change', done, { once: true }));
          element.query = { ...(search && { search }), sort: [{ field: 'id', direction }] };
          if (chance.happens(0.3)) scrollerOf(element).scrollTop += 500;
          await element.updateComplete;
          if (!element.matches(':state(ready):not(:state(refreshing))')) await settled;
          await element.updateComplete;
        }
        await waitUntil(() => !element.matches(':state(loading-more)'));
        await element.updateComplete;
        expectRows(element, model);
        expect(one(element, 'table').getAttribute('aria-rowcount')).to.equal(String(model.length + 1));
      }
    });
});

/** As the search folds texts: without case and accents. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
